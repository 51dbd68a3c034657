import { glow, line, oval, ribbon, shape } from '../paint/brush.mjs'
import { darker, lighter, veil } from '../paint/colour.mjs'
import { paintFigure, paintLantern } from '../paint/dress.mjs'
import { leafHeap } from '../paint/leafy.mjs'
import { patch } from '../paint/wall.mjs'
import { paintColumn } from './buildings.mjs'
import { bench, box, brightWindow, createRoom, dial, lightOnFloor, lightShaft } from './room.mjs'

/** The turbine hall: sets in a row under a crane, tall windows, tiled floor. */
export function turbineHall(scene) {
  const { x, mood, options } = scene
  const room = createRoom(scene, { wide: 15, tall: 6.6, deep: 19, eye: 2.4, horizon: 520, focal: 980, wall: 'stone', floor: 'slab', roof: 'truss' })
  const { on, left, right, back } = room
  for (let index = 0; index < 4; index++) {
    brightWindow(scene, left, 1.6 + index * 4.5, 2, 2.3, 3.6, { pattern: 'pane' })
    brightWindow(scene, right, 1.6 + index * 4.5, 2, 2.3, 3.6, { pattern: 'pane' })
  }
  brightWindow(scene, back, 6, 2.6, 3, 3, { pattern: 'pane' })
  for (let index = 0; index < 4; index++) {
    const z = 5 + index * 4.4
    lightOnFloor(scene, on, [[-5.6, z], [-3, z + 0.4], [-1.6, z + 2.4], [-4.8, z + 2]], { columns: 3, rows: 4, strength: 0.34 })
    lightShaft(scene, [on(-7.4, 5.6, z), on(-7.4, 2, z + 2), on(-1.6, 0, z + 2.6), on(-4.6, 0, z - 0.4)], 0.07)
  }
  const green = mood.tone('#2F7D6B', 0.6)
  for (const z of options.sets === 1 ? [11] : [16.5, 10.6]) generator(scene, on, options.sets === 1 ? 1.4 : z > 15 ? 2.6 : -0.2, z, green)
  for (const z of [6, 9, 12, 15, 18, 21]) box(scene, on, [6, 0, z], [1.1, 2.2, 0.9], mood.tone('#B9C2B4'))
  for (const z of [6, 9, 12, 15, 18, 21]) for (const y of [1.5, 1.9]) dial(scene, on(6.2, y, z), 700 / z / 9)
  for (const y of [5.5, 5.75]) line(x, [on(-7.4, y, 3.4), on(-7.4, y, 22)], 5, mood.tone('#C9A14A'))
  shape(x, [on(-7.4, 5.4, 13), on(7.4, 5.4, 13), on(7.4, 6, 13), on(-7.4, 6, 13)], mood.tone('#D9A03C'))
  line(x, [on(-1, 5.4, 13), on(-1, 3.4, 13)], 2, mood.ink)
  shape(x, [on(-1.5, 5.5, 12.9), on(-0.5, 5.5, 12.9), on(-0.5, 5, 12.9), on(-1.5, 5, 12.9)], mood.tone('#A5652B'))
  if (options.worker !== false) paintFigure(scene, room.view, 3.6, 0, 11.4, { kind: 'walker', colour: '#2F6E8F', facing: -1 })
}

