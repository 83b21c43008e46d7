import type { RespondFn } from '@slack/bolt';
import { type Language, wordingFor } from '../../src/index.ts';
import { platformWording } from '../wording/languages.ts';
import { type Carried, readAction, readValue } from './buttons.ts';
import { type Client, patiently } from './client.ts';
import type { Desk } from './desk.ts';
import type { Rendered } from './render.ts';

/** What a click carries, as far as it matters here. Slack signs it, but old messages may hold anything. */
export interface ClickBody {
  readonly user: { readonly id: string; readonly name?: string; readonly username?: string };
  readonly trigger_id?: string;
  readonly channel?: { readonly id?: string };
  readonly message?: { readonly ts?: string; readonly thread_ts?: string };
  readonly container?: {
    readonly type?: string;
    readonly channel_id?: string;
    readonly message_ts?: string;
    readonly thread_ts?: string;
    readonly is_ephemeral?: boolean;
  };
}

/** A click, understood. */
export interface Click {
  readonly client: Client;
  readonly team: string;
  readonly user: string;
  readonly userName: string;
  readonly trigger: string;
  /** The message that holds the button; null in Home and modals. */
  readonly at: {
    readonly channel: string;
    readonly ts: string;
    readonly thread: string | null;
    readonly isPrivate: boolean;
  } | null;
  readonly action: ReturnType<typeof readAction>;
  readonly carried: Carried | null;
  /** In which to speak to the person: that of the answer, where the button tells it. */
  readonly language: Language;
  readonly respond: RespondFn | null;
}

export function readClick(
  body: ClickBody,
  {
    client,
    team,
    respond,
    action,
    language,
  }: {
    client: Client;
    team: string;
    respond: RespondFn | undefined;
    action: { action_id?: string; value?: string };
    /** The person's, where the button tells none. */
    language: Language;
  },
): Click {
  const { user, container } = body;
  const channel = body.channel?.id ?? container?.channel_id;
  const ts = body.message?.ts ?? container?.message_ts;
  const carried = readValue(action.value);
  const thread = body.message?.thread_ts ?? container?.thread_ts ?? null;
  return {
    client,
    team,
    user: user.id,
    userName: user.username ?? user.name ?? '',
    trigger: body.trigger_id ?? '',
    at:
      channel === undefined || ts === undefined
        ? null
        : { channel, ts, thread, isPrivate: container?.is_ephemeral === true },
    action: readAction(action.action_id ?? ''),
    carried,
    language: carried?.language ?? language,
    respond: respond ?? null,
  };
}

/** Says something to the person who clicked, and to nobody else. */
export async function tell(desk: Desk, click: Click, text: string): Promise<void> {
  const { respond, at, client, user, team } = click;
  if (respond !== null)
    await patiently(() => respond({ response_type: 'ephemeral', replace_original: false, text }), desk.waits);
  else if (at !== null) {
    const thread = at.thread === null ? {} : { thread_ts: at.thread };
    await desk.extras.attempt('note', team, () =>
      client.chat.postEphemeral({ channel: at.channel, user, text, ...thread }),
    );
  } else await open(desk, click, note(text, click.language));
}

/** Shows messages to the person who clicked, and to nobody else. */
export async function show(desk: Desk, respond: RespondFn, messages: readonly Rendered[]): Promise<void> {
  for (const message of messages) {
    await patiently(() => respond({ response_type: 'ephemeral', replace_original: false, ...message }), desk.waits);
  }
}

/** Opens a window. Where Slack has waited too long for it, the person is told to press again. */
export async function open(
  desk: Desk,
  click: Click,
  view: Parameters<Client['views']['open']>[0]['view'],
): Promise<void> {
  const opened = await desk.extras.attempt('window', click.team, () =>
    click.client.views.open({ trigger_id: click.trigger, view }),
  );
  if (opened === null && (click.respond !== null || click.at !== null))
    await tell(desk, click, wordingFor(click.language).apology);
}

function note(text: string, language: Language): Parameters<Client['views']['open']>[0]['view'] {
  return {
    type: 'modal',
    title: { type: 'plain_text', text: platformWording(language).home.title },
    blocks: [{ type: 'section', text: { type: 'plain_text', text } }],
  };
}
