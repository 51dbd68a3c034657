import { line, oval, ribbon, shape } from '../paint/brush.mjs'
import { darker, lighter, tint, veil } from '../paint/colour.mjs'
import { createCover } from '../paint/cover.mjs'
import { paintFigure, paintLantern, paintWoods } from '../paint/dress.mjs'
import { paintHouse } from '../paint/house.mjs'
import { flower, leafHeap, paintBlossom } from '../paint/leafy.mjs'
import { fractal, smooth } from '../paint/random.mjs'
import { paintTerrain } from '../paint/terrain.mjs'
import { paintColumn } from './buildings.mjs'
import { backdrop, fromFarToNear, lookFrom } from './parts.mjs'
import { rainfall, snowfall } from './ridge.mjs'
import { createFrame, createWall } from '../paint/view.mjs'
import { paintSlope, paintRidge } from '../paint/roof.mjs'
import { paintWall, paintWindow, patch } from '../paint/wall.mjs'

/** A lane between old houses climbing to the hills; `art` paints the walls, `shops` opens the fronts. */
export function street(scene) {
  const { x, width, mood, random, seed, options } = scene
  const { material = 'white', half = 4.4, art = false, shops = false, crowd = 6 } = options
  backdrop(scene, { foot: 520, plan: options.plan ?? 'peak', disc: options.disc ?? [0.5, 0.14] })
  const cover = createCover(scene)
  const look = lookFrom({ height: 2.3, horizon: 540, focal: 1050 })
  const bend = (wz) => 5 * smooth(26, 90, wz) * Math.sin(seed)
  const heightAt = (wx, wz) => 0.035 * Math.max(0, wz - 14) + 24 * smooth(105, 190, wz) * fractal(wx / 30, wz / 40, 3)
  paintTerrain(scene, { ...look, near: 5, far: 190, growth: 1.0012, ground: (wx, wz) => ({ height: heightAt(wx, wz) }), haze: [mood.mist, 0.45], colour: (_, { x: wx, z: wz }) => (wz < 112 ? (Math.abs(wx - bend(wz)) > half - 0.35 && Math.abs(wx - bend(wz)) < half - 0.05 ? cover.mixed(cover.rock(wx, wz), [40, 44, 42], 0.45) : cover.plaza(wx - bend(wz), wz, 0.72)) : cover.wood(wx, wz)) })
  paintWoods(scene, look.view, heightAt, (wx, wz) => wz > 112, { from: 112, to: 185, spread: 90, count: 220 })
  const things = []
  for (const side of [-1, 1]) {
    for (let wz = side > 0 ? 7.4 : 8.6; wz < 100; ) {
      const wide = random.between(8.5, 12.5)
      const edge = bend(wz + wide / 2) + side * (half + random.between(0, 0.5))
      const base = heightAt(edge, wz)
      const own = material === 'mixed' ? random.pick(['white', 'wood', 'white']) : material
      const start = wz
      const mural = art && random.chance(0.8)
      things.push([edge + side * 4, wz + wide / 2, () => {
        const walls = paintHouse(scene, look.view, { x: edge, y: base, z: side > 0 ? start + wide : start, turn: side > 0 ? Math.PI / 2 : -Math.PI / 2, wide, deep: 9, tall: own === 'earth' ? 5.4 : 5.8, rise: 2.5, material: own, gable: own === 'white' ? 'stepped' : 'plain', eave: shops ? 1.2 : 0.8, front: { couplet: random.chance(0.5), gallery: own === 'wood', windows: mural ? 0 : 3, door: !mural } })
        if (mural) paintMural(scene, walls.front)
        for (const end of [walls.left, walls.right]) if (art && end.faces && start < 30) paintMural(scene, end)
        if (shops && walls.front.unit > 6) shopFront(scene, walls.front)
      }])
      wz += wide + random.between(0.2, 1.4)
    }
  }
  for (let index = 0; index < crowd; index++) {
    const wz = random.between(11, 60)
    const wx = bend(wz) + random.between(-0.62, 0.62) * half
    things.push([wx, wz, () => paintFigure(scene, look.view, wx, heightAt(wx, wz), wz, { kind: random.pick(['walker', 'walker', 'child', 'farmer']), facing: random.pick([-1, 1]) })])
  }
  if (shops || mood.dark > 0.05) for (const side of [-1, 1]) for (let wz = 10; wz < 80; wz += 5) things.push([bend(wz) + side * (half - 0.6), wz, () => {
    const [px, py] = look.view.point(bend(wz) + side * (half - 0.5), heightAt(0, wz) + 3.6, wz)
    paintLantern(scene, px, py, look.view.scale(bend(wz), wz) * 0.42)
  }])
  for (let index = 0; index < 12; index++) {
    const wz = random.between(8, 60)
    const side = random.pick([-1, 1])
    const wx = bend(wz) + side * (half - 0.5)
    things.push([wx, wz, () => {
      const [px, py] = look.view.point(wx, heightAt(wx, wz), wz)
      const unit = look.view.scale(wx, wz)
      shape(x, [[px - unit * 0.25, py], [px + unit * 0.25, py], [px + unit * 0.32, py - unit * 0.45], [px - unit * 0.32, py - unit * 0.45]], mood.tone('#8E5A3C'))
      leafHeap(scene, px, py - unit * 0.75, unit * 0.42, unit * 0.36, mood.green, { dot: Math.max(2, unit * 0.06) })
      if (random.chance(0.5)) for (let bloom = 0; bloom < 7; bloom++) flower(x, random, px + random.around() * unit * 0.4, py - unit * random.between(0.6, 1.1), unit * 0.06, '#E79AAA', '#C98A2B')
    }])
  }
  fromFarToNear(look.view, things)
  if (options.blossom) paintBlossom(scene, width + 30, 760, 760, { petal: '#F4D8DC', heart: '#B8334E', lean: -0.9, count: 620 })
  if (options.rain) rainfall(scene)
  if (mood.season === 'snow') snowfall(scene)
}

