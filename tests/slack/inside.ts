import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import { run } from '../../adapters/program.ts';

/** So that no `.env` of this folder has a say. */
const UNSET = Object.fromEntries(
  [
    ...['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET', 'SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET'],
    ...['SLACK_STATE_SECRET', 'SLACK_SOCKET_MODE', 'DISCORD_TOKEN', 'DISCORD_APPLICATION_ID', 'DATA_DIR'],
    ...['HEALTH_PORT', 'LOG_LEVEL'],
  ].map((name) => [name, '']),
);

interface Ended {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The program inside this process: as `npm start` and the like run it, without the time that a process takes to start. */
export function startInside(args: readonly string[], given: Readonly<Record<string, string>>) {
  const [input, output, errors] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const signals = new EventEmitter();
  const environment = { ...UNSET, ...given };
  const told = (stream: PassThrough) => String(stream.read() ?? '');
  const ended = run(args, { input, output, errors, signals, environment, root: '.' }).then(
    (status): Ended => ({ status, stdout: told(output), stderr: told(errors) }),
  );
  return { signal: (name: 'SIGTERM' | 'SIGINT') => signals.emit(name), ended };
}
