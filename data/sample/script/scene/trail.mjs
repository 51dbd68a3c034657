import { line, shape } from '../paint/brush.mjs'
import { darker, tint } from '../paint/colour.mjs'
import { createCover } from '../paint/cover.mjs'
import { paintFence, paintFigure, paintGrass, paintWoods } from '../paint/dress.mjs'
import { paintHouse } from '../paint/house.mjs'
import { paintBroadleaf } from '../paint/leafy.mjs'
import { paintPine } from '../paint/pine.mjs'
import { clamp, fractal, smooth } from '../paint/random.mjs'
import { paintTerrain } from '../paint/terrain.mjs'
import { mistBand } from '../paint/wash.mjs'
import { hamlet } from './fields.mjs'
import { backdrop, fromFarToNear, lookFrom } from './parts.mjs'

/** The red study trail: a walk of red-edged stone along a ridge, a file of walkers with a flag, ranges of mist below. */
export function trail(scene) {
  const { x, width, height, mood, random, seed, options } = scene
  backdrop(scene, { foot: 560, plan: options.plan ?? 'valley', disc: options.disc ?? [0.66, 0.17], far: 1.2, mist: 0.8 })
  mistBand(x, width, height, mood.mist, 0.57, 0.06, { seed: seed + 2, strength: 0.9 })
  const cover = createCover(scene)
  const look = lookFrom({ height: 26, horizon: 420, focal: 1200, x: 4 })
  const spine = (wz) => 4 + (3 + wz * 0.17) * Math.sin(wz / 27 + 4.1)
  const ground = (wx, wz) => {
    const off = wx - spine(wz)
    const crest = 13 + 3.5 * Math.sin(wz / 24 + seed) + (wz - 30) * 0.075
    return { off, height: crest - 0.0065 * off * off * (1 + 0.5 * fractal(wx / 9, wz / 12, 3)) - 4 * (fractal(wx / 16 + seed, wz / 18, 3) - 0.4) * smooth(1.5, 9, Math.abs(off)) }
  }
  const red = [178, 66, 46]
  paintTerrain(scene, { ...look, near: 13, far: 190, growth: 1.0011, ground: (wx, wz) => {
    const place = ground(wx, wz)
    return { ...place, height: place.height < -22 ? -22 : place.height }
  }, haze: [mood.mist, 0.55], inkStrength: 0.7, colour: ({ off, height: high }, { x: wx, z: wz }) => {
    if (high <= -22 || wz > 170) return null
    const aside = Math.abs(off)
    if (aside < 1.05) return aside > 0.86 ? cover.mixed(red, cover.ink, 0.1 * fractal(wx, wz, 2)) : cover.plaza(wx, wz, 0.7)
    const low = smooth(8, -14, high)
    return cover.mixed(cover.mixed(cover.grass(wx, wz), cover.wood(wx, wz), 0.75 * smooth(4, 22, aside)), cover.rock(wx, wz), 0.2 * low)
  } })
  mistBand(x, width, height, mood.mist, 0.62, 0.06, { seed: seed + 8, strength: 0.55 })
  const heightAt = (wx, wz) => ground(wx, wz).height
  paintGrass(scene, look.view, heightAt, (wx, wz) => Math.abs(ground(wx, wz).off) > 1.3, { from: 14, to: 80, count: 1500, middle: 8 })
  const autumn = mood.season === 'autumn'
  const things = []
  for (let index = 0; index < 240; index++) {
    const wz = 20 * (165 / 20) ** random.next()
    const off = random.pick([-1, 1]) * random.between(3.4, 38)
    const wx = spine(wz) + off
    if (heightAt(wx, wz) < -10 || (wz < 60 && (off > -9 && off < 9)) || (wz < 34)) continue
    things.push([wx, wz, () => {
      const [px, py] = look.view.point(wx, heightAt(wx, wz), wz)
      const size = look.view.scale(wx, wz) * random.between(3.4, 6)
      if (random.chance(autumn ? 0.72 : 0.4)) paintBroadleaf(scene, px, py, size)
      else paintPine(scene, px, py, size * 1.15)
    }])
  }
  const file = []
  for (let index = 0; index < 15; index++) file.push(30 + index * 2.4 + random.around() * 0.6)
  for (const [index, wz] of file.entries()) {
    const wx = spine(wz) + random.around() * 0.5
    things.push([wx, wz, () => {
      paintFigure(scene, look.view, wx, heightAt(spine(wz), wz), wz, { kind: index % 4 === 3 ? 'walker' : 'child', colour: index % 2 ? '#C23A2B' : '#E9E2CF' })
      if (index === 13 || index === 0) flag(scene, look.view, wx + 0.3, heightAt(spine(wz), wz), wz)
    }])
  }
  for (const share of [58, 98, 138]) things.push([spine(share), share, () => {
    const points = Array.from({ length: 9 }, (_, step) => [spine(share - 10 + step * 2.4) + 1.5, heightAt(spine(share - 10 + step * 2.4), share - 10 + step * 2.4), share - 10 + step * 2.4])
    paintFence(scene, look.view, points, { colour: mood.tone('#8E5A34') })
  }])
  if (options.pavilion) things.push([spine(112), 112, () => paintHouse(scene, look.view, { x: spine(112) - 9, y: heightAt(spine(112), 112) - 0.4, z: 112, turn: 0.25, wide: 8, deep: 8, tall: 3.6, rise: 3.2, material: 'wood', gable: 'hip', lift: 1.3, front: { open: true, windows: 2 } })])
  fromFarToNear(look.view, things)
}

