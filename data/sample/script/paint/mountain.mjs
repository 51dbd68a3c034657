import { fall, line, oval, ribbon, shape } from './brush.mjs'
import { darker, lighter, stray, tint, veil } from './colour.mjs'
import { clamp, fractal, noise, smooth } from './random.mjs'

/** The outline of one rock fold, from its left foot over the crest to its right foot; `steep` above 1 is a spire. */
function foldOutline(random, { x: cx, foot, width, height, steep }) {
  const seed = random.between(0, 500)
  const skew = random.around() * 0.45
  const steps = Math.max(18, Math.round(width / 7))
  return Array.from({ length: steps + 1 }, (_, index) => {
    const t = (index / steps) * 2 - 1
    const leaned = clamp(t + skew * (1 - t * t) * 0.6, -1, 1)
    const body = (1 - Math.abs(leaned) ** (2.1 / steep)) ** (0.72 * steep)
    const crag = 1 - Math.abs(2 * noise(t * 4.2 + seed, 4.4) - 1)
    const rock = (fractal(t * 2.6 + seed, seed, 4) - 0.5) * 0.4 + (crag - 0.5) * 0.2 + (Math.abs(noise(t * 13 + seed, 2.2) - 0.5) - 0.25) * 0.1
    const rise = clamp(body + rock * (1 - t ** 4) * (0.3 + body * 0.7), 0, 1.25)
    return [cx + (t * width) / 2 + (noise(t * 6 + seed, 8.8) - 0.5) * width * 0.07, foot - rise * height]
  })
}

/** Hemp-fibre strokes: they leave the crest and run down and outwards, paler as they go. */
function hempStrokes(x, random, outline, { x: cx, foot, width, height }, ink, strength, count) {
  for (let index = 0; index < count; index++) {
    const [sx, sy] = outline[Math.floor(random.next() * outline.length)]
    const drop = foot - sy
    if (drop < height * 0.12) continue
    const start = random.next() ** 1.6 * 0.55
    const lean = ((sx - cx) / width) * 0.9
    const py = sy + drop * start
    const px = sx + lean * drop * start * 0.25 + random.around() * 5
    const length = drop * random.between(0.12, 0.34)
    const bow = random.around() * 7
    const alpha = strength * (1 - start * 1.3) * random.between(0.45, 1)
    line(x, [[px, py], [px + lean * length * 0.25 + bow, py + length * 0.45], [px + lean * length * 0.6, py + length]], random.between(0.6, 1.5), veil(ink, alpha))
  }
}

/** Veins: the spurs that leave the crest, each an ink line with light on one side and shade on the other. */
function rockVeins(scene, outline, fold, colours, detail) {
  const { x, random } = scene
  const count = Math.round(2 + (fold.width / 85) * detail)
  for (let index = 0; index < count; index++) {
    const [sx, sy] = outline[Math.floor(random.between(0.16, 0.84) * (outline.length - 1))]
    const drop = fold.foot - sy
    if (drop < fold.height * 0.25) continue
    const lean = ((sx - fold.x) / fold.width) * 0.8 + random.around() * 0.22
    const length = drop * random.between(0.3, 0.68)
    const seed = random.between(0, 99)
    const points = Array.from({ length: 9 }, (_, step) => {
      const t = step / 8
      return [sx + lean * length * t * (0.4 + 0.6 * t) + (noise(t * 4 + seed, seed) - 0.5) * fold.width * 0.1 * (0.3 + t), sy + length * t]
    })
    const beside = (dx) => points.map(([px, py]) => [px + dx, py])
    ribbon(x, beside(fold.width * 0.022), fold.width * 0.06, veil(darker(colours.crest, 0.4), 0.2), { press: (t) => 1 - t })
    ribbon(x, beside(-fold.width * 0.02), fold.width * 0.045, veil(lighter(colours.body, 0.4), 0.2 - scene.mood.dark * 0.12), { press: (t) => 1 - t })
    ribbon(x, points, 0.8 + 1.9 * detail, veil(darker(colours.crest, 0.6), 0.3 + 0.3 * detail), { press: (t) => 1 - t * 0.9, rough: 0.7 })
  }
}

/** Moss dots along the crest: what makes a painted hill look grown over. */
function mossDots(x, random, outline, colour, size, count) {
  for (let index = 0; index < count; index++) {
    const [px, py] = outline[Math.floor(random.between(0.06, 0.94) * (outline.length - 1))]
    const r = size * random.between(0.45, 1.1)
    oval(x, px + random.around() * size * 1.6, py + random.next() ** 2 * size * 6 - r * 0.5, r, r * 0.72, veil(stray(random, colour, 0.06), random.between(0.55, 0.95)))
  }
}

