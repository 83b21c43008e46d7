import { readSettings } from '../src/settings.ts';
import { readArguments } from './arguments.ts';
import { readEnvironment } from './environment.ts';
import type { Io } from './io.ts';
import { wanted } from './platforms.ts';
import { openFrom } from './record.ts';
import { type Finding, fine, isWell, look, note, report } from './service/doctor.ts';
import { feedbackSummary } from './service/feedback-command.ts';
import { readServiceSettings } from './service/settings.ts';

/** `npm run doctor`: looks at settings, corpus and platforms. @returns 0 when all is well, else 2. */
export async function examine(args: readonly string[], io: Io): Promise<number> {
  const { values } = readArguments('doctor', {
    args,
    options: { corpus: { type: 'string' }, json: { type: 'boolean' } },
  });
  const findings: Finding[] = [];
  const add = async (subject: string, check: () => Promise<readonly Finding[]>): Promise<void> => {
    findings.push(...(await look(subject, check)));
  };
  await add('corpus', async () => {
    const { corpus } = await openFrom(values.corpus, io);
    const titles = corpus.sources
      .map(({ title }) => `“${title}”`)
      .slice(0, 3)
      .join(', ');
    return [
      fine('corpus', `${corpus.statements.length} statements from ${corpus.sources.length} source(s): ${titles}`),
    ];
  });
  await add('settings', async () => {
    const environment = await readEnvironment(io.environment);
    const settings = readSettings(environment);
    const service = readServiceSettings(environment);
    const platforms = wanted(settings);
    const named = platforms.map(({ name }) => name).join(' and ');
    const kept =
      service.dataDirectory === null
        ? note('data', 'DATA_DIR is not set: no feedback, and nothing is remembered over a restart')
        : fine('data', `kept under ${service.dataDirectory} for ${service.retentionDays} days`);
    const found = [
      platforms.length === 0
        ? note('settings', 'no platform is set up: npm start opens a terminal')
        : fine('settings', `whole for ${named}`),
      kept,
    ];
    for (const { name, check } of platforms) found.push(...(await look(name, () => check(settings, service))));
    return found;
  });
  io.output.write(report(findings, { json: values.json === true }));
  return isWell(findings) ? 0 : 2;
}

/** `npm run feedback`: sums up what people thought of the answers. */
export async function feedback(args: readonly string[], io: Io): Promise<number> {
  const { values } = readArguments('feedback', { args, options: { corpus: { type: 'string' } } });
  const { dataDirectory } = readServiceSettings(await readEnvironment(io.environment));
  io.output.write(await feedbackSummary(dataDirectory, await openFrom(values.corpus, io)));
  return 0;
}
