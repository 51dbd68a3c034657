import { median } from './figure.js';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import type { Asset } from '../../data/schema/asset.js';
import type { LedgerData } from '../../data/schema/ledger.js';
import { createLedger, openLedger, type Ledger } from '../../electron/storage/ledger.js';
import { addEntry, buildAsset, buildLedgerData, draftOf, removeEntry, setEntry, temporaryFolder } from '../builders/ledger.js';

/** One measured figure; `peer` was measured in the same run, `ratio` is value over peer. */
export interface Figure { readonly name: string; readonly value: number; readonly unit: string; readonly peer: number | null; readonly ratio: number | null; readonly wanted: string }

const size = 50_000;
const rounded = (value: number) => Number(value.toPrecision(4));
const figure = (name: string, value: number, unit: string, wanted: string, peer: number | null = null): Figure => (
  { name, value: rounded(value), unit, peer: peer === null ? null : rounded(peer), ratio: peer === null ? null : rounded(value / peer), wanted }
);

async function timed(runs: number, run: (at: number) => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let at = 0; at < runs; at += 1) {
    const since = performance.now();
    await run(at);
    times.push(performance.now() - since);
  }
  return times;
}

/** The longest time in milliseconds that the event loop stood still while the work ran. */
async function longestBlock(work: () => Promise<unknown>): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  await wait(30);
  delay.reset();
  // The first delay is told only after a first turn of the loop.
  await wait(10);
  await work();
  await wait(5);
  delay.disable();
  return delay.max / 1e6;
}

const editOf = (ledger: Ledger, at: number) => {
  const asset = ledger.data.assets[(at * 7_919) % ledger.data.assets.length] as Asset;
  return draftOf(setEntry('asset', asset, { ...asset, revision: asset.revision + 1, notes: `第${at}次修改` }));
};

/** What stock lowdb does for one edit: it writes its whole file again. */
async function lowdbRewrites(file: string): Promise<{ median: number; block: number }> {
  const low = new Low<LedgerData>(new JSONFile(file), buildLedgerData({ assets: size }));
  const times = await timed(5, async (at) => {
    const assets = low.data.assets.slice();
    assets[at] = { ...(assets[at] as Asset), notes: `第${at}次修改` };
    low.data = { ...low.data, assets };
    await low.write();
  });
  return { median: median(times), block: await longestBlock(() => low.write()) };
}

/** Storage at 50,000 assets of about 1.5 kB; the peer of an edit is what stock lowdb does for one: rewriting its file. */
export async function storageBench(): Promise<Figure[]> {
  const { path, remove } = await temporaryFolder();
  const figures: Figure[] = [];
  const folder = join(path, 'ledger');
  const peer = await lowdbRewrites(join(path, 'peer.json'));
  let ledger = await createLedger(folder, buildLedgerData({ assets: size }));

  const edits = await timed(200, (at) => ledger.commit(editOf(ledger, at)));
  const structural = await timed(60, (at) => ledger.commit(at % 2 === 0 ? draftOf(removeEntry('asset', ledger.data.assets[at * 500] as Asset)) : draftOf(addEntry('asset', buildAsset('house')))));
  const undos = await timed(60, () => ledger.undo('bench'));
  figures.push(figure('Edit acknowledged at 50,000 assets, median', median(edits), 'ms', '< 10; peer: whole lowdb rewrite', peer.median));
  figures.push(figure('Record added or removed at 50,000 assets, median', median(structural), 'ms', '< 10; peer: whole lowdb rewrite', peer.median));
  figures.push(figure('Undo at 50,000 assets, median', median(undos), 'ms', '< 10; peer: whole lowdb rewrite', peer.median));

  const saves: number[] = [];
  const blocks: number[] = [];
  for (let run = 0; run < 3; run += 1) {
    await ledger.commit(editOf(ledger, run));
    blocks.push(await longestBlock(async () => { saves.push(...(await timed(1, () => ledger.flush()))); }));
  }
  figures.push(figure('ledger.json rewritten in the background at 50,000 assets', median(saves), 'ms', 'peer: whole lowdb rewrite, which is not durable', peer.median));
  figures.push(figure('Longest block of the event loop during that rewrite', median(blocks), 'ms', '≤ 30; peer: whole lowdb rewrite', peer.block));

  await ledger.commit(editOf(ledger, 1));
  const saving = ledger.flush();
  const meanwhile = await timed(50, (at) => ledger.commit(editOf(ledger, at + 500)));
  await saving;
  figures.push(figure('Edit acknowledged while ledger.json is rewritten, median', median(meanwhile), 'ms', '< 10'));

  await ledger.close();
  const opens = await timed(3, async () => {
    ledger = await openLedger(folder);
    await ledger.close();
  });
  figures.push(figure('Ledger of 50,000 assets opened', median(opens), 'ms', 'a few seconds at most'));

  ledger = await openLedger(folder);
  const entries = buildLedgerData({ assets: size + 60_000 }).assets.slice(size).map((asset) => addEntry('asset', asset));
  let importTime = 0;
  const importBlock = await longestBlock(async () => { [importTime = 0] = await timed(1, () => ledger.commit(draftOf(...entries))); });
  figures.push(figure('Import of 60,000 rows acknowledged', importTime, 'ms', 'a few seconds at most'));
  figures.push(figure('Longest block of the event loop during that import', importBlock, 'ms', '≤ 100'));

  await ledger.close();
  await remove();
  return figures;
}

export default storageBench;
