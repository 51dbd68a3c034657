import { glow, line, shape } from '../paint/brush.mjs'
import { paintArchBridge, paintCoveredBridge } from '../paint/bridge.mjs'
import { darker, tint, veil } from '../paint/colour.mjs'
import { createCover } from '../paint/cover.mjs'
import { paintBoat, paintFigure, paintLantern, paintReeds, paintWoods } from '../paint/dress.mjs'
import { paintHouse } from '../paint/house.mjs'
import { paintBlossom, paintBroadleaf, paintWillow } from '../paint/leafy.mjs'
import { fractal, smooth } from '../paint/random.mjs'
import { paintTerrain } from '../paint/terrain.mjs'
import { paintRipples, paintRock, reflect } from '../paint/water.mjs'
import { mistBand } from '../paint/wash.mjs'
import { backdrop, fromFarToNear, lookFrom } from './parts.mjs'
import { rainfall, snowfall } from './ridge.mjs'

/** A village on both banks of the creek, houses mirrored, a bridge across, people, trees, lanterns when it darkens. */
export function streamVillage(scene) {
  const { x, width, height, mood, random, seed, options } = scene
  const { bridge = 'arch', material = 'white', lanterns = mood.dark > 0.05, crowd = 7, tree = 'willow' } = options
  backdrop(scene, { foot: 430, plan: options.plan ?? 'peak', disc: options.disc ?? [0.64, 0.16] })
  const cover = createCover(scene)
  const look = lookFrom({ height: 6.4, horizon: 400, focal: 1250 })
  const bank = (wz) => 2.5 * Math.sin(wz / 24 + seed)
  const reach = (wz) => 9.2 + 1.4 * Math.sin(wz / 15)
  const ground = (wx, wz) => {
    const off = Math.abs(wx - bank(wz)) - reach(wz)
    return { off, height: off < 0 ? -0.6 : 0.9 + 16 * smooth(40, 110, Math.abs(wx)) * fractal(wx / 30 + seed, wz / 40, 3) + 10 * smooth(120, 200, wz) * fractal(wx / 40, wz / 50, 2) }
  }
  const mask = paintTerrain(scene, { ...look, near: 10, far: 230, ground, haze: [mood.mist, 0.55], colour: ({ off, height: high }, { x: wx, z: wz }) => {
    if (off < 0) return cover.water(wx, wz, 0.45)
    if (off < 0.16 && high < 1) return cover.rock(wx * 2, wz * 2)
    return off < 5 && wz < 110 ? cover.plaza(wx, wz, 0.9) : cover.mixed(cover.grass(wx, wz), cover.wood(wx, wz), 0.4 * smooth(20, 70, off))
  } })
  const heightAt = (wx, wz) => ground(wx, wz).height
  const things = []
  for (const side of [-1, 1]) {
    for (let wz = 30; wz < 112; wz += random.between(11, 15)) {
      const wide = random.between(8.5, 12.5)
      const deep = random.between(8, 10)
      const edge = bank(wz) + side * (reach(wz) + random.between(4, 5.6))
      const own = material === 'mixed' ? random.pick(['white', 'earth', 'wood']) : material
      const spec = { z: wz + (side > 0 ? 0 : wide * 0.97), x: edge, y: 0.9, turn: side > 0 ? Math.PI / 2 - 0.12 : -Math.PI / 2 + 0.12, wide, deep, tall: random.pick([5.2, 5.8, 3.6]), rise: random.between(2, 2.8), material: own, steps: random.pick([3, 5]), front: { couplet: random.chance(0.6), gallery: own !== 'white' || random.chance(0.3) } }
      if (side > 0) { spec.z = wz + wide }
      else { spec.z = wz }
      things.push([edge + side * 4, wz + wide / 2, (layer = scene, view = look.view) => paintHouse(layer, view, { ...spec, turn: side > 0 ? Math.PI / 2 : -Math.PI / 2 })])
      if (random.chance(0.5)) things.push([edge + side * 15, wz + 4, (layer = scene, view = look.view) => paintHouse(layer, view, { ...spec, x: edge + side * 13, z: wz + 2, turn: side * 0.3, y: 1.4 })])
    }
  }
  const bridgeZ = 52
  if (bridge !== 'none') things.push([bank(bridgeZ), bridgeZ, (layer = scene, view = look.view) => (bridge === 'covered' ? paintCoveredBridge : paintArchBridge)(layer, view, { left: bank(bridgeZ) - reach(bridgeZ) - 1.5, right: bank(bridgeZ) + reach(bridgeZ) + 1.5, z: bridgeZ, ...(bridge === 'covered' ? { y: 3.6 } : { y: 0.9, rise: 3.2 }) })])
  const mirrored = { ...look.view, eye: look.eye, point: (px, py, pz) => look.view.point(px, -1.2 - py, pz) }
  const order = [...things].sort((a, b) => b[1] - a[1])
  reflect(scene, mask, { waterline: 402, calm: 0.68, strength: 0.66, paintMirrored: (layer) => order.forEach(([, , draw]) => draw(layer, mirrored)) })
  paintRipples(scene, mask, { from: 430, to: height, count: 260, strength: 0.85 })
  paintWoods(scene, look.view, heightAt, (wx, wz) => Math.abs(wx) > 34 + random.between(0, 14) || wz > 128, { from: 60, to: 225, spread: 170, count: 420 })
  for (let index = 0; index < 10; index++) {
    const wz = random.between(18, 96)
    const side = random.pick([-1, 1])
    const wx = bank(wz) + side * (reach(wz) + random.between(0.6, 2))
    things.push([wx, wz, () => {
      const [px, py] = look.view.point(wx, 0.9, wz)
      const size = look.view.scale(wx, wz) * random.between(4.4, 6.6)
      if (tree === 'willow') paintWillow(scene, px, py, size, { sway: -side * 0.25, lean: -side * 0.3 })
      else if (tree === 'blossom') paintBlossom(scene, px, py, size, { petal: '#F2AFC0', heart: '#B8334E', lean: -side * 0.4 })
      else paintBroadleaf(scene, px, py, size, { lean: -side * 0.3 })
    }])
  }
  for (let index = 0; index < crowd; index++) {
    const wz = random.between(19, 80)
    const side = random.pick([-1, 1])
    const wx = bank(wz) + side * (reach(wz) + random.between(1, 3.6))
    things.push([wx, wz, () => paintFigure(scene, look.view, wx, 0.9, wz, { kind: random.pick(['walker', 'walker', 'child', 'farmer']), facing: side })])
  }
  for (let index = 0; index < 30; index++) {
    const wz = 12 + random.next() ** 1.5 * 60
    const wx = bank(wz) + random.pick([-1, 1]) * (reach(wz) - random.between(-0.2, 1.2))
    things.push([wx, wz, () => paintRock(scene, ...look.view.point(wx, -0.5, wz), look.view.scale(wx, wz) * random.between(0.15, 0.45))])
  }
  if (options.boat !== false) things.push([bank(34) - 3, 34, () => { const [px, py] = look.view.point(bank(34) - 3, -0.6, 34); paintBoat(scene, px, py, look.view.scale(0, 34) * 5.4) }])
  if (lanterns) for (const side of [-1, 1]) for (let wz = 22; wz < 96; wz += 5.5) {
    const wx = bank(wz) + side * (reach(wz) + 3.6)
    things.push([wx, wz, () => { const [px, py] = look.view.point(wx, 4.2, wz); paintLantern(scene, px, py, look.view.scale(wx, wz) * 0.55); lampOnWater(scene, look.view, mask, bank(wz) + side * (reach(wz) - 1.5), wz) }])
  }
  fromFarToNear(look.view, things)
  if (mood.time === 'dawn' || mood.time === 'mist') for (const v of [0.42, 0.5]) mistBand(x, width, height, mood.mist, v, 0.035, { seed: seed + v * 30, strength: mood.time === 'mist' ? 0.85 : 0.5 })
  paintReeds(scene, -60, 260, 1010, { count: 34, tall: [70, 150] })
  if (options.rain) rainfall(scene)
  if (mood.season === 'snow') snowfall(scene)
}