function flag({ x, mood }, view, wx, wy, wz) {
  const [px, py] = view.point(wx, wy, wz)
  const unit = view.scale(wx, wz)
  line(x, [[px, py - unit * 0.8], [px, py - unit * 3]], Math.max(1, unit * 0.05), mood.bark)
  shape(x, [[px, py - unit * 3], [px + unit * 0.7, py - unit * 2.92], [px + unit * 1.2, py - unit * 3.05], [px + unit * 1.15, py - unit * 2.3], [px + unit * 0.6, py - unit * 2.2], [px, py - unit * 2.3]], mood.tone('#C8321F', 0.5))
}

/** Stone steps climbing between trees to a gate or pavilion, children going up. */
export function steps(scene) {
  const { x, width, height, mood, random, seed, options } = scene
  backdrop(scene, { foot: 470, plan: 'peak', disc: options.disc ?? [0.5, 0.14] })
  const cover = createCover(scene)
  const look = lookFrom({ height: 2.6, horizon: 610, focal: 1200 })
  const path = (wz) => 2.4 * Math.sin(wz / 15 + seed)
  const ground = (wx, wz) => {
    const off = Math.abs(wx - path(wz))
    const climb = Math.max(0, wz - 12) * 0.2
    const stair = Math.floor(climb / 0.16) * 0.16
    return { off, height: off < 1.9 ? stair : climb + 0.5 + 5 * smooth(3, 24, off) * fractal(wx / 9 + seed, wz / 12, 3) }
  }
  paintTerrain(scene, { ...look, near: 7, far: 110, growth: 1.0011, ground, inkStrength: 0.75, haze: [mood.mist, 0.5], colour: ({ off }, { x: wx, z: wz }) => (off < 1.9 ? (off > 1.62 ? [178, 72, 52] : cover.plaza(wx, wz, 0.8)) : cover.mixed(cover.grass(wx, wz), cover.wood(wx, wz), 0.4 * smooth(4, 16, off))) })
  const heightAt = (wx, wz) => ground(wx, wz).height
  paintWoods(scene, look.view, heightAt, (wx, wz) => ground(wx, wz).off > 6 + random.between(0, 8), { from: 26, to: 105, spread: 62, count: 240, tall: [4, 9], colours: mood.leaf, kind: 'leafy' })
  paintGrass(scene, look.view, heightAt, (wx, wz) => ground(wx, wz).off > 2.1, { from: 8, to: 50, spread: 16, count: 1300 })
  const things = []
  things.push([path(96), 96, () => paintHouse(scene, look.view, { x: path(96) - 7, y: heightAt(path(96), 96) + 0.2, z: 94, turn: 0, wide: 14, deep: 8, tall: 4.6, rise: 3.4, material: options.material ?? 'earth', gable: options.material === 'wood' ? 'hip' : 'plain', front: { couplet: true } })])
  for (let index = 0; index < 14; index++) {
    const wz = random.between(17, 66)
    const wx = path(wz) + random.between(-1.2, 1.2)
    things.push([wx, wz, () => paintFigure(scene, look.view, wx, heightAt(path(wz), wz), wz, { kind: random.pick(['child', 'child', 'walker']), colour: random.pick(['#C23A2B', '#E9E2CF', '#2F6E8F']) })])
  }
  for (const [wx, wz, size] of [[-8.5, 17, 13], [9.5, 20, 12], [-13, 30, 12], [14, 34, 13], [-9, 44, 11], [10, 50, 11]]) things.push([wx, wz, () => {
    const [px, py] = look.view.point(wx, heightAt(wx, wz) - 0.2, wz)
    const tall = look.view.scale(wx, wz) * size
    if (options.kind === 'pine') paintPine(scene, px, py, tall, { lean: wx > 0 ? -0.3 : 0.3 })
    else paintBroadleaf(scene, px, py, tall, { dot: clamp(tall * 0.012, 3, 9), lean: wx > 0 ? -0.35 : 0.35 })
  }])
  fromFarToNear(look.view, things)
  if (mood.time === 'mist' || mood.time === 'dawn') mistBand(x, width, height, mood.mist, 0.5, 0.06, { seed, strength: 0.7 })
}

