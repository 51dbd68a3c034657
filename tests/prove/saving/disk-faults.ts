import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { FailureError } from '../../../data/schema/failure.js';
import { realDisk } from '../../../electron/storage/disk.js';
import { createLedger, openLedger } from '../../../electron/storage/ledger.js';
import { faultyDisk, type Fault } from '../../builders/faulty-disk.js';
import { buildLedgerData, draftOf, setEntry, temporaryFolder } from '../../builders/ledger.js';
import { faultsAfterLife, liveThrough, shortJournal } from '../../builders/ledger-life.js';
import { isTimeUp, noneOf, wordsOf, type Finding, type Sample } from '../finding.js';

/** What a call of the disk fails with, and how often in a row. */
export const diskFaults: readonly (readonly [Fault, number])[] = [[{ code: 'EIO' }, 1], [{ code: 'ENOSPC' }, 1], [{ code: 'EPERM' }, 1], [{ shortWrite: true }, 1], [{ code: 'ENOSPC' }, 12]];
const nameOf = ([fault, times]: readonly [Fault, number]) => `${'code' in fault ? fault.code : 'short write'}${times > 1 ? ` × ${times}` : ''}`;

/** One life in which call `at` fails; answers whether the life had so many calls. */
async function fail(folder: string, [fault, times]: readonly [Fault, number], at: number, first: string, about: string, faults: string[]): Promise<boolean> {
  const disk = faultyDisk(realDisk, fault, at, times, (name) => 'code' in fault || name === 'write');
  const acknowledged = new Map<number, string>();
  await liveThrough(folder, { disk, longestJournal: shortJournal }, acknowledged).catch((error: unknown) => { if (!(error instanceof FailureError)) faults.push(`${about}: ${wordsOf(error)}`); });
  // A lock whose removal failed is this process's own; the next start would find its process gone.
  await rm(join(folder, 'lock'), { force: true });
  try {
    const again = await openLedger(folder);
    faults.push(...faultsAfterLife(again, acknowledged, first, about));
    const asset = again.data.assets[0];
    if (asset) await again.commit(draftOf(setEntry('asset', asset, { ...asset, name: '还能改' })));
    await again.close();
  } catch (error) {
    faults.push(`${about}: ${wordsOf(error)}`);
  }
  return disk.calls() >= at;
}

/** Makes the N-th call of the disk fail, for every N of a ledger's life, or for every `stride`-th from a place that the seed gives. */
export async function proveDiskFaults({ seed, until, stride = 1 }: Omit<Sample, 'rounds'> & { readonly stride?: number }, kinds = diskFaults): Promise<Finding[]> {
  const { path, remove } = await temporaryFolder();
  const findings: Finding[] = [];
  try {
    const pristine = join(path, 'pristine');
    const made = await createLedger(pristine, buildLedgerData({ assets: 5, projects: 1 }));
    const first = JSON.stringify(made.data);
    await made.close();
    for (const kind of kinds) {
      const faults: string[] = [];
      let tried = 0;
      let isReached = true;
      for (let at = 1 + (seed % stride); isReached && !isTimeUp({ until }); at += stride) {
        const folder = join(path, String(at));
        await cp(pristine, folder, { recursive: true });
        isReached = await fail(folder, kind, at, first, `call ${at} fails with ${nameOf(kind)}`, faults);
        if (isReached) tried += 1;
        await rm(folder, { recursive: true });
      }
      findings.push(noneOf(`${stride === 1 ? 'Every N-th' : `Each ${stride}th`} disk call fails with ${nameOf(kind)}: edits lost, ledgers not opened`, tried, faults, isReached ? tried + 1 : tried));
    }
  } finally {
    await remove();
  }
  return findings;
}
