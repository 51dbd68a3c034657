import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { LedgerData } from '../../../data/schema/ledger.js';
import { ledgerOfCanaries } from '../../builders/canaries.js';
import { buildLedgerData, idOf, seeded } from '../../builders/ledger.js';
import { wholeProgram, type WholeProgram } from '../../builders/whole-program.js';
import { isTimeUp, noneOf, wordsOf, type Finding, type Sample } from '../finding.js';
import { Day, works } from './day.js';

/** What is left when the program has ended for the day. */
interface Evening { readonly temporary: readonly string[]; readonly unfinished: readonly string[]; readonly home: readonly string[]; readonly homeBytes: number; readonly said: number; readonly held: Readonly<Record<string, number>> }

const namesBelow = async (folder: string) => (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).sort();

/** What this process holds open, by kind. */
function heldNow(): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const kind of process.getActiveResourcesInfo()) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

async function lookAround(whole: WholeProgram, said: number): Promise<Evening> {
  const home = await namesBelow(whole.home);
  const sizes = await Promise.all(home.map(async (file) => (await stat(file)).size));
  return {
    temporary: await readdir(whole.temporary), unfinished: (await namesBelow(whole.ledger)).filter((file) => /(\.tmp|\.part|[/\\]lock)(\..*)?$/.test(file)),
    home: home.map((file) => file.slice(whole.home.length)), homeBytes: sizes.reduce((sum, size) => sum + size, 0), said, held: heldNow(),
  };
}

/** How an evening differs from the second one, when everything that is made once had been made. */
function growth(first: Evening, last: Evening): string[] {
  return [
    ...last.home.filter((file) => !first.home.includes(file)).map((file) => `the settings' folder has a new file ${file}`),
    ...(last.homeBytes > first.homeBytes * 1.5 + 4_096 ? [`the settings' folder has grown from ${first.homeBytes} to ${last.homeBytes} bytes`] : []),
    ...Object.entries(last.held).filter(([kind, count]) => count > (first.held[kind] ?? 0)).map(([kind, count]) => `this process holds ${count} ${kind}, and held ${first.held[kind] ?? 0}`),
  ];
}

/** `rounds` days of work one after the other: imports, edits, exports, tours, maps; the program is ended every evening. */
export async function proveWeek(sample: Sample): Promise<Finding[]> {
  const data: LedgerData = { ...buildLedgerData({ assets: 20, projects: 3 }), tours: ledgerOfCanaries().data.tours.map((tour) => ({ ...tour, id: idOf(7, 'P') })) };
  const random = seeded(sample.seed);
  const faults: string[] = [];
  const evenings: Evening[] = [];
  let said: string[] = [];
  const saidBefore = console.error;
  console.error = (...words: unknown[]) => { said.push(words.map(wordsOf).join(' ')); };
  const whole = await wholeProgram(data, { boothSecondMs: 20 });
  try {
    await whole.program.handlers['settings.set']({ boothPin: '1234', operator: '王小溪' });
    for (let number = 0; number < sample.rounds && !isTimeUp(sample); number += 1) {
      const about = `seed ${sample.seed}, day ${number + 1}`;
      if (number > 0) await whole.restart();
      const day = new Day(whole, number, random);
      for (const work of works) await work(day).catch((error: unknown) => { day.faults.push(`${work.name}: ${wordsOf(error)}`); });
      for (const folder of (await readdir(whole.temporary)).filter((name) => name.includes('upload'))) {
        const left = await readdir(join(whole.temporary, folder));
        if (left.length > 0) day.faults.push(`${left.length} uploads are left that nobody needs`);
      }
      await whole.close();
      // Threads that were told to end take a moment.
      await wait(300);
      const evening = await lookAround(whole, said.length);
      evenings.push(evening);
      for (const left of [...evening.temporary, ...evening.unfinished]) day.faults.push(`${left} is left over`);
      for (const line of said) day.faults.push(`the log says ${line.slice(0, 300)}`);
      said = [];
      faults.push(...day.faults.map((fault) => `${about}: ${fault}`));
    }
    const [first, last] = [evenings[Math.min(1, evenings.length - 1)], evenings.at(-1)];
    if (first && last) faults.push(...growth(first, last).map((fault) => `seed ${sample.seed}, after ${evenings.length} days: ${fault}`));
  } finally {
    console.error = saidBefore;
    await whole.remove();
  }
  return [noneOf('Days of work: temporary files, growing files, threads and handles left', evenings.length, faults, sample.rounds)];
}
