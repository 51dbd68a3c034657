const month = { spring: '2026-04', summer: '2026-07', autumn: '2025-11', winter: '2025-12', snow: '2026-01' }

/** One picture: its name, scene and seed, hour and season, caption in Chinese and English, and what the scene is told. */
export const picture = (name, scene, seed, time, season, zh, en, options = {}) => ({ name, scene, seed, time, season, caption: { zh, en }, takenAt: month[season], ...options })

/** Woods and mountains. */
export const woods = [
  picture('bamboo-path', 'bambooGrove', 5, 'noon', 'spring', '竹林石径', 'Stone path through the bamboo', { walker: true }),
  picture('bamboo-rain', 'bambooGrove', 12, 'mist', 'summer', '雨中毛竹', 'Bamboo in the rain', { rain: true }),
  picture('maple-ridge', 'ridge', 5, 'dusk', 'autumn', '枫岭夕照', 'Maple ridge at sunset', { kind: 'maple', side: -1 }),
  picture('maple-path', 'forestPath', 5, 'noon', 'autumn', '枫林古驿道', 'The old post road in maples', { walkers: true }),
  picture('trail-ridge', 'trail', 9, 'dawn', 'autumn', '红色研学步道', 'The red study trail'),
  picture('trail-steps', 'steps', 8, 'noon', 'autumn', '步道起点，交通站旧址', 'Where the trail starts: the old liaison post'),
  picture('pine-ridge-dawn', 'ridge', 1, 'dawn', 'summer', '松风岗日出', 'Sunrise on Songfeng Hill'),
  picture('pine-mist', 'ridge', 33, 'mist', 'spring', '雾锁松林', 'Pines in the fog', { side: -1, plan: 'valley' }),
  picture('pine-snow', 'ridge', 8, 'noon', 'snow', '松岗初雪', 'First snow on the pines'),
  picture('cedar-clouds', 'ridge', 42, 'noon', 'summer', '云上柳杉', 'Cedars above the clouds', { kind: 'cedar', side: -1, plan: 'right' }),
  picture('ridge-stars', 'ridge', 9, 'night', 'summer', '云雾尖夜月', 'Moon over Yunwu Peak', { kind: 'cedar', side: -1 }),
  picture('ridge-sea', 'ridge', 27, 'dawn', 'spring', '岩背望云海', 'A sea of cloud from the rock back', { kind: 'leafy', plan: 'left' }),
  picture('fir-evening', 'ridge', 51, 'dusk', 'summer', '望鹭山晚照', 'Evening on Wanglu Hill', { kind: 'cedar', plan: 'low' }),
  picture('camellia-bloom', 'bloomSlope', 8, 'noon', 'autumn', '油茶花开', 'Tea-oil in flower', {}),
  picture('plum-slope', 'bloomSlope', 24, 'dawn', 'spring', '青梅园花期', 'The plum orchard in bloom', { bloom: 'plum', plan: 'peak' }),
  picture('peach-bank', 'bloomSlope', 9, 'dawn', 'spring', '溪滩桃花', 'Peach blossom by the creek', { bloom: 'peach', water: true }),
  picture('waterfall', 'gorge', 23, 'dawn', 'autumn', '溪谷飞瀑', 'Waterfall in the gorge'),
]

/** Fields, tea, lotus. */
export const lands = [
  picture('paddy-mirror', 'fields', 7, 'dusk', 'summer', '插秧前的水田', 'Paddies flooded for planting', { crop: 'water' }),
  picture('paddy-gold', 'fields', 18, 'noon', 'autumn', '稻熟时节', 'Rice at harvest', { crop: 'rice', plan: 'right', side: -1 }),
  picture('rape-valley', 'fields', 5, 'noon', 'spring', '油菜花开满畈', 'Rape in flower across the plain', { crop: 'rape' }),
  picture('vegetable-rows', 'fields', 44, 'noon', 'summer', '堰边菜畦', 'Vegetable beds by the weir', { crop: 'beds', plan: 'low' }),
  picture('vegetable-valley', 'fields', 52, 'noon', 'winter', '冬日大棚', 'Greenhouses in winter', { crop: 'beds', sheds: true, stream: false, villageX: 60 }),
  picture('lotus-noon', 'lotus', 9, 'noon', 'summer', '七月荷塘', 'Lotus ponds in July', { boat: true }),
  picture('terrace-dawn', 'terraces', 1, 'dawn', 'spring', '梯田水镜', 'Terraces like mirrors'),
  picture('terrace-autumn', 'terraces', 3, 'noon', 'autumn', '梯田秋色', 'Terraces in autumn', { water: 0.1, side: -1 }),
  picture('terrace-mist', 'terraces', 22, 'mist', 'spring', '云雾梯田', 'Terraces in the cloud', { water: 0.55, tree: false }),
  picture('terrace-dusk', 'terraces', 31, 'dusk', 'spring', '暮色水田', 'Flooded steps at dusk', { water: 0.8, plan: 'peak', house: 'white' }),
  picture('terrace-fallow', 'terraces', 40, 'noon', 'winter', '待复垦的梯田', 'Terraces waiting to be planted again', { water: 0.06, fallow: 0.75, tree: false }),
  // The same hillside as above, as it is meant to be: the two are shown one over the other.
  picture('terrace-replanted', 'terraces', 40, 'noon', 'spring', '复垦之后（效果示意）', 'Planted again (proposal)', { water: 0.62, tree: false }),
  picture('tea-dawn', 'teaHills', 5, 'dawn', 'spring', '茶园晨雾', 'Mist in the tea gardens'),
  picture('tea-pavilion', 'teaHills', 7, 'noon', 'summer', '茶园茶亭', 'Tea pavilion in the rows', { pavilion: true, plan: 'left' }),
  picture('tea-mist', 'teaHills', 26, 'mist', 'spring', '高山云雾茶', 'Highland tea in cloud', { plan: 'valley' }),
  picture('tea-dusk', 'teaHills', 38, 'dusk', 'autumn', '茶岗暮色', 'Dusk on the tea ridge', { plan: 'peak', disc: [0.62, 0.16] }),
]
