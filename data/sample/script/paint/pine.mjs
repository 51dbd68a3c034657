import { bent, line, oval, ribbon } from './brush.mjs'
import { darker, lighter, stray, veil } from './colour.mjs'

/** A pad of pine needles: a dark wash below, fans of needles over it, light ones on top. */
function needlePad(scene, px, py, rx, ry, colours, fine) {
  const { x, random } = scene
  const clumps = fine ? 7 : 2
  for (let clump = 0; clump < clumps; clump++) {
    const along = (clump + 0.5) / clumps - 0.5
    const swell = Math.sqrt(1 - (along * 1.7) ** 2)
    const cx = px + along * rx * 1.6 + random.around() * rx * 0.06
    const cy = py + ry * (0.2 + random.around() * 0.16 + along * along * 0.7)
    oval(x, cx, cy, (rx / clumps) * 1.7, ry * 0.62 * swell, veil(darker(colours[2], 0.25), 0.85))
    oval(x, cx, cy - ry * 0.26, (rx / clumps) * 1.5, ry * 0.42 * swell, veil(colours[0], 0.75))
  }
  const needles = Math.round(rx * (fine ? 2.1 : 0.7))
  for (let index = 0; index < needles; index++) {
    const along = random.around() * 0.72
    const bx = px + along * rx
    const by = py + ry * (0.62 + along * along * 0.5 - 0.95 * random.next() * (1 - Math.abs(along)))
    const length = ry * random.between(0.45, 0.85)
    const shade = index < needles * 0.5 ? darker(colours[2], 0.2) : index < needles * 0.85 ? colours[0] : lighter(colours[1], 0.32)
    x.strokeStyle = veil(stray(random, shade, 0.04), 0.85)
    x.lineWidth = fine ? random.between(0.8, 1.4) : 0.9
    x.beginPath()
    const fan = fine ? 5 : 3
    for (let ray = 0; ray < fan; ray++) {
      const turn = -Math.PI / 2 + along * 0.75 + (ray / (fan - 1) - 0.5) * 1.7
      x.moveTo(bx, by)
      x.lineTo(bx + Math.cos(turn) * length, by + Math.sin(turn) * length)
    }
    x.stroke()
  }
}

/** A pine standing at (px, py), `height` px tall, leaning by `lean` (-1..1); `fine` draws single needles, for the foreground. */
export function paintPine(scene, px, py, height, { lean = scene.random.around() * 0.4, fine = height > 170, colours = scene.mood.pine, layers = 6, spread = 1 } = {}) {
  const { x, random, mood } = scene
  const top = [px + lean * height * 0.42, py - height]
  const trunk = bent(random, [px, py], top, lean * height * 0.12, height * 0.02, 14)
  const thick = height * 0.052
  ribbon(x, trunk, thick, mood.bark, { press: (t) => 1.15 - t * 0.85, rough: 0.25, seed: random.next() * 50 })
  ribbon(x, trunk.map(([a, b]) => [a - thick * 0.16, b]), thick * 0.3, veil(lighter(mood.bark, 0.4), 0.5), { press: (t) => 1 - t, rough: 0.6 })
  if (fine) barkMarks(scene, trunk, thick)
  const pads = []
  for (let layer = 0; layer < layers; layer++) {
    const t = 0.34 + (0.66 * layer) / (layers - 1)
    const [bx, by] = trunk[Math.round(t * 14)]
    for (const side of layer === layers - 1 ? [0] : random.chance(0.75) ? [-1, 1] : [random.pick([-1, 1])]) {
      const reach = height * spread * (0.36 - 0.2 * t) * random.between(0.6, 1.25)
      const tip = [bx + side * reach, by - reach * random.between(-0.08, 0.34)]
      ribbon(x, bent(random, [bx, by], tip, side * reach * 0.12, 2, 7), thick * 0.5 * (1.2 - t), mood.bark, { press: (s) => 1 - s * 0.75 })
      pads.push({ x: tip[0], y: tip[1] - height * 0.012, r: Math.max(height * spread * (0.15 - 0.05 * t) * random.between(0.85, 1.3), 4) })
      if (side && random.chance(0.6)) pads.push({ x: bx + side * reach * 0.45, y: by - height * 0.03, r: height * spread * 0.09 })
    }
  }
  pads.sort((a, b) => a.y - b.y)
  for (const pad of pads) needlePad(scene, pad.x, pad.y, pad.r, pad.r * 0.4, colours, fine)
}

function barkMarks({ x, random, mood }, trunk, thick) {
  for (let index = 0; index < 46; index++) {
    const [bx, by] = trunk[Math.floor(random.next() * 10)]
    const r = thick * random.between(0.08, 0.16)
    x.strokeStyle = veil(darker(mood.bark, 0.5), 0.5)
    x.lineWidth = 1
    x.beginPath()
    x.arc(bx + random.around() * thick * 0.32, by + random.between(-12, 12), r, 0.4, 4.4)
    x.stroke()
  }
}

/** A cedar or fir: one straight stem and drooping tiers, narrow; fills far and middle slopes. */
export function paintCedar(scene, px, py, height, { colours = scene.mood.pine, width = 0.34 } = {}) {
  const { x, random, mood } = scene
  line(x, [[px, py], [px, py - height]], Math.max(1, height * 0.03), veil(mood.bark, 0.9))
  const tiers = Math.max(4, Math.round(height / 11))
  for (let tier = 0; tier < tiers; tier++) {
    const t = tier / tiers
    const half = height * width * 0.5 * (1 - t * 0.9) * random.between(0.75, 1.15)
    const ty = py - height * (0.12 + 0.84 * t)
    const dark = stray(random, tier % 2 ? colours[0] : colours[2], 0.05)
    for (const side of [-1, 1]) {
      ribbon(x, [[px, ty - height * 0.03], [px + side * half * 0.55, ty], [px + side * half, ty + height * 0.035]], height * 0.06, veil(dark, 0.9), { press: (s) => 1 - s * 0.7 })
    }
    if (tier % 2) ribbon(x, [[px - half * 0.6, ty - height * 0.01], [px, ty - height * 0.035]], height * 0.02, veil(lighter(colours[1], 0.25), 0.6))
  }
}

/** A stand of pines or cedars between two x, rooted along `ground(x)`, back to front. */
export function paintGrove(scene, from, to, ground, { count = 30, size = [50, 90], kind = 'pine', colours } = {}) {
  const { random } = scene
  const trees = Array.from({ length: count }, () => ({ px: random.between(from, to), tall: random.between(...size), down: random.between(-6, 10) }))
  trees.sort((a, b) => a.down - b.down)
  for (const { px, tall, down } of trees) {
    const paint = kind === 'cedar' || (kind === 'mixed' && random.chance(0.5)) ? paintCedar : paintPine
    paint(scene, px, ground(px) + down, tall, colours ? { colours } : {})
  }
}
