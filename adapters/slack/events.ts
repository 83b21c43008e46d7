import type { types } from '@slack/bolt';
import { type Language, wordingFor } from '../../src/index.ts';
import { type Client, patiently } from './client.ts';
import { type Desk, languageTo, personOf, work } from './desk.ts';
import { hear } from './hearing.ts';
import { prompts } from './home.ts';
import type { Incoming } from './read.ts';

/** Where an event comes from. */
export interface Origin {
  readonly client: Client;
  readonly team: string;
  readonly botUserId: string | undefined;
  /** The whole delivery. */
  readonly body: object;
}

export interface Leaving {
  readonly team: string | undefined;
  readonly enterprise: string | undefined;
  readonly isEnterpriseInstall: boolean;
}

export interface EventOptions {
  readonly home: (language: Language) => types.HomeView;
  /** Told that a workspace has removed the app. */
  readonly onLeave: (leaving: Leaving) => Promise<void>;
}

/** The events that the bot listens to, besides messages of each kind of channel. */
export const EVENT_NAMES = [
  'app_home_opened',
  'app_mention',
  'app_uninstalled',
  'assistant_thread_started',
  'message',
  'tokens_revoked',
] as const;
export type EventName = (typeof EVENT_NAMES)[number];

type Handler = (event: types.SlackEvent | object, origin: Origin) => Promise<unknown>;

/** What is done at each event. */
export function createEvents(desk: Desk, { home, onLeave }: EventOptions): Readonly<Record<EventName, Handler>> {
  const agentViews = new Set<string>();
  const heard: Handler = (event, { client, team, botUserId }) =>
    hear(desk, event as Incoming, { client, team, botUserId, isAgentView: agentViews.has(team) });
  return {
    app_mention: heard,
    message: heard,
    assistant_thread_started(event, { client, team }) {
      const { channel_id, thread_ts, user_id } = (event as types.AssistantThreadStartedEvent).assistant_thread;
      return offer(desk, { client, team, user: user_id }, { channel_id, thread_ts });
    },
    async app_home_opened(event, { client, team }) {
      const { tab, channel, user: user_id } = event as types.AppHomeOpenedEvent;
      if (tab === 'messages') {
        // Only the agent view takes prompts outside a thread: this is how it shows.
        if ((await offer(desk, { client, team, user: user_id }, { channel_id: channel })) === null)
          agentViews.delete(team);
        else agentViews.add(team);
        return;
      }
      const publish = () => client.views.publish({ user_id, view: home(languageTo(desk, personOf(team, user_id))) });
      await work(desk, 'home', async () => void (await patiently(publish, desk.waits)));
    },
    app_uninstalled: (_, { body }) => onLeave(leavingOf(body)),
    async tokens_revoked(event, { body }) {
      if (((event as types.TokensRevokedEvent).tokens.bot ?? []).length > 0) await onLeave(leavingOf(body));
    },
  };
}

type SuggestedPrompts = Parameters<Client['assistant']['threads']['setSuggestedPrompts']>[0];

/** Offers questions to begin with. Resolves to null where Slack does not take them. */
function offer(
  desk: Desk,
  { client, team, user }: { client: Client; team: string; user: string },
  thread: { channel_id: string; thread_ts?: string },
): Promise<unknown> {
  const { record, extras } = desk;
  const language = languageTo(desk, personOf(team, user));
  const offered = prompts(record.corpus, language);
  if (offered.length === 0) return Promise.resolve(null);
  const title = wordingFor(language).suggestionsTitle;
  const name = thread.thread_ts === undefined ? 'agent view' : 'prompts';
  return extras.attempt(name, team, () =>
    client.assistant.threads.setSuggestedPrompts({ ...thread, title, prompts: offered } as unknown as SuggestedPrompts),
  );
}

function leavingOf(body: object): Leaving {
  const text = (name: string): string | undefined => {
    const value: unknown = Reflect.get(body, name);
    return typeof value === 'string' ? value : undefined;
  };
  const authorizations: unknown = Reflect.get(body, 'authorizations');
  const first = Array.isArray(authorizations)
    ? (authorizations[0] as { is_enterprise_install?: boolean } | undefined)
    : undefined;
  return {
    team: text('team_id'),
    enterprise: text('enterprise_id'),
    isEnterpriseInstall: first?.is_enterprise_install === true,
  };
}
