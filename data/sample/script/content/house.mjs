/** Old houses of the sample: white walls and black tiles in the valley, rammed earth on the heights. Areas in ㎡. */
export const house = [
  {
    key: 'bailu-terrace-house', name: '白鹭畈五马头老宅', nameEn: 'Bailufan Five-gable House', village: '白鹭畈村', address: '白鹭畈村老街中段', order: 3, squareMetres: 620, floorArea: 860,
    ownership: 'private', owner: '周示和等 5 户共有', constraints: ['县级文物保护点，修缮方案须报批'], status: 'available', idleSince: '2016-05', cooperation: ['lease', 'joint'], term: '20 年', price: [96000, 'year'], reserve: '8.5 万元/年', utilities: '水电路网污', uses: ['精品民宿', '乡宴餐厅', '非遗展示'],
    zh: '三进两天井，马头墙五叠，雨天听檐水最好。', en: 'Three halls, two sky wells, five-step gables: best heard when the eaves run.',
    detail: { structure: '砖木', floors: 2, builtYear: 1897, repair: '屋面已翻修，木构待补', protection: '县级文物保护点', dangerGrade: 'B 级', currentUse: '空置' }, photos: ['house-gables', 'house-courtyard', 'house-lattice'], notes: '五户已签一致同意书；天井石板有两块被借走，待还。',
  },
  {
    key: 'bailu-cluster', name: '白鹭畈溪东老屋群', nameEn: 'Bailufan East-bank Cluster', village: '白鹭畈村', address: '白鹭畈村溪东', order: 40, squareMetres: 2400, floorArea: 2150,
    ownership: 'mixed', owner: '白鹭畈村股份经济合作社与 11 户农户', status: 'negotiating', idleSince: '2020-01', cooperation: ['equity', 'joint', 'lease'], term: '20 年', price: [280000, 'year'], utilities: '水电路网停污', uses: ['农旅综合体', '亲子度假', '乡野市集'],
    zh: '十一幢老屋围着一口塘，整体可做一个小聚落。', en: 'Eleven old houses about one pond: enough for a hamlet of its own.',
    detail: { structure: '砖木', floors: 2, builtYear: 1958, repair: '六幢完好，五幢待修', dangerGrade: 'B 级', currentUse: '空置、堆放农具' }, photos: ['agri-complex', 'agri-market', 'panorama-dawn'], notes: '综合体项目核心区，村集体统一收储中。',
  },
  {
    key: 'meiwan-waterside', name: '上梅湾临水老屋', nameEn: 'Shangmeiwan Waterside House', village: '上梅湾村', address: '上梅湾村埠头边', order: 6, squareMetres: 340, floorArea: 480,
    ownership: 'private', owner: '林示川', status: 'signed', cooperation: ['lease'], term: '18 年', price: [68000, 'year'], utilities: '水电路网停污', uses: ['临水民宿', '咖啡书吧'],
    zh: '推窗就是埠头，灯笼一亮，半条溪都是红的。', en: 'Its window opens on the landing; when the lanterns light, half the creek turns red.',
    detail: { structure: '砖木', floors: 2, builtYear: 1926, repair: '已加固', dangerGrade: 'A 级', currentUse: '改造施工中' }, photos: ['lodging-night', 'lodging-dusk'], notes: '2026 年 9 月签约，装修期免租 6 个月。',
  },
  {
    key: 'meiwan-lane', name: '上梅湾梅巷老屋', nameEn: 'Plum Lane House', village: '上梅湾村', address: '上梅湾村梅巷 7 号', order: 14, squareMetres: 210, floorArea: 300,
    ownership: 'private', owner: '林示川之弟', status: 'available', idleSince: '2019-03', cooperation: ['lease'], term: '15 年', price: [32000, 'year'], utilities: '水电网污', uses: ['民宿', '手作工坊', '茶馆'],
    zh: '巷子窄得只容一枝梅，伸进院墙来开。', en: 'The lane is only wide enough for one plum branch, which flowers over the wall.',
    detail: { structure: '砖木', floors: 2, builtYear: 1938, repair: '完好', dangerGrade: 'A 级', currentUse: '空置' }, photos: ['lane-spring', 'village-spring'], notes: '可与临水老屋打通经营。',
  },
  {
    key: 'yunwu-rammed', name: '云雾尖夯土老屋', nameEn: 'Yunwujian Rammed-earth House', village: '云雾尖村', address: '云雾尖村上坪', order: 2, squareMetres: 380, floorArea: 420,
    ownership: 'private', owner: '叶示青等 2 户', status: 'available', idleSince: '2017-10', cooperation: ['lease', 'joint'], term: '20 年', price: [36000, 'year'], utilities: '水电路网', uses: ['高山民宿', '观星客栈', '茶宿'],
    zh: '厚墙冬暖夏凉，院里正对云海和一棵老柿树。', en: 'Thick walls keep the seasons out; the yard faces a sea of cloud and one old persimmon.',
    detail: { structure: '夯土木构', floors: 2, builtYear: 1951, repair: '墙体完好，屋面漏雨', dangerGrade: 'B 级', currentUse: '空置' }, photos: ['rammed-clouds', 'ridge-stars'], notes: '屋面修缮约 8 万元，农房补助可申 3 万元。',
  },
  {
    key: 'gaojian-rammed', name: '高枧夯土排屋', nameEn: 'Gaojian Rammed-earth Row', village: '高枧村', address: '高枧村木枧旁', order: 5, squareMetres: 720, floorArea: 780,
    ownership: 'collective', owner: '高枧村股份经济合作社', cert: '示集用（2015）第0320号', status: 'idle', idleSince: '2015-09', cooperation: ['lease', 'equity'], term: '20 年', price: [42000, 'year'], utilities: '水电路', uses: ['稻作营地', '土房美术馆', '青年旅舍'],
    zh: '六间夯土一字排开，屋后木枧日夜有水声。', en: 'Six rammed-earth rooms in a row, with the flume talking day and night behind.',
    detail: { structure: '夯土木构', floors: 2, builtYear: 1965, repair: '两间开裂，须加固', dangerGrade: 'C 级', currentUse: '空置' }, photos: ['rammed-yard', 'terrace-dawn'], notes: '原生产队仓房，权属清楚。',
  },
  {
    key: 'shiqiao-street', name: '石桥头老街铺面', nameEn: 'Old Street Shopfronts', village: '石桥头村', address: '石桥头村桥头街 12–18 号', order: 4, squareMetres: 460, floorArea: 640,
    ownership: 'private', owner: '吴例明等 4 户', status: 'partly-idle', idleSince: '2021-02', cooperation: ['lease', 'management'], term: '10 年', price: [3800, 'month'], utilities: '水电路网停污', uses: ['老街小店', '文创零售', '乡味小吃'],
    zh: '四间排门板临桥一线，早市的人都从门前过。', en: 'Four shuttered fronts in line with the bridge: the whole morning market passes.',
    detail: { structure: '砖木', floors: 2, builtYear: 1932, repair: '完好', dangerGrade: 'A 级', currentUse: '两间开杂货，两间空' }, photos: ['old-street', 'covered-bridge'], notes: '空的两间可先签。',
  },
  {
    key: 'shiqiao-bridge-house', name: '石桥头桥亭老屋', nameEn: 'Bridge-head House', village: '石桥头村', address: '石桥头村老桥南堍', order: 11, squareMetres: 180, floorArea: 260,
    ownership: 'collective', owner: '石桥头村股份经济合作社', cert: '示集用（2016）第0112号', status: 'available', idleSince: '2022-12', cooperation: ['lease'], term: '10 年', price: [26000, 'year'], utilities: '水电路网停', uses: ['桥头茶馆', '书吧'],
    zh: '坐在廊下就能数过桥的人，是喝茶的好地方。', en: 'From its porch you can count who crosses the bridge: a place for tea.',
    detail: { structure: '砖木', floors: 1, builtYear: 1947, repair: '完好', dangerGrade: 'A 级', currentUse: '空置' }, photos: ['village-dusk', 'village-snow'], notes: '',
  },
  {
    key: 'zhuwu-painted', name: '竹坞画墙老屋', nameEn: 'Painted-wall Houses', village: '竹坞村', address: '竹坞村上巷', order: 7, squareMetres: 900, floorArea: 1180,
    ownership: 'mixed', owner: '竹坞村股份经济合作社与 6 户农户', status: 'signed', cooperation: ['lease', 'joint'], term: '15 年', price: [110000, 'year'], utilities: '水电路网停污', uses: ['艺术村', '画室', '艺术家驻留'],
    zh: '六户人家把山墙交给了画家，一巷走成画廊。', en: 'Six families gave their gables to painters, and the lane became a gallery.',
    detail: { structure: '砖木', floors: 2, builtYear: 1963, repair: '完好', dangerGrade: 'A 级', currentUse: '画室、展厅（改造中）' }, photos: ['art-wall', 'art-lane'], notes: '画村项目一期，2026 年 10 月开工。',
  },
  {
    key: 'zhuwu-studio', name: '竹坞篾匠老屋', nameEn: 'Bamboo-weaver’s House', village: '竹坞村', address: '竹坞村下坪 3 号', order: 18, squareMetres: 160, floorArea: 220,
    ownership: 'private', owner: '陈例安', status: 'available', idleSince: '2020-08', cooperation: ['lease', 'joint'], term: '12 年', price: [18000, 'year'], utilities: '水电路网', uses: ['竹编工坊', '匠人民宿'],
    zh: '老篾匠的工具还在墙上，只等人来接手。', en: 'The old weaver’s tools still hang on the wall, waiting for hands.',
    detail: { structure: '木构', floors: 2, builtYear: 1955, repair: '完好', dangerGrade: 'B 级', currentUse: '空置' }, photos: ['house-workshop', 'house-bamboo'], notes: '老匠人愿驻店授艺，每月两次。',
  },
  {
    key: 'songyin-scholar', name: '松阴书香宅', nameEn: 'Songyin Scholar’s House', village: '松阴村', address: '松阴村前街', order: 3, squareMetres: 540, floorArea: 720,
    ownership: 'collective', owner: '松阴村股份经济合作社', cert: '示集用（2014）第0077号', constraints: ['县级文物保护单位建设控制地带'], status: 'available', idleSince: '2018-04', cooperation: ['lease', 'management'], term: '10 年', price: [54000, 'year'], utilities: '水电路网污', uses: ['书院', '研学课堂', '讲座茶会'],
    zh: '满堂花窗把日影切成格子，一天换三种方向。', en: 'Its lattices cut the sun into squares that turn three times a day.',
    detail: { structure: '砖木', floors: 2, builtYear: 1871, repair: '2023 年修缮', protection: '县级文物保护单位', dangerGrade: 'A 级', currentUse: '村史陈列' }, photos: ['house-lattice', 'courtyard-night'], notes: '修缮用的是专项资金，五年内不得改变公益用途比例。',
  },
  {
    key: 'longzhao-cliff', name: '龙爪溪崖边老屋', nameEn: 'Longzhaoxi Cliff House', village: '龙爪溪村', address: '龙爪溪村上首', order: 9, squareMetres: 260, floorArea: 330,
    ownership: 'private', owner: '胡示云', status: 'idle', idleSince: '2014-07', cooperation: ['lease'], term: '20 年', price: [22000, 'year'], utilities: '水电路', uses: ['溪谷客栈', '写生客栈'],
    zh: '屋脚就是溪谷，枕着水声睡，开窗见瀑。', en: 'The gorge is at its foot: sleep on the sound, wake to the fall.',
    detail: { structure: '木构', floors: 2, builtYear: 1949, repair: '柱脚须换', dangerGrade: 'C 级', currentUse: '空置' }, photos: ['house-gorge'], notes: '屋后边坡需挂网，地质队 2026 年 6 月有报告。',
  },
  {
    key: 'shuidui-mill-house', name: '水碓坑磨坊主老屋', nameEn: 'Miller’s House', village: '水碓坑村', address: '水碓坑村水碓旁', order: 1, squareMetres: 230, floorArea: 310,
    ownership: 'private', owner: '何示远', status: 'revived', cooperation: ['lease'], term: '12 年（至 2036 年）', price: [30000, 'year'], utilities: '水电路网停污', uses: ['水磨工坊', '年糕体验', '小餐馆'],
    zh: '门前水碓门后灶，年糕从磨到蒸只走二十步。', en: 'Mill before the door, stove behind: the rice cake walks twenty steps.',
    detail: { structure: '砖木', floors: 2, builtYear: 1940, repair: '2024 年修缮', dangerGrade: 'A 级', currentUse: '工坊、小餐馆' }, photos: ['watermill'], notes: '春节前后满座，可作带看样板。',
  },
  {
    key: 'qingfeng-liaison', name: '青枫岭交通站旧址', nameEn: 'Qingfeng Liaison Post', village: '青枫岭村', address: '青枫岭村口古驿道旁', order: 2, squareMetres: 290, floorArea: 360,
    ownership: 'collective', owner: '青枫岭村股份经济合作社', cert: '示集用（2013）第0041号', constraints: ['文物保护点，不得转让抵押'], status: 'operating', cooperation: ['management'], term: '6 年', price: [null, 'negotiable'], utilities: '水电路网停', uses: ['红色展陈', '研学起点'],
    zh: '步道从这座老屋起步，屋里一张旧地图讲完一课。', en: 'The trail starts from this house, where an old map gives the first lesson.',
    detail: { structure: '夯土木构', floors: 2, builtYear: 1918, repair: '2021 年修缮', protection: '文物保护点', dangerGrade: 'A 级', currentUse: '展陈馆' }, photos: ['trail-steps'], notes: '日常开放由村里代管。',
  },
  {
    key: 'chayuan-tea-house', name: '茶园岗茶农老屋', nameEn: 'Tea-grower’s House', village: '茶园岗村', address: '茶园岗村岗头', order: 5, squareMetres: 240, floorArea: 320,
    ownership: 'private', owner: '蒋例和', status: 'withdrawn', idleSince: '2021-11', cooperation: ['lease'], term: '10 年', price: [24000, 'year'], utilities: '水电路网', uses: ['茶宿', '手工炒茶'],
    zh: '出门三步进茶园，屋里一口炒茶老锅。', en: 'Three steps from the tea rows, with an old roasting pan inside.',
    detail: { structure: '砖木', floors: 2, builtYear: 1960, repair: '完好', dangerGrade: 'A 级', currentUse: '产权人自住' }, photos: [['tea-pavilion', '老屋门前的茶园', 'The tea rows before the house']], notes: '产权人 2026 年 8 月回乡自住，下架。',
  },
]
