import { access, constants, mkdir } from 'node:fs/promises';
import { webApi } from '@slack/bolt';
import type { SlackSettings } from '../../src/settings.ts';
import { type Finding, fine, look, note, problem } from '../service/doctor.ts';
import { createLogger } from '../service/logger.ts';
import type { ServiceSettings } from '../service/settings.ts';
import { boltLogger, clientOptions, WAITS } from './client.ts';
import { botTokenProblem, refusalOf, socketProblem } from './faults.ts';
import { missingScopes, OPTIONAL_SCOPES, SCOPES } from './scopes.ts';

/** Looks at what Slack says to the settings, without starting anything. */
export async function checkSlack(settings: SlackSettings, service: ServiceSettings): Promise<readonly Finding[]> {
  const logger = boltLogger(createLogger({ level: 'silent' }));
  // Nobody waits long for a doctor.
  const options = () =>
    clientOptions({ apiUrl: service.slackApiUrl, logger, waits: { ...WAITS, retries: 1, call: 10_000 } });
  const bot = settings.kind === 'oauth' ? null : settings.botToken;
  const app = settings.kind === 'http' ? null : settings.appToken;
  return [
    fine('slack settings', KINDS[settings.kind]),
    ...(bot === null
      ? await look('slack installations', () => checkDirectory(service))
      : await look('slack bot token', () => checkBot(bot, options()))),
    ...(app === null ? [] : await look('slack socket mode', () => checkSocket(app, options()))),
  ];
}

const KINDS: Readonly<Record<SlackSettings['kind'], string>> = {
  socket: 'one workspace, over Socket Mode',
  http: 'one workspace, over HTTP with the signing secret',
  oauth: 'several workspaces, which install the app by OAuth',
};

async function checkBot(token: string, options: webApi.WebClientOptions): Promise<readonly Finding[]> {
  try {
    const { team, user, response_metadata } = await new webApi.WebClient(token, options).auth.test();
    return [
      fine('slack bot token', `taken by Slack: ${user ?? 'the bot'} in ${team ?? 'the workspace'}`),
      scopes(response_metadata?.scopes),
    ];
  } catch (error) {
    return [problem('slack bot token', botTokenProblem(error)?.message ?? unreachable(error))];
  }
}

function scopes(granted: readonly string[] | undefined): Finding {
  const subject = 'slack scopes';
  if (granted === undefined || granted.length === 0) return note(subject, 'Slack does not tell which are granted');
  const missing = missingScopes(granted);
  if (missing.length > 0)
    return problem(
      subject,
      `${missing.join(', ')} missing: add under OAuth & Permissions, install the app again, copy the new token`,
    );
  const without = OPTIONAL_SCOPES.filter((scope) => !granted.includes(scope));
  if (without.length === 0) return fine(subject, 'all are granted');
  return note(subject, `without ${without.map((scope) => `${scope} (${SCOPES[scope].for})`).join('; ')}`);
}

async function checkSocket(token: string, options: webApi.WebClientOptions): Promise<readonly Finding[]> {
  try {
    await new webApi.WebClient(token, options).apps.connections.open({});
    return [fine('slack socket mode', 'a connection is granted')];
  } catch (error) {
    return [problem('slack socket mode', socketProblem(error)?.message ?? unreachable(error))];
  }
}

async function checkDirectory({ dataDirectory }: ServiceSettings): Promise<readonly Finding[]> {
  const subject = 'slack installations';
  if (dataDirectory === null) return [problem(subject, 'there is no place for them: set DATA_DIR to a folder')];
  await mkdir(dataDirectory, { recursive: true, mode: 0o700 });
  await access(dataDirectory, constants.W_OK);
  return [fine(subject, `kept under ${dataDirectory}`)];
}

function unreachable(error: unknown): string {
  return `Slack cannot be reached (${refusalOf(error) ?? (error as Error).name}): see to the network, and to SLACK_API_URL where it is set`;
}
