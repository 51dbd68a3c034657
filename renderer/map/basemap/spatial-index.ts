/** West, north, east, south in world coordinates. */
export type Box = readonly [number, number, number, number];

/** The box around world points x, y, x, y … */
export function boxOf(points: ArrayLike<number>): Box {
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let k = 0; k + 1 < points.length; k += 2) {
    const x = points[k] ?? 0;
    const y = points[k + 1] ?? 0;
    west = Math.min(west, x);
    east = Math.max(east, x);
    north = Math.min(north, y);
    south = Math.max(south, y);
  }
  return [west, north, east, south];
}

/** Side of a cell: about one kilometre of ground. */
const cell = 1 / 32768;

/** Finds what lies in a box without looking at everything: items are filed under the square cells they touch. */
export class SpatialIndex<Item extends { box: Box; }> {
  private readonly cells = new Map<number, number[]>();

  constructor(private readonly items: readonly Item[]) {
    items.forEach((item, index) => {
      this.visit(item.box, (key) => {
        const filed = this.cells.get(key);
        if (filed) filed.push(index);
        else this.cells.set(key, [index]);
      });
    });
  }

  /** Items whose box touches `box`, in their original order. */
  within(box: Box): Item[] {
    const found = new Set<number>();
    this.visit(box, (key) => this.cells.get(key)?.forEach((index) => found.add(index)));
    return [...found]
      .sort((a, b) => a - b)
      .flatMap((index) => this.items[index] ?? [])
      .filter((item) => item.box[0] <= box[2] && item.box[2] >= box[0] && item.box[1] <= box[3] && item.box[3] >= box[1]);
  }

  private visit([west, north, east, south]: Box, visitor: (key: number) => void): void {
    for (let row = Math.floor(north / cell); row <= Math.floor(south / cell); row++)
      for (let column = Math.floor(west / cell); column <= Math.floor(east / cell); column++) visitor(row * 32768 + column);
  }
}
