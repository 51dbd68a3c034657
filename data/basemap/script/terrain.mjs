import { mix, smoothstep } from './frame.mjs'
import { blur, createGrid, fill, sample, sampleSmooth } from './grid.mjs'
import { erode } from './erosion.mjs'
import { fractal } from './noise.mjs'
import { ranges, villages } from './plan.mjs'

/** Local metres covered by coarse mountains seen at low zoom, and by the fine terrain of the township. */
export const farExtent = [-46000, -31000, 46000, 31000]
export const nearExtent = [-12800, -11600, 12800, 11600]
/** Local metres of the ranges on the horizon, which only their crests show above the mist. */
export const horizonExtent = [-94000, -58000, 94000, 58000]

/** For every cell, the nearest stream point's distance (m), height (m) and floor width (m): two raster passes. */
function nearestWater(grid, streams) {
  const { columns, rows, cell, west, south } = grid
  const points = streams.flatMap((stream) => stream.line.map(([x, y], k) => [x, y, stream.heights[k], stream.floor * (0.55 + 0.9 * fractal(x / 900, y / 900, 2))]))
  const nearest = new Int32Array(columns * rows).fill(-1)
  const squared = (index, column, row) => (points[index][0] - west - column * cell) ** 2 + (points[index][1] - south - row * cell) ** 2
  points.forEach(([x, y], index) => {
    const column = Math.round((x - west) / cell)
    const row = Math.round((y - south) / cell)
    if (column >= 0 && row >= 0 && column < columns && row < rows) nearest[row * columns + column] = index
  })
  const offer = (at, from, column, row) => {
    if (nearest[from] >= 0 && (nearest[at] < 0 || squared(nearest[from], column, row) < squared(nearest[at], column, row))) nearest[at] = nearest[from]
  }
  for (const direction of [1, -1, 1, -1])
    for (let r = 0; r < rows; r++) {
      const row = direction > 0 ? r : rows - 1 - r
      for (const sweep of [direction, -direction])
        for (let c = 0; c < columns; c++) {
          const column = sweep > 0 ? c : columns - 1 - c
          const at = row * columns + column
          if (column - sweep >= 0 && column - sweep < columns) offer(at, at - sweep, column, row)
          const behind = row - direction
          if (behind >= 0 && behind < rows)
            for (let side = -1; side <= 1; side++)
              if (column + side >= 0 && column + side < columns) offer(at, behind * columns + column + side, column, row)
        }
    }
  return { points, nearest, distanceAt: (at) => Math.sqrt(squared(nearest[at], at % columns, Math.floor(at / columns))) }
}

/** How steep the ground may stand: low along the valleys and around villages, high in the ranges. */
function steepnessOf(grid, water) {
  const result = new Float32Array(grid.values.length)
  for (let at = 0; at < result.length; at++) {
    const x = grid.west + (at % grid.columns) * grid.cell
    const y = grid.south + Math.floor(at / grid.columns) * grid.cell
    const range = 0.4 + 1.25 * smoothstep(0.28, 0.75, fractal(x / 5200 + 3, y / 5200 + 8, 3))
    let value = (13 + 33 * smoothstep(200, 2400, water.distanceAt(at))) * range * (0.6 + 0.8 * fractal(x / 420, y / 420, 3))
    for (const { x: rx, y: ry, reach, factor } of ranges) value *= mix(factor, 1, smoothstep(0, reach, Math.hypot(x - rx, y - ry)))
    for (const village of villages) value *= mix(0.45, 1, smoothstep(250, 900, Math.hypot(x - village.x, y - village.y)))
    result[at] = value
  }
  return result
}

/** Marks the rim and the given water, and sets the water's height. */
function pin(grid, water) {
  const { columns, rows } = grid
  const fixed = new Uint8Array(columns * rows)
  for (let at = 0; at < fixed.length; at++) {
    const column = at % columns
    const row = Math.floor(at / columns)
    if (column === 0 || row === 0 || column === columns - 1 || row === rows - 1) fixed[at] = 1
    else if (water.distanceAt(at) <= grid.cell * 0.75) {
      fixed[at] = 1
      grid.values[at] = water.points[water.nearest[at]][2]
    }
  }
  return fixed
}

