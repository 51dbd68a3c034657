import { line, ribbon, shape } from '../paint/brush.mjs'
import { createCover } from '../paint/cover.mjs'
import { darker, lighter, veil } from '../paint/colour.mjs'
import { paintHouse } from '../paint/house.mjs'
import { paintGrass, paintReeds, paintWoods } from '../paint/dress.mjs'
import { paintBroadleaf } from '../paint/leafy.mjs'
import { paintPine } from '../paint/pine.mjs'
import { clamp, fractal, smooth } from '../paint/random.mjs'
import { paintTerrain } from '../paint/terrain.mjs'
import { paintRipples, paintRock, reflect } from '../paint/water.mjs'
import { mistBand } from '../paint/wash.mjs'
import { backdrop, fromFarToNear, lookFrom } from './parts.mjs'

/** A stone powerhouse by the creek, its pressure pipe coming down the hill, the tailrace and boulders before it. */
export function station(scene) {
  const { x, width, height, mood, random, seed, options } = scene
  const { plan = 'left', side = 1, material = 'stone', pipe = true, far = 1 } = options
  backdrop(scene, { foot: 470, plan, disc: options.disc ?? [side > 0 ? 0.7 : 0.3, 0.2], far })
  const cover = createCover(scene)
  const look = lookFrom({ height: 7.5, horizon: 430, focal: 1350 })
  const bank = (z) => side * (-3 + 8 * Math.sin(z / 34 + seed) + z * 0.06)
  const reach = (z) => 8.5 + 2.5 * Math.sin(z / 19 + seed * 2)
  const ground = (wx, wz) => {
    const off = Math.abs(wx - bank(wz)) - reach(wz)
    const rough = fractal(wx / 13 + seed, wz / 17, 3)
    const slope = smooth(18, 70, Math.abs(wx - bank(wz))) * (14 + 12 * rough)
    return { off, height: off < 0 ? -0.6 : clamp(off * 0.7, 0, 1.6) + (rough - 0.3) * 0.8 * smooth(0, 4, off) + slope }
  }
  const mask = paintTerrain(scene, { ...look, near: 12, far: 210, ground, haze: [mood.mist, 0.6], colour: ({ off }, { x: wx, z: wz }) => {
    if (off < 0) return cover.water(wx, wz, 0.35 + 0.3 * smooth(0, -4, off))
    if (off < 1.1) return cover.rock(wx * 2, wz * 2)
    return cover.mixed(cover.grass(wx, wz), cover.wood(wx, wz), 0.55 * smooth(14, 40, off))
  } })
  const misty = mood.time === 'mist' ? 0.95 : mood.time === 'dawn' ? 0.7 : 0
  if (misty) mistBand(x, width, height, mood.mist, 0.46, 0.05, { seed: seed + 8, strength: misty })
  const hx = side * 12
  const hz = 46
  const at = (view, layer) => house(layer, view, side, material, hx, hz)
  const flip = { ...look.view, point: (px, py, pz) => look.view.point(px, -1.2 - py, pz) }
  reflect(scene, mask, { waterline: 430, calm: 0.55, strength: 0.6, paintMirrored: (layer) => at({ ...flip, eye: look.eye }, layer) })
  paintRipples(scene, mask, { from: 460, to: height, count: 300 })
  if (pipe) pressurePipe(scene, look.view, hx + side * 12, hz + 10, side, ground)
  const things = [[hx, hz, () => at(look.view, scene)]]
  const heightAt = (wx, wz) => ground(wx, wz).height
  paintWoods(scene, look.view, heightAt, (wx, wz) => ground(wx, wz).off > 20 + random.between(0, 14), { from: 55, to: 205, spread: 150, count: 420 })
  paintGrass(scene, look.view, heightAt, (wx, wz) => ground(wx, wz).off > 2.2 && !(Math.abs(wx - hx - 2) < 11 && wz > hz - 9), { from: 13, to: 80, count: 1500 })
  for (let index = 0; index < 15; index++) {
    const z = random.between(26, 90)
    const px = bank(z) + random.pick([-1, 1]) * (reach(z) + random.between(4, 40))
    if (Math.abs(px - hx - 6) < 13 && z < hz + 16) continue
    things.push([px, z, () => {
      const [sx, sy] = look.view.point(px, ground(px, z).height, z)
      const unit = look.view.scale(px, z)
      if (random.chance(0.5)) paintPine(scene, sx, sy, unit * random.between(5, 9), { fine: unit > 34 })
      else paintBroadleaf(scene, sx, sy, unit * random.between(4, 7))
    }])
  }
  for (let index = 0; index < 90; index++) {
    const z = 15 + random.next() ** 1.4 * 90
    const px = bank(z) + random.pick([-1, 1]) * (reach(z) + random.around() * 1.7)
    things.push([px, z, () => paintRock(scene, ...look.view.point(px, -0.3, z), look.view.scale(px, z) * (random.chance(0.2) ? random.between(0.6, 1.3) : random.between(0.15, 0.5)))])
  }
  if (options.wheel) things.push([hx - side * 9, hz - 10, () => waterWheel(scene, look.view, hx - side * (side > 0 ? 9.4 : 5), 1.4, hz - 9)])
  fromFarToNear(look.view, things)
  paintReeds(scene, side > 0 ? -40 : 1150, side > 0 ? 420 : 1640, 1000, { count: 80 })
}

