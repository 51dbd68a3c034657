import { glow, shape } from './brush.mjs'
import { darker, tint, veil } from './colour.mjs'
import { paintRidge, paintSlope, paintSteppedGable } from './roof.mjs'
import { createFrame, createWall } from './view.mjs'
import { paintDoor, paintWall, paintWindow, patch } from './wall.mjs'

/**
 * A house of one ridge: front along its own right, `wide` × `deep` × `tall` metres with a roof `rise` high.
 * `gable` 'stepped' (white walls with horse-head steps), 'plain' (roof over the gable) or 'hip' (roof on all sides, upturned).
 */
export function paintHouse(scene, view, { x = 0, y = 0, z = 20, turn = 0, wide = 10, deep = 8, tall = 5.4, rise = 2.4, material = 'white', gable = material === 'white' ? 'stepped' : 'plain', steps = 3, eave = 0.7, front = {}, lift = 0 }) {
  const frame = createFrame({ x, y, z, turn })
  const walls = {
    front: createWall(view, frame, [0, 0], [wide, 0]), right: createWall(view, frame, [wide, 0], [wide, deep]),
    back: createWall(view, frame, [wide, deep], [0, deep]), left: createWall(view, frame, [0, deep], [0, 0]),
  }
  const roofAt = (t) => tall + rise * (1 - Math.abs(2 * t - 1))
  const gableTop = (wall) => (u) => (gable === 'hip' ? tall : roofAt(u / wall.length))
  castShadow(scene, view, frame, wide, deep)
  const nearRight = walls.right.faces
  const stepped = (a, wall) => paintSteppedGable(scene, view, frame, a, deep, roofAt, { steps, shade: wall.faces ? 0.25 : 0.1 })
  if (gable === 'stepped') stepped(nearRight ? 0 : wide, nearRight ? walls.left : walls.right)
  for (const [name, wall] of Object.entries(walls)) {
    if (!wall.faces) continue
    const end = name === 'left' || name === 'right'
    paintWall(scene, wall, end ? gableTop(wall) : () => tall, { material, shade: name === 'front' || name === 'back' ? 0.02 : 0.16, steps: end && gable !== 'hip' ? 2 : 1 })
    if (end) endOpenings(scene, wall, tall, material)
    else openings(scene, wall, tall, material, name === 'front' ? front : { door: false })
    underEave(scene, wall, tall)
  }
  const high = tall + rise
  if (gable === 'hip') hipRoof(scene, view, frame, walls, { wide, deep, tall, high, eave, lift: lift || 0.5 })
  else gableRoof(scene, view, frame, walls, { wide, deep, tall, high, eave, gable, material, lift })
  if (gable === 'stepped') stepped(nearRight ? wide : 0, nearRight ? walls.right : walls.left)
  if (scene.mood.dark > 0.5) lampAtDoor(scene, walls.front, tall, front)
  return walls
}

function castShadow(scene, view, frame, wide, deep) {
  const ground = (a, c) => view.point(...frame.at(a, 0, c))
  shape(scene.x, [ground(-0.6, -0.7), ground(wide + 2.6, -0.3), ground(wide + 2.6, deep), ground(-0.4, deep)], veil(scene.mood.ink, 0.16))
}

function underEave(scene, wall, tall) {
  if (wall.unit > 5) patch(scene, wall, 0, tall - 0.5, wall.length, 0.5, veil(scene.mood.ink, 0.24))
}

/** Doors and windows of a long side: one door in the middle unless told, windows spread over the floors. */
function openings(scene, wall, tall, material, { door = true, couplet = false, windows = Math.max(2, Math.round(wall.length / 2.6)), open = false, gallery = false } = {}) {
  const { mood } = scene
  const floors = tall > 4.6 ? 2 : 1
  const storey = tall / floors
  const doorWide = Math.min(1.7, wall.length * 0.22)
  const middle = wall.length / 2
  const white = material === 'white'
  for (let floor = 0; floor < floors; floor++) {
    for (let index = 0; index < windows; index++) {
      const u = ((index + 0.5) / windows) * wall.length
      if (floor === 0 && door && Math.abs(u - middle) < doorWide + 0.5) continue
      const size = white ? 0.75 : 1.05
      paintWindow(scene, wall, u - size / 2, floor * storey + storey * (white ? 0.48 : 0.36), size, white ? 0.85 : 1.15, { brow: white && wall.unit > 9, bars: white ? 3 : 4, arch: material === 'stone', lit: mood.dark > 0.05 && scene.random.chance(0.3 + mood.dark * 0.42) })
    }
  }
  if (gallery && wall.unit > 7) galleryOf(scene, wall, storey)
  if (door) paintDoor(scene, wall, middle - doorWide / 2, doorWide, Math.min(2.5, storey * 0.86), { couplet, open, brow: white, frame: white ? mood.stone : darker(mood.wood, 0.3) })
}

