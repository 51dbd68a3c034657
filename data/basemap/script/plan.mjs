import { toLocal } from './frame.mjs'

/** What is decided by hand about the invented township: where villages lie and how water runs. Kilometres are local. */
export const villages = [
  { zh: '竹坞村', en: 'Zhuwu', lng: 119.93207, lat: 29.832705, size: 46 },
  { zh: '石桥头村', en: 'Shiqiaotou', lng: 119.951739, lat: 29.842624, size: 62 },
  { zh: '上梅湾村', en: 'Shangmeiwan', lng: 119.90619, lat: 29.847133, size: 74 },
  { zh: '青枫岭村', en: 'Qingfengling', lng: 119.970373, lat: 29.819179, size: 48 },
  { zh: '白鹭畈村', en: 'Bailufan', lng: 119.917578, lat: 29.806555, size: 92 },
  { zh: '水碓坑村', en: 'Shuiduikeng', lng: 119.945528, lat: 29.795735, size: 54 },
  { zh: '高枧村', en: 'Gaojian', lng: 119.884451, lat: 29.831803, size: 50 },
  { zh: '云雾尖村', en: 'Yunwujian', lng: 119.892733, lat: 29.869675, size: 40 },
  { zh: '松阴村', en: 'Songyin', lng: 119.940352, lat: 29.874184, size: 70 },
  { zh: '龙爪溪村', en: 'Longzhaoxi', lng: 119.98383, lat: 29.853445, size: 52 },
  { zh: '茶园岗村', en: 'Chayuangang', lng: 119.896874, lat: 29.788521, size: 44 },
].map((village) => {
  const [x, y] = toLocal(village.lng, village.lat)
  return { ...village, x, y }
})

/**
 * Named water. `course` is kilometres [x, y] from source to mouth, `height` metres above sea at source and mouth
 * (a tributary's mouth takes the height of the water it joins), `hollow` above 1 for a bed that is steep near its source,
 * `width` metres of water at source and mouth, `floor` metres from the water to the foot of the slopes.
 */
export const streams = [
  {
    id: 'bailu', zh: '白鹭溪', en: 'Bailu Creek', height: [330, 40], hollow: 1, width: [16, 46], floor: 330, bend: 1,
    course: [[2.2, 33], [0.4, 26], [2.6, 20], [0.9, 15.5], [1.9, 12.2], [1.0, 9.6], [1.5, 8.1], [0.5, 7.0], [0.9, 6.1], [0.42, 5.2], [0.3, 4.5], [-0.5, 3.9], [-0.75, 3.1], [-1.65, 2.6], [-1.9, 1.9], [-1.35, 1.25], [-0.6, 0.95], [-0.55, 0.2], [-1.1, -0.35], [-1.15, -1.0], [-0.55, -1.45], [-0.45, -2.1], [-0.85, -2.6], [-0.6, -3.2], [0.05, -3.75], [-0.05, -4.5], [-0.75, -5.0], [-0.7, -5.8], [0.1, -6.5], [0.0, -7.6], [-0.9, -8.6], [-0.4, -10.4], [-1.6, -13], [0.2, -18], [-1.4, -25], [0, -33]],
  },
  {
    id: 'longzhao', zh: '龙爪溪', en: 'Longzhao Stream', height: [430, 0], hollow: 1.5, width: [1.6, 15], floor: 150, bend: 1,
    course: [[9.6, 4.3], [8.2, 4.5], [7.0, 3.6], [6.1, 3.4], [5.35, 2.75], [4.5, 2.75], [3.8, 2.1], [3.0, 2.05], [2.35, 1.6], [1.75, 1.6], [1.1, 1.15], [0.3, 1.2], [-0.6, 0.95]],
  },
  {
    id: 'zhu', zh: '竹溪', en: 'Zhu Brook', height: [330, 0], hollow: 1.3, width: [1.2, 8], floor: 110, bend: 0.7,
    course: [[3.7, 0.5], [2.8, 0.25], [2.1, 0.45], [1.3, 0.05], [0.7, 0.2], [0.15, 0.08], [-0.55, 0.2]],
  },
  {
    id: 'shuidui', zh: '水碓坑', en: 'Shuidui Brook', height: [390, 0], hollow: 1.4, width: [1.4, 11], floor: 130, bend: 0.9,
    course: [[6.6, -5.3], [5.4, -4.7], [4.3, -4.75], [3.2, -4.1], [2.4, -4.15], [1.65, -3.65], [1.0, -3.75], [0.05, -3.75]],
  },
  {
    id: 'songyin', zh: '松阴溪', en: 'Songyin Stream', height: [430, 0], hollow: 1.4, width: [1.5, 12], floor: 150, bend: 0.9,
    course: [[6.0, 9.0], [5.0, 7.7], [3.8, 7.1], [3.0, 6.0], [2.0, 5.8], [1.4, 5.15], [0.42, 5.2]],
  },
  {
    id: 'gaojian', zh: '高枧坑', en: 'Gaojian Brook', height: [440, 0], hollow: 1.4, width: [1.2, 9], floor: 140, bend: 0.9,
    course: [[-8.6, 1.5], [-7.2, 0.7], [-6.2, 0.95], [-5.2, 0.2], [-4.4, 0.02], [-3.5, 0.2], [-2.6, -0.35], [-1.8, -0.2], [-1.1, -0.35]],
  },
  {
    id: 'yunwu', zh: '云雾涧', en: 'Yunwu Rill', height: [600, 0], hollow: 0.8, width: [1, 7], floor: 90, bend: 0.7,
    course: [[-6.3, 6.4], [-5.2, 5.3], [-4.4, 4.8], [-3.6, 4.18], [-3.0, 3.6], [-2.5, 3.2], [-1.65, 2.6]],
  },
  {
    id: 'chayuan', zh: '', en: '', height: [420, 0], hollow: 1, width: [1, 6], floor: 90, bend: 0.7,
    course: [[-6.6, -4.4], [-5.3, -4.9], [-4.1, -4.75], [-3.1, -4.85], [-2.2, -4.6], [-1.4, -4.95], [-0.75, -5.0]],
  },
  {
    id: 'qingfeng', zh: '', en: '', height: [400, 0], hollow: 1.1, width: [1, 6], floor: 90, bend: 0.7,
    course: [[7.2, -0.8], [6.0, -1.4], [5.0, -1.15], [3.95, -1.42], [2.9, -1.2], [1.9, -1.75], [0.8, -1.5], [-0.55, -1.45]],
  },
]

