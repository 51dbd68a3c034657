import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Asset } from '../../../data/schema/asset.js';
import { FailureError } from '../../../data/schema/failure.js';
import { createLedger, openLedger, type Ledger } from '../../../electron/storage/ledger.js';
import { buildLedgerData, draftOf, seeded, setEntry, temporaryFolder } from '../../builders/ledger.js';
import { isTimeUp, noneOf, wordsOf, type Finding, type Sample } from '../finding.js';

/** Edits one asset after the other until an edit is refused; keeps what was acknowledged. Answers with the refusal. */
async function editUntilRefused(ledger: Ledger, acknowledged: Map<number, string>): Promise<unknown> {
  for (let edit = 0; ; edit += 1) {
    const asset = ledger.data.assets[edit % ledger.data.assets.length] as Asset;
    try {
      const change = await ledger.commit(draftOf(setEntry('asset', asset, { ...asset, name: `第${edit}次` })));
      acknowledged.set(change.seq, JSON.stringify(ledger.data));
      if (edit % 25 === 24) void ledger.flush().catch(() => undefined);
    } catch (error) {
      return error;
    }
  }
}

/** One round: in the middle of edits the folder is moved away (a stick pulled out) and put back, or removed for good. */
async function pullOut(home: string, random: () => number, about: string, faults: string[]): Promise<number> {
  const folder = join(home, 'ledger');
  const away = join(home, 'away');
  const isForGood = random() < 0.3;
  const ledger = await createLedger(folder, buildLedgerData({ assets: 8, projects: 1 }), { longestJournal: { lines: 20, bytes: 1e9 } });
  const acknowledged = new Map([[0, JSON.stringify(ledger.data)]]);
  const refused = editUntilRefused(ledger, acknowledged);
  await wait(random() * 40);
  if (isForGood) await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 5 });
  else await rename(folder, away);
  // Another folder of the same name, as a stick of the same letter brings it: nothing may be written there.
  const isReplaced = random() < 0.3;
  if (isReplaced) await mkdir(folder).catch(() => undefined);
  const failure = await refused;
  if (!(failure instanceof FailureError) || failure.failure.code !== 'disk') faults.push(`${about}: an edit without its folder ended as ${wordsOf(failure)}`);
  const last = Math.max(...acknowledged.keys());
  if (JSON.stringify(ledger.data) !== acknowledged.get(last)) faults.push(`${about}: an edit that was refused is in memory all the same`);
  await ledger.close();
  const there = await readdir(folder).catch(() => []);
  if (there.some((name) => name === 'ledger.json' || name === 'journal.jsonl')) faults.push(`${about}: half a ledger was made where its folder was (${there.join(', ')})`);
  await rm(folder, { recursive: true, force: true });
  if (isForGood) return acknowledged.size - 1;
  await rename(away, folder);
  const again = await openLedger(folder);
  if (again.seq < last) faults.push(`${about}: change ${last} was acknowledged, ${again.seq} is the last one there`);
  if (again.seq === last && JSON.stringify(again.data) !== acknowledged.get(last)) faults.push(`${about}: the records after change ${last} are not what they were`);
  if (again.data.assets.length === 0) faults.push(`${about}: an empty ledger is shown`);
  await again.close();
  await rm(folder, { recursive: true });
  return acknowledged.size - 1;
}

/** Takes a ledger's folder away in the middle of edits, round after round. */
export async function proveFolderGone(sample: Sample): Promise<Finding[]> {
  const { path, remove } = await temporaryFolder();
  const random = seeded(sample.seed);
  const faults: string[] = [];
  let [tried, acknowledged] = [0, 0];
  try {
    for (; tried < sample.rounds && !isTimeUp(sample); tried += 1) {
      const home = join(path, String(tried));
      await mkdir(home);
      const about = `seed ${sample.seed}, round ${tried}`;
      acknowledged += await pullOut(home, random, about, faults).catch((error: unknown) => { faults.push(`${about}: ${wordsOf(error)}`); return 0; });
    }
  } finally {
    await remove();
  }
  return [{ ...noneOf('Folder taken away in mid-edit: edits lost, half ledgers made', tried, faults, sample.rounds), got: `${faults.length} of ${acknowledged} edits` }];
}
