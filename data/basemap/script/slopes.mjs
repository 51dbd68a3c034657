import { createRandom } from './frame.mjs'
import { blur, createGrid, fill, sample } from './grid.mjs'
import { traceContours } from './contours.mjs'
import { inside, simplify, soften } from './lines.mjs'
import { noise } from './noise.mjs'
import { villages } from './plan.mjs'

const random = createRandom(512)
/** Slopes that are worked: the village they belong to, what grows, how large (m) and how far out they are sought (m). */
const wishes = [
  ['茶园岗', 'tea', 330, 430], ['茶园岗', 'tea', 270, 620], ['茶园岗', 'tea', 230, 850], ['云雾尖', 'tea', 300, 480], ['云雾尖', 'tea', 240, 800], ['青枫岭', 'tea', 190, 620],
  ['云雾尖', 'terrace', 250, 420], ['青枫岭', 'terrace', 280, 420], ['龙爪溪', 'terrace', 260, 430], ['高枧', 'terrace', 240, 420], ['水碓坑', 'terrace', 200, 480],
]

/** The direction from a village in which the ground is evenly sloping and still free. */
function chooseCentre(terrain, village, away, size, others) {
  let best = { worth: -Infinity }
  for (let turn = 0; turn < 24; turn++) {
    const x = village.x + away * Math.cos(turn * 0.2618)
    const y = village.y + away * Math.sin(turn * 0.2618)
    let even = 0
    for (let k = 0; k < 12; k++) {
      const [a, b] = [x + size * 0.6 * Math.cos(k * 0.52), y + size * 0.6 * Math.sin(k * 0.52)]
      const slope = Math.hypot(sample(terrain, a + 25, b) - sample(terrain, a - 25, b), sample(terrain, a, b + 25) - sample(terrain, a, b - 25)) / 50
      even -= Math.abs(slope - 0.24) * 10
    }
    const crowd = others.some((one) => Math.hypot(one.x - x, one.y - y) < one.size + size * 0.8) ? 40 : 0
    const worth = even - crowd + Math.min(60, sample(terrain, x, y) - village.height) * 0.12
    if (worth > best.worth) best = { worth, x, y }
  }
  return best
}

/**
 * Tea gardens and rice terraces: { kind, village, x, y, ring, rows }, whose rows follow the slope level by level.
 * Marks their ground as taken.
 */
export function laySlopes(terrain, occupancy) {
  const slopes = []
  for (const [name, kind, size, away] of wishes) {
    const village = villages.find(({ zh }) => zh.startsWith(name))
    const { x, y } = chooseCentre(terrain, village, away, size, slopes)
    const salt = random() * 90
    const ring = soften(Array.from({ length: 36 }, (_, k) => {
      const angle = (k / 36) * 2 * Math.PI
      const radius = size * (0.62 + 0.62 * noise(Math.cos(angle) * 1.6 + salt, Math.sin(angle) * 1.6 + 5))
      return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)]
    }), 1)
    const patch = blur(fill(createGrid(x - size * 1.5, y - size * 1.5, x + size * 1.5, y + size * 1.5, 10), (a, b) => sample(terrain, a, b)), 2)
    const rows = traceContours(patch, kind === 'tea' ? 3 : 4.5, (a, b) => inside(ring, a, b) && !occupancy.at(a, b))
      .filter(({ line }) => line.length > 5)
      .map(({ line }) => soften(simplify(line, 1.2), 1))
    for (let b = -size * 1.4; b < size * 1.4; b += 4)
      for (let a = -size * 1.4; a < size * 1.4; a += 4) if (inside(ring, x + a, y + b) && !occupancy.at(x + a, y + b)) occupancy.mark(x + a, y + b, 4, 5)
    slopes.push({ kind, village: village.zh, x, y, size, ring, rows })
  }
  return slopes
}
