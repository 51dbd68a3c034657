import { openLedger, type Ledger, type LedgerOptions } from '../../electron/storage/ledger.js';
import type { Asset } from '../../data/schema/asset.js';
import { addEntry, buildAsset, draftOf, removeEntry, setEntry } from './ledger.js';

/** So short that the life below cuts its journal several times. */
export const shortJournal = { lines: 4, bytes: 1e9 };

const textOf = (ledger: Ledger) => JSON.stringify(ledger.data);
const renamed = (ledger: Ledger, at: number, name: string) => {
  const asset = ledger.data.assets[at] as Asset;
  return draftOf(setEntry('asset', asset, { ...asset, name }));
};

/** Everything a ledger does in its life, always the same calls of the disk; keeps the states that were acknowledged, by change number. */
export async function liveThrough(folder: string, options: LedgerOptions, acknowledged: Map<number, string>): Promise<void> {
  const ledger = await openLedger(folder, options);
  if (ledger.readOnly) return ledger.close();
  ledger.onChange((change) => acknowledged.set(change.seq, textOf(ledger)));
  const attempt = (work: Promise<unknown>) => work.catch(() => undefined);
  const base = ledger.data.assets.length;
  await attempt(ledger.commit(renamed(ledger, 0, '甲')));
  await Promise.all([1, 2, 3].map((at) => attempt(ledger.commit(renamed(ledger, at, `同时${at}`)))));
  await attempt(ledger.flush());
  await attempt(ledger.commit(draftOf(removeEntry('asset', ledger.data.assets[2]!))));
  await attempt(ledger.undo('x'));
  await attempt(ledger.flush());
  await attempt(ledger.redo('x'));
  // The journal is cut on the way: the callers let it have no more than four lines.
  for (const asset of Array.from({ length: 6 }, () => buildAsset('house'))) await attempt(ledger.commit(draftOf(addEntry('asset', asset))));
  await attempt(ledger.flush());
  await attempt(ledger.commit(renamed(ledger, base - 2, '末')));
  await attempt(ledger.close());
}

/** What does not hold and must after anything: nothing acknowledged is missing, nothing is there that was not asked for, and it is not empty. */
export function faultsAfterLife(found: Ledger, acknowledged: ReadonlyMap<number, string>, first: string, about: string): string[] {
  const last = Math.max(0, ...acknowledged.keys());
  const faults: string[] = [];
  if (found.seq < last) faults.push(`${about}: change ${last} was acknowledged, ${found.seq} is the last one there`);
  if (found.seq === last && textOf(found) !== (acknowledged.get(last) ?? first)) faults.push(`${about}: the records after change ${last} are not what they were`);
  if (found.data.assets.length === 0) faults.push(`${about}: an empty ledger is shown`);
  if (found.readOnly) faults.push(`${about}: it opens for reading only`);
  return faults;
}
