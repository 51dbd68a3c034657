import { picture } from './nature.mjs'

/** Hydropower and the creek. */
export const water = [
  picture('station-summer', 'station', 1, 'noon', 'summer', '从溪边望二级电站', 'Station No. 2 from the creek', {}),
  picture('station-dusk', 'station', 4, 'dusk', 'autumn', '电站秋暮', 'The station on an autumn evening', { side: -1, plan: 'right' }),
  picture('station-spring', 'station', 11, 'dawn', 'spring', '一级电站春晨', 'Station No. 1, a spring morning', { plan: 'peak' }),
  picture('station-mist', 'station', 19, 'mist', 'summer', '雾中小电站', 'The small station in fog', { side: -1, plan: 'valley' }),
  picture('station-snow', 'station', 27, 'noon', 'snow', '雪中电站', 'The station in snow', { plan: 'left', pipe: false }),
  picture('station-night', 'station', 43, 'night', 'summer', '亮灯的机房咖啡', 'The powerhouse café at night', { side: -1, plan: 'right', pipe: false }),
  picture('station-gorge', 'gorge', 5, 'noon', 'summer', '溪谷电站与飞瀑', 'Powerhouse under the fall', { building: 'station' }),
  picture('weir-summer', 'weir', 1, 'noon', 'summer', '龙鳞堰丰水期', 'Dragon-scale Weir in high water', { station: true }),
  picture('weir-dusk', 'weir', 3, 'dusk', 'autumn', '龙鳞堰晚照', 'Dragon-scale Weir at sunset', {}),
  picture('weir-mist', 'weir', 14, 'mist', 'spring', '堰上晨雾', 'Morning mist on the weir', { side: -1 }),
  picture('weir-camp', 'weir', 8, 'night', 'summer', '堰边夜营', 'Camp by the weir at night', { tents: true, houses: false, from: -18, plan: 'right' }),
  picture('turbine-hall', 'turbineHall', 1, 'noon', 'summer', '机房里的老机组', 'The old sets in the turbine hall', {}),
  picture('watermill', 'station', 52, 'noon', 'spring', '水碓坑老水碓', 'The watermill at Shuiduikeng', { wheel: true, material: 'wood', pipe: false, plan: 'peak' }),
]

/** Old houses, lanes, rooms. */
export const homes = [
  picture('house-gables', 'frontage', 61, 'noon', 'spring', '五叠马头墙', 'Five-stepped gables', { subject: 'gables', plan: 'left', tree: 'plum', pond: true, turn: -0.72, shift: 2 }),
  picture('house-courtyard', 'courtyard', 8, 'noon', 'autumn', '天井', 'The sky well', {}),
  picture('courtyard-night', 'courtyard', 15, 'night', 'summer', '天井夜灯', 'Lanterns in the sky well', { plan: 'left' }),
  picture('house-lattice', 'latticeRoom', 3, 'noon', 'autumn', '花窗日影', 'Sun through the lattice', {}),
  picture('house-workshop', 'latticeRoom', 17, 'noon', 'spring', '篾匠的工坊', 'The bamboo-weaver’s workshop', { work: true, wall: 'wood' }),
  picture('house-bamboo', 'frontage', 66, 'noon', 'summer', '竹边老屋', 'The house by the bamboo', { subject: 'white', tree: 'bamboo', plan: 'right', court: 'path', crowd: 2 }),
  picture('house-gorge', 'gorge', 29, 'noon', 'autumn', '崖边老屋', 'The house on the ledge', { building: 'house' }),
  picture('rammed-clouds', 'frontage', 74, 'dawn', 'autumn', '云上夯土老屋', 'Rammed earth above the clouds', { subject: 'rammed', court: 'path', sea: true, plan: 'valley', harvest: true, eye: 7.5, horizon: 400, distance: 41, near: false }),
  picture('rammed-yard', 'courtyard', 22, 'noon', 'autumn', '晒秋小院', 'Harvest drying in the yard', { material: 'earth', drying: true, plan: 'right' }),
  picture('lane-spring', 'street', 14, 'noon', 'spring', '梅巷', 'Plum Lane', { blossom: true, half: 3.4, crowd: 4 }),
  picture('old-street', 'street', 4, 'dusk', 'autumn', '桥头老街', 'The old street by the bridge', { shops: true, material: 'mixed' }),
  picture('art-wall', 'street', 9, 'noon', 'spring', '画墙巷', 'The lane of painted walls', { art: true }),
  picture('art-lane', 'street', 31, 'dusk', 'autumn', '画村黄昏', 'The art village at dusk', { art: true, half: 5.2, crowd: 9, plan: 'left' }),
  picture('lodging-night', 'lodging', 7, 'night', 'summer', '水岸灯火', 'Lights on the water', {}),
  picture('lodging-dusk', 'lodging', 8, 'dusk', 'spring', '临水民宿的傍晚', 'Evening at the waterside inn', { side: -1, plan: 'right', disc: [0.66, 0.15] }),
  picture('village-dusk', 'streamVillage', 1, 'dusk', 'summer', '溪村晚照', 'The creek village at sunset', {}),
  picture('village-spring', 'streamVillage', 3, 'noon', 'spring', '桃花夹岸', 'Peach blossom on both banks', { tree: 'blossom' }),
  picture('village-snow', 'streamVillage', 9, 'noon', 'snow', '雪落溪村', 'Snow on the creek village', {}),
  picture('covered-bridge', 'streamVillage', 12, 'noon', 'autumn', '石桥头廊桥', 'The covered bridge at Shiqiaotou', { bridge: 'covered', tree: 'maple', plan: 'valley' }),
  picture('bridge-night', 'streamVillage', 5, 'night', 'autumn', '廊桥夜市', 'Night market by the covered bridge', { bridge: 'covered', crowd: 12 }),
]

