import { bent, line, oval, ribbon, shape } from '../paint/brush.mjs'
import { darker, lighter, stray, tint, veil } from '../paint/colour.mjs'
import { createCover } from '../paint/cover.mjs'
import { paintBoat, paintFigure, paintGrass, paintReeds, paintWoods } from '../paint/dress.mjs'
import { paintHouse } from '../paint/house.mjs'
import { paintBroadleaf, paintWillow } from '../paint/leafy.mjs'
import { clamp, fractal, noise, smooth } from '../paint/random.mjs'
import { paintTerrain } from '../paint/terrain.mjs'
import { paintRipples, reflect } from '../paint/water.mjs'
import { mistBand } from '../paint/wash.mjs'
import { backdrop, fromFarToNear, lookFrom } from './parts.mjs'

/** White-walled farmsteads standing in rows on ground level `y`. */
export function hamlet(scene, view, { x: mx, z: mz, y = 0, count = 7, spread = 40, deep = 26, material = 'white', turn = 0 }) {
  const { random } = scene
  return Array.from({ length: count }, (_, index) => {
    const px = mx + ((index + 0.5) / count - 0.5) * spread + random.around() * 3
    const pz = mz + random.between(0, deep)
    const wide = random.between(8.5, 13)
    const own = material === 'mixed' ? random.pick(['white', 'white', 'earth']) : material
    const spec = { x: px, y: typeof y === 'function' ? y(px, pz) : y, z: pz, turn: turn + random.around() * 0.28, wide, deep: random.between(7, 9), tall: random.pick([3.4, 5.4, 5.8]), rise: random.between(1.8, 2.6), material: own, steps: random.pick([3, 3, 5]), front: { couplet: random.chance(0.5), gallery: own === 'earth' } }
    return [px + wide / 2, pz, (layer = scene, look = view) => paintHouse(layer, look, spec)]
  })
}

/** The valley floor: fields in strips behind a raised dyke, a stream or road between, a village under the hills. */
export function fields(scene) {
  const { x, width, height, mood, seed, random, options } = scene
  const { crop = 'rice', stream = true } = options
  backdrop(scene, { foot: 440, plan: options.plan ?? 'valley', disc: options.disc ?? [0.32, 0.18] })
  const cover = createCover(scene)
  const look = lookFrom({ height: 13, horizon: 400, focal: 1300 })
  const bank = (wz) => (stream ? -9 + wz * 0.24 + 11 * Math.sin(wz / 44 + seed) : 9999)
  const turnX = 0.34
  const ground = (wx, wz) => {
    const off = Math.abs(wx - bank(wz)) - 4.6
    const rotated = wx * Math.cos(turnX) + wz * Math.sin(turnX)
    const along = wz * Math.cos(turnX) - wx * Math.sin(turnX)
    const u = rotated / 21 + 0.5 * noise(along / 30)
    const v = along / 17
    const edge = Math.min(Math.abs(u - Math.round(u)) * 21, Math.abs(v - Math.round(v)) * 17)
    const field = edge > 0.55
    const hills = 26 * smooth(190, 320, wz) * fractal(wx / 70 + seed, wz / 90, 3)
    return { off, edge, field, u: Math.floor(u + 0.5), v: Math.floor(v + 0.5), rotated, along, height: off < 0 ? -0.9 : hills + (field ? (crop === 'water' ? 0 : 0.15) : 0.42) }
  }
  const mask = paintTerrain(scene, { ...look, near: 12, far: 340, growth: 1.0012, ground, haze: [mood.mist, mood.time === 'mist' ? 0.85 : 0.6], colour: (place, { x: wx, z: wz }) => {
    if (place.off < 0) return cover.water(wx, wz, 0.45)
    if (place.off < 0.7) return cover.rock(wx, wz)
    if (wz > 215) return cover.mixed(cover.grass(wx, wz), cover.wood(wx, wz), 0.6)
    if (!place.field) return cover.mixed(cover.grass(wx * 2, wz * 2), cover.path(wx, wz), 0.25 + 0.4 * smooth(0.5, 0.2, place.edge))
    const pick = noise(place.u * 7.7 + 0.5, place.v * 3.3 + 0.5)
    if (crop === 'rape') return pick < 0.8 ? cover.rape(wx, wz) : cover.crop(wx, wz, pick, 0.9, place.along)
    if (crop === 'water') return pick < 0.78 ? cover.water(wx, wz, 0.3) : cover.crop(wx, wz, pick, 0.8, place.rotated)
    if (crop === 'beds') return cover.mixed(cover.crop(wx, wz, pick, 2.6, place.along), cover.path(wx, wz), 0.75 * smooth(0.6, 0.95, Math.sin((place.along / 2.6) * Math.PI * 2 + 2) * 0.5 + 0.5))
    return cover.crop(wx, wz, pick * 0.5, 0.8, place.rotated)
  } })
  const heightAt = (wx, wz) => ground(wx, wz).height
  if (stream || crop === 'water') reflect(scene, mask, { waterline: 402, calm: 0.75, strength: crop === 'water' ? 0.72 : 0.5 })
  if (stream) paintRipples(scene, mask, { from: 410, to: height, count: 160, strength: 0.7 })
  paintWoods(scene, look.view, heightAt, (wx, wz) => wz > 205 || (ground(wx, wz).off > 0.5 && ground(wx, wz).off < 3 && random.chance(0.25)), { from: 60, to: 335, spread: 230, count: 620 })
  if (crop !== 'water') paintGrass(scene, look.view, heightAt, (wx, wz) => !ground(wx, wz).field && ground(wx, wz).off > 0.5, { from: 13, to: 90, count: 2600 })
  const things = [...hamlet(scene, look.view, { x: options.villageX ?? 40, z: 150, y: 0.3, count: 9, spread: 86, deep: 34, material: options.material ?? 'white' })]
  if (crop === 'rape' || crop === 'rice') for (let index = 0; index < 10; index++) {
    const wz = random.between(24, 120)
    const wx = random.between(-0.5, 0.5) * wz
    if (ground(wx, wz).off > 1) things.push([wx, wz, () => paintFigure(scene, look.view, wx, 0.3, wz, { kind: crop === 'rice' ? 'farmer' : random.pick(['walker', 'child']) })])
  }
  if (options.sheds) for (let row = 0; row < 6; row++) things.push([-38 + row * 8.6, 70 - row, () => greenhouse(scene, look.view, -38 + row * 8.6, 46)])
  for (let index = 0; index < 5; index++) {
    const wz = random.between(70, 150)
    const wx = bank(wz) + random.pick([-7, 7])
    things.push([wx, wz, () => {
      const [px, py] = look.view.point(wx, 0.2, wz)
      const size = look.view.scale(wx, wz) * random.between(6, 9)
      if (stream) paintWillow(scene, px, py, size)
      else paintBroadleaf(scene, px, py, size)
    }])
  }
  fromFarToNear(look.view, things)
  if (mood.time === 'mist' || mood.time === 'dawn') for (const v of [0.42, 0.5]) mistBand(x, width, height, mood.mist, v, 0.035, { seed: seed + v * 40, strength: mood.time === 'mist' ? 0.9 : 0.6 })
  paintReeds(scene, options.side === -1 ? 1180 : -60, options.side === -1 ? 1660 : 420, 1000, { count: 70 })
}

