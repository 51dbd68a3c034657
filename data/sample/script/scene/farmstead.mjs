import { shape } from '../paint/brush.mjs'
import { createCover } from '../paint/cover.mjs'
import { darker } from '../paint/colour.mjs'
import { paintFigure, paintGrass, paintWoods } from '../paint/dress.mjs'
import { paintHouse } from '../paint/house.mjs'
import { paintBroadleaf, paintWillow } from '../paint/leafy.mjs'
import { fractal, noise, smooth } from '../paint/random.mjs'
import { paintTerrain } from '../paint/terrain.mjs'
import { paintRipples, reflect } from '../paint/water.mjs'
import { backdrop, fromFarToNear, lookFrom } from './parts.mjs'

/** The agritourism hamlet from a little above: old houses in an arc about a pond, canopies of a market, fields all round. */
export function farmstead(scene) {
  const { height, mood, random, seed, options } = scene
  backdrop(scene, { foot: 370, plan: options.plan ?? 'valley', disc: options.disc ?? [0.3, 0.14] })
  const cover = createCover(scene)
  const look = lookFrom({ height: 27, horizon: 300, focal: 1250 })
  const centre = { x: -6, z: 74 }
  const ring = (wx, wz) => Math.hypot((wx - centre.x) / 1.5, wz - centre.z)
  const ground = (wx, wz) => {
    const r = ring(wx, wz) + 2.4 * (fractal(wx / 14 + seed, wz / 14, 2) - 0.5)
    const u = (wx * 0.95 + wz * 0.3) / 19
    const v = (wz * 0.95 - wx * 0.3) / 15
    const edge = Math.min(Math.abs(u - Math.round(u)) * 19, Math.abs(v - Math.round(v)) * 15)
    return { r, edge, u: Math.floor(u + 0.5), v: Math.floor(v + 0.5), along: wz * 0.95 - wx * 0.3, height: r < 11.5 ? -0.7 : 24 * smooth(150, 300, wz) * fractal(wx / 60 + seed, wz / 70, 3) }
  }
  const mask = paintTerrain(scene, { ...look, near: 24, far: 320, growth: 1.0012, ground, haze: [mood.mist, 0.58], colour: ({ r, edge, u, v, along }, { x: wx, z: wz }) => {
    if (r < 11.5) return cover.water(wx, wz, 0.4)
    if (r < 12.2) return cover.rock(wx, wz)
    if (r < 17) return cover.plaza(wx, wz, 1)
    if (Math.abs(wx - 34 - 5 * Math.sin(wz / 20)) < 2 || (Math.abs(wz - 48 - wx * 0.1) < 1.3 && r > 17)) return cover.path(wx, wz)
    if (r < 30 || wz > 165) return cover.mixed(cover.grass(wx, wz), cover.wood(wx, wz), wz > 165 ? 0.6 : 0.1)
    if (edge < 0.6) return cover.mixed(cover.grass(wx, wz), cover.path(wx, wz), 0.4)
    const pick = noise(u * 7.7 + 0.5, v * 3.3 + 0.5)
    return pick < 0.22 ? cover.water(wx, wz, 0.3) : pick > 0.72 && mood.season === 'spring' ? cover.rape(wx, wz) : cover.crop(wx, wz, pick, 0.9, along)
  } })
  const heightAt = (wx, wz) => ground(wx, wz).height
  const houses = []
  for (let index = 0; index < 11; index++) {
    const turn = -0.32 + (index / 10) * (Math.PI + 0.64)
    const reach = index % 2 ? 21.5 : 19
    const hx = centre.x + Math.cos(turn) * reach * 1.55 - 5
    const hz = centre.z + Math.sin(turn) * reach
    const spec = { x: hx, y: 0, z: hz, turn: -Math.cos(turn) * 0.55 + random.around() * 0.12, wide: random.between(9, 12), deep: 7.5, tall: random.pick([3.6, 5.4, 5.6]), rise: 2.2, material: index % 5 === 2 ? 'earth' : 'white', steps: random.pick([3, 5]), front: { couplet: true, gallery: index % 5 === 2 } }
    houses.push([hx + 5, hz + 3, (layer = scene, view = look.view) => paintHouse(layer, view, spec)])
  }
  const mirrored = { ...look.view, eye: look.eye, point: (px, py, pz) => look.view.point(px, -1.4 - py, pz) }
  const order = [...houses].sort((a, b) => b[1] - a[1])
  reflect(scene, mask, { waterline: 302, calm: 0.85, strength: 0.7, paintMirrored: (layer) => order.forEach(([, , draw]) => draw(layer, mirrored)) })
  paintRipples(scene, mask, { from: 560, to: height, count: 90, strength: 0.5 })
  paintWoods(scene, look.view, heightAt, (wx, wz) => wz > 158 || (ground(wx, wz).r > 29 && ground(wx, wz).r < 33 && random.chance(0.5)), { from: 40, to: 315, spread: 230, count: 560 })
  paintGrass(scene, look.view, heightAt, (wx, wz) => ground(wx, wz).r > 17.5 && ground(wx, wz).r < 30, { from: 40, to: 110, spread: 70, count: 900 })
  const things = [...houses]
  for (let index = 0; index < 9; index++) {
    const turn = Math.PI * (1.12 + index * 0.095)
    const wx = centre.x + Math.cos(turn) * 14.6 * 1.5
    const wz = centre.z + Math.sin(turn) * 14.6
    things.push([wx, wz, () => canopy(scene, look.view, wx, wz)])
  }
  for (let index = 0; index < 40; index++) {
    const turn = random.next() * Math.PI * 2
    const reach = random.between(12.8, 16.6)
    const wx = centre.x + Math.cos(turn) * reach * 1.5
    const wz = centre.z + Math.sin(turn) * reach
    things.push([wx, wz, () => paintFigure(scene, look.view, wx, 0, wz, { kind: random.pick(['walker', 'walker', 'child', 'farmer']) })])
  }
  for (const [wx, wz] of [[-30, 66], [19, 66], [-24, 88], [14, 90], [-40, 52], [42, 54], [26, 46], [-14, 96]]) things.push([wx, wz - 0.5, () => {
    const [px, py] = look.view.point(wx, 0, wz)
    const size = look.view.scale(wx, wz) * random.between(6, 8)
    if (ring(wx, wz) < 18) paintWillow(scene, px, py, size)
    else paintBroadleaf(scene, px, py, size)
  }])
  fromFarToNear(look.view, things)
}

/** A market canopy on four poles with its table. */
function canopy({ x, mood, random }, view, wx, wz) {
  const on = (a, b, c) => view.point(wx + a, b, wz + c)
  const cloth = mood.tone(random.pick(['#C23A2B', '#E6DCC4', '#2F6E8F', '#D9A03C', '#2F7D5B']), 0.7)
  shape(x, [on(-1, 0.8, 0), on(1, 0.8, 0), on(1, 0.8, 0.9), on(-1, 0.8, 0.9)], mood.wood)
  for (const a of [-1.3, 1.3]) shape(x, [on(a - 0.06, 0, 0), on(a + 0.06, 0, 0), on(a + 0.06, 2, 0), on(a - 0.06, 2, 0)], mood.wood)
  shape(x, [on(-1.5, 1.9, -0.4), on(1.5, 1.9, -0.4), on(0, 2.9, 0.7)], cloth)
  shape(x, [on(1.5, 1.9, -0.4), on(1.5, 1.9, 1.8), on(0, 2.9, 0.7)], darker(cloth, 0.25))
  shape(x, [on(-1.5, 1.9, -0.4), on(-1.5, 1.9, 1.8), on(0, 2.9, 0.7)], darker(cloth, 0.12))
}
