import { line, oval, ribbon, shape } from '../paint/brush.mjs'
import { channels, darker, lighter, tint, veil } from '../paint/colour.mjs'
import { createCover } from '../paint/cover.mjs'
import { paintFigure, paintReeds, paintWoods } from '../paint/dress.mjs'
import { paintHouse } from '../paint/house.mjs'
import { paintBroadleaf, paintWillow } from '../paint/leafy.mjs'
import { paintMountain } from '../paint/mountain.mjs'
import { paintPine } from '../paint/pine.mjs'
import { clamp, fractal, smooth } from '../paint/random.mjs'
import { paintTerrain } from '../paint/terrain.mjs'
import { paintFall, paintRipples, paintRock, reflect } from '../paint/water.mjs'
import { mistBand } from '../paint/wash.mjs'
import { hamlet } from './fields.mjs'
import { backdrop, fromFarToNear, lookFrom } from './parts.mjs'

/** Which fish scale covers a point of the apron and how far out on it the point lies (0 centre … 1 rim). */
function scaleAt(u, v) {
  for (let row = Math.floor(v) + 2; row >= Math.floor(v) - 1; row--) {
    const shift = row & 1 ? 0.5 : 0
    const centre = Math.round(u - shift) + shift
    const reach = Math.hypot((u - centre) / 0.56, (v - row) / 1.35)
    if (v <= row && reach < 1) return reach
  }
  return 1
}

/** The weir: a still pool above, a long apron laid like fish scales with the water combing down it, pools and boulders below. */
export function weir(scene) {
  const { x, width, height, mood, random, seed, options } = scene
  backdrop(scene, { foot: 410, plan: options.plan ?? 'valley', disc: options.disc ?? [0.55, 0.15] })
  const cover = createCover(scene)
  const look = lookFrom({ height: 9.5, horizon: 360, focal: 1150, x: options.from ?? 0 })
  const crest = (wx) => 47 - 0.0042 * wx * wx
  const high = 3.4
  const edge = 34
  const ground = (wx, wz) => {
    const bank = Math.abs(wx + 3 * Math.sin(wz / 40 + seed)) - edge - 3 * Math.sin(wz / 22)
    const top = crest(wx)
    const down = clamp((top - wz) / 17)
    if (bank > 0) return { kind: bank < 1.2 ? 'wall' : 'bank', bank, height: high + 1.4 + 20 * smooth(12, 80, bank) * fractal(wx / 30 + seed, wz / 40, 3) - 3 * smooth(40, 22, wz) }
    if (wz > top) return { kind: 'pool', height: high }
    if (down < 1) return { kind: 'apron', down, u: wx / 2.1, v: (top - wz) / 1.15, height: high * (1 - down ** 1.1) }
    return { kind: 'below', height: 0 }
  }
  const foam = channels(mood.dark > 0.5 ? '#A9C6CB' : '#FBFDF7')
  const deep = channels(tint(mood.water[1], mood.near.crest, 0.3))
  const pale = channels(tint(mood.water[0], mood.water[1], 0.35))
  const mask = paintTerrain(scene, { ...look, near: 13, far: 260, growth: 1.001, ground, inkStrength: 0.35, haze: [mood.mist, 0.55], colour: (place, { x: wx, z: wz }) => {
    if (place.kind === 'pool') return cover.water(wx, wz, 0.4)
    if (place.kind === 'below') {
      const churn = clamp(fractal(wx * 0.45, wz * 1.1, 4) * 2.6 - 1.05) * smooth(19, 30, wz)
      return [...cover.mixed(cover.water(wx, wz, 0.62), foam, churn * 0.8), churn > 0.35 ? 0 : 1]
    }
    if (place.kind === 'wall') return cover.plaza(wx, wz, 1)
    if (place.kind === 'bank') return cover.mixed(cover.grass(wx, wz), cover.wood(wx, wz), 0.5 * smooth(16, 50, place.bank))
    const rim = scaleAt(place.u, place.v)
    const thread = fractal(wx * 3.2, wz * 0.45, 2)
    const body = cover.mixed(pale, deep, clamp(rim * 0.9 + thread * 0.5 - 0.35))
    return cover.mixed(body, foam, clamp(smooth(0.72, 0.96, rim) * 0.95 + (thread - 0.55) * 1.2 * place.down + smooth(0.06, 0, place.down) * 0.8))
  } })
  reflect(scene, mask, { waterline: 362, calm: 0.74, strength: 0.5 })
  const heightAt = (wx, wz) => ground(wx, wz).height
  paintRipples(scene, mask, { from: 370, to: height, count: 150, strength: 0.7 })
  paintWoods(scene, look.view, heightAt, (wx, wz) => ground(wx, wz).kind === 'bank' && ground(wx, wz).bank > 9, { from: 60, to: 250, spread: 200, count: 420 })
  const things = []
  if (options.houses !== false) things.push(...hamlet(scene, look.view, { x: options.side === -1 ? -62 : 54, z: 84, y: high + 1.6, count: 5, spread: 38, deep: 22 }))
  if (options.station) things.push([40, 62, () => paintHouse(scene, look.view, { x: 35, y: high + 1.2, z: 58, turn: -0.42, wide: 13, deep: 9, tall: 6, rise: 2.6, material: 'stone', gable: 'plain', front: { windows: 4 } })])
  if (options.tents) for (const [tx, tz] of [[-41, 40], [-47, 47], [-44, 56], [-52, 60], [-40, 66]]) things.push([tx, tz, () => tent(scene, look.view, tx, heightAt(tx, tz), tz)])
  if (options.tents) for (let index = 0; index < 16; index++) {
    const wx = random.between(-56, -37)
    const wz = random.between(34, 62)
    things.push([wx, wz, () => paintFigure(scene, look.view, wx, heightAt(wx, wz), wz, { kind: random.pick(['walker', 'child']) })])
  }
  for (let index = 0; index < 70; index++) {
    const wz = random.between(15, 31)
    const wx = random.between(-0.75, 0.75) * wz
    if (Math.abs(wx) > edge - 3) continue
    things.push([wx, wz, () => paintRock(scene, ...look.view.point(wx, -0.1, wz), look.view.scale(wx, wz) * (random.chance(0.2) ? random.between(0.8, 1.5) : random.between(0.2, 0.6)))])
  }
  for (const [wx, wz] of [[-40, 52], [38, 50], [44, 72], [-44, 78]]) if (!options.tents || wx > 0) things.push([wx, wz, () => {
    const [px, py] = look.view.point(wx, heightAt(wx, wz), wz)
    const size = look.view.scale(wx, wz) * 9
    if (random.chance(0.5)) paintWillow(scene, px, py, size)
    else paintBroadleaf(scene, px, py, size)
  }])
  for (let index = 0; index < 5; index++) {
    const wx = random.between(-20, 20)
    things.push([wx, crest(wx) - 15 + random.between(-2, 2), () => egret(scene, look.view, wx, crest(wx) - 16)])
  }
  fromFarToNear(look.view, things)
  if (mood.time === 'mist' || mood.time === 'dawn') mistBand(x, width, height, mood.mist, 0.4, 0.04, { seed, strength: 0.85 })
  paintReeds(scene, options.side === -1 ? 1280 : -60, options.side === -1 ? 1660 : 300, 1010, { count: 60 })
}

