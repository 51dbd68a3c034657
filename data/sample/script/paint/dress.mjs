import { bent, glow, line, oval, ribbon, shape } from './brush.mjs'
import { darker, lighter, stray, tint, veil } from './colour.mjs'
import { flower, leafHeap } from './leafy.mjs'
import { paintCedar } from './pine.mjs'

/** Tufts of grass over the ground where `allow(x, z)`; blades are drawn to the scale of the place. */
export function paintGrass(scene, view, height, allow, { from = 12, to = 90, spread = 40, count = 900, colours = [scene.mood.grass, scene.mood.green[0]], tall = 0.32, middle = 0 } = {}) {
  const { x, random, mood } = scene
  for (let index = 0; index < count; index++) {
    const wz = from * (to / from) ** random.next()
    const wx = middle + random.around() * spread * (0.4 + wz / to)
    if (!allow(wx, wz)) continue
    const [px, py] = view.point(wx, height(wx, wz), wz)
    const unit = view.scale(wx, wz)
    const shade = random.chance(0.55) ? darker(random.pick(colours), 0.3) : lighter(random.pick(colours), 0.14)
    if (random.chance(0.5)) {
      for (let dot = 0; dot < 4; dot++) oval(x, px + random.around() * unit * 0.4, py + random.around() * unit * 0.09, Math.max(0.9, unit * random.between(0.02, 0.055)), Math.max(0.6, unit * random.between(0.012, 0.03)), veil(darker(shade, 0.2), 0.6))
      continue
    }
    x.strokeStyle = veil(stray(random, shade, 0.05), 0.75)
    x.lineWidth = Math.max(0.7, unit * 0.016)
    x.beginPath()
    for (let blade = 0; blade < 5; blade++) {
      const lean = (blade - 2) * 0.16 + random.around() * 0.12
      const long = unit * tall * random.between(0.6, 1.2)
      x.moveTo(px + (blade - 2) * unit * 0.035, py)
      x.quadraticCurveTo(px + lean * long * 0.4, py - long * 0.7, px + lean * long * 1.3, py - long)
    }
    x.stroke()
    if (mood.season === 'spring' && random.chance(0.05)) flower(x, random, px, py - unit * tall * 0.6, Math.max(1.2, unit * 0.045), random.pick(['#F3E08A', '#F6EFE6', '#D9A7C7']), '#C98A2B')
  }
}

/** Woods on a slope: crowns heaped from far to near, each on its own bit of ground. */
export function paintWoods(scene, view, height, allow, { from = 40, to = 190, spread = 120, count = 260, kind = 'mixed', tall = [4, 8], colours = scene.mood.leaf } = {}) {
  const { random, mood } = scene
  const trees = Array.from({ length: count }, () => {
    const wz = from * (to / from) ** random.next()
    return [random.between(-1, 1) * spread * (wz / to), wz]
  }).filter(([wx, wz]) => allow(wx, wz)).sort((a, b) => b[1] - a[1])
  for (const [wx, wz] of trees) {
    const [px, py] = view.point(wx, height(wx, wz), wz)
    const unit = view.scale(wx, wz)
    const size = unit * random.between(...tall)
    if (kind === 'cedar' || (kind === 'mixed' && random.chance(0.32))) paintCedar(scene, px, py, size * 1.25)
    else {
      line(scene.x, [[px, py], [px, py - size * 0.5]], Math.max(1, size * 0.05), mood.bark)
      leafHeap(scene, px, py - size * 0.58, size * 0.34, size * 0.4, colours, { dot: Math.max(1.4, size * 0.045), dense: 0.85 })
    }
  }
}

/** Reeds or wild grasses rising across a lower corner of the picture. */
export function paintReeds(scene, from, to, base, { count = 60, tall = [80, 190], colours = [scene.mood.grass, scene.mood.green[2]], plume = scene.mood.season === 'autumn' || scene.mood.season === 'winter' } = {}) {
  const { x, random, mood } = scene
  for (let index = 0; index < count; index++) {
    const px = random.between(from, to)
    const long = random.between(...tall)
    const sway = random.around() * 0.4 + 0.12
    const shade = random.chance(0.5) ? darker(random.pick(colours), 0.4) : darker(random.pick(colours), 0.12)
    const stem = bent(random, [px, base + 20], [px + sway * long, base - long], sway * long * 0.3, 0, 9)
    ribbon(x, stem, long * 0.035, veil(stray(random, shade, 0.05), 0.92), { press: (t) => 1 - t * 0.92 })
    if (!plume || !random.chance(0.4)) continue
    const [ex, ey] = stem[9]
    for (let hair = 0; hair < 16; hair++) line(x, [[ex, ey], [ex + sway * 18 + random.around() * 5, ey - hair * 1.5], [ex + sway * 36 + random.around() * 12, ey - 8 - hair * 2 + random.between(0, 14)]], 0.9, veil(mood.tone('#EFE3C8'), 0.55))
  }
}