function house(scene, view, side, material, hx, hz) {
  paintHouse(scene, view, { x: side > 0 ? hx + 3 : hx - 15, y: 1.2, z: hz + 1, turn: side * -0.32, wide: 7, deep: 7, tall: 3.6, rise: 1.8, material, gable: 'plain', front: { windows: 2 } })
  paintHouse(scene, view, { x: side > 0 ? hx - 7 : hx - 4, y: 1, z: hz - 8, turn: side * -0.32, wide: 11.5, deep: 8.5, tall: 5.8, rise: 2.6, material, gable: 'plain', front: { windows: 4 } })
}

/** The pipe from the forebay down to the house, on stone saddles. */
function pressurePipe(scene, view, px, pz, side, ground) {
  const { x, mood } = scene
  const points = Array.from({ length: 15 }, (_, index) => {
    const t = index / 14
    const wx = px + side * t * 30
    const wz = pz + t * 34
    return view.point(wx, ground(wx, wz).height + 0.9 + t * 10, wz)
  })
  const pipe = mood.tone('#5E7F86')
  const thick = (t) => 1 - t * 0.55
  for (const [index, [sx, sy]] of points.entries()) if (index % 2) shape(x, [[sx - 7, sy + 2], [sx + 7, sy + 2], [sx + 9, sy + 20], [sx - 9, sy + 20]], darker(mood.stone, 0.1))
  ribbon(x, points, 22, darker(pipe, 0.35), { press: thick, rough: 0 })
  ribbon(x, points.map(([sx, sy]) => [sx, sy - 2.5]), 15, pipe, { press: thick, rough: 0 })
  ribbon(x, points.map(([sx, sy]) => [sx, sy - 5.5]), 4, veil(lighter(pipe, 0.6), 0.8), { press: thick, rough: 0 })
  for (const [index, [sx, sy]] of points.entries()) line(x, [[sx - 2, sy - 10 * thick(index / 14)], [sx + 2, sy + 9 * thick(index / 14)]], 2, veil(mood.ink, 0.45))
}

/** A great timber wheel turning in the race, water falling from its buckets. */
function waterWheel(scene, view, wx, wy, wz) {
  const { x, mood, random } = scene
  const [px, py] = view.point(wx, wy + 1.3, wz)
  const r = view.scale(wx, wz) * 3.1
  const ring = (reach, squeeze, colour, thick, dx = 0) => {
    x.lineWidth = thick
    x.strokeStyle = colour
    x.beginPath()
    x.ellipse(px + dx, py, r * reach * squeeze, r * reach, 0, 0, Math.PI * 2)
    x.stroke()
  }
  const squeeze = 0.62
  const back = r * 0.24
  ring(1, squeeze, darker(mood.wood, 0.45), r * 0.09, back)
  for (let bucket = 0; bucket < 22; bucket++) {
    const turn = (bucket / 22) * Math.PI * 2
    const at = (reach, dx) => [px + dx + Math.cos(turn) * r * reach * squeeze, py + Math.sin(turn) * r * reach]
    shape(x, [at(1.04, 0), at(0.86, 0), at(0.86, back), at(1.04, back)], darker(mood.wood, 0.2 + 0.2 * Math.sin(turn)))
  }
  for (let spoke = 0; spoke < 8; spoke++) {
    const turn = (spoke / 8) * Math.PI * 2 + 0.2
    line(x, [[px, py], [px + Math.cos(turn) * r * squeeze, py + Math.sin(turn) * r]], r * 0.055, mood.wood)
  }
  ring(1, squeeze, lighter(mood.wood, 0.08), r * 0.09)
  ring(0.8, squeeze, mood.wood, r * 0.05)
  ribbon(x, [[px - r * 0.1, py], [px + back + r * 0.4, py]], r * 0.16, darker(mood.wood, 0.35), { press: () => 1, rough: 0 })
  for (let drop = 0; drop < 70; drop++) {
    const turn = random.between(-0.2, 1.7)
    const sx = px + Math.cos(turn) * r * squeeze + random.between(0, back)
    const sy = py + Math.sin(turn) * r
    line(x, [[sx, sy], [sx + random.around() * 4, sy + random.between(8, 46)]], random.between(0.8, 2), veil('#F6FBF6', random.between(0.3, 0.8) * (1 - mood.dark * 0.5)))
  }
}
