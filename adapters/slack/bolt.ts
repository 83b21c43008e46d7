import { App, HTTPReceiver, type InstallationStore, type Logger, SocketModeReceiver, type webApi } from '@slack/bolt';
import type { SlackSettings } from '../../src/settings.ts';
import type { Waits } from './client.ts';
import { BODY_LIMIT } from './http.ts';
import { BOT_SCOPES } from './scopes.ts';

export interface BoltParts {
  readonly app: App;
  /** Null where everything comes over the socket. */
  readonly http: HTTPReceiver | null;
  /** Null where everything comes over HTTP. */
  readonly socket: SocketModeReceiver | null;
}

export interface BoltOptions {
  readonly settings: SlackSettings;
  /** Who the token belongs to; null with OAuth. */
  readonly self: { readonly botId: string; readonly botUserId: string } | null;
  readonly logger: Logger;
  /** A fresh object for each client: the SDK writes into it. */
  readonly options: () => webApi.WebClientOptions;
  /** With OAuth only. */
  readonly installationStore: InstallationStore | null;
  readonly apiUrl: string | null;
  readonly unhandled: Waits['unhandled'];
}

/** Makes Bolt's app and the receivers that feed it. With OAuth and an app token there are two: pages, and the socket. */
export function createBolt(given: BoltOptions): BoltParts {
  const { settings, self, logger, options, installationStore, apiUrl, unhandled } = given;
  const clientOptions = options();
  const oauth = settings.kind === 'oauth' ? installer(settings, { installationStore, clientOptions, apiUrl }) : {};
  const http =
    settings.kind === 'socket'
      ? null
      : new HTTPReceiver({
          signingSecret: settings.signingSecret,
          bodyLimit: BODY_LIMIT,
          logger,
          // All that is understood is acknowledged at once. The rest, such as word of a rate limit, must not come again.
          unhandledRequestTimeoutMillis: unhandled,
          unhandledRequestHandler: ({ response }) => void (response.headersSent || response.writeHead(200).end()),
          ...oauth,
        });
  const appToken = settings.kind === 'http' ? null : settings.appToken;
  const socket =
    appToken === null
      ? null
      : new SocketModeReceiver({
          appToken,
          logger,
          // We connect anew ourselves: at once, and so that a refusal does not end the process.
          autoReconnectEnabled: false,
          installerOptions: { clientOptions: { ...options(), retryConfig: { retries: 0 } } },
        });
  const receiver = http ?? socket;
  if (receiver === null) throw new Error('Slack can reach the bot neither over HTTP nor over a socket');
  const app = new App({
    receiver,
    logger,
    clientOptions,
    convoStore: false,
    ...(settings.kind === 'oauth' || self === null
      ? {}
      : { token: settings.botToken, tokenVerificationEnabled: false, ...self }),
  });
  if (http !== null) socket?.init(app);
  return { app, http, socket };
}

function installer(
  { clientId, clientSecret, stateSecret }: Extract<SlackSettings, { kind: 'oauth' }>,
  {
    installationStore,
    clientOptions,
    apiUrl,
  }: { installationStore: InstallationStore | null; clientOptions: webApi.WebClientOptions; apiUrl: string | null },
) {
  if (installationStore === null) throw new Error('OAuth needs a place for installations');
  const authorizationUrl = apiUrl === null ? {} : { authorizationUrl: new URL('/oauth/v2/authorize', apiUrl).href };
  return {
    clientId,
    clientSecret,
    stateSecret,
    scopes: [...BOT_SCOPES],
    installationStore,
    installerOptions: { clientOptions, ...authorizationUrl },
  };
}
