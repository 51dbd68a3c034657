/** Widths in ems, near enough for the faces of offices: Chinese signs are square, capitals and digits wider than small letters. */
function signWidth(sign: string): number {
  if (sign.charCodeAt(0) >= 0x2e80) return 1;
  if (/[A-Z%&@mwMW]/.test(sign)) return 0.72;
  if (/[0-9]/.test(sign)) return 0.58;
  return /[\s.,:;'·il|!]/.test(sign) ? 0.34 : 0.55;
}
/** The width of a text in ems. */
export const emsOf = (text: string): number => [...text].reduce((sum, sign) => sum + signWidth(sign), 0);

/** How many lines a text takes in a line of so many ems: words of letters stay whole, Chinese breaks anywhere. */
export const linesOf = (text: string, ems: number): number => setIn(text, ems).lines;

/** The lines of a text, and how many ems of the last one it fills. */
function setIn(text: string, ems: number): { readonly lines: number; readonly last: number } {
  let lines = 0;
  let last = 0;
  for (const paragraph of text.split('\n')) {
    lines += 1;
    let used = 0;
    for (const piece of paragraph.match(/[\u2e80-\uffff]|[^\s\u2e80-\uffff]+\s*|\s+/gu) ?? []) {
      const width = emsOf(piece.trimEnd());
      if (used > 0 && used + width > ems) { lines += 1; used = 0; }
      // A word longer than the line is broken.
      if (width > ems) lines += Math.ceil(width / ems) - 1;
      used += emsOf(piece);
    }
    last = used;
  }
  return { lines, last };
}

/** The room for a text in points, and the sizes between which its letters are chosen. */
export interface WordRoom { readonly width: number; readonly height: number; readonly most: number; readonly least: number; readonly leading?: number }
export interface FittedWords { readonly text: string; readonly size: number; readonly lines: number }

/** Faces differ by some hundredths; what is set must not spill over in any of them. */
const slack = 0.94;
export const usualLeading = 1.28;

/** A last line of fewer ems looks forgotten; letters a little smaller are the better choice. */
const forgotten = 2.6;
const smaller = 0.84;

/** The largest size at which a text fits its room; where even the least is too large, it is cut, and ends in a sign that says so. */
export function fitWords(text: string, { width, height, most, least, leading = usualLeading }: WordRoom): FittedWords {
  const linesAt = (words: string, size: number) => linesOf(words, (width * slack) / size);
  const fits = (words: string, size: number) => linesAt(words, size) * size * leading <= height + 0.5;
  const step = (size: number) => size - (size > 24 ? 2 : 1);
  for (let size = most; size > least; size = step(size)) {
    if (!fits(text, size)) continue;
    const { lines, last } = setIn(text, (width * slack) / size);
    if (lines > 1 && last < forgotten) for (let less = step(size); less >= Math.max(least, size * smaller); less = step(less)) if (linesAt(text, less) < lines) return { text, size: less, lines: lines - 1 };
    return { text, size, lines };
  }
  let shown = text;
  while (!fits(shown, least) && shown.length > 1) shown = `${[...shown].slice(0, shown.endsWith('…') ? -2 : -1).join('').trimEnd()}…`;
  return { text: shown, size: least, lines: linesAt(shown, least) };
}
