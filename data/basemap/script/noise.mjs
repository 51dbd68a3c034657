import { createRandom } from './frame.mjs'

const random = createRandom(20260701)
const lattice = Float32Array.from({ length: 65536 }, () => random())
const at = (i, j) => lattice[(Math.imul(i, 73856093) ^ Math.imul(j, 19349663)) & 65535]

/** Smooth value noise in 0..1 with features of about one unit. */
export function noise(x, y) {
  const i = Math.floor(x)
  const j = Math.floor(y)
  const f = x - i
  const g = y - j
  const u = f * f * f * (f * (f * 6 - 15) + 10)
  const v = g * g * g * (g * (g * 6 - 15) + 10)
  const low = at(i, j) + (at(i + 1, j) - at(i, j)) * u
  const high = at(i, j + 1) + (at(i + 1, j + 1) - at(i, j + 1)) * u
  return low + (high - low) * v
}

/** Sum of octaves of noise, each half as high and about twice as fine; about 0..1. */
export function fractal(x, y, octaves) {
  let sum = 0
  let height = 0.5
  let total = 0
  for (let octave = 0; octave < octaves; octave++) {
    sum += noise(x + octave * 17.3, y - octave * 29.7) * height
    total += height
    // Turning each octave hides the lattice's own axes.
    const turned = x * 1.62 - y * 1.21
    y = x * 1.21 + y * 1.62
    x = turned
    height *= 0.5
  }
  return sum / total
}
