import { setTimeout as pause } from 'node:timers/promises';
import {
  type APIInteractionResponse,
  type APIMessage,
  InteractionResponseType,
  type REST,
  type RESTPostAPIChannelMessageJSONBody,
  Routes,
} from 'discord.js';
import { faultOf, type Log } from '../service/logger.ts';
import { createRecent } from './conversation.ts';
import { type FailureKind, failureOf, isPassing } from './failures.ts';
import { LIMITS } from './limits.ts';
import type { Body } from './render.ts';

/** An interaction as far as answering it needs it. */
export interface Handle {
  readonly id: string;
  readonly token: string;
  readonly application_id: string;
}

/** A message, or one that is made when the ids of those before it are known. */
export type Part = Body | ((earlier: readonly string[]) => Body);

/**
 * Brings messages to Discord: each once, however often Discord fails to say so. What cannot be delivered is logged in
 * one line and told as a value; nothing is thrown.
 */
export interface Courier {
  /** The first answer to an interaction. True when Discord has it. */
  respond(to: Handle, response: APIInteractionResponse): Promise<boolean>;
  /** Answers with messages: the first as the response, the others after it. */
  answer(to: Handle, parts: readonly Part[]): Promise<boolean>;
  /** A reply to a message; the id of each message that was sent, null where one could not be. */
  reply(
    to: { readonly id: string; readonly channel: string },
    parts: readonly Part[],
  ): Promise<readonly string[] | null>;
  /** Removes the message that a button of the acknowledged interaction stands under, and others of the same answer. */
  remove(to: Handle, also: { readonly channel: string; readonly others: readonly string[] }): Promise<boolean>;
  /** Fills in what a deferred response left open. */
  complete(to: Handle, parts: readonly Part[]): Promise<boolean>;
  fetchMessage(channel: string, id: string): Promise<APIMessage | null>;
}

export interface CourierOptions {
  /** With the bot's token. */
  readonly rest: () => Pick<REST, 'get' | 'post' | 'delete'>;
  /** Without a token, for what an interaction's own token opens: it outlives the bot's connection. */
  readonly interactions: Pick<REST, 'get' | 'post' | 'patch' | 'delete'>;
  readonly log: Log;
  readonly onUnauthorised: () => void;
  /** Pauses before further tries, in milliseconds; the library itself tries four times without any. */
  readonly pauses?: readonly number[];
  readonly now?: () => number;
}

const PAUSES = [250, 1000, 3000] as const;
/** How long an interaction's own token is good for, in milliseconds. */
const TOKEN_LIFE = 15 * 60_000;
/** Messages whose interaction is remembered. */
const REMEMBERED = 1000;

