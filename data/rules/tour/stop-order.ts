interface Identified { readonly id: string }

/** A list with some of its items laid before or after another, in the order in which they stood. An item is never laid beside itself. */
export function moved<Item extends Identified>(list: readonly Item[], ids: readonly string[], target: string, where: 'before' | 'after'): readonly Item[] {
  const picked = list.filter((item) => ids.includes(item.id));
  if (picked.length === 0 || ids.includes(target)) return list;
  const left = list.filter((item) => !ids.includes(item.id));
  const at = left.findIndex((item) => item.id === target);
  return at < 0 ? list : left.toSpliced(where === 'before' ? at : at + 1, 0, ...picked);
}

/** A list with a copy of some of its items behind the last of them; `made` gives each copy's own identity. */
export function withCopies<Item extends Identified>(list: readonly Item[], made: ReadonlyMap<string, string>): readonly Item[] {
  const copies = list.flatMap((item) => { const id = made.get(item.id); return id === undefined ? [] : [{ ...item, id }]; });
  const last = list.findLastIndex((item) => made.has(item.id));
  return last < 0 ? list : list.toSpliced(last + 1, 0, ...copies);
}
