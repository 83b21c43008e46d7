/** The bot scopes, and what each is for. */
export const SCOPES = {
  'app_mentions:read': { needed: true, for: 'be asked by a mention in a channel' },
  'chat:write': { needed: true, for: 'answer' },
  commands: { needed: true, for: 'the command /ask and the message shortcut' },
  'im:history': { needed: true, for: 'be asked in a direct message' },
  'assistant:write': { needed: false, for: 'suggested questions, status and title in the agent view' },
  'channels:history': { needed: false, for: 'follow-up questions without a mention, in threads of public channels' },
  'groups:history': { needed: false, for: 'the same in private channels' },
} as const satisfies Record<string, { needed: boolean; for: string }>;

export type Scope = keyof typeof SCOPES;

const ALL = Object.keys(SCOPES) as Scope[];

export const BOT_SCOPES: readonly Scope[] = ALL;
export const OPTIONAL_SCOPES: readonly Scope[] = ALL.filter((scope) => !SCOPES[scope].needed);

/** Needed scopes that were not granted; none where Slack does not tell. */
export function missingScopes(granted: readonly string[] | undefined): Scope[] {
  if (granted === undefined || granted.length === 0) return [];
  return ALL.filter((scope) => SCOPES[scope].needed && !granted.includes(scope));
}
