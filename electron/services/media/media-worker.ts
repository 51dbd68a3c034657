import { readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import type { PictureAnswer, PictureTask } from './media-work.js';
import { pictureOf } from './picture.js';

// One picture, then the end: its memory goes back to the machine with the thread.
const task = workerData as PictureTask;
const answer = await readFile(task.path).then((bytes) => pictureOf(bytes, task)).catch((): PictureAnswer => ({ kind: 'broken' }));
parentPort?.postMessage(answer);
