import type { Language } from '../../../data/schema/text.js';

const closing = /^[\p{Pe}\p{Pf}，。、；：！？…·%‰℃,.;:!?)\]」』》〉”’]+$/u;
const opening = /[\p{Ps}\p{Pi}「『《〈“‘（(]$/u;
const segmenters = new Map<Language, Intl.Segmenter>();

/**
 * A text in the pieces between which a line may end: Chinese by its words, so that a name is never cut within one, and no line begins with
 * a full stop. English is given back whole, for it breaks at its own spaces. A last single character goes with the piece before it.
 */
export function pieces(text: string, language: Language): readonly string[] {
  if (language === 'en') return [text];
  const segmenter = segmenters.get(language) ?? new Intl.Segmenter('zh', { granularity: 'word' });
  segmenters.set(language, segmenter);
  const found: string[] = [];
  for (const { segment } of segmenter.segment(text)) {
    const last = found.at(-1);
    const joins = last !== undefined && (closing.test(segment) || opening.test(last) || segment.trim() === '' || (/[\w]$/.test(last) && /^[\w]/.test(segment)));
    if (joins) found[found.length - 1] = last + segment;
    else found.push(segment);
  }
  const orphan = found.at(-1);
  if (found.length > 1 && orphan && [...orphan.trim()].length === 1) found.splice(-2, 2, found.at(-2)! + orphan);
  return found;
}

/** How wide a text is in ems, near enough to choose a size by: a Chinese character is one, a Latin letter about half. */
export const widthInEms = (text: string) => [...text].reduce((sum, character) => sum + (/[\u2e80-\uffef]/u.test(character) ? 1 : /[A-Z0-9mwMW]/.test(character) ? 0.62 : 0.5), 0);

/** The size for a name, in stage units, so that it stays within some lines of a column; never below 64, which is read from the back of a room. */
export function nameSize(text: string, column: number, lines: number, largest: number): number {
  const least = 64;
  // Lines are never filled to their end.
  const fits = (column * lines * 0.86) / Math.max(1, widthInEms(text));
  return Math.round(Math.min(largest, Math.max(least, fits)));
}
