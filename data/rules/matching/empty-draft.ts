import type { Condition } from '../../schema/wish.js';

/** A wish while a person works on it: the line, what was taken off by hand of what it says, and what was put in by hand. */
export interface WishDraft { readonly line: string; readonly dropped: readonly string[]; readonly own: readonly Condition[] }
export const emptyDraft: WishDraft = { line: '', dropped: [], own: [] };
