/** The entry by which the build compiles the shipped corpus, bundled like the program that reads the result. */
export { buildSnapshot, SetupError } from '../src/index.ts';
