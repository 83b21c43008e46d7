import { snowflake } from './snowflake.ts';
import { choiceProblems, commandProblems, messageProblems, modalProblems } from './validate.ts';

export type Json = Record<string, unknown>;

/** One request that reached Discord, with what it was told. */
export interface Call {
  readonly method: string;
  /** After `/api/v10`, without the query. */
  readonly path: string;
  readonly body: Json;
  readonly hasToken: boolean;
  /** Milliseconds since the epoch. */
  readonly at: number;
  status: number;
  /** What was wrong with it, as Discord or this bot's own rules see it. */
  problems: readonly string[];
}

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A failure to come. */
export interface Fault extends Answer {
  readonly method?: string;
  readonly path: RegExp;
  /** How many requests it hits; once by default. */
  times?: number;
  /** The request is carried out, and only its answer is lost. */
  readonly after?: boolean;
}

export interface World {
  readonly token: string;
  readonly applicationId: string;
  readonly botId: string;
  readonly gatewayUrl: () => string;
  readonly shards: number;
  /** Milliseconds in which an interaction must be answered. */
  readonly window: number;
  /** Identifies that may run in the same five seconds. */
  readonly concurrency: number;
}

/** State of Discord's REST interface: channels, interactions, commands. */
export interface Rest {
  handle(
    method: string,
    path: string,
    body: Json,
    authorization: string | undefined,
  ): Answer & { readonly problems: readonly string[] };
  readonly messages: Map<string, Json>;
  /** Lets the interaction be answered from now on. */
  expect(interaction: { id: string; token: string; channel_id?: string | undefined; message?: Json; user: Json }): void;
  readonly commands: Map<string, Json[]>;
}

interface Known {
  readonly id: string;
  readonly token: string;
  readonly channel: string;
  readonly user: Json;
  readonly since: number;
  /** The message that `@original` names once the interaction is answered. */
  original: string | null;
  readonly message: string | null;
  isAnswered: boolean;
}