/** A person a few strokes tall at a ground point: `kind` walker, farmer (straw hat), child, reader. */
export function paintFigure(scene, view, wx, wy, wz, { kind = 'walker', colour, facing = 1, tall = 1.66 } = {}) {
  const { x, random, mood } = scene
  const unit = view.scale(wx, wz) * (kind === 'child' ? 0.72 : 1)
  const [px, py] = view.point(wx, wy, wz)
  const coat = mood.tone(colour ?? random.pick(['#C23A2B', '#2F6E8F', '#E6DCC4', '#5B7F57', '#B8813F', '#40505A']))
  const h = unit * tall
  const legs = darker(mood.tone('#3A464C'), 0.1)
  const step = h * 0.07
  line(x, [[px - step, py], [px, py - h * 0.42]], h * 0.085, legs)
  line(x, [[px + step, py], [px, py - h * 0.42]], h * 0.085, legs)
  shape(x, [[px - h * 0.1, py - h * 0.84], [px + h * 0.1, py - h * 0.84], [px + h * 0.13, py - h * 0.36], [px - h * 0.13, py - h * 0.36]], coat)
  line(x, [[px + facing * h * 0.1, py - h * 0.8], [px + facing * h * 0.17, py - h * 0.62], [px + facing * h * 0.2, py - h * 0.46]], h * 0.055, darker(coat, 0.15))
  oval(x, px, py - h * 0.92, h * 0.072, h * 0.085, mood.tone('#D9B08C'))
  if (kind === 'farmer') shape(x, [[px - h * 0.2, py - h * 0.93], [px, py - h * 1.08], [px + h * 0.2, py - h * 0.93]], mood.tone('#D9BD86'))
  else oval(x, px - facing * h * 0.01, py - h * 0.965, h * 0.078, h * 0.055, mood.tone('#2B2A2C'))
  if (kind === 'walker' && random.chance(0.5)) shape(x, [[px - facing * h * 0.16, py - h * 0.8], [px - facing * h * 0.07, py - h * 0.82], [px - facing * h * 0.07, py - h * 0.52], [px - facing * h * 0.18, py - h * 0.54]], mood.tone(random.pick(['#8A5A36', '#3C6E63', '#B5472F'])))
}

/** A red paper lantern hanging from (px, py), lit when the hour is dark. */
export function paintLantern(scene, px, py, size, lit = scene.mood.dark > 0.05) {
  const { x, mood } = scene
  line(x, [[px, py], [px, py + size * 0.4]], Math.max(0.7, size * 0.05), mood.ink)
  if (lit) glow(x, px, py + size, size * 4.4, size * 4, '#FF9A4A', 0.34 + mood.dark * 0.22)
  oval(x, px, py + size, size * 0.62, size * 0.54, lit ? '#E4532F' : mood.tone('#C23A2B'))
  if (lit) glow(x, px, py + size, size * 0.6, size * 0.5, '#FFE2A0', 0.95)
  for (const share of [-0.32, 0, 0.32]) line(x, [[px + share * size, py + size * 0.52], [px + share * size * 1.5, py + size], [px + share * size, py + size * 1.48]], Math.max(0.5, size * 0.03), veil('#6B1E12', 0.5))
  for (const end of [0.46, 1.54]) shape(x, [[px - size * 0.24, py + size * end - size * 0.05], [px + size * 0.24, py + size * end - size * 0.05], [px + size * 0.24, py + size * end + size * 0.05], [px - size * 0.24, py + size * end + size * 0.05]], mood.tone('#C9A14A', 0.5))
  line(x, [[px, py + size * 1.58], [px, py + size * 2]], Math.max(0.7, size * 0.06), '#D9A03C')
}

/** A narrow boat or raft lying on the water at (px, py). */
export function paintBoat(scene, px, py, long, { awning = true } = {}) {
  const { x, mood } = scene
  const hull = darker(mood.wood, 0.25)
  shape(x, [[px - long * 0.5, py - long * 0.07], [px - long * 0.36, py + long * 0.05], [px + long * 0.36, py + long * 0.05], [px + long * 0.55, py - long * 0.09], [px + long * 0.3, py - long * 0.03], [px - long * 0.3, py - long * 0.03]], hull)
  line(x, [[px - long * 0.5, py - long * 0.07], [px, py - long * 0.025], [px + long * 0.55, py - long * 0.09]], Math.max(1, long * 0.012), lighter(hull, 0.3))
  if (awning) {
    x.beginPath()
    x.ellipse(px, py - long * 0.03, long * 0.2, long * 0.14, 0, Math.PI, 0)
    x.fillStyle = tint(mood.tile, mood.earth, 0.3)
    x.fill()
    for (let rib = 0; rib < 5; rib++) line(x, [[px - long * 0.16 + rib * long * 0.08, py - long * 0.03], [px - long * 0.13 + rib * long * 0.065, py - long * 0.14]], 1, veil(mood.ink, 0.4))
  }
  oval(x, px, py + long * 0.065, long * 0.5, long * 0.018, veil(mood.ink, 0.28))
}

/** A post-and-rail fence through ground points. */
export function paintFence(scene, view, points, { tall = 0.9, colour = scene.mood.wood } = {}) {
  const { x } = scene
  for (const level of [0.45, 0.85]) line(x, points.map(([wx, wy, wz]) => view.point(wx, wy + tall * level, wz)), Math.max(0.8, view.scale(points[0][0], points[0][2]) * 0.05), colour)
  for (const [wx, wy, wz] of points) line(x, [view.point(wx, wy, wz), view.point(wx, wy + tall, wz)], Math.max(1, view.scale(wx, wz) * 0.07), darker(colour, 0.15))
}
