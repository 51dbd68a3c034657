import { createGrid, fill, sample } from './grid.mjs'
import { simplify, soften } from './lines.mjs'

const cell = 25
const half = 10500
const moves = []
for (let b = -2; b <= 2; b++) for (let a = -2; a <= 2; a++) if (Math.abs(a) + Math.abs(b) > 0 && (Math.abs(a) === 1 || Math.abs(b) === 1)) moves.push([a, b])

/** Finds ways over the terrain that climb gently, cross water at right places and join what is already built. */
export function createRouter(terrain, streams) {
  const heights = fill(createGrid(-half, -half, half, half, cell), (x, y) => sample(terrain, x, y))
  const { columns, rows, values } = heights
  const wet = new Float32Array(values.length)
  const built = new Uint8Array(values.length)
  const index = ([x, y]) => Math.round((y + half) / cell) * columns + Math.round((x + half) / cell)
  const place = (at) => [-half + (at % columns) * cell, -half + Math.floor(at / columns) * cell]
  for (const { line, widths } of streams)
    line.forEach(([x, y], k) => {
      const reach = widths[k] / 2 + 28
      if (Math.abs(x) > half - 100 || Math.abs(y) > half - 100) return
      for (let b = -reach; b <= reach; b += 12) for (let a = -reach; a <= reach; a += 12)
        if (a * a + b * b < reach * reach) wet[index([x + a, y + b])] = Math.max(wet[index([x + a, y + b])], 4 + widths[k] / 4)
    })

  /** The cheapest line from one point to another, or to the nearest road if `goal` is null. `comfort` is the gradient that is still easy. */
  function find(start, goal, comfort) {
    const cost = new Float32Array(values.length).fill(Infinity)
    const from = new Int32Array(values.length).fill(-1)
    const buckets = []
    const push = (at, value) => (buckets[Math.floor(value / 12)] ??= []).push(at)
    const origin = index(start)
    const target = goal ? index(goal) : -1
    cost[origin] = 0
    push(origin, 0)
    let end = -1
    for (let level = 0; level < buckets.length && end < 0; level++)
      for (let k = 0; k < (buckets[level]?.length ?? 0); k++) {
        const at = buckets[level][k]
        if (Math.floor(cost[at] / 12) !== level) continue
        if (goal ? at === target : built[at]) {
          end = at
          break
        }
        const column = at % columns
        const row = Math.floor(at / columns)
        for (const [a, b] of moves) {
          if (column + a < 2 || row + b < 2 || column + a > columns - 3 || row + b > rows - 3) continue
          const to = at + b * columns + a
          const length = Math.hypot(a, b) * cell
          const gradient = Math.abs(values[to] - values[at]) / length / comfort
          const next = cost[at] + length * (1 + gradient * gradient * 1.6 + wet[to]) * (built[to] ? 0.45 : 1)
          if (next < cost[to]) {
            cost[to] = next
            from[to] = at
            push(to, next)
          }
        }
      }
    const path = []
    for (let at = end; at >= 0; at = from[at]) path.push(place(at))
    path.reverse()
    path[0] = start
    if (goal) path[path.length - 1] = goal
    return path
  }

  return {
    find: (start, goal, comfort) => soften(simplify(find(start, goal, comfort), 11), 3),
    /** Lets later ways end on this one. */
    build(line) {
      for (let k = 1; k < line.length; k++)
        for (let n = 0; n < 8; n++) built[index([0, 1].map((axis) => line[k - 1][axis] + ((line[k][axis] - line[k - 1][axis]) * n) / 8))] = 1
    },
  }
}
