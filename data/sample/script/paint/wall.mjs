import { glow, line, oval, shape } from './brush.mjs'
import { darker, lighter, stray, tint, veil } from './colour.mjs'

const outline = (wall, top, steps = 1) => [wall.on(0, 0), wall.on(wall.length, 0), ...Array.from({ length: steps + 1 }, (_, index) => {
  const u = wall.length * (1 - index / steps)
  return wall.on(u, top(u))
})]

/** Paints a wall's whole face: its ground colour, light from above, and the marks of what it is built of. */
export function paintWall(scene, wall, top, { material = 'white', shade = 0, steps = 1 } = {}) {
  const { x, mood } = scene
  const edge = outline(wall, top, steps)
  const base = { white: mood.wall, earth: mood.earth, stone: mood.stone, brick: mood.tone('#B9785A'), plaster: mood.tone('#E3D2A6'), wood: mood.wood }[material]
  const ys = edge.map(([, py]) => py)
  const [low, high] = [Math.max(...ys), Math.min(...ys)]
  const fill = x.createLinearGradient(0, high, 0, low)
  fill.addColorStop(0, darker(base, shade + 0.1))
  fill.addColorStop(0.25, darker(base, shade))
  fill.addColorStop(1, darker(tint(base, mood.earth, 0.18), shade + 0.08))
  shape(x, edge, fill)
  if (wall.unit * wall.length < 26) return
  x.save()
  shape(x, edge, 'rgba(0,0,0,0)')
  x.clip()
  const height = Math.max(top(0), top(wall.length / 2), top(wall.length))
  ;({ white: stains, plaster: stains, earth: rammed, stone: masonry, brick: masonry, wood: planks })[material](scene, wall, height, base, shade)
  x.restore()
  x.lineWidth = Math.min(1.6, Math.max(0.5, wall.unit * 0.05))
  x.strokeStyle = veil(mood.ink, 0.5)
  shape(x, edge, 'rgba(0,0,0,0)')
  x.stroke()
}

/** Rain stains below the eaves and damp above a stone course: old limewash. */
function stains({ x, random, mood }, wall, height, base, shade) {
  for (let index = 0; index < wall.length * 2.4; index++) {
    const u = random.between(0, wall.length)
    const from = random.chance(0.7) ? height : random.between(height * 0.2, height)
    const drop = random.between(0.3, height * 0.5)
    line(x, [wall.on(u, from), wall.on(u + random.around() * 0.1, from - drop * 0.5), wall.on(u + random.around() * 0.14, from - drop)], Math.max(0.7, wall.unit * random.between(0.03, 0.14)), veil(tint(mood.ink, mood.tile, 0.5), random.between(0.03, 0.13)))
  }
  for (let index = 0; index < wall.length * 1.6; index++) {
    const [px, py] = wall.on(random.between(0, wall.length), random.next() ** 2 * height * 0.6)
    oval(x, px, py, wall.unit * random.between(0.15, 0.6), wall.unit * random.between(0.06, 0.22), veil(random.chance(0.5) ? mood.grass : mood.earth, 0.1))
  }
  const course = Math.min(0.55, height * 0.14)
  shape(x, [wall.on(0, 0), wall.on(wall.length, 0), wall.on(wall.length, course), wall.on(0, course)], veil(darker(mood.stone, 0.12 + shade), 0.85))
  for (let u = 0; u < wall.length; u += random.between(0.6, 1.2)) line(x, [wall.on(u, 0), wall.on(u, course)], 0.8, veil(mood.ink, 0.3))
}

/** Rammed earth: layers a hand high, pock marks, long cracks, a stone plinth. */
function rammed({ x, random, mood }, wall, height, base, shade) {
  for (let y = 0.6; y < height; y += 0.34) {
    line(x, Array.from({ length: 9 }, (_, index) => wall.on((wall.length * index) / 8, y + random.around() * 0.03)), Math.max(0.6, wall.unit * 0.03), veil(darker(base, 0.35), random.between(0.14, 0.34)))
    if (random.chance(0.6)) shape(x, [wall.on(0, y), wall.on(wall.length, y), wall.on(wall.length, y + 0.34), wall.on(0, y + 0.34)], veil(stray(random, base, 0.1), 0.35))
  }
  for (let index = 0; index < wall.length * 7; index++) {
    const [px, py] = wall.on(random.between(0, wall.length), random.between(0.5, height))
    const r = Math.max(0.5, wall.unit * random.between(0.015, 0.06))
    oval(x, px, py, r * 1.4, r, veil(random.chance(0.5) ? darker(base, 0.4) : lighter(base, 0.3), 0.4))
  }
  for (let index = 0; index < wall.length / 3; index++) {
    const u = random.between(0, wall.length)
    line(x, Array.from({ length: 6 }, (_, step) => wall.on(u + random.around() * 0.15, height * (1 - step * 0.14))), Math.max(0.6, wall.unit * 0.02), veil(mood.ink, 0.28))
  }
  rubble({ x, random, mood }, wall, 0.6, shade)
}

function rubble({ x, random, mood }, wall, high, shade) {
  for (let y = 0; y < high; y += 0.24) {
    for (let u = 0; u < wall.length; ) {
      const long = random.between(0.25, 0.6)
      stone(x, random, wall, u, y, Math.min(long, wall.length - u), 0.24, darker(mood.stone, shade + random.between(0, 0.22)), mood)
      u += long
    }
  }
}

