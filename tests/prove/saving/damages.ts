import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { FailureError } from '../../../data/schema/failure.js';
import { openLedger, type Ledger } from '../../../electron/storage/ledger.js';
import { checkMedia } from '../../../electron/services/media/check-media.js';
import { damageableLedger, filesOfLedger, type DamageableLedger } from '../../builders/damageable-ledger.js';
import { seeded, temporaryFolder } from '../../builders/ledger.js';
import { isTimeUp, noneOf, wordsOf, type Finding, type Sample } from '../finding.js';
import { damageWays, some } from './damage-ways.js';

/** Whether each change on record is the one that was made, or not on record; and how many are missing. */
async function lookAtRecord(ledger: Ledger, changes: DamageableLedger['changes'], about: string, faults: string[]): Promise<number> {
  let missing = 0;
  for (const [seq, change] of changes) {
    const found = await ledger.change(seq);
    if (!found) missing += 1;
    else if (JSON.stringify(found.entries) !== JSON.stringify(change.entries)) faults.push(`${about}: change ${seq} is shown otherwise than it was made`);
  }
  return missing;
}

/** Whether the ledger tells of the damage to one of its files where that file is needed. */
async function isTold(ledger: Ledger, file: string, missing: number): Promise<boolean> {
  if (ledger.notice) return true;
  if (file.startsWith(`media${sep}`)) return (await checkMedia(ledger.folder, ledger.data)).length > 0;
  if (/^snapshots.ledger-/.test(file)) {
    const point = file.slice('snapshots'.length + 1);
    return ledger.pointData(point).then(() => false, (error: unknown) => error instanceof FailureError && error.failure.code === 'damaged');
  }
  // A journal whose lines are all there again was healed; one that misses some says so of each of them.
  return missing === 0 || /^snapshots.journal-/.test(file);
}

interface Round { readonly folder: string; readonly file: string; readonly about: string; readonly isClosed: boolean; /** Nobody can tell that anything is missing. */ readonly isEnd?: boolean }

async function openDamaged({ folder, file, about, isClosed, isEnd }: Round, made: DamageableLedger, faults: string[]): Promise<void> {
  try {
    const ledger = await openLedger(folder);
    const { seq } = ledger;
    const text = JSON.stringify(ledger.data);
    if (ledger.data.assets.length === 0) faults.push(`${about}: an empty ledger is shown`);
    if (text !== made.states[seq]) faults.push(`${about}: the records are those of no change`);
    const isInJournalAlone = !isClosed && file === 'journal.jsonl';
    if (seq < (isInJournalAlone ? made.saved : made.states.length - 1)) faults.push(`${about}: brought back to change ${seq} only`);
    const missing = await lookAtRecord(ledger, made.changes, about, faults);
    if (!isEnd && !(await isTold(ledger, file, missing))) faults.push(`${about}: nobody is told`);
    await ledger.close();
    const again = await openLedger(folder);
    if (JSON.stringify(again.data) !== text || again.notice) faults.push(`${about}: opened once more it is not in order`);
    await again.close();
  } catch (error) {
    faults.push(`${about}: ${wordsOf(error)}`);
  }
}

/** Damages one file after the other of a ledger's folder, opens it, and looks whether it says so and what it lost. */
export async function proveDamages(sample: Sample): Promise<Finding[]> {
  const { path, remove } = await temporaryFolder();
  const random = seeded(sample.seed);
  const faults: string[] = [];
  let tried = 0;
  try {
    const made = await damageableLedger(path);
    const unsaved = await endOfSaved(made);
    for (let round = 0; tried < sample.rounds && !isTimeUp(sample); round += 1) {
      const isClosed = random() < 0.6;
      const from = isClosed ? made.closed : made.left;
      const files = await filesOfLedger(from);
      // The two files that everything hangs on are damaged as often as all others together.
      const file = random() < 0.5 ? (random() < 0.5 ? 'ledger.json' : 'journal.jsonl') : files[some(random, files.length)] as string;
      const good = await readFile(join(from, file));
      const damaged = good.length === 0 ? undefined : (damageWays[some(random, damageWays.length)] as (typeof damageWays)[number])(good, random);
      // What only the journal has is lost with its end; see below.
      const isEnd = !isClosed && file === 'journal.jsonl' && (damaged?.endFrom ?? -1) >= unsaved;
      if (!damaged || damaged.bytes.equals(good) || isEnd) continue;
      tried += 1;
      await tryDamage(made, from, { file, bytes: damaged.bytes, about: `seed ${sample.seed}, round ${round}, ${isClosed ? 'closed' : 'left'} ${file} ${damaged.how}`, isClosed }, faults);
    }
  } finally {
    await remove();
  }
  return [{ what: 'Bytes flipped, cut off, filled with NUL: damages detected and mended', tried, asked: sample.rounds, wanted: `${sample.rounds} of ${sample.rounds}`, got: `${tried - new Set(faults.map(roundOf)).size} of ${tried}`, faults }];
}

const roundOf = (fault: string) => fault.split(', ')[1];

async function tryDamage(made: DamageableLedger, from: string, { file, bytes, ...round }: { readonly bytes: Buffer } & Omit<Round, 'folder'>, faults: string[]): Promise<void> {
  const folder = join(dirname(from), 'damaged');
  await cp(from, folder, { recursive: true });
  await writeFile(join(folder, file), bytes);
  await openDamaged({ ...round, file, folder }, made, faults);
  await rm(folder, { recursive: true });
}

/**
 * The end of a journal whose changes are nowhere else, cut off or zeroed after a crash: it is then what a power cut leaves of an edit
 * that nobody was told was saved, and no byte tells the two apart. It may cost that end, and nothing else.
 */
export async function proveJournalEnds(sample: Sample): Promise<Finding[]> {
  const { path, remove } = await temporaryFolder();
  const random = seeded(sample.seed);
  const faults: string[] = [];
  let tried = 0;
  try {
    const made = await damageableLedger(path);
    const unsaved = await endOfSaved(made);
    const good = await readFile(join(made.left, 'journal.jsonl'));
    for (; tried < sample.rounds && !isTimeUp(sample); tried += 1) {
      const end = unsaved + some(random, good.length - unsaved);
      const isCut = random() < 0.5;
      const bytes = isCut ? good.subarray(0, end) : Buffer.concat([good.subarray(0, end), Buffer.alloc(good.length - end)]);
      await tryDamage(made, made.left, { file: 'journal.jsonl', bytes, about: `seed ${sample.seed}, round ${tried}, the journal ${isCut ? 'cut' : 'zeroed'} from byte ${end} on`, isClosed: false, isEnd: true }, faults);
    }
  } finally {
    await remove();
  }
  return [noneOf('Unsaved end of a journal cut off or zeroed: more lost than that end', tried, faults, sample.rounds)];
}

/** Where, in the journal of the ledger that was left at once, the lines begin that ledger.json does not hold. */
async function endOfSaved({ left, saved }: DamageableLedger): Promise<number> {
  const journal = await readFile(join(left, 'journal.jsonl'), 'utf8');
  let end = 0;
  for (const line of journal.split('\n')) {
    if (line === '' || (JSON.parse(line) as { seq: number }).seq > saved) break;
    end += Buffer.byteLength(line) + 1;
  }
  return end;
}
