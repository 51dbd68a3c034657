/** What a ledger's own words can be recognised by. */
export interface WishLexicon {
  readonly villages: readonly { readonly name: string; /** Short forms, and the name in Latin letters. */ readonly spellings: readonly string[] }[];
  /** True when the word stands in the name, the uses or the kind of some asset or project; a Latin word begins there. */
  readonly has: (word: string) => boolean;
}

/** What the lexicon needs of an asset: its village and its prepared string. */
export interface Worded { readonly village: string | null; readonly search: string }

const enough = 8;
const villageTail = /(?:村|社区|街道|居委会)$/;
/** 白鹭畈 of 白鹭畈村. */
export const villageStem = (name: string): string => (name.length > 2 ? name.replace(villageTail, '') : name);

/**
 * The villages with their spellings. The pinyin of a village stands in the prepared strings of all its assets, so it is the word
 * that they have in common and that ends as the village's kind does.
 */
export function villagesOf(entries: readonly Worded[], latinMark: string): WishLexicon['villages'] {
  const common = new Map<string, Set<string>>();
  const looked = new Map<string, number>();
  for (const { village, search } of entries) {
    if (village === null) continue;
    const known = common.get(village);
    // A few assets are enough to tell what is the village's own.
    const times = looked.get(village) ?? 0;
    if (times >= enough) continue;
    looked.set(village, times + 1);
    const latin = new Set(search.slice(search.indexOf(latinMark) + 1).split(' ').filter((word) => word.length >= 5 && /(?:cun|shequ|jiedao)$/.test(word)));
    common.set(village, known ? new Set([...known].filter((word) => latin.has(word))) : latin);
  }
  return [...common].map(([name, latin]) => {
    const stem = villageStem(name);
    return { name, spellings: [...new Set([name, ...(stem.length >= 2 ? [stem] : []), ...[...latin].flatMap((word) => [word, word.replace(/(?:cun|shequ|jiedao)$/, '')])])].filter((word) => word.length >= 2) };
  });
}
