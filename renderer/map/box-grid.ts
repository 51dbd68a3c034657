/** Rectangles filed by the square cells they touch: what meets a view, or holds a place, is found without looking at all of them. */
export interface BoxGrid {
  /** Numbers of the boxes that meet a rectangle, in ascending order. */
  within(left: number, top: number, right: number, bottom: number): number[];
  /** Numbers of the boxes that hold a place, in ascending order. */
  at(x: number, y: number): number[];
}

const mostCells = 256;

/** Files boxes given as left, top, right, bottom one after the other, in any unit. */
export function createBoxGrid(boxes: Float64Array): BoxGrid {
  const count = boxes.length >> 2;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at < boxes.length; at += 4) {
    left = Math.min(left, boxes[at]!);
    top = Math.min(top, boxes[at + 1]!);
    right = Math.max(right, boxes[at + 2]!);
    bottom = Math.max(bottom, boxes[at + 3]!);
  }
  const side = Math.max(1, Math.min(mostCells, Math.ceil(Math.sqrt(count))));
  const [wide, high] = [Math.max(right - left, 1e-12) / side, Math.max(bottom - top, 1e-12) / side];
  const column = (x: number) => Math.min(side - 1, Math.max(0, Math.floor((x - left) / wide)));
  const row = (y: number) => Math.min(side - 1, Math.max(0, Math.floor((y - top) / high)));
  const cells: (number[] | undefined)[] = new Array<number[] | undefined>(side * side).fill(undefined);
  for (let number = 0; number < count; number += 1) {
    const at = number * 4;
    const [first, last] = [column(boxes[at]!), column(boxes[at + 2]!)];
    for (let y = row(boxes[at + 1]!); y <= row(boxes[at + 3]!); y += 1) for (let x = first; x <= last; x += 1) (cells[y * side + x] ??= []).push(number);
  }
  const meets = (number: number, l: number, t: number, r: number, b: number) => {
    const at = number * 4;
    return boxes[at]! <= r && boxes[at + 2]! >= l && boxes[at + 1]! <= b && boxes[at + 3]! >= t;
  };
  const seen = new Uint32Array(count);
  let turn = 0;
  return {
    within(l, t, r, b) {
      if (count === 0 || r < left || l > right || b < top || t > bottom) return [];
      turn += 1;
      const found: number[] = [];
      for (let y = row(t); y <= row(b); y += 1) {
        for (let x = column(l); x <= column(r); x += 1) {
          for (const number of cells[y * side + x] ?? []) {
            if (seen[number] === turn || !meets(number, l, t, r, b)) continue;
            seen[number] = turn;
            found.push(number);
          }
        }
      }
      return found.sort((one, other) => one - other);
    },
    at: (x, y) => (count === 0 || x < left || x > right || y < top || y > bottom ? [] : (cells[row(y) * side + column(x)] ?? []).filter((number) => meets(number, x, y, x, y))),
  };
}
