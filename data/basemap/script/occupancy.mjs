/** Cells of 4 m that say what already stands on the ground: roads, water, buildings, fields. */
export function createOccupancy(half, cell = 4) {
  const side = Math.ceil((2 * half) / cell)
  const taken = new Uint8Array(side * side)
  const index = (x, y) => {
    const column = Math.floor((x + half) / cell)
    const row = Math.floor((y + half) / cell)
    return column < 0 || row < 0 || column >= side || row >= side ? -1 : row * side + column
  }
  const at = (x, y) => (index(x, y) < 0 ? 255 : taken[index(x, y)])
  const mark = (x, y, radius, kind) => {
    for (let b = -radius; b <= radius; b += cell)
      for (let a = -radius; a <= radius; a += cell)
        if (a * a + b * b <= radius * radius && index(x + a, y + b) >= 0) taken[index(x + a, y + b)] = kind
  }
  return {
    at,
    /** Marks a band `radius` metres to each side of a line. */
    markLine(line, radius, kind) {
      for (let k = 1; k < line.length; k++) {
        const length = Math.hypot(line[k][0] - line[k - 1][0], line[k][1] - line[k - 1][1])
        for (let d = 0; d <= length; d += cell)
          mark(line[k - 1][0] + ((line[k][0] - line[k - 1][0]) * d) / (length || 1), line[k - 1][1] + ((line[k][1] - line[k - 1][1]) * d) / (length || 1), radius, kind)
      }
    },
    mark,
    /** Whether a four-cornered plot stands on free ground; `rim` is the share at each edge that may touch its neighbours. */
    isFree([a, b, c, d], rim = 0) {
      for (let u = 0; u <= 4; u++)
        for (let v = 0; v <= 4; v++) {
          const [s, t] = [rim + (u / 4) * (1 - 2 * rim), rim + (v / 4) * (1 - 2 * rim)]
          const spot = [0, 1].map((axis) => (a[axis] * (1 - s) + b[axis] * s) * (1 - t) + (d[axis] * (1 - s) + c[axis] * s) * t)
          if (at(...spot)) return false
        }
      return true
    },
    /** Marks a four-cornered plot. */
    markPlot([a, b, c, d], kind) {
      const steps = Math.ceil(Math.max(Math.hypot(c[0] - a[0], c[1] - a[1]), Math.hypot(d[0] - b[0], d[1] - b[1])) / cell) + 1
      for (let u = 0; u <= steps; u++)
        for (let v = 0; v <= steps; v++) {
          const [s, t] = [u / steps, v / steps]
          const spot = [0, 1].map((axis) => (a[axis] * (1 - s) + b[axis] * s) * (1 - t) + (d[axis] * (1 - s) + c[axis] * s) * t)
          if (index(...spot) >= 0) taken[index(...spot)] = kind
        }
    },
  }
}
