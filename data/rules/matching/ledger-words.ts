import type { WishLexicon } from './lexicon.js';
import { holds } from './facts.js';

/** Tells whether a word stands in some of very many texts: pairs of letters that stand in none rule most words out at once. */
export function wordsOfTexts(texts: readonly string[]): WishLexicon['has'] {
  const pairs = new Set<string>();
  for (const text of texts) for (let at = 0; at + 1 < text.length; at += 1) pairs.add(text.slice(at, at + 2));
  const all = texts.join('\n');
  const answers = new Map<string, boolean>();
  const kept = 2_000;
  return (word) => {
    for (let at = 0; at + 1 < word.length; at += 1) if (!pairs.has(word.slice(at, at + 2))) return false;
    let answer = answers.get(word);
    if (answer === undefined) {
      answer = holds(all, word);
      if (answers.size >= kept) answers.clear();
      answers.set(word, answer);
    }
    return answer;
  };
}
