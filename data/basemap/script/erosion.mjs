import { createRandom } from './frame.mjs'
import { fillHollows } from './flood.mjs'

/** Ground that the stream-power law treats as already gathered, in m²; it keeps slopes alike on every cell size. */
const hillslopeArea = 15000
const exponent = 0.45

/**
 * Carves `grid` (heights in metres) by the stream-power law, solved implicitly after Braun and Willett (2013).
 * `steepness` is uplift over erodibility per cell, `fixed` marks cells that keep their height (given water, the rim),
 * `lift` metres of uplift per round, `smoothing` 0..0.2 the share of creep per round.
 * Hollows are filled in the first `fillings` rounds.
 * Returns the drained area per cell in m² and the receiver of each cell.
 */
export function erode(grid, steepness, fixed, { rounds, fillings, lift, smoothing, seed }) {
  const { columns, rows, cell, values: height } = grid
  const count = columns * rows
  const receiver = new Int32Array(count)
  const length = new Float32Array(count)
  const head = new Int32Array(count)
  const next = new Int32Array(count)
  const order = new Int32Array(count)
  const area = new Float32Array(count)
  const offsets = [-columns - 1, -columns, -columns + 1, -1, 1, columns - 1, columns, columns + 1]
  const spans = offsets.map((_, k) => cell * ([0, 2, 5, 7].includes(k) ? Math.SQRT2 : 1))
  const random = createRandom(seed)
  for (let i = 0; i < count; i++) if (!fixed[i]) height[i] += random() * cell * 0.02

  const route = () => {
    head.fill(-1)
    for (let i = 0; i < count; i++) {
      receiver[i] = i
      if (fixed[i]) continue
      let best = 0
      for (let k = 0; k < 8; k++) {
        // A random length of the diagonal (Rho8, Fairfield and Leymarie, 1991) keeps valleys from running along the grid.
        const span = spans[k] > cell ? cell * (2 - random()) : cell
        const slope = (height[i] - height[i + offsets[k]]) / span
        if (slope > best) {
          best = slope
          receiver[i] = i + offsets[k]
          length[i] = spans[k]
        }
      }
      if (best > 0) {
        next[i] = head[receiver[i]]
        head[receiver[i]] = i
      }
    }
    // Breadth first from every outlet, so that a receiver always stands before its donors.
    let filled = 0
    for (let i = 0; i < count; i++) if (receiver[i] === i) order[filled++] = i
    for (let k = 0; k < filled; k++) for (let donor = head[order[k]]; donor >= 0; donor = next[donor]) order[filled++] = donor
    area.fill(cell * cell)
    for (let k = count - 1; k >= 0; k--) if (receiver[order[k]] !== order[k]) area[receiver[order[k]]] += area[order[k]]
  }

  for (let round = 0; round < rounds; round++) {
    if (round < fillings) fillHollows(grid, fixed)
    route()
    for (let k = 0; k < count; k++) {
      const i = order[k]
      if (fixed[i]) continue
      const raised = height[i] + lift
      if (receiver[i] === i) {
        height[i] = raised
        continue
      }
      const pull = (lift / steepness[i]) * (area[i] + hillslopeArea) ** exponent / length[i]
      height[i] = (raised + pull * height[receiver[i]]) / (1 + pull)
    }
    for (let i = columns + 1; smoothing > 0 && i < count - columns - 1; i++)
      if (!fixed[i]) height[i] += smoothing * (height[i - 1] + height[i + 1] + height[i - columns] + height[i + columns] - 4 * height[i])
  }
  fillHollows(grid, fixed)
  route()
  return { area, receiver }
}