/** Goods laid out under the eaves of an open front. */
function shopFront(scene, wall) {
  const { random, mood } = scene
  patch(scene, wall, 0.6, 0, wall.length - 1.2, 2.7, mood.dark > 0.05 ? veil('#F0B35A', 0.92) : darker(mood.wood, 0.62))
  for (let u = 0.8; u < wall.length - 1; u += 0.5) for (const y of [0.2, 1.1, 1.8]) patch(scene, wall, u, y, 0.34, random.between(0.3, 0.5), mood.tone(random.pick(['#C23A2B', '#D9B45A', '#2F7D5B', '#E9E2CF', '#1F5F8B', '#A5652B'])))
  for (const u of [0.5, wall.length / 2 - 0.1, wall.length - 0.8]) patch(scene, wall, u, 0, 0.24, 2.9, mood.wood)
  patch(scene, wall, wall.length - 1.7, 3, 0.8, 1.5, mood.tone('#C23A2B', 0.4))
}

/** A mural over a whole wall: hills, a sun, a stream with fish, egrets; each wall another hour. */
export function paintMural(scene, wall) {
  const { x, random } = scene
  const tall = 4.9
  const wide = wall.length
  const on = (u, v) => wall.on(0.35 + u * (wide - 0.7), 0.75 + v * (tall - 0.9))
  const area = Array.from({ length: 5 }, (_, index) => on(index / 4, 0)).concat(Array.from({ length: 5 }, (_, index) => on(1 - index / 4, 1)))
  const sky = random.pick(['#F2DDB0', '#CFE3DF', '#F0C9A0', '#DCE6C4'])
  shape(x, area, sky)
  x.save()
  x.clip()
  const unit = wall.unit
  const [sx, sy] = on(random.between(0.25, 0.75), 0.74)
  oval(x, sx, sy, unit * 0.55, unit * 0.6, '#D9603A')
  const hills = [['#8FC0B4', 0.66], ['#4E9A8C', 0.52], ['#1F6F7A', 0.38], ['#1C5A4A', 0.26]]
  for (const [index, [colour, high]] of hills.entries()) {
    const start = random.between(0, 50)
    shape(x, [on(0, 0), ...Array.from({ length: 33 }, (_, step) => on(step / 32, high * (0.6 + 0.75 * fractal(step / 5 + start, index, 3)))), on(1, 0)], colour)
  }
  const flow = Array.from({ length: 17 }, (_, step) => on(0.1 + 0.8 * (step / 16), 0.12 + 0.07 * Math.sin(step / 2)))
  ribbon(x, flow, unit * 0.7, '#BFE0DC', { press: (t) => 0.4 + t, rough: 0.1 })
  for (let wave = 0; wave < 8; wave++) line(x, flow.slice(wave, wave + 6).map(([px, py]) => [px, py + random.around() * unit * 0.2]), 1.4, '#2E7C86')
  for (let bird = 0; bird < 4; bird++) {
    const [px, py] = on(random.between(0.15, 0.85), random.between(0.6, 0.92))
    line(x, [[px - unit * 0.3, py - unit * 0.1], [px, py + unit * 0.06], [px + unit * 0.34, py - unit * 0.12]], Math.max(1.4, unit * 0.06), '#FFFDF4')
  }
  const fish = ['#C23A2B', '#E0A32E', '#F6F1E5']
  for (let index = 0; index < 5; index++) {
    const [px, py] = on(random.between(0.15, 0.85), random.between(0.05, 0.17))
    oval(x, px, py, unit * 0.3, unit * 0.12, fish[index % 3])
    shape(x, [[px - unit * 0.24, py], [px - unit * 0.48, py - unit * 0.14], [px - unit * 0.48, py + unit * 0.14]], fish[index % 3])
  }
  for (let tree = 0; tree < 6; tree++) {
    const [px, py] = on(random.next(), random.between(0.16, 0.3))
    line(x, [[px, py], [px, py - unit * 0.7]], unit * 0.07, '#5A4030')
    oval(x, px, py - unit * 0.9, unit * 0.36, unit * 0.42, random.pick(['#E79AAA', '#6FA84F', '#D98B3A']))
  }
  x.restore()
  x.lineWidth = 1.4
  x.strokeStyle = veil(scene.mood.ink, 0.4)
  shape(x, area, 'rgba(0,0,0,0)')
  x.stroke()
}

