import type { Failure } from '../../data/schema/failure.js';
import type { Text } from '../../data/schema/text.js';

/** What a page that is printed tells the host, on the document's own element: electron/host/await-sheet.ts reads it. */
const marks = document.documentElement.dataset;

/** How far the drawing is; every word of it counts as progress. */
export function tellStep(done: number, total: number, step: Text): void {
  marks['sheet'] = 'drawing';
  marks['sheetDone'] = String(done);
  marks['sheetTotal'] = String(total);
  marks['sheetStep'] = JSON.stringify(step);
}
/** All is drawn: it may be printed. */
export function tellReady(): void { marks['sheet'] = 'ready'; }
/** It cannot be drawn, and why. */
export function tellFailed(failure: Failure): void {
  marks['sheetFailure'] = JSON.stringify(failure);
  marks['sheet'] = 'failed';
}
