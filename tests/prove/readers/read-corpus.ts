import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { FailureError } from '../../../data/schema/failure.js';
import { root } from '../../builders/bundle.js';
import { filesOfLedger } from '../../builders/damageable-ledger.js';
import { importProgram, type ImportProgram } from '../../builders/import-program.js';
import { buildLedgerData } from '../../builders/ledger.js';
import { mapDesk } from '../../builders/map-desk.js';
import { isTimeUp, noneOf, wordsOf, type Finding, type Sample } from '../finding.js';
import { badLayers } from './bad-layers.js';
import { badPacks } from './bad-packs.js';
import { badPhotos } from './bad-photos.js';
import { badTexts } from './bad-texts.js';
import { badWorkbooks } from './bad-workbooks.js';
import type { Corpus, Outcome } from './corpus.js';

/** Every bad file that can be made, by its name. */
export const corpus: Corpus = { ...badWorkbooks, ...badTexts, ...badLayers, ...badPhotos };
/** What must come of each. */
export const outcomes = JSON.parse(readFileSync(join(root, 'tests/prove/readers/outcomes.json'), 'utf8')) as readonly Outcome[];

/** All that a ledger's folder holds, as one word. */
async function digestOf(folder: string): Promise<string> {
  const hash = createHash('sha256');
  for (const name of await filesOfLedger(folder)) hash.update(name).update(await readFile(join(folder, name)));
  return hash.digest('hex');
}

/** Imports one file up to the preview, which is thrown away; answers with what came of it, in the table's own form. */
export async function outcomeOf(program: ImportProgram, file: string, bytes: string | Uint8Array): Promise<Outcome & { readonly sentence?: string }> {
  const path = await program.save(file, bytes);
  try {
    const { planId, files, photos } = await program.plan(path);
    const [found] = files;
    const rows = photos.length > 0 ? [] : (await program.ask('import.rows', { planId, file: 0, limit: 500 })).rows;
    await program.ask('import.discard', { planId });
    if (found?.refusal) return refused(file, new FailureError(found.refusal.code, found.refusal.message));
    const [photo] = photos;
    if (photo) return { file, outcome: 'read', photo: { usable: photo.preview !== undefined, place: photo.location !== undefined } };
    const { counts } = found as NonNullable<typeof found>;
    return { file, outcome: 'read', new: counts.new, same: counts.same, refused: counts.refused, doubts: [...new Set(rows.flatMap((row) => row.doubts.map(({ code }) => code)))].sort() };
  } catch (error) {
    if (error instanceof FailureError) return refused(file, error);
    return { file, outcome: 'refused', code: `an exception: ${wordsOf(error)}`, says: '' };
  }
}
const refused = (file: string, { failure }: FailureError): Outcome & { sentence: string } => ({ file, outcome: 'refused', code: failure.code, says: '', sentence: failure.message.zh });

/** How a file's outcome differs from the table's; nothing when it does not. */
function difference(wanted: Outcome, got: Outcome & { readonly sentence?: string }): string | undefined {
  const shown = JSON.stringify({ ...got, sentence: got.sentence?.slice(0, 160) });
  if (wanted.outcome !== got.outcome) return `wanted ${wanted.outcome}, came as ${shown}`;
  if (wanted.outcome === 'refused' && got.outcome === 'refused') {
    const isSaid = got.sentence?.includes(`「${wanted.file}」`) && got.sentence.includes(wanted.says);
    return wanted.code === got.code && isSaid ? undefined : `wanted ${wanted.code} that says ${wanted.says}, came as ${shown}`;
  }
  const same = (['new', 'same', 'refused', 'doubts', 'photo'] as const).every((key) => { const value = (wanted as Record<string, unknown>)[key]; return value === undefined || JSON.stringify(value) === JSON.stringify((got as Record<string, unknown>)[key]); });
  return same ? undefined : `wanted ${JSON.stringify(wanted)}, came as ${shown}`;
}

/** Turns of this process's own loop while something is read elsewhere. */
async function turnsDuring<T>(work: Promise<T>): Promise<{ value: T; turns: number }> {
  let [turns, isOver] = [0, false];
  const watched = work.finally(() => { isOver = true; });
  watched.catch(() => undefined);
  while (!isOver) {
    await turn();
    turns += 1;
  }
  return { value: await watched, turns };
}

/** Files of so many rows that reading them as far as the limit takes a while. */
const isBeyondLimits = (wanted: Outcome) => wanted.outcome === 'refused' && wanted.says.includes('200000');

/** Reads every file of the table, or every `stride`-th from a place that the seed gives: in its worker, up to the preview, with the ledger's bytes as they were. */
export async function proveCorpus({ seed, until, stride = 1 }: Omit<Sample, 'rounds'> & { readonly stride?: number }): Promise<Finding[]> {
  const chosen = outcomes.filter((wanted, at) => at % stride === seed % stride || isBeyondLimits(wanted));
  const program = await importProgram(buildLedgerData({ assets: 5, projects: 1 }));
  const faults: string[] = [];
  const held: string[] = [];
  let [tried, long] = [0, 0];
  try {
    const before = await digestOf(program.folder);
    for (const wanted of chosen) {
      if (isTimeUp({ until })) break;
      const bytes = await corpus[wanted.file]?.();
      if (bytes === undefined) { faults.push(`${wanted.file}: nothing makes it`); continue; }
      const { value, turns } = await turnsDuring(outcomeOf(program, wanted.file, bytes));
      tried += 1;
      const found = difference(wanted, value);
      if (found) faults.push(`${wanted.file}: ${found}`);
      if (!isBeyondLimits(wanted)) continue;
      // These take long, and elsewhere: this process goes on turning meanwhile.
      long += 1;
      if (turns < 50) held.push(`${wanted.file}: this process turned ${turns} times while it was read`);
    }
    if ((await digestOf(program.folder)) !== before) faults.push('the ledger: its bytes are not what they were');
    if ('polluted' in {} || 'polluted' in globalThis) faults.push('this process: what a file brought has run or is in every object');
  } finally {
    await program.close();
  }
  const made = Object.keys(corpus).filter((file) => !outcomes.some((outcome) => outcome.file === file)).map((file) => `${file}: the table says nothing of it`);
  return [
    noneOf('Bad files: outcomes other than the table’s', tried, [...faults, ...made], chosen.length),
    noneOf('Files beyond the limits: read in the main process', long, held, chosen.filter(isBeyondLimits).length),
  ];
}

/** Looks into every bad map pack, or every `stride`-th. */
export async function proveBadPacks({ seed, until, stride = 1 }: Omit<Sample, 'rounds'> & { readonly stride?: number }): Promise<Finding[]> {
  const chosen = badPacks.filter((_, at) => at % stride === seed % stride);
  const desk = await mapDesk(buildLedgerData({ assets: 20 }));
  const faults: string[] = [];
  let tried = 0;
  try {
    for (const [what, words, make] of chosen) {
      if (isTimeUp({ until })) break;
      tried += 1;
      const path = await make(desk.packs);
      const { message } = await desk.refusal(path).catch((error: unknown) => ({ message: { zh: wordsOf(error), en: '' } }));
      if (!words.test(message.zh)) faults.push(`${what}: wanted a refusal that says ${String(words)}, came as ${message.zh}`);
    }
  } finally {
    await desk.close();
  }
  return [noneOf('Bad map packs (PMTiles, MBTiles, folders): outcomes other than the table’s', tried, faults, chosen.length)];
}
