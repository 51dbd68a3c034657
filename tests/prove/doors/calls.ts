import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { z } from 'zod';
import { callNames, contract, replySchema, type CallName, type JobState, type Reply } from '../../../data/contract.js';
import { assetFields, projectFields } from '../../../data/schema/fields.js';
import { recordSchemas, type LedgerData } from '../../../data/schema/ledger.js';
import { createDispatch, type Dispatch } from '../../../electron/host/dispatch.js';
import { openLedger } from '../../../electron/storage/ledger.js';
import { ledgerOfCanaries } from '../../builders/canaries.js';
import { buildLedgerData, seeded } from '../../builders/ledger.js';
import { tilesOver, pmtilesOf } from '../../builders/map-packs.js';
import { broken, valueFor, type ValueSource } from '../../builders/schema-values.js';
import { wholeProgram, type WholeProgram } from '../../builders/whole-program.js';
import { isTimeUp, noneOf, wordsOf, type Finding, type Sample } from '../finding.js';

/** A call or a job that has not ended after so many milliseconds hangs. */
const patience = 60_000;

/** Words that mean something: ids that exist, folders that are there, files that can be read. They grow with what the calls answer. */
class Vocabulary {
  readonly #ids: string[];
  readonly #paths: string[];
  readonly #names = ['新乡', '..', 'con', 'a/b', '*', '账本 2', 'x'.repeat(60), '\u0000'];
  readonly #fields: readonly string[];
  constructor(data: LedgerData, place: string) {
    this.#ids = [...data.assets.slice(0, 6), ...data.projects.slice(0, 2), ...data.tours].map(({ id }) => id).concat('profile', 'stop-asset', 'stop-cover');
    // Nothing outside the program's own place: what these calls make, they make for real.
    this.#paths = ['places', 'places/gone', 'files/a.pmtiles', 'files/a.csv', 'ledger', 'home', 'places/\u0000', `places/${'x'.repeat(300)}`, 'places/./../places', 'nowhere/at/all'].map((path) => join(place, path));
    this.#fields = [...assetFields, ...projectFields].map(({ path }) => path).concat('__proto__', 'constructor.prototype', 'detail', 'location.lng', 'photos.0.id', 'boundary', 'maps', 'villages', 'stops', 'name.zh');
  }
  /** Remembers every id that an answer names. */
  learn(value: unknown): void {
    for (const [, id] of JSON.stringify(value ?? null).matchAll(/"(?:jobId|planId|id|uploadId|inspectionId|comparisonId|fileId)":"([^"]{1,80})"/g)) if (!this.#ids.includes(id as string)) this.#ids.push(id as string);
    if (this.#ids.length > 60) this.#ids.splice(10, this.#ids.length - 60);
  }
  wordsFor(call: CallName, key: string): readonly string[] {
    if (['parent', 'folder'].includes(key) || (key === 'path' && call.startsWith('maps.'))) return this.#paths;
    if (key === 'path' || key === 'columns' || key === 'gap' || key === 'group') return this.#fields;
    if (key === 'name') return this.#names;
    return /^(id|ids|assetId|assetIds|tourId|stopId|jobId|planId|uploadIds|music|inspectionId|comparisonId|original|skip)$/.test(key) ? this.#ids : [];
  }
}

/** A path that could lead out of the program's place is none that this proof may send to a call which writes. */
function isContained(input: unknown, place: string): boolean {
  return !Object.entries((input ?? {}) as object).some(([key, value]) => ['parent', 'folder', 'path'].includes(key) && typeof value === 'string' && value.startsWith('/') && !value.startsWith(place));
}

const isReadable = ({ zh, en }: { zh: string; en: string }) => zh.trim() !== '' && en.trim() !== '';
const inTime = <T>(work: Promise<T>): Promise<T | 'hangs'> => Promise.race([work, wait(patience, 'hangs' as const, { ref: false })]);

/** What is wrong with an answer; nothing when it is a result or a failure as the contract has them. */
function faultOf(reply: Reply): string | undefined {
  const parsed = replySchema.safeParse(JSON.parse(JSON.stringify(reply)));
  if (!parsed.success) return `no reply: ${JSON.stringify(reply).slice(0, 200)}`;
  if (!parsed.data.ok && !isReadable(parsed.data.failure.message)) return 'a failure without a sentence';
  return !parsed.data.ok && parsed.data.failure.code === 'internal' ? 'an exception inside the program' : undefined;
}

/** Waits for a job that a call has begun, or cancels it. */
async function faultOfJob(dispatch: Dispatch, jobId: string, isCancelled: boolean): Promise<string | undefined> {
  if (isCancelled) await dispatch('job.cancel', { jobId }, 'desk');
  for (const since = Date.now(); Date.now() - since < patience; await wait(3)) {
    const reply = await dispatch('job.state', { jobId }, 'desk');
    // Long ended and forgotten.
    if (!reply.ok) return undefined;
    const job = reply.value as JobState;
    if (job.state === 'failed' && (job.failure.code === 'internal' || !isReadable(job.failure.message))) return 'an exception inside the job';
    if (job.state !== 'running') return undefined;
  }
  return 'a job that hangs';
}

/** One call with one input; answers with what was wrong about it. */
async function ask(dispatch: Dispatch, name: CallName, input: unknown, isCancelled: boolean, words: Vocabulary): Promise<string | undefined> {
  try {
    const reply = await inTime(dispatch(name, input, 'desk'));
    if (reply === 'hangs') return 'hangs';
    const fault = faultOf(reply);
    if (fault || !reply.ok) return fault;
    words.learn(reply.value);
    const { jobId } = (reply.value ?? {}) as { jobId?: unknown };
    return typeof jobId === 'string' ? await faultOfJob(dispatch, jobId, isCancelled) : undefined;
  } catch (error) {
    return `throws ${wordsOf(error)}`;
  }
}

const shown = (input: unknown) => {
  try { return JSON.stringify(input, (_, value: unknown) => (typeof value === 'bigint' || typeof value === 'symbol' || typeof value === 'function' ? String(value) : typeof value === 'string' ? value.slice(0, 60) : value)).slice(0, 400); } catch { return String(input); }
};

async function furnish(whole: WholeProgram): Promise<void> {
  await mkdir(join(whole.place, 'places'));
  await mkdir(join(whole.place, 'files'));
  await writeFile(join(whole.place, 'files/a.pmtiles'), pmtilesOf(tilesOver([10])));
  await writeFile(join(whole.place, 'files/a.csv'), '编号,资产名称,所在村,面积(亩)\nA-1,后山林,大源村,12\n');
}

/** Every call of the contract with inputs made from its own schema, right ones and wrong ones; `rounds` tries of each. */
export async function proveCalls(sample: Sample): Promise<Finding[]> {
  const random = seeded(sample.seed);
  const data: LedgerData = { ...buildLedgerData({ assets: 30, projects: 4 }), tours: ledgerOfCanaries().data.tours };
  const whole = await wholeProgram(data, { boothSecondMs: 50 });
  const faults: string[] = [];
  const logged: string[] = [];
  const saidBefore = console.error;
  // What services say of their own mistakes goes beside the call that made them.
  console.error = (...words: unknown[]) => { logged.push(words.map(wordsOf).join(' ')); };
  const onStray = (error: unknown) => { faults.push(`seed ${sample.seed}: a promise nobody waits for rejects with ${wordsOf(error)}`); };
  process.on('unhandledRejection', onStray);
  let [tried, valid] = [0, 0];
  try {
    await furnish(whole);
    const dispatch = createDispatch(whole.program.handlers, (line) => logged.push(line));
    const words = new Vocabulary(data, whole.place);
    for (let round = 0; round < sample.rounds && !isTimeUp(sample); round += 1) {
      for (const name of callNames) {
        const source: ValueSource = { random, words: (key) => words.wordsFor(name, key) };
        const schema: z.ZodType = contract[name].input;
        const fit = valueFor(schema, source);
        const input = random() < 0.5 ? fit : broken(fit, source);
        if (!isContained(input, whole.place)) continue;
        tried += 1;
        if (schema.safeParse(input ?? {}).success) valid += 1;
        logged.length = 0;
        const fault = await ask(dispatch, name, input, random() < 0.2, words);
        if (fault) faults.push(`seed ${sample.seed}, round ${round}, ${name}(${shown(input)}): ${fault}; ${logged.join(' | ').slice(0, 600)}`);
      }
      if (round % 5 === 0) words.learn(['files/a.csv', 'files/a.pmtiles'].map((file) => ({ uploadId: whole.program.acceptFile(join(whole.place, file)) })));
    }
    faults.push(...(await ledgerFaults(dispatch, whole)));
  } finally {
    console.error = saidBefore;
    process.off('unhandledRejection', onStray);
    await whole.remove();
  }
  if (('polluted' in {})) faults.push(`seed ${sample.seed}: Object.prototype was altered`);
  return [{ ...noneOf(`Fuzzed input on ${callNames.length} calls (${valid} right, ${tried - valid} wrong): exceptions, hangs`, tried, faults, Math.ceil(sample.rounds * callNames.length * 0.9)) }];
}

/** Whatever was asked of it, the ledger that is open holds well-formed records, and opens again. */
async function ledgerFaults(dispatch: Dispatch, whole: WholeProgram): Promise<string[]> {
  const status = await dispatch('ledger.status', {}, 'desk');
  const folder = status.ok ? (status.value as { folder: string }).folder : whole.ledger;
  await whole.close();
  const faults: string[] = [];
  for (const one of new Set([folder, whole.ledger])) {
    // It may have been moved by a call.
    const ledger = await openLedger(one).catch((error: unknown) => { if (one === folder) faults.push(`${one}: ${wordsOf(error)}`); return undefined; });
    for (const noun of ['asset', 'project', 'tour'] as const) {
      for (const record of ledger?.data[`${noun}s`] ?? []) if (!recordSchemas[noun].safeParse(record).success) faults.push(`${one}: a ${noun} is not well formed: ${shown(record)}`);
    }
    if (ledger?.notice) faults.push(`${one}: ${ledger.notice.en}`);
    await ledger?.close();
  }
  return faults;
}
