import { createRouter } from './routes.mjs'
import { villages } from './plan.mjs'

const village = (name) => villages.find(({ zh }) => zh.startsWith(name))
const spot = (name) => [village(name).x, village(name).y]

/** The county road keeps to the east bank; each pair is a place it must pass, in local metres. */
const countyWay = [[1500, 10200], [800, 4700], [-1330, 2150], [-120, 560], [-160, -2200], [420, -4400], [500, -7000], [60, -10200]]
const townshipOrder = ['白鹭畈', '上梅湾', '竹坞', '松阴', '石桥头', '水碓坑', '高枧', '青枫岭', '龙爪溪', '云雾尖', '茶园岗']
const trackWays = [['石桥头', '青枫岭'], ['青枫岭', '水碓坑'], ['高枧', '云雾尖'], ['茶园岗', '高枧'], ['云雾尖', '松阴'], ['龙爪溪', '松阴']]

/** The point of any of the lines that lies nearest to [x, y]. */
export function nearestOn(lines, [x, y]) {
  let best = { distance: Infinity }
  for (const line of lines)
    for (let k = 1; k < line.length; k++) {
      const [a, b] = [line[k - 1], line[k]]
      const squared = (b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2 || 1
      const share = Math.max(0, Math.min(1, ((x - a[0]) * (b[0] - a[0]) + (y - a[1]) * (b[1] - a[1])) / squared))
      const point = [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share]
      const distance = Math.hypot(point[0] - x, point[1] - y)
      if (distance < best.distance) best = { distance, point, direction: Math.atan2(b[1] - a[1], b[0] - a[0]) }
    }
  return best
}

/** The parts of a line that lie apart from the roads, each led on to the road where it leaves it. */
function offRoad(line, built) {
  const parts = []
  let part = []
  for (const point of line) {
    const near = nearestOn(built, point)
    if (near.distance > 24) {
      if (!part.length) part.push(near.distance < 80 ? near.point : point)
      part.push(point)
    } else if (part.length) {
      parts.push([...part, near.point])
      part = []
    }
  }
  if (part.length) parts.push(part)
  return parts.filter((one) => one.length > 6)
}

/** Roads, tracks and the red study trail as { kind, line }; `peaks` gives the summits that ways lead to. */
export function layRoads(terrain, streams, peaks) {
  const router = createRouter(terrain, streams)
  const roads = []
  const add = (kind, line) => {
    // Softening has moved the road that is joined by a few metres: the end follows it.
    if (roads.length) line[line.length - 1] = nearestOn(roads.map((road) => road.line), line.at(-1)).point
    router.build(line)
    roads.push({ kind, line })
  }
  const county = []
  for (let k = 1; k < countyWay.length; k++) county.push(...router.find(countyWay[k - 1], countyWay[k], 0.05).slice(k > 1 ? 1 : 0))
  add('county', county)
  for (const name of townshipOrder) add('township', router.find(spot(name), null, 0.075))
  const built = roads.map((road) => road.line)
  const addPath = (kind, line) => {
    for (const part of offRoad(line, built)) roads.push({ kind, line: part })
  }
  for (const [from, to] of trackWays) addPath('track', router.find(spot(from), spot(to), 0.14))
  const summit = (name) => peaks.find(({ zh }) => zh === name)
  const climb = (from, name) => addPath('track', router.find(spot(from), [summit(name).x, summit(name).y], 0.2))
  climb('云雾尖', '云雾尖')
  climb('龙爪溪', '龙角峰')
  const top = [summit('青枫岭').x, summit('青枫岭').y]
  const home = spot('青枫岭')
  const aside = [(top[0] + home[0]) / 2 + (top[1] - home[1]) * 0.35, (top[1] + home[1]) / 2 - (top[0] - home[0]) * 0.35]
  const ascent = router.find(home, top, 0.24)
  const descent = [...router.find(top, aside, 0.3), ...router.find(aside, home, 0.3).slice(1)]
  roads.push({ kind: 'trail', line: ascent }, { kind: 'trail', line: descent })
  return roads
}

/** Bridges where roads cross water: { x, y, angle, length, width } in metres and radians. */
export function findBridges(roads, streams) {
  const bridges = []
  const widths = { county: 10, township: 7, track: 3.5, trail: 2.5 }
  for (const { kind, line } of roads)
    for (const stream of streams)
      for (let s = 1; s < stream.line.length; s++) {
        const [c, d] = [stream.line[s - 1], stream.line[s]]
        for (let k = 1; k < line.length; k++) {
          const [a, b] = [line[k - 1], line[k]]
          if (Math.max(a[0], b[0]) < Math.min(c[0], d[0]) || Math.min(a[0], b[0]) > Math.max(c[0], d[0])) continue
          const cross = (b[0] - a[0]) * (d[1] - c[1]) - (b[1] - a[1]) * (d[0] - c[0])
          const t = ((c[0] - a[0]) * (d[1] - c[1]) - (c[1] - a[1]) * (d[0] - c[0])) / cross
          const u = ((c[0] - a[0]) * (b[1] - a[1]) - (c[1] - a[1]) * (b[0] - a[0])) / cross
          if (!(t >= 0 && t < 1 && u >= 0 && u < 1)) continue
          const [x, y] = [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t]
          if (bridges.some((bridge) => Math.hypot(bridge.x - x, bridge.y - y) < 12)) continue
          const water = stream.widths.length > 2 ? stream.widths[s] : stream.widths[1]
          const across = Math.max(0.35, Math.abs(cross) / Math.hypot(b[0] - a[0], b[1] - a[1]) / Math.hypot(d[0] - c[0], d[1] - c[1]))
          bridges.push({ x, y, angle: Math.atan2(b[1] - a[1], b[0] - a[0]), length: water / across + 8, width: widths[kind] })
        }
      }
  return bridges
}
