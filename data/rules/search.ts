import type { Asset } from '../schema/asset.js';
import { assetFields, isIn, isSeenBy, valueAt, type Circle } from '../schema/fields.js';
import { labelOf } from '../schema/vocabulary.js';
import { latinSpellings } from './pinyin-readings.js';
import { isLatin, latinMark, plainText } from './search-query.js';

export { createSearchIndex, matchesSearch, queryWords, type SearchIndex } from './search-query.js';

interface Spelt { readonly text: string; readonly latin: string }

/** Villages, categories and uses repeat from asset to asset; names do not, so the store is emptied when it has grown. */
const spelt = new Map<string, Spelt>();
const speltKept = 20_000;

function speltOf(value: string): Spelt {
  let known = spelt.get(value);
  if (!known) {
    // English names keep their spaces, so that each word can be typed alone.
    const text = value.split(/\s+/).map(plainText).filter(Boolean).join(' ');
    const { full, initials } = isLatin(text) ? { full: [text], initials: [] } : latinSpellings(text.replaceAll(' ', ''));
    known = { text: isLatin(text) ? '' : text, latin: [...full, ...initials].join(' ') };
    if (spelt.size >= speltKept) spelt.clear();
    spelt.set(value, known);
  }
  return known;
}

const searched = { public: searchedFields('public'), desk: searchedFields('desk') };
function searchedFields(circle: Circle) {
  return assetFields.filter((entry) => isIn('search', entry) && isSeenBy(circle, entry));
}

/**
 * The prepared string that typed words are looked for in: first the values as they are read, then, after a mark,
 * what can be typed on a Latin keyboard: codes and English as they stand, pinyin and initials of the Chinese.
 */
export function searchText(asset: Asset, circle: Circle): string {
  const values = searched[circle].flatMap((entry) => {
    const value = valueAt(asset, entry.path);
    return (Array.isArray(value) ? value : [value]).flatMap((item) => {
      if (typeof item !== 'string' || item === '') return [];
      const label = entry.vocabulary ? labelOf(entry.vocabulary, item) : undefined;
      return (label ? [label.zh, label.en] : [item]).map(speltOf);
    });
  });
  const joined = (part: keyof Spelt) => values.map((value) => value[part]).filter(Boolean).join(' ');
  return `${joined('text')}${latinMark}${joined('latin')}`;
}
