import { line, oval, shape } from '../paint/brush.mjs'
import { darker, lighter, veil } from '../paint/colour.mjs'
import { paintLantern } from '../paint/dress.mjs'
import { paintHouse } from '../paint/house.mjs'
import { paintRidge, paintSlope } from '../paint/roof.mjs'
import { createFrame, createWall } from '../paint/view.mjs'
import { paintDoor, paintWall, paintWindow, patch } from '../paint/wall.mjs'

/** A frame whose `at` starts from a point of another: for parts of a building set on its own ground. */
const within = (spec, a, c) => {
  const frame = createFrame(spec)
  const [x, , z] = frame.at(a, 0, c)
  return { ...spec, x, z }
}

/** A round column on a drum, with a shade and a light side. */
export function paintColumn(scene, view, [wx, wy, wz], tall, thick, colour = scene.mood.tone('#8E3B2C')) {
  const { x, mood } = scene
  const unit = view.scale(wx, wz)
  const [px, foot] = view.point(wx, wy, wz)
  const [, head] = view.point(wx, wy + tall, wz)
  const half = (thick * unit) / 2
  const fill = x.createLinearGradient(px - half, 0, px + half, 0)
  fill.addColorStop(0, lighter(colour, 0.16))
  fill.addColorStop(0.4, colour)
  fill.addColorStop(1, darker(colour, 0.55))
  shape(x, [[px - half, foot], [px + half, foot], [px + half * 0.92, head], [px - half * 0.92, head]], fill)
  shape(x, [[px - half * 1.5, foot], [px - half * 1.3, foot - unit * 0.34], [px + half * 1.3, foot - unit * 0.34], [px + half * 1.5, foot]], mood.stone)
  line(x, [[px - half * 1.4, foot - unit * 0.17], [px + half * 1.4, foot - unit * 0.17]], 1, veil(mood.ink, 0.4))
}

/** A board with strokes that stand for writing, never words: the plaque over a door. */
function plaque(scene, wall, u, y, wide, tall, { ground = scene.mood.tone('#1F3B3A'), ink = '#D9B45A', marks = 4 } = {}) {
  const { x, random } = scene
  patch(scene, wall, u, y, wide, tall, scene.mood.tone('#C9A14A'))
  patch(scene, wall, u + tall * 0.08, y + tall * 0.08, wide - tall * 0.16, tall * 0.84, ground)
  for (let mark = 0; mark < marks; mark++) {
    const left = u + (wide * (mark + 0.5)) / marks - tall * 0.26
    for (let stroke = 0; stroke < 6; stroke++) {
      const [a, b, c, d] = [random.next(), random.next(), random.next(), random.next()].map((value) => value * tall * 0.52)
      const upright = stroke % 2
      line(x, [wall.on(left + a, y + tall * 0.22 + b), wall.on(left + (upright ? a : c), y + tall * 0.22 + (upright ? d : b))], Math.max(1, wall.unit * tall * 0.055), ink)
    }
  }
}

/** A platform of dressed stone with steps in the middle. */
function terrace(scene, view, spec, wide, deep, high) {
  const { x, mood } = scene
  const frame = createFrame(spec)
  const on = (a, b, c) => view.point(...frame.at(a, b, c))
  shape(x, [on(-1, high, -deep), on(wide + 1, high, -deep), on(wide + 1, high, 0), on(-1, high, 0)], lighter(mood.stone, 0.2))
  const front = createWall(view, frame, [-1, -deep], [wide + 1, -deep])
  paintWall(scene, front, () => high, { material: 'stone' })
  const steps = Math.max(2, Math.round(high / 0.17))
  const middle = wide / 2
  for (let step = 0; step < steps; step++) {
    const y = high * (1 - (step + 1) / steps)
    const c = -deep - (step + 1) * 0.36
    shape(x, [on(middle - 2.6, y + high / steps, c), on(middle + 2.6, y + high / steps, c), on(middle + 2.6, y + high / steps, c + 0.36), on(middle - 2.6, y + high / steps, c + 0.36)], lighter(mood.stone, 0.3))
    shape(x, [on(middle - 2.6, y, c), on(middle + 2.6, y, c), on(middle + 2.6, y + high / steps, c), on(middle - 2.6, y + high / steps, c)], darker(mood.stone, 0.08))
  }
}

