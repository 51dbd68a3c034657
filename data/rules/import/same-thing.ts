import type { Location } from '../../schema/common.js';
import { plain } from './cell.js';
import { metresBetween } from './outliers.js';

const repeatMark = /[-—]?[([【]?(?:重报|再次上报|再次报送|二次报送|重复上报|重复填报|复报|重填|重复报送|重复|补报|再报|重新报送|重新上报|更正|更新|修改|已报|另报)[)\]】]?$/;

/** What two names are compared by: one width, no white space, without （重报）. */
export const nameKey = (name: string) => plain(name).replace(repeatMark, '').replace(repeatMark, '');

/** True when a name says itself that the row repeats another. */
export const saysRepeat = (name: string) => repeatMark.test(plain(name));

const stem = (village: string | undefined) => (village ?? '').replace(/(?:村|社区)$/, '');

/** The name without the village it begins with: 竹坞供销社旧址 of 竹坞村 is 供销社旧址. */
export function bareName(key: string, village: string | undefined): string {
  const [whole, short] = [village ?? '', stem(village)];
  const rest = whole && key.startsWith(whole) ? key.slice(whole.length) : short.length >= 2 && key.startsWith(short) ? key.slice(short.length) : key;
  return rest.length >= 2 ? rest : key;
}

const figures = (name: string) => (name.match(/\d+|[一二三四五六七八九十]+(?=[号期级组队片区段栋幢])/g) ?? []).join(',');

/** How alike two names are, 0–1: the share of letter pairs they have in common (Dice). */
function alikeness(one: string, two: string): number {
  const pairs = (name: string) => Array.from({ length: Math.max(0, name.length - 1) }, (_, at) => name.slice(at, at + 2));
  const left = pairs(one);
  const right = pairs(two);
  if (left.length === 0 || right.length === 0) return one === two ? 1 : 0;
  const rest = right.slice();
  let common = 0;
  for (const pair of left) {
    const at = rest.indexOf(pair);
    if (at < 0) continue;
    common += 1;
    rest.splice(at, 1);
  }
  return (2 * common) / (left.length + right.length);
}

/** True when two names can be of one thing: equal, one within the other, or nearly so, and no figure differs. */
export function similarNames(one: string, oneVillage: string | undefined, two: string, twoVillage: string | undefined): boolean {
  const [left, right] = [bareName(nameKey(one), oneVillage), bareName(nameKey(two), twoVillage)];
  if (left === right) return true;
  if (figures(left) !== figures(right)) return false;
  if (Math.min(left.length, right.length) >= 2 && (left.includes(right) || right.includes(left))) return true;
  return alikeness(left, right) >= 0.7;
}

/** Facts that hardly two things share by chance, by path. */
const facts = ['siteArea', 'floorArea', 'certificateNo', 'owner', 'idleSince', 'detail.capacityKw', 'detail.builtYear', 'detail.waterPermitNo', 'investment', 'officer', 'content', 'contact.phone'] as const;

/** Reads one path of a record, or of values kept by path. */
export type Reader = (path: string) => unknown;

const near = (one: number, two: number) => Math.abs(one - two) <= 0.05 * Math.max(Math.abs(one), Math.abs(two));

/** How many facts two descriptions share and in how many they differ; what one of them does not state counts as neither. */
export function compareFacts(one: Reader, two: Reader): { agree: number; differ: number } {
  let agree = 0;
  let differ = 0;
  const count = (same: boolean) => (same ? (agree += 1) : (differ += 1));
  for (const path of facts) {
    const [left, right] = [one(path), two(path)];
    if (typeof left === 'number' && typeof right === 'number') count(near(left, right));
    else if (typeof left === 'string' && typeof right === 'string') count(path === 'idleSince' ? left.slice(0, 4) === right.slice(0, 4) : plain(left) === plain(right));
  }
  const [here, there] = [one('location') as Location | undefined, two('location') as Location | undefined];
  if (here && there && typeof here === 'object') count(metresBetween(here, there) < 300);
  return { agree, differ };
}
