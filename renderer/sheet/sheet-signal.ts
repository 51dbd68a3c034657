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
/** A long document is drawn in parts, of which only one stands on the page: `draw` makes another when the host asks for it, and then tells that it is ready. */
export function tellParts(count: number, draw: (part: number) => void): void {
  marks['sheetParts'] = String(count);
  window.addEventListener('sheet-part', (event) => {
    marks['sheet'] = 'drawing';
    draw((event as CustomEvent<number>).detail);
  });
}
/** It cannot be drawn, and why. */
export function tellFailed(failure: Failure): void {
  marks['sheetFailure'] = JSON.stringify(failure);
  marks['sheet'] = 'failed';
}
