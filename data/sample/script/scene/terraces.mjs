import { paintBoat, paintFigure, paintWoods } from '../paint/dress.mjs'
import { channels, tint } from '../paint/colour.mjs'
import { createCover } from '../paint/cover.mjs'
import { paintHouse } from '../paint/house.mjs'
import { paintBlossom, paintBroadleaf, paintShrub } from '../paint/leafy.mjs'
import { paintPine } from '../paint/pine.mjs'
import { clamp, fractal, noise, smooth } from '../paint/random.mjs'
import { paintTerrain, terrace } from '../paint/terrain.mjs'
import { mistBand } from '../paint/wash.mjs'
import { backdrop, fromFarToNear, lookFrom } from './parts.mjs'

/** A valley side of spurs and hollows, about 40 m high, for terraces to follow. */
const spurs = (seed) => (wx, wz) => {
  const sway = 12 * Math.sin(wz / 46 + seed)
  return 6 + 26 * Math.exp(-(((wx - 62 - sway) / 54) ** 2) - ((wz - 140) / 74) ** 2) + 24 * Math.exp(-(((wx + 70 + sway) / 58) ** 2) - ((wz - 165) / 80) ** 2) + 12 * Math.exp(-(((wx + 20) / 34) ** 2) - ((wz - 60) / 30) ** 2) + 15 * smooth(190, 330, wz) + 9 * (fractal(wx / 70 + seed, wz / 80, 2) - 0.4)
}

/** Rice terraces seen from the slope opposite: `water` the share of fields under water, the rest in the season's crop; `fallow` gone to grass. */
export function terraces(scene) {
  const { x, width, height, mood, seed, random, options } = scene
  const { water = 0.62, plan = 'valley', fallow = 0, hut = true } = options
  backdrop(scene, { foot: 400, plan, disc: options.disc ?? [0.5, 0.15], far: 0.9 })
  const cover = createCover(scene)
  const rise = 1.9
  const shape = spurs(seed)
  const ground = (wx, wz) => {
    const h = shape(wx, wz)
    return { ...terrace(h, rise, 0.24), raw: h }
  }
  const look = lookFrom({ height: 42, horizon: 330, focal: 1250 })
  const sky = channels(mood.sky[1])
  const lip = channels(tint(mood.grass, '#F3EBC0', mood.dark > 0.5 ? 0 : 0.3))
  const wall = channels(tint(mood.grass, mood.ink, 0.42))
  const soil = channels(tint(mood.near.foot, mood.grass, 0.35))
  const woodLine = (wx, wz, raw) => raw > 24 + 12 * fractal(wx / 30, wz / 30, 3)
  paintTerrain(scene, { ...look, near: 16, far: 380, growth: 1.0011, ground, haze: [mood.mist, mood.time === 'mist' ? 0.85 : 0.62], inkStrength: 0.6, colour: (place, { x: wx, z: wz, row }) => {
    const grain = fractal(wx * 1.6, wz * 1.1, 3)
    if (woodLine(wx, wz, place.raw)) return cover.wood(wx, wz)
    if (place.onWall) return cover.mixed(wall, soil, clamp(grain * 1.8 - 0.5))
    if (place.within > 0.88) return cover.mixed(lip, wall, grain * 0.6)
    if (place.within < 0.05) return cover.mixed(wall, soil, grain * 0.6)
    const patch = noise(Math.floor(wx / 26 + place.level * 3.7 + noise(place.level * 2.3) * 2) * 7.3 + 0.5, place.level * 5.1 + 0.5)
    if (noise(patch * 91, place.level) < fallow) return cover.mixed(cover.grass(wx * 2, wz * 2), soil, 0.25 * grain)
    if (patch < water) return cover.mixed(cover.water(wx, wz, clamp(row / 1000 * 1.35 - 0.35)), sky, 0.34)
    return cover.crop(wx, wz, patch, 3, place.within * 16)
  } })
  const heightAt = (wx, wz) => ground(wx, wz).height
  paintWoods(scene, look.view, heightAt, (wx, wz) => woodLine(wx, wz, shape(wx, wz)) || random.chance(0.012), { from: 60, to: 370, spread: 260, count: 420, tall: [4, 8], colours: mood.leaf })
  const things = []
  if (hut) for (const [hx, hz] of [[6, 150], [19, 156], [33, 148], [14, 170]]) things.push([hx, hz, () => paintHouse(scene, look.view, { x: hx, y: heightAt(hx, hz), z: hz, turn: -0.4 + noise(hx) * 0.6, wide: 10, deep: 8, tall: 5, rise: 2.4, material: options.house ?? 'earth', front: {} })])
  for (let index = 0; index < 9; index++) {
    const wz = random.between(26, 110)
    const wx = random.between(-0.45, 0.45) * wz
    things.push([wx, wz, () => paintFigure(scene, look.view, wx, heightAt(wx, wz), wz, { kind: 'farmer' })])
  }
  fromFarToNear(look.view, things)
  if (mood.time === 'mist' || mood.time === 'dawn') for (const v of [0.44, 0.56]) mistBand(x, width, height, mood.mist, v, 0.04, { seed: seed + v * 50, strength: mood.time === 'mist' ? 0.95 : 0.6 })
  if (options.tree !== false) paintPine(scene, options.side === -1 ? 1490 : 110, 1060, 640, { lean: options.side === -1 ? -0.35 : 0.35 })
}

