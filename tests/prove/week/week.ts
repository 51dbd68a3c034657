import { readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { CallInput, CallName, CallOutput, JobState } from '../../../data/contract.js';
import type { LedgerData } from '../../../data/schema/ledger.js';
import { createDispatch } from '../../../electron/host/dispatch.js';
import { ledgerOfCanaries } from '../../builders/canaries.js';
import { deskData } from '../../builders/desk-data.js';
import { buildLedgerData, idOf, seeded } from '../../builders/ledger.js';
import { pmtilesOf, tilesOver } from '../../builders/map-packs.js';
import { mixedEdits } from '../../builders/mixed-edits.js';
import { paintedPixels, phoneJpeg } from '../../builders/pictures.js';
import { wholeProgram, type WholeProgram } from '../../builders/whole-program.js';
import { isTimeUp, noneOf, wordsOf, type Finding, type Sample } from '../finding.js';

/** What is left when the program has ended for the day. */
interface Evening { readonly temporary: readonly string[]; readonly unfinished: readonly string[]; readonly home: readonly string[]; readonly homeBytes: number; readonly said: number; readonly held: Readonly<Record<string, number>> }

/** A day's work at one desk: `ask` throws what is not a failure that the day brings with it. */
class Day {
  readonly dispatch;
  readonly faults: string[] = [];
  constructor(readonly whole: WholeProgram, readonly number: number, readonly random: () => number) { this.dispatch = createDispatch(whole.program.handlers); }

  async ask<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
    const reply = await this.dispatch(name, input, 'desk');
    if (!reply.ok) throw new Error(`${name}: ${reply.failure.code} ${reply.failure.message.en}`);
    return reply.value as CallOutput<N>;
  }
  async ended({ jobId }: { jobId: string }): Promise<JobState> {
    for (;;) {
      const job = await this.ask('job.state', { jobId });
      if (job.state !== 'running') return job;
      await wait(3);
    }
  }
  async done<T>(begun: { jobId: string } | Promise<{ jobId: string }>): Promise<T> {
    const job = await this.ended(await begun);
    if (job.state !== 'done') throw new Error(`A job ended as ${JSON.stringify(job)}.`);
    return job.result as T;
  }
  upload(name: string, bytes: Uint8Array | string): Promise<string> {
    return this.whole.program.acceptUpload(name, (async function* whole() { yield Buffer.from(bytes); })());
  }
}

async function importFiles(day: Day): Promise<void> {
  const rows = Array.from({ length: 12 }, (_, at) => `D${day.number}-${at},第${day.number}日${at}号房,大源村,${100 + at},闲置`);
  const table = `编号,房屋名称,所在村,占地面积(㎡),状态\n${rows.join('\n')}\n`;
  const plan = await day.done<{ planId: string }>(day.ask('import.plan', { uploadIds: [await day.upload('农房.csv', table), await day.upload('IMG_1.jpg', await phoneJpeg(paintedPixels(80, 60)))] }));
  const again = await day.done<{ planId: string }>(day.ask('import.replan', { planId: plan.planId, choices: [] }));
  await day.done(day.ask('import.apply', { planId: again.planId }));
  // One that is thrown away, one that is refused, one that is cancelled.
  const thrown = await day.done<{ planId: string }>(day.ask('import.plan', { uploadIds: [await day.upload('农房.csv', table)] }));
  await day.ask('import.discard', { planId: thrown.planId });
  const refused = await day.ended(await day.ask('import.plan', { uploadIds: [await day.upload('坏.xlsx', 'PK\x03\x04')] }));
  if (refused.state !== 'failed') day.faults.push(`a broken workbook ended as ${refused.state}`);
  const cancelled = await day.ask('import.plan', { uploadIds: [await day.upload('农房.csv', table)] });
  await day.ask('job.cancel', cancelled);
  await day.ended(cancelled);
}

async function edit(day: Day): Promise<void> {
  const next = mixedEdits(day.number * 97 + Math.floor(day.random() * 1e6));
  for (let step = 0; step < 40; step += 1) {
    await day.ask('desk.apply', { edits: next(await deskData((name, input) => day.ask(name, input)), step) });
    if (step % 9 === 8) await day.ask('desk.undo', {});
    if (step % 18 === 17) await day.ask('desk.redo', {});
  }
  await day.done(day.ask('media.store', { uploadIds: [await day.upload('a.jpg', await phoneJpeg(paintedPixels(90, 70))), await day.upload('说明.txt', '不是照片')] }));
  await day.ask('backup.make', {});
  const [point] = await day.ask('backup.list', {});
  if (point) await day.done(day.ask('backup.compare', { id: point.id }));
}

async function exportAll(day: Day): Promise<void> {
  const table = { audience: 'internal', language: 'zh', encoding: 'utf-8' } as const;
  await day.done(day.ask('output.start', { kind: 'ledger', format: 'xlsx', ...table }));
  await day.done(day.ask('output.start', { kind: 'projects', format: 'csv', ...table }));
  await day.done(day.ask('output.start', { kind: 'geo', format: 'kml', audience: 'public', language: 'zh' }));
  const cancelled = await day.ask('output.start', { kind: 'ledger', format: 'xlsx', ...table });
  await day.ask('job.cancel', cancelled);
  await day.ended(cancelled);
}

async function present(day: Day): Promise<void> {
  const [tour] = await day.ask('desk.tours', {});
  if (!tour) return;
  for (const booth of [false, true]) {
    await day.ask('stage.start', { tourId: tour.id, booth });
    for (let step = 0; step < tour.stops.length * 2; step += 1) await day.ask('stage.act', { command: { do: 'next' } });
    await day.ask('stage.act', { command: { do: 'end' } });
  }
}

async function lookAtMaps(day: Day): Promise<void> {
  const path = join(day.whole.place, 'a.pmtiles');
  await writeFile(path, pmtilesOf(tilesOver([9, 10])));
  await day.done(day.ask('maps.inspect', { path }));
  await writeFile(join(day.whole.place, 'bad.pmtiles'), 'PMTiles\x03 and nothing more');
  await day.ended(await day.ask('maps.inspect', { path: join(day.whole.place, 'bad.pmtiles') }));
}

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
      for (const work of [importFiles, edit, exportAll, present, lookAtMaps]) await work(day).catch((error: unknown) => { day.faults.push(`${work.name}: ${wordsOf(error)}`); });
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
