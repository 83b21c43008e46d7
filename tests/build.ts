import { execFileSync } from 'node:child_process';

/** Tests that start the program start the built one. */
export function setup(): void {
  execFileSync(process.execPath, ['scripts/build.mjs', '--if-stale'], { stdio: ['ignore', 'inherit', 'inherit'] });
}
