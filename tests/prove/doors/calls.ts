import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { callNames, contract, type CallName } from '../../../data/contract.js';
import { recordSchemas, type LedgerData } from '../../../data/schema/ledger.js';
import { createDispatch, type Dispatch } from '../../../electron/host/dispatch.js';
import { openLedger } from '../../../electron/storage/ledger.js';
import { ledgerOfCanaries } from '../../builders/canaries.js';
import { deskData, type Ask } from '../../builders/desk-data.js';
import { buildLedgerData, seeded } from '../../builders/ledger.js';
import { pmtilesOf, tilesOver } from '../../builders/map-packs.js';
import { mixedEdits } from '../../builders/mixed-edits.js';
import { paintedPixels, phoneJpeg } from '../../builders/pictures.js';
import { broken, valueFor, type ValueSource } from '../../builders/schema-values.js';
import { wholeProgram, type WholeProgram } from '../../builders/whole-program.js';
import { isTimeUp, noneOf, wordsOf, type Finding, type Sample } from '../finding.js';
import { askCall, shown } from './ask-call.js';
import { Vocabulary } from './vocabulary.js';

/** A path that could lead out of the program's place is none that this proof may send to a call which writes. */
function isContained(input: unknown, place: string): boolean {
  return !Object.entries((input ?? {}) as object).some(([key, value]) => ['parent', 'folder', 'path'].includes(key) && typeof value === 'string' && value.startsWith('/') && !value.startsWith(place));
}

async function furnish({ place }: WholeProgram): Promise<void> {
  await mkdir(join(place, 'places'));
  await mkdir(join(place, 'files'));
  await writeFile(join(place, 'files/a.pmtiles'), pmtilesOf(tilesOver([10])));
  await writeFile(join(place, 'files/bad.mbtiles'), 'SQLite format 3\0 and nothing more');
  await writeFile(join(place, 'files/a.csv'), '编号,资产名称,所在村,面积(亩)\nA-1,后山林,大源村,12\n');
  await writeFile(join(place, 'files/a.jpg'), await phoneJpeg(paintedPixels(64, 48)));
}

/** Calls after which another ledger is open, or this one elsewhere: they come last in a sitting, so that the others find something. */
const switching: readonly CallName[] = ['ledger.create', 'ledger.open', 'ledger.move'];
/** Rounds of one sitting, for which the program and its ledger are new. */
const sittingRounds = 10;

interface Tally { tried: number; readonly faults: string[]; readonly answers: Map<CallName, number> }

/** What a call is asked: half of the time what its schema wants; an edit, now and then, as a person makes it. */
async function inputFor(name: CallName, source: ValueSource, ask: Ask, step: number): Promise<{ readonly input: unknown }> {
  const { random } = source;
  const data = name === 'desk.apply' && random() < 0.6 ? await deskData(ask) : undefined;
  // Where nothing is left, there is nothing that a person would edit.
  const isPerson = data !== undefined && data.assets.length > 0;
  const fit = isPerson ? { edits: mixedEdits(Math.floor(random() * 1e6))(data, step) } : valueFor(contract[name].input, source);
  // Wrapped, as it may have a `then` that settles never.
  return { input: random() < (isPerson ? 0.8 : 0.5) ? fit : broken(fit, source) };
}

/** One sitting: every call, round after round. */
async function sit(sample: Sample, rounds: number, number: number, random: () => number, logged: string[], tally: Tally): Promise<void> {
  const data: LedgerData = { ...buildLedgerData({ assets: 30, projects: 4 }), tours: ledgerOfCanaries().data.tours };
  const whole = await wholeProgram(data, { boothSecondMs: 50 });
  try {
    await furnish(whole);
    const dispatch = createDispatch(whole.program.handlers, (line) => logged.push(line));
    const asks: Ask = async (name, input) => { const reply = await dispatch(name, input, 'desk'); return (reply.ok ? reply.value : Promise.reject(new Error(name))) as never; };
    const words = new Vocabulary(data, whole.place);
    for (let round = 0; round < rounds && !isTimeUp(sample); round += 1) {
      words.learn(['a.csv', 'a.jpg', 'bad.mbtiles'].map((file) => ({ uploadId: whole.program.acceptFile(join(whole.place, 'files', file)) })));
      for (const name of callNames) {
        if (switching.includes(name) && round < rounds - 1) continue;
        const { input } = await inputFor(name, { random, words: (key) => words.wordsFor(name, key) }, asks, round);
        if (!isContained(input, whole.place)) continue;
        tally.tried += 1;
        logged.length = 0;
        const fault = await askCall(dispatch, name, input, random() < 0.15, words, tally.answers);
        if (fault) tally.faults.push(`seed ${sample.seed}, sitting ${number}, round ${round}, ${name}(${shown(input)}): ${fault}; ${logged.join(' | ').slice(0, 600)}`);
      }
    }
    tally.faults.push(...(await ledgerFaults(dispatch, whole)));
  } finally {
    await whole.remove();
  }
}

/** Every call of the contract with inputs made from its own schema, right ones and wrong ones; `rounds` tries of each. */
export async function proveCalls(sample: Sample): Promise<Finding[]> {
  const random = seeded(sample.seed);
  const tally: Tally = { tried: 0, faults: [], answers: new Map() };
  const logged: string[] = [];
  const saidBefore = console.error;
  // What services say of their own mistakes goes beside the call that made them.
  console.error = (...words: unknown[]) => { logged.push(words.map(wordsOf).join(' ')); };
  const onStray = (error: unknown) => { tally.faults.push(`seed ${sample.seed}: a promise nobody waits for rejects with ${wordsOf(error)}`); };
  process.on('unhandledRejection', onStray);
  try {
    for (let round = 0; round < sample.rounds && !isTimeUp(sample); round += sittingRounds) await sit(sample, Math.min(sittingRounds, sample.rounds - round), round / sittingRounds, random, logged, tally);
  } finally {
    console.error = saidBefore;
    process.off('unhandledRejection', onStray);
  }
  if ('polluted' in {}) tally.faults.push(`seed ${sample.seed}: Object.prototype was altered`);
  const results = [...tally.answers.values()].reduce((sum, count) => sum + count, 0);
  // A proof in which hardly a call does anything would prove nothing.
  if (tally.tried > 0 && results * 4 < tally.tried) tally.faults.push(`seed ${sample.seed}: only ${results} of ${tally.tried} calls had a result`);
  return [noneOf(`Fuzzed input on ${callNames.length} calls (${results} results, the others failures in words): exceptions, hangs`, tally.tried, tally.faults, Math.ceil(sample.rounds * (callNames.length - switching.length) * 0.9))];
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