/** Tea hills: rows of clipped bushes following the slope, a path between, shade trees, pickers, perhaps a pavilion. */
export function teaHills(scene) {
  const { x, width, height, mood, seed, random, options } = scene
  backdrop(scene, { foot: 400, plan: options.plan ?? 'right', disc: options.disc ?? [0.3, 0.16], far: 0.9 })
  const cover = createCover(scene)
  const look = lookFrom({ height: 34, horizon: 330, focal: 1250 })
  const hill = (wx, wz) => 4 + 25 * Math.exp(-(((wx - 58) / 52) ** 2) - ((wz - 150) / 60) ** 2) + 22 * Math.exp(-(((wx + 66) / 60) ** 2) - ((wz - 190) / 70) ** 2) + 17 * Math.exp(-(((wx + 16) / 40) ** 2) - ((wz - 62) / 34) ** 2) + 10 * (fractal(wx / 60 + seed, wz / 70, 3) - 0.4) + 12 * smooth(200, 330, wz)
  const pathAt = (wx, wz) => Math.abs(wx - 14 - 16 * Math.sin(wz / 34 + seed)) < 1.5
  const rows = (wx, wz) => {
    const h = hill(wx, wz)
    const phase = (h / 2.1 + (wx * 0.16 + wz * 0.05) * 0.55) % 1
    const within = phase < 0 ? phase + 1 : phase
    const path = pathAt(wx, wz)
    return { h, within, path, height: h + (path ? 0 : 0.95 * Math.sin(Math.PI * clamp(within / 0.74)) ** 0.55) }
  }
  const top = channels(tint(mood.green[1], '#E9EFB4', mood.season === 'spring' ? 0.32 : 0.1))
  const side = channels(tint(mood.green[2], mood.ink, 0.24))
  const between = channels(tint(mood.near.foot, mood.grass, 0.45))
  const mid = channels(mood.green[0])
  paintTerrain(scene, { ...look, near: 13, far: 360, growth: 1.0011, ground: rows, inkStrength: 0.5, haze: [mood.mist, mood.time === 'mist' ? 0.85 : 0.62], colour: (place, { x: wx, z: wz }) => {
    if (place.path) return cover.path(wx * 2, wz * 2)
    const grain = fractal(wx * 2.3, wz * 1.4, 3)
    if (place.within > 0.76) return cover.mixed(between, side, grain * 0.7)
    const lit = Math.sin(Math.PI * (place.within / 0.76)) ** 1.2
    return cover.mixed(cover.mixed(side, mid, clamp(lit * 1.4 + grain - 0.5)), top, clamp(lit * 1.5 - 0.75 + (grain - 0.5) * 0.9))
  } })
  const heightAt = (wx, wz) => rows(wx, wz).height
  const things = []
  for (let index = 0; index < 24; index++) {
    const wz = random.between(40, 250)
    const wx = random.between(-0.6, 0.6) * wz
    if (pathAt(wx, wz)) continue
    things.push([wx, wz, () => {
      const [px, py] = look.view.point(wx, heightAt(wx, wz), wz)
      const size = look.view.scale(wx, wz) * random.between(5, 8)
      if (options.blossom && random.chance(0.6)) paintBlossom(scene, px, py, size, { count: 180 })
      else paintBroadleaf(scene, px, py, size, { colours: mood.season === 'autumn' ? mood.leaf : mood.green })
    }])
  }
  for (let index = 0; index < (options.pickers ?? 8); index++) {
    const wz = random.between(24, 95)
    const wx = random.between(-0.45, 0.45) * wz
    things.push([wx, wz, () => paintFigure(scene, look.view, wx, hill(wx, wz) + 0.25, wz, { kind: 'farmer' })])
  }
  if (options.pavilion) things.push([50, 128, () => paintHouse(scene, look.view, { x: 42, y: hill(50, 130) + 0.5, z: 128, turn: -0.3, wide: 13, deep: 9, tall: 4.4, rise: 3, material: 'wood', gable: 'hip', lift: 1.1, front: { open: true } })])
  if (options.house) things.push([40, 96, () => paintHouse(scene, look.view, { x: 30, y: hill(36, 98), z: 92, turn: -0.35, wide: 12, deep: 8, tall: 5, rise: 2.4, material: 'white', front: { couplet: true } })])
  fromFarToNear(look.view, things)
  if (mood.time === 'mist' || mood.time === 'dawn') for (const v of [0.38, 0.47]) mistBand(x, width, height, mood.mist, v, 0.045, { seed: seed + v * 40, strength: mood.time === 'mist' ? 0.95 : 0.7 })
  for (let index = 0; index < 9; index++) paintShrub(scene, random.between(-40, 560) + (options.side === -1 ? 1080 : 0), random.between(985, 1050), random.between(70, 120), { colours: mood.green })
}

