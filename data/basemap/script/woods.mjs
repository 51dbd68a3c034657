import { sample } from './grid.mjs'
import { fractal } from './noise.mjs'
import { villages } from './plan.mjs'

/** Side of a cell of the woods grid, and half the side of the ground it covers, in metres. */
export const woodsCell = 40
export const woodsHalf = 11000

const grove = villages.find(({ zh }) => zh === '竹坞村')

/** What grows on each cell, south-west first: 0 open, 1 broadleaf, 2 pine, 3 bamboo. */
export function plantWoods(terrain, occupancy) {
  const side = (2 * woodsHalf) / woodsCell
  const kinds = new Uint8Array(side * side)
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++) {
      const x = -woodsHalf + (column + 0.5) * woodsCell
      const y = -woodsHalf + (row + 0.5) * woodsCell
      if ([[0, 0], [-14, -14], [14, -14], [14, 14], [-14, 14]].some(([a, b]) => occupancy.at(x + a, y + b) > 1)) continue
      const slope = Math.hypot(sample(terrain, x + 30, y) - sample(terrain, x - 30, y), sample(terrain, x, y + 30) - sample(terrain, x, y - 30)) / 60
      if (slope < 0.075 + 0.15 * (fractal(x / 500, y / 500, 3) - 0.3)) continue
      const bamboo = Math.hypot(x - grove.x, y - grove.y) / 2600 + fractal(x / 600 + 9, y / 600, 3)
      const height = sample(terrain, x, y) + 260 * (fractal(x / 800, y / 800 + 77, 3) - 0.5)
      kinds[row * side + column] = bamboo < 0.82 ? 3 : height > 430 ? 2 : 1
    }
  return { side, kinds }
}

/** Runs of equal cells as text: a kind's letter (a = open) and the run's length, `a12b3…`. */
export function packWoods(kinds) {
  let text = ''
  for (let start = 0; start < kinds.length; ) {
    let end = start
    while (end < kinds.length && kinds[end] === kinds[start]) end++
    text += 'abcd'[kinds[start]] + (end - start)
    start = end
  }
  return text
}
