import { wordSize, wordWeight, type Label } from './arrange.js';
import { nameFont } from './look.js';

/** How wide words on the map are, in its pixels; each is measured once. */
export interface WordMeasure {
  width(words: string, kind: Label['kind']): number;
  /** The letters are drawn otherwise from now on. */
  forget(): void;
}

/** Measures with the canvas that the words are drawn on. */
export function createWordMeasure(context: CanvasRenderingContext2D): WordMeasure {
  const widths = new Map<string, number>();
  return {
    width(words, kind) {
      const key = `${kind} ${words}`;
      let width = widths.get(key);
      if (width === undefined) {
        context.font = nameFont(wordSize[kind], wordWeight[kind]);
        width = context.measureText(words).width;
        widths.set(key, width);
      }
      return width;
    },
    forget: () => widths.clear(),
  };
}

/** A webfont comes in pieces, by the characters used; once those of new labels are there, they are to be drawn again in it. */
export function loadLetters(fresh: readonly Label[], onLoaded: () => void): void {
  for (const kind of ['name', 'selected-name'] as const) {
    const letters = fresh.filter((label) => label.kind === kind).map((label) => label.text).join('');
    if (letters) void document.fonts.load(nameFont(wordSize[kind], wordWeight[kind]), letters).then((faces) => { if (faces.length > 0) onLoaded(); }, () => undefined);
  }
}