/** A lamp's broken light lying on the water. */
export function lampOnWater({ x, random, mood }, view, mask, wx, wz) {
  const [px, py] = view.point(wx, -0.6, wz)
  const unit = view.scale(wx, wz)
  glow(x, px, py + unit * 1.4, unit * 0.9, unit * 2.6, '#FFB25A', 0.12 + mood.dark * 0.16)
  for (let dash = 0; dash < 7; dash++) {
    const dy = dash * unit * 0.42
    line(x, [[px - unit * 0.3 + random.around() * 4, py + dy], [px, py + dy + 1], [px + unit * 0.3 + random.around() * 4, py + dy]], Math.max(0.8, unit * 0.05), veil(tint('#FFC873', '#E4532F', 0.3), (0.22 + mood.dark * 0.35) * (1 - dash / 8)))
  }
}

/** An inn on the water's edge: timber terraces on posts, a long gallery, lanterns, mountains behind. */
export function lodging(scene) {
  const { x, width, height, mood, random, seed, options } = scene
  backdrop(scene, { foot: 460, plan: options.plan ?? 'left', disc: options.disc ?? [0.34, 0.15] })
  const cover = createCover(scene)
  const look = lookFrom({ height: 5, horizon: 430, focal: 1200 })
  const side = options.side ?? 1
  const shore = (wz) => side * (2 + wz * 0.05 + 2 * Math.sin(wz / 18 + seed))
  const ground = (wx, wz) => {
    const off = side * (wx - shore(wz))
    const beyond = smooth(118, 128, wz)
    return { off: Math.max(off, beyond * 12 - 6), height: off > 0 || wz > 122 ? 1 + 18 * smooth(26, 90, off) * fractal(wx / 30 + seed, wz / 34, 3) + 14 * smooth(130, 200, wz) * fractal(wx / 40, wz / 50, 3) : -0.6 }
  }
  const mask = paintTerrain(scene, { ...look, near: 9, far: 230, ground, haze: [mood.mist, 0.5], colour: ({ height: high, off }, { x: wx, z: wz }) => (high < 0 ? cover.water(wx, wz, 0.5) : off < 5 && wz < 90 ? cover.plaza(wx, wz, 0.9) : cover.mixed(cover.grass(wx, wz), cover.wood(wx, wz), 0.5))})
  const heightAt = (wx, wz) => ground(wx, wz).height
  const buildings = []
  for (const [wz, wide, tall] of [[32, 14, 6.2], [50, 12, 5.6], [66, 14, 6.4], [86, 10, 5.4]]) {
    const wx = shore(wz) + side * 2.6
    const turn = side > 0 ? Math.PI / 2 : -Math.PI / 2
    buildings.push([wx + side * 5, wz + 6, (layer = scene, view = look.view) => {
      deck(layer, view, wx - side * 5.4, wx, wz - 1, wz + wide + 1)
      paintHouse(layer, view, { x: wx, y: 1.2, z: side > 0 ? wz + wide : wz, turn, wide, deep: 9, tall, rise: 3, material: 'wood', gable: 'hip', lift: 0.7, front: { gallery: true, windows: 6 } })
    }])
  }
  const mirrored = { ...look.view, eye: look.eye, point: (px, py, pz) => look.view.point(px, -1.2 - py, pz) }
  const order = [...buildings].sort((a, b) => b[1] - a[1])
  reflect(scene, mask, { waterline: 432, calm: 0.72, strength: 0.7, paintMirrored: (layer) => order.forEach(([, , draw]) => draw(layer, mirrored)) })
  paintRipples(scene, mask, { from: 450, to: height, count: 240, strength: 0.85 })
  paintWoods(scene, look.view, heightAt, (wx, wz) => heightAt(wx, wz) > 2.2 || wz > 128, { from: 60, to: 225, spread: 170, count: 420 })
  const things = [...buildings]
  for (const wz of [22, 27, 32, 37, 43, 49, 56, 63, 70, 78, 86]) {
    const wx = shore(wz) - side * 2.6
    things.push([wx, wz - 0.5, () => {
      const [px, py] = look.view.point(wx, 3.9, wz)
      const unit = look.view.scale(wx, wz)
      line(x, [look.view.point(wx, 0.4, wz), [px, py]], Math.max(1.2, unit * 0.09), darker(mood.wood, 0.25))
      paintLantern(scene, px, py, unit * 0.62)
      if (mood.dark > 0.05) lampOnWater(scene, look.view, mask, wx - side * 1.4, wz)
    }])
  }
  for (let index = 0; index < 6; index++) {
    const wz = random.between(24, 70)
    const wx = shore(wz) + side * random.between(-2, 1)
    things.push([wx, wz - 0.2, () => paintFigure(scene, look.view, wx, 1.2, wz, { kind: 'walker' })])
  }
  things.push([shore(40) - side * 12, 40, () => { const [px, py] = look.view.point(shore(40) - side * 12, -0.6, 40); paintBoat(scene, px, py, 190) }])
  fromFarToNear(look.view, things)
  paintWillow(scene, side > 0 ? 120 : 1480, 1060, 860, { lean: side * 0.35, sway: side * 0.1 })
  if (mood.time === 'dawn' || mood.time === 'mist') mistBand(x, width, height, mood.mist, 0.45, 0.04, { seed, strength: 0.8 })
}

