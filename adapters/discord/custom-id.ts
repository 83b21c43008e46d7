import { createHmac, timingSafeEqual } from 'node:crypto';
import { LIMITS } from './limits.ts';

/** What a button does. Ids come back from outside: everything in them is checked before it is used. */
export type Action =
  /** `answer` is a reference of `adapters/service/answer-id.ts`. */
  | { readonly kind: 'sources' | 'why' | 'good' | 'bad' | 'reason'; readonly answer: string }
  /** `pages`: how many messages the answer consists of. */
  | { readonly kind: 'share'; readonly answer: string; readonly pages: number }
  /** `others`: ids of the messages that the answer consists of besides the one with the button. */
  | { readonly kind: 'remove'; readonly asker: string; readonly proof: string; readonly others: readonly string[] }
  | { readonly kind: 'ask'; readonly question: string };

/** The custom id of an action; null where it does not fit. */
export function writeAction(action: Action): string | null {
  const id = `${action.kind}:${payload(action)}`;
  return id.length <= LIMITS.customId ? id : null;
}

/** Null for an id that `writeAction` has not written. */
export function readAction(id: string): Action | null {
  const [, kind, rest] = /^([a-z]+):([\s\S]+)$/.exec(id) ?? [];
  if (rest === undefined) return null;
  switch (kind) {
    case 'sources':
    case 'why':
    case 'good':
    case 'bad':
    case 'reason':
      return { kind, answer: rest };
    case 'share': {
      const [, answer = rest, pages = '1'] = /^(.+):(\d)$/.exec(rest) ?? [];
      return { kind, answer, pages: Number(pages) };
    }
    case 'ask':
      return { kind, question: rest };
    case 'remove': {
      const [, asker, proof, others = ''] = /^(\d{15,20}):([\w-]{16})(?::((?:[\w-]{11})+))?$/.exec(rest) ?? [];
      if (asker === undefined || proof === undefined) return null;
      return { kind, asker, proof, others: (others.match(/.{11}/g) ?? []).map(longId) };
    }
    default:
      return null;
  }
}

/** Messages besides its own that a `remove` can name. */
export const MOST_OTHERS = 5;

export interface Removal {
  readonly asker: string;
  readonly channel: string;
  readonly others: readonly string[];
}

/** Proves that this bot itself named the asker and the messages of an answer in a channel, also after a restart. */
export interface Seal {
  sign(removal: Removal): string;
  verify(proof: string, removal: Removal): boolean;
}

export function createSeal(token: string): Seal {
  const key = createHmac('sha256', token).update('on-record: who asked').digest();
  const sign = ({ asker, channel, others }: Removal) =>
    createHmac('sha256', key)
      .update([asker, channel, ...others].join(' '))
      .digest('base64url')
      .slice(0, 16);
  return {
    sign,
    verify: (proof, removal) => proof.length === 16 && timingSafeEqual(Buffer.from(proof), Buffer.from(sign(removal))),
  };
}

function payload(action: Action): string {
  switch (action.kind) {
    case 'ask':
      return action.question;
    case 'share':
      return action.pages === 1 ? action.answer : `${action.answer}:${action.pages}`;
    case 'remove':
      return [
        action.asker,
        action.proof,
        ...(action.others.length === 0 ? [] : [action.others.map(shortId).join('')]),
      ].join(':');
    default:
      return action.answer;
  }
}

/** An id of up to 64 bits in 11 signs instead of 20. */
function shortId(id: string): string {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt.asUintN(64, BigInt(id)));
  return bytes.toString('base64url');
}

function longId(short: string): string {
  return Buffer.from(short, 'base64url').readBigUInt64BE().toString();
}