/** A tunnel greenhouse running away from the eye: arched end with its door, film over ribs. */
function greenhouse(scene, view, wx, wz) {
  const { x, mood } = scene
  const long = 44
  const arch = (pz) => Array.from({ length: 13 }, (_, index) => view.point(wx + (index / 12) * 7, Math.sin((index / 12) * Math.PI) ** 0.75 * 3.1, pz))
  const near = arch(wz)
  const far = arch(wz + long)
  const film = mood.tone('#DFE9E6')
  const side = wx + 3.5 < 0 ? [6, 13] : [0, 7]
  shape(x, [...near.slice(0, 7), ...far.slice(0, 7).reverse()], veil(lighter(film, 0.4), 0.9))
  shape(x, [...near.slice(...side), ...far.slice(...side).reverse()], veil(darker(film, 0.08), 0.9))
  for (let rib = 1; rib <= 20; rib++) line(x, arch(wz + (long * rib) / 20), 1, veil(mood.ink, 0.26))
  shape(x, near, veil(lighter(film, 0.2), 0.94))
  for (const share of [2, 4, 6, 8, 10]) line(x, [near[share], view.point(wx + (share / 12) * 7, 0, wz)], 1.2, veil(mood.ink, 0.35))
  shape(x, [view.point(wx + 2.7, 0, wz), view.point(wx + 4.3, 0, wz), view.point(wx + 4.3, 2, wz), view.point(wx + 2.7, 2, wz)], mood.dark > 0.05 ? mood.lamp : veil(mood.green[0], 0.6))
  line(x, near, 2, veil(mood.ink, 0.5))
}