/** One horizontal set: turbine casing, flywheel, generator drum on a plinth. */
function generator(scene, on, wx, z, green) {
  const { x, mood } = scene
  const unit = on(1, 0, z)[0] - on(0, 0, z)[0]
  box(scene, on, [wx - 4.4, 0, z - 1], [6.4, 0.5, 2], darker(mood.stone, 0.1))
  const drum = (cx, r, wide, colour) => {
    const [px, py] = on(cx, 0.5 + r, z - 0.9)
    const fill = x.createLinearGradient(0, py - r * unit, 0, py + r * unit)
    fill.addColorStop(0, lighter(colour, 0.4))
    fill.addColorStop(0.35, colour)
    fill.addColorStop(1, darker(colour, 0.6))
    x.fillStyle = fill
    x.beginPath()
    x.roundRect(px - (wide * unit) / 2, py - r * unit, wide * unit, r * 2 * unit, unit * 0.12)
    x.fill()
    x.lineWidth = 1.2
    x.strokeStyle = veil(mood.ink, 0.5)
    x.stroke()
    for (let rib = 1; rib < 6; rib++) line(x, [[px - (wide * unit) / 2 + (wide * unit * rib) / 6, py - r * unit], [px - (wide * unit) / 2 + (wide * unit * rib) / 6, py + r * unit]], 1, veil(mood.ink, 0.25))
  }
  drum(wx + 0.8, 1.15, 2.3, green)
  drum(wx - 0.65, 0.3, 0.8, mood.tone('#8C8F8A'))
  const [fx, fy] = on(wx - 1.3, 1.7, z - 0.9)
  oval(x, fx, fy, unit * 0.34, unit * 1.25, darker(mood.tone('#B5472F'), 0.2))
  oval(x, fx - unit * 0.08, fy, unit * 0.24, unit * 1.05, mood.tone('#C23A2B', 0.5))
  oval(x, fx - unit * 0.1, fy, unit * 0.08, unit * 0.3, '#D9D2BE')
  const [tx, ty] = on(wx - 3, 1.6, z - 0.9)
  oval(x, tx, ty, unit * 1.15, unit * 1.15, darker(green, 0.25))
  oval(x, tx - unit * 0.06, ty - unit * 0.06, unit * 0.98, unit * 0.98, green)
  oval(x, tx, ty, unit * 0.42, unit * 0.42, darker(green, 0.4))
  for (let bolt = 0; bolt < 14; bolt++) oval(x, tx + Math.cos((bolt / 14) * 6.28) * unit * 0.84, ty + Math.sin((bolt / 14) * 6.28) * unit * 0.84, unit * 0.05, unit * 0.05, '#D9D2BE')
  ribbon(x, [[tx, ty + unit * 0.9], [tx - unit * 0.5, ty + unit * 1.5], [tx - unit * 1.9, ty + unit * 1.6]], unit * 0.5, darker(green, 0.1), { press: () => 1, rough: 0 })
}

/** A study in an old house: lattice windows, a long table, scrolls, light in squares on the boards. */
export function latticeRoom(scene) {
  const { x, mood, random, options } = scene
  const room = createRoom(scene, { wide: 11, tall: 4.4, deep: 11, eye: 1.75, horizon: 520, focal: 1020, wall: options.wall ?? 'white', floor: options.floor ?? 'plank' })
  const { on, back, right, left } = room
  for (const u of [0.8, 3.1, 6.2, 8.5]) brightWindow(scene, back, u, 0.9, 1.8, 2.5, { pattern: options.pattern ?? 'grid' })
  for (let index = 0; index < 3; index++) brightWindow(scene, right, 1.4 + index * 3.4, 0.9, 2.2, 2.5, { pattern: options.pattern ?? 'grid' })
  for (let index = 0; index < 3; index++) {
    const z = 4.6 + index * 3.3
    lightOnFloor(scene, on, [[4.4, z], [4.4, z + 1.9], [0.6, z + 2.6], [0.6, z + 0.4]], { strength: 0.5 })
    lightShaft(scene, [on(5.4, 3.4, z + 0.2), on(5.4, 0.9, z + 2.2), on(0.6, 0, z + 2.6), on(1.2, 0, z + 0.2)], 0.09)
  }
  for (const u of [1.6, 4.2, 6.8]) hanging(scene, left, u)
  paintColumn(scene, room.view, [-5.1, 0, 8.4], 4.1, 0.34, darker(mood.wood, 0.1))
  paintColumn(scene, room.view, [5.1, 0, 8.4], 4.1, 0.34, darker(mood.wood, 0.1))
  const wood = darker(mood.wood, 0.08)
  for (const [ax, az] of [[-2.4, 9.6], [1.5, 9.6], [-2.4, 7.9], [1.5, 7.9]]) box(scene, on, [ax, 0, az], [0.14, 0.78, 0.14], darker(wood, 0.25))
  box(scene, on, [-2.7, 0.78, 7.8], [4.6, 0.12, 2.1], wood)
  if (options.work) {
    for (let index = 0; index < 13; index++) {
      const [px, py] = on(random.between(-2.3, 1.5), 0.92, random.between(8, 9.6))
      const r = random.between(10, 26)
      oval(x, px, py, r, r * 0.42, mood.tone(random.pick(['#D2AE6D', '#B98F55', '#C9B27A'])))
      oval(x, px, py - r * 0.08, r * 0.78, r * 0.28, darker(mood.tone('#B98F55'), 0.35))
    }
    for (let index = 0; index < 26; index++) line(x, [on(-5.2 + random.next() * 1.6, 0.02, 6 + random.next() * 4), on(-4.9 + random.next(), random.between(1.4, 2.6), 10.6)], 3, mood.tone(random.pick(['#A9B46A', '#C9B27A', '#8FA25A'])))
    for (const [ax, az, r] of [[3.2, 7, 0.5], [3.9, 8.2, 0.45], [-3.8, 6.4, 0.5]]) basket(scene, on, ax, az, r)
  } else {
    const [px, py] = on(-0.5, 0.92, 8.6)
    shape(x, [[px - 90, py + 6], [px + 70, py + 2], [px + 92, py + 22], [px - 100, py + 28]], '#F6EFDC')
    for (let stroke = 0; stroke < 7; stroke++) line(x, [[px - 70 + stroke * 20, py + 10], [px - 66 + stroke * 20 + random.around() * 5, py + 20]], 2.2, veil(mood.ink, 0.7))
    const [vx, vy] = on(1.4, 0.92, 8.8)
    oval(x, vx, vy - 26, 17, 28, mood.tone('#6FA6A8'))
    for (let twig = 0; twig < 5; twig++) line(x, [[vx, vy - 50], [vx + random.around() * 40, vy - 110 - random.next() * 40]], 2, mood.bark)
    leafHeap(scene, vx, vy - 120, 46, 34, mood.green, { dot: 5, dense: 0.6 })
    for (const ax of [-1.5, 0.4]) {
      box(scene, on, [ax, 0, 6.9], [0.9, 0.5, 0.7], darker(wood, 0.15))
      for (const side of [0, 0.8]) box(scene, on, [ax + side, 0.5, 6.9], [0.1, 0.75, 0.08], darker(wood, 0.05))
      box(scene, on, [ax, 1.05, 6.9], [0.9, 0.2, 0.08], wood)
    }
  }
  if (options.reader) paintFigure(scene, room.view, 2.9, 0, 8.2, { kind: 'walker', colour: '#E6DCC4', facing: -1 })
  if (mood.dark > 0.05) for (const ax of [-2.4, 0, 2.4]) { const [px, py] = on(ax, 3.9, 9); paintLantern(scene, px, py, 34) }
}

