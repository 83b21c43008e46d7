import type { EventEmitter } from 'node:events';
import type { Server } from 'node:http';
import { type Adapter, SetupError } from '../../src/index.ts';
import type { Commons } from './commons.ts';
import { serveHealth } from './health.ts';
import { faultOf } from './logger.ts';
import { OutageError } from './outage.ts';

/** Makes an adapter. It reports through `onFailure`, once, what makes it unable to go on after its start. */
export type OpenAdapter = (commons: Commons, onFailure: (error: SetupError) => void) => Promise<Adapter>;

export interface RunOptions {
  readonly commons: Commons;
  /** Emits `SIGTERM` and `SIGINT`. */
  readonly signals: Pick<EventEmitter, 'on' | 'off'>;
  /** Writes the one line that names what a person must do. */
  readonly tell: (line: string) => void;
}

/** How long stopping may take in all, in milliseconds. */
const STOP_WITHIN = 9500;

/**
 * Starts the platforms, serves their health, and runs until a signal or a failure ends it.
 *
 * @returns the exit status: 0 after a signal, 2 when a person must act, 1 when a restart may help.
 */
export async function runAdapters(
  openers: Readonly<Record<string, OpenAdapter>>,
  options: RunOptions,
): Promise<number> {
  const { commons, signals, tell } = options;
  const { health, log, settings } = commons;
  const running = new Map<string, Adapter>();
  let end: (status: number) => void = () => {};
  let isEnding = false;
  const ended = new Promise<number>((resolve) => {
    end = resolve;
  });
  const onSignal = (): void => end(0);
  signals.on('SIGTERM', onSignal);
  signals.on('SIGINT', onSignal);
  const failed = new Set<string>();
  let mayRestart = false;
  const fail = (name: string, error: unknown): void => {
    if (failed.has(name) || isEnding) return;
    failed.add(name);
    health.set(name, 'down');
    const isTold = error instanceof SetupError || error instanceof OutageError;
    if (!isTold) log.error({ platform: name, fault: faultOf(error) }, 'the platform failed');
    tell(isTold ? error.message : `${name} failed (${faultOf(error).name}): see the log`);
    mayRestart ||= !(error instanceof SetupError);
    if (settings.onAdapterFailure === 'exit' || failed.size === Object.keys(openers).length) end(mayRestart ? 1 : 2);
  };
  let server: Server | undefined;
  try {
    for (const name of Object.keys(openers)) health.set(name, 'starting');
    if (settings.healthPort !== null)
      server = await serveHealth(health, { port: settings.healthPort, host: settings.host });
    const start = async (name: string, open: OpenAdapter): Promise<void> => {
      try {
        const adapter = await open(commons, (error) => fail(name, error));
        if (isEnding) return;
        running.set(name, adapter);
        await adapter.start();
        if (failed.has(name) || isEnding) return;
        health.set(name, 'ready');
        log.info({ platform: name }, 'ready');
      } catch (error) {
        fail(name, error);
      }
    };
    for (const [name, open] of Object.entries(openers)) void start(name, open);
    return await ended;
  } finally {
    isEnding = true;
    for (const [name] of running) if (!failed.has(name)) health.set(name, 'stopped');
    await stopAll([...running.values()], commons);
    server?.close();
    server?.closeAllConnections();
    signals.off('SIGTERM', onSignal);
    signals.off('SIGINT', onSignal);
  }
}

async function stopAll(adapters: readonly Adapter[], { deduplication, log }: Commons): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, STOP_WITHIN);
  });
  const stopped = Promise.allSettled(adapters.map((adapter) => adapter.stop())).then(() => deduplication.close());
  await Promise.race([stopped, late]).catch((error) => log.warn({ fault: faultOf(error) }, 'stopping failed'));
  clearTimeout(timer);
}
