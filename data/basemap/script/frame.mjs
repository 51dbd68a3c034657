/**
 * The local metric frame of the township and its Web Mercator relation.
 * x runs east and y north, both in metres on the ground at the centre's latitude.
 * The frame is Web Mercator scaled by one constant, so tiles, grids and features line up without resampling.
 */
export const centre = { lng: 119.93, lat: 29.83 }

const radians = Math.PI / 180
const earthRadius = 6378137
const mercator = (latitude) => Math.log(Math.tan(Math.PI / 4 + (latitude * radians) / 2))
const shrink = earthRadius * Math.cos(centre.lat * radians)
const centreMercator = mercator(centre.lat)

/** Longitude and latitude in degrees to local metres [x, y]. */
export const toLocal = (lng, lat) => [(lng - centre.lng) * radians * shrink, (mercator(lat) - centreMercator) * shrink]

/** Local metres to [longitude, latitude] in degrees. */
export const toDegrees = (x, y) => [
  centre.lng + x / shrink / radians,
  (2 * Math.atan(Math.exp(y / shrink + centreMercator)) - Math.PI / 2) / radians,
]

/** Local metres of a point on the world square, whose sides are 0..1 from the north-west corner. */
export const fromWorld = (u, v) => [
  ((u * 360 - 180 - centre.lng) * radians) * shrink,
  (Math.PI * (1 - 2 * v) - centreMercator) * shrink,
]

/** World square position (0..1, from the north-west corner) of local metres. */
export const toWorld = (x, y) => {
  const [lng] = toDegrees(x, y)
  return [(lng + 180) / 360, (1 - (y / shrink + centreMercator) / Math.PI) / 2]
}

/** Ground metres covered by the side of the world square. */
export const worldSide = 2 * Math.PI * shrink

/** A seeded generator of numbers in 0..1 (mulberry32), so that every run draws the same township. */
export function createRandom(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296
  }
}

export const clamp = (value, low, high) => (value < low ? low : value > high ? high : value)
export const mix = (from, to, share) => from + (to - from) * share
export const smoothstep = (low, high, value) => {
  const share = clamp((value - low) / (high - low), 0, 1)
  return share * share * (3 - 2 * share)
}
