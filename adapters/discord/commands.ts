import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type Locale,
  type RESTPutAPIApplicationCommandsJSONBody,
} from 'discord.js';
import type { Language } from '../../src/index.ts';
import { platformWording, TRANSLATED } from '../wording/languages.ts';
import type { DiscordWording } from '../wording/wording.ts';
import { LIMITS } from './limits.ts';

/** The names by which Discord tells us what was used, in whatever language it was shown. */
export const COMMANDS = platformWording('en').discord.names;

/** Discord's locales in which the texts of a language are shown; English stands wherever nothing else does. */
const LOCALES: Readonly<Record<Exclude<Language, 'en'>, readonly `${Locale}`[]>> = { ko: ['ko'], ja: ['ja'] };

/**
 * The commands, spelled out whole.
 *
 * @param scope a guild's own commands know no contexts and no kinds of install.
 */
export function commandsFor(scope: 'global' | 'guild'): RESTPutAPIApplicationCommandsJSONBody {
  const everywhere = {
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
    integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  };
  const common = scope === 'global' ? everywhere : {};
  const slash = ApplicationCommandType.ChatInput as const;
  return [
    {
      type: slash,
      ...named('ask'),
      ...described('ask'),
      options: [
        {
          type: ApplicationCommandOptionType.String,
          ...named('question'),
          ...described('question'),
          required: true,
          autocomplete: true,
          max_length: LIMITS.question,
        },
        {
          type: ApplicationCommandOptionType.Boolean,
          ...named('private'),
          ...described('private'),
          required: false,
        },
      ],
      ...common,
    },
    { type: slash, ...named('sources'), ...described('sources'), ...common },
    { type: slash, ...named('about'), ...described('about'), ...common },
    { type: ApplicationCommandType.Message, ...named('askAbout'), ...common },
  ];
}

function named(name: keyof DiscordWording['names']) {
  return { name: COMMANDS[name], name_localizations: translated(({ names }) => names[name]) };
}

function described(name: keyof DiscordWording['commands']) {
  const { commands } = platformWording('en').discord;
  return {
    description: commands[name],
    description_localizations: translated((wording) => wording.commands[name]),
  };
}

function translated(pick: (wording: DiscordWording) => string): Partial<Record<`${Locale}`, string>> {
  const all = TRANSLATED.flatMap((language) =>
    LOCALES[language].map((locale) => [locale, pick(platformWording(language).discord)] as const),
  );
  return Object.fromEntries(all);
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
