import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['tests/{unit,services,contract}/**/*.test.{ts,tsx}'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: 'forks',
    // A test that runs away must end as a failure, not take the machine down with it.
    execArgv: ['--max-old-space-size=3072'],
    maxWorkers: 2,
  },
});
