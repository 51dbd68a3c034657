import { line, ribbon, shape } from './brush.mjs'
import { darker, lighter, stray, veil } from './colour.mjs'
import { paintSlope, paintRidge } from './roof.mjs'
import { createFrame } from './view.mjs'

/** A stone bridge of one arch over the water: from x `left` to `right` at distance z, its crown `rise` m above the banks at `y`. */
export function paintArchBridge(scene, view, { left, right, z, y = 1, rise = 3, deep = 3.4, water = -0.6 }) {
  const { x, random, mood } = scene
  const middle = (left + right) / 2
  const half = (right - left) / 2
  const deck = (wx) => y + rise * (1 - ((wx - middle) / half) ** 2) + 0.3
  const arch = (t) => [middle - Math.cos(t * Math.PI) * half * 0.62, water + Math.sin(t * Math.PI) * (deck(middle) - water - 0.7)]
  const face = (wz) => {
    const top = Array.from({ length: 25 }, (_, index) => {
      const wx = left + ((right - left) * index) / 24
      return view.point(wx, deck(wx), wz)
    })
    const under = Array.from({ length: 25 }, (_, index) => {
      const [wx, wy] = arch(1 - index / 24)
      return view.point(wx, wy, wz)
    })
    return [...top, view.point(right, water, wz), ...under, view.point(left, water, wz)]
  }
  const stone = mood.tone('#B4AB98')
  shape(x, face(z + deep), darker(stone, 0.45))
  for (let index = 0; index < 24; index++) {
    const [ax, ay] = arch(index / 24)
    const [bx, by] = arch((index + 1) / 24)
    shape(x, [view.point(ax, ay, z), view.point(bx, by, z), view.point(bx, by, z + deep), view.point(ax, ay, z + deep)], darker(stone, 0.35 + 0.2 * Math.sin((index / 24) * Math.PI)))
  }
  const outline = face(z)
  shape(x, outline, stone)
  x.save()
  x.clip()
  const unit = view.scale(middle, z)
  for (let row = 0; row < 16; row++) {
    for (let wx = left; wx < right; ) {
      const long = random.between(0.6, 1.3)
      const wy = water + row * 0.42
      const j = () => random.around() * 0.04
      shape(x, [view.point(wx + j(), wy + j(), z), view.point(wx + long - 0.06, wy + j(), z), view.point(wx + long - 0.06, wy + 0.38, z), view.point(wx, wy + 0.38 + j(), z)], darker(stray(random, stone, 0.07), random.between(0, 0.18)))
      wx += long
    }
  }
  x.restore()
  for (let index = 0; index <= 22; index++) {
    const t = index / 22
    const [ax, ay] = arch(t)
    line(x, [view.point(ax, ay, z), view.point(middle - Math.cos(t * Math.PI) * half * 0.7, ay + Math.sin(t * Math.PI) * 0.55, z)], Math.max(0.8, unit * 0.05), veil(mood.ink, 0.45))
  }
  const rail = (lift, thick, colour, wz) => ribbon(x, Array.from({ length: 25 }, (_, index) => {
    const wx = left + ((right - left) * index) / 24
    return view.point(wx, deck(wx) + lift, wz)
  }), Math.max(1.2, unit * thick), colour, { press: () => 1, rough: 0.1 })
  rail(0.05, 0.24, lighter(stone, 0.25), z)
  rail(0.8, 0.14, lighter(stone, 0.15), z)
  for (let wx = left + 0.5; wx < right; wx += 1.5) line(x, [view.point(wx, deck(wx), z), view.point(wx, deck(wx) + 0.9, z)], Math.max(1, unit * 0.13), stone)
  for (let index = 0; index < 26; index++) {
    const wx = random.between(left, right)
    line(x, [view.point(wx, deck(wx), z), view.point(wx + random.around() * 0.6, deck(wx) - random.between(0.3, 1.6), z)], Math.max(0.8, unit * 0.05), veil(mood.green[0], 0.5))
  }
  return deck
}

/** A covered bridge: timber gallery on stone piers, roofed from bank to bank with a raised middle bay. */
export function paintCoveredBridge(scene, view, { left, right, z, y = 3.4, deep = 4.6, water = -0.6, bays = 11 }) {
  const { x, mood } = scene
  const on = (wx, wy, wz = z) => view.point(wx, wy, wz)
  const unit = view.scale((left + right) / 2, z)
  for (const share of [0.3, 0.7]) {
    const px = left + (right - left) * share
    shape(x, [on(px - 1.5, water), on(px + 1.5, water), on(px + 1.1, y), on(px - 1.1, y)], mood.stone)
    shape(x, [on(px + 1.5, water), on(px + 1.5, water, z + deep), on(px + 1.1, y, z + deep), on(px + 1.1, y)], darker(mood.stone, 0.3))
    for (let row = 0; row < 9; row++) line(x, [on(px - 1.4, water + row * 0.45), on(px + 1.4, water + row * 0.45)], 0.9, veil(mood.ink, 0.35))
  }
  for (const step of [0, 1, 2]) shape(x, [on(left - 1, y - 0.7 + step * 0.24), on(right + 1, y - 0.7 + step * 0.24), on(right + 1, y - 0.5 + step * 0.24), on(left - 1, y - 0.5 + step * 0.24)], darker(mood.wood, 0.32 - step * 0.1))
  shape(x, [on(left, y), on(right, y), on(right, y + 3), on(left, y + 3)], mood.dark > 0.05 ? '#7A4A22' : darker(mood.wood, 0.66))
  if (mood.dark > 0.05) shape(x, [on(left, y + 0.9), on(right, y + 0.9), on(right, y + 2.7), on(left, y + 2.7)], veil(mood.lamp, 0.75))
  shape(x, [on(left, y), on(right, y), on(right, y + 1.05), on(left, y + 1.05)], mood.wood)
  for (let wx = left; wx < right; wx += 0.3) line(x, [on(wx, y), on(wx, y + 1.05)], Math.max(0.5, unit * 0.02), veil(mood.ink, 0.45))
  for (let bay = 0; bay <= bays; bay++) {
    const px = left + ((right - left) * bay) / bays
    line(x, [on(px, y - 0.2), on(px, y + 3)], Math.max(1.2, unit * 0.2), darker(mood.wood, 0.2))
  }
  const frame = createFrame({ x: left, y: 0, z })
  const span = right - left
  const slope = paintSlope(scene, view, frame, [[-0.6, y + 5, deep / 2], [span + 0.6, y + 5, deep / 2], [span + 1.2, y + 2.85, -1], [-1.2, y + 2.85, -1]], { lift: 0.35 })
  paintRidge(scene, slope.ridge, Math.max(2, unit * 0.28))
  const from = span * 0.4
  const raised = paintSlope(scene, view, frame, [[from, y + 7, deep / 2], [span - from, y + 7, deep / 2], [span - from + 1.6, y + 5, -1.1], [from - 1.6, y + 5, -1.1]], { lift: 0.9 })
  paintRidge(scene, raised.ridge, Math.max(2, unit * 0.3))
}
