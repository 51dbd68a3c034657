/** Where the level crosses each side of a cell: pairs of sides (0 south, 1 east, 2 north, 3 west) by corner pattern. */
const crossings = [[], [3, 0], [0, 1], [3, 1], [1, 2], [3, 0, 1, 2], [0, 2], [3, 2], [2, 3], [0, 2], [0, 1, 2, 3], [1, 2], [3, 1], [0, 1], [3, 0], []]

/**
 * Contour lines of a grid at every multiple of `interval` metres, as { height, line } with local [x, y] points.
 * Only cells whose centre `wanted(x, y)` accepts are traced (marching squares).
 */
export function traceContours(grid, interval, wanted) {
  const { columns, rows, cell, west, south, values } = grid
  const levels = new Map()
  for (let row = 0; row < rows - 1; row++)
    for (let column = 0; column < columns - 1; column++) {
      const at = row * columns + column
      const corners = [values[at], values[at + 1], values[at + columns + 1], values[at + columns]]
      const first = Math.ceil(Math.min(...corners) / interval)
      const last = Math.floor(Math.max(...corners) / interval)
      if (first > last || !wanted(west + (column + 0.5) * cell, south + (row + 0.5) * cell)) continue
      for (let step = first; step <= last; step++) {
        const height = step * interval + 1e-4
        const pattern = corners.reduce((sum, corner, k) => sum + (corner > height ? 1 << k : 0), 0)
        const sides = crossings[pattern]
        const level = levels.get(step) ?? levels.set(step, { links: new Map(), points: new Map() }).get(step)
        const edge = (side) => {
          const key = side === 0 ? at * 2 : side === 2 ? (at + columns) * 2 : side === 3 ? at * 2 + 1 : (at + 1) * 2 + 1
          if (!level.points.has(key)) {
            const [from, to] = [[0, 1], [1, 2], [3, 2], [0, 3]][side]
            const share = (height - corners[from]) / (corners[to] - corners[from])
            const x = side === 1 ? 1 : side === 3 ? 0 : share
            const y = side === 2 ? 1 : side === 0 ? 0 : share
            level.points.set(key, [west + (column + x) * cell, south + (row + y) * cell])
          }
          return key
        }
        for (let k = 0; k < sides.length; k += 2) {
          const [a, b] = [edge(sides[k]), edge(sides[k + 1])]
          for (const [from, to] of [[a, b], [b, a]]) level.links.set(from, [...(level.links.get(from) ?? []), to])
        }
      }
    }
  return [...levels].flatMap(([step, level]) => chain(level).map((line) => ({ height: step * interval, line })))
}

/** Joins linked crossings into lines: open ends first, then closed rings. */
function chain({ links, points }) {
  const lines = []
  const walk = (start) => {
    const keys = [start]
    for (let key = start; ; ) {
      const next = links.get(key)?.shift()
      if (next === undefined) break
      const back = links.get(next)
      back.splice(back.indexOf(key), 1)
      keys.push(next)
      key = next
    }
    if (keys.length > 2) lines.push(keys.map((key) => points.get(key)))
  }
  for (const [key, next] of links) if (next.length === 1) walk(key)
  for (const [key, next] of links) if (next.length > 0) walk(key)
  return lines
}
