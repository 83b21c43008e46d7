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
import { type FailureKind, failureOf, isPassing } from './failures.ts';
import { LIMITS } from './limits.ts';
import type { Body } from './render.ts';

/** An interaction as far as answering it needs it. */
export interface Handle {
  readonly id: string;
  readonly token: string;
  readonly application_id: string;
}

/**
 * Brings messages to Discord: each once, however often Discord fails to say so. What cannot be delivered is logged in
 * one line and told as a value; nothing is thrown.
 */
export interface Courier {
  /** The first answer to an interaction. True when Discord has it. */
  respond(to: Handle, response: APIInteractionResponse): Promise<boolean>;
  /** Answers with messages: the first as the response, the others after it. */
  answer(to: Handle, bodies: readonly Body[]): Promise<boolean>;
  /** A reply to a message; the id of each message that was sent, null where one could not be. */
  reply(
    to: { readonly id: string; readonly channel: string },
    bodies: readonly Body[],
  ): Promise<readonly string[] | null>;
  /** Removes the message that a button of the acknowledged interaction stands under. */
  remove(to: Handle): Promise<boolean>;
  /** Fills in what a deferred response left open. */
  complete(to: Handle, bodies: readonly Body[]): Promise<boolean>;
  fetchMessage(channel: string, id: string): Promise<APIMessage | null>;
}

export interface CourierOptions {
  /** With the bot's token. */
  readonly rest: () => Pick<REST, 'get' | 'post'>;
  /** Without a token, for what an interaction's own token opens: it outlives the bot's connection. */
  readonly interactions: Pick<REST, 'post' | 'patch' | 'delete'>;
  readonly log: Log;
  readonly onUnauthorised: () => void;
  /** Pauses before further tries, in milliseconds; the library itself tries four times without any. */
  readonly pauses?: readonly number[];
  readonly now?: () => number;
}

const PAUSES = [250, 1000, 3000] as const;

export function createCourier({
  rest,
  interactions,
  log,
  onUnauthorised,
  pauses = PAUSES,
  now = Date.now,
}: CourierOptions): Courier {
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

  async function follow({ application_id: application, token }: Handle, bodies: readonly Body[]): Promise<boolean> {
    for (const body of bodies) {
      const sent = await deliver('follow-up', () =>
        interactions.post(Routes.webhook(application, token), { body, auth: false }),
      );
      if (typeof sent !== 'object') return false;
    }
    return true;
  }

  return {
    respond,
    async answer(to, [first, ...rest]) {
      if (first === undefined) return false;
      const isSent = await respond(to, { type: InteractionResponseType.ChannelMessageWithSource, data: first });
      return isSent && (await follow(to, rest));
    },
    async complete(to, [first, ...others]) {
      const route = Routes.webhookMessage(to.application_id, to.token, '@original');
      const sent = await deliver('edit', () => interactions.patch(route, { body: first, auth: false }));
      return typeof sent === 'object' && (await follow(to, others));
    },
    async reply({ id, channel }, bodies) {
      const ids: string[] = [];
      const post = async (body: RESTPostAPIChannelMessageJSONBody) =>
        (await rest().post(Routes.channelMessages(channel), { body })) as APIMessage;
      for (const [at, body] of bodies.entries()) {
        // The same message always has the same nonce: Discord itself drops the second of two.
        const message = { ...body, nonce: `${id}.${at}`.slice(-LIMITS.nonce), enforce_nonce: true };
        const reference = at > 0 ? {} : { message_reference: { message_id: id, fail_if_not_exists: false } };
        let sent = await deliver('reply', () => post({ ...message, ...reference }));
        if (sent === 'no-target') sent = await deliver('reply', () => post(message));
        if (typeof sent !== 'object') return null;
        ids.push(sent.value.id);
      }
      return ids;
    },
    async remove({ application_id: application, token }) {
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