function hanging(scene, wall, u) {
  const { x, mood, random } = scene
  patch(scene, wall, u, 1, 1.1, 2.7, '#EADFC2')
  patch(scene, wall, u + 0.1, 1.25, 0.9, 2.2, '#F8F2E0')
  for (let hill = 0; hill < 3; hill++) shape(x, [wall.on(u + 0.12, 1.5 + hill * 0.1), wall.on(u + 0.4 + hill * 0.1, 2.6 - hill * 0.35 + random.around() * 0.1), wall.on(u + 0.98, 1.5 + hill * 0.12)], veil([mood.far.crest, mood.middle.body, mood.near.crest][hill], 0.7))
}

function basket({ x, mood }, on, ax, az, r) {
  const [px, py] = on(ax, 0, az)
  const unit = on(ax + 1, 0, az)[0] - px
  const tone = mood.tone('#C39B5C')
  shape(x, [[px - r * unit * 0.8, py], [px + r * unit * 0.8, py], [px + r * unit, py - r * unit * 1.1], [px - r * unit, py - r * unit * 1.1]], tone)
  for (let row = 1; row < 7; row++) line(x, [[px - r * unit, py - (r * unit * row) / 6.4], [px, py - (r * unit * row) / 6.4 + 3], [px + r * unit, py - (r * unit * row) / 6.4]], 1.4, veil(darker(tone, 0.5), 0.6))
  oval(x, px, py - r * unit * 1.1, r * unit, r * unit * 0.26, darker(tone, 0.5))
}

