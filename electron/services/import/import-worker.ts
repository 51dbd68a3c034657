import { once } from 'node:events';
import { parentPort } from 'node:worker_threads';
import type { ReadPhoto } from '../../../data/rules/import/match-photos.js';
import { understandFiles, type SourceFile, type UnderstoodFile } from '../../../data/rules/import/understand-files.js';
import { FailureError, type Failure } from '../../../data/schema/failure.js';
import type { ImportTask, MainMessage, WorkerMessage } from './import-messages.js';
import { readSource } from './read-file.js';
import { readPhoto } from './read-photo.js';
import { refuse } from './refusals.js';

// Reading and understanding run here, apart from the main thread and within limits: a file that hangs or swells
// ends this worker and nothing else.
const port = parentPort;
if (!port) throw new Error('This file runs as a worker only.');
const say = (message: WorkerMessage) => port.postMessage(message);
/** Rows per portion: small enough to be taken over in a few milliseconds. */
const portion = 100;
/** Portions under way: the next ones are packed here while the main thread works on one. */
const ahead = 4;

const failureOf = (error: unknown, name: string): Failure => (error instanceof FailureError ? error : refuse.damaged(name)).failure;

/** Portions of the present task that the main thread has taken. */
let taken = 0;

async function run({ files, hints, decided }: ImportTask): Promise<void> {
  taken = 0;
  const sources: (SourceFile & { refusal?: Failure })[] = [];
  const photos: (ReadPhoto | undefined)[] = [];
  for (const [index, file] of files.entries()) {
    if (!file.lost) say({ kind: 'reading', file: index });
    const photo = file.lost ? undefined : await readPhoto(file.path);
    photos.push(photo);
    const nothing = { file: file.name, format: photo?.format ?? '', grids: [] };
    if (photo) sources.push(nothing);
    else if (file.lost) sources.push({ ...nothing, refusal: file.lost });
    else sources.push(await readSource(file.name, file.path).catch((error: unknown) => ({ ...nothing, refusal: failureOf(error, file.name) })));
  }
  let told = 0;
  const understood = understandFiles(sources, hints, (done, total) => {
    if (Date.now() - told < 100) return;
    told = Date.now();
    say({ kind: 'understanding', done, total });
  }, decided);
  const found = new Set(understood.drafts.map((draft) => draft.file));
  const described = understood.files.map((file, index): UnderstoodFile & { refusal?: Failure } => {
    const isLeftOut = decided.choices.some((choice) => choice.file === index && choice.noun === null);
    const refusal = sources[index]?.refusal ?? (photos[index] || found.has(index) || isLeftOut ? undefined : refuse.nothing(file.file, file.sheets).failure);
    return refusal ? { ...file, refusal } : file;
  });
  const { decisions, township } = understood;
  say({ kind: 'files', files: described, rows: understood.drafts.length, photos, decisions, ...(township ? { township } : {}) });
  for (let from = 0, given = 1; from < understood.drafts.length; from += portion, given += 1) {
    say({ kind: 'rows', drafts: understood.drafts.slice(from, from + portion) });
    while (given - taken >= ahead) await once(port as NonNullable<typeof port>, 'message');
  }
  say({ kind: 'done' });
}

port.on('message', (message: MainMessage) => {
  if (message === 'next') taken += 1;
  else void run(message);
});
