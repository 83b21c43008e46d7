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
/** Bytes of a request; Slack's largest are some ten thousand. */
export const BODY_LIMIT = 1024 * 1024;
const FORM = 'application/x-www-form-urlencoded';

export function createHttpServer({ receive, health, port, host, now = Date.now }: HttpOptions): HttpServer {
  let isClosed = false;
  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    const refusal = isClosed ? 503 : refusalOf(request, now());
    if (request.method === 'GET' && request.url?.split('?')[0] === HEALTH_PATH) health.answer(request, response);
    else if (refusal === null) pass(request, response);
    else refuse(request, response, refusal);
  };
  const pass = (request: IncomingMessage, response: ServerResponse): void => {
    // Bolt reads forms only under their bare name.
    if (request.headers['content-type']?.startsWith(`${FORM};`)) request.headers['content-type'] = FORM;
    try {
      receive(request, response);
    } catch {
      refuse(request, response, 404);
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

/** What Bolt would let pass, or would answer by breaking off. */
function refusalOf({ headers }: IncomingMessage, now: number): number | null {
  if (Number(headers['x-slack-request-timestamp']) > now / 1000 + MOST_AHEAD) return 401;
  return Number(headers['content-length']) > BODY_LIMIT ? 413 : null;
}

function refuse(request: IncomingMessage, response: ServerResponse, status: number): void {
  // Read to its end, or the sender sees a broken connection instead of the answer.
  request.resume();
  response.writeHead(status, { connection: 'close' }).end();
}
