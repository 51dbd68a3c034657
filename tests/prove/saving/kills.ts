import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { recordSchemas } from '../../../data/schema/ledger.js';
import { createLedger, openLedger } from '../../../electron/storage/ledger.js';
import { bundleChild, startChild, type KilledChild, type KillReport } from '../../builders/killed-child.js';
import { buildLedgerData, seeded, temporaryFolder } from '../../builders/ledger.js';
import { isTimeUp, noneOf, wordsOf, type Finding, type Sample } from '../finding.js';

/** Kills that one ledger lives through before the next one is begun: enough to be cut, kept and opened many times over. */
const killsPerLedger = 50;
/** Edits after which a child is killed at the latest, and milliseconds within which the others are. */
const mostEdits = 30;
const longestMs = 60;

interface Tally { kills: number; whileEditing: number; acknowledged: number; readonly lost: string[]; readonly unopened: string[] }
/** The last change that was acknowledged, and the last one whose records are known. */
interface Known { readonly seq: number; readonly told: { readonly seq: number; readonly digest: string } }

type Opened = Extract<KillReport, { kind: 'open' }>;
const isDone = (report: KillReport): report is Extract<KillReport, { kind: 'done' }> => report.kind === 'done';

/** What a child found at opening, held against what was acknowledged before. */
function look(opened: Opened, known: Known, about: string, tally: Tally): void {
  if (opened.readOnly || opened.notice !== undefined || opened.assets === 0) tally.unopened.push(`${about}: opened as ${JSON.stringify(opened)}`);
  if (opened.seq < known.seq) tally.lost.push(`${about}: change ${known.seq} was acknowledged, ${opened.seq} is the last one there`);
  else if (opened.digest !== known.told.digest) tally.lost.push(`${about}: the records after change ${known.told.seq} are not what they were`);
}

/** Waits for a random moment of the child's work, also before it has opened the ledger. */
async function untilDue(child: KilledChild, random: () => number): Promise<void> {
  if (random() < 0.4) return wait(random() * longestMs);
  const edits = Math.floor(random() * mostEdits);
  // One that may only read makes no edits, which is told as a fault.
  await child.until((reports) => reports.some((report) => report.kind === 'unopened' || (report.kind === 'open' && (report.readOnly || reports.filter(isDone).length >= edits))));
  return wait(random() * 3);
}

/** Kills child after child on ledgers of its own, until `isEnough`. */
async function killInTurn(home: string, script: string, seed: number, isEnough: () => boolean, tally: Tally): Promise<void> {
  const random = seeded(seed);
  let spare = startChild(script);
  for (let ledgerNumber = 0; !isEnough(); ledgerNumber += 1) {
    const folder = join(home, `${seed}-${ledgerNumber}`);
    const begun = await createLedger(folder, buildLedgerData({ assets: 20, projects: 3 }));
    await begun.close();
    let known: Known | undefined;
    for (let kill = 0; kill < killsPerLedger && !isEnough(); kill += 1) {
      tally.kills += 1;
      const child = spare;
      const about = `seed ${seed}, ledger ${ledgerNumber}, kill ${kill}`;
      child.begin({ folder, seed: seed + ledgerNumber * 1_000 + kill, acknowledged: known?.told.seq ?? 0 });
      // The next one loads its modules meanwhile.
      spare = startChild(script);
      await untilDue(child, random);
      await child.kill();
      for (const report of child.reports) {
        if (report.kind === 'unopened') tally.unopened.push(`${about}: ${report.why}`);
        if (report.kind === 'open') {
          look(report, known ?? { seq: 0, told: { seq: 0, digest: report.seq === 0 ? report.digest ?? '' : '' } }, about, tally);
          known = { seq: Math.max(report.seq, known?.seq ?? 0), told: known?.told ?? { seq: 0, digest: report.digest ?? '' } };
        }
        if (isDone(report)) {
          tally.acknowledged += 1;
          known = { seq: report.seq, told: report.digest === undefined ? known?.told ?? { seq: 0, digest: '' } : { seq: report.seq, digest: report.digest } };
        }
      }
      if (child.reports.some(isDone)) tally.whileEditing += 1;
    }
    await lookThrough(folder, known?.seq ?? 0, `seed ${seed}, ledger ${ledgerNumber}, after all its kills`, tally);
    await rm(folder, { recursive: true });
  }
  await spare.kill();
}

/** At the end of a ledger's life: it opens, every record satisfies its schema, every change is on record. */
async function lookThrough(folder: string, acknowledged: number, about: string, tally: Tally): Promise<void> {
  try {
    const ledger = await openLedger(folder);
    if (ledger.seq < acknowledged) tally.lost.push(`${about}: change ${acknowledged} was acknowledged, ${ledger.seq} is the last one there`);
    for (const asset of ledger.data.assets) if (!recordSchemas.asset.safeParse(asset).success) tally.lost.push(`${about}: ${asset.id} is not well formed`);
    for (let seq = 1; seq <= acknowledged; seq += 1) if (!(await ledger.change(seq))) tally.lost.push(`${about}: change ${seq} is not on record`);
    await ledger.close();
  } catch (error) {
    tally.unopened.push(`${about}: ${wordsOf(error)}`);
  }
}

/** Kills processes that edit a ledger, at random points; the next process on the same ledger tells what it finds. `lanes` of them at a time. */
export async function proveKills(sample: Sample, lanes = 3): Promise<Finding[]> {
  const { path, remove } = await temporaryFolder();
  const script = await bundleChild();
  const tally: Tally = { kills: 0, whileEditing: 0, acknowledged: 0, lost: [], unopened: [] };
  try {
    const isEnough = () => tally.kills >= sample.rounds || isTimeUp(sample);
    await Promise.all(Array.from({ length: lanes }, (_, lane) => killInTurn(path, script, sample.seed + lane * 7_919, isEnough, tally)));
  } finally {
    await Promise.all([remove(), rm(script, { force: true })]);
  }
  // Kills that all came before the first edit would prove nothing.
  const idle = tally.whileEditing * 6 < tally.kills ? [`seed ${sample.seed}: only ${tally.whileEditing} of ${tally.kills} kills came while edits were made`] : [];
  return [
    { ...noneOf('kill -9: acknowledged edits lost', tally.kills, [...tally.lost, ...idle], sample.rounds), got: `${tally.lost.length} of ${tally.acknowledged}` },
    noneOf('kill -9: ledgers that cannot be opened', tally.kills, tally.unopened, sample.rounds),
  ];
}