/** The village's cultural hall: a columned porch under an upturned roof, plaque, red doors, lanterns. */
export function culturalHall(scene, view, spec, { wide = 24, tall = 6.2, columns = 6, material = 'white' } = {}) {
  const { mood } = scene
  terrace(scene, view, spec, wide, 4.6, 0.9)
  const raised = { ...spec, y: (spec.y ?? 0) + 0.9 }
  const frame = createFrame(raised)
  const back = createWall(view, frame, [0, 0], [wide, 0])
  const side = createWall(view, frame, [wide, 0], [wide, 15])
  if (side.faces) paintWall(scene, side, () => tall, { material, shade: 0.16 })
  paintWall(scene, back, () => tall, { material })
  for (let bay = 0; bay < columns - 1; bay++) {
    const u = (wide * bay) / (columns - 1)
    const span = wide / (columns - 1)
    if (bay === (columns - 2) / 2) paintDoor(scene, back, u + span * 0.16, span * 0.68, 3.5, { leaf: mood.tone('#A93A28'), frame: mood.wood, brow: false, couplet: true, open: mood.dark > 0.05 })
    else paintWindow(scene, back, u + span * 0.18, 1.1, span * 0.64, 2.2, { bars: 6, frame: mood.tone('#7A3A28') })
  }
  plaque(scene, back, wide / 2 - 2.6, 4.15, 5.2, 1.25)
  const eave = { lift: 0.9, tile: mood.tile }
  const beam = createWall(view, frame, [-0.4, -3.4], [wide + 0.4, -3.4])
  for (let index = 0; index < columns; index++) paintColumn(scene, view, frame.at((wide * index) / (columns - 1), 0, -3.4), tall - 0.6, 0.56)
  patch(scene, beam, 0, tall - 1, beam.length, 0.75, mood.tone('#7A3226'))
  for (let u = 0.4; u < beam.length; u += 1.1) patch(scene, beam, u, tall - 0.86, 0.6, 0.46, mood.tone('#2F6E6A'))
  const slope = paintSlope(scene, view, frame, [[3, tall + 4.6, 6], [wide - 3, tall + 4.6, 6], [wide + 2.2, tall - 0.35, -5.2], [-2.2, tall - 0.35, -5.2]], eave)
  paintRidge(scene, slope.ridge, view.scale(...flat(frame.at(wide / 2, 0, 0))) * 0.42)
  for (let index = 0; index < columns - 1; index++) {
    const [lx, ly] = view.point(...frame.at((wide * (index + 0.5)) / (columns - 1), tall - 1.1, -3.4))
    paintLantern(scene, lx, ly, view.scale(...flat(frame.at(wide / 2, 0, -3.4))) * 0.62)
  }
}

const flat = ([px, , pz]) => [px, pz]

/** An ancestral hall: white screen wall with a stone gate of tiers, stepped gables at both ends. */
export function ancestralHall(scene, view, spec, { wide = 22, tall = 6.6 } = {}) {
  const { mood } = scene
  paintHouse(scene, view, { ...spec, wide, deep: 16, tall, rise: 3.2, material: 'white', steps: 5, front: { door: false, windows: 0 } })
  const frame = createFrame(spec)
  const wall = createWall(view, frame, [0, -0.3], [wide, -0.3])
  const middle = wide / 2
  for (const [half, high, bottom] of [[4.6, 6.2, 0], [2.6, 8.4, 0]]) {
    patch(scene, wall, middle - half, bottom, half * 2, high, mood.tone('#E3D8BF'))
    const cap = createFrame({ ...spec })
    const slope = paintSlope(scene, view, cap, [[middle - half + 0.3, high + 1, -0.6], [middle + half - 0.3, high + 1, -0.6], [middle + half + 0.9, high, -1.5], [middle - half - 0.9, high, -1.5]], { lift: 0.7 })
    paintRidge(scene, slope.ridge, wall.unit * 0.3)
    patch(scene, wall, middle - half + 0.2, high - 0.9, half * 2 - 0.4, 0.6, mood.tone('#8E9A94'))
    for (let u = middle - half + 0.5; u < middle + half - 0.4; u += 0.7) patch(scene, wall, u, high - 0.82, 0.42, 0.44, darker(mood.stone, 0.3))
  }
  for (const u of [middle - 4.5, middle - 2.5, middle + 2.1, middle + 4.1]) patch(scene, wall, u, 0, 0.42, u < middle - 4 || u > middle + 4 ? 5.2 : 7.4, mood.tone('#9AA39C'))
  paintDoor(scene, wall, middle - 1.5, 3, 3.7, { leaf: mood.tone('#3B2A24'), frame: mood.stone, brow: false, couplet: true })
  plaque(scene, wall, middle - 1.6, 5, 3.2, 0.95)
  for (const u of [middle - 2.9, middle + 2.9]) {
    const [px, py] = view.point(...frame.at(u, 0, -1.8))
    const unit = view.scale(...flat(frame.at(u, 0, -1.8)))
    oval(scene.x, px, py - unit * 0.95, unit * 0.5, unit * 0.55, mood.stone)
    oval(scene.x, px, py - unit * 0.95, unit * 0.3, unit * 0.34, darker(mood.stone, 0.25))
    shape(scene.x, [[px - unit * 0.6, py], [px - unit * 0.45, py - unit * 0.45], [px + unit * 0.45, py - unit * 0.45], [px + unit * 0.6, py]], darker(mood.stone, 0.1))
  }
}

