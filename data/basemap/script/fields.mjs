import { createRandom, clamp } from './frame.mjs'
import { sample } from './grid.mjs'
import { fractal, noise } from './noise.mjs'
import { outlineRadius, villages } from './plan.mjs'

const random = createRandom(88)
/** 0 young rice, 1 ripening rice, 2 vegetables, 3 rape in flower, 4 water-filled paddy or lotus. */
const kindAt = (x, y) => {
  const drift = noise(x / 170, y / 170) * 0.6 + random() * 0.4
  return drift < 0.3 ? 0 : drift < 0.5 ? 1 : drift < 0.66 ? 2 : drift < 0.82 ? 3 : 4
}

/** Whether four corners make a sound plot: convex, and not a sliver. */
function isSound(ring) {
  return ring.every((corner, k) => {
    const [next, last] = [ring[(k + 1) % 4], ring[(k + 3) % 4]]
    const [a, b] = [Math.hypot(next[0] - corner[0], next[1] - corner[1]), Math.hypot(last[0] - corner[0], last[1] - corner[1])]
    const sine = ((next[0] - corner[0]) * (last[1] - corner[1]) - (next[1] - corner[1]) * (last[0] - corner[0])) / (a * b)
    return a > 8 && Math.abs(sine) > 0.6 && Math.sign(sine) === Math.sign((ring[1][0] - ring[0][0]) * (ring[3][1] - ring[0][1]) - (ring[1][1] - ring[0][1]) * (ring[3][0] - ring[0][0]))
  })
}

const slopeAt = (terrain, x, y) =>
  Math.hypot(sample(terrain, x + 18, y) - sample(terrain, x - 18, y), sample(terrain, x, y + 18) - sample(terrain, x, y - 18)) / 36

/** Plots on the valley floors, in strips that follow the water, and kitchen plots around the villages: { kind, ring } of four points. */
export function layFields(terrain, streams, occupancy) {
  const fields = []
  const place = (ring, steepest) => {
    const [x, y] = [0, 1].map((axis) => (ring[0][axis] + ring[2][axis]) / 2)
    if (!isSound(ring) || slopeAt(terrain, x, y) > steepest || !occupancy.isFree(ring, 0.16)) return
    occupancy.markPlot(ring, 4)
    fields.push({ kind: kindAt(x, y), ring })
  }
  for (const { line, widths, floor } of streams) {
    const at = (index, offset) => {
      const k = clamp(Math.floor(index), 0, line.length - 2)
      const share = clamp(index - k, 0, 1)
      const [before, after] = [line[Math.max(0, k - 11)], line[Math.min(line.length - 1, k + 12)]]
      const length = Math.hypot(after[0] - before[0], after[1] - before[1]) || 1
      return [
        line[k][0] + (line[k + 1][0] - line[k][0]) * share - ((after[1] - before[1]) / length) * offset,
        line[k][1] + (line[k + 1][1] - line[k][1]) * share + ((after[0] - before[0]) / length) * offset,
      ]
    }
    for (const side of [1, -1]) {
      let near = 11
      while (near < floor * 1.25) {
        const deep = 17 + random() * 20
        for (let index = random(); index < line.length - 3; ) {
          const long = (28 + random() * 46) / 25
          const edge = widths[Math.floor(index)] / 2 + near
          const ring = [at(index + 0.05, side * edge), at(index + long - 0.06, side * edge), at(index + long - 0.06, side * (edge + deep - 1.6)), at(index + 0.05, side * (edge + deep - 1.6))]
          index += long
          const [x, y] = [0, 1].map((axis) => (ring[0][axis] + ring[2][axis]) / 2)
          if (Math.hypot(x, y) > outlineRadius(Math.atan2(y, x)) + 600) continue
          const village = Math.min(...villages.map((one) => Math.hypot(one.x - x, one.y - y)))
          if (fractal(x / 420, y / 420 + 60, 3) > 0.7 - village / 14000 + 0.1 * (village < 900)) continue
          place(ring, 0.13)
        }
        near += deep
      }
    }
  }
  for (const village of villages) layKitchenPlots(village, place)
  return fields
}

/** Small plots in rows around a village, as far as the ground is free and gentle. */
function layKitchenPlots({ x, y }, place) {
  const turn = noise(x / 300, y / 300) * 1.6
  const at = (a, b) => [x + a * Math.cos(turn) - b * Math.sin(turn), y + a * Math.sin(turn) + b * Math.cos(turn)]
  for (let b = -520; b < 520; ) {
    const deep = 14 + random() * 14
    for (let a = -520; a < 520; ) {
      const long = 22 + random() * 30
      const bend = (along) => 26 * Math.sin((along + b) / 150)
      if (Math.hypot(a, b) < 470 + 110 * (noise(a / 90 + x, b / 90) - 0.5))
        place([at(a, b + bend(a)), at(a + long - 1.6, b + bend(a + long)), at(a + long - 1.6, b + deep - 1.6 + bend(a + long)), at(a, b + deep - 1.6 + bend(a))], 0.17)
      a += long
    }
    b += deep
  }
}
