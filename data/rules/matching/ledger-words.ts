import type { WishLexicon } from './lexicon.js';
import { holds } from './facts.js';

/** Pairs share a million slots: two in one slot cost a needless look, and no wrong answer. */
const pairBits = 20;

/** Tells whether a word stands in some of very many texts: pairs of letters that stand in none rule most words out at once. */
export function wordsOfTexts(texts: readonly string[]): WishLexicon['has'] {
  const pairs = new Uint8Array(1 << pairBits);
  const slotOf = (text: string, at: number) => (text.charCodeAt(at) * 0x9e37 + text.charCodeAt(at + 1)) & ((1 << pairBits) - 1);
  for (const text of texts) for (let at = 0; at + 1 < text.length; at += 1) pairs[slotOf(text, at)] = 1;
  const all = texts.join('\n');
  const answers = new Map<string, boolean>();
  const kept = 2_000;
  return (word) => {
    for (let at = 0; at + 1 < word.length; at += 1) if (pairs[slotOf(word, at)] === 0) return false;
    let answer = answers.get(word);
    if (answer === undefined) {
      answer = holds(all, word);
      if (answers.size >= kept) answers.clear();
      answers.set(word, answer);
    }
    return answer;
  };
}