/** A wooden gallery along the upper floor. */
function galleryOf(scene, wall, storey) {
  const { mood } = scene
  patch(scene, wall, 0.2, storey - 0.12, wall.length - 0.4, 0.2, darker(mood.wood, 0.2))
  patch(scene, wall, 0.2, storey + 0.85, wall.length - 0.4, 0.12, mood.wood)
  for (let u = 0.3; u < wall.length - 0.3; u += 0.32) patch(scene, wall, u, storey, 0.07, 0.9, mood.wood)
  for (let u = 0.3; u < wall.length; u += (wall.length - 0.6) / 3) patch(scene, wall, u, 0, 0.2, storey * 2, darker(mood.wood, 0.15))
}

function endOpenings(scene, wall, tall, material) {
  if (wall.unit < 4) return
  const lit = () => scene.mood.dark > 0.05 && scene.random.chance(0.2 + scene.mood.dark * 0.4)
  if (material === 'wood' && wall.unit > 11) {
    const rows = tall > 4.6 ? [0.16, 0.6] : [0.36]
    for (const row of rows) for (const share of [0.24, 0.5, 0.76]) paintWindow(scene, wall, wall.length * share - 0.6, tall * row, 1.2, 1.25, { bars: 5, lit: lit() })
    return
  }
  const small = material === 'white' ? 0.55 : 0.8
  for (const share of [0.3, 0.7]) paintWindow(scene, wall, wall.length * share - small / 2, tall * 0.66, small, small * 1.15, { bars: 3, brow: material === 'white' && wall.unit > 16, lit: lit() })
}

function gableRoof(scene, view, frame, walls, { wide, deep, tall, high, eave, gable, material, lift }) {
  const over = gable === 'stepped' ? 0 : eave * 0.8
  const drop = (eave / (deep / 2)) * (high - tall)
  const front = [[-over, high, deep / 2], [wide + over, high, deep / 2], [wide + over, tall - drop, -eave], [-over, tall - drop, -eave]]
  const back = [[wide + over, high, deep / 2], [-over, high, deep / 2], [-over, tall - drop, deep + eave], [wide + over, tall - drop, deep + eave]]
  const tile = material === 'earth' || material === 'wood' ? tint(scene.mood.tile, scene.mood.earth, 0.22) : scene.mood.tile
  const eyeAbove = view.eye.y > high
  const order = walls.front.faces ? [back, front] : [front, back]
  if (eyeAbove) paintSlope(scene, view, frame, order[0], { tile, shade: 0.12, lift })
  const slope = paintSlope(scene, view, frame, order[1], { tile, lift })
  paintRidge(scene, slope.ridge, Math.max(1.4, view.scale(...flat(frame.at(wide / 2, 0, deep / 2))) * 0.3))
}

const flat = ([px, , pz]) => [px, pz]

function hipRoof(scene, view, frame, walls, { wide, deep, tall, high, eave, lift }) {
  const inset = Math.min(deep / 2, wide * 0.3) * 0.75
  const low = tall - 0.25
  const ridge = [[inset, high, deep / 2], [wide - inset, high, deep / 2]]
  const corner = { fl: [-eave, low, -eave], fr: [wide + eave, low, -eave], br: [wide + eave, low, deep + eave], bl: [-eave, low, deep + eave] }
  const faces = [
    [walls.back, [ridge[1], ridge[0], corner.bl, corner.br]], [walls.left, [ridge[0], ridge[0], corner.fl, corner.bl]],
    [walls.right, [ridge[1], ridge[1], corner.br, corner.fr]], [walls.front, [ridge[0], ridge[1], corner.fr, corner.fl]],
  ]
  const thick = Math.max(1.4, view.scale(...flat(frame.at(wide / 2, 0, 0))) * 0.24)
  let top
  for (const [wall, corners] of faces) {
    if (!wall.faces && view.eye.y < high) continue
    const slope = paintSlope(scene, view, frame, corners, { lift, shade: wall === walls.front ? 0 : 0.14, sag: 0.2 })
    for (const side of slope.sides) paintRidge(scene, side, thick * 0.7, { lift: 0 })
    if (wall === walls.front) top = slope.ridge
  }
  if (top) paintRidge(scene, top, thick * 1.2)
}

function lampAtDoor(scene, wall, tall, { lanterns = false }) {
  if (!wall.faces) return
  const [px, py] = wall.on(wall.length / 2, 1)
  glow(scene.x, px, py, wall.unit * 4, wall.unit * 2.6, scene.mood.lamp, lanterns ? 0.5 : 0.28)
}
