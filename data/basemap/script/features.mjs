import { toDegrees } from './frame.mjs'
import { blur, createGrid, fill, sample } from './grid.mjs'
import { traceBrooks } from './brooks.mjs'
import { buildVillages } from './buildings.mjs'
import { traceContours } from './contours.mjs'
import { layFields } from './fields.mjs'
import { findPeaks, writeLabels } from './labels.mjs'
import { simplify } from './lines.mjs'
import { createOccupancy } from './occupancy.mjs'
import { outlineRadius } from './plan.mjs'
import { findBridges, layRoads } from './roads.mjs'
import { laySlopes } from './slopes.mjs'
import { packWoods, plantWoods, woodsCell, woodsHalf } from './woods.mjs'

/** Degrees of one step of packed coordinates: about 0.1 m, and for contours about 1 m. */
const unit = 1e-6
const contourUnit = 1e-5

/** Points [x, y] as one flat list of whole steps: the first place, then differences. */
function pack(points, step = unit) {
  const result = []
  let last = [0, 0]
  for (const point of points) {
    const here = toDegrees(...point).map((degrees) => Math.round(degrees / step))
    if (result.length && here[0] === last[0] && here[1] === last[1]) continue
    result.push(here[0] - last[0], here[1] - last[1])
    last = here
  }
  return result
}
const degrees = (x, y) => toDegrees(x, y).map((value) => Number(value.toFixed(6)))
const tenth = (value) => Math.round(value * 10) / 10

/** The township's outline as a closed ring of local points. */
export const outlineRing = () => Array.from({ length: 121 }, (_, k) => {
  const angle = (k / 120) * 2 * Math.PI
  return [outlineRadius(angle) * Math.cos(angle), outlineRadius(angle) * Math.sin(angle)]
})

/** The weir on the main stream by 白鹭畈村: its middle, its angle across the water, its length and depth in metres. */
function placeWeir(stream) {
  const near = stream.line.map(([x, y], k) => [Math.hypot(x + 850, y + 2420), k])
  const [, k] = near.reduce((best, one) => (one[0] < best[0] ? one : best))
  const [a, b] = [stream.line[k - 2], stream.line[k + 2]]
  return { x: stream.line[k][0], y: stream.line[k][1], angle: Math.atan2(b[1] - a[1], b[0] - a[0]), length: stream.widths[k] * 1.25, depth: 26 }
}

/** All vectors of the map from the finished terrain, in local metres. */
export function drawFeatures({ near, drained }, streams, log) {
  const within = (margin) => (x, y) => Math.hypot(x, y) < outlineRadius(Math.atan2(y, x)) + margin
  const ground = blur(near, 1)
  const occupancy = createOccupancy(11200)
  streams.forEach(({ line, widths }) => line.forEach(([x, y], k) => k && occupancy.markLine([line[k - 1], [x, y]], widths[k] / 2 + 6, 1)))
  const brooks = traceBrooks(near, drained, within(300), (x, y) => occupancy.at(x, y) === 1)
  brooks.forEach(({ line }) => occupancy.markLine(line, 5, 1))
  const peaks = findPeaks(ground)
  const roads = layRoads(ground, streams, peaks)
  log('roads')
  roads.forEach(({ kind, line }) => occupancy.markLine(line, { county: 8, township: 6, track: 4, trail: 3 }[kind], 2))
  const { buildings, lanes } = buildVillages(ground, roads, occupancy)
  const slopes = laySlopes(ground, occupancy)
  const fields = layFields(ground, streams, occupancy)
  const woods = plantWoods(ground, occupancy)
  log('villages and fields')
  const coarse = blur(fill(createGrid(-9600, -9600, 9600, 9600, 25), (x, y) => sample(ground, x, y)), 1)
  const contours = traceContours(coarse, 25, within(1300)).map(({ height, line }) => ({ height, line: simplify(line, 3.5) })).filter(({ line }) => line.length > 5)
  const weir = placeWeir(streams[0])
  const allRoads = [...roads, ...lanes]
  const labels = writeLabels({ streams, peaks, slopes, weir, trail: roads.findLast(({ kind }) => kind === 'trail').line })
  return { streams, brooks, roads: allRoads, bridges: findBridges(roads, [...streams, ...brooks]), buildings, slopes, fields, woods, contours, weir, labels, peaks }
}

/** The features as they are written to features.json; see renderer/map/basemap/features.ts for the meaning of each list. */
export function packFeatures(features) {
  const [west, south] = toDegrees(-woodsHalf, -woodsHalf)
  const [east, north] = toDegrees(woodsHalf, woodsHalf)
  return {
    unit,
    contourUnit,
    streams: [
      ...features.streams.map(({ id, line, widths }) => ({ id, widths: [tenth(widths[0]), tenth(widths.at(-1))], line: pack(simplify(line.filter(([x, y]) => Math.hypot(x, y) < 13500), 0.8)) })),
      ...features.brooks.map(({ line, widths }) => ({ widths: widths.map(tenth), line: pack(simplify(line, 1.2)) })),
    ],
    roads: features.roads.map(({ kind, line }) => ({ kind, line: pack(simplify(line, 0.8)) })),
    bridges: features.bridges.map(({ x, y, angle, length, width }) => [...degrees(x, y), tenth(length), tenth(width), tenth((angle * 180) / Math.PI)]),
    buildings: features.buildings.map(({ x, y, width, depth, angle, kind }) => [...degrees(x, y), tenth(width), tenth(depth), tenth((angle * 180) / Math.PI), kind]),
    weir: [...degrees(features.weir.x, features.weir.y), tenth(features.weir.length), features.weir.depth, tenth((features.weir.angle * 180) / Math.PI)],
    fields: features.fields.map(({ kind, ring }) => [kind, ...pack(ring)]),
    slopes: features.slopes.map(({ kind, ring, rows }) => ({ kind, ring: pack(ring), rows: rows.map((row) => pack(row)) })),
    contours: features.contours.map(({ height, line }) => ({ height, line: pack(line, contourUnit) })),
    woods: { bounds: [west, south, east, north].map((value) => Number(value.toFixed(6))), side: features.woods.side, cell: woodsCell, runs: packWoods(features.woods.kinds) },
    labels: features.labels.map(({ x, y, ...label }) => {
      const [lng, lat] = degrees(x, y)
      return { ...label, lng, lat }
    }),
  }
}
