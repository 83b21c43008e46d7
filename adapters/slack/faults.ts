import { webApi } from '@slack/bolt';
import { SetupError } from '../../src/index.ts';

/** What Slack refuses, and what a person can do about it. */

/** What Slack calls its refusal, such as `missing_scope`; undefined for any other error. */
export function refusalOf(error: unknown): string | undefined {
  return error instanceof webApi.WebAPIPlatformError ? error.data.error : undefined;
}

/** Refusals after which no call with this token succeeds. */
const DEAD_TOKEN: ReadonlySet<string> = new Set([
  'invalid_auth',
  'not_authed',
  'token_revoked',
  'token_expired',
  'account_inactive',
  'team_disabled',
  'user_removed_from_team',
]);
/** Refusals that pass. */
const PASSING: ReadonlySet<string> = new Set([
  'internal_error',
  'fatal_error',
  'ratelimited',
  'request_timeout',
  'service_unavailable',
  'team_added_to_org',
]);

export function isDeadToken(error: unknown): boolean {
  return DEAD_TOKEN.has(refusalOf(error) ?? '');
}

/** @returns what to do about the bot token, or null where it is not to blame. */
export function botTokenProblem(error: unknown): SetupError | null {
  const refusal = refusalOf(error);
  if (refusal === undefined || PASSING.has(refusal)) return null;
  if (!DEAD_TOKEN.has(refusal) && refusal !== 'not_allowed_token_type' && refusal !== 'missing_scope') return null;
  return new SetupError(
    `Slack refuses SLACK_BOT_TOKEN (${refusal}): install the app to the workspace (again) and copy the Bot User OAuth Token, xoxb-..., from OAuth & Permissions`,
    { cause: error },
  );
}

/** @returns what to do about Socket Mode, or null where waiting may help. */
export function socketProblem(error: unknown): SetupError | null {
  const refusal = refusalOf(error);
  if (refusal === undefined || PASSING.has(refusal)) return null;
  return new SetupError(
    `Slack refuses SLACK_APP_TOKEN (${refusal}): under Basic Information, App-Level Tokens, make one with the scope connections:write and copy it, xapp-...; and see that Socket Mode is switched on`,
    { cause: error },
  );
}

export function socketSwitchedOff(): SetupError {
  return new SetupError(
    'Slack has closed the connection (link_disabled): switch Socket Mode on in the settings of the app, or set SLACK_SOCKET_MODE=false and SLACK_SIGNING_SECRET to be called over HTTP',
  );
}

export function scopesMissing(scopes: readonly string[]): SetupError {
  return new SetupError(
    `the Slack app lacks the bot ${scopes.length === 1 ? 'scope' : 'scopes'} ${scopes.join(', ')}: add what is missing under OAuth & Permissions, install the app to the workspace again and copy the new SLACK_BOT_TOKEN`,
  );
}
