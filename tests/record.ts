import { type ContractLine, createBot, type OpenRecord, openRecord, type Reply, toContract } from '../src/index.ts';

/** The shipped record, as the build compiled it. */
export function shippedRecord(): Promise<OpenRecord> {
  return openRecord({ directory: 'corpus', cache: ['dist/record'], everyday: 'dist/english.txt' });
}

/** Asks the questions in one conversation; resolves to what came of the last. */
export async function ask(
  record: OpenRecord,
  ...questions: readonly string[]
): Promise<{ reply: Reply; line: ContractLine }> {
  const bot = createBot({ record });
  let reply: Reply | undefined;
  for (const text of questions) reply = await bot.respond({ text, conversation: 'test', person: 'test' });
  if (reply === undefined) throw new Error('no question was given');
  return { reply, line: toContract('test', reply, 5) };
}

/** `statement@place` of each citation, in order. */
export function cited({ citations }: ContractLine): string[] {
  return citations.map(
    ({ statement, paragraph, sentence }) =>
      `${statement}@${sentence === null ? 'headline' : `${paragraph}.${sentence}`}`,
  );
}