function stone(x, random, wall, u, y, long, tall, colour, mood) {
  const j = () => random.around() * 0.025
  shape(x, [wall.on(u + 0.02 + j(), y + 0.02 + j()), wall.on(u + long - 0.02 + j(), y + 0.02 + j()), wall.on(u + long - 0.02 + j(), y + tall - 0.01 + j()), wall.on(u + 0.02 + j(), y + tall - 0.01 + j())], colour)
  line(x, [wall.on(u, y), wall.on(u + long, y)], Math.max(0.5, wall.unit * 0.02), veil(mood.ink, 0.3))
}

/** Coursed stone or brick: blocks of uneven length, each its own shade. */
function masonry(scene, wall, height, base, shade) {
  const { x, random, mood } = scene
  const brick = base === mood.tone('#B9785A')
  const tall = brick ? 0.16 : 0.34
  const step = wall.unit * tall < 2.4 ? tall * 3 : tall
  for (let y = 0; y < height; y += step) {
    for (let u = -random.between(0, 0.5); u < wall.length; ) {
      const long = (brick ? 0.42 : random.between(0.4, 0.95)) * (step / tall)
      stone(x, random, wall, Math.max(0, u), y, Math.min(long, wall.length - Math.max(0, u)), step, darker(stray(random, base, 0.09), shade + random.between(-0.04, 0.16)), mood)
      u += long
    }
  }
}

function planks({ x, random, mood }, wall, height, base, shade) {
  for (let u = 0; u < wall.length; u += 0.28) {
    shape(x, [wall.on(u, 0), wall.on(u + 0.28, 0), wall.on(u + 0.28, height), wall.on(u, height)], veil(darker(stray(random, base, 0.08), shade), 0.7))
    line(x, [wall.on(u, 0), wall.on(u, height)], Math.max(0.5, wall.unit * 0.025), veil(mood.ink, 0.4))
  }
}

/** A rectangle of a wall, in its metres. */
export const patch = (scene, wall, u, y, wide, tall, colour) => shape(scene.x, [wall.on(u, y), wall.on(u + wide, y), wall.on(u + wide, y + tall), wall.on(u, y + tall)], colour)

/** A window: dark by day or lit at night, with `bars` of lattice, a sill, and a brow of tiles when `brow`. */
export function paintWindow(scene, wall, u, y, wide, tall, { bars = 3, brow = false, lit = scene.mood.dark > 0.05, frame = scene.mood.wood, arch = false } = {}) {
  const { x, mood } = scene
  const trim = Math.min(0.12, wide * 0.1)
  patch(scene, wall, u - trim, y - trim, wide + trim * 2, tall + trim * 2, frame)
  const pane = lit ? mood.lamp : tint(mood.ink, mood.middle.crest, 0.22)
  patch(scene, wall, u, y, wide, tall, pane)
  if (arch) shape(x, Array.from({ length: 13 }, (_, index) => wall.on(u + wide / 2 - Math.cos((index / 12) * Math.PI) * wide * 0.5, y + tall + Math.sin((index / 12) * Math.PI) * wide * 0.5)), pane)
  const thin = Math.max(0.6, wall.unit * 0.045)
  if (wall.unit * wide > 9) {
    for (let bar = 1; bar < bars; bar++) line(x, [wall.on(u + (wide * bar) / bars, y), wall.on(u + (wide * bar) / bars, y + tall)], thin, frame)
    const rungs = Math.max(2, Math.round((bars * tall) / wide))
    for (let rung = 1; rung < rungs; rung++) line(x, [wall.on(u, y + (tall * rung) / rungs), wall.on(u + wide, y + (tall * rung) / rungs)], thin, frame)
  }
  if (brow) patch(scene, wall, u - 0.3, y + tall + 0.16, wide + 0.6, 0.16, mood.tile)
  if (lit) {
    const [px, py] = wall.on(u + wide / 2, y + tall / 2)
    glow(x, px, py, wall.unit * wide * 2, wall.unit * tall * 1.8, mood.lamp, 0.24 + mood.dark * 0.3)
  }
}

/** A door of two leaves in a stone or wooden frame, with paper strips of cinnabar on both sides when `couplet`. */
export function paintDoor(scene, wall, u, wide, tall, { frame = scene.mood.stone, leaf = scene.mood.wood, open = false, couplet = false, brow = true } = {}) {
  const { x, mood } = scene
  patch(scene, wall, u - 0.22, 0, wide + 0.44, tall + 0.24, frame)
  patch(scene, wall, u, 0, wide, tall, open ? (mood.dark > 0.05 ? mood.lamp : darker(leaf, 0.75)) : leaf)
  if (!open) {
    line(x, [wall.on(u + wide / 2, 0), wall.on(u + wide / 2, tall)], Math.max(0.6, wall.unit * 0.04), veil(mood.ink, 0.7))
    patch(scene, wall, u, tall * 0.6, wide, 0.06, darker(leaf, 0.3))
  }
  if (couplet) for (const side of [u - 0.2, u + wide + 0.02]) patch(scene, wall, side, tall * 0.24, 0.18, tall * 0.62, mood.tone('#C23A2B', 0.6))
  if (brow) {
    shape(x, [wall.on(u - 0.6, tall + 0.42), wall.on(u + wide + 0.6, tall + 0.42), wall.on(u + wide + 0.4, tall + 0.72), wall.on(u - 0.4, tall + 0.72)], mood.tile)
  }
}
