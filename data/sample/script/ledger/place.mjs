import { readFileSync } from 'node:fs'
import { areaOf, bankStrip, blob, degreesOf, middleOf, polygonOf, toLocal, walk } from './geometry.mjs'

const features = JSON.parse(readFileSync(new URL('../../../basemap/features.json', import.meta.url), 'utf8'))
const squareMetresPerMu = 10_000 / 15

/** Packed map coordinates (first point, then steps) to local metres. */
function unpack(numbers) {
  const points = []
  let lng = 0
  let lat = 0
  for (let index = 0; index < numbers.length; index += 2) {
    lng += numbers[index]
    lat += numbers[index + 1]
    points.push(toLocal(lng * features.unit, lat * features.unit))
  }
  return points
}

const distance = ([ax, ay], [bx, by]) => Math.hypot(ax - bx, ay - by)
const streamLine = (id) => {
  const parts = features.streams.filter((stream) => stream.id === id).map((stream) => unpack(stream.line))
  if (parts.length === 0) throw new Error(`No stream ${id} on the map`)
  return parts.reduce((longest, part) => (part.length > longest.length ? part : longest))
}
const villageAt = (name) => {
  const label = features.labels.find((entry) => entry.kind === 'village' && entry.text.zh === name)
  return toLocal(label.lng, label.lat)
}

/** The buildings of the map about a village, nearest first; the halls (kind 2) apart from the rest. */
function buildingOf(village, order, hall) {
  const middle = villageAt(village)
  const near = features.buildings
    .filter((building) => (building[5] === 2) === hall)
    .map((building) => toLocal(building[0], building[1]))
    .sort((a, b) => distance(a, middle) - distance(b, middle))
  return near[order]
}

function ringPlace(ring) {
  const [x, y] = middleOf(ring)
  const [lng, lat] = degreesOf(x, y)
  return { location: { lng, lat }, boundary: polygonOf(ring), area: areaOf(ring) }
}

function pointPlace([x, y]) {
  const [lng, lat] = degreesOf(x, y)
  return { location: { lng, lat } }
}

/** A point beside a stream, `off` metres to its right bank (negative: left), nearest to the place named. */
function beside(id, near, off) {
  const points = walk(streamLine(id), 10)
  const at = points.reduce((best, point, index) => (distance(point, near) < distance(points[best], near) ? index : best), 0)
  const [ax, ay] = points[Math.max(0, at - 3)]
  const [bx, by] = points[Math.min(points.length - 1, at + 3)]
  const length = Math.hypot(bx - ax, by - ay)
  return [points[at][0] + ((by - ay) / length) * off, points[at][1] - ((bx - ax) / length) * off]
}

/**
 * Turns the place of a hand-written asset into a location, and a boundary with its area (m²) where it has one, true to the drawn map:
 * a building of its village, the hall, a point on a stream, a tea garden or terrace as drawn, a strip of valley floor, or a grown shape on a slope.
 */
export function resolvePlace(place, village) {
  const near = place.near && toLocal(...place.near)
  switch (place.kind) {
    case 'building': return pointPlace(buildingOf(village, place.order, false))
    case 'hall': return pointPlace(buildingOf(village, 0, true))
    case 'stream': return pointPlace(beside(place.stream, near, place.off ?? 24))
    case 'slope': {
      const rings = features.slopes.filter((slope) => slope.kind === place.of).map((slope) => unpack(slope.ring))
      return ringPlace(rings.sort((a, b) => distance(middleOf(a), near) - distance(middleOf(b), near))[0])
    }
    case 'bank': return ringPlace(bankStrip(streamLine(place.stream), near, place.mu * squareMetresPerMu, place))
    case 'yard': {
      const [x, y] = buildingOf(village, place.order, false)
      const ring = blob([x, y], place.squareMetres, { seed: place.seed ?? 1, stretch: 1.5, rough: 0.35 })
      return { ...ringPlace(ring), ...pointPlace([x, y]) }
    }
    case 'grown': return ringPlace(blob(near, place.mu * squareMetresPerMu, place))
    default: throw new Error(`Unknown kind of place ${place.kind}`)
  }
}
