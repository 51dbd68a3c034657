import { sample } from './grid.mjs'
import { distances } from './lines.mjs'
import { peaks as wishes, villages } from './plan.mjs'

/** The highest ground near each wished place: { zh, en, x, y, height }. */
export function findPeaks(terrain) {
  return wishes.map(({ zh, en, wish, reach }) => {
    let best = { height: 0 }
    for (let b = -reach; b <= reach; b += 25)
      for (let a = -reach; a <= reach; a += 25) {
        const [x, y] = [wish[0] * 1000 + a, wish[1] * 1000 + b]
        const height = sample(terrain, x, y)
        if (a * a + b * b <= reach * reach && height > best.height) best = { x, y, height }
      }
    return { zh, en, ...best }
  })
}

/** Every name on the map, most important first. Zooms are the map's. */
export function writeLabels({ streams, peaks, slopes, weir, trail }) {
  const labels = [{ text: { zh: '示例乡', en: 'Shili Township' }, kind: 'township', x: -2900, y: 7900, priority: 1000, minZoom: 10, maxZoom: 12.4 }]
  labels.push(...villages.map(({ zh, en, x, y, size }) => ({ text: { zh, en }, kind: 'village', x, y, priority: 200 + size, minZoom: size >= 70 ? 11.25 : 11.75 })))
  for (const { id, zh, en, line, width: [, width] } of streams.filter((stream) => stream.zh)) {
    const near = line.filter(([x, y]) => Math.hypot(x, y) < 8200)
    const middle = near[Math.floor(near.length / 2)]
    labels.push({ text: { zh, en }, kind: 'stream', x: middle[0], y: middle[1], priority: Math.round(60 + distances(near).at(-1) / 400), minZoom: zh === '白鹭溪' ? 11.5 : 12.75, width, stream: id })
  }
  for (const { zh, en, x, y, height } of peaks)
    labels.push({ text: { zh, en }, kind: 'peak', x, y, height: Math.round(height), priority: Math.round(40 + height / 60), minZoom: height > 600 ? 12 : 13 })
  labels.push({ text: { zh: '龙鳞堰', en: 'Dragon-scale Weir' }, kind: 'weir', x: weir.x, y: weir.y, priority: 150, minZoom: 13.25 })
  const middle = trail[Math.floor(trail.length / 2)]
  labels.push({ text: { zh: '红色研学步道', en: 'Red Study Trail' }, kind: 'place', x: middle[0], y: middle[1], priority: 55, minZoom: 14 })
  const named = { 茶园岗村: ['云雾茶园', 'Chayuangang Tea Gardens'], 云雾尖村: ['高山茶园', 'Highland Tea Garden'], 青枫岭村: ['青枫梯田', 'Qingfeng Terraces'], 龙爪溪村: ['龙爪梯田', 'Longzhao Terraces'], 高枧村: ['高枧梯田', 'Gaojian Terraces'] }
  const seen = new Set()
  for (const { village, x, y } of [...slopes].sort((a, b) => (a.village === '青枫岭村') * (a.kind === 'tea') - (b.village === '青枫岭村') * (b.kind === 'tea'))) {
    if (!named[village] || seen.has(village)) continue
    seen.add(village)
    labels.push({ text: { zh: named[village][0], en: named[village][1] }, kind: 'place', x, y, priority: 38, minZoom: 14 })
  }
  return labels.sort((a, b) => b.priority - a.priority)
}
