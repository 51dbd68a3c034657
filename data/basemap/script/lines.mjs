import { mix } from './frame.mjs'

/** A smooth curve through control points (centripetal enough for our spacing), one point about every `step` metres. */
export function curveThrough(points, step) {
  const result = []
  for (let k = 0; k < points.length - 1; k++) {
    const [p0, p1, p2, p3] = [points[Math.max(0, k - 1)], points[k], points[k + 1], points[Math.min(points.length - 1, k + 2)]]
    const count = Math.max(2, Math.round(Math.hypot(p2[0] - p1[0], p2[1] - p1[1]) / step))
    for (let n = 0; n < count; n++) {
      const t = n / count
      result.push([0, 1].map((axis) => 0.5 * (2 * p1[axis] + (p2[axis] - p0[axis]) * t +
        (2 * p0[axis] - 5 * p1[axis] + 4 * p2[axis] - p3[axis]) * t * t + (3 * p1[axis] - p0[axis] - 3 * p2[axis] + p3[axis]) * t ** 3)))
    }
  }
  result.push(points.at(-1))
  return result
}

/** Length in metres up to each point. */
export function distances(line) {
  const result = [0]
  for (let k = 1; k < line.length; k++) result.push(result[k - 1] + Math.hypot(line[k][0] - line[k - 1][0], line[k][1] - line[k - 1][1]))
  return result
}

/** Corner cutting (Chaikin) that keeps both ends. */
export function soften(line, passes) {
  for (let pass = 0; pass < passes && line.length > 2; pass++) {
    const next = [line[0]]
    for (let k = 0; k < line.length - 1; k++) {
      const [a, b] = [line[k], line[k + 1]]
      next.push([mix(a[0], b[0], 0.25), mix(a[1], b[1], 0.25)], [mix(a[0], b[0], 0.75), mix(a[1], b[1], 0.75)])
    }
    next.push(line.at(-1))
    line = next
  }
  return line
}

/** Drops points that lie within `tolerance` metres of the line without them (Douglas–Peucker). */
export function simplify(line, tolerance) {
  const keep = new Uint8Array(line.length)
  keep[0] = keep[line.length - 1] = 1
  const spans = [[0, line.length - 1]]
  while (spans.length) {
    const [from, to] = spans.pop()
    const [ax, ay] = line[from]
    const dx = line[to][0] - ax
    const dy = line[to][1] - ay
    const length = Math.hypot(dx, dy)
    let worst = tolerance
    let at = -1
    for (let k = from + 1; k < to; k++) {
      const px = line[k][0] - ax
      const py = line[k][1] - ay
      const off = length < 1e-9 ? Math.hypot(px, py) : Math.abs(px * dy - py * dx) / length
      if (off > worst) [worst, at] = [off, k]
    }
    if (at > 0) {
      keep[at] = 1
      spans.push([from, at], [at, to])
    }
  }
  return line.filter((_, k) => keep[k])
}

/** The line with a point about every `step` metres. */
export function resample(line, step) {
  const along = distances(line)
  const total = along.at(-1)
  const count = Math.max(1, Math.round(total / step))
  const result = []
  let k = 0
  for (let n = 0; n <= count; n++) {
    const wanted = (total * n) / count
    while (k < line.length - 2 && along[k + 1] < wanted) k++
    const share = (wanted - along[k]) / (along[k + 1] - along[k] || 1)
    result.push([mix(line[k][0], line[k + 1][0], share), mix(line[k][1], line[k + 1][1], share)])
  }
  return result
}

/** Whether [x, y] lies inside a ring. */
export function inside(ring, x, y) {
  let within = false
  for (let k = 0, last = ring.length - 1; k < ring.length; last = k++) {
    const [ax, ay] = ring[k]
    const [bx, by] = ring[last]
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) within = !within
  }
  return within
}
