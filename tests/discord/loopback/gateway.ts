import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { snowflake } from './snowflake.ts';

export interface GatewayOptions {
  readonly token: string;
  readonly applicationId: string;
  readonly botId: string;
  /** Milliseconds. */
  readonly heartbeatInterval?: number;
  /** Guild ids announced in READY as unavailable; they arrive by `dispatch('GUILD_CREATE', ...)`. */
  readonly guilds?: readonly string[];
  /** Shards that the bot must identify with at least; fewer are closed with 4011. */
  readonly leastShards?: number;
}

export interface Session {
  readonly id: string;
  readonly shard: readonly [number, number];
  readonly intents: number;
  sequence: number;
  readonly sent: { s: number; t: string; d: unknown }[];
  socket: WebSocket | null;
}

/** Discord's gateway, version 10, JSON: identify, heartbeats, dispatches, resume with replay. */
export interface Gateway {
  readonly sessions: readonly Session[];
  readonly resumes: number;
  readonly heartbeats: number;
  /** Sends an event to the session of its shard; what a session misses while it is away is replayed on resume. */
  dispatch(t: string, d: object): void;
  /** Sends the last event again, as it was. */
  repeat(): void;
  /** Op 7. */
  askToReconnect(): void;
  /** Op 9. */
  invalidateSession(isResumable: boolean): void;
  close(code: number): void;
  /** Drops the connections without a word. */
  drop(): void;
  refuse(code: number | null): void;
  acknowledges: boolean;
  end(): void;
}

const PRIVILEGED = 2 | 256 | 32768;

export function createGateway(server: Server, address: () => string, options: GatewayOptions): Gateway {
  const { token, applicationId, botId, heartbeatInterval = 41_250, guilds = [], leastShards = 1 } = options;
  const sockets = new WebSocketServer({ server });
  const sessions: Session[] = [];
  let wasInvalidated = false;
  let refusal: number | null = null;
  let last: { session: Session; frame: object } | null = null;
  const counts = { resumes: 0, heartbeats: 0 };
  const write = (socket: WebSocket | null, frame: object) =>
    socket?.readyState === 1 && socket.send(JSON.stringify(frame));

  const emit = (session: Session, t: string, d: unknown) => {
    const frame = { op: 0, t, s: ++session.sequence, d };
    session.sent.push({ s: frame.s, t, d });
    last = { session, frame };
    write(session.socket, frame);
  };

  sockets.on('connection', (socket) => {
    write(socket, { op: 10, d: { heartbeat_interval: heartbeatInterval } });
    socket.on('message', (data) => {
      const { op, d } = JSON.parse(String(data));
      if (op === 1) {
        counts.heartbeats++;
        if (gateway.acknowledges) write(socket, { op: 11 });
      } else if (op === 2) identify(socket, d);
      else if (op === 6) resume(socket, d);
    });
    socket.on('close', () => {
      for (const session of sessions) if (session.socket === socket) session.socket = null;
    });
  });

  function identify(socket: WebSocket, d: { token: string; intents: number; shard?: [number, number] }) {
    const shard = d.shard ?? [0, 1];
    if (refusal !== null) return socket.close(refusal);
    if (d.token !== token) return socket.close(4004, 'Authentication failed.');
    if ((d.intents & PRIVILEGED) !== 0) return socket.close(4014, 'Disallowed intent(s).');
    if (shard[1] < leastShards) return socket.close(4011, 'Sharding required.');
    const session: Session = { id: snowflake(), shard, intents: d.intents, sequence: 0, sent: [], socket };
    sessions.push(session);
    const own = guilds.filter((id) => shardOf(id, shard[1]) === shard[0]);
    emit(session, 'READY', {
      v: 10,
      user: {
        id: botId,
        username: 'On Record',
        discriminator: '0',
        bot: true,
        avatar: null,
        global_name: null,
        flags: 0,
      },
      guilds: own.map((id) => ({ id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: address(),
      shard,
      application: { id: applicationId, flags: 0 },
    });
  }

  function resume(socket: WebSocket, d: { token: string; session_id: string; seq: number }) {
    if (refusal !== null) return socket.close(refusal);
    const session = sessions.find(({ id }) => id === d.session_id);
    if (session === undefined) return write(socket, { op: 9, d: false });
    counts.resumes++;
    session.socket = socket;
    for (const { s, t, d: data } of session.sent.filter(({ s }) => s > d.seq)) write(socket, { op: 0, t, s, d: data });
    write(socket, { op: 0, t: 'RESUMED', s: ++session.sequence, d: {} });
  }

  const current = () => sessions.filter(({ socket }) => socket !== null);
  const gateway: Gateway = {
    sessions,
    get resumes() {
      return counts.resumes;
    },
    get heartbeats() {
      return counts.heartbeats;
    },
    acknowledges: true,
    dispatch(t, d) {
      const { guild_id: guild, id } = d as { guild_id?: string; id?: string };
      const place = t.startsWith('GUILD_') ? id : guild;
      const latest = new Map(sessions.map((session) => [session.shard[0], session]));
      const session = latest.get(place === undefined ? 0 : shardOf(place, sessions.at(-1)?.shard[1] ?? 1));
      // What happens between an invalid session and the next one is lost.
      if (session === undefined && wasInvalidated) return;
      if (session === undefined) throw new Error('no session on that shard');
      emit(session, t, d);
    },
    repeat() {
      if (last !== null) write(last.session.socket, { ...last.frame, s: ++last.session.sequence });
    },
    askToReconnect: () => current().forEach(({ socket }) => void write(socket, { op: 7, d: null })),
    invalidateSession(isResumable) {
      const lost = current();
      for (const { socket } of lost) write(socket, { op: 9, d: isResumable });
      wasInvalidated ||= !isResumable;
      if (!isResumable) for (const session of lost) sessions.splice(sessions.indexOf(session), 1);
    },
    close: (code) => current().forEach(({ socket }) => void socket?.close(code)),
    drop: () => current().forEach(({ socket }) => void socket?.terminate()),
    refuse(code) {
      refusal = code;
    },
    end() {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
  return gateway;
}

function shardOf(guild: string, shards: number): number {
  return Number((BigInt(guild) >> 22n) % BigInt(shards));
}
