import type { Text } from './text.js';

/** One word of a closed list: the value that is stored, its label, and other words that mean it in office files. */
export interface Word<Value extends string = string> {
  readonly value: Value;
  readonly label: Text;
  readonly synonyms: readonly string[];
}

/** A closed list of words. Its schema is made by `schemaOf` of `vocabulary-schema.ts`: a page that only shows words needs no parser. */
export interface Vocabulary<Value extends string = string> {
  readonly words: readonly Word<Value>[];
  readonly values: readonly [Value, ...Value[]];
}

/** Makes a vocabulary from `value: [zh, en, ...synonyms]`; the order given is the order shown. */
export function vocabulary<const Entries extends Record<string, readonly [string, string, ...string[]]>>(entries: Entries) {
  type Value = keyof Entries & string;
  const values = Object.keys(entries) as [Value, ...Value[]];
  const words = values.map((value) => {
    const [zh, en, ...synonyms] = entries[value] as readonly [string, string, ...string[]];
    return { value, label: { zh, en }, synonyms } satisfies Word<Value>;
  });
  return { words, values } as unknown as Vocabulary<Value>;
}

/** The label of a stored value, or nothing when the vocabulary does not hold it. */
export function labelOf(list: Vocabulary, value: string): Text | undefined {
  return list.words.find((word) => word.value === value)?.label;
}

/** The value that a word from a file stands for: its label or a synonym, white space and width ignored. */
export function valueOf<Value extends string>(list: Vocabulary<Value>, word: string): Value | undefined {
  const wanted = plain(word);
  return list.words.find(
    (entry) =>
      plain(entry.label.zh) === wanted ||
      plain(entry.label.en) === wanted ||
      entry.value === wanted ||
      entry.synonyms.some((synonym) => plain(synonym) === wanted),
  )?.value;
}

const plain = (word: string) => word.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