/** The assembly hall of the sixties: tall plastered front with piers and a star, long gabled body behind. */
export function assemblyHall(scene, view, spec, { wide = 22, tall = 9 } = {}) {
  const { x, mood } = scene
  paintHouse(scene, view, { ...within(spec, 1.5, 1), wide: wide - 3, deep: 34, tall: 6.4, rise: 4, material: 'plaster', gable: 'plain', front: { door: false, windows: 0 } })
  const frame = createFrame(spec)
  const wall = createWall(view, frame, [0, 0], [wide, 0])
  const top = (u) => {
    const t = Math.abs(u / wide - 0.5)
    return t < 0.16 ? tall + 3.4 : t < 0.32 ? tall + 1.6 : tall
  }
  paintWall(scene, wall, top, { material: 'plaster', steps: 100 })
  for (const u of [0, 3.6, 7.1, wide - 7.7, wide - 4.2, wide - 0.6]) patch(scene, wall, u, 0, 0.6, top(u + 0.3) - 0.4, lighter(mood.tone('#E3D2A6'), 0.25))
  patch(scene, wall, 0, tall - 0.5, wide, 0.4, lighter(mood.tone('#E3D2A6'), 0.3))
  for (const u of [1.2, 4.8, wide - 6.6, wide - 3]) for (const y of [1.3, 5.2]) paintWindow(scene, wall, u, y, 1.8, 2.5, { bars: 4, frame: mood.tone('#3C6E63') })
  for (const u of [wide / 2 - 2.9, wide / 2 - 0.9, wide / 2 + 1.1]) paintDoor(scene, wall, u, 1.8, 3.4, { leaf: mood.tone('#3C6E63'), frame: mood.tone('#CDB98A'), brow: false })
  patch(scene, wall, wide / 2 - 3.6, 4, 7.2, 0.35, mood.stone)
  for (let index = 0; index < 3; index++) paintWindow(scene, wall, wide / 2 - 2.9 + index * 2, 5.2, 1.6, 2.6, { bars: 4, frame: mood.tone('#3C6E63') })
  const star = Array.from({ length: 10 }, (_, index) => {
    const reach = index % 2 ? 0.5 : 1.25
    const turn = (index / 10) * Math.PI * 2
    return wall.on(wide / 2 + Math.sin(turn) * reach, tall + 1.6 + Math.cos(turn) * reach)
  })
  shape(x, star, mood.tone('#C8321F', 0.5))
  x.lineWidth = 2
  x.strokeStyle = '#E6C25A'
  x.stroke()
}