export function createRest(world: World): Rest {
  const messages = new Map<string, Json>();
  const commands = new Map<string, Json[]>();
  const interactions = new Map<string, Known>();
  const nonces = new Map<string, Json>();

  const create = (channel: string, body: Json, extra: Json = {}): Json => {
    const { nonce, enforce_nonce: _, allowed_mentions: __, ...shown } = body;
    const id = snowflake();
    const message = {
      ...shown,
      id,
      channel_id: channel,
      author: { id: world.botId, username: 'On Record', discriminator: '0', bot: true, avatar: null },
      timestamp: new Date().toISOString(),
      edited_timestamp: null,
      mentions: [],
      mention_roles: [],
      attachments: [],
      embeds: body.embeds ?? [],
      components: body.components ?? [],
      content: body.content ?? '',
      type: body.message_reference === undefined ? 0 : 19,
      ...(nonce === undefined ? {} : { nonce }),
      ...extra,
    };
    messages.set(id, message);
    return message;
  };

  const send = (channel: string, body: Json) => {
    const problems = messageProblems(body);
    if (problems.length > 0) return refused(400, 50035, 'Invalid Form Body', problems);
    const key = body.enforce_nonce === true ? `${channel}:${String(body.nonce)}` : null;
    const earlier = key === null ? undefined : nonces.get(key);
    if (earlier !== undefined) return ok(earlier);
    const message = create(channel, body);
    if (key !== null) nonces.set(key, message);
    return ok(message);
  };

  const callback = (id: string, token: string, { type, data }: Json) => {
    const known = interactions.get(token);
    if (known === undefined || known.id !== id || Date.now() - known.since > world.window)
      return refused(404, 10062, 'Unknown interaction');
    if (known.isAnswered) return refused(400, 40060, 'Interaction has already been acknowledged.');
    const body = (data ?? {}) as Json;
    const problems =
      type === 4 || type === 7
        ? messageProblems(body, { isWebhook: true })
        : type === 8
          ? choiceProblems(body.choices)
          : type === 9
            ? modalProblems(body)
            : [];
    if (problems.length > 0) return refused(400, 50035, 'Invalid Form Body', problems);
    known.isAnswered = true;
    const metadata = { interaction_metadata: { id, user: known.user, type: 2 } };
    if (type === 4 || type === 5) known.original = String(create(known.channel, body, metadata).id);
    if (type === 6 || type === 7) known.original = known.message;
    if (type === 7 && known.message !== null) messages.set(known.message, { ...messages.get(known.message), ...body });
    return { status: 204, problems: [] };
  };

  const webhook = (method: string, token: string, name: string | undefined, body: Json) => {
    const known = interactions.get(token);
    if (known === undefined || !known.isAnswered) return refused(404, 10015, 'Unknown Webhook');
    const problems = method === 'POST' || method === 'PATCH' ? messageProblems(body, { isWebhook: true }) : [];
    if (problems.length > 0) return refused(400, 50035, 'Invalid Form Body', problems);
    if (method === 'POST')
      return ok(create(known.channel, body, { interaction_metadata: { id: known.id, user: known.user, type: 2 } }));
    const id = decodeURIComponent(name ?? '') === '@original' ? known.original : (name ?? null);
    const message = id === null ? undefined : messages.get(id);
    if (id === null || message === undefined) return refused(404, 10008, 'Unknown Message');
    if (method === 'GET') return ok(message);
    if (method === 'DELETE') {
      messages.delete(id);
      return { status: 204, problems: [] };
    }
    messages.set(id, { ...message, ...body });
    return ok({ ...message, ...body });
  };

  const register = (method: string, scope: string, body: Json) => {
    if (method === 'GET') return ok(commands.get(scope) ?? []);
    const problems = commandProblems(body);
    if (problems.length > 0) return refused(400, 50035, 'Invalid Form Body', problems);
    const isGlobal = scope === 'global';
    const stored = (body as unknown as Json[]).map((command): Json => {
      const id = commands.get(scope)?.find((old) => old.name === command.name)?.id ?? snowflake();
      const defaults = { description: '', type: 1, nsfw: false, default_member_permissions: null, dm_permission: true };
      const scopes = isGlobal ? { contexts: null, integration_types: [0] } : {};
      // Discord adds fields of its own and leaves out what is false or empty in options.
      const options = (command.options as Json[] | undefined)?.map(({ required, ...option }) =>
        required ? { ...option, required } : option,
      );
      return {
        ...defaults,
        ...scopes,
        ...command,
        ...(options ? { options } : {}),
        id,
        application_id: world.applicationId,
        version: snowflake(),
      };
    });
    commands.set(scope, stored);
    return ok(stored);
  };

  return {
    messages,
    commands,
    expect({ id, token, channel_id: channel = '', message, user }) {
      const on = message === undefined ? null : String(message.id);
      interactions.set(token, {
        id,
        token,
        channel,
        user,
        since: Date.now(),
        original: null,
        message: on,
        isAnswered: false,
      });
    },
    handle(method, path, body, authorization) {
      const parts = path.split('/').slice(1);
      const [kind, a = '', b = '', c, d = ''] = parts;
      if (kind === 'interactions') return callback(a, b, body);
      if (kind === 'webhooks') return webhook(method, b, parts[4], body);
      if (authorization !== `Bot ${world.token}`) return refused(401, 0, '401: Unauthorized');
      if (path === '/gateway/bot') {
        const limit = { total: 1000, remaining: 999, reset_after: 3_600_000, max_concurrency: world.concurrency };
        return ok({ url: world.gatewayUrl(), shards: world.shards, session_start_limit: limit });
      }
      if (path === '/users/%40me') return ok({ id: world.botId, username: 'On Record', discriminator: '0', bot: true });
      if (path === '/applications/@me') return ok({ id: world.applicationId, name: 'On Record', flags: 0 });
      if (kind === 'channels' && b === 'messages' && method === 'POST') return send(a, body);
      if (kind === 'channels' && b === 'messages' && c !== undefined) {
        const found = messages.get(c);
        if (found === undefined) return refused(404, 10008, 'Unknown Message');
        if (method === 'DELETE') messages.delete(c);
        return method === 'DELETE' ? { status: 204, problems: [] } : ok(found);
      }
      if (kind === 'applications' && b === 'commands') return register(method, 'global', body);
      if (kind === 'applications' && b === 'guilds' && d === 'commands') return register(method, c ?? '', body);
      return refused(404, 0, '404: Not Found');
    },
  };
}

function ok(body: unknown): Answer & { problems: string[] } {
  return { status: 200, body, problems: [] };
}

function refused(status: number, code: number, message: string, problems: readonly string[] = []) {
  return { status, body: { code, message, errors: problems }, problems };
}
