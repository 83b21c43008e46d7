import type { Reply } from '../../src/index.ts';
import type { Io } from '../io.ts';
import { type Block, plainText, replyBlocks } from './blocks.ts';

/** How replies and lists come out: plain, or coloured and wrapped to the width of a terminal. */
export interface View {
  reply(reply: Reply): string;
  list(blocks: readonly Block[]): string;
}

/** Texts as they are, for a pipe or a file. */
export const PLAIN: View = { reply: ({ text }) => text, list: plainText };

/** The view for where the output goes. Colour needs a terminal and honours NO_COLOR. */
export async function chooseView({ output, environment }: Pick<Io, 'output' | 'environment'>): Promise<View> {
  if (output.isTTY !== true) return PLAIN;
  const { createPainter } = await import('./painter.ts');
  const colour = !environment.NO_COLOR && environment.TERM !== 'dumb';
  const paint = createPainter({ colour, width: () => output.columns });
  return { reply: (reply) => paint(replyBlocks(reply)), list: paint };
}
