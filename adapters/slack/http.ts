import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { HEALTH_PATH, type Health, listen } from '../service/health.ts';

/** Takes what Slack sends over HTTP. */
export interface HttpServer {
  start(): Promise<void>;
  /** Takes nothing new: what still comes over an open connection is sent back, so that Slack sends it again later. */
  close(): void;
  /** Ends the open connections. */
  end(): void;
}

export interface HttpOptions {
  /** Bolt's own listener; it throws for a path that it does not know. */
  readonly receive: RequestListener;
  readonly health: Health;
  readonly port: number;
  readonly host: string;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
}

/** Seconds that a request may come from the future. Bolt itself refuses only what is too old. */
const MOST_AHEAD = 5 * 60;
const FORM = 'application/x-www-form-urlencoded';

export function createHttpServer({ receive, health, port, host, now = Date.now }: HttpOptions): HttpServer {
  let isClosed = false;
  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    if (request.method === 'GET' && request.url?.split('?')[0] === HEALTH_PATH) return health.answer(request, response);
    if (isClosed) return refuse(response, 503);
    if (Number(request.headers['x-slack-request-timestamp']) > now() / 1000 + MOST_AHEAD) return refuse(response, 401);
    // Bolt reads forms only under their bare name.
    if (request.headers['content-type']?.startsWith(`${FORM};`)) request.headers['content-type'] = FORM;
    try {
      receive(request, response);
    } catch {
      refuse(response, 404);
    }
  };
  const server = createServer(handle);
  return {
    start: () => listen(server, { port, host, variable: 'PORT' }),
    close() {
      isClosed = true;
      server.close();
    },
    end: () => server.closeAllConnections(),
  };
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { connection: 'close' }).end();
}