/** A two-storey school: long gallery front, clock gable, flagpole. */
export function school(scene, view, spec, { wide = 34 } = {}) {
  const { x, mood } = scene
  paintHouse(scene, view, { ...spec, wide, deep: 9, tall: 6.8, rise: 2.6, material: 'plaster', gable: 'plain', eave: 1.3, front: { gallery: true, windows: 11 } })
  const frame = createFrame(spec)
  const on = (a, b, c) => view.point(...frame.at(a, b, c))
  line(x, [on(-6, 0, -9), on(-6, 11, -9)], 3, mood.stone)
  shape(x, [on(-6, 10.9, -9), on(-3.2, 10.7, -9), on(-3.3, 9, -9), on(-6, 9.2, -9)], mood.tone('#C8321F', 0.5))
  for (const a of [9, 15]) {
    line(x, [on(a, 0, -13), on(a, 3, -13)], 2.4, mood.wood)
    shape(x, [on(a - 0.9, 2.4, -13), on(a + 0.9, 2.4, -13), on(a + 0.9, 3.5, -13), on(a - 0.9, 3.5, -13)], mood.wall)
  }
}

/** Round grain bins with conical roofs and one long store. */
export function granary(scene, view, spec) {
  const { x, mood, random } = scene
  paintHouse(scene, view, { ...within(spec, 16, 7), turn: spec.turn, wide: 22, deep: 9, tall: 5, rise: 2.6, material: 'plaster', gable: 'plain', front: { windows: 6 } })
  for (const [a, c] of [[2, 12], [10.5, 10], [-3, 2], [6, 0]]) {
    const frame = createFrame(spec)
    const [wx, , wz] = frame.at(a, 0, c)
    const unit = view.scale(wx, wz)
    const [px, foot] = view.point(wx, spec.y ?? 0, wz)
    const r = 3.7 * unit
    const tall = 5.6 * unit
    const flatness = 0.2
    const fill = x.createLinearGradient(px - r, 0, px + r, 0)
    const plaster = mood.tone('#E6D8B4')
    fill.addColorStop(0, lighter(plaster, 0.25))
    fill.addColorStop(0.45, plaster)
    fill.addColorStop(1, darker(plaster, 0.42))
    oval(x, px + r * 0.3, foot + r * 0.06, r * 1.2, r * flatness, veil(mood.ink, 0.2))
    x.beginPath()
    x.ellipse(px, foot, r, r * flatness, 0, 0, Math.PI)
    x.lineTo(px - r, foot - tall)
    x.lineTo(px + r, foot - tall)
    x.closePath()
    x.fillStyle = fill
    x.fill()
    for (let ring = 1; ring < 5; ring++) {
      x.lineWidth = 1
      x.strokeStyle = veil(mood.ink, 0.16)
      x.beginPath()
      x.ellipse(px, foot - (tall * ring) / 5, r, r * flatness, 0, 0, Math.PI)
      x.stroke()
    }
    for (let stain = 0; stain < 22; stain++) {
      const sx = px + random.between(-0.92, 0.92) * r
      line(x, [[sx, foot - tall], [sx, foot - tall * random.between(0.4, 0.9)]], random.between(1, 4), veil(mood.ink, 0.06))
    }
    shape(x, [[px - unit * 0.6, foot + r * flatness * 0.96], [px + unit * 0.6, foot + r * flatness * 0.96], [px + unit * 0.6, foot - unit * 2], [px - unit * 0.6, foot - unit * 2]], mood.tone('#7A4A32'))
    shape(x, [[px - unit * 0.4, foot - unit * 3.4], [px + unit * 0.4, foot - unit * 3.4], [px + unit * 0.4, foot - unit * 4.1], [px - unit * 0.4, foot - unit * 4.1]], mood.dark > 0.05 ? mood.lamp : darker(mood.tile, 0.3))
    const apex = foot - tall - r * 0.72
    const roof = x.createLinearGradient(px - r, 0, px + r, 0)
    roof.addColorStop(0, lighter(mood.tile, 0.25))
    roof.addColorStop(1, darker(mood.tile, 0.4))
    x.beginPath()
    x.moveTo(px - r * 1.14, foot - tall)
    x.quadraticCurveTo(px, foot - tall + r * flatness * 2.3, px + r * 1.14, foot - tall)
    x.lineTo(px, apex)
    x.closePath()
    x.fillStyle = roof
    x.fill()
    for (let course = 0; course <= 26; course++) {
      const t = (course / 26) * 2 - 1
      line(x, [[px, apex], [px + t * r * 1.14, foot - tall + (1 - t * t) * r * flatness * 1.15]], 0.9, veil(mood.ink, 0.32))
    }
    oval(x, px, apex, unit * 0.35, unit * 0.3, darker(mood.tile, 0.2))
  }
}

