import { bent, line, ribbon } from './brush.mjs'
import { darker, lighter, stray, veil } from './colour.mjs'

/** One bamboo leaf from (px, py), pointing along `turn`. */
function leaf(x, px, py, length, turn, colour) {
  const cos = Math.cos(turn)
  const sin = Math.sin(turn)
  const belly = length * 0.11
  x.beginPath()
  x.moveTo(px, py)
  x.quadraticCurveTo(px + cos * length * 0.4 - sin * belly, py + sin * length * 0.4 + cos * belly, px + cos * length, py + sin * length)
  x.quadraticCurveTo(px + cos * length * 0.4 + sin * belly, py + sin * length * 0.4 - cos * belly, px, py)
  x.fillStyle = colour
  x.fill()
}

/** Leaves in a hanging spray, like the character 个 over and over. */
export function bambooSpray(scene, px, py, size, colours, count = 7) {
  const { x, random } = scene
  for (let index = 0; index < count; index++) {
    const turn = Math.PI / 2 + random.around() * 1.05
    const shade = veil(stray(random, random.pick(colours), 0.06), random.between(0.65, 0.95))
    leaf(x, px + random.around() * size * 0.3, py + random.around() * size * 0.2, size * random.between(0.6, 1.1), turn, shade)
  }
}

/** One culm from (px, py) with `height`, `thick` px wide, with its joints; `leafy` from which share of its height sprays grow. */
export function paintCulm(scene, px, py, height, thick, { colour, lean = scene.random.around() * 0.08, leafy = 0.5, colours, spray = height * 0.09 } = {}) {
  const { x, random } = scene
  const top = [px + lean * height, py - height]
  const stem = bent(random, [px, py], top, lean * height * 0.22, 0, 16)
  ribbon(x, stem, thick, colour, { press: (t) => 1 - t * 0.6, rough: 0.05 })
  ribbon(x, stem.map(([a, b]) => [a - thick * 0.2, b]), thick * 0.28, veil(lighter(colour, 0.55), 0.55), { press: (t) => 1 - t * 0.6, rough: 0.1 })
  ribbon(x, stem.map(([a, b]) => [a + thick * 0.28, b]), thick * 0.25, veil(darker(colour, 0.5), 0.45), { press: (t) => 1 - t * 0.6, rough: 0.1 })
  const joints = Math.max(6, Math.round(height / (thick * 3.2 + 16)))
  for (let joint = 1; joint < joints; joint++) {
    const t = (joint / joints) ** 0.92
    const at = t * 16
    const [ax, ay] = stem[Math.floor(at)]
    const [bx, by] = stem[Math.min(16, Math.floor(at) + 1)]
    const jx = ax + (bx - ax) * (at % 1)
    const jy = ay + (by - ay) * (at % 1)
    const half = thick * (1 - t * 0.6) * 0.62
    line(x, [[jx - half, jy - 1], [jx, jy + 1.2], [jx + half, jy - 1]], Math.max(0.7, thick * 0.12), veil(darker(colour, 0.6), 0.75))
    line(x, [[jx - half, jy + 1.6], [jx + half, jy + 1.6]], Math.max(0.5, thick * 0.08), veil(lighter(colour, 0.7), 0.6))
    if (t < leafy) continue
    const sides = random.chance(0.6) ? [-1, 1] : [random.pick([-1, 1])]
    for (const side of sides) {
      const reach = spray * random.between(1, 2.4)
      const tip = [jx + side * reach, jy - reach * random.between(0.1, 0.6)]
      line(x, [[jx, jy], [(jx + tip[0]) / 2, (jy + tip[1]) / 2 - 4], tip], Math.max(0.6, thick * 0.1), veil(colour, 0.9))
      bambooSpray(scene, tip[0], tip[1], spray, colours, 8)
      bambooSpray(scene, (jx + tip[0]) / 2, (jy + tip[1]) / 2, spray * 0.8, colours, 5)
    }
  }
  bambooSpray(scene, top[0], top[1], spray, colours, 8)
}

/** A far bamboo hill: plume upon plume, each crown bowing over. */
export function paintBambooCrowns(scene, from, to, ground, { count = 60, size = 60, colours = scene.mood.green } = {}) {
  const { x, random } = scene
  const crowns = Array.from({ length: count }, () => ({ px: random.between(from, to), down: random.between(-0.3, 1) * size }))
  crowns.sort((a, b) => a.down - b.down)
  for (const { px, down } of crowns) {
    const py = ground(px) + down
    const tall = size * random.between(0.9, 1.5)
    const bow = random.pick([-1, 1]) * random.between(0.15, 0.5)
    const stem = bent(random, [px, py], [px + bow * tall, py - tall], -bow * tall * 0.3, 0, 8)
    line(x, stem, 1.1, veil(lighter(colours[1], 0.2), 0.7))
    for (let index = 0; index < 34; index++) {
      const t = random.between(0.25, 1.02)
      const [ax, ay] = stem[Math.min(8, Math.floor(t * 8))]
      const side = random.around()
      leaf(x, ax + side * tall * 0.13, ay + random.around() * 5, size * random.between(0.1, 0.2), Math.PI / 2 + side * 1.1, veil(stray(random, random.pick(colours), 0.07), 0.85))
    }
  }
}
