import { createHash } from 'node:crypto';
import { appendFile, mkdir, readdir, readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';

/** What makes a message one and the same, however often and in whatever form it is delivered. */
export interface MessageKey {
  readonly platform: string;
  readonly channel: string;
  readonly message: string;
}

/** Sees to it that each message is answered once. */
export interface Deduplication {
  /** True for the first caller; false for everyone after, until `release`. */
  claim(key: MessageKey): boolean;
  /** The answer is out: remembered over a restart, too, where there is a place to keep it. */
  settle(key: MessageKey): void;
  /** The answer could not be delivered: a further delivery of the message may try again. */
  release(key: MessageKey): void;
  /** Resolves when all that is settled is on disk. */
  close(): Promise<void>;
}

export interface DeduplicationOptions {
  /** Folder to keep settled messages in, as digests; undefined keeps them in memory only. */
  readonly directory?: string | undefined;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
  /** Told when the folder cannot be written. The bot goes on with what it has in memory. */
  readonly onError?: (error: unknown) => void;
}

/** How long a message is remembered, in milliseconds: Slack's last retry comes after some six minutes. */
const LIFETIME = 60 * 60_000;

export async function createDeduplication({
  directory,
  now = Date.now,
  onError = () => {},
}: DeduplicationOptions = {}): Promise<Deduplication> {
  // A Map keeps the order of insertion: the oldest come first.
  const seen = new Map<string, number>();
  if (directory !== undefined) for (const [digest, at] of await recall(directory, now())) seen.set(digest, at);
  let writing = Promise.resolve();
  let pending: string[] = [];
  const write = async (): Promise<void> => {
    if (directory === undefined || pending.length === 0) return;
    const lines = pending.join('');
    pending = [];
    await appendFile(join(directory, fileOf(now())), lines, { mode: 0o600 }).catch(onError);
  };
  return {
    claim(key) {
      const at = now();
      for (const [digest, since] of seen) {
        if (at - since < LIFETIME) break;
        seen.delete(digest);
      }
      const digest = digestOf(key);
      if (seen.has(digest)) return false;
      seen.set(digest, at);
      return true;
    },
    settle(key) {
      if (directory === undefined) return;
      pending.push(`${digestOf(key)} ${now()}\n`);
      writing = writing.then(write);
    },
    release: (key) => void seen.delete(digestOf(key)),
    close: () => writing,
  };
}

/** Channels and messages are kept as digests: the file tells nobody who spoke where. */
function digestOf({ platform, channel, message }: MessageKey): string {
  return createHash('sha256')
    .update(JSON.stringify([platform, channel, message]))
    .digest('base64url')
    .slice(0, 22);
}

/** One file an hour, so that forgetting is removing a file. */
function fileOf(at: number): string {
  return `${Math.floor(at / LIFETIME)}.txt`;
}

/** Reads the files that still matter and removes the others. */
async function recall(directory: string, at: number): Promise<[string, number][]> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const current = [fileOf(at - LIFETIME), fileOf(at)];
  const names = (await readdir(directory)).filter((name) => /^\d+\.txt$/.test(name)).sort();
  await Promise.all(names.filter((name) => !current.includes(name)).map((name) => unlink(join(directory, name))));
  const texts = await Promise.all(
    names.filter((name) => current.includes(name)).map((name) => readFile(join(directory, name), 'utf8')),
  );
  return texts
    .flatMap((text) => text.split('\n'))
    .map((line): [string, number] => [line.split(' ')[0] ?? '', Number(line.split(' ')[1])])
    .filter(([digest, since]) => digest.length === 22 && at - since < LIFETIME);
}