/** A hillside of flowering or fruiting trees in rows: tea-oil, plum, peach. */
export function bloomSlope(scene) {
  const { x, width, height, mood, seed, random, options } = scene
  const { bloom = 'camellia', water = false } = options
  backdrop(scene, { foot: 430, plan: options.plan ?? 'left', disc: options.disc ?? [0.72, 0.17] })
  const cover = createCover(scene)
  const look = lookFrom({ height: 16, horizon: 380, focal: 1300 })
  const shore = (wz) => -16 + wz * 0.06 + 6 * Math.sin(wz / 26 + seed)
  const ground = (wx, wz) => {
    const off = water ? wx - shore(wz) : 40
    return { off, height: off < 0 ? -0.4 : 2 + 15 * smooth(6, 80, Math.abs(wx - 6)) * smooth(10, 120, wz) + 7 * (fractal(wx / 34 + seed, wz / 40, 3) - 0.4) + (water ? -2 * smooth(10, 0, off) : 0) }
  }
  const pathAt = (wx, wz) => Math.abs(wx - 5 - 6 * Math.sin(wz / 22 + seed)) < 1.1
  paintTerrain(scene, { ...look, near: 13, far: 260, ground, haze: [mood.mist, 0.6], colour: ({ off }, { x: wx, z: wz }) => (off < 0 ? cover.water(wx, wz, 0.5) : pathAt(wx, wz) ? cover.path(wx, wz) : cover.mixed(cover.grass(wx, wz), cover.wood(wx, wz), 0.25)) })
  const heightAt = (wx, wz) => ground(wx, wz).height
  const petals = { camellia: ['#FBF7EC', '#E6B64C'], plum: ['#F4D8DC', '#B8334E'], peach: ['#F2AFC0', '#B8334E'] }[bloom]
  const things = []
  for (let wz = 22; wz < 220; wz *= bloom === 'camellia' ? 1.19 : 1.16) {
    const gap = bloom === 'camellia' ? 7.4 : 8.8
    for (let wx = -wz * 0.62; wx < wz * 0.62; wx += gap) {
      const px0 = wx + random.around() * gap * 0.22
      if (pathAt(px0 - 1, wz) || pathAt(px0 + 1, wz) || ground(px0, wz).off < 2) continue
      things.push([px0, wz, () => {
        const [px, py] = look.view.point(px0, heightAt(px0, wz), wz)
        if (px < -120 || px > width + 120) return
        const unit = look.view.scale(px0, wz)
        if (bloom === 'camellia') paintShrub(scene, px, py, unit * random.between(2, 3), { colours: mood.pine, petal: petals[0], heart: petals[1] })
        else paintBlossom(scene, px, py, unit * random.between(4.4, 6), { petal: petals[0], heart: petals[1], lean: random.around() * 0.5, count: Math.round(Math.min(400, 50 + unit * 5)) })
      }])
    }
  }
  for (let index = 0; index < 5; index++) {
    const wz = random.between(28, 80)
    const wx = 5 + 6 * Math.sin(wz / 22 + seed)
    things.push([wx, wz, () => paintFigure(scene, look.view, wx, heightAt(wx, wz), wz, { kind: index % 2 ? 'walker' : 'farmer' })])
  }
  fromFarToNear(look.view, things)
  if (water) paintBoat(scene, 210, 720, 190)
  if (mood.time === 'dawn' || mood.time === 'mist') mistBand(x, width, height, mood.mist, 0.43, 0.05, { seed, strength: 0.8 })
}
