import type { Reply } from '../../src/index.ts';

/** One line of output and what it is; how that looks is the view's concern. */
export interface Block {
  readonly kind: 'heading' | 'text' | 'notice' | 'item' | 'quiet' | 'verbatim' | 'blank';
  readonly text: string;
  /** Characters at the start that are a marker or a label: where the text is folded, the rest stands under what follows. */
  readonly hang?: number;
}

export const BLANK: Block = { kind: 'blank', text: '' };

export const heading = (text: string): Block => ({ kind: 'heading', text });
export const text = (text: string): Block => ({ kind: 'text', text });
export const item = (text: string): Block => ({ kind: 'item', text: `- ${text}`, hang: 2 });
/** A label and what belongs to it, such as a command and its meaning. */
export const row = (label: string, text: string): Block => ({ kind: 'text', text: label + text, hang: label.length });
export const quiet = (text: string): Block => ({ kind: 'quiet', text });

/** The blocks of a reply, with exactly the words of its `text`. */
export function replyBlocks(reply: Reply): Block[] {
  const references = new Set(reply.references.map(({ number, line }) => `[${number}] ${line}`));
  const kindOf = (line: string): Block['kind'] => {
    if (line === '') return 'blank';
    if (line === reply.linesTitle || line === reply.suggestionsTitle) return 'heading';
    if (references.has(line)) return 'quiet';
    if (line === reply.lead) return reply.kind === 'answered' ? 'quiet' : 'notice';
    return line.startsWith('- ') ? 'item' : 'text';
  };
  return reply.text
    .split('\n')
    .map((line) => ({ kind: kindOf(line), text: line, hang: MARKER.exec(line)?.[0].length ?? 0 }));
}

const MARKER = /^(?:- |\[\d+\] )/;

export function plainText(blocks: readonly Block[]): string {
  return blocks.map(({ text }) => text).join('\n');
}
