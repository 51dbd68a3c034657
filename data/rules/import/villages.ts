import { oneLine, plain } from './cell.js';
import { simplified } from './traditional.js';

/** A village cell as written, with what else its row says (owner, contact, address, name), for evidence. */
export interface VillageMention { readonly written: string; readonly beside: string }

export interface VillageEvidence {
  /** The villages of the ledger's profile; when it has any they decide. */
  readonly profile: readonly string[];
  /** Villages of the ledger's assets and how many assets each has. */
  readonly ledger: Readonly<Record<string, number>>;
  /** Titles, 填报单位 lines, places of projects: words that may name the township and its villages. */
  readonly mentions: string;
}

/** Finds the village that a cell means; nothing when it means none that is known. */
export interface Villages {
  resolve(written: string): string | undefined;
  readonly known: readonly string[];
}

const admin = /^(?:.{2,8}?(?:省|自治区))?(?:.{2,8}?(?:市|州|盟))?(?:.{1,8}?(?:县|区|旗))?(.{1,7}?(?:乡|镇|街道办事处|街道|办事处))(.+)$/;

/** A village's name without line feeds, brackets, 行政 and 委员会: 竹坞行政村 and 竹坞村委会 are 竹坞村. */
export function villageName(written: string): string {
  return simplified(oneLine(written.normalize('NFKC'))).replace(/\s+/g, '').replace(/[([【].*?[)\]】]/g, '')
    .replace(/(?:村民委员会|村民委会|村委会|行政村|村村|村集体|村股份经济合作社|村经济合作社)$/, '村').replace(/(?:社区居委会|居委会|社区居民委员会)$/, '社区').replace(/[.。,，;；:：、]+$/, '');
}

const stemOf = (name: string) => name.replace(/(?:村|社区|居)$/, '');
const median = (values: readonly number[]) => [...values].sort((one, two) => one - two)[Math.floor(values.length / 2)] ?? 0;

/**
 * Learns a township's villages from the ledger and the files. A village that stands once among others that recur,
 * and that nothing else in the files bears out, is not known; a small file is taken at its word.
 */
export function learnVillages(rows: readonly VillageMention[], evidence: VillageEvidence): Villages {
  const mentions = plain(evidence.mentions);
  const names = new Map<string, string>();
  for (const row of rows) if (!names.has(row.written)) names.set(row.written, villageName(row.written));
  const plainNames = new Set([...names.values(), ...evidence.profile, ...Object.keys(evidence.ledger)]);
  const rests = new Map<string, Set<string>>();
  for (const name of names.values()) {
    const found = admin.exec(name);
    if (!found || stemOf(found[2] as string).length < 2) continue;
    const prefix = found[1] as string;
    if (!rests.has(prefix)) rests.set(prefix, new Set());
    rests.get(prefix)?.add(found[2] as string);
  }
  const bare = (name: string): string => {
    const found = admin.exec(name);
    if (!found) return name;
    const [, prefix, rest] = found as unknown as [string, string, string];
    if (plainNames.has(rest)) return rest;
    // 云溪镇大岭村 is 大岭村; 古镇头村 is a village of that name, unless something else names the township.
    const isTownship = prefix.length >= 3 || mentions.includes(plain(prefix)) || (rests.get(prefix)?.size ?? 0) >= 2;
    return stemOf(rest).length >= 2 && isTownship ? rest : name;
  };
  for (const [written, name] of names) names.set(written, bare(name));

  const counts = new Map<string, number>();
  for (const row of rows) counts.set(names.get(row.written) as string, (counts.get(names.get(row.written) as string) ?? 0) + 1);
  counts.delete('');
  const profile = new Set(evidence.profile.map(villageName));
  const covered = [...counts].reduce((sum, [name, count]) => sum + (inSet(profile, name) ? count : 0), 0);
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const known = profile.size > 0 && covered * 2 >= total ? profile : inferred(rows, names, counts, evidence.ledger, mentions);
  const byStem = new Map([...known].map((name) => [stemOf(name), name]));
  const resolve = (written: string) => {
    const name = names.get(written) ?? bare(villageName(written));
    return known.has(name) ? name : byStem.get(stemOf(name));
  };
  return { resolve, known: [...known] };
}

const inSet = (set: ReadonlySet<string>, name: string) => set.has(name) || set.has(`${name}村`) || set.has(stemOf(name));

function inferred(rows: readonly VillageMention[], names: ReadonlyMap<string, string>, counts: ReadonlyMap<string, number>, ledger: Readonly<Record<string, number>>, mentions: string): Set<string> {
  const known = new Set(Object.keys(ledger));
  const usual = [...new Set([...counts.keys(), ...known])].map((name) => (counts.get(name) ?? 0) + (ledger[name] ?? 0));
  const total = usual.reduce((sum, count) => sum + count, 0);
  const judge = total >= 20 && usual.length >= 4 && median(usual) >= 4;
  const rare = new Set<string>();
  for (const [name, count] of counts) {
    // A spelling without 村 is the village itself, once that is there.
    if (!/[村社区居]$/.test(name) && (counts.has(`${name}村`) || known.has(`${name}村`))) continue;
    if (judge && !known.has(name) && count <= Math.max(1, Math.floor(median(usual) / 4)) && count <= 3) rare.add(name);
    else known.add(name);
  }
  for (const name of rare) if (isBorneOut(name, rows, names, known, mentions)) known.add(name);
  return known;
}

/** True when something besides the village cell speaks for a rare village, and nothing against it. */
function isBorneOut(name: string, rows: readonly VillageMention[], names: ReadonlyMap<string, string>, known: ReadonlySet<string>, mentions: string): boolean {
  const stem = stemOf(name);
  if (stem.length < 2) return false;
  if (mentions.includes(plain(stem))) return true;
  const own = rows.filter((row) => names.get(row.written) === name);
  if (rows.some((row) => row.beside.includes(stem))) return true;
  const against = own.some((row) => [...known].some((other) => stemOf(other).length >= 2 && row.beside.includes(stemOf(other))));
  return !against && own.length >= 2;
}
