/** Refuses what Slack refuses: the limits of its documentation and those that people met. */

type Json = Record<string, unknown>;

/** @returns what is wrong with a message's blocks, or null. */
export function messageProblem(message: Json): string | null {
  const { text, blocks } = message;
  if (typeof text === 'string' && text.length > 40_000) return 'msg_too_long';
  if (blocks === undefined) return typeof text === 'string' && text.trim() !== '' ? null : 'no_text';
  if (!Array.isArray(blocks)) return 'invalid_blocks_format';
  if (blocks.length > 50) return 'invalid_blocks';
  if (JSON.stringify(blocks).length > 13_200) return 'msg_blocks_too_long';
  return blocksProblem(blocks);
}

/** @returns what is wrong with a modal or Home view, or null. */
export function viewProblem(view: Json): string | null {
  const { type, blocks, title, submit, close } = view;
  if (type !== 'home' && type !== 'modal') return 'type';
  if (!Array.isArray(blocks) || blocks.length > 100) return 'blocks';
  if (Buffer.byteLength(JSON.stringify(view)) > 250_000) return 'view_too_large';
  for (const [part, is] of [['title', title] as const, ['submit', submit] as const, ['close', close] as const])
    if (is !== undefined) {
      const problem = textProblem(is, 24, ['plain_text']);
      if (problem !== null) return `${part}: ${problem}`;
    }
  if (type === 'modal' && title === undefined) return 'title';
  if (typeof view.private_metadata === 'string' && view.private_metadata.length > 3000) return 'private_metadata';
  if (blocks.some((block: Json) => block.type === 'input') && submit === undefined) return 'submit';
  return blocksProblem(blocks);
}

function blocksProblem(blocks: readonly Json[]): string | null {
  const ids = blocks.flatMap(({ block_id }) => (typeof block_id === 'string' ? [block_id] : []));
  if (new Set(ids).size !== ids.length) return 'block_id';
  for (const [at, block] of blocks.entries()) {
    const problem = blockProblem(block);
    if (problem !== null) return `blocks/${at} ${String(block.type)}: ${problem}`;
  }
  return null;
}

function blockProblem(block: Json): string | null {
  const elements = Array.isArray(block.elements) ? (block.elements as Json[]) : [];
  switch (block.type) {
    case 'divider':
      return null;
    case 'header':
      return textProblem(block.text, 150, ['plain_text']);
    case 'section':
      return textProblem(block.text, 3000);
    case 'context':
      if (elements.length < 1 || elements.length > 10) return 'elements';
      return first(elements.map((element) => textProblem(element, 3000)));
    case 'actions': {
      if (elements.length < 1 || elements.length > 25) return 'elements';
      const ids = elements.map(({ action_id }) => action_id);
      if (new Set(ids).size !== ids.length) return 'action_id twice';
      return first(elements.map(buttonProblem));
    }
    case 'input':
      return textProblem(block.label, 2000, ['plain_text']);
    default:
      return 'unknown type';
  }
}

function buttonProblem({ type, text, action_id, value, accessibility_label: label }: Json): string | null {
  if (type !== 'button') return 'element type';
  if (typeof action_id !== 'string' || action_id.length < 1 || action_id.length > 255) return 'action_id';
  if (typeof value === 'string' && value.length > 2000) return 'value';
  if (typeof label === 'string' && label.length > 75) return 'accessibility_label';
  return textProblem(text, 75, ['plain_text']);
}

function textProblem(given: unknown, most: number, types: readonly string[] = ['plain_text', 'mrkdwn']): string | null {
  if (typeof given !== 'object' || given === null) return 'no text';
  const { type, text } = given as Json;
  if (typeof type !== 'string' || !types.includes(type)) return 'text type';
  if (typeof text !== 'string' || text.length < 1) return 'empty text';
  if (!text.isWellFormed()) return 'half a character';
  return text.length > most ? `text longer than ${most}` : null;
}

function first(problems: readonly (string | null)[]): string | null {
  return problems.find((problem) => problem !== null) ?? null;
}
