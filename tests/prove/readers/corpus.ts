/** Files by the names that a person would give them, each made when it is needed. */
export type Corpus = Readonly<Record<string, () => string | Uint8Array | Promise<string | Uint8Array>>>;

/**
 * What must come of a bad file, as `outcomes.json` has it. `refused`: the file as a whole, with this code, in a sentence that holds
 * these words. `read`: with so many rows of each kind, `doubts` among the reasons, and nothing of it believed that is not so.
 */
export type Outcome =
  | { readonly file: string; readonly outcome: 'refused'; readonly code: string; readonly says: string }
  | { readonly file: string; readonly outcome: 'read'; readonly new?: number; readonly same?: number; readonly refused?: number; readonly doubts?: readonly string[]; readonly photo?: { readonly usable: boolean; readonly place: boolean } };
