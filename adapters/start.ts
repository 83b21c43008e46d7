import { SetupError } from '../src/index.ts';
import { type Environment, readSettings } from '../src/settings.ts';
import { readArguments } from './arguments.ts';
import { readEnvironment } from './environment.ts';
import type { Io } from './io.ts';
import { wanted } from './platforms.ts';
import { openFrom } from './record.ts';
import { converse } from './repl/repl.ts';

/** Starts what the environment and `.env` ask for; with no platform there, the terminal or what is piped in. */
export async function start(args: readonly string[], io: Io): Promise<number> {
  const { values } = readArguments('start', { args, options: { corpus: { type: 'string' } } });
  const environment = await readEnvironment(io.environment);
  const settings = readSettings(environment);
  const platforms = wanted(settings);
  const open = () => openFrom(values.corpus, io);
  const record = await open();
  if (platforms.length > 0) {
    const { serve } = await import('./serve.ts');
    return serve(platforms, { settings, record, reopen: open, io: withEnvironment(io, environment) });
  }
  const heard = await converse(record, withEnvironment(io, environment));
  if (heard !== 0 || io.input.isTTY === true) return 0;
  throw new SetupError(
    'nothing to start: no platform is set up (fill in .env, see .env.example), there is no terminal and no question came in',
  );
}

function withEnvironment(io: Io, environment: Environment): Io {
  const { input, output, errors, signals, root } = io;
  return { input, output, errors, signals, environment, root };
}
