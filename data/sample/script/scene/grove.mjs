import { fall, glow, line, ribbon, shape } from '../paint/brush.mjs'
import { paintCulm, bambooSpray } from '../paint/bamboo.mjs'
import { darker, lighter, tint, veil } from '../paint/colour.mjs'
import { paintFigure } from '../paint/dress.mjs'
import { leafHeap } from '../paint/leafy.mjs'
import { fractal } from '../paint/random.mjs'
import { createView } from '../paint/view.mjs'
import { mistBand, wash } from '../paint/wash.mjs'
import { rainfall } from './ridge.mjs'

/** The floor of a wood with a stone-stepped path winding into the light. */
function floorAndPath(scene, horizon, colour) {
  const { x, width, height, mood, random, seed } = scene
  x.fillStyle = fall(x, horizon, height, [[0, tint(colour, mood.mist, 0.6)], [0.4, colour], [1, darker(colour, 0.35)]])
  x.fillRect(0, horizon, width, height - horizon)
  wash(x, width, height, darker(mood.earth, 0.3), (u, v) => (v < horizon / height ? 0 : 0.5 * Math.max(0, fractal(u * 9 + seed, v * 22, 4) * 2 - 0.9)))
  const bend = (t) => width * (0.5 + 0.1 * Math.sin(t * 3.1 + seed) * (1 - t * 0.3))
  for (let step = 0; step < 46; step++) {
    const t = (step / 46) ** 1.9
    const py = horizon + 8 + (height - horizon + 40) * t
    const half = 10 + 190 * t
    const tall = 3 + 22 * t
    const px = bend(1 - t)
    const slab = tint(mood.stone, mood.mist, (1 - t) * 0.55)
    const jitter = () => random.around() * half * 0.08
    shape(x, [[px - half + jitter(), py], [px + half + jitter(), py - tall * 0.15], [px + half + jitter(), py + tall * 0.75], [px - half + jitter(), py + tall * 0.8]], darker(slab, random.between(0, 0.18)))
    line(x, [[px - half, py], [px, py - tall * 0.08], [px + half, py - tall * 0.15]], Math.max(0.8, tall * 0.12), lighter(slab, 0.35))
    line(x, [[px - half, py + tall * 0.8], [px + half, py + tall * 0.75]], Math.max(0.8, tall * 0.1), veil(mood.ink, 0.4))
  }
  return bend
}

/** Inside the bamboo: culms from pale and thin to dark and thick, light falling down the path. */
export function bambooGrove(scene) {
  const { x, width, height, mood, random, seed, options } = scene
  const horizon = 600
  const pale = tint(mood.green[1], mood.mist, 0.66)
  x.fillStyle = fall(x, 0, horizon, [[0, tint(mood.green[0], mood.mist, 0.5)], [0.6, pale], [1, lighter(pale, 0.5)]])
  x.fillRect(0, 0, width, height)
  glow(x, width * 0.5, horizon * 0.75, 620, 560, mood.glow, 0.85)
  floorAndPath(scene, horizon, tint(mood.green[2], mood.earth, 0.45))
  const layers = 6
  for (let layer = 0; layer < layers; layer++) {
    const near = layer / (layers - 1)
    const count = Math.round(30 - near * 21)
    for (let index = 0; index < count; index++) {
      let px = random.between(-40, width + 40)
      const gap = 70 + near * 330
      if (Math.abs(px - width / 2) < gap) px = px < width / 2 ? px - gap * 0.8 : px + gap * 0.8
      const py = horizon + 14 + near ** 1.5 * 430
      const colour = tint(random.pick(near > 0.6 ? [mood.green[0], mood.green[2]] : mood.green), mood.mist, 0.68 * (1 - near))
      paintCulm(scene, px, py, 720 + near * 520, 4 + near ** 1.6 * 34, { colour, colours: mood.green.map((leaf) => tint(leaf, mood.mist, 0.62 * (1 - near))), lean: random.around() * 0.09, leafy: 0.34 - near * 0.06, spray: 26 + near * 46 })
    }
    if (layer < 4) mistBand(x, width, height, mood.mist, 0.58, 0.09, { seed: seed + layer, strength: 0.34 - layer * 0.06 })
  }
  for (let beam = 0; beam < 6 && mood.dark < 0.5; beam++) {
    const px = random.between(260, 1240)
    shape(x, [[px, -20], [px + 60, -20], [px + 330 + beam * 16, height], [px + 180, height]], veil('#FFF6D8', 0.055))
  }
  for (let index = 0; index < 46; index++) bambooSpray(scene, random.between(0, width), random.between(-30, 150), random.between(46, 90), mood.green.map((leaf) => darker(leaf, 0.15)), 6)
  if (options.walker) paintFigure(scene, createView({ eye: { x: 0, y: 2.4, z: 0 }, horizon: 600, focal: 1300 }), 0.2, 0.2, 17, { kind: 'walker', colour: '#C23A2B' })
  if (options.rain) rainfall(scene)
}

