import { channels } from './colour.mjs'
import { clamp, smooth } from './random.mjs'

const fineness = 2

/**
 * Looks over ground in perspective and paints what is seen, column by column from near to far, then inks where depth breaks off.
 * `eye` {x, y, z} in metres (y up, looking along z), `horizon` the row at eye height, `focal` px;
 * `ground(x, z)` gives {height, …}; `colour(place, {x, z, depth, row})` gives [r, g, b], or nothing where the ground is open.
 * a fourth value of 1 marks water. Painted at twice the size and drawn down, so that edges are smooth.
 * Returns the shape of the water as a canvas of the picture's size.
 */
export function paintTerrain(scene, { eye, horizon, focal, near = 8, far = 900, growth = 1.0013, ground, colour, ink = scene.mood.ink, inkStrength = 0.55, haze = [scene.mood.mist, 0.75] }) {
  const { x, width, height } = scene
  const across = width * fineness
  const down = height * fineness
  const canvas = new OffscreenCanvas(across, down)
  const pen = canvas.getContext('2d')
  const image = pen.createImageData(across, down)
  const pixels = image.data
  const depths = new Float32Array(across * down)
  const wet = pen.createImageData(across, down)
  const hazeColour = channels(haze[0])
  const length = focal * fineness
  const level = horizon * fineness
  for (let column = 0; column < across; column++) {
    const slope = (column - across / 2) / length
    let lowest = down
    let step = near * (growth - 1)
    for (let z = near; z < far && lowest > 0; z += step) {
      step = z * (growth - 1)
      const wx = eye.x + slope * z
      const place = ground(wx, eye.z + z)
      const row = Math.floor(level - ((place.height - eye.y) * length) / z)
      if (row >= lowest) continue
      const own = colour(place, { x: wx, z: eye.z + z, depth: z, row: row / fineness, column: column / fineness })
      const share = own ? haze[1] * smooth(near, far, z) ** 0.8 : 0
      for (let y = Math.max(0, row); own && y < lowest; y++) {
        const at = (y * across + column) * 4
        for (let c = 0; c < 3; c++) pixels[at + c] = own[c] + (hazeColour[c] - own[c]) * share
        pixels[at + 3] = 255
        depths[y * across + column] = z
        if (own[3]) wet.data[at + 3] = 255
      }
      lowest = Math.max(0, row)
    }
  }
  inkBreaks(pixels, depths, across, down, channels(ink), inkStrength, far)
  pen.putImageData(image, 0, 0)
  x.imageSmoothingQuality = 'high'
  x.drawImage(canvas, 0, 0, width, height)
  pen.putImageData(wet, 0, 0)
  const water = new OffscreenCanvas(width, height)
  const small = water.getContext('2d')
  small.imageSmoothingQuality = 'high'
  small.drawImage(canvas, 0, 0, width, height)
  return water
}

/** Draws ink where one pixel is much nearer than the one above it: the brow of a hill, the lip of a terrace. */
function inkBreaks(pixels, depths, across, down, ink, strength, far) {
  for (let y = 2; y < down; y++) {
    for (let column = 1; column < across - 1; column++) {
      const at = y * across + column
      const z = depths[at]
      if (!z) continue
      const behind = depths[at - across * 2] || far * 1.5
      const beside = Math.max(depths[at - 1] || 0, depths[at + 1] || 0)
      const jump = Math.max((behind - z) / z - 0.03, ((beside - z) / z) * 0.8 - 0.03)
      if (jump <= 0) continue
      const share = clamp(jump * 9) * strength * (1 - smooth(far * 0.2, far, z) * 0.75)
      for (let c = 0; c < 3; c++) pixels[at * 4 + c] += (ink[c] - pixels[at * 4 + c]) * share
    }
  }
}

/** Steps a height into terraces `rise` metres high: which one, its floor, and how far across it (0 at the inner foot, 1 at the lip). */
export function terrace(height, rise, wall = 0.16) {
  const level = Math.floor(height / rise)
  const within = height / rise - level
  const onWall = within > 1 - wall
  return { level, floor: level * rise, within: onWall ? 1 : within / (1 - wall), onWall, height: level * rise + (onWall ? ((within - 1 + wall) / wall) * rise : 0) }
}
