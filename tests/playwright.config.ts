import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';
import { findBrowser } from '../electron/host/find-browser.js';

// Without one on the machine, Playwright's own is used.
const browser = findBrowser();
const isRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: './e2e',
  testMatch: '**/*.spec.ts',
  outputDir: '../test-results/e2e',
  globalSetup: './build-first.mjs',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  fullyParallel: false,
  // A browser that draws without a graphics card keeps two cores busy by itself: a second one beside it makes both miss what they wait for.
  workers: availableParallelism() >= 4 ? 2 : 1,
  retries: 0,
  forbidOnly: true,
  reporter: [['line']],
  use: {
    browserName: 'chromium',
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: { ...(browser ? { executablePath: browser } : {}), args: isRoot ? ['--no-sandbox'] : [] },
  },
});
