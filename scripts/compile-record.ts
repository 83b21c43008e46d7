/** The entry by which the build compiles the shipped corpus. It imports the compiler alone: see `inputsOfRecord`. */
export { buildSnapshot } from '../src/answering/curated-record.ts';
export { SetupError } from '../src/errors.ts';
