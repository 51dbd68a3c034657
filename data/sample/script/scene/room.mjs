import { glow, line, oval, shape } from '../paint/brush.mjs'
import { darker, lighter, stray, tint, veil } from '../paint/colour.mjs'
import { createFrame, createView, createWall } from '../paint/view.mjs'
import { patch, paintWall } from '../paint/wall.mjs'

/** A box of a room in one-point perspective: its view, its three walls, its floor and roof timbers, painted. */
export function createRoom(scene, { wide = 12, tall = 5.4, deep = 16, eye = 1.7, horizon = 540, focal = 1050, wall = 'white', floor = 'plank', roof = 'beams', near = 3.2 }) {
  const { x, random, mood, width, height } = scene
  const view = createView({ eye: { x: 0, y: eye, z: 0 }, horizon, focal })
  const frame = createFrame({})
  const half = wide / 2
  x.fillStyle = darker(mood.wood, 0.6)
  x.fillRect(0, 0, width, height)
  const board = floor === 'slab' ? mood.stone : floor === 'earth' ? mood.tone('#A98A5E') : mood.tone('#8E6238')
  const on = (a, b, c) => view.point(a, b, c)
  shape(x, [on(-half, 0, near), on(half, 0, near), on(half, 0, near + deep), on(-half, 0, near + deep)], board)
  if (floor === 'plank') for (let a = -half; a < half; a += 0.42) {
    shape(x, [on(a, 0, near), on(a + 0.42, 0, near), on(a + 0.42, 0, near + deep), on(a, 0, near + deep)], stray(random, board, 0.08))
    line(x, [on(a, 0, near), on(a, 0, near + deep)], 1.2, veil(mood.ink, 0.4))
  }
  else for (let c = near; c < near + deep; c += 0.95) {
    for (let a = -half; a < half; a += 0.95) shape(x, [on(a, 0, c), on(a + 0.93, 0, c), on(a + 0.93, 0, c + 0.93), on(a, 0, c + 0.93)], stray(random, darker(board, random.between(0, 0.12)), 0.04))
    line(x, [on(-half, 0, c), on(half, 0, c)], 1, veil(mood.ink, 0.3))
  }
  const back = createWall(view, frame, [-half, near + deep], [half, near + deep])
  const left = createWall(view, frame, [-half, near], [-half, near + deep])
  const right = createWall(view, frame, [half, near + deep], [half, near])
  paintWall(scene, back, () => tall, { material: wall, shade: 0.08 })
  paintWall(scene, left, () => tall, { material: wall, shade: 0.3 })
  paintWall(scene, right, () => tall, { material: wall, shade: 0.16 })
  const room = { view, on, back, left, right, wide, tall, deep, near, half }
  if (roof) timbers(scene, room, roof)
  return room
}

/** Roof boards with cross beams, or open trusses of a great hall. */
function timbers(scene, { on, half, tall, near, deep }, kind) {
  const { x, mood, random } = scene
  const high = kind === 'truss' ? tall + 3.2 : tall
  const dark = darker(mood.wood, 0.5)
  if (kind === 'truss') {
    const far = near + deep
    shape(x, [on(-half, tall, far), on(0, high, far), on(half, tall, far)], mood.tone('#CDB98A'))
    shape(x, [on(-half, tall, near), on(0, high, near), on(0, high, far), on(-half, tall, far)], darker(mood.wood, 0.62))
    shape(x, [on(half, tall, near), on(0, high, near), on(0, high, far), on(half, tall, far)], darker(mood.wood, 0.48))
    for (let c = far; c > near + 0.5; c -= 2.6) {
      const thick = Math.max(2, 260 / c)
      for (const points of [[on(-half, tall, c), on(half, tall, c)], [on(-half, tall, c), on(0, high, c)], [on(half, tall, c), on(0, high, c)], [on(0, tall, c), on(0, high, c)], [on(-half * 0.5, tall, c), on(-half * 0.5, (tall + high) / 2, c)], [on(half * 0.5, tall, c), on(half * 0.5, (tall + high) / 2, c)], [on(-half * 0.5, (tall + high) / 2, c), on(0, tall, c)], [on(half * 0.5, (tall + high) / 2, c), on(0, tall, c)]]) line(x, points, thick, mood.wood)
    }
    return
  }
  shape(x, [on(-half, tall, near), on(half, tall, near), on(half, tall, near + deep), on(-half, tall, near + deep)], dark)
  for (let a = -half; a < half; a += 0.5) line(x, [on(a, tall, near), on(a, tall, near + deep)], 1, veil(mood.ink, 0.5))
  for (let c = near + deep; c > near; c -= 2.2) {
    const beam = stray(random, mood.wood, 0.05)
    shape(x, [on(-half, tall - 0.34, c), on(half, tall - 0.34, c), on(half, tall, c), on(-half, tall, c)], beam)
    shape(x, [on(-half, tall - 0.34, c), on(half, tall - 0.34, c), on(half, tall - 0.34, c + 0.3), on(-half, tall - 0.34, c + 0.3)], darker(beam, 0.4))
  }
}