/** A white egret standing in the shallows. */
function egret({ x, mood }, view, wx, wz) {
  const [px, py] = view.point(wx, 0, wz)
  const unit = view.scale(wx, wz) * 1.2
  const white = mood.dark > 0.5 ? '#C9D6D6' : '#FFFFFA'
  line(x, [[px - unit * 0.06, py], [px - unit * 0.05, py - unit * 0.4]], Math.max(1, unit * 0.025), mood.ink)
  oval(x, px, py - unit * 0.52, unit * 0.24, unit * 0.12, white, -0.3)
  ribbon(x, [[px + unit * 0.16, py - unit * 0.58], [px + unit * 0.3, py - unit * 0.74], [px + unit * 0.2, py - unit * 0.9], [px + unit * 0.3, py - unit * 1.02]], unit * 0.075, white, { press: () => 1 })
  line(x, [[px + unit * 0.3, py - unit * 1.02], [px + unit * 0.5, py - unit * 0.98]], Math.max(0.8, unit * 0.035), '#C98A2B')
}

/** A canvas tent with a warm lamp inside when it is dark. */
function tent({ x, mood, random }, view, wx, wy, wz) {
  const on = (a, b, c) => view.point(wx + a, wy + b, wz + c)
  const canvas = mood.tone(random.pick(['#EADFC4', '#D9C49A', '#C9D2C0']), 0.5)
  shape(x, [on(-1.8, 0, 0), on(0, 2.3, 0), on(0, 2.3, 3.6), on(-1.8, 0, 3.6)], lighter(canvas, 0.2))
  shape(x, [on(1.8, 0, 0), on(0, 2.3, 0), on(0, 2.3, 3.6), on(1.8, 0, 3.6)], darker(canvas, 0.12))
  shape(x, [on(-1.8, 0, 0), on(0, 2.3, 0), on(1.8, 0, 0)], canvas)
  shape(x, [on(-0.6, 0, 0), on(0, 1.9, 0), on(0.6, 0, 0)], mood.dark > 0.05 ? mood.lamp : darker(canvas, 0.6))
  line(x, [on(0, 2.3, 0), on(0, 2.3, 3.6)], 1.2, veil(mood.ink, 0.5))
}