/** Inside an old broadleaf wood, its path and its light; autumn turns it to fire. */
export function forestPath(scene) {
  const { x, width, height, mood, random, seed, options } = scene
  const horizon = 590
  const leaves = options.green ? mood.green : mood.leaf
  x.fillStyle = fall(x, 0, horizon, [[0, tint(leaves[0], mood.mist, 0.45)], [1, lighter(tint(leaves[1], mood.mist, 0.7), 0.4)]])
  x.fillRect(0, 0, width, height)
  glow(x, width * 0.5, horizon * 0.7, 640, 560, mood.glow, 0.95)
  floorAndPath(scene, horizon, tint(mood.grass, mood.earth, 0.5))
  for (let layer = 0; layer < 5; layer++) {
    const near = layer / 4
    for (let index = 0; index < 17 - layer * 2.6; index++) {
      let px = random.between(-60, width + 60)
      const gap = 60 + near * 380
      if (Math.abs(px - width / 2) < gap) px = px < width / 2 ? px - gap : px + gap
      const py = horizon + 10 + near ** 1.5 * 430
      const thick = 9 + near ** 1.5 * 76
      const bark = tint(mood.bark, mood.mist, 0.6 * (1 - near))
      const trunk = Array.from({ length: 9 }, (_, step) => [px + (fractal(step * 0.5, px, 2) - 0.5) * thick * 1.5, py - (step / 8) * (py + 40)])
      ribbon(x, trunk, thick, bark, { press: (t) => 1 + 0.9 * Math.max(0, 0.12 - t) * 8 - t * 0.25, rough: 0.14, seed: px })
      ribbon(x, trunk.map(([a, b]) => [a - thick * 0.3, b]), thick * 0.16, veil(lighter(bark, 0.3), 0.3), { press: (t) => 1.2 - t * 0.4, rough: 0.3, seed: px })
      ribbon(x, trunk.map(([a, b]) => [a + thick * 0.28, b]), thick * 0.3, veil(darker(bark, 0.5), 0.3), { press: (t) => 1.2 - t * 0.4, rough: 0.3, seed: px })
      for (let mark = 0; mark < near * 30; mark++) {
        const [mx, my] = random.pick(trunk)
        line(x, [[mx + random.around() * thick * 0.4, my], [mx + random.around() * thick * 0.4, my + random.between(12, 50)]], 1.2, veil(darker(bark, 0.5), 0.4))
      }
    }
    const colours = leaves.map((leaf) => tint(leaf, mood.mist, 0.52 * (1 - near)))
    for (let heap = 0; heap < 15; heap++) leafHeap(scene, random.between(-40, width + 40), random.between(-20, 250 - near * 130) + (1 - near) * 130, 110 + near * 90, 66 + near * 30, colours, { dot: 5 + near * 6, dense: 0.5 })
    if (layer < 3) mistBand(x, width, height, mood.mist, 0.575, 0.08, { seed: seed + layer, strength: 0.34 - layer * 0.1 })
  }
  for (let index = 0; index < 240; index++) leafHeap(scene, random.between(0, width), horizon + 40 + random.next() * 400, 9, 4, leaves, { dot: random.between(2, 5), dense: 0.3 })
  for (let beam = 0; beam < 5; beam++) {
    const px = random.between(200, 1200)
    shape(x, [[px, -20], [px + 70, -20], [px + 360, height], [px + 170, height]], veil('#FFF2CE', 0.06))
  }
  if (options.walkers) for (const [px, pz] of [[-0.6, 15], [0.5, 16.5], [0.1, 20]]) paintFigure(scene, createView({ eye: { x: 0, y: 2.4, z: 0 }, horizon, focal: 1300 }), px, 0.2, pz)
}
