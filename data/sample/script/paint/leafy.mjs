import { bent, line, oval, ribbon } from './brush.mjs'
import { darker, lighter, stray, veil } from './colour.mjs'

/** Leaves heaped as dots: dark below and behind, then the leaf's own colour, light where the sky falls. */
export function leafHeap(scene, px, py, rx, ry, colours, { dot = 5, dense = 1 } = {}) {
  const { x, random } = scene
  const count = Math.round(((rx * ry) / (dot * dot)) * 1.5 * dense)
  for (let index = 0; index < count; index++) {
    const stage = index / count
    const angle = random.next() * Math.PI * 2
    const reach = Math.sqrt(random.next())
    const lx = px + Math.cos(angle) * rx * reach
    const ly = py + Math.sin(angle) * ry * reach - stage * ry * 0.22
    const lit = (py - ly) / ry + ((px - lx) / rx) * 0.5
    const base = stage < 0.35 ? darker(colours[2] ?? colours[0], 0.3) : lit > 0.35 && stage > 0.6 ? lighter(colours[1] ?? colours[0], 0.25) : random.pick(colours)
    const size = dot * random.between(0.6, 1.15)
    oval(x, lx, ly, size, size * 0.62, veil(stray(random, base, 0.05), 0.9), random.around() * 1.3)
  }
}

function limbs(scene, px, py, height, lean, thick) {
  const { x, random, mood } = scene
  const fork = [px + lean * height * 0.16, py - height * 0.46]
  ribbon(x, bent(random, [px, py], fork, lean * height * 0.06, 2, 9), thick, mood.bark, { press: (t) => 1.2 - t * 0.5, seed: random.next() * 30 })
  const tips = []
  const count = 5
  for (let index = 0; index < count; index++) {
    const turn = (index / (count - 1) - 0.5) * 2.2 + lean * 0.3 + random.around() * 0.16
    const length = height * random.between(0.34, 0.5)
    const tip = [fork[0] + Math.sin(turn) * length * 0.95, fork[1] - Math.cos(turn) * length * 0.9]
    ribbon(x, bent(random, fork, tip, random.around() * 12, 2, 8), thick * 0.5, mood.bark, { press: (t) => 1 - t * 0.8 })
    tips.push(tip)
  }
  return { fork, tips }
}

/** A broadleaf tree (camphor, maple, ginkgo…) at (px, py); `colours` from shade to light; `bare` share of branches left bare. */
export function paintBroadleaf(scene, px, py, height, { colours = scene.mood.leaf, lean = scene.random.around() * 0.4, dot = Math.max(2, height * 0.022), bare = 0, wide = 1 } = {}) {
  const { random } = scene
  const { fork, tips } = limbs(scene, px, py, height, lean, height * 0.06)
  const heaps = tips.flatMap(([tx, ty]) => [
    { x: tx, y: ty, r: height * 0.2 * random.between(0.8, 1.2) },
    { x: (tx + fork[0]) / 2 + random.around() * height * 0.08, y: (ty + fork[1]) / 2 - height * 0.06, r: height * 0.17 },
  ])
  heaps.push({ x: fork[0] + lean * 20, y: fork[1] - height * 0.42, r: height * 0.19 })
  heaps.sort((a, b) => a.y - b.y)
  for (const heap of heaps) if (!random.chance(bare)) leafHeap(scene, heap.x, heap.y, heap.r * wide, heap.r * 0.72, colours, { dot })
}

/** A blossoming tree: bare angular branches set with flowers of `petal` colour. */
export function paintBlossom(scene, px, py, height, { petal = '#F3C9CB', heart = '#C8506A', lean = 0.3, count = 420 } = {}) {
  const { x, random } = scene
  const { fork, tips } = limbs(scene, px, py, height, lean, height * 0.05)
  const twigs = []
  for (const tip of tips) {
    for (let index = 0; index < 6; index++) {
      const t = random.between(0.25, 1)
      const from = [fork[0] + (tip[0] - fork[0]) * t, fork[1] + (tip[1] - fork[1]) * t]
      const to = [from[0] + random.around() * height * 0.24, from[1] - random.between(-0.04, 0.2) * height]
      ribbon(x, bent(random, from, to, random.around() * 9, 1, 6), height * 0.012, scene.mood.bark, { press: (s) => 1 - s * 0.7 })
      twigs.push([from, to])
    }
  }
  for (let index = 0; index < count; index++) {
    const [[ax, ay], [bx, by]] = random.pick(twigs)
    const t = random.between(0.2, 1.05)
    flower(x, random, ax + (bx - ax) * t + random.around() * 9, ay + (by - ay) * t + random.around() * 9, height * random.between(0.008, 0.014), petal, heart)
  }
}

/** One five-petalled flower. */
export function flower(x, random, px, py, r, petal, heart) {
  const turn = random.next() * 6
  const own = stray(random, petal, 0.06)
  if (r < 2.4) return oval(x, px, py, r * 1.5, r * 1.3, veil(own, 0.92), turn)
  for (let leaf = 0; leaf < 5; leaf++) {
    const angle = turn + (leaf * Math.PI * 2) / 5
    oval(x, px + Math.cos(angle) * r * 0.75, py + Math.sin(angle) * r * 0.7, r * 0.72, r * 0.56, veil(own, 0.92), angle)
  }
  oval(x, px, py, r * 0.34, r * 0.34, veil(heart, 0.9))
}

/** A willow over the water: long hanging strands that sway to one side. */
export function paintWillow(scene, px, py, height, { colours = scene.mood.green, lean = 0.3, sway = 0.2 } = {}) {
  const { x, random } = scene
  const { tips, fork } = limbs(scene, px, py, height, lean, height * 0.06)
  for (let index = 0; index < 130; index++) {
    const [tx, ty] = random.pick(tips)
    const t = random.between(0.35, 1.05)
    const sx = fork[0] + (tx - fork[0]) * t + random.around() * height * 0.07
    const sy = fork[1] + (ty - fork[1]) * t - height * 0.03
    const length = height * random.between(0.28, 0.72)
    const shade = veil(stray(random, random.pick(colours), 0.06), 0.75)
    const strand = bent(random, [sx, sy], [sx + sway * length * random.between(0.1, 0.9), sy + length], sway * 16, 2, 9)
    line(x, strand, 1, shade)
    for (const [lx, ly] of strand) oval(x, lx + random.around() * 3, ly, height * 0.012, height * 0.0045, shade, 1.1 + random.around() * 0.5)
  }
}

/** Low shrubs in a row or a drift: heaps of leaves, with blossoms of `petal` when given. */
export function paintShrub(scene, px, py, size, { colours = scene.mood.pine, petal, heart = '#E6B64C' } = {}) {
  const { x, random } = scene
  for (const [dx, dy, r] of [[-0.5, 0, 0.55], [0.45, 0.02, 0.6], [0, -0.28, 0.66]]) {
    leafHeap(scene, px + dx * size, py - size * 0.45 + dy * size, r * size, r * size * 0.7, colours, { dot: Math.max(2.8, size * 0.11), dense: 0.8 })
  }
  if (!petal) return
  for (let index = 0; index < Math.min(26, Math.max(5, size * 0.3)); index++) flower(x, random, px + random.around() * size * 0.8, py - size * random.between(0.1, 1.05), Math.max(1.4, size * random.between(0.05, 0.085)), petal, heart)
}
