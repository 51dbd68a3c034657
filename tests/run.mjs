// What `npm test` runs: type check, lint, unit, service and contract tests, end-to-end tests.
// Ends with a plain line "N passed, N failed"; the type check and the lint count as one test each.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { ensureBuilt } from '../electron/build.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const results = join(root, 'test-results');
/** What failed, told once more at the end: a long run's own words are far above by then, and cut where only the end is kept. */
const failures = [];
const require = createRequire(import.meta.url);

/** The script that a package runs as a command: run through this very Node, so that no shell is needed anywhere. */
function script(name, command = name) {
  const manifest = require.resolve(`${name}/package.json`);
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8'));
  return join(dirname(manifest), typeof bin === 'string' ? bin : bin[command]);
}
function run(title, name, words, { command, env } = {}) {
  console.log(`\n== ${title}`);
  const begun = Date.now();
  const { status } = spawnSync(process.execPath, [script(name, command), ...words], { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
  return { good: status === 0, seconds: (Date.now() - begun) / 1000 };
}
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

const one = ({ good, seconds }) => ({ passed: good ? 1 : 0, failed: good ? 0 : 1, skipped: 0, seconds });
/** A failure as it is told at the end: where it is, and what its first lines say, without the colours of a terminal. */
const told = (place, message = '') => `${place}\n${stripVTControlCharacters(message).trim().split('\n').slice(0, 8).map((line) => `    ${line}`).join('\n')}`;
/** A run that ends badly without naming a failed test failed as a whole. */
const whole = (counts, { good, seconds }) => ({ ...counts, failed: counts.failed === 0 && !good ? 1 : counts.failed, seconds });

function unitTests() {
  const report = join(results, 'vitest.json');
  const ended = run('unit, service and contract tests', 'vitest', ['run', '-c', 'tests/vitest.config.ts', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]);
  const counts = readReport(report);
  const files = counts?.testResults ?? [];
  const failedIn = (file) => file.assertionResults.filter((test) => test.status === 'failed');
  // A file that cannot be loaded, or fails before or after its tests, has no failed test, and is a failure all the same.
  const broken = files.filter((file) => file.status === 'failed' && failedIn(file).length === 0);
  const place = (file) => relative(root, file.name);
  failures.push(...broken.map((file) => told(place(file), file.message)));
  for (const file of files) failures.push(...failedIn(file).map((test) => told(`${place(file)} › ${test.fullName}`, test.failureMessages[0])));
  return whole({ passed: counts?.numPassedTests ?? 0, failed: (counts?.numFailedTests ?? 0) + broken.length, skipped: (counts?.numPendingTests ?? 0) + (counts?.numTodoTests ?? 0) }, ended);
}

/** A Chromium, Chrome or Edge on this machine, or Playwright's own. */
async function findChromium() {
  const { findBrowser } = await import(pathToFileURL(join(root, 'dist/node/serve.js')).href);
  const { chromium } = await import('@playwright/test');
  return findBrowser() ?? [chromium.executablePath()].find((file) => file && existsSync(file));
}

/** Installs Chromium and Chinese letters where that needs nobody's leave: on Debian and its kin, as root. */
function installChromium() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  const apt = (...words) => spawnSync('apt-get', words, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  apt('update');
  apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk');
}

/** Notes the failed tests of a suite of Playwright's report and of those within it. */
function collectEndToEnd(suite, within = '') {
  for (const spec of suite.specs ?? []) {
    if (spec.ok) continue;
    const error = spec.tests.flatMap((test) => test.results).find((result) => result.error)?.error;
    failures.push(told(`tests/e2e/${spec.file}:${spec.line}${within} › ${spec.title}`, error?.message));
  }
  for (const inner of suite.suites ?? []) collectEndToEnd(inner, `${within} › ${inner.title}`);
}

async function endToEndTests() {
  if (!(await findChromium())) installChromium();
  const browser = await findChromium();
  if (!browser) {
    console.log('\n== end-to-end tests\nThey need Chromium, Chrome or Edge: install one, or name it in XISHAN_BROWSER, and run the tests again.');
    return { passed: 0, failed: 1, skipped: 0, seconds: 0 };
  }
  const report = join(results, 'playwright.json');
  const ended = run('end-to-end tests', '@playwright/test', ['test', '-c', 'tests/playwright.config.ts', '--reporter=line,json'], {
    command: 'playwright', env: { XISHAN_BROWSER: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  });
  const counts = readReport(report);
  const stats = counts?.stats;
  for (const suite of counts?.suites ?? []) collectEndToEnd(suite);
  return whole({ passed: stats?.expected ?? 0, failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0), skipped: stats?.skipped ?? 0 }, ended);
}

async function build() {
  console.log('\n== build');
  const begun = Date.now();
  try {
    await ensureBuilt();
    return { good: true, seconds: (Date.now() - begun) / 1000 };
  } catch (error) {
    console.error(error);
    return { good: false, seconds: (Date.now() - begun) / 1000 };
  }
}

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
if (!existsSync(join(root, 'node_modules'))) {
  console.log('Run npm ci first.\n0 passed, 1 failed');
  process.exit(1);
}

const parts = [];
parts.push(['type check', one(run('type check', 'typescript', ['-b'], { command: 'tsc' }))]);
parts.push(['lint', one(run('lint', 'eslint', ['-c', 'tests/eslint.config.js', '.']))]);
const built = await build();
if (!built.good) parts.push(['build', one(built)]);
parts.push(['unit, service, contract', unitTests()]);
if (built.good) parts.push(['end to end', await endToEndTests()]);

if (failures.length > 0) console.log(`\n== failed\n${failures.join('\n')}`);
console.log('');
for (const [title, { passed, failed, skipped, seconds }] of parts) console.log(`${title.padEnd(24)} ${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed ${String(skipped).padStart(4)} skipped ${seconds.toFixed(1).padStart(7)} s`);
const sum = (key) => parts.reduce((total, [, counts]) => total + counts[key], 0);
console.log(`${sum('passed')} passed, ${sum('failed')} failed${sum('skipped') ? `, ${sum('skipped')} skipped` : ''}`);
process.exit(sum('failed') === 0 ? 0 : 1);
