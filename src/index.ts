/** What adapters may use, in the order a question travels. */

export type { AbstentionReason, Answer, Citation, Explanation } from './answering/answer.ts';
// The record: opened once, asked often.
export { importArticle, type Progress, readMarkdown } from './answering/corpus-folder.ts';
export { LONGEST_QUESTION } from './answering/limits.ts';
export { type OpenOptions, type OpenRecord, openRecord } from './answering/open.ts';
export type { Turn } from './answering/turn.ts';
// Proving a corpus against a copy of its source.
export type { Adapter, Bot, Line, Message, Reference, Reply } from './chat/adapter.ts';
// The bot: a message in, a reply out.
export { type BotOptions, createBot } from './chat/bot.ts';
export { type ContractCitation, type ContractLine, toContract } from './chat/contract.ts';
export { languageFor } from './chat/locale.ts';
export { offeredQuestion } from './chat/reply.ts';
export { wordingFor } from './chat/wording/languages.ts';
export type { Wording } from './chat/wording/wording.ts';
// Broken set-up, which a person must mend.
export { CorpusError, type Finding } from './corpus/findings.ts';
export { LONGEST_UNQUOTED_RUN } from './corpus/overlaps.ts';
export {
  type Corpus,
  type Gap,
  LANGUAGES,
  type Language,
  localised,
  type Source,
  type Statement,
} from './corpus/record.ts';
export { type VerifyReport, verifySource } from './corpus/verify.ts';
export { SetupError } from './errors.ts';
// In which language a text is, where an adapter has to say something before the bot has answered.
export { languageOf } from './languages/choose.ts';
