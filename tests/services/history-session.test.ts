import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { entriesOfEdits } from '../../data/rules/edit-record.js';
import { profileId } from '../../data/schema/ledger.js';
import { createLedger, openLedger, type Ledger } from '../../electron/storage/ledger.js';
import { buildLedgerData, idOf, temporaryFolder } from '../builders/ledger.js';
import { mixedEdits } from '../builders/mixed-edits.js';

const steps = 500;
let folder: string;
let removeFolder: () => Promise<void>;
let ledger: Ledger;
let made = 0;

beforeEach(async () => {
  const temporary = await temporaryFolder();
  folder = join(temporary.path, 'ledger');
  removeFolder = temporary.remove;
  ledger = await createLedger(folder, buildLedgerData({ assets: 30, projects: 6 }));
});
afterEach(async () => {
  await ledger.close();
  await removeFolder();
});

// A small journal, so that the session runs over many files.
const reopen = async () => {
  await ledger.close();
  ledger = await openLedger(folder, { longestJournal: { lines: 90, bytes: 1e9 } });
};
const textOf = () => JSON.stringify(ledger.data);
const finders = {
  asset: (id: string) => ledger.asset(id), project: (id: string) => ledger.project(id),
  tour: (id: string) => ledger.tour(id),
  profile: (id: string) => (id === profileId ? ledger.data.profile : undefined),
};

it('a session of 500 mixed edits, all undone, gives back byte-identical records in the same order; redone, the same; with restarts in between', { timeout: 120_000 }, async () => {
  await reopen();
  const next = mixedEdits(20_260_314);
  const states = [textOf()];
  while (states.length <= steps) {
    const step = states.length;
    const context = { at: new Date(1_770_000_000_000 + step * 1000).toISOString(), by: step % 3 === 0 ? '王小溪' : '李四', newId: () => idOf((made += 1) + 50_000) };
    const entries = entriesOfEdits(next(ledger.data, step), finders, ledger.data, context);
    if (entries.length === 0) continue;
    await ledger.commit({ by: context.by, label: { zh: `第 ${step} 步`, en: `Step ${step}` }, entries });
    states.push(textOf());
    if (step % 170 === 0) await reopen();
  }
  expect(new Set(states).size).toBeGreaterThan(steps * 0.95);
  for (let at = steps - 1; at >= 0; at -= 1) {
    if (at % 190 === 17) await reopen();
    await ledger.undo('x');
    if (textOf() !== states[at]) expect.fail(`Undoing step ${at + 1} did not give back the records before it.`);
  }
  expect(ledger.canUndo).toBe(false);
  await reopen();
  expect(textOf()).toBe(states[0]);
  for (let at = 1; at <= steps; at += 1) {
    if (at % 190 === 17) await reopen();
    await ledger.redo('x');
    if (textOf() !== states[at]) expect.fail(`Redoing step ${at} did not give back the records after it.`);
  }
  expect(ledger.canRedo).toBe(false);
  await reopen();
  expect(textOf()).toBe(states[steps]);
});