/** One fold: pale foot, mineral body, dark crest, shade on the lee, strokes, contour, moss. */
function paintFold(scene, fold, colours, detail) {
  const { x, random, mood } = scene
  const outline = foldOutline(random, fold)
  const { foot, height, width } = fold
  const top = Math.min(...outline.map(([, py]) => py))
  const crest = stray(random, fold.blue ? colours.crest : tint(colours.crest, colours.body, 0.55), 0.05)
  const body = stray(random, colours.body, 0.05)
  x.save()
  shape(x, outline, fall(x, top, foot, [[0, crest], [0.2, tint(crest, body, 0.45)], [0.4, tint(body, colours.foot, 0.2)], [0.66, tint(colours.foot, body, 0.16)], [0.9, colours.foot], [1, veil(colours.foot, 0)]]))
  x.clip()
  const side = x.createLinearGradient(fold.x - width / 2, 0, fold.x + width / 2, 0)
  side.addColorStop(0, veil(lighter(body, 0.5), 0.26))
  side.addColorStop(0.42, veil(body, 0))
  side.addColorStop(1, veil(darker(crest, 0.45), 0.36))
  x.fillStyle = side
  const slices = 12
  for (let slice = 0; slice < slices; slice++) {
    x.globalAlpha = 0.9 * (1 - slice / slices)
    x.fillRect(fold.x - width, top + ((foot - top) * 0.9 * slice) / slices, width * 2, ((foot - top) * 0.9) / slices)
  }
  x.globalAlpha = 1
  rockVeins(scene, outline, fold, { crest, body }, detail)
  hempStrokes(x, random, outline, fold, darker(crest, 0.55), 0.34 * detail, Math.round((width / 3.2) * detail))
  hempStrokes(x, random, outline, fold, lighter(body, 0.6), 0.26 * detail, Math.round((width / 7) * detail))
  x.restore()
  const upper = outline.filter(([, py]) => foot - py > height * 0.1)
  if (upper.length > 3) ribbon(x, upper, 1 + 1.9 * detail, veil(tint(mood.ink, crest, 0.3), 0.3 + 0.42 * detail), { rough: 0.8, seed: random.next() * 99 })
  mossDots(x, random, upper.length > 3 ? upper : outline, darker(tint(crest, body, 0.5), 0.42), 1.4 + 2 * detail, Math.round((width / 6) * detail))
  return outline
}

/**
 * A mountain: folds piled from the summit down and forward, so that each stands against the pale foot of the one behind.
 * `x` middle, `foot` height of its base, `width`, `height` in px; `detail` 0..1 from far to near. Returns the crests, for trees.
 */
export function paintMountain(scene, { x: cx, foot, width, height, colours, detail = 0.8, steep = 1, levels = 4 }) {
  const { random } = scene
  const folds = [{ x: cx, foot, width: width * 0.62, height, steep: steep * 1.15, blue: true }]
  for (let level = 1; level <= levels; level++) {
    const share = level / (levels + 0.6)
    const count = 1 + Math.round(level * 1.7)
    for (let index = 0; index < count; index++) {
      const spread = ((index + 0.5) / count - 0.5) * 2 + random.around() * 0.5
      const reach = Math.abs(spread)
      folds.push({
        x: cx + spread * width * (0.2 + 0.36 * share),
        foot: foot + random.between(0, height * 0.03),
        width: width * (0.5 - 0.14 * share) * random.between(0.6, 1.25),
        height: height * clamp((1 - share * 0.86) * (1.02 - reach * 0.34) * random.between(0.8, 1.1), 0.1, 0.95),
        steep: steep * random.between(0.75, 1.2) * (1.1 - share * 0.3),
        blue: random.chance(0.52 - share * 0.25),
      })
    }
  }
  folds.sort((a, b) => b.height - a.height)
  return folds.map((fold) => ({ ...fold, outline: paintFold(scene, fold, colours, detail) }))
}

/** A far range: one wash with a mineral crest that sinks into mist; `rough` the height of its peaks in px. */
export function paintRange(scene, { base, rough, colours, seed = 1, scale = 1, strokes = 500, sink = 1 }) {
  const { x, width, random } = scene
  const ridge = []
  for (let px = -10; px <= width + 10; px += 3) {
    const swell = fractal((px * scale) / 420 + seed * 7.7, seed, 6)
    const v = smooth(0.24, 0.86, swell) ** 1.25
    ridge.push([px, base - rough * (0.12 + v)])
  }
  const top = Math.min(...ridge.map(([, py]) => py))
  const deep = base + rough * 0.4 * sink
  x.save()
  shape(x, [[-10, deep], ...ridge, [width + 10, deep]], fall(x, top, deep, [[0, colours.crest], [0.3, tint(colours.crest, colours.body, 0.6)], [0.62, veil(tint(colours.body, colours.foot, 0.55), 0.85)], [1, veil(colours.foot, 0)]]))
  x.clip()
  for (let index = 0; index < strokes; index++) {
    const [px, py] = ridge[Math.floor(random.next() * ridge.length)]
    const drop = random.next() ** 1.8 * rough * 0.6
    const length = random.between(14, 46)
    line(x, [[px + random.around() * 8, py + drop], [px + random.around() * 12, py + drop + length * 0.5], [px + random.around() * 20, py + drop + length]], 1, veil(darker(colours.crest, 0.3), 0.14 * (1 - drop / rough)))
  }
  x.restore()
  ribbon(x, ridge, 1.5, veil(darker(colours.crest, 0.35), 0.35), { press: () => 0.8, rough: 0.9, seed })
  return ridge
}
