import { setTimeout as pause } from 'node:timers/promises';
import {
  type APIInteraction,
  type Client,
  GatewayDispatchEvents,
  type GatewayDispatchPayload,
  type GatewayMessageCreateDispatchData,
  type REST,
} from 'discord.js';
import type { SetupError } from '../../src/index.ts';
import { faultOf, type Log } from '../service/logger.ts';
import { OutageError } from '../service/outage.ts';
import { createAbsences } from './absences.ts';
import { createClient } from './client.ts';
import { fatalClose, fatalLogin } from './failures.ts';

export interface GatewayOptions {
  readonly token: string;
  readonly api: string;
  readonly shards: 'auto' | number;
  readonly log: Log;
  readonly timings: Timings;
}

/** Milliseconds. */
export interface Timings {
  /** How long a start may go without any progress. */
  readonly startWithin: number;
  /** Pause before a further try to start; doubled each time. */
  readonly startPause: number;
  /** How long a shard may be away before the bot counts as down. */
  readonly grace: number;
  /** The longest wait that Discord may ask for; a longer one gives up the request. */
  readonly longestWait: number;
}

export const TIMINGS: Timings = { startWithin: 60_000, startPause: 1000, grace: 10_000, longestWait: 60_000 };

/** How long a stop waits for a lost connection to come back, in milliseconds. */
const REUNION = 1500;

export interface Hooks {
  onMessage(message: GatewayMessageCreateDispatchData, me: string): void;
  onInteraction(interaction: APIInteraction): void;
  /** A shard is there, so that the bot knows who it is. */
  onIdentity(identity: { readonly applicationId: string }): void;
  onUp(): void;
  onDown(): void;
  /** Nothing brings the connection back. */
  onFatal(error: SetupError): void;
}

/** The connection to Discord. */
export interface Gateway {
  /** Resolves when every shard is there, or when the gateway was closed meanwhile. @throws SetupError, OutageError */
  connect(): Promise<void>;
  rest(): REST;
  close(): Promise<void>;
}

export function createGateway({ token, api, shards, log, timings }: GatewayOptions, hooks: Hooks): Gateway {
  const { startWithin, startPause, grace, longestWait } = timings;
  const stopping = new AbortController();
  const absences = createAbsences({ log, grace, onUp: hooks.onUp, onDown: hooks.onDown });
  const make = (): Client =>
    createClient({ api, shards, log, longestWait, onPacket: take, onDisconnect, onReconnecting });
  let client = make();
  let closeCode: number | null = null;
  let isRunning = false;
  let botId = '';
  let progressAt = 0;

  function take(packet: GatewayDispatchPayload, shard: number): void {
    if (packet.t === GatewayDispatchEvents.MessageCreate) hooks.onMessage(packet.d, botId);
    if (packet.t === GatewayDispatchEvents.InteractionCreate) hooks.onInteraction(packet.d);
    if (packet.t === GatewayDispatchEvents.Resumed) absences.back(shard);
    if (packet.t !== GatewayDispatchEvents.Ready) return;
    progressAt = Date.now();
    botId = packet.d.user.id;
    hooks.onIdentity({ applicationId: packet.d.application.id });
    absences.back(shard);
  }

  function onDisconnect(code: number, shard: number): void {
    closeCode ??= code;
    const fatal = fatalClose(code);
    absences.forget(shard);
    if (isRunning && fatal !== null) hooks.onFatal(fatal);
  }

  function onReconnecting(shard: number): void {
    if (isRunning && !stopping.signal.aborted) absences.left(shard);
  }

  /** Null when it worked. The library's own promise never settles while the gateway is down. */
  async function login(): Promise<{ error: unknown } | null> {
    const done = new AbortController();
    try {
      await Promise.race([client.login(token), silence(AbortSignal.any([done.signal, stopping.signal]))]);
      return null;
    } catch (error) {
      return { error };
    } finally {
      done.abort();
    }
  }

  /** Rejects when nothing has happened for too long, or when the signal says so. */
  async function silence(signal: AbortSignal): Promise<void> {
    const poll = Math.min(1000, startWithin / 4);
    while (Date.now() - progressAt <= startWithin) await pause(poll, undefined, { signal, ref: false });
    throw unreachable(api, startWithin);
  }

  return {
    rest: () => client.rest,
    async connect() {
      progressAt = Date.now();
      for (let wait = startPause; ; wait *= 2) {
        const failure = await login();
        if (failure === null || stopping.signal.aborted) break;
        const fatal = fatalLogin(failure.error, closeCode);
        if (fatal !== null) throw fatal;
        if (Date.now() + wait - progressAt > startWithin) throw unreachable(api, startWithin);
        if (wait === startPause)
          log.warn({ platform: 'discord', fault: faultOf(failure.error) }, 'Discord cannot be reached, trying again');
        await pause(wait, undefined, { signal: stopping.signal }).catch(() => {});
        client = make();
      }
      isRunning = true;
    },
    async close() {
      stopping.abort();
      // The library cannot end a connection that it is just making anew: it would go on making it.
      for (let waited = 0; absences.count > 0 && waited < REUNION; waited += 50) await pause(50);
      absences.end();
      if (absences.count === 0) await client.destroy();
    },
  };
}

function unreachable(api: string, within: number): OutageError {
  const seconds = Math.round(within / 1000);
  return new OutageError(
    `Discord cannot be reached at ${api} (tried for ${seconds} s): check the network and DISCORD_API_URL`,
  );
}
