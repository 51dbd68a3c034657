/** Something on the screen that can be pointed at: a circle in CSS pixels, and how far around it a finger still means it. */
export interface Target<T> { readonly x: number; readonly y: number; readonly radius: number; readonly reach?: number; readonly value: T }
export interface HitGrid<T> {
  /** The value of the topmost (last added) target under a place; beside them that of the nearest whose reach holds it; nothing where there is none. */
  at(x: number, y: number): T | undefined;
}

const cell = 64;

/** Sorts targets into cells, so that following the pointer over thousands of them costs nothing. */
export function createHitGrid<T>(targets: readonly Target<T>[]): HitGrid<T> {
  const cells = new Map<number, Target<T>[]>();
  // Columns of a screen never come near this number.
  const key = (column: number, row: number) => row * 100_000 + column;
  for (const target of targets) {
    const wide = Math.max(target.radius, target.reach ?? 0);
    const reach = (value: number, sign: number) => Math.floor((value + sign * wide) / cell);
    for (let row = reach(target.y, -1); row <= reach(target.y, 1); row += 1) {
      for (let column = reach(target.x, -1); column <= reach(target.x, 1); column += 1) {
        const list = cells.get(key(column, row));
        if (list) list.push(target);
        else cells.set(key(column, row), [target]);
      }
    }
  }
  return {
    at(x, y) {
      const near = cells.get(key(Math.floor(x / cell), Math.floor(y / cell)));
      if (!near) return undefined;
      const away = (target: Target<T>) => Math.hypot(target.x - x, target.y - y);
      const under = near.findLast((target) => away(target) <= target.radius);
      if (under) return under.value;
      let best: Target<T> | undefined;
      for (const target of near) if (away(target) <= (target.reach ?? 0) && (!best || away(target) < away(best))) best = target;
      return best?.value;
    },
  };
}
