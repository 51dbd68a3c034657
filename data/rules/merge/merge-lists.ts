import { sameValue } from '../apply-change.js';

/** A list whose items are known by themselves (words, ids) or by an id (photos, stops). */
export type SetList = readonly unknown[];

const nameOf = (item: unknown): string => (typeof item === 'object' && item !== null && 'id' in item ? String(item.id) : JSON.stringify(item));
const named = (list: SetList) => new Map(list.map((item) => [nameOf(item), item]));

/** Properties of one item, merged; `clashes` when both sides changed one and differently. */
function mergeItem(base: unknown, leading: unknown, other: unknown): { value: unknown; clashes: boolean } {
  if (sameValue(leading, other) || sameValue(base, other)) return { value: leading, clashes: false };
  if (sameValue(base, leading)) return { value: other, clashes: false };
  if ([leading, other].some((item) => typeof item !== 'object' || item === null)) return { value: leading, clashes: true };
  const [from, first, second] = [base ?? {}, leading, other] as Record<string, unknown>[] as [Record<string, unknown>, Record<string, unknown>, Record<string, unknown>];
  const value: Record<string, unknown> = {};
  let clashes = false;
  for (const key of new Set([...Object.keys(first), ...Object.keys(second)])) {
    const [old, here, there] = [from[key], first[key], second[key]];
    const isChanged = [!sameValue(old, here), !sameValue(old, there)];
    if (isChanged[0] && isChanged[1] && !sameValue(here, there)) clashes = true;
    const taken = isChanged[0] ? here : there;
    if (taken !== undefined) value[key] = taken;
  }
  return { value, clashes };
}

/** The order that a side gives the items that all three know; the same words for the same order. */
const orderOf = (list: SetList, common: ReadonlySet<string>) => list.map(nameOf).filter((name) => common.has(name)).join('\n');

/**
 * Merges two lists as sets that have an order: what either added is in, what either took away is out, save an item that the other
 * changed meanwhile. The side that changed the order gives it; where both or neither did, the one that `mineLeads` names.
 * `base` is the list that both came from; without it nothing counts as taken away. `clashes` when one item was changed by both, differently.
 */
export function mergeLists(base: SetList | undefined, mine: SetList, theirs: SetList, mineLeads: boolean): { readonly value: SetList; readonly clashes: boolean } {
  const [old, here, there] = [named(base ?? []), named(mine), named(theirs)];
  const common = new Set([...old.keys()].filter((name) => here.has(name) && there.has(name)));
  const before = orderOf(base ?? [], common);
  const [iMoved, theyMoved] = [orderOf(mine, common) !== before, orderOf(theirs, common) !== before];
  const leads = iMoved === theyMoved ? mineLeads : iMoved;
  const [leading, other] = leads ? [here, there] : [there, here];
  const items = new Map<string, unknown>();
  let clashes = false;
  for (const name of new Set([...leading.keys(), ...other.keys()])) {
    const [was, first, second] = [old.get(name), leading.get(name), other.get(name)];
    if (leading.has(name) && other.has(name)) {
      // An item's content follows the later side, whichever gives the order.
      const [later, earlier] = mineLeads ? [here.get(name), there.get(name)] : [there.get(name), here.get(name)];
      const merged = mergeItem(was, later, earlier);
      clashes ||= merged.clashes;
      items.set(name, merged.value);
    } else {
      const kept = leading.has(name) ? first : second;
      if (!old.has(name) || !sameValue(was, kept)) items.set(name, kept);
    }
  }
  return { value: arranged([...leading.keys()], [...other.keys()], items), clashes };
}

/** The items in the leading order; what only the other has comes after what it stands behind there. */
function arranged(leading: readonly string[], other: readonly string[], items: ReadonlyMap<string, unknown>): unknown[] {
  const order = leading.filter((name) => items.has(name));
  for (const [at, name] of other.entries()) {
    if (!items.has(name) || order.includes(name)) continue;
    const ahead = other.slice(0, at).findLast((earlier) => order.includes(earlier));
    order.splice(ahead === undefined ? 0 : order.indexOf(ahead) + 1, 0, name);
  }
  return order.map((name) => items.get(name));
}

/** The items that both lists have, by name and content of the first. */
export const inBoth = (one: SetList, other: SetList): SetList => { const names = named(other); return one.filter((item) => names.has(nameOf(item))); };
