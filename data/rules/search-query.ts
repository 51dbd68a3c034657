/** Between the part of a prepared string that Chinese words are looked for in and the part for Latin letters and figures. */
export const latinMark = '\t';

/** A value or a query as it is compared: compatibility forms folded (full width, ㎡), lower case, punctuation dropped. */
export const plainText = (value: string) => value.normalize('NFKC').toLowerCase().replace(/ü/g, 'v').replace(/[\p{P}\p{S}\p{Cc}]+/gu, '');

/** True for letters and figures that stand on a Latin keyboard, as folded by `plainText`. */
export const isLatin = (value: string) => /^[\u0020-\u007e]*$/.test(value);

/** The words of a query: split at white space, and where Chinese and Latin letters meet (白鹭ej is 白鹭 and ej). */
export function queryWords(query: string): string[] {
  return query.split(/[\s\u3000]+/).flatMap((word) => plainText(word).match(/[\u0021-\u007e]+|[^\u0000-\u007f]+/g) ?? []);
}

/** True when every word of the query is found in the prepared string of `searchText`. An empty query finds all. */
export const matchesSearch = (prepared: string, query: string) => queryWords(query).every((word) => prepared.includes(word));

/** The answer to a query over an index: which rows (1) and which not (0), and how many; `flags` is reused by the next call. */
export interface Found { readonly flags: Uint8Array; readonly count: number }
/** All prepared strings of a ledger, laid out so that a keystroke reads them in a few milliseconds. */
export interface SearchIndex {
  readonly size: number;
  /** Nothing for an empty query, which finds all. */
  find(query: string): Found | null;
  /** The rows among `rows` that fit the query best, best first: early in the record (code and name come first), whole words before parts. */
  best(query: string, rows: Iterable<number>, limit: number): number[];
}

interface Half { readonly text: string; readonly starts: Uint32Array }

function halfOf(parts: readonly string[]): Half {
  const starts = new Uint32Array(parts.length + 1);
  let at = 0;
  parts.forEach((part, row) => { starts[row] = at; at += part.length + 1; });
  starts[parts.length] = at;
  return { text: `${parts.join('\n')}\n`, starts };
}

/** Sets the flags of all rows that hold the word; reads one long string, since 50,000 short ones cost ten times as much. */
function markAll({ text, starts }: Half, word: string, flags: Uint8Array): void {
  let row = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, starts[row])) {
    while (starts[row + 1]! <= at) row += 1;
    flags[row] = 1;
    row += 1;
  }
}

/** Both parts of all prepared strings, each as one long string. */
function halvesOf(prepared: readonly string[]): { readonly chinese: Half; readonly latin: Half } {
  const cut = prepared.map((text) => { const mark = text.indexOf(latinMark); return mark < 0 ? text.length : mark; });
  return { chinese: halfOf(prepared.map((text, row) => text.slice(0, cut[row]))), latin: halfOf(prepared.map((text, row) => text.slice(cut[row]! + 1))) };
}

/** Prepares the strings of `searchText`, one per row, for searching at every keystroke. They are laid out at the first word that is looked for: a page that nobody searches on spends neither time nor memory. */
export function createSearchIndex(prepared: readonly string[]): SearchIndex {
  let halves: ReturnType<typeof halvesOf> | undefined;
  const halfFor = (word: string): Half => { halves ??= halvesOf(prepared); return isLatin(word) ? halves.latin : halves.chinese; };
  const flags = new Uint8Array(prepared.length);
  const one = new Uint8Array(prepared.length);
  let last: { query: string; found: Found | null } | undefined;

  const find = (query: string): Found | null => {
    if (last?.query === query) return last.found;
    const words = queryWords(query);
    if (words.length === 0) return (last = { query, found: null }).found;
    words.forEach((word, order) => {
      const target = order === 0 ? flags : one;
      target.fill(0);
      markAll(halfFor(word), word, target);
      if (order > 0) for (let row = 0; row < flags.length; row += 1) flags[row] = flags[row]! & one[row]!;
    });
    let count = 0;
    for (let row = 0; row < flags.length; row += 1) count += flags[row]!;
    return (last = { query, found: { flags, count } }).found;
  };

  const best = (query: string, rows: Iterable<number>, limit: number): number[] => {
    const words = queryWords(query);
    const top: { row: number; score: number }[] = [];
    for (const row of rows) {
      let score = 0;
      for (const word of words) {
        const { text, starts } = halfFor(word);
        const start = starts[row]!;
        const at = text.indexOf(word, start);
        score += at - start + (at === start || text[at - 1] === ' ' ? 0 : 12);
      }
      if (top.length === limit && score >= top[limit - 1]!.score) continue;
      let place = top.length;
      while (place > 0 && top[place - 1]!.score > score) place -= 1;
      top.splice(place, 0, { row, score });
      if (top.length > limit) top.pop();
    }
    return top.map((hit) => hit.row);
  };

  return { size: prepared.length, find, best };
}
