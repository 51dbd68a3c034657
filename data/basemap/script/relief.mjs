import { clamp, fromWorld, mix, smoothstep, worldSide } from './frame.mjs'
import { blur, sample, sampleSmooth } from './grid.mjs'
import { fractal, noise } from './noise.mjs'
import { outlineRadius } from './plan.mjs'
import { rampTable, reliefPalette } from './relief-palette.mjs'
import { farExtent, horizonExtent, nearExtent } from './terrain.mjs'

export const tileSize = 512
const styles = Object.entries(reliefPalette).map(([name, palette]) => ({ name, ...palette, table: rampTable(palette.ramp) }))

/** Height of the valley floor that colours are measured from, in metres; it falls to the south with the main stream. */
const floorHeight = (y) => 190 + 0.0042 * y

/** How far a point lies outside the township's outline, in metres; negative inside. */
const outside = (x, y) => Math.hypot(x, y) - outlineRadius(Math.atan2(y, x))

/** The distant ranges stand so many metres lower than they were raised: their crests alone come out of the mist. */
const horizonSunk = 300

/** Metres to the nearest edge of an extent; negative outside. */
const inset = ([west, south, east, north], x, y) => Math.min(x - west, east - x, y - south, north - y)

/**
 * Prepares the painter of relief tiles.
 * The result paints tile z/x/y as { paper, night } of RGBA bytes, `tileSize` pixels square.
 */
export function createReliefPainter({ horizon, far, near }) {
  const calm = blur(near, 1)
  const ground = { near, far, horizon }
  const soft = { near: calm, far, horizon }
  const local = { near: blur(near, 9), far: blur(far, 2), horizon: blur(horizon, 1) }
  const broad = { near: blur(near, 40), far: blur(far, 7), horizon: blur(horizon, 3) }
  const blend = (share, coarse, fine) => (share <= 0 ? coarse() : share >= 1 ? fine() : mix(coarse(), fine(), share))
  /** The height of the finest grid that covers a place; where one ends it passes gently into the next. */
  const joined = (grids, x, y, read) =>
    blend(smoothstep(150, 1800, inset(nearExtent, x, y)), () =>
      blend(smoothstep(2000, 9000, inset(farExtent, x, y) + 16000 * (fractal(x / 9000 + 61, y / 9000, 3) - 0.5)), () => read(grids.horizon, x, y) - horizonSunk, () => read(grids.far, x, y)), () => read(grids.near, x, y))

  return function paint(z, tileX, tileY) {
    const step = worldSide / 2 ** z / tileSize
    const grids = step < 20 ? ground : soft
    const [left, top] = fromWorld(tileX / 2 ** z, tileY / 2 ** z)
    const side = tileSize + 2
    const heights = new Float32Array(side * side)
    for (let row = 0; row < side; row++)
      for (let column = 0; column < side; column++) {
        const x = left + (column - 0.5) * step
        const y = top - (row - 0.5) * step
        let height = joined(grids, x, y, sampleSmooth)
        if (step < 12) height += (fractal(x / 34, y / 34, 2) - 0.5) * 3.2 * smoothstep(10, 90, height - floorHeight(y))
        heights[row * side + column] = height
      }
    const pictures = styles.map(() => new Uint8ClampedArray(tileSize * tileSize * 4))
    for (let row = 0; row < tileSize; row++)
      for (let column = 0; column < tileSize; column++) {
        const x = left + (column + 0.5) * step
        const y = top - (row + 0.5) * step
        const at = (row + 1) * side + column + 1
        const height = heights[at]
        const slopeX = (heights[at + 1] - heights[at - 1]) / (2 * step)
        const slopeY = (heights[at - side] - heights[at + side]) / (2 * step)
        const slope = Math.hypot(slopeX, slopeY)
        const boost = step < 12 ? 1.25 : step < 25 ? 1.6 : 2.1
        const normal = 1 / Math.sqrt(1 + slope * slope * boost * boost)
        // Light from the north-west, with a weaker one from the west that models the shaded sides.
        const key = (-slopeX * boost * -0.62 + slopeY * boost * -0.62 + 0.48) * normal
        const side2 = (slopeX * boost * 0.9 + 0.43) * normal
        const light = 0.78 * key + 0.22 * side2 - 0.47
        const fold = clamp((height - joined(local, x, y, sample)) / 55, -1, 1)
        const mass = clamp((height - joined(broad, x, y, sample)) / 190, -1, 1)
        const above = height - floorHeight(y)
        const wash = fractal(x / 1500 + 7, y / 1500 + 2, 3) - 0.5
        const tint = clamp(above / 760 + 0.16 * smoothstep(0.06, 0.5, slope) + 0.07 * mass + 0.16 * wash * smoothstep(20, 120, above) - 0.01, 0, 1)
        const grain = noise(x / step / 1.7, y / step / 1.7) - 0.5 + 0.7 * (noise(x / step / 5, y / step / 5) - 0.5)
        const foot = smoothstep(0.05, 0.3, slope) * (1 - smoothstep(30, 130, above)) * smoothstep(3, 22, above)
        const beyond = outside(x, y)
        const cloud = beyond > 200 ? fractal(x / 2600, y / 2100 + 40, 4) - 0.5 : 0
        // A sea of mist fills the valleys outside; the farther, the higher it stands, until only crests are left.
        const seaLevel = -130 + 520 * smoothstep(600, 17000, beyond) + 240 * smoothstep(20000, 64000, beyond)
        const sea = 0.94 * smoothstep(-170, 230, seaLevel + cloud * 520 - above) * smoothstep(100, 3000, beyond + cloud * 1800)
        const veil = 0.16 * smoothstep(-200, 3200, beyond) + 0.66 * smoothstep(3500, 60000, beyond)
        const haze = Math.max(veil, smoothstep(15000, 1500, inset(horizonExtent, x, y) + cloud * 14000))
        // Thin bands of cloud that hang on the slopes, as painters leave the silk bare between two ranges.
        const band = 0.2 * smoothstep(0.52, 0.74, fractal(x / 1900 + 21, y / 700 + 5, 3)) * smoothstep(40, 130, above) * (1 - smoothstep(170, 330, above))
        const mist = 1 - (1 - sea) * (1 - haze) * (1 - band)
        const index = Math.round(tint * 255) * 3
        for (let s = 0; s < styles.length; s++) {
          const style = styles[s]
          const bright = clamp(light * 1.15 + fold * 0.1 + mass * 0.06, 0, 1) * style.light
          const dark = clamp(-light * 1.25 - fold * 0.17, 0, 1) * style.shade
          for (let c = 0; c < 3; c++) {
            let colour = mix(style.table[index + c], style.ochre[c], foot * 0.3)
            colour = mix(colour, style.lit[c], bright)
            colour = mix(colour, style.deep[c], dark)
            pictures[s][(row * tileSize + column) * 4 + c] = mix(colour + grain * 5, style.mist[c], mist) + 0.5
          }
          pictures[s][(row * tileSize + column) * 4 + 3] = 255
        }
      }
    return Object.fromEntries(styles.map(({ name }, s) => [name, pictures[s]]))
  }
}
