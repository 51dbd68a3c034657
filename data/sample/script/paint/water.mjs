import { fall, line, oval, ribbon, shape } from './brush.mjs'
import { darker, lighter, stray, tint, veil } from './colour.mjs'
import { noise } from './random.mjs'

/**
 * Lays the mirror image of a scene on water. `mask` is the shape of the water, `waterline` the row about which the far scene is
 * turned over (the horizon for far hills), `paintMirrored(layer)` draws near things upside down; `calm` 0..1 how still it lies.
 */
export function reflect(scene, mask, { waterline, paintMirrored = () => {}, calm = 0.6, strength = 0.62 }) {
  const { x, width, height, mood } = scene
  const layer = new OffscreenCanvas(width, height)
  const pen = layer.getContext('2d')
  pen.fillStyle = mood.sky[0]
  pen.fillRect(0, 0, width, height)
  pen.save()
  pen.translate(0, waterline * 2)
  pen.scale(1, -1)
  pen.drawImage(x.canvas, 0, 0, width, waterline, 0, 0, width, waterline)
  pen.restore()
  pen.fillStyle = fall(pen, waterline * 1.55, waterline * 2, [[0, veil(mood.sky[0], 0)], [1, mood.sky[0]]])
  pen.fillRect(0, waterline * 1.55, width, height)
  paintMirrored({ ...scene, x: pen })
  const waved = new OffscreenCanvas(width, height)
  const wave = waved.getContext('2d')
  const wide = (1 - calm) * 26
  for (let row = Math.floor(waterline); row < height; row += 2) {
    const near = (row - waterline) / (height - waterline)
    const shift = (noise(row * 0.12, scene.seed) - 0.5) * wide * (0.25 + near) + Math.sin(row * 0.55) * wide * 0.12
    wave.drawImage(layer, 0, row, width, 2, shift, row + (noise(row * 0.4, 3) - 0.5) * 3 * (1 - calm), width, 2.4)
  }
  wave.globalCompositeOperation = 'source-atop'
  wave.fillStyle = fall(wave, waterline, height, [[0, veil(mood.water[0], 1 - strength)], [0.5, veil(tint(mood.water[0], mood.water[1], 0.6), 1 - strength * 0.8)], [1, veil(mood.water[1], 1 - strength * 0.55)]])
  wave.fillRect(0, 0, width, height)
  wave.globalCompositeOperation = 'destination-in'
  wave.drawImage(mask, 0, 0)
  x.drawImage(waved, 0, 0)
}

/** Ripples: light and dark hair lines lying level, longer and stronger towards the eye; kept inside `mask`. */
export function paintRipples(scene, mask, { from, to, count = 260, strength = 1 } = {}) {
  const { width, height, random, mood } = scene
  const layer = new OffscreenCanvas(width, height)
  const pen = layer.getContext('2d')
  for (let index = 0; index < count; index++) {
    const near = random.next() ** 0.7
    const py = from + (to - from) * near
    const px = random.between(-40, width)
    const long = random.between(14, 60) * (0.4 + near * 1.4)
    const shade = random.chance(0.62) ? lighter(mood.water[0], 0.5) : darker(mood.water[1], 0.3)
    line(pen, [[px, py], [px + long * 0.5, py + random.around() * 2], [px + long, py]], 0.6 + near * 1.3, veil(shade, strength * random.between(0.1, 0.42)))
  }
  pen.globalCompositeOperation = 'destination-in'
  pen.drawImage(mask, 0, 0)
  scene.x.drawImage(layer, 0, 0)
}

/** A boulder with a light top and a wet foot. */
export function paintRock(scene, px, py, size, { wet = true } = {}) {
  const { x, random, mood } = scene
  const points = Array.from({ length: 11 }, (_, index) => {
    const angle = Math.PI + (index / 10) * Math.PI
    const reach = random.between(0.8, 1.12)
    return [px + Math.cos(angle) * size * reach, py + Math.sin(angle) * size * 0.62 * reach]
  })
  const base = stray(random, mood.tone('#8C948A'), 0.06)
  shape(x, points, fall(x, py - size * 0.7, py, [[0, lighter(base, 0.35)], [0.5, base], [1, darker(base, 0.42)]]))
  for (let index = 0; index < 5; index++) {
    const sx = px + random.around() * size * 0.6
    line(x, [[sx, py - size * random.between(0.35, 0.55)], [sx + size * 0.1, py - size * 0.2], [sx + random.around() * size * 0.3, py]], Math.max(0.7, size * 0.02), veil(mood.ink, 0.3))
  }
  ribbon(x, points, Math.max(1, size * 0.035), veil(mood.ink, 0.6), { rough: 0.6, press: () => 0.9 })
  for (let index = 0; index < 7; index++) oval(x, px + random.around() * size * 0.7, py - size * random.between(0.45, 0.62), size * 0.05, size * 0.03, veil(mood.leaf[2] ?? mood.grass, 0.7))
  if (wet) for (let index = 0; index < 3; index++) line(x, [[px - size * (1.1 + index * 0.1), py + index * 2.4], [px, py + 2 + index * 3], [px + size * (1.1 + index * 0.12), py + index * 2.2]], 1, veil(lighter(mood.water[0], 0.6), 0.5 - index * 0.13))
}

/** A waterfall between two heights: threads of white over a dark cleft, spray at its foot. */
export function paintFall(scene, px, top, bottom, wide, { lean = 0 } = {}) {
  const { x, random, mood } = scene
  shape(x, [[px - wide * 0.5, top], [px + wide * 0.5, top], [px + wide * 0.75 + lean, bottom], [px - wide * 0.75 + lean, bottom]], fall(x, top, bottom, [[0, veil(mood.water[1], 0.85)], [1, veil(mood.water[0], 0.9)]]))
  for (let index = 0; index < wide * 1.5; index++) {
    const t = random.around() * 0.6
    const from = top + random.next() ** 2 * (bottom - top) * 0.7
    const long = random.between(0.15, 0.6) * (bottom - top)
    const at = (y) => px + t * wide * (0.7 + 0.5 * ((y - top) / (bottom - top))) + (lean * (y - top)) / (bottom - top)
    const end = Math.min(bottom, from + long)
    line(x, [[at(from), from], [at((from + end) / 2) + random.around() * 3, (from + end) / 2], [at(end), end]], random.between(0.7, 2.2), veil(mood.dark > 0.5 ? '#BFD6D8' : '#FBFDF8', random.between(0.25, 0.85)))
  }
  for (let index = 0; index < 26; index++) oval(x, px + lean + random.around() * wide * 1.3, bottom + random.around() * wide * 0.16, wide * random.between(0.1, 0.34), wide * random.between(0.04, 0.12), veil('#F8FBF4', mood.dark > 0.5 ? 0.1 : 0.22))
}
