import { FailureError, failureCodes, type Failure } from '../../data/schema/failure.js';
import { text, type Text } from '../../data/schema/text.js';
import { textSchema } from '../../data/schema/text-schema.js';
import { joinPdfs } from '../services/print/join-pdf.js';
import { filmParts, type PrintRun, type TakePiece } from '../services/print/printer.js';

/** Asks a page how far its drawing is; what it answers is told by renderer/sheet/sheet-signal.ts. */
export const sheetQuestion = 'JSON.stringify(document.documentElement.dataset)';

/** Asks a page for another of its parts; it is then awaited like the first. Answered by renderer/sheet/sheet-signal.ts. */
export const partQuestion = (part: number) => `void window.dispatchEvent(new CustomEvent('sheet-part', { detail: ${part} }))`;

/** How long a page may draw without getting any further. */
export const patienceMs = 60_000;
const lookEveryMs = 80;
/** More than this between two looks is time in which the machine slept. */
const longestLookMs = 5_000;

interface Signal { readonly sheet?: string; readonly sheetDone?: string; readonly sheetTotal?: string; readonly sheetStep?: string; readonly sheetParts?: string; readonly sheetFailure?: string }

const read = (json: unknown): Signal => {
  try {
    return (typeof json === 'string' ? JSON.parse(json) : {}) as Signal;
  } catch {
    return {};
  }
};
function textOf(json: string | undefined): Text | null {
  const parsed = textSchema.safeParse(json === undefined ? undefined : (JSON.parse(json) as unknown));
  return parsed.success ? parsed.data : null;
}
function failureOf(json: string | undefined): FailureError {
  const { code, message } = (json ? JSON.parse(json) : {}) as Partial<Failure>;
  return new FailureError(failureCodes.find((known) => known === code) ?? 'internal', message ?? text('图幅没有画成，请再试一次。', 'The sheet could not be drawn; try again.'));
}

export const cancelled = () => new FailureError('cancelled', text('打印已取消，没有留下文件。', 'The print was cancelled; no file was left.'));
export const stuck = () => new FailureError('internal', text('打印用的浏览器引擎没有反应，已停止。请再试一次；仍不行时缩小范围或选 A4。', 'The engine that prints stopped answering and was ended. Try again; if it persists, print a smaller part or choose A4.'));

/** Settles after a while, or at once when the signal says so. */
export const pause = (ms: number, signal: AbortSignal) => new Promise<void>((resolve) => {
  const over = () => { clearTimeout(timer); signal.removeEventListener('abort', over); resolve(); };
  const timer = setTimeout(over, ms);
  signal.addEventListener('abort', over);
  if (signal.aborted) over();
});

/** Waits until a page says that all of it is drawn, or the first part of it; answers with the number of its parts. Fails when it says that it cannot, gets no further for long, or the print is cancelled. */
export async function awaitSheet(ask: () => Promise<unknown>, { signal, onStep }: PrintRun, patience = patienceMs): Promise<number> {
  let last = '';
  let silent = 0;
  let unanswered = 0;
  for (;;) {
    const looked = Date.now();
    // A page that is being opened has no document yet; that is not its last word.
    const answered = new AbortController();
    const answer = await Promise.race([ask().catch(() => ''), pause(patience, AbortSignal.any([signal, answered.signal]))]);
    answered.abort();
    if (signal.aborted) throw cancelled();
    const said = read(answer);
    if (said.sheet === 'failed') throw failureOf(said.sheetFailure);
    if (said.sheet === 'ready') return Number(said.sheetParts ?? 1);
    // Once may be a machine that has just slept; twice is an engine that does not answer any more.
    unanswered = answer === undefined ? unanswered + 1 : 0;
    if (unanswered > 1) throw stuck();
    const now = JSON.stringify(said);
    if (now !== last) {
      last = now;
      silent = 0;
      onStep(Number(said.sheetDone ?? 0), said.sheetTotal === undefined ? null : Number(said.sheetTotal), textOf(said.sheetStep));
    } else if (silent > patience) throw stuck();
    await pause(lookEveryMs, signal);
    // A machine that slept between two looks has not waited for all that time.
    silent += Math.min(Date.now() - looked, longestLookMs);
  }
}

/** How long an engine may take to write what is drawn; a hundred pages with pictures take it a minute. */
const writingMs = 240_000;

/** What `work` comes to; fails when it takes too long. */
export async function inTime<T>(work: Promise<T>, limit = writingMs): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => { timer = setTimeout(() => reject(stuck()), limit); });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** Waits for a page and takes what is drawn, part by part where the page has several; `ask` puts a question to it. Documents of several parts are joined. */
export async function takeDrawn(ask: (question: string) => Promise<unknown>, take: () => Promise<Uint8Array>, run: PrintRun): Promise<Uint8Array> {
  const parts = await awaitSheet(() => ask(sheetQuestion), run);
  const taken = [await inTime(take())];
  for (let part = 1; part < parts; part += 1) {
    await ask(partQuestion(part));
    await awaitSheet(() => ask(sheetQuestion), run);
    taken.push(await inTime(take()));
  }
  return joinPdfs(taken);
}

/** Asks a page for the next piece of what it makes; answered by renderer/sheet/offer-pieces.ts. */
export const pieceQuestion = 'globalThis.xishanPieces?.take()';
/** Asks a page what came of its work. */
export const resultQuestion = 'globalThis.xishanPieces?.result()';
/** So many pieces are taken before it is asked again how far the page is. */
const piecesAtOnce = 8;

/** Waits as `awaitSheet` does, and meanwhile hands on the pieces of what the page makes. Fails as `take` fails. */
export async function awaitPieces(ask: (question: string) => Promise<unknown>, take: TakePiece, run: PrintRun): Promise<unknown> {
  const broken = new AbortController();
  const failing = (error: unknown) => { broken.abort(error); throw error as Error; };
  const takeSome = async (most: number) => {
    for (let count = 0; count < most; count += 1) {
      const piece = await ask(pieceQuestion) as { readonly part: string; readonly position: number; readonly data: string } | null | undefined;
      if (!piece) return;
      const part = filmParts.find((known) => known === piece.part);
      if (part) await take(part, Buffer.from(piece.data, 'base64'), piece.position).catch(failing);
    }
  };
  try {
    await awaitSheet(async () => { await takeSome(piecesAtOnce); return ask(sheetQuestion); }, { ...run, signal: AbortSignal.any([run.signal, broken.signal]) });
    await takeSome(Number.POSITIVE_INFINITY);
    return await ask(resultQuestion);
  } catch (error) {
    throw broken.signal.aborted ? broken.signal.reason : error;
  }
}

/** The part of the address that says which page is meant, and how many dots a CSS pixel of it is to be drawn with. */
export const sheetHash = (sheetId: string, dots?: number) => `#sheet=${sheetId}${dots === undefined ? '' : `&dots=${dots}`}`;

/** Paper takes 300 dots to the inch, which is about three to a CSS pixel. */
export const paperDots = 3;
const millimetresPerInch = 25.4;
export const inches = (millimetres: number) => millimetres / millimetresPerInch;
export const wholePixels = (millimetres: number) => Math.round(inches(millimetres) * 96);
