import { conditionSchema, mostConditions, type Condition, type Wish } from '../../schema/wish.js';
import type { WishDraft } from './empty-draft.js';
import type { WishLexicon } from './lexicon.js';
import { impliedStatus, readWish, type WishReading } from './read-wish.js';

export { emptyDraft, type WishDraft } from './empty-draft.js';

/** A chip: a condition, and whether it came from the line or from a hand. */
export interface WishChip { readonly key: string; readonly condition: Condition; readonly from: 'line' | 'hand' }
/** A draft as it stands: the conditions in force as chips, the words that were not understood, the wish they make. */
export interface ReadDraft { readonly chips: readonly WishChip[]; readonly left: readonly string[]; readonly wish: Wish; readonly reading: WishReading }

/** The same condition has the same key, whoever made it: the schema puts its parts in order. */
const keyOf = (condition: Condition) => JSON.stringify(conditionSchema.parse(condition));

/** Reads a draft anew: what the line says, without what was taken off, and with what was put in. */
export function readDraft({ line, dropped, own }: WishDraft, lexicon: WishLexicon): ReadDraft {
  const reading = readWish(line, lexicon);
  const gone = new Set(dropped);
  const said = reading.conditions.filter((condition) => !gone.has(keyOf(condition)));
  const wanted = own.filter((condition) => !said.some((other) => keyOf(other) === keyOf(condition)));
  const all = [...said.map((condition) => ({ condition, from: 'line' as const })), ...wanted.map((condition) => ({ condition, from: 'hand' as const }))];
  // A form that was filled in without a line means what can still be had, as a line does.
  const needsStanding = said.length === 0 && wanted.length > 0 && !gone.has(keyOf(impliedStatus)) && !wanted.some(({ kind }) => kind === 'status');
  const chips = [...all, ...(needsStanding ? [{ condition: impliedStatus, from: 'line' as const }] : [])].slice(0, mostConditions).map((chip) => ({ key: keyOf(chip.condition), ...chip }));
  return { chips, left: reading.left, wish: { conditions: chips.map(({ condition }) => condition) }, reading };
}

/** Another line: what was taken off of the last one is forgotten where the new one does not say it. */
export const withLine = (draft: WishDraft, line: string): WishDraft => ({ ...draft, line, dropped: line.trim() === '' ? [] : draft.dropped });
/** Without one condition, wherever it came from. */
export const withoutChip = ({ line, dropped, own }: WishDraft, key: string): WishDraft => ({ line, dropped: [...new Set([...dropped, key])], own: own.filter((condition) => keyOf(condition) !== key) });
/** With one condition in place of another. */
export const withChanged = (draft: WishDraft, key: string, condition: Condition): WishDraft => withAdded(withoutChip(draft, key), condition);
/** With one more condition; one that was taken off before is there again. */
export const withAdded = ({ line, dropped, own }: WishDraft, condition: Condition): WishDraft => ({ line, dropped: dropped.filter((key) => key !== keyOf(condition)), own: [...own.filter((other) => keyOf(other) !== keyOf(condition)), condition] });
/** With other conditions of one kind in place of those in force. */
export function withKind(draft: WishDraft, chips: readonly WishChip[], conditions: readonly Condition[], kind: Condition['kind']): WishDraft {
  const keys = new Set(conditions.map(keyOf));
  const without = chips.filter((chip) => chip.condition.kind === kind && !keys.has(chip.key)).reduce((next, { key }) => withoutChip(next, key), draft);
  return conditions.filter((condition) => !chips.some(({ key }) => key === keyOf(condition))).reduce(withAdded, without);
}
