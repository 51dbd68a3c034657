import type { Vocabulary } from '../../schema/vocabulary.js';
import { plain } from './cell.js';

const indexes = new WeakMap<Vocabulary, Map<string, string>>();

function indexOf(list: Vocabulary): Map<string, string> {
  let index = indexes.get(list);
  if (!index) {
    index = new Map();
    for (const word of list.words) for (const name of [word.value, word.label.zh, word.label.en, ...word.synonyms]) if (!index.has(plain(name))) index.set(plain(name), word.value);
    indexes.set(list, index);
  }
  return index;
}

const lead = /^(?:目前|现状?为?|当前|处于|已经|正在|长期|常年|一直|全部|整体|基本|暂时|暂|属于?|为|归|系)+/;
const tail = /(?:中|状态|阶段|的|着|了|项目|类|性质|所有|资产|方式|等)+$/;

/**
 * The value of a closed list that a word from a file stands for: its label or a synonym, in any width,
 * also with neutral words around it (长期闲置, 洽谈中（某公司）). Nothing when the list does not hold it;
 * a word that merely contains one (未出租) is not taken.
 */
export function wordOf<V extends string>(list: Vocabulary<V>, written: string): V | undefined {
  const index = indexOf(list as Vocabulary);
  const word = plain(written).replace(/^[\d.、)(]+/, '');
  const bare = word.replace(/[([【].*?[)\]】]/g, '').replace(/[。;；,，.:]+$/, '');
  for (const form of [word, bare, bare.replace(tail, ''), bare.replace(lead, ''), bare.replace(lead, '').replace(tail, ''), `${bare}中`, `已${bare}`]) {
    const value = form ? index.get(form) : undefined;
    if (value !== undefined) return value as V;
  }
  return undefined;
}

/** Every value of the list whose words stand in a longer text, each with the longest word that named it. */
export function wordsIn<V extends string>(list: Vocabulary<V>, written: string): Map<V, string> {
  let rest = plain(written);
  const found = new Map<V, string>();
  const names = [...indexOf(list as Vocabulary)].filter(([name]) => name.length >= 2).sort((a, b) => b[0].length - a[0].length);
  for (const [name, value] of names) {
    if (!rest.includes(name)) continue;
    if (!found.has(value as V)) found.set(value as V, name);
    rest = rest.replaceAll(name, '\n');
  }
  return found;
}

/** The parts of a list written in one cell: 租赁、入股/转让. */
export const partsOf = (written: string) => written.normalize('NFKC').split(/[、,;/|\n+]|(?:\s{1,})|和|或|及|与/).map((part) => part.trim()).filter(Boolean);

/** Reads 是, √, 有, 1 as true and 否, ×, 无, 0 as false; 是（文保点） is true. */
export function yesOrNo(written: string): boolean | undefined {
  const word = plain(written).replace(/[([].*$/, '');
  if (/^(是|√|✓|✔|☑|有|y|yes|true|1|属于|涉及|已划入|在|对|v)$/.test(word)) return true;
  if (/^(否|×|✗|✘|x|无|不是|没有|n|no|false|0|不属于|不涉及|未划入|非|不在|未|☐|□)$/.test(word)) return false;
  return undefined;
}
