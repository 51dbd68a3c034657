import { createRandom } from './frame.mjs'
import { sample } from './grid.mjs'
import { nearestOn } from './roads.mjs'
import { villages } from './plan.mjs'
import { soften } from './lines.mjs'

const random = createRandom(4711)

/** Corners of a rectangle around [x, y], `width` along `angle`. */
export function rectangle(x, y, width, depth, angle) {
  const [ux, uy] = [Math.cos(angle), Math.sin(angle)]
  return [[-1, -1], [1, -1], [1, 1], [-1, 1]].map(([a, b]) => [x + (a * width * ux - b * depth * uy) / 2, y + (a * width * uy + b * depth * ux) / 2])
}

/** A gently bent lane of `length` metres through [x, y]. */
function lane(x, y, angle, length) {
  const bend = (random() - 0.5) * 44
  return soften([-0.5, -0.17, 0.17, 0.5].map((share, k) => [
    x + Math.cos(angle) * share * length - Math.sin(angle) * bend * (k % 2 ? 1 : -1),
    y + Math.sin(angle) * share * length + Math.cos(angle) * bend * (k % 2 ? 1 : -1),
  ]), 3)
}

/** Sets houses along both sides of a way, shoulder to shoulder near the middle of the village and further apart outside. */
function lineWith(way, { occupancy, terrain, wanted, centre, spread, setback }, houses) {
  for (let k = 1; k < way.length && houses.length < wanted; k++) {
    const [a, b] = [way[k - 1], way[k]]
    const angle = Math.atan2(b[1] - a[1], b[0] - a[0])
    const length = Math.hypot(b[0] - a[0], b[1] - a[1])
    for (let along = 0; along < length; along += 5)
      for (const side of [1, -1]) {
        const width = 9 + random() * 9
        const depth = 8.5 + random() * 4
        const off = side * (setback + depth / 2 + random() * 5)
        const x = a[0] + Math.cos(angle) * along - Math.sin(angle) * off
        const y = a[1] + Math.sin(angle) * along + Math.cos(angle) * off
        const away = Math.hypot(x - centre[0], y - centre[1])
        if (random() > 1.15 - away / spread || Math.abs(sample(terrain, x + 12, y) - sample(terrain, x - 12, y)) > 9) continue
        const turn = angle + (random() - 0.5) * 0.14
        if (!occupancy.isFree(rectangle(x, y, width + 1, depth + 1, turn))) continue
        occupancy.markPlot(rectangle(x, y, width + 1, depth + 1, turn), 3)
        houses.push({ x, y, width, depth, angle: turn, kind: random() < 0.16 ? 1 : 0 })
      }
  }
}

/**
 * Houses { x, y, width, depth, angle, kind } and lanes of every village.
 * kind: 0 dark tiled house, 1 house round a courtyard, 2 village hall.
 */
export function buildVillages(terrain, roads, occupancy) {
  const ways = roads.filter(({ kind }) => kind === 'county' || kind === 'township').map(({ line }) => line)
  const lanes = []
  const buildings = []
  for (const village of villages) {
    const houses = []
    const angle = nearestOn(ways, [village.x + 15, village.y + 15]).direction
    const spread = 110 + village.size * 1.5
    const at = (along, across) => [village.x + Math.cos(angle) * along - Math.sin(angle) * across, village.y + Math.sin(angle) * along + Math.cos(angle) * across]
    const own = [lane(...at(0, 0), angle, spread * 1.7), lane(...at(20, 38), angle + 0.16, spread * 1.3), lane(...at(-15, -42), angle - 0.13, spread * 1.35),
      lane(...at(-30, 0), angle + 1.5, 190), lane(...at(55, 8), angle + 1.66, 170)].map((line) => line.filter(([x, y]) => occupancy.at(x, y) !== 1))
    for (const line of own) occupancy.markLine(line, 3, 2)
    for (let turn = 0; turn < 24; turn++) {
      const [x, y] = [village.x + Math.cos(turn * 2.4) * (24 + turn * 4), village.y + Math.sin(turn * 2.4) * (24 + turn * 4)]
      if (!occupancy.isFree(rectangle(x, y, 27, 19, angle))) continue
      occupancy.markPlot(rectangle(x, y, 30, 22, angle), 3)
      houses.push({ x, y, width: 24, depth: 16, angle, kind: 2 })
      break
    }
    for (const line of [...own, ...ways])
      lineWith(line, { occupancy, terrain, wanted: Math.round(village.size * 1.6), centre: [village.x, village.y], spread, setback: own.includes(line) ? 4 : 8 }, houses)
    lanes.push(...own.filter((line) => line.length > 2).map((line) => ({ kind: 'lane', line })))
    buildings.push(...houses)
  }
  return { buildings, lanes }
}
