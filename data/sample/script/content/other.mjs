/** Granary, school, tea factory, shops and other collective buildings of the sample. Areas in ㎡; yards are drawn. */
export const other = [
  {
    key: 'bailu-granary', name: '白鹭畈老粮仓', nameEn: 'Bailufan Old Granary', village: '白鹭畈村', address: '白鹭畈村渡口', place: { kind: 'yard', order: 60, squareMetres: 3200, seed: 3 }, floorArea: 1480, owner: '白鹭畈村股份经济合作社', cert: '示国用（2003）第0188号', landUse: '仓储用地', status: 'available', idleSince: '2012-10', cooperation: ['lease', 'joint'], term: '15 年', price: [128000, 'year'], reserve: '11 万元/年', utilities: '水电路网停', uses: ['粮仓书屋', '农产展销', '会展餐饮'],
    zh: '四座圆仓一座平仓，墙厚六十公分，冬暖夏凉。', en: 'Four round bins and a long store, walls sixty centimetres thick.',
    detail: { structure: '砖混', floors: 1, builtYear: 1971, dangerGrade: 'A 级', currentUse: '空置', capacity: 300 }, photos: ['granary', 'granary-inside'], notes: '粮仓书屋为综合体二期，可先行短租。',
  },
  {
    key: 'songyin-school', name: '松阴小学旧校舍', nameEn: 'Songyin Old School', village: '松阴村', address: '松阴村北', place: { kind: 'yard', order: 45, squareMetres: 4600, seed: 6 }, floorArea: 1650, owner: '示例乡中心校、松阴村股份经济合作社', cert: '示国用（2006）第0077号', landUse: '教育用地', ownership: 'mixed', status: 'available', idleSince: '2013-09', cooperation: ['lease', 'management'], term: '12 年', price: [86000, 'year'], utilities: '水电路网停污', uses: ['研学营地', '自然学校', '康养旅居'],
    zh: '操场上的老松还在，旗杆也在，只是铃声停了十年。', en: 'The pine and the flagpole are still in the yard; only the bell has been silent ten years.',
    detail: { structure: '砖混', floors: 2, builtYear: 1979, dangerGrade: 'B 级', currentUse: '空置', capacity: 240 }, photos: ['school'], notes: '教育用地转用须报批，可先按研学用途备案。',
  },
  {
    key: 'chayuan-factory', name: '茶园岗老茶厂', nameEn: 'Chayuangang Old Tea Factory', village: '茶园岗村', address: '茶园岗村岗下', place: { kind: 'yard', order: 20, squareMetres: 5200, seed: 9 }, floorArea: 2380, owner: '茶园岗村股份经济合作社', cert: '示国用（2002）第0144号', landUse: '工业用地', status: 'signed', idleSince: '2014-05', cooperation: ['equity', 'joint'], term: '20 年', price: [210000, 'year'], utilities: '水电路网停污', uses: ['精制茶厂', '茶工业遗址公园', '茶饮体验店'],
    zh: '锯齿屋顶引北光，老揉捻机排成一列还能转。', en: 'A saw-tooth roof lets in north light, and the old rollers still turn.',
    detail: { structure: '砖混', floors: 1, builtYear: 1966, dangerGrade: 'B 级', currentUse: '设备修复中', capacity: 200 }, photos: ['tea-factory', 'tea-factory-inside'], notes: '云雾茶谷项目主厂房，环评已公示。',
  },
  {
    key: 'shiqiao-coop', name: '石桥头供销社', nameEn: 'Shiqiaotou Supply and Marketing Shop', village: '石桥头村', address: '石桥头村桥头街 1 号', place: { kind: 'yard', order: 8, squareMetres: 900, seed: 12 }, floorArea: 720, owner: '示例乡供销社', ownership: 'state', cert: '示国用（1998）第0033号', landUse: '商业用地', status: 'negotiating', idleSince: '2018-07', cooperation: ['lease', 'joint'], term: '10 年', price: [58000, 'year'], utilities: '水电路网停污', uses: ['怀旧小卖部', '乡村咖啡', '农产直播间'],
    zh: '木柜台和算盘都在，五代人都在这里买过糖。', en: 'The counter and abacus remain; five generations bought their sweets here.',
    detail: { structure: '砖混', floors: 2, builtYear: 1956, dangerGrade: 'A 级', currentUse: '空置', capacity: 80 }, photos: ['coop-shop', 'old-street'], notes: '县供销总社原则同意，走公开招租。',
  },
  {
    key: 'shuidui-mill', name: '水碓坑老水碓', nameEn: 'Shuiduikeng Watermill', village: '水碓坑村', address: '水碓坑村口', place: { kind: 'stream', stream: 'shuidui', near: [119.9440, 29.7966], off: 12 }, squareMetres: 280, floorArea: 160, owner: '水碓坑村股份经济合作社', cert: '示集用（2015）第0208号', landUse: '水利设施用地', constraints: ['文物保护点'], status: 'revived', cooperation: ['management'], term: '10 年（至 2034 年）', price: [18000, 'year'], utilities: '水电路', uses: ['水碓体验', '年糕手作'],
    zh: '四副碓头昼夜不歇，舂米的节奏比钟还准。', en: 'Four hammers never rest; their beat is better than a clock.',
    detail: { structure: '木构', floors: 1, builtYear: 1932, protection: '文物保护点', dangerGrade: 'A 级', currentUse: '体验馆', capacity: 40 }, photos: ['watermill'], notes: '',
  },
  {
    key: 'longzhao-sawmill', name: '龙爪溪林场木工房', nameEn: 'Longzhaoxi Forest Workshop', village: '龙爪溪村', address: '龙爪溪村下首', place: { kind: 'yard', order: 30, squareMetres: 2100, seed: 15 }, floorArea: 860, owner: '示例林场', ownership: 'state', cert: '示国用（2000）第0210号', landUse: '林业设施用地', status: 'idle', idleSince: '2011-03', cooperation: ['lease'], term: '15 年', price: [36000, 'year'], utilities: '水电路停', uses: ['木艺工坊', '户外营地服务站', '艺术家驻留'],
    zh: '一座会漏光的大木棚，木屑味三十年没散。', en: 'A great timber shed with light through its cracks, still smelling of shavings.',
    detail: { structure: '木构', floors: 1, builtYear: 1969, dangerGrade: 'C 级', currentUse: '空置', capacity: 120 }, photos: ['forest-shed'], notes: '屋面需整体更换，约 40 万元。',
  },
  {
    key: 'yunwu-weather', name: '云雾尖观测站旧址', nameEn: 'Yunwujian Old Weather Station', village: '云雾尖村', address: '云雾尖村北岗', place: { kind: 'yard', order: 25, squareMetres: 1200, seed: 18 }, floorArea: 300, owner: '示例乡人民政府', ownership: 'state', cert: '示国用（2005）第0091号', landUse: '公用设施用地', constraints: ['紧邻生态保护红线，只做轻建设'], status: 'available', idleSince: '2015-12', cooperation: ['lease', 'joint'], term: '15 年', price: [24000, 'year'], utilities: '水电路网', uses: ['观星营地', '云海茶室', '气象科普'],
    zh: '全乡离天最近的一间屋，一年有一百六十天看云海。', en: 'The township’s room nearest the sky: a sea of cloud a hundred and sixty days a year.',
    detail: { structure: '砖混', floors: 2, builtYear: 1983, dangerGrade: 'A 级', currentUse: '空置', capacity: 40 }, photos: ['ridge-stars', 'cedar-clouds'], notes: '设备已于 2016 年移交。',
  },
  {
    key: 'bailu-camp', name: '龙鳞堰滨溪草坪', nameEn: 'Longlin Weir Meadow', village: '白鹭畈村', address: '龙鳞堰东侧', place: { kind: 'bank', stream: 'bailu', near: [119.9226, 29.8087], mu: 18, side: 1, gap: 30, deep: 70, seed: 24 }, owner: '白鹭畈村股份经济合作社', landUse: '其他草地', constraints: ['河道管理范围内不得建永久设施'], status: 'available', idleSince: '2024-09', cooperation: ['lease', 'management'], term: '5 年', price: [60000, 'year'], utilities: '水电路停', uses: ['水边营地', '草坪音乐会', '亲子玩水'],
    zh: '堰上水声像下雨，草坪正好躺下看一条溪落下来。', en: 'The weir sounds like rain; lie on the grass and watch a whole creek come down.',
    detail: { currentUse: '空地', capacity: 500 }, photos: ['weir-camp', 'weir-dusk', 'weir-mist'], videos: ['weir-film'], notes: '汛期 4 月 15 日至 10 月 15 日按预警撤场。',
  },
  {
    key: 'shiqiao-bridge', name: '石桥头廊桥集市', nameEn: 'Shiqiaotou Covered-bridge Market', village: '石桥头村', address: '石桥头村老廊桥', place: { kind: 'stream', stream: 'longzhao', near: [119.9508, 29.8436], off: 4 }, squareMetres: 420, floorArea: 300, owner: '石桥头村股份经济合作社', landUse: '交通运输用地', constraints: ['县级文物保护单位，不得转让抵押'], status: 'operating', cooperation: ['management'], term: '3 年', price: [800, 'month'], utilities: '电路停', uses: ['乡村夜市', '手作集市'],
    zh: '二十一间廊屋横跨溪上，逢五逢十有集。', en: 'Twenty-one bays across the stream, with a market on every fifth and tenth day.',
    detail: { structure: '木构', floors: 1, builtYear: 1854, protection: '县级文物保护单位', dangerGrade: 'A 级', currentUse: '通行、集市', capacity: 200 }, photos: ['covered-bridge', 'bridge-night'], notes: '只允许设移动摊位。',
  },
]
