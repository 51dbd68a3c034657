import { entryOf, goneWith, type ImportPlan, type Stamp } from '../../../data/rules/import/import-plan.js';
import type { Draft } from '../../../data/rules/import/draft.js';
import type { KnownPlace } from '../../../data/rules/import/datum-evidence.js';
import { createPhotoMatcher, type PhotoSubject } from '../../../data/rules/import/match-photos.js';
import { createMatcher, type Matcher } from '../../../data/rules/import/match-records.js';
import type { Decided, LedgerHints } from '../../../data/rules/import/understand-files.js';
import type { Asset } from '../../../data/schema/asset.js';
import type { Location } from '../../../data/schema/common.js';
import { FailureError, type Failure } from '../../../data/schema/failure.js';
import { isDoubtful, type ImportFile, type ImportPhoto, type ImportRow, type MadeBy } from '../../../data/schema/import-plan.js';
import type { LedgerData } from '../../../data/schema/ledger.js';
import type { ChangeEntry } from '../../../data/schema/change.js';
import { text, type Text } from '../../../data/schema/text.js';
import { newId } from '../new-id.js';
import { giveBack, takeThread } from './import-thread.js';
import type { FilesRead, ImportTask, WorkerMessage } from './import-messages.js';
import { refuse } from './refusals.js';

export type { ImportPlan, Stamp } from '../../../data/rules/import/import-plan.js';
export { importReport } from '../../../data/rules/import/import-plan.js';

/** A file to import: the name that people know it by, and where its bytes lie. */
export interface NamedFile { readonly name: string; readonly path: string }
export interface PlanOptions {
  readonly onProgress?: (done: number, total: number | null, step: Text) => void;
  readonly signal?: AbortSignal;
  readonly now: Date;
  /** What persons decided about these files and about files of their shapes. */
  readonly decided?: Decided;
  /** Ids that records of an earlier plan of the same files were given, by the rows that make them. */
  readonly ids?: ReadonlyMap<string, string>;
  /** The bundled worker; by default the one beside this bundle. */
  readonly workerFile?: URL | string;
  /** How long the worker may go without saying anything, in ms. */
  readonly patience?: number;
}

/** The main thread is given back at least this often, in ms. */
const slice = 12;

/** Gives the thread back when the slice is used up. */
function pacer(signal: AbortSignal | undefined): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (performance.now() - since < slice) return undefined;
    return new Promise((resolve, reject) => setImmediate(() => {
      since = performance.now();
      if (signal?.aborted) reject(cancelled());
      else resolve();
    }));
  };
}

const cancelled = () => new FailureError('cancelled', text('导入已取消，账本没有改动。', 'The import was cancelled; the ledger is unchanged.'));

/** What the ledger tells the worker, in few words: all of its villages, 2 000 of its points, and 5 000 assets with their places, evenly chosen. */
export async function hintsOf(data: LedgerData, now: Date, pause: ReturnType<typeof pacer>): Promise<LedgerHints> {
  const villageCounts: Record<string, number> = Object.create(null) as Record<string, number>;
  const points: Location[] = [];
  const known: KnownPlace[] = [];
  const step = Math.max(1, Math.floor(data.assets.length / 2_000));
  const knownStep = Math.max(1, Math.ceil(data.assets.length / 5_000));
  for (const [index, asset] of data.assets.entries()) {
    if (asset.village) villageCounts[asset.village] = (villageCounts[asset.village] ?? 0) + 1;
    if (asset.location && index % step === 0) points.push(asset.location);
    if (asset.location && index % knownStep === 0) known.push({ name: asset.name, location: asset.location, code: asset.code, village: asset.village });
    if (index % 500 === 0) await pause();
  }
  return { villages: data.profile.villages, villageCounts: { ...villageCounts }, points, known, ...(data.profile.centre ? { centre: data.profile.centre } : {}), today: dayOf(now) };
}

