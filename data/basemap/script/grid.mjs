import { clamp } from './frame.mjs'

/**
 * A rectangular grid of numbers over local metres.
 * `west` and `south` place the centre of cell (0, 0); rows run north.
 */
export function createGrid(west, south, east, north, cell) {
  const columns = Math.round((east - west) / cell) + 1
  const rows = Math.round((north - south) / cell) + 1
  return { west, south, cell, columns, rows, values: new Float32Array(columns * rows) }
}

/** Fills a grid from a function of local metres. */
export function fill(grid, valueAt) {
  for (let row = 0; row < grid.rows; row++)
    for (let column = 0; column < grid.columns; column++)
      grid.values[row * grid.columns + column] = valueAt(grid.west + column * grid.cell, grid.south + row * grid.cell)
  return grid
}

/** Bilinear value at local metres; outside, the nearest edge. */
export function sample(grid, x, y) {
  const { columns, rows, values } = grid
  const a = clamp((x - grid.west) / grid.cell, 0, columns - 1.001)
  const b = clamp((y - grid.south) / grid.cell, 0, rows - 1.001)
  const i = Math.floor(a)
  const j = Math.floor(b)
  const f = a - i
  const at = j * columns + i
  const low = values[at] + (values[at + 1] - values[at]) * f
  const high = values[at + columns] + (values[at + columns + 1] - values[at + columns]) * f
  return low + (high - low) * (b - j)
}

const weights = new Float64Array(8)
/** Cubic B-spline value at local metres: smooth slopes, so that shading shows no cells. */
export function sampleSmooth(grid, x, y) {
  const { columns, rows, values } = grid
  const a = clamp((x - grid.west) / grid.cell, 1, columns - 2.001)
  const b = clamp((y - grid.south) / grid.cell, 1, rows - 2.001)
  const i = Math.floor(a)
  const j = Math.floor(b)
  for (let axis = 0; axis < 2; axis++) {
    const t = axis === 0 ? a - i : b - j
    const s = 1 - t
    weights[axis * 4] = (s * s * s) / 6
    weights[axis * 4 + 1] = (4 - 6 * t * t + 3 * t * t * t) / 6
    weights[axis * 4 + 2] = (4 - 6 * s * s + 3 * s * s * s) / 6
    weights[axis * 4 + 3] = (t * t * t) / 6
  }
  let sum = 0
  for (let row = 0; row < 4; row++) {
    const at = (j - 1 + row) * columns + i - 1
    sum += weights[4 + row] * (weights[0] * values[at] + weights[1] * values[at + 1] + weights[2] * values[at + 2] + weights[3] * values[at + 3])
  }
  return sum
}

/** A copy smoothed by three box passes of `radius` cells: close to a Gaussian. */
export function blur(grid, radius) {
  let from = Float32Array.from(grid.values)
  let to = new Float32Array(from.length)
  const { columns, rows } = grid
  const sweep = (count, length, step, stride) => {
    for (let line = 0; line < count; line++) {
      const start = line * stride
      let sum = 0
      for (let k = -radius; k <= radius; k++) sum += from[start + clamp(k, 0, length - 1) * step]
      for (let k = 0; k < length; k++) {
        to[start + k * step] = sum / (2 * radius + 1)
        sum += from[start + Math.min(k + radius + 1, length - 1) * step] - from[start + Math.max(k - radius, 0) * step]
      }
    }
    ;[from, to] = [to, from]
  }
  for (let pass = 0; pass < 3; pass++) {
    sweep(rows, columns, 1, columns)
    sweep(columns, rows, columns, 1)
  }
  return { ...grid, values: from }
}
