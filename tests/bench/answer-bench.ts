import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import type { JobState } from '../../data/contract.js';
import { createProgram } from '../../electron/services/create-program.js';
import type { Program } from '../../electron/services/program.js';
import { createLedger } from '../../electron/storage/ledger.js';
import { buildLedgerData } from '../builders/ledger.js';
import { median, type Figure } from './figure.js';

// Bundles of benches lie in dist/bench, two levels below the root.
const root = fileURLToPath(new URL('../../', import.meta.url));
const rows = 60_000;

const finished = (program: Program, jobId: string) => new Promise<JobState>((resolve) => {
  const stop = program.on('job.changed', (event) => { if (event.jobId === jobId && event.job.state !== 'running') { stop(); resolve(event.job); } });
});

/** The longest time, in ms, that one of many small calls waited for its answer while `work` ran. */
async function longestAnswer(program: Program, work: () => Promise<unknown>): Promise<{ longest: number; loop: number; took: number }> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  const begun = performance.now();
  let over = false;
  let longest = 0;
  const asking = (async () => {
    while (!over) {
      const asked = performance.now();
      await new Promise((next) => setImmediate(next));
      await program.handlers['ledger.status']({});
      longest = Math.max(longest, performance.now() - asked);
      await new Promise((next) => setTimeout(next, 2));
    }
  })();
  delay.enable();
  await work();
  delay.disable();
  over = true;
  await asking;
  return { longest, loop: delay.max / 1e6, took: performance.now() - begun };
}

/** How long the program keeps people waiting while it takes in 60,000 rows, and how a ledger of 50,000 assets opens. */
export default async function answerBench(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'xishan-bench-'));
  try {
    const ledger = join(folder, 'ledger');
    await (await createLedger(ledger, buildLedgerData({ assets: 50_000 }))).close();
    const opened: number[] = [];
    for (let turn = 0; turn < 3; turn += 1) {
      const begun = performance.now();
      const program = await open(ledger);
      await program.handlers['public.index']({});
      opened.push(performance.now() - begun);
      await program.close();
    }
    const file = join(folder, '大表.csv');
    const lines = Array.from({ length: rows }, (_, n) => `DL-${String(n).padStart(6, '0')},地块${n},溪口村,${(5 + (n % 90)).toFixed(1)},${(119.9 + (n % 300) / 5000).toFixed(5)},${(29.8 + (n % 200) / 4000).toFixed(5)}`);
    await writeFile(file, `\ufeff编号,资产名称,所在村,面积(亩),经度,纬度\r\n${lines.join('\r\n')}\r\n`);
    const waits: number[] = [];
    const loops: number[] = [];
    const undoing: { longest: number; loop: number; took: number }[] = [];
    const restoring: { longest: number; loop: number; took: number }[] = [];
    for (let turn = 0; turn < 3; turn += 1) {
      const empty = join(folder, `empty-${turn}`);
      await (await createLedger(empty, buildLedgerData({ assets: 0, projects: 0 }))).close();
      const program = await open(empty);
      const { longest, loop } = await longestAnswer(program, async () => {
        const { jobId } = await program.handlers['import.plan']({ uploadIds: [program.acceptFile(file)] });
        const job = await finished(program, jobId);
        if (job.state !== 'done') throw new Error(`The import ended as ${job.state}.`);
        const applying = await program.handlers['import.apply']({ planId: (job.result as { planId: string }).planId, skip: [], leaveOut: [], photos: [] });
        const applied = await finished(program, applying.jobId);
        if (applied.state !== 'done') throw new Error(`The import ended as ${applied.state}.`);
      });
      waits.push(longest);
      loops.push(loop);
      const point = await program.handlers['backup.make']({});
      undoing.push(await longestAnswer(program, async () => { await program.handlers['desk.undo']({}); }));
      restoring.push(await longestAnswer(program, async () => {
        const { jobId } = await program.handlers['backup.restore']({ id: point.id });
        const job = await finished(program, jobId);
        if (job.state !== 'done') throw new Error(`The restore ended as ${JSON.stringify(job)}.`);
      }));
      await program.close();
    }
    return [
      { name: 'open a ledger of 50,000 assets and give its index', value: median(opened), unit: 'ms', peer: null, ratio: null, wanted: 'a few seconds' },
      { name: `longest wait for an answer while ${rows.toLocaleString('en-US')} rows are imported`, value: median(waits), unit: 'ms', peer: null, ratio: null, wanted: '< 200' },
      { name: 'longest hold of the main process meanwhile', value: median(loops), unit: 'ms', peer: null, ratio: null, wanted: '< 200' },
      ...holds('the import is undone', undoing),
      ...holds('a restore point of as many is put back', restoring),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }

  function holds(what: string, found: readonly { longest: number; loop: number; took: number }[]): Figure[] {
    const middle = (key: 'longest' | 'loop' | 'took') => median(found.map((one) => one[key]));
    const figure = (name: string, value: number, wanted: string): Figure => ({ name, value, unit: 'ms', peer: null, ratio: null, wanted });
    return [figure(`time until ${what}`, middle('took'), '–'), figure(`longest wait for an answer while ${what}`, middle('longest'), '< 200'), figure('longest hold of the main process meanwhile', middle('loop'), '< 200')];
  }
  function open(ledger: string): Promise<Program> {
    const worker = (name: string) => join(root, 'dist', 'node', `${name}-worker.js`);
    return createProgram({ home: join(folder, 'home'), ledger, shipped: join(root, 'data'), host: 'bench', version: '0', workerFiles: { import: worker('import'), export: worker('export') } });
  }
}