const dayOf = (date: Date) => `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;

interface Listener { onReading(file: number): void; onUnderstanding(done: number, total: number): void; onFiles(read: FilesRead): void; onRows(drafts: readonly Draft[]): Promise<void> }

/** Runs the worker to its end. Rejects with a Failure when it makes no progress, runs out of memory or is cancelled. */
function runWorker(task: ImportTask, options: PlanOptions, listener: Listener): Promise<{ crashed?: Failure; at: number }> {
  return new Promise((resolve, reject) => {
    const file = options.workerFile ?? new URL('./import-worker.js', import.meta.url);
    const worker = takeThread(file);
    let at = Math.max(0, task.files.findIndex((file) => !file.lost));
    let over = false;
    let timer: NodeJS.Timeout | undefined;
    let waiting = 0;
    let taken = Promise.resolve();
    const patience = options.patience ?? 30_000;
    const finish = (then: () => void, isDone = false) => {
      if (over) return;
      over = true;
      clearTimeout(timer);
      options.signal?.removeEventListener('abort', abort);
      // Only a worker that came to its end is known to be in order.
      if (isDone) { giveBack(worker, file); then(); }
      else void worker.terminate().then(then, then);
    };
    const abort = () => finish(() => reject(cancelled()));
    const watch = () => {
      clearTimeout(timer);
      timer = setTimeout(() => finish(() => resolve({ crashed: refuse.stuck(task.files[at]?.name ?? '').failure, at })), patience);
    };
    watch();
    if (options.signal?.aborted) return abort();
    options.signal?.addEventListener('abort', abort);
    worker.on('message', (message: WorkerMessage) => {
      if (over) return;
      if (waiting === 0) watch();
      if (message.kind === 'reading') listener.onReading((at = message.file));
      else if (message.kind === 'understanding') listener.onUnderstanding(message.done, message.total);
      else if (message.kind === 'files') listener.onFiles(message);
      else if (message.kind === 'rows') {
        // Portions come a few ahead of their turn; while one is worked on, the worker need not say anything.
        waiting += 1;
        clearTimeout(timer);
        taken = taken.then(() => (over ? undefined : listener.onRows(message.drafts))).then(() => {
          waiting -= 1;
          if (over) return;
          if (waiting === 0) watch();
          worker.postMessage('next');
        }).catch((error: unknown) => finish(() => reject(error instanceof Error ? error : new Error(String(error)))));
      } else void taken.then(() => finish(() => resolve({ at }), true));
    });
    worker.on('error', (error: Error & { code?: string }) => {
      const failure = error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? refuse.memory(task.files[at]?.name ?? '') : undefined;
      finish(() => (failure ? resolve({ crashed: failure.failure, at }) : reject(error)));
    });
    worker.on('exit', () => void taken.then(() => finish(() => resolve({ crashed: refuse.damaged(task.files[at]?.name ?? '').failure, at }))));
    worker.postMessage(task);
  });
}

/**
 * Plans the import of files into a ledger; changes nothing. Reading and understanding happen in a worker, comparing with
 * the ledger here in slices, so that the thread is never held. A file that is refused carries its `refusal`; when all are,
 * the first one's failure is thrown.
 */
export async function planImport(files: readonly NamedFile[], ledger: { readonly data: LedgerData }, options: PlanOptions): Promise<ImportPlan> {
  const pause = pacer(options.signal);
  const hints = await hintsOf(ledger.data, options.now, pause);
  const tell = options.onProgress ?? (() => undefined);
  const lost = new Map<number, Failure>();
  // A file that brings the worker down is left out, and the others are planned without it.
  for (;;) {
    const attempt = await planWith(files.map((file, index) => ({ ...file, lost: lost.get(index) })), ledger.data, hints, options, tell, pause);
    if ('crashed' in attempt) {
      lost.set(attempt.at, attempt.crashed);
      const [first] = lost.values();
      if (first && lost.size === files.length) throw new FailureError(first.code, first.message, first.place);
      continue;
    }
    const refusals = attempt.files.map((file) => file.refusal);
    if (refusals[0] && refusals.every(Boolean)) throw new FailureError(refusals[0].code, refusals[0].message, refusals[0].place);
    return attempt;
  }
}

async function planWith(files: ImportTask['files'], data: LedgerData, hints: LedgerHints, options: PlanOptions, tell: NonNullable<PlanOptions['onProgress']>, pause: ReturnType<typeof pacer>): Promise<ImportPlan | { crashed: Failure; at: number }> {
  let read: FilesRead = { files: [], rows: 0, photos: [], decisions: [] };
  let done = 0;
  const rows: ImportRow[][] = files.map(() => []);
  const raws: (Location | undefined)[][] = files.map(() => []);
  const projects: { draft: Draft; place: number }[] = [];
  const matcher = createMatcher({ files: files.map((file) => ({ file: file.name })), newId: (key) => options.ids?.get(key) ?? newId(), at: options.now.toISOString() });
  await enterLedger(matcher, data, pause);
  const ended = await runWorker({ files, hints, decided: options.decided ?? { choices: [], remembered: {} } }, options, {
    onReading: (file) => tell(0, null, text(`读取「${files[file]?.name ?? ''}」`, `Reading “${files[file]?.name ?? ''}”`)),
    onUnderstanding: (understood, all) => tell(understood, all, text('辨认表头和内容', 'Understanding headers and cells')),
    onFiles: (found) => { read = found; },
    onRows: async (drafts) => {
      for (const draft of drafts) {
        const list = rows[draft.file] as ImportRow[];
        if (draft.noun === 'project') projects.push({ draft, place: list.length });
        list.push(matcher.take(draft));
        raws[draft.file]?.push(draft.raw);
        await pause();
      }
      tell((done += drafts.length), read.rows, text('与账本对照', 'Comparing with the ledger'));
    },
  });
  if (ended.crashed) return { crashed: ended.crashed, at: ended.at };
  for (const { draft, place } of projects) {
    const list = rows[draft.file] as ImportRow[];
    list[place] = matcher.link(draft, list[place] as ImportRow);
    await pause();
  }
  for (const [index, file] of read.files.entries()) inOrder(rows[index] ?? [], raws[index] ?? [], file.sheets.map((sheet) => sheet.name));
  const counted: ImportFile[] = [];
  for (const [index, file] of read.files.entries()) {
    const counts = { new: 0, changed: 0, same: 0, doubtful: 0, refused: 0 };
    for (const row of rows[index] ?? []) {
      counts[row.outcome] += 1;
      if (isDoubtful(row)) counts.doubtful += 1;
    }
    counted.push({ file: file.file, format: file.format, sheets: file.sheets.slice(), counts, ...(file.refusal ? { refusal: file.refusal } : {}) });
    await pause();
  }
  const photos = await matchPhotos(files, read.photos, data, matcher, rows, pause);
  return { files: counted, rows, raws, records: matcher.records, photos, unusablePhotos: new Set(read.photos.flatMap((photo, at) => (photo && !photo.usable ? [at] : []))), decisions: read.decisions, ...(read.township ? { township: read.township } : {}) };
}

/** Puts the rows of a file back into its order, and what stands beside them: they are not all compared in that order. */
function inOrder(rows: ImportRow[], beside: (Location | undefined)[], sheets: readonly string[]): void {
  const rank = new Map(sheets.map((sheet, at) => [sheet, at]));
  const before = (one: ImportRow, two: ImportRow) => (rank.get(one.sheet) ?? 0) - (rank.get(two.sheet) ?? 0) || one.row - two.row;
  if (rows.every((row, at) => at === 0 || before(rows[at - 1] as ImportRow, row) <= 0)) return;
  const pairs = rows.map((row, at) => ({ row, beside: beside[at] })).sort((one, two) => before(one.row, two.row));
  for (const [at, pair] of pairs.entries()) [rows[at], beside[at]] = [pair.row, pair.beside];
}

/** Which assets the photos among the files may show: of the ledger as the plan leaves it, those that the plan adds included. */
async function matchPhotos(files: readonly NamedFile[], found: FilesRead['photos'], data: LedgerData, matcher: Matcher, rows: readonly (readonly ImportRow[])[], pause: ReturnType<typeof pacer>): Promise<ImportPhoto[]> {
  if (!found.some(Boolean)) return [];
  const makers = new Map<string, MadeBy>();
  for (const [file, list] of rows.entries()) for (const row of list) if (row.outcome === 'new' && row.recordId) makers.set(row.recordId, { key: row.key, file, doubtful: isDoubtful(row) });
  const photoMatcher = createPhotoMatcher();
  const planned = new Map(matcher.records.map((record) => [record.id, record.after]));
  for (const asset of data.assets) {
    photoMatcher.know(subjectOf((planned.get(asset.id) ?? asset) as Asset));
    await pause();
  }
  for (const record of matcher.records) {
    if (record.noun === 'asset' && record.before === null) photoMatcher.know({ ...subjectOf(record.after as Asset), madeBy: makers.get(record.id) });
    await pause();
  }
  const photos: ImportPhoto[] = [];
  for (const [file, read] of found.entries()) {
    if (!read) continue;
    const { name } = files[file] as NamedFile;
    const { usable, takenAt, location, notice } = read;
    photos.push({ file, name, ...(takenAt ? { takenAt } : {}), ...(location ? { location } : {}), candidates: usable ? photoMatcher.candidates(name, location) : [], ...(notice ? { notice } : {}) });
    await pause();
  }
  return photos;
}

const subjectOf = ({ id, name, code, village, location, boundary }: Asset): PhotoSubject => ({ id, name, code, village, location, boundary });

async function enterLedger(matcher: Matcher, data: LedgerData, pause: ReturnType<typeof pacer>): Promise<void> {
  for (const asset of data.assets) {
    matcher.know('asset', asset);
    await pause();
  }
  for (const project of data.projects) {
    matcher.know('project', project);
    await pause();
  }
}

/**
 * The change that a plan proposes, without the rows whose keys are in `skip`: each record once, before and after.
 * Nothing is left of a record whose first row is skipped, nor of links to it.
 */
export async function changeOf(plan: ImportPlan, skip: ReadonlySet<string>, stamp: Stamp): Promise<ChangeEntry[]> {
  const pause = pacer(undefined);
  const gone = goneWith(plan, skip);
  const entries: ChangeEntry[] = [];
  for (const record of plan.records) {
    const entry = entryOf(record, skip, gone, stamp);
    if (entry) entries.push(entry);
    await pause();
  }
  return entries;
}
