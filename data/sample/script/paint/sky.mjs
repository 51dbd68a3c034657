import { fall, glow, line, oval } from './brush.mjs'
import { tint, veil } from './colour.mjs'
import { fractal, smooth } from './random.mjs'
import { wash } from './wash.mjs'

/** The sky down to `horizon` (px): graded wash, brushed cloud, the sun's or moon's disc with its glow, stars at night. */
export function paintSky(scene, { horizon = 620, disc = [0.28, 0.2], cloud = 0.5 } = {}) {
  const { x, width, height, mood, seed } = scene
  x.fillStyle = fall(x, 0, horizon, mood.sky.map((colour, index) => [index / 2, colour]))
  x.fillRect(0, 0, width, height)
  const [du, dv] = disc
  if (mood.time === 'night') stars(scene, horizon)
  glow(x, du * width, dv * height, 620, 460, mood.glow, mood.disc ? 0.62 : 0.4)
  if (mood.disc) {
    const { colour, size } = mood.disc
    glow(x, du * width, dv * height, size * 3.4, size * 3.4, mood.glow, 0.7)
    oval(x, du * width, dv * height, size, size, colour)
  }
  const pale = mood.dark > 0.5 ? tint(mood.sky[2], '#FFFFFF', 0.1) : '#FFFBEF'
  wash(x, width, horizon, pale, (u, v) => {
    const band = fractal(u * 3 + seed, v * 9 + seed * 0.7, 5)
    return cloud * smooth(0.52, 0.78, band) * smooth(0, 0.25, v) * 0.8
  })
}

function stars({ x, width, random }, horizon) {
  for (let count = 0; count < 90; count++) {
    const size = random.between(0.5, 1.5)
    oval(x, random.between(0, width), random.between(0, horizon * 0.6), size, size, veil('#F8F0D0', random.between(0.25, 0.8)))
  }
}

/** A string of birds: `kind` 'geese' far off as hooked strokes, 'egret' near with white wings. */
export function paintBirds(scene, { at = [0.6, 0.24], count = 7, size = 12, colour = scene.mood.ink, spread = 160 } = {}) {
  const { x, width, height, random } = scene
  for (let index = 0; index < count; index++) {
    const px = at[0] * width + (index - count / 2) * (spread / count) * 1.6 + random.around() * 14
    const py = at[1] * height + Math.abs(index - count / 2) * 7 + random.around() * 16
    const s = size * random.between(0.7, 1.15)
    const lift = random.between(0.15, 0.55)
    const wing = (side) => line(x, [[px, py], [px + side * s * 0.5, py - s * lift], [px + side * s * 1.1, py - s * lift * 0.35]], s * 0.13, colour)
    wing(-1)
    wing(1)
    oval(x, px, py + s * 0.04, s * 0.14, s * 0.1, colour)
  }
}
