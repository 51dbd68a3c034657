import { FailureError } from '../../data/schema/failure.js';
import type { Asset } from '../../data/schema/asset.js';
import type { ServerLedger } from '../../electron/storage/server/server-ledger.js';
import { openServerLedger } from '../../electron/storage/server/open-server.js';
import { buildLedgerData, draftOf, seeded, setEntry, temporaryFolder } from './ledger.js';
import type { TestServer } from './postgres.js';

/** What came of many desks that write at once. */
export interface Written { readonly acknowledged: number; readonly refused: number; readonly faults: readonly string[] }

/**
 * So many desks edit one table, each record at random, until the moment is over; an edit that is out of date is made anew from the newest.
 * Then a desk that was not there reads what is kept: every acknowledged edit must be on record, under its number, and every record must
 * be as its last acknowledged edit left it.
 */
export async function writeTogether(server: TestServer, { writers, milliseconds, seed }: { writers: number; milliseconds: number; seed: number }): Promise<Written> {
  const { path, remove } = await temporaryFolder();
  const address = server.address(await server.ledger(buildLedgerData({ assets: 60, projects: 0 })));
  const desks: ServerLedger[] = [];
  for (let at = 0; at < writers; at += 1) desks.push(await openServerLedger(address, path));
  const acknowledged = new Map<number, { id: string; notes: string }>();
  const faults: string[] = [];
  let refused = 0;
  const end = performance.now() + milliseconds;
  await Promise.all(desks.map(async (desk, number) => {
    const random = seeded(seed + number);
    for (let turn = 0; performance.now() < end; turn += 1) {
      const asset = desk.data.assets[Math.floor(random() * desk.data.assets.length)] as Asset;
      const notes = `${number}-${turn}`;
      try {
        const { seq } = await desk.commit(draftOf(setEntry('asset', asset, { ...asset, revision: asset.revision + 1, notes })));
        if (acknowledged.has(seq)) faults.push(`change ${seq} was given twice`);
        acknowledged.set(seq, { id: asset.id, notes });
      } catch (error) {
        refused += 1;
        if (!(error instanceof FailureError) || error.failure.code !== 'out-of-date') faults.push(`desk ${number}: ${String(error)}`);
      }
    }
  }));
  const reader = await openServerLedger(address, path);
  const last = new Map<string, string>();
  for (const [seq, { id, notes }] of [...acknowledged].sort(([one], [other]) => one - other)) {
    const [entry] = (await reader.reader().page(seq, 0, 1)) ?? [];
    if ((entry?.after as Asset | undefined)?.notes !== notes || entry?.id !== id) faults.push(`change ${seq} is not on record as it was acknowledged`);
    last.set(id, notes);
  }
  for (const [id, notes] of last) if (reader.asset(id)?.notes !== notes) faults.push(`the last edit of ${id} is lost`);
  if (reader.seq !== acknowledged.size) faults.push(`${reader.seq} changes are on record, ${acknowledged.size} were acknowledged`);
  for (const ledger of [...desks, reader]) await ledger.close();
  await remove();
  return { acknowledged: acknowledged.size, refused, faults };
}
