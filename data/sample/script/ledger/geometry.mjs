import { createRandom } from '../paint/random.mjs'
import { toDegrees, toLocal } from '../../../basemap/script/frame.mjs'

export { toDegrees, toLocal }

/** Area in m² of a ring of local [x, y] metres. */
export const areaOf = (ring) =>
  Math.abs(ring.reduce((sum, [ax, ay], index) => {
    const [bx, by] = ring[(index + 1) % ring.length]
    return sum + ax * by - bx * ay
  }, 0)) / 2

const round = (value) => Number(value.toFixed(6))
export const degreesOf = (x, y) => toDegrees(x, y).map(round)

/** A GeoJSON polygon of a local ring, wound counter-clockwise and closed (RFC 7946, section 3.1.6). */
export function polygonOf(ring) {
  const turning = ring.reduce((sum, [ax, ay], index) => {
    const [bx, by] = ring[(index + 1) % ring.length]
    return sum + (bx - ax) * (by + ay)
  }, 0)
  const ordered = turning < 0 ? ring : [...ring].reverse()
  const points = ordered.map(([x, y]) => degreesOf(x, y))
  return { type: 'Polygon', coordinates: [[...points, points[0]]] }
}

/** The middle of a ring's area, in local metres. */
export function middleOf(ring) {
  let doubled = 0
  let sumX = 0
  let sumY = 0
  ring.forEach(([ax, ay], index) => {
    const [bx, by] = ring[(index + 1) % ring.length]
    const cross = ax * by - bx * ay
    doubled += cross
    sumX += (ax + bx) * cross
    sumY += (ay + by) * cross
  })
  return [sumX / (3 * doubled), sumY / (3 * doubled)]
}

/** A grown-looking ring about a point with exactly the area asked for (m²); `stretch` its length to width, `turn` radians from east. */
export function blob([cx, cy], area, { seed = 1, stretch = 1.4, turn = 0, rough = 1 } = {}) {
  const random = createRandom(seed * 101 + 7)
  const waves = [2, 3, 5, 8, 13].map((count) => ({ count, phase: random.between(0, 7), height: (random.between(0.1, 0.3) / count ** 0.75) * rough }))
  const cos = Math.cos(turn)
  const sin = Math.sin(turn)
  const ring = Array.from({ length: 48 }, (_, index) => {
    const angle = (index / 48) * Math.PI * 2
    const reach = 1 + waves.reduce((sum, { count, phase, height }) => sum + height * Math.sin(count * angle + phase), 0)
    const along = Math.cos(angle) * reach * Math.sqrt(stretch)
    const aside = (Math.sin(angle) * reach) / Math.sqrt(stretch)
    return [along * cos - aside * sin, along * sin + aside * cos]
  })
  const scale = Math.sqrt(area / areaOf(ring))
  return ring.map(([x, y]) => [cx + x * scale, cy + y * scale])
}

/** Points every `step` metres along a line of local points. */
export function walk(line, step) {
  const points = [line[0]]
  let left = step
  for (let index = 1; index < line.length; index++) {
    let [ax, ay] = line[index - 1]
    const [bx, by] = line[index]
    let length = Math.hypot(bx - ax, by - ay)
    while (length >= left && length > 0) {
      ax += ((bx - ax) * left) / length
      ay += ((by - ay) * left) / length
      points.push([ax, ay])
      length = Math.hypot(bx - ax, by - ay)
      left = step
    }
    left -= length
  }
  return points
}

/** The stretch of valley floor beside a stream: from `gap` to `gap + deep` metres off the line on one `side`, as long as the area asks. */
export function bankStrip(line, near, area, { side = 1, gap = 40, deep = 150, seed = 1 } = {}) {
  const points = walk(line, 20)
  const start = points.reduce((best, point, index) => (Math.hypot(point[0] - near[0], point[1] - near[1]) < Math.hypot(points[best][0] - near[0], points[best][1] - near[1]) ? index : best), 0)
  const random = createRandom(seed * 31)
  const phase = random.between(0, 7)
  const ringOf = (count) => {
    const from = Math.max(2, Math.round(start - count / 2))
    const chosen = points.slice(from, from + count + 1)
    const off = (index, distance) => {
      const [ax, ay] = points[Math.max(0, from + index - 4)]
      const [bx, by] = points[Math.min(points.length - 1, from + index + 4)]
      const length = Math.hypot(bx - ax, by - ay)
      const [px, py] = chosen[index]
      return [px + (-(by - ay) / length) * side * distance, py + ((bx - ax) / length) * side * distance]
    }
    const inner = chosen.map((_, index) => off(index, gap))
    const outer = chosen.map((_, index) => off(index, gap + deep * (0.86 + 0.14 * Math.sin(index * 0.35 + phase)) * Math.min(1, 0.45 + Math.min(index, chosen.length - 1 - index) * 0.2)))
    return [...inner, ...outer.reverse()]
  }
  let count = 4
  while (areaOf(ringOf(count)) < area && count < 120) count++
  const ring = ringOf(count)
  return ring
}
