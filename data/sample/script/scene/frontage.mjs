import { line, oval } from '../paint/brush.mjs'
import { darker, veil } from '../paint/colour.mjs'
import { createCover } from '../paint/cover.mjs'
import { paintFigure, paintGrass, paintWoods } from '../paint/dress.mjs'
import { paintHouse } from '../paint/house.mjs'
import { paintBlossom, paintBroadleaf, paintShrub } from '../paint/leafy.mjs'
import { paintPine } from '../paint/pine.mjs'
import { paintCulm } from '../paint/bamboo.mjs'
import { fractal, smooth } from '../paint/random.mjs'
import { paintTerrain } from '../paint/terrain.mjs'
import { paintRipples, reflect } from '../paint/water.mjs'
import { mistBand } from '../paint/wash.mjs'
import { ancestralHall, assemblyHall, coopShop, culturalHall, forestShed, granary, school, teaFactory } from './buildings.mjs'
import { hamlet } from './fields.mjs'
import { backdrop, fromFarToNear, lookFrom } from './parts.mjs'
import { rainfall, snowfall } from './ridge.mjs'

const house = (spec) => (scene, view, place) => paintHouse(scene, view, { ...place, ...spec })
/** What can stand in the middle of the picture, and how wide it is in metres. */
const subjects = {
  hall: [24, culturalHall], ancestral: [22, ancestralHall], assembly: [22, assemblyHall], school: [34, school], granary: [32, granary], factory: [35, teaFactory], shop: [17, coopShop], shed: [30, forestShed],
  gables: [17, house({ wide: 17, deep: 12, tall: 7, rise: 3, material: 'white', steps: 5, front: { couplet: true, windows: 4 } })],
  rammed: [18, house({ wide: 18, deep: 9, tall: 5.8, rise: 3, material: 'earth', gable: 'plain', eave: 1.3, front: { gallery: true, windows: 5 } })],
  timber: [16, house({ wide: 16, deep: 9, tall: 5.8, rise: 3, material: 'wood', gable: 'plain', eave: 1.3, front: { gallery: true, windows: 5, couplet: true } })],
  white: [14, house({ wide: 14, deep: 10, tall: 5.8, rise: 2.6, material: 'white', steps: 3, front: { couplet: true, windows: 4 } })],
}

/** A round bamboo tray of drying harvest: chilli, maize, persimmon, beans. */
function dryingTray({ x, random, mood }, view, wx, wz) {
  const [px, py] = view.point(wx, 0.35, wz)
  const unit = view.scale(wx, wz)
  const flat = (view.eye.y * 0.95) / wz
  const crop = mood.tone(random.pick(['#C23A2B', '#E0A32E', '#DB6B3C', '#B9C15A', '#D9BD86']), 0.6)
  for (const side of [-0.6, 0.6]) line(x, [[px + side * unit, py], [px + side * unit, py + unit * 0.35]], Math.max(1, unit * 0.05), mood.wood)
  oval(x, px, py + unit * 0.05, unit, unit * flat * 1.1, darker(mood.tone('#C9A46A'), 0.25))
  oval(x, px, py, unit * 0.9, unit * flat, crop)
  for (let grain = 0; grain < 34; grain++) {
    const turn = random.next() * 7
    const reach = Math.sqrt(random.next()) * 0.84
    oval(x, px + Math.cos(turn) * unit * reach, py + Math.sin(turn) * unit * flat * reach, unit * 0.06, unit * 0.03, veil(darker(crop, random.between(0, 0.4)), 0.8))
  }
}

