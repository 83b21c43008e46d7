import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: 'tests/build.ts',
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'fast', include: ['tests/**/*.test.ts'], testTimeout: 20_000 } },
      { extends: true, test: { name: 'slow', include: ['tests/**/*.slow.ts'], testTimeout: 300_000 } },
    ],
  },
});
