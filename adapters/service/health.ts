import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { SetupError } from '../../src/index.ts';

export type Condition = 'starting' | 'ready' | 'down' | 'stopped';

/** What the program says about itself: ready when every started platform is. */
export interface Health {
  /** Enters a platform, as starting, or changes what is known of it. */
  set(platform: string, condition: Condition): void;
  readonly isReady: boolean;
  /** `{ "ready": true, "platforms": { "slack": "ready" } }`, 200 or 503. */
  answer(request: IncomingMessage, response: ServerResponse): void;
}

export const HEALTH_PATH = '/healthz';

export function createHealth(): Health {
  const platforms = new Map<string, Condition>();
  const isReady = () => platforms.size > 0 && [...platforms.values()].every((condition) => condition === 'ready');
  return {
    set: (platform, condition) => void platforms.set(platform, condition),
    get isReady() {
      return isReady();
    },
    answer(_request, response) {
      const ready = isReady();
      const body = JSON.stringify({ ready, platforms: Object.fromEntries(platforms) });
      response
        .writeHead(ready ? 200 : 503, { 'content-type': 'application/json', 'cache-control': 'no-store' })
        .end(body);
    },
  };
}

/** Serves `GET /healthz` on a port of its own. @throws SetupError where the port cannot be had. */
export async function serveHealth(health: Health, { port, host }: { port: number; host: string }): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.method === 'GET' && request.url?.split('?')[0] === HEALTH_PATH) health.answer(request, response);
    else response.writeHead(404).end();
  });
  await listen(server, { port, host, variable: 'HEALTH_PORT' });
  return server;
}

/** Listens, or says in one line which variable to change. @throws SetupError */
export function listen(
  server: Server,
  { port, host, variable }: { port: number; host: string; variable: string },
): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(portProblem(error, { port, host, variable })));
    server.listen(port, host, resolve);
  });
}

/** @returns a `SetupError` for a port or host that cannot be had, any other error as it is. */
export function portProblem(
  error: Error,
  { port, host, variable }: { port: number; host: string; variable: string },
): Error {
  const reasons: Readonly<Record<string, string>> = {
    EADDRINUSE: `port ${port} is taken: set ${variable} to a free one, or stop what listens there`,
    EACCES: `port ${port} is not allowed to this user: set ${variable} to one above 1023`,
    EADDRNOTAVAIL: `${host} is no address of this machine: set HOST to one that is, such as 127.0.0.1 or 0.0.0.0`,
    ENOTFOUND: `${host} is no address of this machine: set HOST to one that is, such as 127.0.0.1 or 0.0.0.0`,
  };
  const reason = reasons[(error as NodeJS.ErrnoException).code ?? ''];
  return reason === undefined ? error : new SetupError(reason, { cause: error });
}