/** A sky-well courtyard seen from its gate: open hall with columns behind, wings at both sides, jars, moss and light. */
export function courtyard(scene) {
  const { x, mood, random, options } = scene
  const earth = options.material === 'earth'
  backdrop(scene, { foot: 430, plan: options.plan ?? 'peak', disc: options.disc ?? [0.5, 0.12] })
  const cover = createCover(scene)
  const look = lookFrom({ height: 2.4, horizon: 520, focal: 1020 })
  const halfWide = 8
  const back = 26
  paintTerrain(scene, { ...look, near: 4, far: 40, growth: 1.0014, ground: (wx, wz) => ({ height: Math.abs(wx) < halfWide - 2.2 && wz < back - 2.4 ? 0 : 0.35 }), haze: [mood.mist, 0.1], colour: (_, { x: wx, z: wz }) => cover.plaza(wx, wz, earth ? 0.8 : 1.2) })
  const view = look.view
  const frame = createFrame({ y: 0.35 })
  const tall = 5.6
  const rear = createWall(view, frame, [-halfWide, back], [halfWide, back])
  paintWall(scene, rear, () => tall, { material: earth ? 'earth' : 'wood' })
  patch(scene, rear, halfWide - 3, 0, 6, 4, darker(mood.wood, mood.dark > 0.05 ? 0.2 : 0.7))
  if (mood.dark > 0.05) patch(scene, rear, halfWide - 2.8, 0.2, 5.6, 3.6, veil(mood.lamp, 0.8))
  else {
    patch(scene, rear, halfWide - 1.3, 1.2, 2.6, 2.3, mood.tone('#EFE3C3'))
    patch(scene, rear, halfWide - 2.2, 0, 4.4, 0.95, mood.wood)
  }
  for (const u of [0.6, 2.8, 11.1, 13.3]) lattice(scene, rear, u, 0.5, 1.9, 3.2)
  for (let bay = 0; bay < 6; bay++) paintWindow(scene, rear, 0.9 + bay * 2.5, 4.3, 1.5, 0.9, { bars: 6 })
  const eaveWall = createWall(view, frame, [-halfWide - 1, back - 3], [halfWide + 1, back - 3])
  for (const wx of [-halfWide + 0.6, -2.9, 2.9, halfWide - 0.6]) paintColumn(scene, view, [wx, 0.35, back - 3], tall - 0.7, 0.42, darker(mood.wood, 0.15))
  patch(scene, eaveWall, 0, tall - 0.95, eaveWall.length, 0.55, darker(mood.wood, 0.12))
  const slope = paintSlope(scene, view, frame, [[-halfWide - 1, tall + 3.4, back + 2], [halfWide + 1, tall + 3.4, back + 2], [halfWide + 1, tall - 0.4, back - 4.2], [-halfWide - 1, tall - 0.4, back - 4.2]], { lift: 0.2 })
  paintRidge(scene, slope.ridge, 12)
  for (const side of [-1, 1]) {
    const wing = side < 0 ? createWall(view, frame, [-halfWide, 3], [-halfWide, back - 3]) : createWall(view, frame, [halfWide, back - 3], [halfWide, 3])
    paintWall(scene, wing, () => tall, { material: earth ? 'earth' : 'white', shade: side < 0 ? 0.12 : 0.04 })
    const count = 4
    for (let bay = 0; bay < count; bay++) {
      const u = 1.2 + (bay * (wing.length - 2)) / count
      lattice(scene, wing, u, 0.4, 2.4, 2.6)
      paintWindow(scene, wing, u + 0.5, 3.6, 1.4, 1.1, { bars: 5 })
    }
    if (options.gallery || earth) {
      patch(scene, wing, 0, 3.1, wing.length, 0.2, darker(mood.wood, 0.2))
      for (let u = 0.2; u < wing.length; u += 0.4) patch(scene, wing, u, 3.2, 0.1, 0.85, mood.wood)
      patch(scene, wing, 0, 4.05, wing.length, 0.14, mood.wood)
    }
    const corners = side < 0
      ? [[-halfWide - 3, tall + 2.6, back - 3], [-halfWide - 3, tall + 2.6, 1], [-halfWide + 1.3, tall - 0.2, 1], [-halfWide + 1.3, tall - 0.2, back - 3]]
      : [[halfWide + 3, tall + 2.6, 1], [halfWide + 3, tall + 2.6, back - 3], [halfWide - 1.3, tall - 0.2, back - 3], [halfWide - 1.3, tall - 0.2, 1]]
    paintSlope(scene, view, frame, corners, { shade: side < 0 ? 0.1 : 0 })
  }
  const things = []
  for (const [wx, wz] of [[-4.6, 17], [4.6, 17]]) things.push([wx, wz, () => jar(scene, view, wx, wz)])
  for (const [wx, wz, size] of [[-5.2, 11, 1.3], [5.3, 12.5, 1.2], [5, 9, 0.9], [-5.4, 20, 1.2]]) things.push([wx, wz, () => {
    const [px, py] = view.point(wx, 0, wz)
    const unit = view.scale(wx, wz) * size
    shape(x, [[px - unit * 0.4, py], [px + unit * 0.4, py], [px + unit * 0.5, py - unit * 0.55], [px - unit * 0.5, py - unit * 0.55]], mood.tone('#7E6A58'))
    if (random.chance(0.5)) paintBlossom(scene, px, py - unit * 0.5, unit * 2.6, { petal: '#F4D8DC', heart: '#B8334E', count: 150 })
    else leafHeap(scene, px, py - unit * 1.1, unit * 0.8, unit * 0.7, mood.green, { dot: Math.max(3, unit * 0.06) })
  }])
  for (let index = 0; index < (options.crowd ?? 3); index++) {
    const wz = random.between(12, 21)
    const wx = random.between(-3.4, 3.4)
    things.push([wx, wz, () => paintFigure(scene, view, wx, 0, wz, { kind: random.pick(['walker', 'child']) })])
  }
  fromFarToNear(view, things)
  if (mood.dark < 0.5) {
    x.save()
    x.globalCompositeOperation = 'soft-light'
    shape(x, [[500, 120], [900, 120], [1240, 1000], [420, 1000]], veil('#FFF3CC', 0.4))
    x.restore()
  }
  if (mood.dark > 0.05) for (const wx of [-5, -1.7, 1.7, 5]) { const [px, py] = view.point(wx, tall - 0.6, back - 3.2); paintLantern(scene, px, py, 30) }
  for (let strand = 0; strand < (options.rain ? 46 : 0); strand++) { const px = random.between(380, 1220); line(x, [[px, 330], [px, random.between(600, 800)]], 1.4, veil('#F4F8F4', 0.5)) }
  if (options.rain) rainfall(scene)
  if (options.drying) for (let index = 0; index < 16; index++) {
    const wz = random.between(8, 21)
    const wx = random.between(-4.4, 4.4)
    const [px, py] = view.point(wx, 0.3, wz)
    const unit = view.scale(wx, wz)
    const crop = mood.tone(random.pick(['#C23A2B', '#E0A32E', '#DB6B3C', '#D9BD86']), 0.6)
    oval(x, px, py + unit * 0.05, unit * 0.8, unit * 0.2, darker('#B98F55', 0.2))
    oval(x, px, py, unit * 0.72, unit * 0.17, crop)
  }
}

