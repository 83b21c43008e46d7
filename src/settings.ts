import { z } from 'zod';
import { SetupError } from './errors.ts';

/** What the environment asks for: the settings of each platform, or null where none of its secrets is set. */
export interface Settings {
  readonly slack: SlackSettings | null;
  readonly discord: DiscordSettings | null;
}

/** One workspace over Socket Mode, one workspace over HTTP, or several workspaces that install the bot by OAuth. */
export type SlackSettings =
  | {
      readonly kind: 'socket';
      readonly botToken: string;
      readonly appToken: string;
      readonly signingSecret: string | null;
    }
  | { readonly kind: 'http'; readonly botToken: string; readonly signingSecret: string }
  | {
      readonly kind: 'oauth';
      readonly clientId: string;
      readonly clientSecret: string;
      readonly stateSecret: string;
      readonly signingSecret: string;
      readonly appToken: string | null;
    };

export interface DiscordSettings {
  readonly token: string;
  readonly applicationId: string | null;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the settings of every platform. An empty value counts as unset; addresses, ports and the like start nothing.
 *
 * @throws SetupError with one line that names every variable that is missing, too many or malformed.
 */
export function readSettings(environment: Environment): Settings {
  const parsed = Secrets.safeParse(environment);
  if (!parsed.success) throw problems(parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`));
  const secrets = parsed.data;
  const found = [...slackProblems(secrets), ...discordProblems(secrets)];
  if (found.length > 0) throw problems(found);
  return { slack: slackSettings(secrets), discord: discordSettings(secrets) };
}

const secret = z
  .string()
  .transform((value) => value.trim() || undefined)
  .pipe(
    z
      .string()
      .regex(/^[\x21-\x7e]+$/, 'holds a character that no token has, such as a space')
      .optional(),
  )
  .optional();

const choice = z
  .string()
  .transform((value) => value.trim().toLowerCase() || undefined)
  .pipe(z.enum(['true', 'false'], 'is neither true nor false').optional())
  .optional();

const Secrets = z.object({
  SLACK_BOT_TOKEN: secret,
  SLACK_APP_TOKEN: secret,
  SLACK_SIGNING_SECRET: secret,
  SLACK_CLIENT_ID: secret,
  SLACK_CLIENT_SECRET: secret,
  SLACK_STATE_SECRET: secret,
  SLACK_SOCKET_MODE: choice,
  DISCORD_TOKEN: secret,
  DISCORD_APPLICATION_ID: secret,
});
type Secrets = z.infer<typeof Secrets>;
type Name = Exclude<keyof Secrets, 'SLACK_SOCKET_MODE'>;

const SOCKET = ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN'] as const satisfies Name[];
const HTTP = ['SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET'] as const satisfies Name[];
const OAUTH_ONLY = ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET'] as const satisfies Name[];
const OAUTH = [...OAUTH_ONLY, 'SLACK_SIGNING_SECRET'] as const satisfies Name[];

function slackProblems(secrets: Secrets): string[] {
  const isSet = (name: Name) => secrets[name] !== undefined;
  const given = [...SOCKET, ...OAUTH].filter(isSet);
  const oauth = OAUTH_ONLY.filter(isSet);
  if (given.length === 0) return [];
  if (isSet('SLACK_BOT_TOKEN') && oauth.length > 0)
    return [`SLACK_BOT_TOKEN is for one workspace and ${listed(oauth, 'and')} for several: unset the one or the other`];
  if (oauth.length > 0)
    return half(
      'Slack',
      given,
      OAUTH.filter((name) => !isSet(name)),
      'and',
    );
  if (!isSet('SLACK_BOT_TOKEN')) return half('Slack', given, ['SLACK_BOT_TOKEN'], 'and');
  const { SLACK_SOCKET_MODE: socket } = secrets;
  const wanted = socket === 'true' ? 'SLACK_APP_TOKEN' : socket === 'false' ? 'SLACK_SIGNING_SECRET' : undefined;
  if (wanted !== undefined && !isSet(wanted)) return [`SLACK_SOCKET_MODE=${socket} needs ${wanted}`];
  if (isSet('SLACK_APP_TOKEN') || isSet('SLACK_SIGNING_SECRET')) return [];
  return half('Slack', given, [SOCKET[1], HTTP[1]], 'or');
}

function discordProblems({ DISCORD_TOKEN, DISCORD_APPLICATION_ID }: Secrets): string[] {
  if (DISCORD_TOKEN !== undefined || DISCORD_APPLICATION_ID === undefined) return [];
  return half('Discord', ['DISCORD_APPLICATION_ID'], ['DISCORD_TOKEN'], 'and');
}

function half(platform: string, given: readonly Name[], missing: readonly Name[], word: 'and' | 'or'): string[] {
  if (missing.length === 0) return [];
  return [`${platform} is set up by half: ${listed(given, 'and')} without ${listed(missing, word)}`];
}

function slackSettings(secrets: Secrets): SlackSettings | null {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = secrets;
  const { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret, SLACK_STATE_SECRET: stateSecret } = secrets;
  const { SLACK_SOCKET_MODE: socket } = secrets;
  if (botToken && appToken && socket !== 'false')
    return { kind: 'socket', botToken, appToken, signingSecret: signingSecret ?? null };
  if (botToken && signingSecret) return { kind: 'http', botToken, signingSecret };
  if (clientId && clientSecret && stateSecret && signingSecret)
    return {
      kind: 'oauth',
      clientId,
      clientSecret,
      stateSecret,
      signingSecret,
      appToken: socket === 'false' ? null : (appToken ?? null),
    };
  return null;
}

function discordSettings({
  DISCORD_TOKEN: token,
  DISCORD_APPLICATION_ID: applicationId,
}: Secrets): DiscordSettings | null {
  return token === undefined ? null : { token, applicationId: applicationId ?? null };
}

function listed(names: readonly string[], word: 'and' | 'or'): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${word} ${names.at(-1)}`;
}

function problems(lines: readonly string[]): SetupError {
  return new SetupError(`${lines.join('; ')}. See .env.example.`);
}
