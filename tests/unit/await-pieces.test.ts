import { describe, expect, it } from 'vitest';
import { awaitPieces, pieceQuestion, resultQuestion } from '../../electron/host/await-sheet.js';
import type { FilmPart } from '../../electron/services/print/printer.js';

const pieceOf = (part: string, position: number, words: string) => ({ part, position, data: Buffer.from(words).toString('base64') });
/** A page that has these pieces to give, one after another, and says at the end that it is ready. */
function pageOf(pieces: object[], result: unknown = { frames: 1 }) {
  const left = [...pieces];
  return async (question: string) => {
    if (question === pieceQuestion) return left.shift() ?? null;
    if (question === resultQuestion) return result;
    return JSON.stringify(left.length === 0 ? { sheet: 'ready' } : { sheet: 'drawing', sheetDone: String(pieces.length - left.length), sheetTotal: String(pieces.length) });
  };
}
const run = (signal = new AbortController().signal) => ({ signal, onStep: () => undefined });

describe('a film that is handed on piece by piece', () => {
  it('is taken whole, each piece with its place, and ends with what the page says of it', async () => {
    const taken: [FilmPart, string, number][] = [];
    const pieces = [pieceOf('poster', 0, 'picture'), ...Array.from({ length: 20 }, (_, at) => pieceOf('film', at * 5, `part${at % 10}`))];
    const result = await awaitPieces(pageOf(pieces, { frames: 7 }), async (part, bytes, position) => { taken.push([part, Buffer.from(bytes).toString(), position]); }, run());
    expect(result).toEqual({ frames: 7 });
    expect(taken).toHaveLength(21);
    expect(taken[0]).toEqual(['poster', 'picture', 0]);
    expect(taken.slice(1).map(([, , position]) => position)).toEqual(Array.from({ length: 20 }, (_, at) => at * 5));
  });
  it('takes nothing that is no part of a film', async () => {
    const taken: string[] = [];
    await awaitPieces(pageOf([pieceOf('../../etc', 0, 'x'), pieceOf('film', 0, 'y')]), async (part) => { taken.push(part); }, run());
    expect(taken).toEqual(['film']);
  });
  it('fails as the disk fails', async () => {
    const full = Object.assign(new Error('no space'), { code: 'ENOSPC' });
    await expect(awaitPieces(pageOf([pieceOf('film', 0, 'x')]), () => Promise.reject(full), run())).rejects.toBe(full);
  });
  it('ends when it is cancelled', async () => {
    const stop = new AbortController();
    const ask = async (question: string) => { stop.abort(); return question === pieceQuestion ? null : JSON.stringify({ sheet: 'drawing' }); };
    await expect(awaitPieces(ask, () => Promise.resolve(), run(stop.signal))).rejects.toMatchObject({ failure: { code: 'cancelled' } });
  });
});
