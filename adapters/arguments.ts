import { type ParseArgsConfig, parseArgs } from 'node:util';
import { type Command, UsageError } from './usage.ts';

/** Reads the options of a command. @throws UsageError for an option that the command does not have. */
export function readArguments<T extends NonNullable<ParseArgsConfig['options']>>(
  command: Command,
  { args, options, questions = false }: { args: readonly string[]; options: T; questions?: boolean },
) {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, strict: true, allowPositionals: questions });
    for (const [name, value] of Object.entries(values)) if (value === '') throw new Error(`--${name} is empty`);
    return { values, positionals };
  } catch (error) {
    const [problem] = (error as Error).message.split('. ');
    throw new UsageError(command, problem ?? 'the options cannot be read');
  }
}
