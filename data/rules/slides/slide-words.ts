import type { Language, Text } from '../../schema/text.js';

export const slideLanguages = ['zh', 'en', 'both'] as const;
export type SlideLanguage = (typeof slideLanguages)[number];

/** What is written on a slide: large, and where both languages are wanted the English under it. */
export interface Words { readonly main: string; readonly second: string | null }

/** The language that a slide is led by. */
export const firstLanguage = (language: SlideLanguage): Language => (language === 'en' ? 'en' : 'zh');
/** Words that are the same in every language. */
export const plainWords = (main: string): Words => ({ main, second: null });

/** A text of the ledger or the program in the languages wanted; null where it is empty. What is missing in one language is said in the other. */
export function wordsIn(value: Partial<Text> | undefined, language: SlideLanguage): Words | null {
  const [zh, en] = [value?.zh?.trim() ?? '', value?.en?.trim() ?? ''];
  const main = language === 'en' ? en || zh : zh || en;
  if (main === '') return null;
  return { main, second: language === 'both' && zh !== '' && en !== '' && en !== zh ? en : null };
}
/** A text of the program, which is never empty. */
export const sayIn = (value: Text, language: SlideLanguage): Words => wordsIn(value, language) ?? plainWords('');

/** How a record is called. */
export const nameWords = (record: { readonly name: string; readonly nameEn?: string | undefined }, language: SlideLanguage): Words =>
  wordsIn({ zh: record.name, ...(record.nameEn ? { en: record.nameEn } : {}) }, language) ?? plainWords(record.name);