export function createCourier({
  rest,
  interactions,
  log,
  onUnauthorised,
  pauses = PAUSES,
  now = Date.now,
}: CourierOptions): Courier {
  /** By which interaction a message of several was sent: its token removes it also where the bot is no member. */
  const origins = createRecent<{ readonly by: Handle; readonly at: number }>(REMEMBERED);

  /** Tries until it works, cannot work, or `until` is over. */
  async function deliver<T>(
    what: string,
    send: () => Promise<T>,
    until = Infinity,
  ): Promise<{ value: T } | FailureKind> {
    for (let attempt = 0; ; attempt++) {
      try {
        return { value: await send() };
      } catch (error) {
        const kind = failureOf(error);
        const wait = pauses[attempt];
        if (isPassing(error) && wait !== undefined && now() + wait < until) {
          await pause(wait);
          continue;
        }
        if (kind === 'unauthorised') onUnauthorised();
        else if (kind !== 'already-done' && kind !== 'no-target')
          log.warn({ platform: 'discord', what, kind, fault: faultOf(error) }, 'not delivered');
        return kind;
      }
    }
  }

  async function respond({ id, token }: Handle, response: APIInteractionResponse): Promise<boolean> {
    const query = new URLSearchParams({ with_response: 'false' });
    const until = now() + LIMITS.interaction;
    const send = () => interactions.post(Routes.interactionCallback(id, token), { body: response, auth: false, query });
    const sent = await deliver('response', send, until);
    // Each interaction is answered by us alone and once: it was an earlier try that arrived.
    return typeof sent === 'object' || sent === 'already-done';
  }

  /** Sends the parts after the first. */
  async function follow(by: Handle, parts: readonly Part[], first: string | null): Promise<boolean> {
    const earlier = first === null ? [] : [first];
    for (const part of parts) {
      const sent = await deliver(
        'follow-up',
        async () =>
          (await interactions.post(Routes.webhook(by.application_id, by.token), {
            body: bodyOf(part, earlier),
            auth: false,
          })) as APIMessage,
      );
      if (typeof sent !== 'object') return false;
      earlier.push(sent.value.id);
    }
    for (const id of earlier) origins.set(id, { by, at: now() });
    return true;
  }

  /** The id of the first answer to an interaction, which answering does not tell; null where nobody needs it. */
  async function firstOf({ application_id: application, token }: Handle, rest: readonly Part[]) {
    if (!rest.some((part) => typeof part === 'function')) return null;
    const route = Routes.webhookMessage(application, token, '@original');
    const found = await deliver('look-up', () => interactions.get(route, { auth: false }) as Promise<APIMessage>);
    return typeof found === 'object' ? found.value.id : null;
  }

  async function removeOther(channel: string, id: string): Promise<void> {
    const origin = origins.get(id);
    const route =
      origin !== undefined && now() - origin.at < TOKEN_LIFE
        ? Routes.webhookMessage(origin.by.application_id, origin.by.token, id)
        : null;
    await deliver('removal', () =>
      route === null ? rest().delete(Routes.channelMessage(channel, id)) : interactions.delete(route, { auth: false }),
    );
  }

  return {
    respond,
    async answer(to, [first, ...others]) {
      if (first === undefined) return false;
      const data = bodyOf(first, []);
      const isSent = await respond(to, { type: InteractionResponseType.ChannelMessageWithSource, data });
      if (!isSent || others.length === 0) return isSent;
      return follow(to, others, await firstOf(to, others));
    },
    async complete(to, [first, ...others]) {
      if (first === undefined) return false;
      const route = Routes.webhookMessage(to.application_id, to.token, '@original');
      const body = bodyOf(first, []);
      const sent = await deliver('edit', () => interactions.patch(route, { body, auth: false }) as Promise<APIMessage>);
      return typeof sent === 'object' && (await follow(to, others, sent.value.id));
    },
    async reply({ id, channel }, parts) {
      const ids: string[] = [];
      const post = async (body: RESTPostAPIChannelMessageJSONBody) =>
        (await rest().post(Routes.channelMessages(channel), { body })) as APIMessage;
      for (const [at, part] of parts.entries()) {
        // The same message always has the same nonce: Discord itself drops the second of two.
        const message = { ...bodyOf(part, ids), nonce: `${id}.${at}`.slice(-LIMITS.nonce), enforce_nonce: true };
        // The last has the buttons, which find the question by the reference.
        const isReply = at === 0 || at === parts.length - 1;
        const reference = isReply ? { message_reference: { message_id: id, fail_if_not_exists: false } } : {};
        let sent = await deliver('reply', () => post({ ...message, ...reference }));
        if (sent === 'no-target') sent = await deliver('reply', () => post(message));
        if (typeof sent !== 'object') return null;
        ids.push(sent.value.id);
      }
      return ids;
    },
    async remove({ application_id: application, token }, { channel, others }) {
      for (const id of others) await removeOther(channel, id);
      const sent = await deliver('removal', () =>
        interactions.delete(Routes.webhookMessage(application, token, '@original'), { auth: false }),
      );
      return typeof sent === 'object';
    },
    async fetchMessage(channel, id) {
      // Missing rights and removed messages are no news.
      return (await rest()
        .get(Routes.channelMessage(channel, id))
        .catch(() => null)) as APIMessage | null;
    },
  };
}

function bodyOf(part: Part, earlier: readonly string[]): Body {
  return typeof part === 'function' ? part(earlier) : part;
}