/** Halls, shops, works, and the township from above. */
export const commons = [
  picture('hall-front', 'frontage', 1, 'noon', 'summer', '文化礼堂', 'The cultural hall', { subject: 'hall', plan: 'right' }),
  picture('hall-night', 'frontage', 83, 'night', 'summer', '礼堂夜戏', 'A night of opera at the hall', { subject: 'hall', plan: 'valley', crowd: 16, side: -1 }),
  picture('hall-water', 'frontage', 87, 'dusk', 'spring', '临水礼堂', 'The hall by the water', { subject: 'hall', plan: 'left', pond: true }),
  picture('hall-autumn', 'frontage', 92, 'noon', 'autumn', '岭下礼堂', 'The hall below the ridge', { subject: 'hall', plan: 'peak', turn: 0.2, side: -1 }),
  picture('hall-stage', 'stageHall', 5, 'noon', 'spring', '礼堂戏台', 'The stage', {}),
  picture('ancestral-hall', 'frontage', 3, 'dusk', 'autumn', '方氏宗祠', 'The Fang ancestral hall', { subject: 'ancestral', green: true, pond: true, plan: 'right' }),
  picture('ancestral-camphor', 'frontage', 96, 'noon', 'summer', '水口古樟与祠堂', 'Old camphors before the hall', { subject: 'ancestral', green: true, plan: 'left', turn: 0.18 }),
  picture('hall-columns', 'columnHall', 7, 'noon', 'summer', '祠堂柱廊', 'Columns of the ancestral hall', {}),
  picture('assembly-hall', 'frontage', 5, 'noon', 'spring', '石桥头大会堂', 'Shiqiaotou Assembly Hall', { subject: 'assembly', neighbours: 'white', plan: 'valley' }),
  picture('granary', 'frontage', 7, 'dusk', 'autumn', '老粮仓', 'The old granary', { subject: 'granary', court: 'path', plan: 'left', distance: 34, harvest: true }),
  picture('granary-inside', 'workHall', 9, 'dusk', 'summer', '粮仓书屋（示意）', 'The granary as a library (proposal)', { kind: 'library' }),
  picture('school', 'frontage', 100, 'dawn', 'spring', '松阴小学旧校舍', 'The old school at Songyin', { subject: 'school', tree: 'pine', court: 'path', plan: 'right', distance: 36 }),
  picture('tea-factory', 'frontage', 8, 'noon', 'autumn', '锯齿顶老茶厂', 'The saw-tooth tea factory', { subject: 'factory', court: 'path', plan: 'left', distance: 36 }),
  picture('tea-factory-inside', 'workHall', 8, 'noon', 'autumn', '揉捻车间', 'The rolling room', {}),
  picture('coop-shop', 'frontage', 9, 'dusk', 'summer', '供销社', 'The supply and marketing shop', { subject: 'shop', neighbours: 'white', plan: 'right', distance: 25 }),
  picture('forest-shed', 'frontage', 104, 'noon', 'autumn', '林场木工房', 'The forest workshop', { subject: 'shed', court: 'path', tree: 'pine', plan: 'valley', distance: 34, crowd: 2 }),
  picture('agri-complex', 'farmstead', 6, 'noon', 'spring', '溪东老屋群与荷塘', 'The old hamlet about its pond', {}),
  picture('agri-market', 'farmstead', 14, 'dusk', 'autumn', '塘边集市', 'Market by the pond', { plan: 'right' }),
  picture('panorama-spring', 'panorama', 9, 'noon', 'spring', '春到示例乡', 'Spring over the township', { rape: true }),
  picture('panorama-dawn', 'panorama', 20, 'dawn', 'summer', '白鹭溪晨雾', 'Morning mist along Bailu Creek', { side: -1, plan: 'peak' }),
]