/** The township from a height: the creek winding through fields, villages on both sides, ranges all about. */
export function panorama(scene) {
  const { x, width, height, mood, seed, options } = scene
  backdrop(scene, { foot: 360, plan: options.plan ?? 'valley', disc: options.disc ?? [0.5, 0.13], far: 1.1 })
  const cover = createCover(scene)
  const look = lookFrom({ height: 96, horizon: 270, focal: 1150 })
  const course = (wz) => 40 * Math.sin(wz / 105 + seed) + 16 * Math.sin(wz / 43)
  const ground = (wx, wz) => {
    const off = Math.abs(wx - course(wz))
    const floor = smooth(70, 190, off)
    const u = (wx * 0.94 + wz * 0.34) / 34
    const v = (wz * 0.94 - wx * 0.34) / 26
    const edge = Math.min(Math.abs(u - Math.round(u)) * 34, Math.abs(v - Math.round(v)) * 26)
    return { off, floor, edge, pick: Math.abs(Math.sin(Math.floor(u + 0.5) * 12.9 + Math.floor(v + 0.5) * 78.2) * 43758.5) % 1, height: off < 11 ? -1 : 95 * floor * (0.35 + fractal(wx / 90 + seed, wz / 100, 4)) * smooth(60, 200, wz + 60) }
  }
  const mask = paintTerrain(scene, { ...look, near: 70, far: 1100, growth: 1.0013, ground, haze: [mood.mist, mood.time === 'mist' ? 0.88 : 0.72], colour: (place, { x: wx, z: wz }) => {
    if (place.off < 11) return cover.water(wx / 4, wz / 4, 0.4)
    if (place.off < 13) return cover.rock(wx / 4, wz / 4)
    if (place.floor > 0.12) return cover.mixed(cover.wood(wx / 3, wz / 3), cover.grass(wx / 3, wz / 3), 0.45)
    if (Math.abs(place.off - 30) < 1.4) return cover.path(wx / 4, wz / 4)
    if (place.edge < 1.2) return cover.grass(wx / 4, wz / 4)
    return place.pick < (options.water ?? 0.25) ? cover.water(wx / 4, wz / 4, 0.3) : options.rape && place.pick > 0.6 ? cover.rape(wx / 3, wz / 3) : cover.crop(wx / 5, wz / 5, place.pick, 5.2, wx * 0.94 + wz * 0.34)
  } })
  const heightAt = (wx, wz) => ground(wx, wz).height
  const shine = tint(mood.sky[2], '#FFFFFF', 0.2)
  x.save()
  x.globalAlpha = 0.35
  const glint = new OffscreenCanvas(width, height)
  const pen = glint.getContext('2d')
  pen.fillStyle = shine
  pen.fillRect(0, 0, width, height)
  pen.globalCompositeOperation = 'destination-in'
  pen.drawImage(mask, 0, 0)
  x.drawImage(glint, 0, 0)
  x.restore()
  paintWoods(scene, look.view, heightAt, (wx, wz) => ground(wx, wz).floor > 0.16, { from: 100, to: 1050, spread: 820, count: 1500, tall: [9, 16] })
  const things = []
  for (const [mx, mz, count] of [[76, 205, 9], [-86, 300, 10], [92, 420, 9], [-80, 560, 8], [70, 720, 8]]) {
    const cx = course(mz) + mx
    things.push(...hamlet(scene, look.view, { x: cx, z: mz, y: (wx, wz) => Math.max(0, heightAt(wx, wz)), count, spread: 92, deep: 46, turn: mx > 0 ? -0.3 : 0.3 }))
  }
  fromFarToNear(look.view, things)
  if (mood.time === 'mist' || mood.time === 'dawn') for (const v of [0.36, 0.44, 0.55]) mistBand(x, width, height, mood.mist, v, 0.04, { seed: seed + v * 30, strength: mood.time === 'mist' ? 0.95 : 0.65 })
  if (options.pine !== false) paintPine(scene, options.side === -1 ? 1500 : 100, 1080, 760, { lean: options.side === -1 ? -0.3 : 0.3 })
  shape(x, [[0, 1000], [0, 999], [1600, 999], [1600, 1000]], darker(mood.grass, 0.3))
}