/** Widens the valley floors and levels the ground of the villages, which running water alone leaves too narrow. */
function settle(grid, water) {
  const bank = { ...grid, values: new Float32Array(grid.values.length) }
  for (let at = 0; at < bank.values.length; at++) {
    const distance = water.distanceAt(at)
    bank.values[at] = water.points[water.nearest[at]][2] + Math.min(2.5, distance * 0.05) + distance * 0.014
  }
  const share = { ...grid, values: new Float32Array(grid.values.length) }
  for (let at = 0; at < share.values.length; at++) {
    const floor = water.points[water.nearest[at]][3]
    share.values[at] = smoothstep(floor * 0.45, floor * 2.1, water.distanceAt(at))
  }
  // Where two waters meet, their banks differ in height and width: blurred, the step becomes a gentle fan.
  const fan = blur(bank, 7)
  const soft = blur(share, 7)
  for (let at = 0; at < grid.values.length; at++) {
    const distance = water.distanceAt(at)
    const level = mix(bank.values[at], fan.values[at], smoothstep(10, 70, distance))
    grid.values[at] = mix(level, grid.values[at], Math.min(soft.values[at], smoothstep(5, 60, distance)))
  }
  for (const village of villages) {
    let sum = 0
    for (let k = 0; k < 8; k++) sum += sample(grid, village.x + 90 * Math.cos(k), village.y + 90 * Math.sin(k)) / 8
    village.height = Math.round(sum)
    fill(grid, (x, y) => {
      const here = grid.values[Math.round((y - grid.south) / grid.cell) * grid.columns + Math.round((x - grid.west) / grid.cell)]
      const distance = Math.hypot(x - village.x, y - village.y)
      return distance > 520 ? here : mix(mix(sum, here, 0.25), here, smoothstep(150, 520, distance))
    })
  }
}

/** A finer grid of the same ground, bent by about one coarse cell: else valleys keep the directions of the coarse grid. */
function refine(from, extent, cell) {
  const bend = from.cell * 2.4
  const scale = from.cell * 3.1
  return fill(createGrid(...extent, cell), (x, y) =>
    sampleSmooth(from, x + bend * (fractal(x / scale, y / scale, 2) - 0.5), y + bend * (fractal(x / scale + 50, y / scale + 31, 2) - 0.5)))
}

/** Lowers beds that would stand above the ground beside them, keeping every bed rising towards its source. */
function sink(streams, grid) {
  for (const { line, heights, floor } of streams.slice(1))
    for (let k = line.length - 2; k >= 0; k--) {
      const [x, y] = line[k]
      let ground = Infinity
      for (let turn = 0; turn < 8; turn++) ground = Math.min(ground, sample(grid, x + (floor + 90) * Math.cos(turn * 0.785), y + (floor + 90) * Math.sin(turn * 0.785)))
      heights[k] = Math.max(heights[k + 1] + 0.05, Math.min(heights[k], ground - 6))
    }
}

/** Distant ranges: ground of its own that joins no water of the township, for between the two lies mist. */
export function raiseHorizon(log) {
  const grid = fill(createGrid(...horizonExtent, 400), (x, y) => 160 + 900 * fractal(x / 11000 + 3, y / 8000 + 19, 5) * (0.5 + fractal(x / 30000, y / 22000 + 7, 2)))
  const fixed = new Uint8Array(grid.values.length)
  const steepness = new Float32Array(grid.values.length)
  for (let at = 0; at < fixed.length; at++) {
    const [column, row] = [at % grid.columns, Math.floor(at / grid.columns)]
    const [x, y] = [grid.west + column * grid.cell, grid.south + row * grid.cell]
    if (column === 0 || row === 0 || column === grid.columns - 1 || row === grid.rows - 1) fixed[at] = 1
    steepness[at] = (14 + 46 * smoothstep(0.34, 0.7, fractal(x / 14000 + 40, y / 10000 + 2, 3))) * (0.7 + 0.6 * fractal(x / 1900, y / 1900, 3))
  }
  erode(grid, steepness, fixed, { rounds: 45, fillings: 45, lift: 26, smoothing: 0.02, seed: 91 })
  log('horizon')
  return grid
}

/**
 * Raises the mountains: coarse ones all around, then finer and finer ones near the township.
 * Returns grids of metres above sea, and the drained area of the finest grid in m².
 */
export function raiseTerrain(streams, log) {
  let far
  for (const [cell, rounds, lift] of [[400, 60, 30], [200, 40, 24], [100, 18, 16]]) {
    far = far ? refine(far, farExtent, cell) : fill(createGrid(...farExtent, cell), (x, y) => 120 + 500 * fractal(x / 3600, y / 3600, 5))
    const water = nearestWater(far, streams)
    erode(far, steepnessOf(far, water), pin(far, water), { rounds, fillings: rounds, lift, smoothing: 0.02, seed: cell })
    log(`far terrain at ${cell} m`)
  }
  let near
  let drained
  for (const [cell, rounds, lift] of [[50, 30, 14], [25, 12, 8], [12.5, 5, 4]]) {
    sink(streams, near ?? far)
    near = refine(near ?? far, nearExtent, cell)
    const water = nearestWater(near, streams)
    drained = erode(near, steepnessOf(near, water), pin(near, water), { rounds, fillings: 2, lift, smoothing: 0.05, seed: cell })
    if (cell === 12.5) settle(near, water)
    log(`near terrain at ${cell} m`)
  }
  return { far, near, drained }
}
