import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: 'tests/build.ts',
    maxWorkers: 2,
    projects: [
      // Not isolated: loading the SDKs and the record anew for each file takes longer than most files.
      { extends: true, test: { name: 'fast', include: ['tests/**/*.test.ts'], testTimeout: 20_000, isolate: false } },
      { extends: true, test: { name: 'slow', include: ['tests/**/*.slow.ts'], testTimeout: 300_000 } },
    ],
  },
});
