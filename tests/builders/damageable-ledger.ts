import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Asset } from '../../data/schema/asset.js';
import type { Change } from '../../data/schema/change.js';
import { createLedger } from '../../electron/storage/ledger.js';
import { buildLedgerData, draftOf, setEntry } from './ledger.js';

/** A ledger's folder as it lies when no program runs, with everything that recovery needs: restore points, cut journals, a current one, pictures. */
export interface DamageableLedger {
  /** As a program leaves it that was ended properly: ledger.json holds every change. */
  readonly closed: string;
  /** As a process leaves it that ended at once: the last two changes are in the journal alone. */
  readonly left: string;
  /** All records as they are written, by change number. */
  readonly states: readonly string[];
  /** The changes on record, by number. */
  readonly changes: ReadonlyMap<number, Change>;
  /** How many changes ledger.json holds in `left`. */
  readonly saved: number;
}

const textOf = (ledger: { readonly data: unknown }) => JSON.stringify(ledger.data);

/** Makes the ledger below `home`: eleven changes, three restore points, two cut journals. */
export async function damageableLedger(home: string): Promise<DamageableLedger> {
  const closed = join(home, 'closed');
  const left = join(home, 'left');
  let clock = Date.parse('2026-05-01T08:00:00Z');
  const picture = Buffer.from('the bytes of a picture '.repeat(40));
  const id = `${createHash('sha256').update(picture).digest('hex')}.jpg`;
  const data = buildLedgerData({ assets: 6, projects: 1 });
  const ledger = await createLedger(closed, { ...data, assets: data.assets.map((asset, at): Asset => ({ ...asset, photos: at === 0 ? [{ id }] : [] })) }, { now: () => new Date(clock), longestJournal: { lines: 3, bytes: 1e9 } });
  await mkdir(join(closed, 'media'), { recursive: true });
  await writeFile(join(closed, 'media', id), picture);
  const states = [textOf(ledger)];
  const changes = new Map<number, Change>();
  const saved = 9;
  for (let seq = 1; seq <= 11; seq += 1) {
    clock += 40 * 60_000;
    const asset = ledger.data.assets[seq % 6] as Asset;
    changes.set(seq, await ledger.commit(draftOf(setEntry('asset', asset, { ...asset, name: `第${seq}次` }))));
    states.push(textOf(ledger));
    if (seq <= saved) await ledger.flush();
  }
  await cp(closed, left, { recursive: true });
  await rm(join(left, 'lock'));
  await ledger.close();
  return { closed, left, states, changes, saved };
}

/** The files of a ledger's folder that hold something of a person's, relative to it. */
export async function filesOfLedger(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile() && entry.name !== 'lock').map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)).sort();
}
