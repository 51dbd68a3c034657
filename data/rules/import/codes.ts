import { isBlank, textOf, type Cell } from './cell.js';

const dashes = /[‐‑‒–—―−－﹣➖_~～]+/g;
/** One width, no white space, plain hyphens. */
const straight = (written: string) => (isStraight.test(written) ? written : written.replace(dashes, '-').normalize('NFKC').replace(/\s+/g, '').replace(dashes, '-').replace(/-{2,}/g, '-').replace(/^[-.、]+|[-.、]+$/g, ''));
/** Most codes need no work. */
const isStraight = /^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/;

/** What two codes are compared by: letters and figures only, upper case. */
export const codeKey = (code: string) => straight(code).toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Letters as A, figures as 9, everything else as it is: SL-2024-010 is AA-9999-999. */
const shapeOf = (code: string) => code.replace(/\p{Lu}|\p{Ll}/gu, 'A').replace(/\p{N}/gu, '9');

export interface CodeStyle {
  /** Brings one code into the style of the column; `variant` when it was not written so. */
  normalise(cell: Cell): { readonly code?: string; readonly variant: boolean };
}

/**
 * Learns how a column writes its codes. Codes are brought to one width, upper case (unless the column keeps
 * lower case) and the hyphens of the prevailing shape. What the whole column does is its style, not a variant.
 */
export function codeStyleOf(cells: readonly Cell[]): CodeStyle {
  const written = cells.filter((cell) => !isBlank(cell)).map((cell) => straight(textOf(cell)));
  const cased = written.filter((code) => /\p{L}/u.test(code) && /[a-zA-Z]/.test(code));
  const keepCase = cased.length > 0 && cased.filter((code) => /[a-z]/.test(code)).length > cased.length * 0.6;
  const cast = (code: string) => (keepCase ? code : code.toUpperCase());
  const shapes = new Map<string, number>();
  for (const code of written) shapes.set(shapeOf(cast(code)), (shapes.get(shapeOf(cast(code))) ?? 0) + 1);
  const [shape, count] = [...shapes].sort((one, two) => two[1] - one[1])[0] ?? ['', 0];
  const prevailing = count >= 4 && count >= written.length * 0.6 ? shape : undefined;
  const normal = (cell: Cell) => {
    const code = cast(straight(textOf(cell)));
    return prevailing && shapeOf(code) !== prevailing ? reshaped(code, prevailing) ?? code : code;
  };
  const raw = (cell: Cell) => textOf(cell).replace(/^[\s\u3000]+|[\s\u3000]+$/g, '');
  const filled = cells.filter((cell) => !isBlank(cell));
  const usual = filled.filter((cell) => raw(cell) !== normal(cell)).length <= filled.length * 0.5;
  return {
    normalise(cell) {
      if (isBlank(cell)) return { variant: false };
      const code = normal(cell);
      return code ? { code, variant: usual && raw(cell) !== code } : { variant: false };
    },
  };
}

/** Puts a code's letters and figures into a shape, when they fit it one by one. */
function reshaped(code: string, shape: string): string | undefined {
  const marks = [...code.replace(/[^\p{L}\p{N}]/gu, '')];
  let next = 0;
  let result = '';
  for (const place of shape) {
    if (place !== 'A' && place !== '9') {
      result += place;
      continue;
    }
    // The letters O, I and L where a figure belongs are figures.
    const written = marks[next];
    const mark = place === '9' && written ? written.replace(/[Oo]/, '0').replace(/[IiLl]/, '1') : written;
    if (mark === undefined || (place === '9') !== /\p{N}/u.test(mark)) return undefined;
    result += mark;
    next += 1;
  }
  return next === marks.length ? result : undefined;
}
