/** Woodland of the sample: slopes of pine, bamboo, maple, tea-oil and plum. Areas in 亩. */
export const forest = [
  {
    key: 'zhuwu-bamboo', name: '竹坞毛竹林', nameEn: 'Zhuwu Moso Bamboo', village: '竹坞村', address: '竹坞村后山，竹溪北岸', place: { kind: 'grown', near: [119.9365, 29.8376], mu: 240, stretch: 2.2, turn: 2.8, seed: 4 },
    owner: '竹坞村股份经济合作社', cert: '示林证字（2009）第0117号', constraints: ['更新采伐须办理采伐许可证'], status: 'available', idleSince: '2022-03', cooperation: ['lease', 'joint'], term: '20 年', price: [120, 'mu-year'], reserve: '95 元/亩·年', utilities: '水电路网', uses: ['竹林康养', '林下菌菇', '竹材加工', '林间营地'],
    zh: '千竿翠竹绕村而生，竹溪穿林，走进去先听见水声。', en: 'A thousand stems wrap the village and a brook runs through: you hear the water first.',
    detail: { treeSpecies: '毛竹', stockVolume: 0, canopyDensity: 0.82, slope: '12°–25°', elevation: '135–260', compartment: '03 林班 12–15 小班' }, photos: ['bamboo-path', 'panorama-spring'], notes: '三户插花地已谈妥并入，合同在村里；竹山道路 2.1 公里，去年硬化。',
  },
  {
    key: 'zhuxi-shoot', name: '竹溪源笋竹两用林', nameEn: 'Zhu Brook Shoot and Timber Bamboo', village: '竹坞村', address: '竹坞村溪南', place: { kind: 'grown', near: [119.9437, 29.8268], mu: 160, stretch: 1.8, turn: 0.3, seed: 9 },
    owner: '竹坞村股份经济合作社', cert: '示林证字（2009）第0121号', status: 'leased', cooperation: ['sublease'], term: '10 年（至 2031 年）', price: [210, 'mu-year'], utilities: '水路', uses: ['鲜笋', '笋干加工'],
    zh: '春挖笋、冬养竹，已由合作社连片经营。', en: 'Shoots in spring, culms in winter: worked as one by a cooperative.',
    detail: { treeSpecies: '毛竹、雷竹', canopyDensity: 0.7, slope: '8°–18°', elevation: '120–190', compartment: '03 林班 21 小班' }, photos: ['bamboo-rain'], notes: '承租方每年 6 月付租，2026 年已付清。',
  },
  {
    key: 'qingfeng-maple', name: '青枫岭红枫林', nameEn: 'Qingfeng Red Maple Wood', village: '青枫岭村', address: '青枫岭南坡', place: { kind: 'grown', near: [119.9801, 29.8264], mu: 260, stretch: 1.5, turn: 0.9, seed: 3 },
    owner: '青枫岭村股份经济合作社', cert: '示林证字（2010）第0032号', constraints: ['紧邻生态保护红线，只做轻建设'], status: 'available', idleSince: '2023-11', cooperation: ['lease', 'joint', 'equity'], term: '15 年', price: [160, 'mu-year'], utilities: '电路网停', uses: ['红色研学', '秋季观枫', '山地运动', '摄影营地'],
    zh: '十一月满岭红透，老驿道从林中上到山顶。', en: 'In November the whole ridge turns red; an old post road climbs through it.',
    detail: { treeSpecies: '枫香、槭树', stockVolume: 2140, canopyDensity: 0.65, slope: '15°–30°', elevation: '320–560', compartment: '07 林班 04–06 小班' }, photos: ['maple-ridge', 'maple-path', 'trail-ridge'], notes: '省林科所拟设物候观测点，合作时需预留。',
  },
  {
    key: 'qingfeng-trailside', name: '研学步道沿线林地', nameEn: 'Trailside Woodland', village: '青枫岭村', address: '青枫岭红色研学步道上段两侧', place: { kind: 'grown', near: [119.9738, 29.8287], mu: 150, stretch: 1.9, turn: 0.75, seed: 12 },
    owner: '青枫岭村股份经济合作社', cert: '示林证字（2010）第0035号', status: 'negotiating', idleSince: '2024-04', cooperation: ['lease', 'management'], term: '12 年', price: [140, 'mu-year'], utilities: '电路', uses: ['研学课堂', '林间驿站', '自然教育'],
    zh: '步道两侧成片老林，已留出三处林间课堂平台。', en: 'Old wood on both sides of the trail, with three clearings kept for open-air lessons.',
    detail: { treeSpecies: '枫香、木荷、马尾松', stockVolume: 1180, canopyDensity: 0.72, slope: '12°–26°', elevation: '290–450', compartment: '07 林班 09 小班' }, photos: ['trail-ridge', 'maple-path'], notes: '研学公司 10 月来踏勘两次，等安全评估。',
  },
  {
    key: 'songfeng-pine', name: '松风岗松林', nameEn: 'Songfeng Pine Forest', village: '松阴村', address: '松阴村东南，松风岗一带', place: { kind: 'grown', near: [119.9607, 29.8693], mu: 1250, stretch: 1.5, turn: 2.5, seed: 21 },
    owner: '松阴村股份经济合作社', cert: '示林证字（2008）第0009号', constraints: ['东侧 320 亩为省级公益林', '紧邻生态保护红线，只做轻建设'], status: 'available', idleSince: '2021-05', cooperation: ['lease', 'joint', 'ppp'], term: '30 年', price: [85, 'mu-year'], reserve: '70 元/亩·年', utilities: '水电路网停', uses: ['森林康养', '林下中药材', '松林营地', '碳汇林'],
    zh: '千亩老松连成一片，起风时整座岗都在响。', en: 'Over a thousand mu of old pine in one piece; when wind rises the whole hill sounds.',
    detail: { treeSpecies: '马尾松、黄山松', stockVolume: 9860, canopyDensity: 0.75, slope: '10°–28°', elevation: '410–724', compartment: '11 林班 01–14 小班' }, photos: ['pine-ridge-dawn', 'pine-mist', 'pine-snow'], notes: '松材线虫普查 2026 年 9 月合格；林权抵押已于 2024 年解除。',
  },
  {
    key: 'songyin-camellia', name: '松阴油茶林', nameEn: 'Songyin Tea-oil Grove', village: '松阴村', address: '松阴村对门山', place: { kind: 'grown', near: [119.9478, 29.8662], mu: 210, stretch: 1.4, turn: 1.2, seed: 33 },
    owner: '松阴村股份经济合作社', cert: '示林证字（2008）第0016号', status: 'available', idleSince: '2024-01', cooperation: ['lease', 'sublease'], term: '18 年', price: [260, 'mu-year'], utilities: '水电路', uses: ['油茶种植', '山茶油加工', '赏花采果'],
    zh: '霜降收果、立冬看花，树龄正当盛产期。', en: 'Fruit at first frost, flowers at the start of winter; the trees are in their best years.',
    detail: { treeSpecies: '油茶', canopyDensity: 0.5, slope: '8°–20°', elevation: '210–330', compartment: '11 林班 22 小班' }, photos: ['camellia-bloom'], notes: '2018 年低改，近三年亩产鲜果 420 公斤。',
  },
  {
    key: 'yunwu-cedar', name: '云雾尖柳杉林', nameEn: 'Yunwu Cedar Forest', village: '云雾尖村', address: '云雾尖东坡，海拔 700 米以上', place: { kind: 'grown', near: [119.8988, 29.8828], mu: 860, stretch: 1.3, turn: 0.4, seed: 40 }, ownership: 'mixed',
    owner: '示例林场、云雾尖村股份经济合作社', cert: '示林证字（2007）第0003号', constraints: ['国家级公益林 410 亩，不得采伐'], status: 'idle', idleSince: '2020-09', cooperation: ['joint', 'management'], term: '25 年', price: [60, 'mu-year'], utilities: '水电路', uses: ['高山避暑', '观星营地', '林下黄精'],
    zh: '云在半山，树在云上；盛夏夜里只有二十度。', en: 'Cloud lies half-way up and the trees stand above it; summer nights are twenty degrees.',
    detail: { treeSpecies: '柳杉、黄山松', stockVolume: 11350, canopyDensity: 0.8, slope: '15°–35°', elevation: '620–851', compartment: '02 林班 01–09 小班' }, photos: ['cedar-clouds', 'ridge-stars'], notes: '林场改制后由县里统一签约，村里只管看护。',
  },
  {
    key: 'yingzui-camellia', name: '鹰嘴岩油茶基地', nameEn: 'Yingzui Tea-oil Base', village: '上梅湾村', address: '上梅湾村西，鹰嘴岩下', place: { kind: 'grown', near: [119.8798, 29.8562], mu: 430, stretch: 1.7, turn: 2.2, seed: 52 },
    owner: '上梅湾村股份经济合作社', cert: '示林证字（2011）第0044号', status: 'idle', idleSince: '2022-10', cooperation: ['lease', 'equity', 'joint'], term: '20 年', price: [150, 'mu-year'], utilities: '水路', uses: ['油茶改造', '油茶体验园', '蜜源养蜂'],
    zh: '岩下缓坡四百亩，低改一次就能进丰产期。', en: 'Four hundred mu of gentle slope below the rock; one replanting away from full yield.',
    detail: { treeSpecies: '油茶', canopyDensity: 0.35, slope: '10°–22°', elevation: '240–410', compartment: '05 林班 07–11 小班' }, photos: ['camellia-bloom'], notes: '抚育道路 1.4 公里需修，乡里可配套以工代赈。',
  },
  {
    key: 'meiwan-plum', name: '上梅湾青梅园', nameEn: 'Shangmeiwan Plum Orchard', village: '上梅湾村', address: '上梅湾村南坡', place: { kind: 'grown', near: [119.9012, 29.8437], mu: 120, stretch: 1.4, turn: 0.2, seed: 61 },
    owner: '上梅湾村股份经济合作社', cert: '示林证字（2012）第0051号', status: 'negotiating', idleSince: '2025-02', cooperation: ['lease', 'joint'], term: '12 年', price: [380, 'mu-year'], utilities: '水电路停', uses: ['青梅酒', '赏梅', '果园民宿'],
    zh: '二月花开到水边，五月青梅下树。', en: 'In February the blossom reaches the water; in May the green plums come down.',
    detail: { treeSpecies: '青梅、梅花', canopyDensity: 0.45, slope: '6°–15°', elevation: '95–160', compartment: '05 林班 18 小班' }, photos: ['plum-slope'], notes: '酒厂意向价 400 元/亩·年，要求送水到园。',
  },
  {
    key: 'longjiao-broadleaf', name: '龙角峰阔叶林', nameEn: 'Longjiao Broadleaf Forest', village: '龙爪溪村', address: '龙角峰北坡，龙爪溪上游', place: { kind: 'grown', near: [119.9928, 29.8418], mu: 980, stretch: 1.4, turn: 0.5, seed: 70 },
    owner: '龙爪溪村股份经济合作社', cert: '示林证字（2008）第0021号', constraints: ['龙爪溪水源涵养林，禁止皆伐', '南缘 90 米为生态保护红线'], status: 'partly-idle', idleSince: '2021-08', cooperation: ['joint', 'management', 'ppp'], term: '30 年', price: [null, 'negotiable'], utilities: '水路', uses: ['自然教育', '森林碳汇', '溯溪探险'],
    zh: '近千亩阔叶老林守着溪源，四季都有颜色。', en: 'Close to a thousand mu of old broadleaf keeps the springs, in colour all year.',
    detail: { treeSpecies: '甜槠、木荷、青冈', stockVolume: 8420, canopyDensity: 0.85, slope: '18°–38°', elevation: '380–821', compartment: '09 林班 01–11 小班' }, photos: [['ridge-sea', '龙角峰云海', 'A sea of cloud below Longjiao Peak'], 'waterfall'], notes: '碳汇开发需与县林业局打包申报。',
  },
  {
    key: 'wanglu-fir', name: '望鹭山杉木林', nameEn: 'Wanglu Fir Wood', village: '白鹭畈村', address: '白鹭畈村西，望鹭山东坡', place: { kind: 'grown', near: [119.9005, 29.8079], mu: 540, stretch: 1.5, turn: 1.4, seed: 82 },
    owner: '白鹭畈村股份经济合作社', cert: '示林证字（2009）第0070号', status: 'signed', cooperation: ['joint'], term: '20 年', price: [110, 'mu-year'], utilities: '水电路', uses: ['杉木大径材', '林下经济'],
    zh: '山下就是白鹭畈，已签约做大径材示范林。', en: 'Straight above Bailufan; signed as a model stand of large timber.',
    detail: { treeSpecies: '杉木', stockVolume: 7020, canopyDensity: 0.78, slope: '12°–28°', elevation: '220–540', compartment: '06 林班 03–08 小班' }, photos: ['fir-evening'], notes: '2026 年 8 月签约，首期租金 10 月到账。',
  },
  {
    key: 'dayan-mixed', name: '大岩背混交林', nameEn: 'Dayanbei Mixed Wood', village: '高枧村', address: '高枧村南，大岩背北坡', place: { kind: 'grown', near: [119.8775, 29.8135], mu: 720, stretch: 1.6, turn: 0.1, seed: 95 },
    owner: '高枧村股份经济合作社', cert: '示林证字（2009）第0083号', status: 'idle', idleSince: '2019-12', cooperation: ['lease', 'joint'], term: '25 年', price: [70, 'mu-year'], utilities: '路', uses: ['林下种养', '露营地', '碳汇林'],
    zh: '岩背上视野开阔，天晴能望见整条白鹭溪。', en: 'The rock back is open; on a clear day the whole of Bailu Creek lies below.',
    detail: { treeSpecies: '马尾松、杉木、枫香', stockVolume: 6480, canopyDensity: 0.7, slope: '15°–33°', elevation: '390–790', compartment: '06 林班 15–22 小班' }, photos: ['ridge-sea'], notes: '进山道路最后 800 米为机耕路，雨天难行。',
  },
]
