/** A word found in a text, and what it stands for. */
export interface ScannedWord<Value> { readonly from: number; readonly to: number; readonly word: string; readonly value: Value }

const isLetter = (character: string | undefined) => character !== undefined && /[a-z0-9]/.test(character);

/**
 * Finds the words of a list in a plain text, from the left, the longest first; none lies within another. Latin words are whole words,
 * also with a plural's s.
 */
export function createScanner<Value>(entries: Iterable<readonly [string, Value]>): (plain: string) => ScannedWord<Value>[] {
  const byFirst = new Map<string, { readonly word: string; readonly value: Value; readonly latin: boolean }[]>();
  for (const [spelt, value] of entries) {
    const word = spelt.toLowerCase().normalize('NFKC');
    const list = byFirst.get(word.charAt(0)) ?? [];
    if (!list.some((other) => other.word === word)) list.push({ word, value, latin: /[a-z0-9]$/.test(word) });
    byFirst.set(word.charAt(0), list);
  }
  for (const list of byFirst.values()) list.sort((one, other) => other.word.length - one.word.length);
  return (plain) => {
    const found: ScannedWord<Value>[] = [];
    for (let at = 0; at < plain.length;) {
      const list = byFirst.get(plain.charAt(at));
      const hit = list?.find(({ word, latin }) => plain.startsWith(word, at) && (!latin || (!isLetter(plain[at - 1]) && endOfWord(plain, at + word.length) !== null)));
      if (!hit) { at += 1; continue; }
      const to = hit.latin ? endOfWord(plain, at + hit.word.length)! : at + hit.word.length;
      found.push({ from: at, to, word: hit.word, value: hit.value });
      at = to;
    }
    return found;
  };
}

/** Where a Latin word ends that reaches to here, its plural counted in; null within a longer word. */
function endOfWord(plain: string, at: number): number | null {
  if (!isLetter(plain[at])) return at;
  const plural = /^(?:s|es|'s)(?![a-z0-9])/.exec(plain.slice(at, at + 4));
  return plural ? at + plural[0].length : null;
}
