import { createLedger, openLedger } from '../../../electron/storage/ledger.js';
import { buildLedgerData, seeded } from '../../builders/ledger.js';
import { faultsAfterLife, liveThrough, shortJournal } from '../../builders/ledger-life.js';
import { PowerCutDisk, type Leftover, type Names } from '../../builders/power-cut-disk.js';
import { isTimeUp, noneOf, wordsOf, type Finding, type Sample } from '../finding.js';

/** What a cut may leave: unsynced bytes dropped, torn and reordered; unsynced names dropped, kept, or kept up to some moment. */
export const leavings: readonly (readonly [Leftover, Names])[] = [
  ['nothing', 'durable'], ['nothing', 'all'], ['half', 'durable'], ['half', 'all'], ['zeros', 'all'], ['torn', 'durable'], ['torn', 'all'], ['torn', 'some'], ['nothing', 'some'],
];

const folder = '/ledger';
const boot = (start: string) => ({ processes: { host: 'desk', pid: 1, startOf: () => start, isAlive: () => true } });
const data = buildLedgerData({ assets: 5, projects: 1 });

/** A disk with a ledger on it that has just been made. */
async function diskWithLedger(leftover: Leftover, names: Names, random: () => number): Promise<{ disk: PowerCutDisk; first: string }> {
  const disk = new PowerCutDisk(Infinity, leftover, names, random);
  await disk.makeFolder(folder);
  const made = await createLedger(folder, data, { disk, ...boot('first') });
  const first = JSON.stringify(made.data);
  await made.close();
  return { disk, first };
}

/** How many calls of the disk a life takes: the points at which the power can go. */
async function pointsOfLife(): Promise<number> {
  const { disk } = await diskWithLedger('nothing', 'durable', Math.random);
  const before = disk.calls;
  await liveThrough(folder, { disk, longestJournal: shortJournal, ...boot('first') }, new Map());
  return disk.calls - before;
}

async function cut(at: number, [leftover, names]: readonly [Leftover, Names], random: () => number, about: string, lost: string[], unopened: string[]): Promise<number> {
  const { disk, first } = await diskWithLedger(leftover, names, random);
  disk.cutAt = disk.calls + at;
  const acknowledged = new Map<number, string>();
  await liveThrough(folder, { disk, longestJournal: shortJournal, ...boot('first') }, acknowledged).catch(() => undefined);
  if (!disk.isOff) lost.push(`${about}: the power did not go`);
  try {
    const again = await openLedger(folder, { disk: disk.after(), ...boot('second') });
    lost.push(...faultsAfterLife(again, acknowledged, first, about));
    // Of lines that came in disorder and were acknowledged to nobody, some may be whole behind one that is not: that looks like damage, and is told as such.
    if (again.notice && leftover !== 'torn') lost.push(`${about}: ${again.notice.en}`);
    await again.close();
  } catch (error) {
    unopened.push(`${about}: ${wordsOf(error)}`);
  }
  return acknowledged.size;
}

/** Lets the power go at `rounds` points spread over a ledger's life, with every way in which a disk may be found after it. `kinds` narrows these down. */
export async function provePowerCuts(sample: Sample, kinds = leavings): Promise<Finding[]> {
  const points = await pointsOfLife();
  const random = seeded(sample.seed);
  const [lost, unopened]: [string[], string[]] = [[], []];
  let [tried, cuts, acknowledged] = [0, 0, 0];
  for (; tried < sample.rounds && !isTimeUp(sample); tried += 1) {
    // Spread over all of them, each stretch with a point of its own.
    const at = 1 + Math.floor(((tried + random()) / sample.rounds) * points);
    for (const kind of kinds) {
      acknowledged += await cut(at, kind, random, `seed ${sample.seed}, point ${tried} (call ${at}), ${kind.join(' / ')}`, lost, unopened);
      cuts += 1;
    }
  }
  return [
    { ...noneOf(`Power cuts, ${cuts} in ${kinds.length} ways: acknowledged edits lost`, tried, lost, sample.rounds), got: `${lost.length} of ${acknowledged}` },
    noneOf('Power cuts: ledgers that cannot be opened', tried, unopened, sample.rounds),
  ];
}
