import { tint, veil } from '../paint/colour.mjs'
import { paintMountain, paintRange } from '../paint/mountain.mjs'
import { paintBirds, paintSky } from '../paint/sky.mjs'
import { createView } from '../paint/view.mjs'
import { mistBand } from '../paint/wash.mjs'

/** Arrangements of hills behind a scene: middle x, width, height, share of haze, as parts of the picture's own size. */
const plans = {
  valley: [[0.12, 0.5, 0.36, 0.34], [0.9, 0.56, 0.42, 0.26], [0.52, 0.4, 0.2, 0.44]],
  left: [[0.2, 0.6, 0.46, 0.24], [0.82, 0.5, 0.22, 0.42]],
  right: [[0.84, 0.62, 0.46, 0.24], [0.22, 0.5, 0.22, 0.42]],
  peak: [[0.5, 0.7, 0.5, 0.28], [0.06, 0.4, 0.24, 0.4], [0.96, 0.4, 0.26, 0.36]],
  low: [[0.3, 0.6, 0.2, 0.4], [0.8, 0.5, 0.24, 0.34]],
  none: [],
}

/** Sky, two far ranges in mist, and hills by plan, down to `foot` (px): what lies behind every open scene. */
export function backdrop(scene, { foot = 520, plan = 'valley', disc, steep = 1.05, detail = 0.62, mist = 0.5, birds = true, far = 1, cloud } = {}) {
  const { x, width, height, mood, seed } = scene
  paintSky(scene, { horizon: foot + 60, disc, cloud })
  const line = foot / height
  const thick = mood.time === 'mist' ? 0.11 : 0.055
  paintRange(scene, { base: foot - 96, rough: 210 * far, colours: mood.at(0.74), seed: seed + 2, scale: 0.9 })
  mistBand(x, width, height, mood.mist, line - 0.1, thick, { seed: seed + 1 })
  paintRange(scene, { base: foot - 34, rough: 190 * far, colours: mood.at(0.56), seed: seed + 5, scale: 1.2 })
  mistBand(x, width, height, mood.mist, line - 0.035, thick, { seed: seed + 3 })
  for (const [u, wide, tall, share] of plans[plan]) {
    const haze = mood.time === 'mist' ? Math.min(0.7, share + 0.2) : share
    paintMountain(scene, { x: u * width, foot: foot + 14, width: wide * width, height: tall * foot * 1.5, colours: mood.at(haze), detail: detail * (1.15 - haze), steep })
    if (mist) mistBand(x, width, height, mood.mist, line - 0.012, thick * 0.8, { seed: seed + Math.round(u * 10), strength: mist })
  }
  if (birds && mood.dark < 0.5) paintBirds(scene, { at: [scene.random.between(0.3, 0.72), scene.random.between(0.14, 0.24)], count: 5, size: 10, spread: 130 })
}

/** The way of looking shared by a scene's ground and its houses. */
export const lookFrom = ({ height: y = 9, horizon = 430, focal = 1500, yaw = 0, x = 0 } = {}) => ({ eye: { x, y, z: 0 }, horizon, focal, view: createView({ eye: { x, y, z: 0 }, yaw, horizon, focal }) })

/** Runs drawings from far to near: each is [x, z, draw]. */
export function fromFarToNear(view, things) {
  for (const [, , draw] of [...things].sort((a, b) => view.depth(b[0], b[1]) - view.depth(a[0], a[1]))) draw()
}

/** Warms or cools the whole picture slightly, for one hour's light. */
export function glaze(scene, colour, alpha) {
  scene.x.fillStyle = veil(tint(colour, colour, 0), alpha)
  scene.x.fillRect(0, 0, scene.width, scene.height)
}
