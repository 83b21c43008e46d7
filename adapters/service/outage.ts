/** What ends the program and may pass by itself: a restart may help. Its message is one line for a person. */
export class OutageError extends Error {
  override readonly name = 'OutageError';
}
