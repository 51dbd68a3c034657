import { parentPort } from 'node:worker_threads';
import { FailureError } from '../../../data/schema/failure.js';
import { gatherFolder } from './gather-folder.js';
import { inspectPack, type TellProgress } from './inspect-pack.js';
import { openKnown, type OpenPack } from './open-pack.js';
import type { AskedTask, FoundTile, PackAnswers, PackReply, PackSource, TileTask } from './pack-messages.js';
import { packFailure } from './pack-refusals.js';
import { readTile, tileTypes } from './tile-bytes.js';

// Packs are read here, apart from the main thread: whatever a damaged one does ends this worker and nothing else.
const port = parentPort;
if (!port) throw new Error('This file runs as a worker only.');

/** Packs that are open at once, and how long one stays open that nobody asks: an open file keeps a stick from being taken out. */
const mostOpen = 6;
const idleMs = 15_000;

const keyOf = ({ container, path, layout }: PackSource) => `${container} ${layout?.order ?? ''} ${path}`;
const open = new Map<string, { readonly pack: Promise<OpenPack>; used: number }>();

function closePack(key: string): void {
  const held = open.get(key);
  open.delete(key);
  held?.pack.then((pack) => pack.close()).catch(() => undefined);
}

function packOf(source: PackSource): Promise<OpenPack> {
  const key = keyOf(source);
  const held = open.get(key);
  if (held) {
    held.used = Date.now();
    // Back to the end: the one asked for longest ago comes first.
    open.delete(key);
    open.set(key, held);
    return held.pack;
  }
  const pack = openKnown(source);
  open.set(key, { pack, used: Date.now() });
  pack.catch(() => open.delete(key));
  for (const old of [...open.keys()].slice(0, -mostOpen)) closePack(old);
  return pack;
}
setInterval(() => {
  for (const [key, { used }] of open) if (Date.now() - used > idleMs) closePack(key);
}, 5_000).unref();

async function tile({ source, level, column, row }: TileTask): Promise<FoundTile | undefined> {
  let stored: Uint8Array | undefined;
  try {
    const pack = await packOf(source);
    stored = await pack.tile({ level, column, row });
  } catch (error) {
    // Opened anew the next time: the stick may be back by then.
    closePack(keyOf(source));
    throw packFailure(error, source.path);
  }
  const found = stored && readTile(stored);
  if (!found) return undefined;
  const { bytes, format } = found;
  const isOwn = bytes.byteOffset === 0 && bytes.byteLength === bytes.buffer.byteLength && bytes.buffer instanceof ArrayBuffer;
  return { bytes: (isOwn ? new Uint8Array(bytes.buffer as ArrayBuffer) : new Uint8Array(bytes)) as Uint8Array<ArrayBuffer>, type: tileTypes[format] };
}

async function answer({ number, task }: AskedTask): Promise<PackAnswers[keyof PackAnswers]> {
  const tell: TellProgress = (done, total, step) => port?.postMessage({ number, kind: 'progress', done, total, step } satisfies PackReply);
  if (task.kind === 'tile') return tile(task);
  if (task.kind === 'inspect') return inspectPack(task.path, task.places, tell);
  if (task.kind === 'gather') return gatherFolder(task, tell);
  for (const key of [...open.keys()]) closePack(key);
  return true;
}

port.on('message', (asked: AskedTask) => {
  answer(asked).then(
    (value) => {
      const bytes = value && typeof value === 'object' && 'bytes' in value && value.bytes instanceof Uint8Array ? [value.bytes.buffer as ArrayBuffer] : [];
      port.postMessage({ number: asked.number, kind: 'done', value } satisfies PackReply, bytes);
    },
    (error: unknown) => {
      const path = asked.task.kind === 'inspect' ? asked.task.path : asked.task.kind === 'close' ? '' : asked.task.source.path;
      const { failure } = error instanceof FailureError ? error : packFailure(error, path);
      port.postMessage({ number: asked.number, kind: 'failed', failure } satisfies PackReply);
    },
  );
});