/** A timber terrace on posts over the water. */
function deck(scene, view, from, to, near, far) {
  const { x, mood } = scene
  for (let wz = near; wz <= far; wz += 3) line(x, [view.point(from, -0.7, wz), view.point(from, 1.1, wz)], Math.max(1, view.scale(from, wz) * 0.16), darker(mood.wood, 0.35))
  shape(x, [view.point(from, 1.2, near), view.point(to, 1.2, near), view.point(to, 1.2, far), view.point(from, 1.2, far)], mood.wood)
  shape(x, [view.point(from, 0.95, near), view.point(to, 0.95, near), view.point(to, 1.2, near), view.point(from, 1.2, near)], darker(mood.wood, 0.35))
  shape(x, [view.point(from, 0.95, near), view.point(from, 1.2, near), view.point(from, 1.2, far), view.point(from, 0.95, far)], darker(mood.wood, 0.45))
  for (let wz = near; wz < far; wz += 0.6) line(x, [view.point(from, 1.2, wz), view.point(to, 1.2, wz)], 0.8, veil(mood.ink, 0.3))
  for (const up of [1.7, 2.15]) line(x, [view.point(from, up, near), view.point(from, up, far)], Math.max(0.9, view.scale(from, near) * 0.035), darker(mood.wood, 0.15))
  for (let wz = near; wz <= far; wz += 1.5) line(x, [view.point(from, 1.2, wz), view.point(from, 2.2, wz)], Math.max(0.9, view.scale(from, wz) * 0.05), darker(mood.wood, 0.15))
}
