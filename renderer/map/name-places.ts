/** A rectangle on the screen: left, top, right, bottom in CSS pixels. */
export type Box = readonly [left: number, top: number, right: number, bottom: number];
export interface Wanted<T> { readonly value: T; readonly width: number; readonly height: number; /** Where its top's middle may stand, best first. */ readonly places: readonly (readonly [x: number, y: number])[] }
export interface Placed<T> { readonly value: T; readonly x: number; readonly y: number; readonly box: Box }

/** What is taken on the screen; one for marks, photos, names and areas, so that none lies on another. */
export interface Room {
  /** True when nothing taken meets the box, but for what belongs to `owner`. */
  isFree(box: Box, owner?: string): boolean;
  take(box: Box, owner?: string): void;
}

const cell = 96;
export const meets = (one: Box, other: Box) => one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];

/** An empty screen, or one with some boxes taken. */
export function createRoom(taken: readonly Box[] = []): Room {
  const cells = new Map<number, { readonly box: Box; readonly owner: string | undefined }[]>();
  const visit = (box: Box, visitor: (key: number) => boolean): boolean => {
    const [first, last] = [Math.floor(box[0] / cell), Math.floor(box[2] / cell)];
    for (let row = Math.floor(box[1] / cell); row <= Math.floor(box[3] / cell); row += 1) {
      // Columns of a screen never come near this number.
      for (let column = first; column <= last; column += 1) if (!visitor(row * 100_000 + column)) return false;
    }
    return true;
  };
  const room: Room = {
    isFree: (box, owner) => visit(box, (key) => !cells.get(key)?.some((other) => (owner === undefined || other.owner !== owner) && meets(box, other.box))),
    take: (box, owner) => {
      const entry = { box, owner };
      visit(box, (key) => { const list = cells.get(key); if (list) list.push(entry); else cells.set(key, [entry]); return true; });
    },
  };
  for (const box of taken) room.take(box);
  return room;
}

/** Places a word where it touches nothing, and takes the place; nothing where there is none. */
export function placeIn<T>(room: Room, { value, width, height, places }: Wanted<T>): Placed<T> | null {
  for (const [x, y] of places) {
    const box: Box = [x - width / 2, y, x + width / 2, y + height];
    if (!room.isFree(box)) continue;
    room.take(box);
    return { value, x, y, box };
  }
  return null;
}

/** Places as many names as fit without touching one another or what is `taken`; earlier names come first. Each is centred over its place, top at y. */
export function placeNames<T>(wanted: readonly Wanted<T>[], taken: readonly Box[]): Placed<T>[] {
  const room = createRoom(taken);
  return wanted.flatMap((one) => placeIn(room, one) ?? []);
}
