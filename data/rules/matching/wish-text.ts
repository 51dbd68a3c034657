import { simplified } from '../import/traditional.js';

/** Stands where words have been understood: nothing else is read across it. */
export const taken = '\u0001';

/** A line as it is read: one width, lower case, simplified characters; and where each of its characters stood in the line as written. */
export interface WishText { readonly written: string; readonly plain: string; readonly origin: readonly number[] }

/** Prepares a line for reading. */
export function wishText(written: string): WishText {
  let plain = '';
  const origin: number[] = [];
  let at = 0;
  for (const character of written) {
    // ㎡ becomes m2: both its letters stand where it stood.
    const folded = simplified(character.normalize('NFKC').toLowerCase().replace(/[’‘]/g, "'").replace(/[\t\n\r\u3000\u00a0]/g, ' '));
    for (let unit = 0; unit < folded.length; unit += 1) origin.push(at);
    plain += folded;
    at += character.length;
  }
  origin.push(written.length);
  return { written, plain, origin };
}

/** The words between two places of the plain text, as they were written. */
export const asWritten = ({ written, origin }: WishText, from: number, to: number): string => written.slice(origin[from], origin[to]).trim();

/** The text with a stretch marked as understood. */
export const without = (plain: string, from: number, to: number): string => plain.slice(0, from) + taken.repeat(to - from) + plain.slice(to);

/** What ends a thought: a "no" before it says nothing about what comes after. */
export const clauseEnd = /[。；;！!？?\n]|[，,.](?!\d)|但|不过|(?<!anything|nothing|all)(?:^|\s)but(?:\s|$)/;