/** One building on its forecourt, seen a little from the side: trees on both hands, hills behind, people about. */
export function frontage(scene) {
  const { x, width, height, mood, random, seed, options } = scene
  const { subject = 'hall', turn = -0.22, court = 'plaza', tree = 'broadleaf', pond = false, crowd = 6, side = 1 } = options
  const distance = options.distance ?? (pond ? 40 : 29)
  const level = options.horizon ?? 575
  backdrop(scene, { foot: level - 30, plan: options.plan ?? 'peak', disc: options.disc ?? [side > 0 ? 0.24 : 0.76, 0.15] })
  if (options.sea) mistBand(x, width, height, mood.mist, level / height - 0.01, 0.08, { seed: seed + 3, strength: 1 })
  const cover = createCover(scene)
  const look = lookFrom({ height: options.eye ?? (pond ? 4.2 : 2.7), horizon: level, focal: 1250 })
  const [wide, paint] = subjects[subject]
  const left = -Math.cos(turn) * wide * 0.5 + (options.shift ?? 0)
  const far = distance + Math.sin(turn) * wide * 0.5
  const edge = (wx, wz) => Math.max(Math.abs(wx - (options.shift ?? 0)) - wide * 0.72, wz - distance - 14)
  const ground = (wx, wz) => {
    const out = edge(wx, wz)
    const shore = Math.max(Math.abs(wx - (options.shift ?? 0)) - wide * 0.78, wz - distance + 10)
    if (pond && shore < 0) return { out: -9, shore, height: -0.7 }
    return { shore, out, height: options.sea && wz > distance + 16 ? -14 : 14 * smooth(4, 60, out) * fractal(wx / 22 + seed, wz / 26, 3) + 0.3 * fractal(wx / 6, wz / 6, 2) * smooth(0, 3, out) }
  }
  const mask = paintTerrain(scene, { ...look, near: 6, far: 200, ground, haze: [mood.mist, 0.5], colour: ({ out, shore, height: high }, { x: wx, z: wz }) => {
    if (high < -3) return null
    if (pond && shore < 0) return cover.water(wx, wz, 0.5)
    if (pond && shore < 0.5) return cover.rock(wx, wz)
    const bare = cover.grass(wx, wz)
    if (out > 0 || court === 'grass') return cover.mixed(bare, cover.wood(wx, wz), 0.45 * smooth(6, 40, out))
    const floor = court === 'plaza' ? cover.plaza(wx, wz, 1.05) : cover.path(wx, wz)
    return cover.mixed(floor, bare, smooth(-2.5, 0, out) * fractal(wx, wz, 2))
  } })
  const heightAt = (wx, wz) => ground(wx, wz).height
  const place = { x: left, y: 0, z: far, turn }
  const mirrored = { ...look.view, eye: look.eye, point: (px, py, pz) => look.view.point(px, -1.4 - py, pz) }
  if (mood.time === 'mist' || mood.time === 'dawn') mistBand(x, width, height, mood.mist, level / height - 0.025, 0.05, { seed, strength: 0.8 })
  paintWoods(scene, look.view, heightAt, (wx, wz) => ground(wx, wz).out > 7 && ground(wx, wz).height > -3, { from: 46, to: 195, spread: 150, count: 420, kind: tree === 'pine' ? 'cedar' : 'mixed' })
  if (pond) {
    reflect(scene, mask, { waterline: level + 2, calm: 0.74, strength: 0.68, paintMirrored: (layer) => paint(layer, mirrored, place) })
    paintRipples(scene, mask, { from: 690, to: height, count: 120, strength: 0.7 })
  }
  paintGrass(scene, look.view, heightAt, (wx, wz) => (ground(wx, wz).out > -1.5 || court === 'grass' || random.chance(0.06)) && !(pond && ground(wx, wz).shore < 0.5), { from: 7, to: 60, spread: 30, count: 1300 })
  const things = [[left + wide / 2, far + 1, () => paint(scene, look.view, place)]]
  if (options.neighbours) things.push(...hamlet(scene, look.view, { x: side * (wide * 0.5 + 34), z: distance + 12, count: 4, spread: 44, deep: 20, material: options.neighbours }), ...hamlet(scene, look.view, { x: -side * (wide * 0.5 + 38), z: distance + 20, count: 4, spread: 44, deep: 20, material: options.neighbours }))
  const planted = (wx, wz, size) => [wx, wz, () => {
    const [px, py] = look.view.point(wx, heightAt(wx, wz), wz)
    const tall = look.view.scale(wx, wz) * size
    if (tree === 'pine') paintPine(scene, px, py, tall, { lean: wx > 0 ? -0.35 : 0.35 })
    else if (tree === 'plum') paintBlossom(scene, px, py, tall * 0.8, { petal: '#F4D8DC', heart: '#B8334E', lean: wx > 0 ? -0.5 : 0.5 })
    else if (tree === 'bamboo') for (let culm = 0; culm < 9; culm++) paintCulm(scene, px + random.around() * tall * 0.16, py, tall * random.between(0.8, 1.25), Math.max(3, tall * 0.014), { colour: random.pick(mood.green), colours: mood.green, leafy: 0.3, spray: tall * 0.06 })
    else paintBroadleaf(scene, px, py, tall, { lean: wx > 0 ? -0.3 : 0.3, dot: Math.min(8, Math.max(3, tall * 0.013)), colours: options.green ? mood.green : mood.leaf, bare: mood.season === 'winter' || mood.season === 'snow' ? 0.6 : 0 })
  }]
  const reach = wide * 0.5 + 5
  things.push(planted(-side * (reach + 1.5), distance - 10, 11), planted(side * (reach + 6), distance - 4, 12), planted(-side * (reach + 9), distance + 6, 11))
  if (options.near !== false) things.push(planted(side * 9.4, 15.5, 9))
  for (let index = 0; index < crowd; index++) {
    const wz = random.between(pond ? distance - 9 : distance * 0.5, distance - 6)
    const wx = (options.shift ?? 0) + random.around() * wide * 0.36
    things.push([wx, wz, () => paintFigure(scene, look.view, wx, 0.1, wz, { kind: random.pick(['walker', 'walker', 'child', 'farmer']), facing: random.pick([-1, 1]) })])
  }
  if (options.harvest) for (let index = 0; index < 26; index++) {
    const wz = random.between(9, distance - 7)
    const wx = (options.shift ?? 0) + random.between(-0.42, 0.42) * Math.min(wide, wz * 0.9)
    things.push([wx, wz + 0.5, () => dryingTray(scene, look.view, wx, wz)])
  }
  fromFarToNear(look.view, things)
  for (let index = 0; index < 7; index++) paintShrub(scene, random.between(-20, 240) + (side > 0 ? 0 : 1370), random.between(990, 1040), random.between(60, 100), { colours: mood.green, petal: mood.season === 'spring' ? '#F4D8DC' : undefined })
  if (options.rain) rainfall(scene)
  if (mood.season === 'snow') snowfall(scene)
}