/** A hall from its last row: benches to a lit stage with a painted backcloth and cinnabar curtains. */
export function stageHall(scene) {
  const { x, mood, options } = scene
  const room = createRoom(scene, { wide: 18, tall: 6, deep: 26, eye: 2.5, horizon: 520, focal: 1420, wall: 'plaster', floor: 'slab', roof: 'truss' })
  const { on, back, left, right, view } = room
  for (let index = 0; index < 5; index++) {
    brightWindow(scene, left, 1.4 + index * 4.8, 2.2, 2, 2.8, { pattern: 'pane' })
    brightWindow(scene, right, 3.4 + index * 4.8, 2.2, 2, 2.8, { pattern: 'pane' })
    lightShaft(scene, [on(-8.9, 5, 5 + index * 4.8), on(-8.9, 2.2, 7 + index * 4.8), on(-3, 0, 7.6 + index * 4.8), on(-5.6, 0, 4.6 + index * 4.8)], 0.06)
  }
  if (options.stage !== false) {
    patch(scene, back, 2.2, 1.2, 13.6, 4.8, '#F0DDAF')
    const hill = (colour, high, shift) => shape(x, [back.on(2.3, 1.3), ...Array.from({ length: 27 }, (_, step) => back.on(2.3 + step * 0.515, 1.5 + high * (0.5 + 0.5 * Math.sin(step * 0.52 + shift) * Math.sin(step * 0.23 + shift)))), back.on(15.7, 1.3)], colour)
    hill('#8FC0B4', 3, 1)
    hill('#4E9A8C', 2.4, 3)
    hill('#1F5F6F', 1.5, 5)
    const [sx, sy] = back.on(11.4, 4.7)
    oval(x, sx, sy, 17, 17, '#D9603A')
    glow(x, ...back.on(9, 3), 420, 240, '#FFE7B0', 0.5)
    box(scene, on, [-7.2, 0, 25], [14.4, 1.2, 4], darker(mood.wood, 0.05))
    for (const side of [-1, 1]) {
      for (let fold = 0; fold < 9; fold++) {
        const a = side * (7.1 - fold * 0.27)
        shape(x, [on(a, 1.2, 24.9), on(a - side * 0.27, 1.2, 24.9), on(a - side * 0.3, 6, 24.9), on(a, 6, 24.9)], darker(mood.tone('#B5302A', 0.5), fold % 2 ? 0.34 : 0.05))
      }
    }
    for (let swag = 0; swag < 7; swag++) {
      const a = -7.1 + swag * 2.03
      shape(x, [on(a, 6, 24.8), on(a + 2.03, 6, 24.8), on(a + 1.6, 5.2, 24.8), on(a + 1, 4.95, 24.8), on(a + 0.4, 5.2, 24.8)], darker(mood.tone('#C23A2B', 0.4), swag % 2 ? 0.15 : 0))
      line(x, [on(a + 0.3, 5.15, 24.8), on(a + 1, 4.92, 24.8), on(a + 1.7, 5.15, 24.8)], 2, '#E6C25A')
    }
    for (const [a, colour] of [[-1.6, '#2F6E8F'], [0.4, '#C23A2B'], [2.2, '#E6DCC4']]) paintFigure(scene, { ...view, point: (px, py, pz) => view.point(px, py, pz) }, a, 1.2, 27, { kind: 'walker', colour, tall: 1.8 })
  }
  for (let z = 22; z > 4.4; z -= 1.75) for (const ax of [-7, 1]) bench(scene, on, ax, z, 6)
  if (mood.dark > 0.05) for (const z of [20, 15, 10]) for (const a of [-4, 4]) { const [px, py] = on(a, 5.6, z); paintLantern(scene, px, py, 500 / z) }
}

