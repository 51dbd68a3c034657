/** A rectangle on the screen: left, top, right, bottom in CSS pixels. */
export type Box = readonly [left: number, top: number, right: number, bottom: number];
export interface Wanted<T> { readonly value: T; readonly width: number; readonly height: number; /** Where its foot's middle may stand, best first. */ readonly places: readonly (readonly [x: number, y: number])[] }
export interface Placed<T> { readonly value: T; readonly x: number; readonly y: number; readonly box: Box }

const cell = 96;
const meets = (one: Box, other: Box) => one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];

/** Places as many names as fit without touching one another or what is `taken`; earlier names come first. Each is centred over its place, top at y. */
export function placeNames<T>(wanted: readonly Wanted<T>[], taken: readonly Box[]): Placed<T>[] {
  const cells = new Map<string, Box[]>();
  const cellsOf = (box: Box) => {
    const keys: string[] = [];
    for (let row = Math.floor(box[1] / cell); row <= Math.floor(box[3] / cell); row += 1) for (let column = Math.floor(box[0] / cell); column <= Math.floor(box[2] / cell); column += 1) keys.push(`${column} ${row}`);
    return keys;
  };
  const take = (box: Box) => cellsOf(box).forEach((key) => { const list = cells.get(key); if (list) list.push(box); else cells.set(key, [box]); });
  taken.forEach(take);
  const placed: Placed<T>[] = [];
  for (const { value, width, height, places } of wanted) {
    for (const [x, y] of places) {
      const box: Box = [x - width / 2, y, x + width / 2, y + height];
      if (cellsOf(box).some((key) => cells.get(key)?.some((other) => meets(box, other)))) continue;
      take(box);
      placed.push({ value, x, y, box });
      break;
    }
  }
  return placed;
}