/** A lattice door leaf. */
export function lattice(scene, wall, u, y, wide, tall) {
  const { x, mood } = scene
  patch(scene, wall, u, y, wide, tall, mood.dark > 0.05 ? mood.lamp : tint(mood.ink, mood.wood, 0.35))
  const thin = Math.max(0.8, wall.unit * 0.035)
  const rows = 7
  for (let row = 0; row <= rows; row++) line(x, [wall.on(u, y + (tall * row) / rows), wall.on(u + wide, y + (tall * row) / rows)], thin, mood.wood)
  for (let column = 0; column <= 5; column++) line(x, [wall.on(u + (wide * column) / 5, y), wall.on(u + (wide * column) / 5, y + tall)], thin, mood.wood)
  patch(scene, wall, u, y, wide, tall * 0.24, lighter(mood.wood, 0.06))
}

function jar({ x, mood }, view, wx, wz) {
  const [px, py] = view.point(wx, 0, wz)
  const unit = view.scale(wx, wz)
  const glaze = mood.tone('#5A4A3C')
  oval(x, px, py - unit * 0.45, unit * 0.62, unit * 0.5, glaze)
  oval(x, px - unit * 0.2, py - unit * 0.5, unit * 0.2, unit * 0.34, veil(lighter(glaze, 0.5), 0.35))
  oval(x, px, py - unit * 0.88, unit * 0.46, unit * 0.12, darker(glaze, 0.4))
  oval(x, px, py - unit * 0.88, unit * 0.38, unit * 0.08, mood.water[0])
  for (const dx of [-0.18, 0.12]) oval(x, px + dx * unit, py - unit * 0.94, unit * 0.17, unit * 0.06, mood.green[0])
}
