import {
  Client,
  Events,
  GatewayDispatchEvents,
  type GatewayDispatchPayload,
  GatewayIntentBits,
  REST,
  type RESTOptions,
} from 'discord.js';
import { faultOf, type Log } from '../service/logger.ts';

/** What the bot hears. Server messages come without their text unless they mention it; no privileged intent. */
const INTENTS = [GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages] as const;

export interface ClientOptions {
  /** Such as `https://discord.com/api`. */
  readonly api: string;
  readonly shards: 'auto' | number;
  /** The longest wait that Discord may ask for, in milliseconds; a longer one gives up the request. */
  readonly longestWait: number;
  readonly log: Log;
  /** An event, as Discord sent it. */
  onPacket(packet: GatewayDispatchPayload, shard: number): void;
  /** A connection was closed in a way that the library does not recover from. */
  onDisconnect(code: number, shard: number): void;
  onReconnecting(shard: number): void;
}

/**
 * A client of discord.js that hands on events as they come from the gateway: the library holds its own back until every
 * server of every shard has arrived, and interactions die meanwhile. It keeps nothing, so that memory does not grow with
 * servers.
 */
export function createClient({ api, shards, longestWait, log, ...hooks }: ClientOptions): Client {
  const count = shards === 'auto' ? {} : { shardCount: shards };
  const client = new Client({
    intents: INTENTS,
    rest: restOptions({ api, longestWait }),
    shards: shards === 'auto' ? shards : Array.from({ length: shards }, (_, at) => at),
    ...count,
  });
  client.on(Events.Raw, (packet: GatewayDispatchPayload, shard: number) => {
    hooks.onPacket(packet, shard);
    // The library would make objects of it, keep them, and throw at what it does not know. Nobody here needs them.
    if (packet.t === GatewayDispatchEvents.Ready) packet.d.guilds = [];
    else if (packet.t !== GatewayDispatchEvents.Resumed) Object.assign(packet, { t: 'TAKEN', d: {} });
  });
  client.on(Events.ShardDisconnect, ({ code }, shard) => hooks.onDisconnect(code, shard));
  client.on(Events.ShardReconnecting, hooks.onReconnecting);
  // Without listeners an error of a socket would end the process.
  client.on(Events.ShardError, (error, shard) =>
    log.debug({ platform: 'discord', shard, fault: faultOf(error) }, 'socket error'),
  );
  client.on(Events.Error, (error) => log.warn({ platform: 'discord', fault: faultOf(error) }, 'client error'));
  return client;
}

/** A REST client that carries no token, for what an interaction's own token opens; those know no common limit. */
export function createInteractionRest(options: { api: string; longestWait: number }): REST {
  return new REST({ ...restOptions(options), globalRequestsPerSecond: Number.MAX_SAFE_INTEGER });
}

/** The one way in which requests are made; a longer wait than `longestWait` milliseconds gives up. */
export function restOptions({ api, longestWait }: { api: string; longestWait: number }): Partial<RESTOptions> {
  return {
    api: api.replace(/\/+$/, ''),
    rejectOnRateLimit: ({ retryAfter, timeToReset }) => Math.max(retryAfter, timeToReset) > longestWait,
  };
}
