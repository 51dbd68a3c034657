import { oneLine, plain } from './cell.js';
import { codeKey } from './codes.js';
import { nameKey } from './same-thing.js';

/** An asset as links are resolved by. */
export interface Linkable { readonly id: string; readonly code?: string; readonly name: string; readonly village?: string }

/** Finds assets by what a project's cell calls them. */
export interface LinkIndex {
  byCode(key: string): readonly Linkable[];
  byName(key: string): readonly Linkable[];
}

export interface ReadLinks {
  readonly ids: readonly string[];
  readonly byName: readonly string[];
  readonly ambiguous: readonly string[];
  readonly unresolved: readonly string[];
}

const splitter = /[、，,；;\n|。]+|\s{1,}|(?<=\d)[和与及](?=[A-Za-z])|\/(?=[A-Za-z]{1,4}[-\d])/;
const nothing = /^(?:无|暂无|没有|-+|—+|\/|待定|待补|\.)$/;

/** NF-2024-001~003 and NF-001至NF-003, written out; nothing for anything else. */
function expanded(token: string): string[] | undefined {
  const found = /^(.*?)(\d+)(?:~|～|至|到|—|--)(?:(.*?))(\d+)$/.exec(token.normalize('NFKC'));
  if (!found) return undefined;
  const [, head, from, again, to] = found as unknown as [string, string, string, string, string];
  if (again && again !== head) return undefined;
  const [low, high] = [Number(from), Number(to)];
  if (!(high > low) || high - low > 50) return undefined;
  return Array.from({ length: high - low + 1 }, (_, step) => `${head}${String(low + step).padStart(from.length, '0')}`);
}

type Found = { readonly asset: Linkable; readonly named: boolean } | 'ambiguous' | undefined;

function find(token: string, place: string, index: LinkIndex): Found {
  const bracket = /^(.*?)[（(]([^）)]*)[)）]$/.exec(token);
  const words = bracket ? (bracket[1] as string) : token;
  const hint = bracket ? (bracket[2] as string) : '';
  const key = codeKey(words);
  const coded = /\d/.test(key) ? index.byCode(key) : [];
  if (coded.length === 1) return { asset: coded[0] as Linkable, named: false };
  if (coded.length > 1) {
    const hinted = hint ? coded.filter((asset) => nameKey(asset.name).includes(plain(hint)) || (asset.village ?? '').includes(hint.replace(/村$/, ''))) : [];
    return hinted.length === 1 ? { asset: hinted[0] as Linkable, named: false } : 'ambiguous';
  }
  // SL-2024-001沙滩杉木林: a code with the name behind it.
  const both = /^([A-Za-z]{1,6}[-A-Za-z\d./]*\d)[\s:：]*([\u4e00-\u9fff].*)$/.exec(words);
  if (both) {
    const found = find(`${both[1] as string}(${both[2] as string})`, place, index);
    if (found) return found;
  }
  const named = index.byName(nameKey(words));
  if (named.length <= 1) return named[0] ? { asset: named[0], named: true } : undefined;
  const here = named.filter((asset) => asset.village && place.includes(asset.village.replace(/(?:村|社区)$/, '')));
  return here.length === 1 ? { asset: here[0] as Linkable, named: true } : 'ambiguous';
}

/**
 * Resolves the cell that names a project's assets: codes or names with any separator, code ranges, codes with names.
 * `place` (the project's site and name) tells assets of the same name apart; a code that fits several is not linked.
 */
export function readLinks(written: string, place: string, index: LinkIndex): ReadLinks {
  const ids: string[] = [];
  const result = { byName: [] as string[], ambiguous: [] as string[], unresolved: [] as string[] };
  const take = (token: string, found: Found) => {
    if (found === undefined) result.unresolved.push(token);
    else if (found === 'ambiguous') result.ambiguous.push(token);
    else {
      if (!ids.includes(found.asset.id)) ids.push(found.asset.id);
      if (found.named) result.byName.push(token);
    }
  };
  const resolve = (token: string): void => {
    if (nothing.test(token)) return;
    const found = find(token, place, index);
    if (found !== undefined) return take(token, found);
    const range = expanded(token);
    if (range && range.some((code) => index.byCode(codeKey(code)).length > 0)) return range.forEach((code) => take(code, find(code, place, index)));
    const parts = token.split(/\/|和|与|及|以及/).map((part) => part.trim()).filter(Boolean);
    if (parts.length > 1) {
      const all = parts.map((part) => find(part, place, index));
      if (all.some((part) => part !== undefined)) return parts.forEach((part, at) => take(part, all[at]));
    }
    take(token, undefined);
  };
  for (const token of written.replace(/\r/g, '').split(splitter)) {
    const words = oneLine(token).replace(/^[（(]?\d{1,2}[)）.．](?=[A-Za-z\u4e00-\u9fff])/, '').replace(/(?:等\d*(?:宗|处|个)?)$/, '');
    if (words) resolve(words);
  }
  return { ids, ...result };
}
