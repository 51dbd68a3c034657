import type { StageLanguage } from '../../data/schema/stage.js';
import type { Language, Text } from '../../data/schema/text.js';
import { labelOf, type Vocabulary } from '../../data/schema/vocabulary.js';

/** One line of a text on stage, in its language. */
export interface Line { readonly language: Language; readonly text: string }

/** Says things in the language of the stage, whatever that of the interface: one line, or Chinese with English under it. */
export interface StageSay {
  (zh: string, en: string): readonly Line[];
  /** A text of the ledger; the other language stands in for one that is missing. Nothing for no text. */
  of(text: Partial<Text> | undefined): readonly Line[];
  /** The first of its lines, where there is room for one alone. */
  one(zh: string, en: string): string;
  word(list: Vocabulary, value: string | null | undefined): readonly Line[];
  /** The languages on stage, the first of them the larger. */
  readonly languages: readonly Language[];
  readonly first: Language;
}

function sayIn(stage: StageLanguage): StageSay {
  const languages: readonly Language[] = stage === 'both' ? ['zh', 'en'] : [stage];
  const [first] = languages as readonly [Language];
  const of = (text: Partial<Text> | undefined): readonly Line[] => {
    const lines = languages.flatMap((language) => (text?.[language]?.trim() ? [{ language, text: text[language].trim() }] : []));
    if (lines.length > 0) return lines.filter((line, at) => at === 0 || line.text !== lines[0]!.text);
    const other: Language = first === 'zh' ? 'en' : 'zh';
    return text?.[other]?.trim() ? [{ language: other, text: text[other].trim() }] : [];
  };
  return Object.assign((zh: string, en: string) => of({ zh, en }), {
    of, languages, first,
    one: (zh: string, en: string) => (first === 'zh' ? zh : en),
    word: (list: Vocabulary, value: string | null | undefined) => (value ? of(labelOf(list, value) ?? { zh: value, en: value }) : []),
  });
}

const says: Readonly<Record<StageLanguage, StageSay>> = { zh: sayIn('zh'), en: sayIn('en'), both: sayIn('both') };

/** The sayer for a language of the stage. */
export const stageSay = (language: StageLanguage): StageSay => says[language];