/** A lit window in a room's wall: the sky and a hill outside, then its lattice; returns its corners for the light it throws. */
export function brightWindow(scene, wall, u, y, wide, tall, { pattern = 'grid', hill = true } = {}) {
  const { x, mood, random } = scene
  const night = mood.dark > 0.5
  patch(scene, wall, u - 0.14, y - 0.14, wide + 0.28, tall + 0.28, darker(mood.wood, 0.25))
  patch(scene, wall, u, y, wide, tall, night ? '#16384C' : lighter(mood.sky[1], 0.35))
  if (hill) {
    const rise = (t) => y + tall * (0.2 + 0.3 * Math.sin(t * 5 + u) ** 2 + 0.12 * Math.sin(t * 13 + u * 3))
    shape(x, [wall.on(u, y), ...Array.from({ length: 13 }, (_, index) => wall.on(u + (wide * index) / 12, rise(index / 12))), wall.on(u + wide, y)], tint(mood.middle.crest, mood.mist, night ? 0.1 : 0.3))
    shape(x, [wall.on(u, y), ...Array.from({ length: 13 }, (_, index) => wall.on(u + (wide * index) / 12, y + (rise(1 - index / 12) - y) * 0.5)), wall.on(u + wide, y)], tint(mood.middle.body, mood.mist, night ? 0.05 : 0.2))
  }
  const thin = Math.max(1.2, wall.unit * 0.045)
  const bar = (points) => line(x, points, thin, darker(mood.wood, 0.25))
  const count = pattern === 'pane' ? 3 : 6
  const rungs = Math.max(2, Math.round((count * tall) / wide))
  for (let column = 0; column <= count; column++) bar([wall.on(u + (wide * column) / count, y), wall.on(u + (wide * column) / count, y + tall)])
  for (let row = 0; row <= rungs; row++) bar([wall.on(u, y + (tall * row) / rungs), wall.on(u + wide, y + (tall * row) / rungs)])
  if (pattern === 'ice') for (let crack = 0; crack < 26; crack++) bar([wall.on(u + random.next() * wide, y + random.next() * tall), wall.on(u + random.next() * wide, y + random.next() * tall)])
  const [px, py] = wall.on(u + wide / 2, y + tall / 2)
  if (!night) glow(x, px, py, wall.unit * wide * 1.4, wall.unit * tall * 1.2, '#FFF6DC', 0.3)
}

/** Light thrown through a window on the floor, with the shadow of its bars; corners are floor points. */
export function lightOnFloor(scene, on, [[ax, az], [bx, bz], [cx, cz], [dx, dz]], { columns = 6, rows = 7, strength = 0.42 } = {}) {
  const { x, mood } = scene
  if (mood.dark > 0.5) return
  const at = (s, t) => on((ax + (bx - ax) * s) * (1 - t) + (dx + (cx - dx) * s) * t, 0.01, (az + (bz - az) * s) * (1 - t) + (dz + (cz - dz) * s) * t)
  for (let row = 0; row < rows; row++) for (let column = 0; column < columns; column++) {
    const s = (column + 0.12) / columns
    const e = (column + 0.88) / columns
    const t = (row + 0.12) / rows
    const f = (row + 0.88) / rows
    shape(x, [at(s, t), at(e, t), at(e, f), at(s, f)], veil(mood.time === 'dusk' ? '#FFC98A' : '#FFF0C8', strength))
  }
}

/** A shaft of light in dusty air between a window and the floor. */
export function lightShaft({ x, mood }, points, strength = 0.13) {
  if (mood.dark > 0.5) return
  shape(x, points, veil(mood.time === 'dusk' ? '#FFD09A' : '#FFF6DC', strength))
}

/** A box standing in the room: table, cabinet, machine bed. */
export function box({ x }, on, [ax, ay, az], [wide, tall, deep], colour) {
  const face = (points, shade) => shape(x, points, darker(colour, shade))
  if (ay + tall < 1.9) face([on(ax, ay + tall, az), on(ax + wide, ay + tall, az), on(ax + wide, ay + tall, az + deep), on(ax, ay + tall, az + deep)], -0.01)
  if (ax > 0) face([on(ax, ay, az), on(ax, ay + tall, az), on(ax, ay + tall, az + deep), on(ax, ay, az + deep)], 0.4)
  if (ax + wide < 0) face([on(ax + wide, ay, az), on(ax + wide, ay + tall, az), on(ax + wide, ay + tall, az + deep), on(ax + wide, ay, az + deep)], 0.3)
  face([on(ax, ay, az), on(ax + wide, ay, az), on(ax + wide, ay + tall, az), on(ax, ay + tall, az)], 0.16)
}

/** A bench of plank and trestles across the room. */
export function bench(scene, on, ax, az, wide) {
  const wood = stray(scene.random, scene.mood.wood, 0.06)
  for (const leg of [ax + 0.1, ax + wide - 0.22]) box(scene, on, [leg, 0, az], [0.12, 0.44, 0.3], darker(wood, 0.2))
  box(scene, on, [ax, 0.44, az], [wide, 0.08, 0.36], wood)
  box(scene, on, [ax, 0.52, az + 0.3], [wide, 0.42, 0.06], darker(wood, 0.05))
}

/** A wall clock, a dial, a gauge. */
export function dial({ x, mood }, [px, py], r) {
  oval(x, px, py, r, r, mood.wood)
  oval(x, px, py, r * 0.85, r * 0.85, '#F6F1E5')
  line(x, [[px, py], [px, py - r * 0.6]], Math.max(1, r * 0.09), mood.ink)
  line(x, [[px, py], [px + r * 0.4, py + r * 0.1]], Math.max(1, r * 0.09), mood.ink)
}