/** A lotus pond: leaves crowding to the far bank, great leaves and flowers at the front. */
export function lotus(scene) {
  const { height, mood, seed, random, options } = scene
  backdrop(scene, { foot: 400, plan: options.plan ?? 'right', disc: options.disc ?? [0.3, 0.16] })
  const cover = createCover(scene)
  const look = lookFrom({ height: 5.2, horizon: 370, focal: 1250 })
  const ground = (wx, wz) => {
    const off = 96 + 10 * Math.sin(wx / 22 + seed) - wz
    return { off, height: off > 0 ? 0 : 0.8 + 10 * smooth(0, -90, off) * fractal(wx / 40, wz / 40, 3) }
  }
  const mask = paintTerrain(scene, { ...look, near: 7, far: 220, ground, haze: [mood.mist, 0.55], colour: ({ off }, { x: wx, z: wz }) => (off > 0 ? cover.water(wx, wz, 0.45) : cover.grass(wx, wz)) })
  const village = hamlet(scene, look.view, { x: options.villageX ?? -10, z: 112, y: 1.2, count: 6, spread: 72, deep: 18 })
  const flipped = { ...look.view, point: (px, py, pz) => look.view.point(px, -py, pz) }
  reflect(scene, mask, { waterline: 372, calm: 0.8, strength: 0.7, paintMirrored: (layer) => village.forEach(([, , draw]) => draw(layer, { ...flipped, eye: look.eye })) })
  paintWoods(scene, look.view, (wx, wz) => ground(wx, wz).height, (wx, wz) => ground(wx, wz).off < -22, { from: 115, to: 215, spread: 130, count: 200 })
  fromFarToNear(look.view, village)
  paintWillow(scene, 1480, 470, 230, { sway: -0.2 })
  paintRipples(scene, mask, { from: 400, to: height, count: 120, strength: 0.6 })
  if (options.boat) paintBoat(scene, 980, 520, 150, { awning: false })
  const leaves = Array.from({ length: 620 }, () => 8.5 * (88 / 8.5) ** (random.next() ** 0.8)).sort((a, b) => b - a)
  for (const wz of leaves) {
    const wx = random.between(-0.68, 0.68) * wz
    if (noise(wx / 9 + seed, wz / 12) < 0.34) continue
    const unit = look.view.scale(wx, wz)
    const up = wz < 40 ? random.between(0.1, 1.5) * (1 - wz / 60) : 0.05
    const [px, py] = look.view.point(wx, 0, wz)
    lotusLeaf(scene, px, py, unit * random.between(0.34, 0.62), unit * up)
    if (random.chance(0.16)) lotusFlower(scene, px + unit * 0.3, py, unit * random.between(0.3, 0.42), unit * (up + random.between(0.4, 0.9)))
  }
}

/** One leaf: a tilted dish with veins, on a stalk when it stands out of the water. */
function lotusLeaf({ x, random, mood }, px, py, r, up) {
  const tone = stray(random, random.pick([mood.green[0], mood.green[2], tint(mood.green[1], mood.near.crest, 0.3)]), 0.05)
  const top = py - up
  if (up > r * 0.3) line(x, [[px, py], [px + r * 0.1, (py + top) / 2], [px, top]], Math.max(1, r * 0.05), darker(tone, 0.3))
  const flat = random.between(0.3, 0.46)
  oval(x, px, top + r * 0.06, r, r * flat, darker(tone, 0.4))
  oval(x, px, top, r, r * flat, tone)
  oval(x, px - r * 0.14, top - r * flat * 0.16, r * 0.72, r * flat * 0.66, veil(lighter(tone, 0.28), 0.5))
  if (r < 9) return
  for (let vein = 0; vein < 11; vein++) {
    const turn = (vein / 11) * Math.PI * 2
    line(x, [[px, top], [px + Math.cos(turn) * r * 0.5, top + Math.sin(turn) * r * flat * 0.46], [px + Math.cos(turn) * r * 0.94, top + Math.sin(turn) * r * flat * 0.94]], Math.max(0.6, r * 0.016), veil(lighter(tone, 0.5), 0.4))
  }
  x.lineWidth = Math.max(0.7, r * 0.022)
  x.strokeStyle = veil(mood.ink, 0.4)
  x.beginPath()
  x.ellipse(px, top, r, r * flat, 0, 0, 7)
  x.stroke()
}

function lotusFlower({ x, random, mood }, px, py, r, up) {
  const top = py - up
  ribbon(x, bent(random, [px, py], [px, top], 3, 0, 6), Math.max(1, r * 0.09), darker(mood.green[0], 0.25), { press: () => 1 })
  const rose = mood.tone('#E79AAA')
  const petal = (turn, long, wide, colour) => {
    const ex = px + Math.sin(turn) * long
    const ey = top - Math.cos(turn) * long
    x.beginPath()
    x.moveTo(px, top)
    x.quadraticCurveTo(px + Math.sin(turn - 0.6) * long * 0.75 - wide * 0.2, top - Math.cos(turn - 0.6) * long * 0.75, ex, ey)
    x.quadraticCurveTo(px + Math.sin(turn + 0.6) * long * 0.75 + wide * 0.2, top - Math.cos(turn + 0.6) * long * 0.75, px, top)
    x.fillStyle = colour
    x.fill()
    x.lineWidth = Math.max(0.5, r * 0.02)
    x.strokeStyle = veil('#8E2F4A', 0.4)
    x.stroke()
  }
  for (const turn of [-1.35, 1.35, -0.95, 0.95]) petal(turn, r, r * 0.5, lighter(rose, 0.3))
  for (const turn of [-0.55, 0.55, -0.2, 0.2]) petal(turn, r * clamp(0.9 + random.around() * 0.06, 0.8, 1), r * 0.6, tint(rose, '#F8DDE0', random.between(0.1, 0.5)))
  oval(x, px, top - r * 0.28, r * 0.18, r * 0.12, mood.tone('#D9B04A'))
}
