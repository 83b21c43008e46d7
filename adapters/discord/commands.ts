import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPutAPIApplicationCommandsJSONBody,
} from 'discord.js';
import type { PlatformWording } from '../wording/wording.ts';
import { LIMITS } from './limits.ts';

export const COMMANDS = {
  ask: 'ask',
  sources: 'sources',
  about: 'about',
  askAbout: 'Ask On Record about this',
} as const;

/** Discord's locales for a language of ours; English is what stands there without any. */
export type Translations = Readonly<Partial<Record<'ko' | 'ja', PlatformWording>>>;

/**
 * The commands, spelled out whole.
 *
 * @param scope a guild's own commands know no contexts and no kinds of install.
 */
export function commandsFor(
  scope: 'global' | 'guild',
  { wording, translations = {} }: { wording: PlatformWording; translations?: Translations },
): RESTPutAPIApplicationCommandsJSONBody {
  const everywhere = {
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
    integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  };
  const common = scope === 'global' ? everywhere : {};
  const described = (name: keyof PlatformWording['discord']['commands']) => {
    const others = Object.entries(translations).map(([locale, { discord }]) => [locale, discord.commands[name]]);
    return {
      description: wording.discord.commands[name],
      ...(others.length === 0 ? {} : { description_localizations: Object.fromEntries(others) }),
    };
  };
  const slash = ApplicationCommandType.ChatInput as const;
  return [
    {
      type: slash,
      name: COMMANDS.ask,
      ...described('ask'),
      options: [
        {
          type: ApplicationCommandOptionType.String,
          name: 'question',
          ...described('question'),
          required: true,
          autocomplete: true,
          max_length: LIMITS.question,
        },
        { type: ApplicationCommandOptionType.Boolean, name: 'private', ...described('private'), required: false },
      ],
      ...common,
    },
    { type: slash, name: COMMANDS.sources, ...described('sources'), ...common },
    { type: slash, name: COMMANDS.about, ...described('about'), ...common },
    { type: ApplicationCommandType.Message, name: COMMANDS.askAbout, ...common },
  ];
}

/** Whether what Discord holds is what we would write. Discord adds ids, defaults and empty fields of its own. */
export function areSame(wanted: unknown, held: unknown): boolean {
  return JSON.stringify(normal(wanted)) === JSON.stringify(normal(held));
}

/** Fields that we set, in one order, without those that mean the same left out. */
const FIELDS = [
  'type',
  'name',
  'name_localizations',
  'description',
  'description_localizations',
  'options',
  'required',
  'autocomplete',
  'max_length',
  'contexts',
  'integration_types',
  'default_member_permissions',
  'nsfw',
];
const UNORDERED = ['contexts', 'integration_types'];

function normal(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) {
    const items = value.map((each) => normal(each));
    if (UNORDERED.includes(key)) return items.toSorted();
    // The order of commands means nothing; the order of options does.
    return key === '' ? items.toSorted((a, b) => nameOf(a).localeCompare(nameOf(b))) : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  const record = value as Readonly<Record<string, unknown>>;
  const isMap = key.endsWith('_localizations');
  const names = isMap ? Object.keys(record).sort() : FIELDS;
  const entries = names.map((name) => [name, normal(record[name], name)] as const);
  return Object.fromEntries(entries.filter(([, each]) => !isVoid(each)));
}

function isVoid(value: unknown): boolean {
  if (value === undefined || value === null || value === false || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

function nameOf(command: unknown): string {
  return JSON.stringify(command);
}
