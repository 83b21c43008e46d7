import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import { messageProblem, viewProblem } from './validate.ts';

type Json = Record<string, unknown>;

/** One call to the Web API, or a post to a response address (`method` is then `respond`). */
export interface Call {
  readonly method: string;
  readonly body: Json;
  readonly token: string;
  readonly at: number;
}

/** What a scripted method answers instead of its own; status 0 breaks the connection. */
export type Script = (call: Call) => { status?: number; headers?: Record<string, string>; body?: Json } | undefined;

/** A Slack of our own on 127.0.0.1: Web API, Socket Mode, response addresses. Records every call, refuses bad ones. */
export interface LoopbackSlack {
  /** For `SLACK_API_URL`. */
  readonly api: string;
  readonly calls: Call[];
  readonly refusals: string[];
  /** Everything shown to people so far: accepted posts, ephemerals and responses. */
  readonly shown: Call[];
  /** Acknowledgements over the socket, by envelope. */
  readonly acks: Map<string, Json>;
  readonly connections: () => number;
  readonly opened: () => number;
  scopes: string | null;
  /** Answers a method from now on; the script may decline by returning undefined. */
  script(method: string, script: Script): void;
  of(method: string): Call[];
  responseUrl(name?: string): string;
  /** Sends an envelope over the newest connection. */
  send(envelope: {
    type: string;
    payload: Json;
    retry_attempt?: number;
    retry_reason?: string;
    envelope_id?: string;
  }): string;
  raw(text: string): void;
  disconnect(reason: string): void;
  drop(): void;
  close(): Promise<void>;
}

export const BOT = {
  user: 'U0BOT',
  id: 'B0BOT',
  token: 'xoxb-loopback-0000',
  app: 'xapp-loopback-0000',
  secret: 'signing-secret-0000',
};
const DEFAULT_SCOPES =
  'app_mentions:read,chat:write,commands,im:history,assistant:write,channels:history,groups:history';