/** The old tea factory: a brick body under saw-tooth roofs with north lights, and a chimney. */
export function teaFactory(scene, view, spec, { teeth = 5 } = {}) {
  const { x, mood } = scene
  const frame = createFrame(spec)
  const each = 7
  const wide = teeth * each
  const on = (a, b, c) => view.point(...frame.at(a, b, c))
  const chimney = (a, c, tall) => {
    const [px, foot] = on(a, 0, c)
    const unit = view.scale(...flat(frame.at(a, 0, c)))
    const fill = x.createLinearGradient(px - unit, 0, px + unit, 0)
    fill.addColorStop(0, mood.tone('#C98D6A'))
    fill.addColorStop(1, darker(mood.tone('#B9785A'), 0.45))
    shape(x, [[px - unit * 1.1, foot], [px + unit * 1.1, foot], [px + unit * 0.75, foot - unit * tall], [px - unit * 0.75, foot - unit * tall]], fill)
    for (let ring = 1; ring < 16; ring++) line(x, [[px - unit, foot - (unit * tall * ring) / 16], [px + unit, foot - (unit * tall * ring) / 16]], 0.8, veil(mood.ink, 0.22))
  }
  chimney(wide - 4, 26, 19)
  const front = createWall(view, frame, [0, 0], [wide, 0])
  const end = createWall(view, frame, [wide, 0], [wide, 22])
  const tooth = (u) => 4.6 + 3.4 * ((u % each) / each)
  if (end.faces) paintWall(scene, end, () => 4.6, { material: 'brick', shade: 0.2 })
  for (let index = teeth - 1; index >= 0; index--) {
    const a = index * each
    paintSlope(scene, view, frame, [[a + each, 8, 22], [a + each, 8, 0], [a, 4.6, -0.3], [a, 4.6, 22]], { sag: 0, tile: mood.tone('#6E7C7C') })
    const light = createWall(view, frame, [a + each, 0], [a + each, 22])
    if (light.faces) for (let u = 0.4; u < 21; u += 1.7) paintWindow(scene, { ...light }, u, 4.9, 1.4, 2.5, { bars: 2, frame: mood.tone('#DDE3DC'), lit: mood.dark > 0.05 })
  }
  paintWall(scene, front, (u) => tooth(Math.min(u, wide - 0.01)), { material: 'brick', steps: teeth * 14 })
  for (let index = 0; index < teeth; index++) {
    const u = index * each
    if (index === 2) paintDoor(scene, front, u + 2, 3, 3.3, { leaf: mood.tone('#3C6E63'), frame: mood.stone, brow: false })
    else for (const shift of [0.9, 3.9]) paintWindow(scene, front, u + shift, 1.2, 2.2, 2.2, { bars: 5, frame: mood.tone('#3C6E63') })
  }
  plaque(scene, front, each * 2 + 1, 4.6, 5.4, 1.1, { ground: mood.tone('#C23A2B'), ink: '#F3E3B4', marks: 5 })
}

