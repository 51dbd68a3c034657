import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { understandFiles, type SourceFile, type UnderstoodFile } from '../../../data/rules/import/understand-files.js';
import { FailureError, type Failure } from '../../../data/schema/failure.js';
import type { ImportTask, WorkerMessage } from './import-messages.js';
import { readSource } from './read-file.js';
import { refuse } from './refusals.js';

// Reading and understanding run here, apart from the main thread and within limits: a file that hangs or swells
// ends this worker and nothing else.
const port = parentPort;
if (!port) throw new Error('This file runs as a worker only.');
const { files, hints } = workerData as ImportTask;
const say = (message: WorkerMessage) => port.postMessage(message);
/** Rows per portion: small enough to be taken over in a few milliseconds. */
const portion = 100;

const failureOf = (error: unknown, name: string): Failure => (error instanceof FailureError ? error : refuse.damaged(name)).failure;

async function run(): Promise<void> {
  const sources: (SourceFile & { refusal?: Failure })[] = [];
  for (const [index, file] of files.entries()) {
    say({ kind: 'reading', file: index });
    sources.push(await readSource(file.name, file.path).catch((error: unknown) => ({ file: file.name, format: '', grids: [], refusal: failureOf(error, file.name) })));
  }
  let told = 0;
  const understood = understandFiles(sources, hints, (done, total) => {
    if (Date.now() - told < 100) return;
    told = Date.now();
    say({ kind: 'understanding', done, total });
  });
  const found = new Set(understood.drafts.map((draft) => draft.file));
  const described = understood.files.map((file, index): UnderstoodFile & { refusal?: Failure } => {
    const refusal = sources[index]?.refusal ?? (found.has(index) ? undefined : refuse.nothing(file.file, file.sheets).failure);
    return refusal ? { ...file, refusal } : file;
  });
  say({ kind: 'files', files: described, rows: understood.drafts.length });
  for (let from = 0; from < understood.drafts.length; from += portion) {
    say({ kind: 'rows', drafts: understood.drafts.slice(from, from + portion) });
    await once(port as NonNullable<typeof port>, 'message');
  }
  say({ kind: 'done' });
  port?.close();
}

await run();
