/** What adapters may use, in the order a question travels. */

// Broken set-up, which a person must mend.
export { CorpusError, type Finding } from './corpus/findings.ts';
export { SetupError } from './errors.ts';
// The record: opened once, asked often.
export { type OpenOptions, type OpenRecord, buildSnapshot, openRecord } from './answering/open.ts';
export type { Turn } from './answering/turn.ts';
export { LONGEST_QUESTION } from './answering/limits.ts';
export type { AbstentionReason, Answer, Citation, Explanation } from './answering/answer.ts';
export { type Corpus, type Gap, type Language, type Source, type Statement, localised } from './corpus/record.ts';
// The bot: a message in, a reply out.
export { type BotOptions, createBot } from './chat/bot.ts';
export type { Adapter, Bot, Line, Message, Reference, Reply } from './chat/adapter.ts';
export { offeredQuestion } from './chat/reply.ts';
export { type ContractCitation, type ContractLine, toContract } from './chat/contract.ts';
// Proving a corpus against a copy of its source.
export { LONGEST_UNQUOTED_RUN } from './corpus/overlaps.ts';
export { type VerifyReport, verifySource } from './corpus/verify.ts';