/** The nave of an ancestral hall: stone columns in two rows, carved beams, a lit screen at the end. */
export function columnHall(scene) {
  const { x, mood } = scene
  const room = createRoom(scene, { wide: 16, tall: 6.4, deep: 28, eye: 1.8, horizon: 560, focal: 980, wall: 'white', floor: 'slab' })
  const { on, back, view } = room
  patch(scene, back, 3.4, 0, 9.2, 5.4, darker(mood.wood, 0.2))
  for (const u of [3.7, 5.9, 8.2, 10.4]) brightWindow(scene, back, u, 0.5, 1.8, 4.2, { pattern: 'grid', hill: false })
  patch(scene, back, 5.2, 5.0, 5.6, 1, mood.tone('#1F3B3A'))
  for (let mark = 0; mark < 4; mark++) for (let stroke = 0; stroke < 5; stroke++) line(x, [back.on(5.7 + mark * 1.3 + (stroke % 2) * 0.3, 5.2 + stroke * 0.12), back.on(6.2 + mark * 1.3, 5.2 + stroke * 0.13)], 2, '#D9B45A')
  for (const z of [27, 21.5, 16, 10.5]) {
    lightOnFloor(scene, on, [[-2.8, z - 3.6], [2.8, z - 3.6], [2.8, z - 1.4], [-2.8, z - 1.4]], { columns: 8, rows: 3, strength: 0.28 })
    for (const a of [-7, 7, -3.6, 3.6]) paintColumn(scene, view, [a, 0, z], 6, 0.62, Math.abs(a) > 5 ? mood.tone('#8C8F86') : mood.tone('#6E3A2A'))
    shape(x, [on(-7, 5.2, z), on(7, 5.2, z), on(7, 5.75, z), on(-7, 5.75, z)], mood.wood)
    for (let a = -6.4; a < 6.4; a += 1.1) shape(x, [on(a, 5.3, z), on(a + 0.7, 5.3, z), on(a + 0.7, 5.65, z), on(a, 5.65, z)], mood.tone('#C9A14A', 0.7))
    for (const a of [-5.3, 0, 5.3]) { const [px, py] = on(a, 5.1, z - 0.2); paintLantern(scene, px, py, 520 / z, mood.dark > 0.05) }
  }
  for (const [a, z] of [[-1.2, 19], [0.6, 17], [1.6, 22]]) paintFigure(scene, view, a, 0, z, { kind: 'walker' })
  lightShaft(scene, [on(-2, 6.2, 14), on(2, 6.2, 14), on(4.4, 0, 9), on(-1.4, 0, 9)], 0.14)
}

/** A long work hall under north lights: tea rollers, or shelves of a granary library. */
export function workHall(scene) {
  const { x, mood, random, options } = scene
  const books = options.kind === 'library'
  const desks = options.kind === 'classroom'
  const room = createRoom(scene, { wide: desks ? 11 : 17, tall: desks ? 4 : 5.6, deep: desks ? 13 : 24, eye: desks ? 1.8 : 2.1, horizon: 530, focal: 980, wall: books || desks ? 'plaster' : 'brick', floor: desks ? 'plank' : 'slab', roof: desks ? 'beams' : 'truss' })
  const { on, left, right, back, view } = room
  const count = desks ? 3 : 5
  for (let index = 0; index < count; index++) {
    const at = 1.4 + index * (desks ? 4 : 4.6)
    brightWindow(scene, right, at, 1.5, 2.6, desks ? 1.9 : 2.8, { pattern: 'pane' })
    if (!books) brightWindow(scene, left, at, 1.5, 2.6, desks ? 1.9 : 2.8, { pattern: 'pane' })
    const z = 4.6 + index * (desks ? 4 : 4.6)
    const half = desks ? 5.5 : 8.5
    lightOnFloor(scene, on, [[half - 1, z], [half - 1, z + 2.2], [half - 5, z + 3], [half - 5, z + 0.6]], { columns: 3, rows: 3, strength: 0.4 })
    lightShaft(scene, [on(half, 4, z), on(half, 1.5, z + 2.4), on(half - 5, 0, z + 3), on(half - 4.4, 0, z + 0.4)], 0.08)
  }
  if (desks) {
    patch(scene, back, 2.4, 1.1, 6.2, 1.8, mood.tone('#20453C'))
    patch(scene, back, 2.4, 1, 6.2, 0.12, mood.wood)
    for (let chalk = 0; chalk < 12; chalk++) line(x, [back.on(2.9 + (chalk % 6) * 0.9, 2.5 - Math.floor(chalk / 6) * 0.6), back.on(3.4 + (chalk % 6) * 0.9, 2.4 - Math.floor(chalk / 6) * 0.6)], 2.4, '#E9EFE4')
    dial(scene, back.on(5.5, 3.45), 17)
    for (let z = 14; z > 4.6; z -= 1.9) for (const ax of [-4.3, -1, 2.3]) {
      for (const leg of [0.05, 1.75]) box(scene, on, [ax + leg, 0, z], [0.1, 0.72, 0.5], darker(mood.wood, 0.25))
      box(scene, on, [ax, 0.72, z], [1.9, 0.07, 0.7], mood.wood)
    }
    return
  }
  if (books) {
    for (let z = 25; z > 6; z -= 3.6) {
      box(scene, on, [-8.4, 0, z], [3.2, 3.2, 0.5], darker(mood.wood, 0.1))
      for (let row = 0; row < 5; row++) for (let book = 0; book < 20; book++) {
        const a = -8.3 + book * 0.15
        const tall = random.between(0.34, 0.5)
        shape(x, [on(a, 0.2 + row * 0.6, z - 0.02), on(a + 0.13, 0.2 + row * 0.6, z - 0.02), on(a + 0.13, 0.2 + row * 0.6 + tall, z - 0.02), on(a, 0.2 + row * 0.6 + tall, z - 0.02)], mood.tone(random.pick(['#C23A2B', '#2F6E8F', '#2F7D5B', '#E6DCC4', '#A5652B', '#5B6664', '#D9B45A'])))
      }
    }
    for (let z = 22; z > 7; z -= 4.4) {
      for (const leg of [0.1, 3.2]) box(scene, on, [-1.4 + leg, 0, z], [0.14, 0.74, 0.9], darker(mood.wood, 0.25))
      box(scene, on, [-1.4, 0.74, z], [3.5, 0.09, 1.2], lighter(mood.wood, 0.1))
      const [px, py] = on(0.4, 3.4, z + 0.5)
      line(x, [on(0.4, 6, z + 0.5), [px, py]], 1.4, mood.ink)
      shape(x, [[px - 24, py + 14], [px + 24, py + 14], [px + 9, py - 6], [px - 9, py - 6]], mood.tone('#2F6E6A'))
      glow(x, px, py + 20, 130, 90, '#FFDFA0', 0.4)
    }
    for (const [a, z] of [[-0.6, 12.6], [1.2, 17], [-3.8, 10]]) paintFigure(scene, view, a, 0, z, { kind: 'walker' })
    return
  }
  for (let z = 23; z > 6; z -= 3.3) roller(scene, on, -3.6, z)
  for (let z = 23; z > 6; z -= 3.3) for (let tier = 0; tier < 4; tier++) {
    box(scene, on, [2.4, 0.5 + tier * 0.42, z], [2.6, 0.06, 1.3], mood.tone('#C39B5C'))
    shape(x, [on(2.5, 0.57 + tier * 0.42, z), on(4.9, 0.57 + tier * 0.42, z), on(4.9, 0.57 + tier * 0.42, z + 1.1), on(2.5, 0.57 + tier * 0.42, z + 1.1)], mood.tone('#5E7F3E'))
    for (const leg of [2.4, 4.92]) box(scene, on, [leg, 0, z], [0.08, 1.95, 0.08], darker(mood.wood, 0.2))
  }
  for (const [a, z] of [[0.4, 10], [-1, 15]]) paintFigure(scene, view, a, 0, z, { kind: 'farmer', colour: '#E6DCC4' })
}

