import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { listedNouns, listOf, type LedgerData } from '../../../data/schema/ledger.js';
import { originSchema, type Origin } from '../../../data/schema/origin.js';
import { text } from '../../../data/schema/text.js';
import { diskFailure } from '../../storage/disk-failure.js';
import { realDisk, writeDurably } from '../../storage/disk.js';
import { createLedger } from '../../storage/ledger.js';
import type { ServerLedger } from '../../storage/server/server-ledger.js';
import type { JobContext } from '../jobs.js';
import { newKey } from '../new-id.js';
import { exists } from './copy-ledger.js';

const originName = 'origin.json';
const writing = text('写入记录', 'Writing records');
const fetching = text('取照片和文件', 'Fetching photos and files');

/** The revision of every record. */
export const revisionsOf = (data: LedgerData) => Object.fromEntries(listedNouns.map((noun) => [noun, Object.fromEntries(listOf(data, noun).map(({ id, revision }) => [id, revision]))])) as Origin['revisions'];
/** The media that the records speak of. */
const mediaOf = (data: LedgerData) => [...new Set(JSON.stringify([data.assets, data.projects, data.tours, data.profile]).match(/\b[a-f0-9]{64}\.[a-z0-9]{2,4}\b/g) ?? [])];

/**
 * Writes a ledger folder with all that a server's ledger holds at this moment, and what it came from; `target` must not exist. Until all
 * is there it lies under another name; at a failure or a cancel it is removed. It is a ledger like any other: its changes come back by merging.
 */
export async function takeOfflineCopy(ledger: ServerLedger, target: string, { signal, progress }: Pick<JobContext, 'signal' | 'progress'>): Promise<void> {
  const temporary = join(dirname(target), `.xishan-${newKey()}`);
  const { data, seq, server: { address, person } } = ledger;
  try {
    progress(0, null, writing);
    await (await createLedger(temporary, data)).close();
    const media = mediaOf(data);
    for (const [at, id] of media.entries()) {
      signal.throwIfAborted();
      progress(at, media.length, fetching);
      await ledger.fetchInto(id, temporary, signal);
    }
    const origin: Origin = { format: 'xishan-origin-1', ledger: ledger.id, address, takenBy: person, takenAt: new Date().toISOString(), seq, revisions: revisionsOf(data) };
    await writeDurably(realDisk, join(temporary, originName), (append) => append(Buffer.from(JSON.stringify(origin))));
    signal.throwIfAborted();
    if (await realDisk.stat(target)) throw exists(target);
    await realDisk.rename(temporary, target);
    await realDisk.syncFolder(dirname(target));
  } catch (error) {
    await rm(temporary, { recursive: true, force: true }).catch(() => undefined);
    if (signal.aborted) throw error;
    throw diskFailure(error, target, 'copy');
  }
}

/** What a ledger's folder remembers of the server that it was taken from; nothing for one that is its own. */
export async function originOf(folder: string): Promise<Origin | undefined> {
  try {
    return originSchema.parse(JSON.parse(new TextDecoder().decode(await realDisk.readFile(join(folder, originName)))));
  } catch {
    return undefined;
  }
}
