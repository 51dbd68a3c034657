import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { CallInput, CallName, CallOutput, JobState } from '../../../data/contract.js';
import { createDispatch } from '../../../electron/host/dispatch.js';
import { deskData } from '../../builders/desk-data.js';
import { pmtilesOf, tilesOver } from '../../builders/map-packs.js';
import { mixedEdits } from '../../builders/mixed-edits.js';
import { paintedPixels, phoneJpeg } from '../../builders/pictures.js';
import type { WholeProgram } from '../../builders/whole-program.js';

/** A day's work at one desk. `ask` and `done` throw what goes wrong; what was found wrong with what went well is in `faults`. */
export class Day {
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

/** What is done in a day, in this order. */
export const works: readonly ((day: Day) => Promise<void>)[] = [importFiles, edit, exportAll, present, lookAtMaps];
