import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** So many questions of one person in so many seconds. */
export interface Rate {
  readonly questions: number;
  readonly seconds: number;
}

/** Generous: nobody types that fast; a script does. */
export const DEFAULT_RATE: Rate = { questions: 20, seconds: 10 };

export interface RateLimit {
  /**
   * Counts one question of a person. Questions count; buttons, modals, autocomplete and Home do not: do not ask for them.
   *
   * @returns `over` when it is one too many, `told` when that was already said to the person in this `place` and time.
   */
  take(person: string, place: string): Promise<'ok' | 'over' | 'told'>;
}

/** @param rate null for no limit. */
export function createRateLimit(rate: Rate | null = DEFAULT_RATE): RateLimit {
  if (rate === null) return { take: async () => 'ok' };
  const asked = new RateLimiterMemory({ points: rate.questions, duration: rate.seconds });
  const told = new RateLimiterMemory({ points: 1, duration: rate.seconds });
  return {
    async take(person, place) {
      if (await isWithin(asked, person)) return 'ok';
      return (await isWithin(told, `${person} ${place}`)) ? 'over' : 'told';
    },
  };
}

/** `20/10` -> 20 questions in 10 seconds; `off` -> null; undefined for anything else. */
export function parseRate(text: string): Rate | null | undefined {
  if (text.toLowerCase() === 'off') return null;
  const [, questions, seconds] = /^([1-9]\d{0,5})\/([1-9]\d{0,5})$/.exec(text) ?? [];
  return questions === undefined ? undefined : { questions: Number(questions), seconds: Number(seconds) };
}

async function isWithin(limiter: RateLimiterMemory, key: string): Promise<boolean> {
  try {
    await limiter.consume(key);
    return true;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return false;
    throw refusal;
  }
}
