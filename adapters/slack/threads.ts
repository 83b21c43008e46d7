/** Knows the threads in which the bot has answered, so that follow-ups there need no mention. */
export interface Threads {
  /** The bot answers there. */
  join(channel: string, thread: string): void;
  /**
   * Whether the bot has answered there. A thread that is not known, as after a restart, is looked up, once where that
   * succeeds.
   *
   * @param lookUp resolves to whether the bot has written there, or to null where it cannot be known.
   */
  isOurs(channel: string, thread: string, lookUp: () => Promise<boolean | null>): Promise<boolean>;
  /** True once for each thread: it has no title yet. */
  takesTitle(channel: string, thread: string): boolean;
}

/** Threads remembered; beyond, those known longest are dropped. */
const MOST = 20_000;
/** Slack allows some fifty look-ups a minute; the rest is left to others. */
const LOOK_UPS = { most: 20, within: 60_000 } as const;
/** Older threads, in milliseconds, are not looked up: their talk has moved on. */
const OLD = 7 * 24 * 60 * 60_000;

export function createThreads(now: () => number = Date.now): Threads {
  const known = new Map<string, boolean | Promise<boolean>>();
  const titled = new Set<string>();
  let recent: number[] = [];
  const keep = (key: string, value: boolean | Promise<boolean>): void => {
    known.delete(key);
    known.set(key, value);
    const oldest = known.keys().next();
    if (known.size > MOST && !oldest.done) known.delete(oldest.value);
  };
  const mayLookUp = (thread: string): boolean => {
    recent = recent.filter((at) => now() - at < LOOK_UPS.within);
    if (recent.length >= LOOK_UPS.most || now() - Number(thread) * 1000 > OLD) return false;
    recent.push(now());
    return true;
  };
  return {
    join: (channel, thread) => keep(`${channel} ${thread}`, true),
    async isOurs(channel, thread, lookUp) {
      const key = `${channel} ${thread}`;
      const found = known.get(key);
      if (found !== undefined) return found;
      if (!mayLookUp(thread)) return false;
      const asking = lookUp();
      const looking = asking.then((answer) => answer ?? false);
      keep(key, looking);
      const isOurs = await asking;
      // While it was looked up, the bot may have answered there.
      if (known.get(key) !== looking) return isOurs === true || known.get(key) === true;
      if (isOurs === null) known.delete(key);
      else keep(key, isOurs);
      return isOurs === true;
    },
    takesTitle(channel, thread) {
      const key = `${channel} ${thread}`;
      if (titled.has(key)) return false;
      // A title that is set twice does no harm.
      if (titled.size >= MOST) titled.clear();
      titled.add(key);
      return true;
    },
  };
}
