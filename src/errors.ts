/** Broken set-up that a person must mend: the message says what is wrong, where, and what to do. Exit status 2. */
export class SetupError extends Error {
  override readonly name: string = 'SetupError';
}
