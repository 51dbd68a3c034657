import { line, ribbon, shape } from './brush.mjs'
import { darker, lighter, tint, veil } from './colour.mjs'

/**
 * One slope of a tiled roof, concave from ridge to eave and turned up at its corners by `lift` metres.
 * Corners are frame points [a, b, c]: ridge left, ridge right, eave right, eave left, as seen from outside.
 */
export function paintSlope(scene, view, frame, [ridgeLeft, ridgeRight, eaveRight, eaveLeft], { lift = 0, shade = 0, sag = 0.16, tile = scene.mood.tile } = {}) {
  const { x, random, mood } = scene
  const at = (u, v) => {
    const mix = (index) => {
      const top = ridgeLeft[index] + (ridgeRight[index] - ridgeLeft[index]) * u
      const low = eaveLeft[index] + (eaveRight[index] - eaveLeft[index]) * u
      return top + (low - top) * v
    }
    const fallen = ridgeLeft[1] - eaveLeft[1]
    return view.point(...frame.at(mix(0), mix(1) - fallen * sag * Math.sin(Math.PI * v) + lift * Math.abs(2 * u - 1) ** 4 * v * v, mix(2)))
  }
  const run = (count, fixed, along) => Array.from({ length: count + 1 }, (_, index) => (along === 'u' ? at(index / count, fixed) : at(fixed, index / count)))
  const edge = [...run(16, 0, 'u'), ...run(6, 1, 'v'), ...run(16, 1, 'u').reverse(), ...run(6, 0, 'v').reverse()]
  const ys = edge.map(([, py]) => py)
  const fill = x.createLinearGradient(0, Math.min(...ys), 0, Math.max(...ys))
  fill.addColorStop(0, darker(tile, shade + 0.1))
  fill.addColorStop(1, lighter(darker(tile, shade), 0.14))
  shape(x, edge, fill)
  const [ax, ay] = at(0, 1)
  const [bx, by] = at(1, 1)
  const wide = Math.hypot(bx - ax, by - ay)
  const metres = Math.hypot(eaveRight[0] - eaveLeft[0], eaveRight[2] - eaveLeft[2])
  const courses = Math.min(Math.round(metres / 0.3), Math.floor(wide / 3.4))
  const thin = Math.min(2.4, Math.max(0.5, (wide / Math.max(courses, 1)) * 0.3))
  for (let course = 0; course <= courses; course++) {
    const u = course / courses
    line(x, run(6, u, 'v'), thin, veil(darker(tile, 0.45 + shade), 0.55))
    if (thin > 0.9) line(x, run(6, Math.min(1, u + 0.35 / courses), 'v'), thin * 0.5, veil(lighter(tile, 0.35), 0.3))
  }
  if (wide > 120) {
    for (let index = 0; index < wide / 5; index++) {
      const u = random.next()
      const v = random.next()
      line(x, [at(u, v), at(u, Math.min(1, v + 0.1))], thin * 1.6, veil(random.chance(0.5) ? mood.grass : lighter(tile, 0.3), random.between(0.05, 0.22)))
    }
  }
  ribbon(x, run(16, 1, 'u'), Math.max(1.2, wide * 0.008), tint(tile, mood.ink, 0.5), { press: () => 1, rough: 0.2 })
  if (thin > 1.1) for (let course = 0; course <= courses; course++) {
    const [px, py] = at(course / courses, 1)
    x.fillStyle = lighter(tile, 0.4)
    x.beginPath()
    x.arc(px, py + thin * 0.7, thin * 0.85, 0, 7)
    x.fill()
  }
  return { ridge: run(10, 0, 'u'), eave: run(16, 1, 'u'), sides: [run(8, 0, 'v'), run(8, 1, 'v')] }
}

/** The ridge itself: a bar of tiles, its ends turned up by `lift` px. */
export function paintRidge(scene, points, thick, { lift = thick * 0.9 } = {}) {
  const { x, mood } = scene
  const last = points.length - 1
  const raised = points.map(([px, py], index) => [px, py - thick * 0.2 - lift * Math.abs((2 * index) / last - 1) ** 8])
  ribbon(x, raised, thick, tint(mood.tile, mood.ink, 0.35), { press: () => 1, rough: 0.1 })
  ribbon(x, raised.map(([px, py]) => [px, py - thick * 0.3]), thick * 0.25, veil(lighter(mood.tile, 0.45), 0.6), { press: () => 1 })
}

/**
 * A stepped gable (马头墙) standing above the roof over the wall's depth: `steps` odd, `profile(t)` the roof's height at share t.
 * Drawn as whitewash with a cap of tiles whose ends turn up.
 */
export function paintSteppedGable(scene, view, frame, a, depth, profile, { steps = 3, margin = 0.5, shade = 0 } = {}) {
  const { x, mood } = scene
  const cap = 0.22
  for (const index of [...Array(steps).keys()].sort((p, q) => Math.abs(q - (steps - 1) / 2) - Math.abs(p - (steps - 1) / 2))) {
    const from = index / steps
    const to = (index + 1) / steps
    const high = Math.max(profile(from), profile(to), from < 0.5 && to > 0.5 ? profile(0.5) : 0) + margin
    const low = profile(0) - 0.3
    const on = (t, y) => view.point(...frame.at(a, y, t * depth))
    shape(x, [on(from, low), on(to, low), on(to, high), on(from, high)], darker(mood.wall, shade))
    const reach = 0.035
    const top = [on(from - reach, high + cap * 0.9), on(from + 0.02, high + cap * 0.2), on((from + to) / 2, high + cap * 0.1), on(to - 0.02, high + cap * 0.2), on(to + reach, high + cap * 0.9)]
    const unit = view.scale(...[frame.at(a, 0, depth / 2)].map((p) => [p[0], p[2]])[0])
    ribbon(x, top, Math.max(1.4, unit * cap * 1.5), tint(mood.tile, mood.ink, 0.4), { press: () => 1, rough: 0.15 })
    line(x, [on(from, high - cap * 0.8), on(to, high - cap * 0.8)], Math.max(0.5, unit * 0.04), veil(mood.ink, 0.35))
  }
}
