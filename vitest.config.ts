import { defineConfig } from 'vitest/config';
import { viteValidators } from './scripts/schema-validator.mjs';

export default defineConfig({
  plugins: [viteValidators()],
  test: {
    globalSetup: 'test/temporary-folder.ts',
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
