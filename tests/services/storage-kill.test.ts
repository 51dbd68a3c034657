import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLedger, openLedger } from '../../electron/storage/ledger.js';
import { bundleForNode } from '../builders/bundle.js';
import { buildLedgerData, seeded, temporaryFolder } from '../builders/ledger.js';

const assets = 20;
let script: string;
let home: string;
let removeHome: () => Promise<void>;

beforeAll(async () => {
  ({ path: home, remove: removeHome } = await temporaryFolder());
  script = await bundleForNode(fileURLToPath(new URL('../builders/edit-until-killed.ts', import.meta.url)));
});
afterAll(async () => {
  await removeHome();
  await rm(script, { force: true });
});

function start(folder: string, tag: string): { child: ChildProcess; lines: string[]; said: (word: string) => Promise<void> } {
  const child = spawn(process.execPath, [script, folder, tag], { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  const lines: string[] = [];
  child.stdout.setEncoding('utf8');
  child.stdout.on('data', (chunk: string) => {
    text += chunk;
    const whole = text.split('\n');
    text = whole.pop() as string;
    lines.push(...whole);
    child.emit('lines');
  });
  return { child, lines, said: async (word) => { while (!lines.some((line) => line.startsWith(word))) await once(child, 'lines'); } };
}

describe('kill -9 in the middle of 200 edits', () => {
  it('loses no acknowledged edit, round after round on the same ledger', async () => {
    const folder = join(home, 'ledger');
    await (await createLedger(folder, buildLedgerData({ assets }))).close();
    const random = seeded(Date.now());
    let inTheMiddle = 0;
    for (let round = 0; round < 8; round += 1) {
      const { child, lines, said } = start(folder, `r${round}`);
      await said('open');
      const after = Math.floor(random() * 190);
      while (lines.length < after && !lines.includes('done')) await once(child, 'lines');
      const closed = once(child, 'close');
      child.kill('SIGKILL');
      await closed;
      if (!lines.includes('done')) inTheMiddle += 1;

      const ledger = await openLedger(folder);
      expect(ledger).toMatchObject({ readOnly: false, notice: undefined });
      const acknowledged = lines.flatMap((line) => { const found = /^(\d+) (\d+)$/.exec(line); return found ? [{ seq: Number(found[1]), edit: Number(found[2]) }] : []; });
      for (const { seq, edit } of acknowledged) {
        expect(seq).toBeLessThanOrEqual(ledger.seq);
        const later = [...acknowledged, { seq: ledger.seq, edit: acknowledged.length }].filter((entry) => entry.edit % assets === edit % assets && entry.edit > edit);
        if (later.length === 0) expect(ledger.data.assets[edit % assets]?.name).toBe(`r${round}-${edit}`);
      }
      // At most the one edit that was under way is there without having been acknowledged.
      if (acknowledged.length > 0) expect(ledger.seq - Math.max(...acknowledged.map(({ seq }) => seq))).toBeLessThanOrEqual(1);
      await ledger.close();
    }
    expect(inTheMiddle).toBeGreaterThan(0);
  });
});

describe('a second process', () => {
  it('reads but does not write while the first one runs, and writes once the first was killed', async () => {
    const folder = join(home, 'shared');
    await (await createLedger(folder, buildLedgerData({ assets }))).close();
    const { child, said } = start(folder, 'first');
    await said('open');
    const second = await openLedger(folder);
    expect(second.readOnly).toBe(true);
    expect(second.notice?.zh).toContain(String(child.pid));
    await second.close();
    const closed = once(child, 'close');
    child.kill('SIGKILL');
    await closed;
    const third = await openLedger(folder);
    expect(third.readOnly).toBe(false);
    await third.close();
  });
});
