import { veil } from './colour.mjs'
import { noise } from './random.mjs'

/** Runs a path through points as smooth curves. */
export function trace(x, points, closed = false) {
  x.beginPath()
  points.forEach(([px, py], index) => {
    if (index === 0) x.moveTo(px, py)
    else {
      const [qx, qy] = points[index - 1]
      x.quadraticCurveTo(qx, qy, (px + qx) / 2, (py + qy) / 2)
      if (index === points.length - 1) x.lineTo(px, py)
    }
  })
  if (closed) x.closePath()
}

/** Fills the polygon of points with straight sides. */
export function shape(x, points, colour) {
  x.beginPath()
  points.forEach(([px, py], index) => (index ? x.lineTo(px, py) : x.moveTo(px, py)))
  x.closePath()
  x.fillStyle = colour
  x.fill()
}

/**
 * A brush line through points that swells and thins: `width` is its widest in pixels, `press(t)` the share of it along the
 * line (default: thin at both ends), `rough` how much the edge trembles.
 */
export function ribbon(x, points, width, colour, { press = (t) => 0.25 + 0.75 * Math.sin(Math.PI * t) ** 0.7, rough = 0.25, seed = 0 } = {}) {
  const left = []
  const right = []
  const last = points.length - 1
  points.forEach(([px, py], index) => {
    const [ax, ay] = points[Math.max(0, index - 1)]
    const [bx, by] = points[Math.min(last, index + 1)]
    const length = Math.hypot(bx - ax, by - ay) || 1
    const half = (width / 2) * press(index / (last || 1)) * (1 + rough * (noise(index * 0.7 + seed * 13.1, seed) * 2 - 1))
    const nx = (-(by - ay) / length) * half
    const ny = ((bx - ax) / length) * half
    left.push([px + nx, py + ny])
    right.push([px - nx, py - ny])
  })
  trace(x, [...left, ...right.reverse()], true)
  x.fillStyle = colour
  x.fill()
}

/** A hair line through points. */
export function line(x, points, width, colour) {
  trace(x, points)
  x.lineWidth = width
  x.lineCap = 'round'
  x.strokeStyle = colour
  x.stroke()
}

/** Points between two ends, bent sideways by `sag` pixels and trembling by `shake` pixels. */
export function bent(random, [ax, ay], [bx, by], sag = 0, shake = 0, steps = 12) {
  const length = Math.hypot(bx - ax, by - ay) || 1
  const nx = -(by - ay) / length
  const ny = (bx - ax) / length
  return Array.from({ length: steps + 1 }, (_, index) => {
    const t = index / steps
    const off = sag * 4 * t * (1 - t) + shake * random.around() * Math.sin(Math.PI * t)
    return [ax + (bx - ax) * t + nx * off, ay + (by - ay) * t + ny * off]
  })
}

/** A filled oval, turned by `turn` radians. */
export function oval(x, px, py, rx, ry, colour, turn = 0) {
  x.beginPath()
  x.ellipse(px, py, Math.max(0.1, rx), Math.max(0.1, ry), turn, 0, Math.PI * 2)
  x.fillStyle = colour
  x.fill()
}

/** A soft round glow that fades to nothing at its edge. */
export function glow(x, px, py, rx, ry, colour, alpha = 1) {
  x.save()
  x.translate(px, py)
  x.scale(rx, ry)
  const fill = x.createRadialGradient(0, 0, 0, 0, 0, 1)
  fill.addColorStop(0, veil(colour, alpha))
  fill.addColorStop(0.45, veil(colour, alpha * 0.45))
  fill.addColorStop(1, veil(colour, 0))
  x.fillStyle = fill
  x.fillRect(-1, -1, 2, 2)
  x.restore()
}

/** A vertical gradient from stops [[share, colour]…] between two heights. */
export function fall(x, top, bottom, stops) {
  const fill = x.createLinearGradient(0, top, 0, bottom)
  stops.forEach(([share, colour]) => fill.addColorStop(share, colour))
  return fill
}
