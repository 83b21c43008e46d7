import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Logger, webApi } from '@slack/bolt';
import { type Adapter, SetupError } from '../../src/index.ts';
import type { SlackSettings } from '../../src/settings.ts';
import type { Commons } from '../service/commons.ts';
import { createInFlight } from '../service/drain.ts';
import { faultOf, type Log } from '../service/logger.ts';
import { type BoltParts, createBolt } from './bolt.ts';
import { boltLogger, clientOptions, createExtras, WAITS, type Waits } from './client.ts';
import type { Leaving } from './events.ts';
import { botTokenProblem, isDeadToken, scopesMissing } from './faults.ts';
import { createHttpServer, type HttpServer } from './http.ts';
import { createInstallationStore } from './installations.ts';
import { createLanguages } from './languages.ts';
import { listen } from './listeners.ts';
import { missingScopes } from './scopes.ts';
import { createSocket, type Socket } from './socket.ts';
import { createThreads } from './threads.ts';

export interface SlackOptions {
  readonly settings: SlackSettings;
  readonly commons: Commons;
  /** Told once of what makes going on impossible, after the start. */
  readonly onFailure: (error: SetupError) => void;
  /** Shorter ones for tests. */
  readonly waits?: Partial<Waits>;
}

/** Slack, over HTTP or Socket Mode, in one workspace or in many. */
export function createSlackAdapter({ settings, commons, onFailure, waits: given }: SlackOptions): Adapter {
  const waits = { ...WAITS, ...given };
  const { log, health } = commons;
  const { slackApiUrl: apiUrl, dataDirectory, port, host } = commons.settings;
  const logger = boltLogger(log);
  const options = () => clientOptions({ apiUrl, waits, logger });
  const inFlight = createInFlight();
  const stopping = new AbortController();
  const store = settings.kind === 'oauth' ? createInstallationStore(installationDirectory(dataDirectory)) : null;
  let server: HttpServer | undefined;
  let socket: Socket | undefined;

  const onRefusal = (error: unknown): void => {
    const problem = settings.kind === 'oauth' || !isDeadToken(error) ? null : botTokenProblem(error);
    if (problem !== null) onFailure(problem);
  };
  const onLeave = async ({ team, enterprise, isEnterpriseInstall }: Leaving): Promise<void> => {
    if (store === null) return onFailure(removed());
    await store.deleteInstallation({ teamId: team, enterpriseId: enterprise, isEnterpriseInstall });
    log.info({ platform: 'slack' }, 'a workspace has removed the app; its installation is deleted');
  };
  const connect = async ({ http, socket: receiver }: BoltParts): Promise<void> => {
    if (http !== null) server = createHttpServer({ receive: http.requestListener, health, port, host });
    await server?.start();
    if (receiver === null) return;
    const onChange = (isConnected: boolean) => health.set('slack', isConnected ? 'ready' : 'down');
    socket = createSocket({ client: receiver.client, log, reconnect: waits.reconnect, onFatal: onFailure, onChange });
    await socket.start();
  };
  return {
    name: 'slack',
    async start() {
      const self =
        settings.kind === 'oauth'
          ? null
          : await introduce(settings.botToken, { options, log, logger, waits, signal: stopping.signal });
      if (stopping.signal.aborted) return;
      const { unhandled } = waits;
      const bolt = createBolt({ settings, self, logger, options, installationStore: store, apiUrl, unhandled });
      const extras = createExtras(log, waits);
      listen(
        bolt.app,
        { ...commons, inFlight, extras, threads: createThreads(), languages: createLanguages(), waits, onRefusal },
        onLeave,
      );
      await connect(bolt);
    },
    async stop() {
      stopping.abort();
      server?.close();
      const closed = socket?.stop();
      // Over the socket an answer needs no connection any more: it goes out by the Web API.
      const isIdle = await inFlight.idle(waits.drain);
      inFlight.close();
      if (!isIdle)
        log.warn({ platform: 'slack', unanswered: inFlight.size }, 'stopped before every answer was delivered');
      server?.end();
      await closed;
    },
  };
}

function installationDirectory(dataDirectory: string | null): string {
  if (dataDirectory !== null) return join(dataDirectory, 'slack');
  throw new SetupError(
    'installing into several workspaces needs a place to keep what they grant: set DATA_DIR to a folder',
  );
}

function removed(): SetupError {
  return new SetupError('the app was removed from the workspace: install it again and copy the new SLACK_BOT_TOKEN');
}

/** Asks Slack who the token belongs to, for as long as Slack cannot be reached. @throws SetupError for a bad token. */
async function introduce(
  token: string,
  {
    options,
    log,
    waits,
    signal,
  }: { options: () => webApi.WebClientOptions; log: Log; logger: Logger; waits: Waits; signal: AbortSignal },
): Promise<{ botId: string; botUserId: string } | null> {
  const client = new webApi.WebClient(token, options());
  for (let failures = 0; !signal.aborted; failures++) {
    try {
      const { user_id, bot_id, response_metadata } = await client.auth.test();
      const missing = missingScopes(response_metadata?.scopes);
      if (missing.length > 0) throw scopesMissing(missing);
      return { botUserId: user_id ?? '', botId: bot_id ?? '' };
    } catch (error) {
      if (error instanceof SetupError) throw error;
      const problem = botTokenProblem(error);
      if (problem !== null) throw problem;
      log.warn(
        { platform: 'slack', fault: faultOf(error), failures: failures + 1 },
        'Slack cannot be reached; trying again',
      );
      const asked = error instanceof webApi.WebAPIRateLimitedError ? error.retryAfter * 1000 : 0;
      await wait(Math.max(asked, Math.min(30_000, waits.reconnect * 2 ** failures)), undefined, { signal }).catch(
        () => {},
      );
    }
  }
  return null;
}