/** A tea-rolling machine: round brass drum on a cast frame. */
function roller({ x, mood }, on, ax, z) {
  const [px, py] = on(ax, 0, z)
  const unit = on(ax + 1, 0, z)[0] - px
  const iron = mood.tone('#3F5A55')
  for (const leg of [-0.9, 0.9, -0.3, 0.3]) line(x, [[px + leg * unit, py], [px + leg * unit * 0.8, py - unit * 0.9]], unit * 0.13, darker(iron, 0.2))
  oval(x, px, py - unit * 0.92, unit * 1.25, unit * 0.3, darker(iron, 0.1))
  oval(x, px, py - unit, unit * 1.2, unit * 0.28, mood.tone('#C9A14A'))
  oval(x, px, py - unit, unit * 0.95, unit * 0.2, mood.tone('#5E7F3E'))
  const fill = x.createLinearGradient(px - unit * 0.6, 0, px + unit * 0.6, 0)
  fill.addColorStop(0, '#F0D48A')
  fill.addColorStop(0.5, '#C9963C')
  fill.addColorStop(1, '#7A5520')
  shape(x, [[px - unit * 0.6, py - unit], [px + unit * 0.6, py - unit], [px + unit * 0.6, py - unit * 1.9], [px - unit * 0.6, py - unit * 1.9]], fill)
  oval(x, px, py - unit * 1.9, unit * 0.6, unit * 0.14, '#E6C77A')
  line(x, [[px, py - unit * 1.9], [px, py - unit * 2.7], [px + unit, py - unit * 2.7], [px + unit, py - unit * 0.9]], unit * 0.1, iron)
  oval(x, px, py - unit * 2.7, unit * 0.3, unit * 0.1, iron)
}
