// npm run bench [-- --json FILE] [-- --only NAME]: prints what was measured beside its peer, measured in the same run.
import { writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { ensureBuilt } from '../../electron/build.mjs';
import { bundleBench } from './bundle-bench.mjs';

const benches = ['start-bench', 'storage-bench', 'server-bench', 'search-bench', 'matching-bench', 'map-bench', 'grid-bench', 'answer-bench', 'import-bench', 'pack-bench', 'stage-bench', 'booth-bench', 'brochure-bench', 'film-bench'];
const options = process.argv.slice(2);
const optionValue = (name) => (options.includes(name) ? options[options.indexOf(name) + 1] : undefined);
const only = optionValue('--only');
const jsonFile = optionValue('--json');
const strange = options.find((option, at) => at % 2 === 0 && option !== '--only' && option !== '--json');
if (strange !== undefined || options.length % 2 === 1 || (only && !benches.some((name) => name.startsWith(only)))) {
  console.error(`npm run bench -- [--only NAME] [--json FILE]\nNAME: ${benches.map((name) => name.replace('-bench', '')).join(' ')}`);
  process.exit(2);
}

await ensureBuilt({ quiet: true });
const figures = [];
for (const name of benches) {
  if (only && !name.startsWith(only)) continue;
  const { default: run } = await import(pathToFileURL(await bundleBench(name)).href);
  figures.push(...(await run()));
}

const shown = (value) => (value === null || value === undefined ? '–' : typeof value === 'number' ? String(Number(value.toPrecision(3))) : String(value));
const rows = [['what', 'value', 'unit', 'peer', 'ratio', 'wanted'], ...figures.map((figure) => [figure.name, figure.value, figure.unit, figure.peer, figure.ratio, figure.wanted].map(shown))];
const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
for (const row of rows) console.log(row.map((cell, column) => (column === 0 || column === 5 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join('  '));
if (jsonFile) await writeFile(jsonFile, `${JSON.stringify(figures, null, 2)}\n`);
process.exit(0);