/** The supply-and-marketing shop: shuttered front on a street corner, round-shouldered parapet with a star, benches and jars. */
export function coopShop(scene, view, spec, { wide = 17 } = {}) {
  const { x, mood } = scene
  paintHouse(scene, view, { ...within(spec, 0.6, 0.6), wide: wide - 1.2, deep: 11, tall: 6.4, rise: 2.4, material: 'plaster', gable: 'plain', front: { door: false, windows: 0 } })
  const frame = createFrame(spec)
  const wall = createWall(view, frame, [0, 0], [wide, 0])
  const top = (u) => 7 + 2.4 * Math.max(0, 1 - Math.abs(u / wide - 0.5) * 3.2) ** 0.6
  paintWall(scene, wall, top, { material: 'plaster', steps: 60 })
  for (const u of [0, wide / 3 - 0.25, (wide * 2) / 3 - 0.25, wide - 0.5]) patch(scene, wall, u, 0, 0.5, 7, lighter(mood.tone('#E3D2A6'), 0.25))
  for (let bay = 0; bay < 3; bay++) {
    const u = (wide * bay) / 3 + 0.7
    const span = wide / 3 - 1.4
    patch(scene, wall, u, 0, span, 3.1, bay === 1 ? darker(mood.wood, mood.dark > 0.05 ? 0 : 0.7) : mood.tone('#4F8A74'))
    if (bay !== 1 && mood.dark <= 0.05) for (let board = 0; board < 7; board++) line(x, [wall.on(u + (span * board) / 7, 0), wall.on(u + (span * board) / 7, 3.1)], 1.2, veil(mood.ink, 0.5))
    else {
      patch(scene, wall, u, 0, span, 3.1, mood.dark > 0.05 ? veil(mood.lamp, 0.85) : veil('#7A5A34', 0.7))
      for (const y of [1.5, 2.05, 2.6]) for (let jar = 0; jar < 8; jar++) patch(scene, wall, u + 0.2 + jar * ((span - 0.4) / 8), y, 0.28, 0.34, ['#C23A2B', '#D9B45A', '#2F7D5B', '#E9E2CF', '#1F5F8B'][(jar + Math.round(y * 3)) % 5])
      patch(scene, wall, u, 0, span, 1.05, mood.wood)
    }
    for (const shift of [0, span / 2 + 0.1]) paintWindow(scene, wall, u + shift, 4.4, span / 2 - 0.15, 1.7, { bars: 4, frame: mood.tone('#3C6E63') })
  }
  plaque(scene, wall, 2.2, 3.35, wide - 4.4, 0.85, { ground: mood.tone('#F2E8CF'), ink: '#B5302A', marks: 7 })
  const star = Array.from({ length: 10 }, (_, index) => {
    const reach = index % 2 ? 0.34 : 0.85
    const turn = (index / 10) * Math.PI * 2
    return wall.on(wide / 2 + Math.sin(turn) * reach, 7.9 + Math.cos(turn) * reach)
  })
  shape(x, star, mood.tone('#C8321F', 0.5))
}

/** A great open shed of timber trusses with stacked logs. */
export function forestShed(scene, view, spec, { wide = 30 } = {}) {
  const { x, mood, random } = scene
  const frame = createFrame(spec)
  const on = (a, b, c) => view.point(...frame.at(a, b, c))
  shape(x, [on(0, 0, 12), on(wide, 0, 12), on(wide, 6, 12), on(0, 6, 12)], darker(mood.wood, 0.55))
  for (let a = 0; a < wide; a += 0.5) line(x, [on(a, 0, 12), on(a, 6, 12)], 1, random.chance(0.16) ? veil(mood.glow, 0.8) : veil(mood.ink, 0.4))
  for (const [a, c] of [[4, 8], [12, 9], [21, 8.5]]) {
    const unit = view.scale(...flat(frame.at(a, 0, c)))
    for (let row = 0; row < 4; row++) for (let log = 0; log < 7 - row; log++) {
      const [px, py] = on(a + (log + row * 0.5) * 0.62, 0.32 + row * 0.54, c)
      oval(x, px, py, unit * 0.3, unit * 0.3, mood.tone('#D2A46B'))
      oval(x, px, py, unit * 0.2, unit * 0.2, veil(mood.tone('#8E5A34'), 0.5))
      oval(x, px, py, unit * 0.09, unit * 0.09, mood.tone('#8E5A34'))
    }
  }
  for (const c of [12, 0]) for (let bay = 0; bay <= 5; bay++) line(x, [on((wide * bay) / 5, 0, c), on((wide * bay) / 5, 6, c)], Math.max(3, view.scale(...flat(frame.at(0, 0, c))) * 0.34), c ? darker(mood.wood, 0.4) : mood.wood)
  for (let bay = 0; bay <= 5; bay++) for (const way of [-1, 1]) line(x, [on((wide * bay) / 5, 4.4, 0), on((wide * bay) / 5 + way * 1.5, 6, 0)], 4, mood.wood)
  shape(x, [on(-0.4, 5.7, 0), on(wide + 0.4, 5.7, 0), on(wide + 0.4, 6.1, 0), on(-0.4, 6.1, 0)], darker(mood.wood, 0.1))
  const slope = paintSlope(scene, view, frame, [[-1.4, 10.4, 6], [wide + 1.4, 10.4, 6], [wide + 1.8, 5.9, -1.6], [-1.8, 5.9, -1.6]], { tile: mood.tone('#5A4A3C'), sag: 0.05 })
  paintRidge(scene, slope.ridge, 8)
}
