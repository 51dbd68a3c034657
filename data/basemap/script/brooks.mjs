import { simplify, soften } from './lines.mjs'

/** Drained ground from which a brook is drawn, in m². */
const springArea = 260000

/**
 * Unnamed brooks, read from where the terrain gathers water: { line, widths } with the source first.
 * `wanted(x, y)` limits them to the township; `isWater(x, y)` tells where a named stream already runs.
 */
export function traceBrooks(grid, { area, receiver }, wanted, isWater) {
  const { columns, cell, west, south } = grid
  const place = (at) => [west + (at % columns) * cell, south + Math.floor(at / columns) * cell]
  const large = (at) => area[at] >= springArea
  const hasDonor = new Uint8Array(area.length)
  for (let at = 0; at < area.length; at++) if (large(at)) hasDonor[receiver[at]] = 1
  const sources = []
  for (let at = 0; at < area.length; at++) if (large(at) && !hasDonor[at] && wanted(...place(at))) sources.push(at)
  sources.sort((a, b) => grid.values[b] - grid.values[a])
  const taken = new Uint8Array(area.length)
  const brooks = []
  for (const source of sources) {
    const line = []
    let at = source
    for (;;) {
      line.push(place(at))
      if (taken[at] || receiver[at] === at || isWater(...place(at))) break
      taken[at] = 1
      at = receiver[at]
    }
    const reach = area[at] ** 0.25 / 16
    if (line.length > 14) brooks.push({ line: soften(simplify(line, 14), 2), widths: [1, Math.min(5, 1 + reach)] })
  }
  return brooks
}
