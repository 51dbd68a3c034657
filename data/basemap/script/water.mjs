import { mix, smoothstep } from './frame.mjs'
import { curveThrough, distances, resample } from './lines.mjs'
import { fractal } from './noise.mjs'
import { streams } from './plan.mjs'

/** Swings the course from side to side as water does, but leaves both ends where they are. */
function meander(line, bend, salt) {
  const along = distances(line)
  const total = along.at(-1)
  return line.map(([x, y], k) => {
    const [before, after] = [line[Math.max(0, k - 1)], line[Math.min(line.length - 1, k + 1)]]
    const length = Math.hypot(after[0] - before[0], after[1] - before[1]) || 1
    const calm = smoothstep(0, 250, along[k]) * smoothstep(0, 250, total - along[k])
    const swing = ((fractal(along[k] / 420, salt, 3) - 0.5) * 210 + (fractal(along[k] / 130, salt + 9, 2) - 0.5) * 45) * bend * calm
    return [x - ((after[1] - before[1]) / length) * swing, y + ((after[0] - before[0]) / length) * swing]
  })
}

/**
 * The named streams as lines of points about 25 m apart, source first, each with its height above sea and width in metres.
 * Tributaries end on the main stream, at its height.
 */
export function layStreams() {
  const laid = []
  for (const [order, plan] of streams.entries()) {
    const control = plan.course.map(([x, y]) => [x * 1000, y * 1000])
    const main = laid[0]
    let mouth = plan.height[1]
    const drawn = resample(meander(curveThrough(control, 25), plan.bend, order * 7.7 + 3), 25)
    if (main) {
      const end = drawn.at(-1)
      const near = (point) => Math.hypot(point[0] - end[0], point[1] - end[1])
      const at = main.line.reduce((best, point, k) => (near(point) < near(main.line[best]) ? k : best), 0)
      // The last hundred metres lean towards the water that is joined, wherever its own bends have put it.
      const shift = [main.line[at][0] - end[0], main.line[at][1] - end[1]]
      drawn.forEach((point, k) => {
        const share = smoothstep(24, 0, drawn.length - 1 - k)
        point[0] += shift[0] * share
        point[1] += shift[1] * share
      })
      mouth = main.heights[at]
    }
    const along = distances(drawn)
    const share = along.map((distance) => distance / along.at(-1))
    laid.push({
      ...plan,
      line: drawn,
      heights: share.map((t) => mix(mouth, plan.height[0], (1 - t) ** plan.hollow)),
      widths: share.map((t) => mix(plan.width[0], plan.width[1], Math.sqrt(t))),
    })
  }
  return laid
}