/** Radius of the township's outline in metres, seen from the centre, by angle in radians from east. */
export const outlineRadius = (angle) =>
  6850 + 330 * Math.cos(2 * angle - 0.5) + 240 * Math.sin(3 * angle + 0.4) + 150 * Math.sin(5 * angle + 1.9) +
  90 * Math.sin(9 * angle + 0.6) + 55 * Math.sin(14 * angle)

/** Names for the highest points, highest first as they are handed out from the terrain near the wished place. */
export const peaks = [
  { zh: '云雾尖', en: 'Yunwu Peak', wish: [-5.0, 5.9], reach: 1300 },
  { zh: '青枫岭', en: 'Qingfeng Ridge', wish: [4.6, -0.1], reach: 900 },
  { zh: '龙角峰', en: 'Longjiao Peak', wish: [6.2, 1.2], reach: 1000 },
  { zh: '松风岗', en: 'Songfeng Hill', wish: [2.4, 3.9], reach: 900 },
  { zh: '望鹭山', en: 'Wanglu Hill', wish: [-3.0, -1.9], reach: 1000 },
  { zh: '笔架山', en: 'Bijia Hill', wish: [3.6, -2.8], reach: 800 },
  { zh: '大岩背', en: 'Dayanbei', wish: [-6.0, -2.0], reach: 1100 },
  { zh: '鹰嘴岩', en: 'Yingzui Rock', wish: [-5.0, 2.4], reach: 900 },
  { zh: '乌石尖', en: 'Wushi Peak', wish: [2.6, -5.9], reach: 900 },
  { zh: '雪竹岭', en: 'Xuezhu Ridge', wish: [-1.4, 6.2], reach: 900 },
]

/** Ground that stands steeper than its surroundings, in metres, so that the villages named after heights lie high. */
export const ranges = [
  { x: -4600, y: 5400, reach: 3600, factor: 2.3 },
  { x: 5000, y: 200, reach: 2600, factor: 1.8 },
  { x: -4600, y: -3900, reach: 2600, factor: 1.9 },
  { x: 3000, y: 3700, reach: 2200, factor: 1.3 },
]
