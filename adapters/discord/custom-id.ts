import { createHmac, timingSafeEqual } from 'node:crypto';
import { LIMITS } from './limits.ts';

/** What a button does. Ids come back from outside: everything in them is checked before it is used. */
export type Action =
  /** `answer` is a reference of `adapters/service/answer-id.ts`. */
  | { readonly kind: 'sources' | 'why' | 'good' | 'bad' | 'share' | 'reason'; readonly answer: string }
  | { readonly kind: 'remove'; readonly asker: string; readonly proof: string }
  | { readonly kind: 'ask'; readonly question: string };

/** The custom id of an action; null where it does not fit. */
export function writeAction(action: Action): string | null {
  const id = action.kind === 'remove' ? `remove:${action.asker}:${action.proof}` : `${action.kind}:${payload(action)}`;
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
    case 'share':
    case 'reason':
      return { kind, answer: rest };
    case 'ask':
      return { kind, question: rest };
    case 'remove': {
      const [, asker, proof] = /^(\d{15,20}):([\w-]{16})$/.exec(rest) ?? [];
      return asker === undefined || proof === undefined ? null : { kind, asker, proof };
    }
    default:
      return null;
  }
}

/** Proves that this bot itself named a person the asker of an answer in a channel, also after a restart. */
export interface Seal {
  sign(asker: string, channel: string): string;
  verify(proof: string, asker: string, channel: string): boolean;
}

export function createSeal(token: string): Seal {
  const key = createHmac('sha256', token).update('on-record: who asked').digest();
  const sign = (asker: string, channel: string) =>
    createHmac('sha256', key).update(`${asker} ${channel}`).digest('base64url').slice(0, 16);
  return {
    sign,
    verify: (proof, asker, channel) =>
      proof.length === 16 && timingSafeEqual(Buffer.from(proof), Buffer.from(sign(asker, channel))),
  };
}

function payload(action: Exclude<Action, { kind: 'remove' }>): string {
  return action.kind === 'ask' ? action.question : action.answer;
}
