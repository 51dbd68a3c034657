import type { Language, Text } from '../../data/schema/text.js';
import { labelOf, type Vocabulary } from '../../data/schema/vocabulary.js';

/** Says things in the chosen language: `say('导入', 'Import')`, or a Text from the registry. */
export interface Say {
  (zh: string, en: string): string;
  (text: Text): string;
  readonly language: Language;
  /** The label of a vocabulary's value. */
  word(list: Vocabulary, value: string | null | undefined): string;
}

function sayIn(language: Language): Say {
  const say = (first: string | Text, en?: string) => (typeof first === 'string' ? (language === 'zh' ? first : en ?? first) : first[language]);
  return Object.assign(say as (zh: string | Text, en?: string) => string, {
    language,
    word: (list: Vocabulary, value: string | null | undefined) => (value ? labelOf(list, value)?.[language] ?? value : ''),
  });
}

const says = { zh: sayIn('zh'), en: sayIn('en') };

/** The sayer for a language, wherever that is chosen: in the settings, on a sheet, on a page that was handed out. */
export const sayerOf = (language: Language): Say => says[language];
