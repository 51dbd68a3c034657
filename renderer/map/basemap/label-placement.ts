/** A rectangle in CSS pixels: left, top, right, bottom. */
export type Rectangle = readonly [left: number, top: number, right: number, bottom: number];

export const moved = ([left, top, right, bottom]: Rectangle, x: number, y: number): Rectangle => [left + x, top + y, right + x, bottom + y];

/** The rectangle around several. */
export const around = (boxes: readonly Rectangle[]): Rectangle => [
  Math.min(...boxes.map((box) => box[0])), Math.min(...boxes.map((box) => box[1])), Math.max(...boxes.map((box) => box[2])), Math.max(...boxes.map((box) => box[3])),
];

const holds = (view: Rectangle, box: Rectangle) => box[0] >= view[0] && box[1] >= view[1] && box[2] <= view[2] && box[3] <= view[3];
const meets = (one: Rectangle, other: Rectangle) => one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];

/** Whether the edge of the view would cut through what the boxes hold. */
export function isCut(boxes: readonly Rectangle[], view: Rectangle): boolean {
  const whole = around(boxes);
  return meets(whole, view) && !holds(view, whole);
}

/** Keeps what is already taken and answers whether a new rectangle would touch it. */
export class Occupied {
  private readonly taken: Rectangle[] = [];

  constructor(taken: readonly Rectangle[] = []) {
    this.taken.push(...taken);
  }

  /** Whether none of the rectangles, moved by x and y, touches one that is taken. */
  isFree(rectangles: readonly Rectangle[], x = 0, y = 0): boolean {
    return rectangles.every(([left, top, right, bottom]) =>
      this.taken.every((other) => left + x >= other[2] || right + x <= other[0] || top + y >= other[3] || bottom + y <= other[1]));
  }

  take(rectangles: readonly Rectangle[], x = 0, y = 0): void {
    for (const rectangle of rectangles) this.taken.push(moved(rectangle, x, y));
  }
}
