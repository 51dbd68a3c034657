import { pinyin } from 'pinyin-pro';

/** Readings kept of a character: the usual one, and the next when it has more. Rarer ones only add noise. */
const readingsKept = 2;
/** Spellings kept of one value; each is one polyphone read the other way, so the number grows by sum and not by product. */
const spellingsKept = 6;

const isChinese = /\p{Script=Han}/u;
const readingsByCharacter = new Map<string, readonly string[]>();

/** Typed ü comes as v; people also type it as u. */
const typed = (reading: string) => (reading.includes('v') ? [reading, reading.replace('v', 'u')] : [reading]);

function readingsOf(character: string): readonly string[] {
  let readings = readingsByCharacter.get(character);
  if (!readings) {
    const found = isChinese.test(character)
      ? pinyin(character, { toneType: 'none', type: 'array', multiple: true, v: true }).filter((reading) => /^[a-z]+$/.test(reading)).flatMap(typed)
      : [character];
    readings = [...new Set(found)].slice(0, readingsKept);
    readingsByCharacter.set(character, readings);
  }
  return readings;
}

/**
 * How a Chinese value may be typed in Latin letters: its pinyin run together, and its initials.
 * Latin letters and figures inside it stay; a character without a known reading is left out.
 */
export function latinSpellings(value: string): { readonly full: readonly string[]; readonly initials: readonly string[] } {
  const readings = [...value].map(readingsOf).filter((list) => list.length > 0);
  const usual = readings.map((list) => list[0]!);
  const spellings = [usual];
  const polyphones = readings.flatMap((list, at) => (list.length > 1 ? [at] : []));
  if (polyphones.length > 1) {
    // The dictionary of phrases often knows the right reading of the whole (重阳, 银行).
    const phrase = pinyin(value, { toneType: 'none', type: 'array', v: true });
    if (phrase.length === readings.length && phrase.every((reading) => /^[a-z0-9]+$/.test(reading))) spellings.push(phrase);
  }
  for (const at of polyphones.slice(0, spellingsKept - spellings.length)) spellings.push(usual.with(at, readings[at]![1]!));
  return {
    full: [...new Set(spellings.map((spelling) => spelling.join('')))],
    initials: [...new Set(spellings.map((spelling) => spelling.map((reading) => reading.charAt(0)).join('')))],
  };
}
