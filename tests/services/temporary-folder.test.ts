import { spawnSync } from 'node:child_process';
import { mkdir, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeTemporary } from '../../electron/services/temporary-folder.js';
import { temporaryFolder } from '../builders/ledger.js';

let place: string;
let remove: () => Promise<void>;
const before = process.env['TMPDIR'];
beforeEach(async () => {
  ({ path: place, remove } = await temporaryFolder());
  process.env['TMPDIR'] = place;
});
afterEach(async () => {
  if (before === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = before;
  await remove();
});

it('a folder for temporary files names its process, and clears up after those that are gone, and after nobody else', async () => {
  const { pid: dead } = spawnSync(process.execPath, ['-e', '']);
  const others = [`xishan-upload-${process.pid}-aaaaaa`, 'xishan-other', 'upload-1-aaaaaa', `xishan-cli-${dead}-aaaaaa`];
  for (const name of [...others, `xishan-output-${dead}-aaaaaa`, `xishan-print-${dead}-bbbbbb`]) await mkdir(join(place, name, 'within'), { recursive: true });
  const made = await makeTemporary('output');
  expect(basename(made)).toMatch(new RegExp(`^xishan-output-${process.pid}-`));
  expect((await readdir(place)).sort()).toEqual([...others, basename(made)].sort());
});
