// npm run prove [-- --only NAME] [-- --seed N] [-- --minutes N]: tries to break what the program promises, and prints how often it could.
import { pathToFileURL } from 'node:url';
import { ensureBuilt } from '../../electron/build.mjs';
import { bundleTool } from '../builders/bundle-tool.mjs';

/** Each proof with the share of the time that it may take; what one does not use goes to those after it. */
const proofs = [['saving', 9], ['server', 1.5], ['doors', 2], ['readers', 2], ['week', 1.5]];
const options = process.argv.slice(2);
const optionValue = (name) => (options.includes(name) ? options[options.indexOf(name) + 1] : undefined);
const only = optionValue('--only');
const seed = Number(optionValue('--seed') ?? Date.now() % 1_000_000);
const minutes = Number(optionValue('--minutes') ?? proofs.reduce((sum, [, share]) => sum + share, 0));

const begun = Date.now();
const end = begun + minutes * 60_000;
console.log(`seed ${seed}, at most ${minutes} minutes`);
await ensureBuilt({ quiet: true });

const wanted = proofs.filter(([name]) => !only || name.startsWith(only));
const findings = [];
for (const [at, [name, share]] of wanted.entries()) {
  const rest = wanted.slice(at).reduce((sum, [, one]) => sum + one, 0);
  const until = Date.now() + ((end - Date.now()) * share) / rest;
  const { default: prove } = await import(pathToFileURL(await bundleTool(`tests/prove/${name}.ts`, 'prove')).href);
  findings.push(...(await prove({ seed, until, say: (line) => console.error(`  ${name}: ${line}`) })));
}

const rows = [['what', 'tried', 'wanted', 'got', ''], ...findings.map(({ what, tried, asked, wanted: want, got, faults }) => [what, tried < asked ? `${tried} of ${asked}` : String(tried), want, got, faults.length > 0 || tried < asked ? 'NOT AS WANTED' : 'as wanted'])];
const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
for (const row of rows) console.log(row.map((cell, column) => (column === 0 || column === 4 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join('  ').trimEnd());
const bad = findings.filter(({ tried, asked, faults }) => faults.length > 0 || tried < asked);
for (const { what, faults } of bad) for (const fault of faults.slice(0, 20)) console.log(`\n${what}\n  ${fault}`);
console.log(`${findings.length - bad.length} of ${findings.length} as wanted, in ${((Date.now() - begun) / 60_000).toFixed(1)} minutes`);
process.exit(bad.length === 0 ? 0 : 1);
