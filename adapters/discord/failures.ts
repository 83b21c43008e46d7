import {
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  GatewayCloseCodes,
  HTTPError,
  RateLimitError,
} from 'discord.js';
import { SetupError } from '../../src/index.ts';

/** What a failed request means for the one who made it. */
export type FailureKind =
  /** The interaction was not answered in time, or its token has run out. */
  | 'too-late'
  /** An earlier try of ours had arrived after all. */
  | 'already-done'
  /** The message that is replied to or removed, or its history, is not there for us. */
  | 'no-target'
  /** The token is not valid any more. */
  | 'unauthorised'
  /** Discord will not take it, now or later. */
  | 'refused'
  /** Discord asks for a longer wait than an answer is worth. */
  | 'limited'
  /** Discord or the network is out: worth a further try. */
  | 'outage'
  | 'unknown';

const CODES: Readonly<Record<number, FailureKind>> = {
  10062: 'too-late',
  10015: 'too-late',
  50027: 'too-late',
  40060: 'already-done',
  10008: 'no-target',
  160002: 'no-target',
};

export function failureOf(error: unknown): FailureKind {
  if (error instanceof DiscordAPIError) {
    if (error.status === 401) return 'unauthorised';
    const known = CODES[Number(error.code)];
    if (known !== undefined) return known;
    return isMissingReference(error) ? 'no-target' : 'refused';
  }
  if (error instanceof RateLimitError) return 'limited';
  if (error instanceof HTTPError) return 'outage';
  // After a 401 the library forgets the token and refuses by itself.
  if (error instanceof Error && error.message.startsWith('Expected token to be set')) return 'unauthorised';
  return error instanceof Error && isNetwork(error) ? 'outage' : 'unknown';
}

/** Whether it is not our own mistake, and passes by itself. */
export function isPassing(error: unknown): boolean {
  return failureOf(error) === 'outage';
}

const TOKEN_ADVICE = 'copy it anew under Bot > Reset Token in the Discord developer portal and set DISCORD_TOKEN';

/** What a person must do about a gateway close that nothing recovers from; null for any other. */
export function fatalClose(code: number): SetupError | null {
  const advice = FATAL_CLOSES[code];
  return advice === undefined ? null : new SetupError(`Discord: ${advice} (gateway close ${code})`);
}

const FATAL_CLOSES: Readonly<Record<number, string>> = {
  [GatewayCloseCodes.AuthenticationFailed]: `the token is not valid: ${TOKEN_ADVICE}`,
  [GatewayCloseCodes.InvalidShard]: 'the number of shards is not valid: set DISCORD_SHARDS=auto and start it again',
  [GatewayCloseCodes.ShardingRequired]:
    'the bot is in too many servers for so few connections: set DISCORD_SHARDS=auto and start it again',
  [GatewayCloseCodes.InvalidAPIVersion]: 'this version of the gateway is no longer served: update On Record',
  [GatewayCloseCodes.InvalidIntents]: 'it does not know the intents that were asked for: update On Record',
  [GatewayCloseCodes.DisallowedIntents]:
    'it does not allow the intents that were asked for (only server and direct messages, none of them privileged): check the application under Bot in the Discord developer portal',
};

/** What a person must do about a login that failed; null where it may pass by itself. */
export function fatalLogin(error: unknown, closeCode: number | null): SetupError | null {
  const closed = closeCode === null ? null : fatalClose(closeCode);
  if (closed !== null) return closed;
  const isToken = error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid;
  if (isToken || failureOf(error) === 'unauthorised')
    return new SetupError(`Discord: the token is not valid: ${TOKEN_ADVICE}`);
  if (error instanceof Error && error.message.startsWith('Not enough sessions'))
    return new SetupError(
      'Discord: the bot has started too often today: find out why it restarts, and start it again later',
    );
  if (error instanceof DiscordAPIError && error.status < 500)
    return new SetupError(
      `Discord: the gateway refused the bot (${error.status}): check DISCORD_TOKEN and DISCORD_API_URL`,
    );
  return null;
}

export function revoked(): SetupError {
  return new SetupError(`Discord: the token is no longer valid: ${TOKEN_ADVICE}`);
}

function isMissingReference({ code, rawError }: DiscordAPIError): boolean {
  return code === 50035 && JSON.stringify(rawError).includes('message_reference');
}

function isNetwork({ name, cause, message, ...rest }: Error): boolean {
  const code = String((rest as { code?: unknown }).code ?? (cause as { code?: unknown } | undefined)?.code ?? '');
  return (
    name === 'AbortError' ||
    /^(?:E[A-Z]+|UND_ERR_\w+)$/.test(code) ||
    /ECONN|socket|other side closed|fetch failed/i.test(message)
  );
}
