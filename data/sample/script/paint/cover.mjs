import { channels, darker, lighter, tint } from './colour.mjs'
import { clamp, fractal, noise } from './random.mjs'

const mixed = (a, b, share) => [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share]

/** What covers the ground, as colours by place: `cover(kind, x, z, …)` gives [r, g, b] (and 1 where it is water). */
export function createCover({ mood, seed }) {
  const c = (colour) => channels(colour)
  const grass = [c(mood.grass), c(tint(mood.grass, mood.near.body, 0.6)), c(tint(mood.grass, mood.near.foot, 0.75))]
  const earth = [c(mood.tone('#CDB388')), c(mood.tone('#A98A5E'))]
  const stone = [c(mood.stone), c(darker(mood.stone, 0.25)), c(lighter(mood.stone, 0.25))]
  const water = [c(mood.water[0]), c(mood.water[1])]
  const crops = [c(mood.field), c(tint(mood.field, '#2F7D5B', 0.4)), c(tint(mood.field, '#F0E2A0', 0.35)), c(tint(mood.grass, mood.earth, 0.3))]
  const wood = [c(mood.middle.body), c(darker(mood.near.crest, 0.3))]
  const ink = c(darker(mood.near.body, 0.5))
  const rape = [c(mood.tone('#F0CF4A')), c(mood.tone('#D9B32E'))]
  return {
    ink,
    mixed,
    grass: (x, z) => {
      const patch = fractal(x * 0.11 + seed, z * 0.07, 5)
      const worn = fractal(x * 0.23 - seed, z * 0.12, 4)
      const ground = mixed(mixed(grass[0], grass[1], clamp(patch * 3 - 1.05)), grass[2], clamp(worn * 3.2 - 1.5) * 0.7)
      return mixed(ground, ink, clamp(fractal(x * 1.3, z * 0.5, 3) * 2.6 - 1.25) * 0.22)
    },
    path: (x, z) => mixed(earth[0], earth[1], fractal(x * 0.7, z * 0.35, 3)),
    plaza: (x, z, size = 1.1) => {
      const u = x / size + (Math.floor(z / size) % 2) * 0.5
      const joint = Math.min(Math.abs(u - Math.round(u)), Math.abs(z / size - Math.round(z / size))) < 0.05
      const slab = noise(Math.floor(u + 0.5) * 3.1 + 0.5, Math.floor(z / size + 0.5) * 5.3 + 0.5)
      return mixed(mixed(stone[0], slab > 0.5 ? stone[1] : stone[2], Math.abs(slab - 0.5) * 0.8), ink, joint ? 0.26 : 0.1 * fractal(x, z, 2))
    },
    rock: (x, z) => mixed(stone[1], stone[2], fractal(x * 0.5, z * 0.3, 4)),
    water: (x, z, deep = 0.5) => [...mixed(water[0], water[1], clamp(deep + (fractal(x * 0.06 + seed, z * 0.16, 3) - 0.5) * 0.5)), 1],
    crop: (x, z, pick, rows, along = x) => {
      const base = crops[Math.floor(pick * 97) % crops.length]
      const row = Math.sin((along / rows) * Math.PI * 2) * 0.5 + 0.5
      return mixed(mixed(base, ink, 0.22 * row), grass[1], 0.3 * fractal(x * 1.4, z * 0.6, 2))
    },
    rape: (x, z) => mixed(mixed(rape[0], rape[1], fractal(x * 1.1, z * 0.5, 3)), grass[1], 0.35 * clamp(fractal(x * 3, z * 1.3, 2) * 2 - 0.8)),
    wood: (x, z) => mixed(wood[0], wood[1], fractal(x * 0.2, z * 0.2, 4)),
  }
}
