import { wordingFor } from '../../src/index.ts';
import { platformWording } from '../wording/languages.ts';
import type { Client } from './client.ts';
import {
  answer,
  conversationOf,
  type Desk,
  joinThread,
  languageTo,
  type Place,
  personOf,
  post,
  usage,
  work,
} from './desk.ts';
import { LIMITS } from './limits.ts';
import { type Heard, type Incoming, isNothing, readMessage } from './read.ts';
import { renderWords } from './render.ts';
import { cut, oneLine } from './text.ts';

/** Where and for whom an event is handled. */
export interface Scene {
  readonly client: Client;
  readonly team: string;
  readonly botUserId: string | undefined;
  /** Whether direct messages are threads here, each with its own status and title (the agent view). */
  readonly isAgentView: boolean;
}

/** Hears a message and, where it is meant for the bot, answers it: once, however often Slack delivers it. */
export async function hear(desk: Desk, event: Incoming, scene: Scene): Promise<void> {
  const heard = readMessage(event, scene.botUserId);
  if (heard === null) return;
  const key = { platform: 'slack', channel: heard.channel, message: heard.ts };
  await work(desk, 'message', async () => {
    if (heard.way === 'thread' && (isNothing(heard.text) || !(await isFollowUp(desk, heard, scene)))) return;
    if (!desk.deduplication.claim(key)) return;
    try {
      await reply(desk, heard, scene);
      desk.deduplication.settle(key);
    } catch (error) {
      desk.deduplication.release(key);
      throw error;
    }
  });
}

async function reply(desk: Desk, heard: Heard, { client, team, isAgentView }: Scene): Promise<void> {
  const place = placeOf(heard, isAgentView);
  const person = personOf(team, heard.user);
  if (isNothing(heard.text)) {
    joinThread(desk, place);
    await post(desk, client, { place, messages: [usage(desk, languageTo(desk, person))] });
    return;
  }
  const verdict = await desk.rateLimit.take(person, conversationOf(team, place));
  if (verdict !== 'ok') {
    if (verdict === 'over') await slowDown(desk, heard, { client, team, place });
    return;
  }
  const isAssistant = heard.way === 'direct' && place.thread !== null;
  const thread = { channel_id: place.channel, thread_ts: place.thread ?? '' };
  if (isAssistant) {
    const { status } = platformWording(languageTo(desk, person, heard.text));
    // Before the answer: posted after it, it would stay.
    await desk.extras.attempt('status', team, () =>
      client.assistant.threads.setStatus({ ...thread, status: cut(status, LIMITS.status) }),
    );
  }
  const { reply: given, messages } = await answer(
    desk,
    { text: heard.text, conversation: conversationOf(team, place), person },
    { asker: heard.user },
  );
  joinThread(desk, place);
  await post(desk, client, { place, messages });
  if (isAssistant && desk.threads.takesTitle(place.channel, thread.thread_ts)) {
    const title = cut(oneLine(heard.text), LIMITS.threadTitle);
    await desk.extras.attempt('title', team, () => client.assistant.threads.setTitle({ ...thread, title }));
  }
  await desk.feedback?.note(given, heard.text);
}

/** A mention is answered in its thread; a direct message where it was said, in the agent view in a thread of its own. */
function placeOf({ way, channel, thread, ts }: Heard, isAgentView: boolean): Place {
  if (way === 'direct') return { channel, thread: thread ?? (isAgentView ? ts : null) };
  return { channel, thread: thread ?? ts };
}

function isFollowUp(
  { threads, extras }: Desk,
  { channel, thread }: Heard,
  { client, team, botUserId }: Scene,
): Promise<boolean> {
  const ts = thread ?? '';
  return threads.isOurs(channel, ts, async () => {
    const found = await extras.attempt('history', team, () =>
      client.conversations.replies({ channel, ts, limit: 200 }),
    );
    return found === null ? null : (found.messages ?? []).some(({ user }) => user !== undefined && user === botUserId);
  });
}

/** Said to the person alone where others could read along. */
async function slowDown(
  desk: Desk,
  heard: Heard,
  { client, team, place }: { client: Client; team: string; place: Place },
): Promise<void> {
  const language = languageTo(desk, personOf(team, heard.user), heard.text);
  const words = renderWords(wordingFor(language).slowDown);
  const thread = heard.thread === null ? {} : { thread_ts: heard.thread };
  const tell = () =>
    client.chat.postEphemeral({ channel: heard.channel, user: heard.user, text: words.text, ...thread });
  if (heard.way === 'direct') await post(desk, client, { place, messages: [words] });
  else await desk.extras.attempt('slow-down', team, tell);
}