/** A gorge: cliffs on both sides, a fall between, a pool below; perhaps a powerhouse or an old house on the ledge. */
export function gorge(scene) {
  const { x, width, height, mood, random, seed, options } = scene
  backdrop(scene, { foot: 470, plan: 'peak', disc: options.disc ?? [0.7, 0.13], birds: false })
  const cliff = (cx, foot, wide, tall, share, levels = 2) => paintMountain(scene, { x: cx, foot, width: wide, height: tall, colours: mood.at(share), detail: 1 - share, steep: 1.5, levels })
  const plantOn = (folds, size, count, from) => {
    const spots = folds.flatMap((fold) => fold.outline.filter(([, py]) => fold.foot - py > fold.height * 0.4))
    for (let index = 0; index < count; index++) {
      const [px, py] = random.pick(spots)
      if (from && Math.abs(px - width * 0.5) < from) continue
      if (random.chance(0.6)) paintPine(scene, px, py + 5, size * random.between(0.6, 1.2))
      else paintBroadleaf(scene, px, py + 5, size * random.between(0.6, 1))
    }
  }
  plantOn(cliff(width * 0.36, 690, 620, 470, 0.24), 40, 26)
  plantOn(cliff(width * 0.68, 690, 640, 510, 0.24), 40, 26)
  paintFall(scene, width * 0.52, 300, 700, 52, { lean: -14 })
  mistBand(x, width, height, mood.mist, 0.69, 0.05, { seed, strength: 0.9 })
  plantOn(cliff(width * 0.08, 900, 780, 760, 0.08), 74, 34)
  plantOn(cliff(width * 0.97, 900, 800, 700, 0.08), 74, 34)
  const look = lookFrom({ height: 6, horizon: 560, focal: 1250 })
  const cover = createCover(scene)
  const ground = (wx, wz) => {
    const off = Math.abs(wx - 1.5 * Math.sin(wz / 10 + seed)) - 11 - 3 * Math.sin(wz / 8)
    return { off, height: off < 0 ? 0 : 0.4 + 1.6 * smooth(0, 10, off) * fractal(wx / 5, wz / 6, 3) }
  }
  const mask = paintTerrain(scene, { ...look, near: 12, far: 62, ground, haze: [mood.mist, 0.45], colour: ({ off }, { x: wx, z: wz }) => (off < 0 ? cover.water(wx, wz, 0.55) : cover.mixed(cover.rock(wx * 2, wz * 2), cover.grass(wx, wz), smooth(2, 8, off))) })
  reflect(scene, mask, { waterline: 640, calm: 0.55, strength: 0.5 })
  paintRipples(scene, mask, { from: 690, to: height, count: 170 })
  const things = []
  if (options.building) {
    const spec = options.building === 'station' ? { material: 'stone', gable: 'plain', wide: 11, tall: 5.4, front: { windows: 3 } } : { material: 'wood', gable: 'plain', wide: 12, tall: 5.8, front: { gallery: true } }
    things.push([17, 38, () => {
      shape(x, [look.view.point(9.4, 0, 33), look.view.point(28, 0, 33), look.view.point(28, 3.2, 33), look.view.point(9.4, 2.8, 33)], darker(mood.stone, 0.1))
      for (let index = 0; index < 50; index++) {
        const wx = random.between(9.6, 27)
        const wy = random.between(0.1, 2.6)
        line(x, [look.view.point(wx, wy, 33), look.view.point(wx + random.between(0.5, 1.2), wy, 33)], 1.2, veil(mood.ink, 0.35))
      }
      paintHouse(scene, look.view, { x: 12, y: 2.9, z: 35, turn: -0.3, deep: 8, rise: 2.5, ...spec })
    }])
  }
  for (let index = 0; index < 60; index++) {
    const wz = random.between(13, 48)
    const wx = (random.chance(0.75) ? random.pick([-1, 1]) * (11 + random.around() * 3) : random.between(-9, 9))
    things.push([wx, wz, () => paintRock(scene, ...look.view.point(wx, 0, wz), look.view.scale(wx, wz) * (random.chance(0.25) ? random.between(0.9, 2) : random.between(0.3, 0.8)))])
  }
  fromFarToNear(look.view, things)
  paintReeds(scene, -50, 280, 1010, { count: 36, plume: false })
}
