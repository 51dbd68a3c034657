import { read, utils, write } from '@e965/xlsx';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import type { ImportResult, JobState } from '../../data/contract.js';
import { createProgram } from '../../electron/services/create-program.js';
import type { Program } from '../../electron/services/program.js';
import { createLedger } from '../../electron/storage/ledger.js';
import { buildLedgerData } from '../builders/ledger.js';
import { median, type Figure } from './figure.js';

// Bundles of benches lie in dist/bench, two levels below the root.
const root = fileURLToPath(new URL('../../', import.meta.url));
const rows = 20_000;
const turns = 3;

const header = [
  '序号', '资产编号', '资产名称', '所在村', '坐落小地名', '占地面积（㎡）', '建筑面积（㎡）', '结构', '层数', '建成年份', '所有权', '产权人', '不动产权证号', '经度', '纬度', '现状', '闲置起始时间', '意向租金（元/年）', '联系人', '联系电话', '拟招商方向', '备注',
];
const pick = (list: readonly string[], n: number) => list[n % list.length] as string;
const villages = ['溪口村', '上坞村', '石桥村', '梅坞村', '茶坪村', '白云村', '前山村', '里湖村', '大溪村', '竹园村', '桐树村'];

/** One house as an office writes it down: text and figures, some cells empty, some loose. */
function houseRow(n: number): (string | number | null)[] {
  return [
    n + 1, `NF-${String(n + 1).padStart(6, '0')}`, `${pick(villages, n).slice(0, 2)}${n + 1}号农房`, pick(villages, n), n % 3 === 0 ? null : `第${(n % 40) + 1}组`, 80 + (n % 170), n % 11 === 0 ? '约200' : 120 + (n % 260),
    pick(['砖木', '砖混', '土木'], n), (n % 3) + 1, 1950 + (n % 60), pick(['集体', '个人'], n), `某某${n % 900}`, n % 5 === 0 ? null : `浙(2020)第${String(n).padStart(7, '0')}号`,
    Number((119.85 + (n % 1700) / 10_000).toFixed(6)), Number((29.75 + (n % 1300) / 10_000).toFixed(6)), pick(['闲置', '可招商', '已出租', '部分闲置'], n), `${2005 + (n % 18)}年${(n % 12) + 1}月`, n % 7 === 0 ? '面议' : 1000 + (n % 90) * 100,
    `某${n % 300}`, `1990000${String(n % 10_000).padStart(4, '0')}`, pick(['民宿', '研学', '仓储', null as unknown as string], n), n % 4 === 0 ? '墙体开裂，需修缮' : null,
  ];
}

function workbook(): Buffer {
  const sheet = utils.aoa_to_sheet([['溪口乡闲置农房资源登记表'], header, ...Array.from({ length: rows }, (_, n) => houseRow(n))]);
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, '农房');
  return write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer;
}

const ended = (program: Program, jobId: string) => new Promise<JobState>((resolve) => {
  const stop = program.on('job.changed', (event) => { if (event.jobId === jobId && event.job.state !== 'running') { stop(); resolve(event.job); } });
});

/** The longest that other calls waited for their answers, in ms, and the most memory that the process held, in MB, while `work` ran. */
async function watched(program: Program, work: () => Promise<void>): Promise<{ longest: number; loop: number; megabytes: number; took: number }> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  let over = false;
  let [longest, most] = [0, 0];
  const asking = (async () => {
    while (!over) {
      const asked = performance.now();
      await new Promise((next) => { setImmediate(next); });
      await program.handlers['ledger.status']({});
      longest = Math.max(longest, performance.now() - asked);
      most = Math.max(most, process.memoryUsage.rss());
      await new Promise((next) => { setTimeout(next, 2); });
    }
  })();
  delay.enable();
  const begun = performance.now();
  await work();
  const took = performance.now() - begun;
  delay.disable();
  over = true;
  await asking;
  return { longest, loop: delay.max / 1e6, megabytes: most / 2 ** 20, took };
}

/** How long a 20,000-row workbook takes from the plan to the ledger, beside the library that reads it, and what others notice of it. */
export default async function importBench(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'xishan-bench-'));
  try {
    const file = join(folder, '农房.xlsx');
    await writeFile(file, workbook());
    const found = { took: [] as number[], alone: [] as number[], ratio: [] as number[], longest: [] as number[], loop: [] as number[], megabytes: [] as number[], undo: [] as number[], undoLoop: [] as number[] };
    for (let turn = 0; turn < turns; turn += 1) {
      const bytes = await readFile(file);
      const begun = performance.now();
      read(bytes, { type: 'buffer', dense: true });
      const alone = performance.now() - begun;
      const ledger = join(folder, `ledger-${turn}`);
      await (await createLedger(ledger, buildLedgerData({ assets: 0, projects: 0 }))).close();
      const worker = (name: string) => join(root, 'dist', 'node', `${name}-worker.js`);
      const program = await createProgram({ home: join(folder, 'home'), ledger, shipped: join(root, 'data'), host: 'bench', version: '0', workerFiles: { import: worker('import'), export: worker('export'), media: worker('media') } });
      const importing = await watched(program, async () => {
        const { jobId } = await program.handlers['import.plan']({ uploadIds: [program.acceptFile(file)] });
        const job = await ended(program, jobId);
        if (job.state !== 'done') throw new Error(`The import ended as ${JSON.stringify(job)}.`);
        const applying = await program.handlers['import.apply']({ planId: (job.result as { planId: string }).planId, skip: [], leaveOut: [], photos: [] });
        const applied = await ended(program, applying.jobId);
        if (applied.state !== 'done' || (applied.result as ImportResult).added !== rows) throw new Error(`The import ended as ${JSON.stringify(applied)}.`);
      });
      const undoing = await watched(program, async () => { await program.handlers['desk.undo']({}); });
      await program.close();
      found.took.push(importing.took);
      found.alone.push(alone);
      found.ratio.push(importing.took / alone);
      found.longest.push(importing.longest);
      found.loop.push(importing.loop);
      found.megabytes.push(importing.megabytes);
      found.undo.push(undoing.took);
      found.undoLoop.push(undoing.loop);
    }
    const figure = (name: string, values: readonly number[], unit: string, wanted: string): Figure => ({ name, value: median(values), unit, peer: null, ratio: null, wanted });
    return [
      { name: `import of ${rows.toLocaleString('en-US')} rows × ${header.length} columns from .xlsx, plan and apply; peer: @e965/xlsx reads it`, value: median(found.took), unit: 'ms', peer: median(found.alone), ratio: median(found.ratio), wanted: '≤ 3 ×' },
      figure('longest wait for another answer meanwhile', found.longest, 'ms', '≤ 200'),
      figure('longest hold of the main process meanwhile', found.loop, 'ms', '≤ 200'),
      figure('peak memory of the process meanwhile', found.megabytes, 'MB', '< 1,500'),
      figure('undo of that import', found.undo, 'ms', '–'),
      figure('longest hold of the main process while it is undone', found.undoLoop, 'ms', '≤ 200'),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
