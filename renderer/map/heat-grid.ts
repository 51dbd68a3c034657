/** A grid of density: one value for each cell, row by row, in weight per square cell. */
export interface DensityGrid { readonly columns: number; readonly rows: number; readonly values: Float32Array }

/** How often a box filter is run over the grid: three times come near to a Gaussian bell (central limit). */
const passes = 3;

/**
 * How dense places lie: each place's weight is spread over the cells around it in the shape of a bell of about `sigma` cells, so that all
 * values add up to the sum of the weights whose bell lies within the grid. `xs`, `ys` are in cells; places outside count where their bell
 * reaches in, up to three sigma away.
 */
export function densityGrid(xs: Float32Array, ys: Float32Array, weights: Float32Array, columns: number, rows: number, sigma: number): DensityGrid {
  // A box of width w has the variance (w² − 1) / 12; so many of them together that of the bell.
  const radius = Math.max(0, Math.round((Math.sqrt((12 * sigma * sigma) / passes + 1) - 1) / 2));
  const edge = radius * passes;
  const [wide, high] = [columns + 2 * edge, rows + 2 * edge];
  const from = new Float32Array(wide * high);
  const to = new Float32Array(wide * high);
  for (let at = 0; at < xs.length; at += 1) {
    const [x, y] = [Math.floor(xs[at]!) + edge, Math.floor(ys[at]!) + edge];
    if (x >= 0 && x < wide && y >= 0 && y < high) from[y * wide + x]! += weights[at]!;
  }
  const share = 1 / (2 * radius + 1);
  for (let pass = 0; pass < passes; pass += 1) {
    for (let y = 0; y < high; y += 1) slide(from, to, y * wide, 1, wide, radius, share);
    // Columns are run over side by side, a row at a time: the memory is then read in its own order.
    slideDown(to, from, wide, high, radius, share);
  }
  const values = new Float32Array(columns * rows);
  for (let y = 0; y < rows; y += 1) values.set(from.subarray((y + edge) * wide + edge, (y + edge) * wide + edge + columns), y * columns);
  return { columns, rows, values };
}

/** The mean over 2 · radius + 1 neighbours along a row; beyond the ends there is nothing. */
function slide(from: Float32Array, to: Float32Array, start: number, step: number, length: number, radius: number, share: number): void {
  let sum = 0;
  for (let at = 0; at < Math.min(radius, length); at += 1) sum += from[start + at * step]!;
  for (let at = 0; at < length; at += 1) {
    if (at + radius < length) sum += from[start + (at + radius) * step]!;
    if (at - radius - 1 >= 0) sum -= from[start + (at - radius - 1) * step]!;
    to[start + at * step] = sum * share;
  }
}

function slideDown(from: Float32Array, to: Float32Array, wide: number, high: number, radius: number, share: number): void {
  const sums = new Float64Array(wide);
  const add = (row: number, sign: number) => { if (row >= 0 && row < high) for (let x = 0; x < wide; x += 1) sums[x]! += sign * from[row * wide + x]!; };
  for (let row = 0; row < Math.min(radius, high); row += 1) add(row, 1);
  for (let row = 0; row < high; row += 1) {
    add(row + radius, 1);
    add(row - radius - 1, -1);
    for (let x = 0; x < wide; x += 1) to[row * wide + x] = sums[x]! * share;
  }
}

/**
 * The weight in the fullest square of a size, over all places: what the scale of colours ends at, wherever the map looks.
 * `xs`, `ys` and `size` are in one unit.
 */
export function fullestSquare(xs: Float64Array, ys: Float64Array, weights: Float32Array, size: number): number {
  const squares = new Map<number, number>();
  let most = 0;
  for (let at = 0; at < xs.length; at += 1) {
    // Columns of any map at the closest zoom stay below this number.
    const key = Math.floor(ys[at]! / size) * 67_108_864 + Math.floor(xs[at]! / size);
    const sum = (squares.get(key) ?? 0) + weights[at]!;
    squares.set(key, sum);
    if (sum > most) most = sum;
  }
  return most;
}

/** In how many steps density is coloured: steps with an edge are told apart without colour too. */
export const heatSteps = 5;
/** Where each step begins, as a share of the highest density: narrow steps below, since most of a map is thin. */
export const heatThresholds: readonly number[] = [0.04, 0.14, 0.3, 0.52, 0.78];

/** The step of a share from 0 to 1: −1 below the first, then 0 to 4. */
export function heatStep(share: number): number {
  let step = -1;
  while (step + 1 < heatSteps && share >= heatThresholds[step + 1]!) step += 1;
  return step;
}
