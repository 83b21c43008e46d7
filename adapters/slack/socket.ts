import { setTimeout as wait } from 'node:timers/promises';
import { type SocketModeReceiver, webApi } from '@slack/bolt';
import type { SetupError } from '../../src/index.ts';
import { faultOf, type Log } from '../service/logger.ts';
import { socketProblem, socketSwitchedOff } from './faults.ts';

/** The connection of Socket Mode, kept up for as long as the program runs. */
export interface Socket {
  /** Resolves when connected, however long that takes. @throws SetupError where waiting does not help. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

export interface SocketOptions {
  /** Made with `autoReconnectEnabled: false`: connecting anew is done here, at once, and its failures are caught. */
  readonly client: SocketModeReceiver['client'];
  readonly log: Log;
  /** First wait before connecting anew, in milliseconds; doubles each time. */
  readonly reconnect: number;
  readonly onFatal: (error: SetupError) => void;
  /** Told when the connection is lost for longer than a moment, and when it is back. */
  readonly onChange: (isConnected: boolean) => void;
}

const LONGEST_WAIT = 30_000;
/** A connection that did not last this long, in milliseconds, was none: the next one has to wait. */
const STABLE = 5000;
/** Milliseconds for Slack to say hello. */
const HELLO = 15_000;

export function createSocket({ client, log, reconnect, onFatal, onChange }: SocketOptions): Socket {
  const stopping = new AbortController();
  let isConnecting = false;
  let isSwitchedOff = false;
  let failures = 0;
  let since = 0;
  const connect = async (): Promise<void> => {
    isConnecting = true;
    try {
      while (!stopping.signal.aborted) {
        const delay =
          failures === 0 ? 0 : Math.min(LONGEST_WAIT, reconnect * 2 ** (failures - 1)) * (0.75 + Math.random() / 2);
        await wait(delay, undefined, { signal: stopping.signal }).catch(() => {});
        if (stopping.signal.aborted) return;
        const error = await open(client);
        if (error === null) {
          since = Date.now();
          onChange(true);
          return;
        }
        const fatal = isSwitchedOff ? socketSwitchedOff() : socketProblem(error);
        if (fatal !== null) throw fatal;
        failures += 1;
        onChange(false);
        const asked = error instanceof webApi.WebAPIRateLimitedError ? error.retryAfter : undefined;
        log.warn({ platform: 'slack', fault: faultOf(error), failures }, 'Slack cannot be reached; trying again');
        if (asked !== undefined) await wait(asked * 1000, undefined, { signal: stopping.signal }).catch(() => {});
      }
    } finally {
      isConnecting = false;
    }
  };
  client.on('ws_message', (data: unknown) => {
    if (reasonOf(data) === 'link_disabled') isSwitchedOff = true;
  });
  client.on('disconnected', () => {
    if (stopping.signal.aborted || isConnecting) return;
    if (isSwitchedOff) return onFatal(socketSwitchedOff());
    failures = Date.now() - since < STABLE ? failures + 1 : 0;
    log.debug({ platform: 'slack' }, 'connection ended; connecting anew');
    void connect().catch(onFatal);
  });
  return {
    start: connect,
    async stop() {
      stopping.abort();
      await Promise.race([client.disconnect(), wait(1000, undefined, { ref: false })]).catch(() => {});
    },
  };
}

/** Opens one connection. Resolves to null when Slack has said hello, else to what went wrong. */
async function open(client: SocketOptions['client']): Promise<unknown> {
  const timer = new AbortController();
  const late = wait(HELLO, null, { signal: timer.signal }).then(
    () => new Error('no hello'),
    () => null,
  );
  try {
    const opened = client.start().then(
      () => null,
      (error: unknown) => error ?? new Error('the connection was closed'),
    );
    const outcome = await Promise.race([opened, late]);
    if (outcome instanceof Error && outcome.message === 'no hello') void client.disconnect();
    return outcome;
  } finally {
    timer.abort();
  }
}

/** Why Slack closes the connection; undefined for any other message. */
function reasonOf(data: unknown): unknown {
  if (typeof data !== 'string' || !data.includes('"disconnect"')) return undefined;
  try {
    const message = JSON.parse(data) as { type?: unknown; reason?: unknown };
    return message.type === 'disconnect' ? message.reason : undefined;
  } catch {
    return undefined;
  }
}
