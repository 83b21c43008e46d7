import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGateway, type Gateway, type GatewayOptions } from './gateway.ts';
import { type Answer, type Call, createRest, type Fault, type Json, type Rest } from './rest.ts';
import { snowflake } from './snowflake.ts';

export interface LoopbackOptions extends Partial<GatewayOptions> {
  /** Milliseconds in which an interaction must be answered; Discord's 3,000 by default. */
  readonly window?: number;
  readonly shards?: number;
  readonly concurrency?: number;
}

/** A Discord of our own on 127.0.0.1: REST and gateway, version 10, which records every call and refuses what Discord refuses. */
export interface LoopbackDiscord {
  /** For `DISCORD_API_URL`. */
  readonly api: string;
  readonly token: string;
  readonly applicationId: string;
  readonly botId: string;
  readonly gateway: Gateway;
  readonly rest: Rest;
  /** Every request, oldest first. */
  readonly calls: readonly Call[];
  /** Requests that carried something to people: messages, callbacks, edits. */
  sent(): readonly Call[];
  fault(fault: Fault): void;
  /** Resolves with the first value that `find` gives, looked for after every request; rejects after `within` milliseconds. */
  until<T>(find: () => T | undefined | false | null, within?: number): Promise<T>;
  stop(): Promise<void>;
}

export async function startLoopbackDiscord(options: LoopbackOptions = {}): Promise<LoopbackDiscord> {
  const botId = options.botId ?? snowflake();
  const applicationId = options.applicationId ?? botId;
  const token = options.token ?? `${Buffer.from(botId).toString('base64url')}.G1nGaA.${'t'.repeat(38)}`;
  const calls: Call[] = [];
  const faults: Fault[] = [];
  const watchers = new Set<() => void>();
  const server = createServer((request, response) => {
    void read(request).then((text) => {
      const { answer, call } = answerTo(request, text);
      const isJson = answer.body !== undefined;
      response.writeHead(answer.status, {
        ...(isJson ? { 'content-type': 'application/json' } : {}),
        ...answer.headers,
      });
      response.end(isJson ? JSON.stringify(answer.body) : undefined);
      call.status = answer.status;
      for (const watch of [...watchers]) watch();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const gatewayUrl = () => `ws://127.0.0.1:${port}`;
  const { window = 3000, shards = 1, concurrency = 1 } = options;
  const rest = createRest({ token, applicationId, botId, gatewayUrl, shards, window, concurrency });
  const gateway = createGateway(server, gatewayUrl, { ...options, token, applicationId, botId });

  function answerTo(request: IncomingMessage, text: string): { answer: Answer; call: Call } {
    const method = request.method ?? '';
    const [path = ''] = (request.url ?? '').replace(/^\/api\/v10/, '').split('?');
    const body = (text === '' ? {} : JSON.parse(text)) as Json;
    const { authorization } = request.headers;
    const call: Call = {
      method,
      path,
      body,
      hasToken: authorization !== undefined,
      at: Date.now(),
      status: 0,
      problems: [],
    };
    calls.push(call);
    const fault = faults.find(
      (each) => (each.method ?? method) === method && each.path.test(path) && (each.times ?? 1) > 0,
    );
    if (fault !== undefined) fault.times = (fault.times ?? 1) - 1;
    if (fault !== undefined && fault.after !== true) return { answer: fault, call };
    const { problems, ...answer } = rest.handle(method, path, body, authorization);
    call.problems = problems;
    return { answer: fault ?? answer, call };
  }

  return {
    api: `http://127.0.0.1:${port}/api`,
    token,
    applicationId,
    botId,
    gateway,
    rest,
    calls,
    sent: () => calls.filter(({ path }) => /^\/(?:interactions|webhooks|channels)\//.test(path)),
    fault: (fault) => void faults.push(fault),
    until(find, within = 4000) {
      return new Promise((resolve, reject) => {
        const look = () => {
          const found = find();
          if (found === undefined || found === false || found === null) return;
          end();
          resolve(found);
        };
        const end = () => {
          clearTimeout(timer);
          clearInterval(poll);
          watchers.delete(look);
        };
        const timer = setTimeout(() => {
          end();
          reject(
            new Error(
              `nothing came; calls: ${calls.map(({ method, path, status }) => `${method} ${path} ${status}`).join(' | ')}`,
            ),
          );
        }, within);
        // What the gateway sees makes no request.
        const poll = setInterval(look, 10);
        watchers.add(look);
        look();
      });
    },
    async stop() {
      gateway.end();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
