import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createLedger, openLedger } from '../../../electron/storage/ledger.js';
import { bundleChild, startChild, type KilledChild } from '../../builders/killed-child.js';
import { buildLedgerData, seeded, temporaryFolder } from '../../builders/ledger.js';
import { isTimeUp, noneOf, wordsOf, type Finding, type Sample } from '../finding.js';

const opened = ({ reports }: KilledChild) => reports.find((report) => report.kind === 'open' || report.kind === 'unopened');
const lastDone = ({ reports }: KilledChild) => Math.max(0, ...reports.flatMap((report) => (report.kind === 'done' ? [report.seq] : [])));

/** One round: two processes open the ledger in the same moment; one edits, the other reads; then the one that edits is killed, and a third one may edit. */
async function race(folder: string, script: string, seed: number, faults: string[], about: string): Promise<number> {
  const random = seeded(seed);
  const pair = [startChild(script), startChild(script)] as const;
  for (const [at, child] of pair.entries()) child.begin({ folder, seed: seed + at, acknowledged: 0 });
  await Promise.all(pair.map((child) => child.until(() => opened(child) !== undefined)));
  const writers = pair.filter((child) => { const found = opened(child); return found?.kind === 'open' && !found.readOnly; });
  for (const child of pair) if (opened(child)?.kind !== 'open') faults.push(`${about}: ${JSON.stringify(opened(child))}`);
  if (writers.length !== 1) faults.push(`${about}: ${writers.length} processes may write`);
  const [writer] = writers;
  const edits = 5 + Math.floor(random() * 20);
  await writer?.until((reports) => reports.filter(({ kind }) => kind === 'done').length >= edits);
  // This process is a third one: while the writer lives it must not write either.
  const reader = await openLedger(folder);
  if (writer && !reader.readOnly) faults.push(`${about}: a third process may write while the first one lives`);
  await reader.close();
  await Promise.all(pair.map((child) => child.kill()));
  if (pair.some((child) => child !== writer && lastDone(child) > 0)) faults.push(`${about}: a process that reads has edited`);
  const after = await openLedger(folder);
  if (after.readOnly) faults.push(`${about}: nobody may write after the first one was killed`);
  if (after.seq < (writer ? lastDone(writer) : 0)) faults.push(`${about}: change ${writer ? lastDone(writer) : 0} was acknowledged, ${after.seq} is the last one there`);
  const acknowledged = writer ? writer.reports.filter(({ kind }) => kind === 'done').length : 0;
  await after.close();
  return acknowledged;
}

/** Two processes on one ledger, round after round. */
export async function proveTwoProcesses(sample: Sample): Promise<Finding[]> {
  const { path, remove } = await temporaryFolder();
  const script = await bundleChild();
  const faults: string[] = [];
  let [tried, acknowledged] = [0, 0];
  try {
    const folder = join(path, 'ledger');
    await (await createLedger(folder, buildLedgerData({ assets: 12, projects: 2 }))).close();
    for (; tried < sample.rounds && !isTimeUp(sample); tried += 1) {
      const about = `seed ${sample.seed}, race ${tried}`;
      acknowledged += await race(folder, script, sample.seed + tried * 31, faults, about).catch((error: unknown) => { faults.push(`${about}: ${wordsOf(error)}`); return 0; });
    }
  } finally {
    await Promise.all([remove(), rm(script, { force: true })]);
  }
  return [{ ...noneOf('Two processes on one ledger: two that write, edits lost', tried, faults, sample.rounds), got: `${faults.length} of ${acknowledged} edits` }];
}