export async function openSlack(): Promise<LoopbackSlack> {
  const calls: Call[] = [];
  const shown: Call[] = [];
  const refusals: string[] = [];
  const acks = new Map<string, Json>();
  const scripts = new Map<string, Script>();
  const sockets: WebSocket[] = [];
  let opened = 0;
  let envelopes = 0;
  let posted = 0;
  const server = createServer((request, response) => void handle(request, response));
  const wss = new WebSocketServer({ server });
  wss.on('connection', (socket) => {
    sockets.push(socket);
    socket.on('close', () => sockets.splice(sockets.indexOf(socket), 1));
    socket.on('message', (data) => {
      const { envelope_id, payload } = JSON.parse(String(data)) as { envelope_id: string; payload: Json };
      acks.set(envelope_id, payload);
    });
    socket.send(JSON.stringify({ type: 'hello', num_connections: sockets.length }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const base = `http://127.0.0.1:${port}`;

  const respondTo = (call: Call): Json => {
    const { method, body, token } = call;
    if (
      token !== BOT.token &&
      !(method === 'apps.connections.open' && token === BOT.app) &&
      !token.startsWith('xoxb-team-') &&
      method !== 'oauth.v2.access'
    )
      return { ok: false, error: method === 'apps.connections.open' ? 'not_allowed_token_type' : 'invalid_auth' };
    switch (method) {
      case 'auth.test':
        return { ok: true, user_id: BOT.user, bot_id: BOT.id, team_id: 'T1', url: base };
      case 'apps.connections.open':
        opened += 1;
        return { ok: true, url: `ws://127.0.0.1:${port}/link?ticket=${opened}` };
      case 'chat.postMessage':
      case 'chat.postEphemeral': {
        const problem = body.channel ? messageProblem(body) : 'channel_not_found';
        if (problem !== null) return refuse(method, problem);
        shown.push(call);
        posted += 1;
        return { ok: true, channel: body.channel, ts: `1700000000.${String(posted).padStart(6, '0')}` };
      }
      case 'views.open':
      case 'views.publish': {
        if (method === 'views.open' && !body.trigger_id) return refuse(method, 'invalid_trigger_id');
        if (method === 'views.publish' && !body.user_id) return refuse(method, 'invalid_arguments');
        const problem = viewProblem(body.view as Json);
        return problem === null ? { ok: true, view: { id: 'V1' } } : refuse(method, problem);
      }
      case 'assistant.threads.setSuggestedPrompts': {
        const prompts = body.prompts as Json[];
        return Array.isArray(prompts) && prompts.length >= 1 && prompts.length <= 4
          ? { ok: true }
          : refuse(method, 'invalid_arguments');
      }
      case 'conversations.replies':
        return { ok: true, messages: [] };
      case 'assistant.threads.setStatus':
      case 'assistant.threads.setTitle':
      case 'chat.delete':
        return { ok: true };
      default:
        return refuse(method, 'unknown_method');
    }
  };
  const refuse = (method: string, problem: string): Json => {
    refusals.push(`${method}: ${problem}`);
    const isBlocks = problem.startsWith('blocks') || problem.includes(': ');
    return { ok: false, error: isBlocks ? 'invalid_blocks' : problem };
  };
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = request.url ?? '';
    const text = await read(request);
    const method = path.startsWith('/api/') ? path.slice('/api/'.length) : 'respond';
    const body = method === 'respond' ? (JSON.parse(text) as Json) : parseForm(text);
    const token = request.headers.authorization?.replace('Bearer ', '') ?? String(body.token ?? '');
    const call: Call = { method, body: method === 'respond' ? { ...body, url: path } : body, token, at: Date.now() };
    calls.push(call);
    const scripted = scripts.get(method)?.(call);
    const reply = scripted ?? (method === 'respond' ? respond(call) : { body: respondTo(call) });
    if (scripted === undefined && method === 'respond' && reply.status === undefined) shown.push(call);
    if (reply.status === 0) return void response.destroy();
    const scopes = loopback.scopes === null ? {} : { 'x-oauth-scopes': loopback.scopes };
    response.writeHead(reply.status ?? 200, { 'content-type': 'application/json', ...scopes, ...reply.headers });
    response.end(JSON.stringify(reply.body ?? { ok: true }));
  };
  const respond = ({ body }: Call): { status?: number; body?: Json; headers?: Record<string, string> } => {
    const problem = body.delete_original === true ? null : messageProblem(body);
    if (problem === null) return { body: { ok: true } };
    refuse('respond', problem);
    return { status: 400, body: { ok: false, error: problem } };
  };
  const loopback: LoopbackSlack = {
    api: `${base}/api/`,
    calls,
    refusals,
    shown,
    acks,
    connections: () => sockets.length,
    opened: () => opened,
    scopes: DEFAULT_SCOPES,
    script: (method, script) => void scripts.set(method, script),
    of: (method) => calls.filter((call) => call.method === method),
    responseUrl: (name = 'r1') => `${base}/respond/${name}`,
    send(envelope) {
      const { envelope_id = `envelope-${++envelopes}`, ...rest } = envelope;
      sockets.at(-1)?.send(JSON.stringify({ envelope_id, accepts_response_payload: true, ...rest }));
      return envelope_id;
    },
    raw: (message) => sockets.at(-1)?.send(message),
    disconnect: (reason) => sockets.at(-1)?.send(JSON.stringify({ type: 'disconnect', reason })),
    drop: () => sockets.at(-1)?.terminate(),
    async close() {
      for (const socket of [...sockets]) socket.terminate();
      wss.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return loopback;
}

/** Headers of a request that Slack has signed. */
export function signed(
  body: string,
  { secret = BOT.secret, at = Date.now() }: { secret?: string; at?: number } = {},
): Record<string, string> {
  const timestamp = String(Math.floor(at / 1000));
  const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${signature}` };
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

/** The SDK sends forms in which structures are JSON. */
function parseForm(text: string): Json {
  const entries = [...new URLSearchParams(text)].map(([name, value]): [string, unknown] => {
    if (!/^[[{]/.test(value) || !['blocks', 'view', 'prompts', 'metadata'].includes(name)) return [name, value];
    return [name, JSON.parse(value)];
  });
  return Object.fromEntries(entries);
}
