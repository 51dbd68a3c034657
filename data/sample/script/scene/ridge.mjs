import { line, oval } from '../paint/brush.mjs'
import { veil } from '../paint/colour.mjs'
import { paintBroadleaf } from '../paint/leafy.mjs'
import { paintMountain } from '../paint/mountain.mjs'
import { paintCedar, paintPine } from '../paint/pine.mjs'
import { mistBand } from '../paint/wash.mjs'
import { backdrop } from './parts.mjs'

const plant = {
  pine: (scene, px, py, size) => paintPine(scene, px, py, size),
  cedar: (scene, px, py, size) => paintCedar(scene, px, py, size * 1.2),
  maple: (scene, px, py, size) => (scene.random.chance(0.82) ? paintBroadleaf(scene, px, py, size * 0.9) : paintPine(scene, px, py, size)),
  leafy: (scene, px, py, size) => (scene.random.chance(0.75) ? paintBroadleaf(scene, px, py, size * 0.9, { colours: scene.mood.green }) : paintCedar(scene, px, py, size)),
}

/** Trees along the crests of a mountain's folds, thick or thin, growing with the fold's nearness. */
function plantCrests(scene, folds, kind, size, share) {
  const { random } = scene
  for (const fold of folds) {
    const spots = fold.outline.filter(([, py]) => fold.foot - py > fold.height * 0.3)
    for (let index = 0; index < spots.length * share; index++) {
      const [px, py] = random.pick(spots)
      plant[kind](scene, px + random.around() * 6, py + random.between(0, fold.height * 0.16), size * random.between(0.6, 1.15))
    }
  }
}

/** Ridge beyond ridge above a sea of mist, woods on the near crests, one great tree at the corner. */
export function ridge(scene) {
  const { x, width, height, mood, seed, options } = scene
  const { kind = 'pine', side = 1, plan = 'peak', great = true, sea = 0.62, steep = 1.05 } = options
  backdrop(scene, { foot: 560, plan, disc: options.disc ?? [side > 0 ? 0.3 : 0.7, 0.19], mist: 0.75, steep })
  mistBand(x, width, height, mood.mist, sea, 0.07, { seed: seed + 4, strength: 0.95 })
  const middle = paintMountain(scene, { x: width * (side > 0 ? 0.3 : 0.7), foot: 830, width: 980, height: 300, colours: mood.at(0.2), detail: 0.75, steep: steep * 0.9, levels: 3 })
  plantCrests(scene, middle, kind === 'pine' ? 'cedar' : kind, 46, 0.5)
  mistBand(x, width, height, mood.mist, sea + 0.16, 0.06, { seed: seed + 9, strength: 0.9 })
  const near = paintMountain(scene, { x: width * (side > 0 ? 0.86 : 0.14), foot: 1080, width: 1250, height: 540, colours: mood.at(0.03), detail: 1, steep: steep * 0.95, levels: 3 })
  plantCrests(scene, near, kind, 92, 0.42)
  mistBand(x, width, height, mood.mist, 0.99, 0.06, { seed: seed + 11, strength: 0.7 })
  const corner = side > 0 ? 170 : width - 170
  if (great && kind === 'maple') paintBroadleaf(scene, corner, height + 40, 600)
  else if (great) paintPine(scene, corner, height + 40, 640)
  if (mood.season === 'snow') snowfall(scene)
}

/** Snow in the air, small far off and large near. */
export function snowfall({ x, width, height, random }) {
  for (let index = 0; index < 620; index++) {
    const size = random.between(0.7, 3.4)
    oval(x, random.between(0, width), random.between(0, height), size, size * 1.15, veil('#FFFFFF', random.between(0.35, 0.9)))
  }
}

/** Slanting rain. */
export function rainfall({ x, width, height, random }) {
  for (let index = 0; index < 700; index++) {
    const px = random.between(-40, width)
    const py = random.between(-20, height)
    const long = random.between(14, 46)
    line(x, [[px, py], [px - long * 0.11, py + long * 0.5], [px - long * 0.22, py + long]], random.between(0.5, 1.2), veil('#F4F7F2', random.between(0.12, 0.36)))
  }
}
