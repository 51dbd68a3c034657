/** A seeded stream of numbers in 0..1 (mulberry32) with the draws that painting needs; one seed paints one picture. */
export function createRandom(seed) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296
  }
  return {
    next,
    between: (low, high) => low + (high - low) * next(),
    /** About -1..1, thick in the middle. */
    around: () => next() + next() + next() - 1.5,
    pick: (list) => list[Math.floor(next() * list.length)],
    chance: (share) => next() < share,
  }
}

const lattice = (() => {
  const random = createRandom(90210)
  return Float32Array.from({ length: 65536 }, () => random.next())
})()
const at = (i, j) => lattice[(Math.imul(i, 73856093) ^ Math.imul(j, 19349663)) & 65535]

/** Smooth value noise in 0..1, features of about one unit. */
export function noise(x, y = 0.37) {
  const i = Math.floor(x)
  const j = Math.floor(y)
  const f = x - i
  const g = y - j
  const u = f * f * (3 - 2 * f)
  const v = g * g * (3 - 2 * g)
  const low = at(i, j) + (at(i + 1, j) - at(i, j)) * u
  const high = at(i, j + 1) + (at(i + 1, j + 1) - at(i, j + 1)) * u
  return low + (high - low) * v
}

/** Octaves of noise, each half as high and twice as fine; about 0..1. */
export function fractal(x, y, octaves = 5) {
  let sum = 0
  let height = 0.5
  let total = 0
  for (let octave = 0; octave < octaves; octave++) {
    sum += noise(x, y) * height
    total += height
    // Turning each octave hides the lattice's own axes.
    const turned = x * 1.62 - y * 1.21 + 11.7
    y = x * 1.21 + y * 1.62 - 7.3
    x = turned
    height *= 0.5
  }
  return sum / total
}

/** Octaves of noise folded to sharp crests; about 0..1. */
export function ridged(x, y, octaves = 5) {
  let sum = 0
  let height = 0.5
  let weight = 1
  let total = 0
  for (let octave = 0; octave < octaves; octave++) {
    let crest = 1 - Math.abs(2 * noise(x, y) - 1)
    crest *= crest * weight
    weight = Math.min(1, crest * 1.9)
    sum += crest * height
    total += height
    x = x * 2.05 + 17
    y = y * 2.05 + 29
    height *= 0.5
  }
  return sum / total
}

export const clamp = (value, low = 0, high = 1) => (value < low ? low : value > high ? high : value)
export const blend = (from, to, share) => from + (to - from) * share
export const smooth = (low, high, value) => {
  const share = clamp((value - low) / (high - low))
  return share * share * (3 - 2 * share)
}
