/** Cultural halls and ancestral halls of the sample. Areas in ㎡. */
const hallUse = '公共管理与公共服务用地'
export const hall = [
  {
    key: 'bailu-hall', name: '白鹭畈文化礼堂', nameEn: 'Bailufan Cultural Hall', village: '白鹭畈村', address: '白鹭畈村中心', squareMetres: 1450, floorArea: 980, owner: '白鹭畈村股份经济合作社', cert: '示集用（2012）第0201号', landUse: hallUse, status: 'partly-idle', idleSince: '2024-06', cooperation: ['management', 'lease'], term: '6 年', price: [48000, 'year'], utilities: '水电路网停污', uses: ['乡村剧场', '会议团建', '婚宴'],
    zh: '能坐四百人的老戏台，台口朝着溪，夜戏最好看。', en: 'An old stage for four hundred, facing the creek: best on a summer night.',
    detail: { capacity: 400, structure: '砖混', floors: 1, builtYear: 1972, dangerGrade: 'A 级', currentUse: '村民集会，月均使用 6 天', facilities: '灯光音响、投影、后厨、化妆间', opening: '预约开放' }, photos: ['hall-night', 'hall-stage'], notes: '集会日期须优先留给村里。',
  },
  {
    key: 'songyin-ancestral', name: '松阴方氏宗祠', nameEn: 'Fang Ancestral Hall', village: '松阴村', address: '松阴村前街口', squareMetres: 1120, floorArea: 860, owner: '松阴村方氏宗亲理事会', landUse: hallUse, constraints: ['县级文物保护单位，不得改变结构'], status: 'available', idleSince: '2022-05', cooperation: ['management', 'joint'], term: '8 年', price: [null, 'negotiable'], utilities: '水电路停', uses: ['非遗展演', '民俗博物馆', '国学课堂'],
    zh: '三十六根石柱撑起三进，梁上木雕一百零八人。', en: 'Thirty-six stone columns carry three halls; a hundred and eight figures live on the beams.',
    detail: { capacity: 260, structure: '砖木', floors: 1, builtYear: 1809, protection: '县级文物保护单位', dangerGrade: 'B 级', currentUse: '祭祀、展览', facilities: '展墙、照明', opening: '每日开放' }, photos: ['ancestral-hall', 'hall-columns'], notes: '理事会要求保留清明、冬至两次祭祀。',
  },
  {
    key: 'shiqiao-hall', name: '石桥头大会堂', nameEn: 'Shiqiaotou Assembly Hall', village: '石桥头村', address: '石桥头村桥北', squareMetres: 1600, floorArea: 1240, owner: '石桥头村股份经济合作社', cert: '示集用（2011）第0166号', landUse: hallUse, status: 'idle', idleSince: '2016-01', cooperation: ['lease', 'joint'], term: '12 年', price: [72000, 'year'], utilities: '水电路网停', uses: ['乡村影院', '文创市集', '室内研学营'],
    zh: '五角星还在门头，六百座的大厅一根柱子也没有。', en: 'The star is still over the door, and the six-hundred-seat floor has not one column.',
    detail: { capacity: 600, structure: '砖混（木桁架）', floors: 1, builtYear: 1968, dangerGrade: 'B 级', currentUse: '空置', facilities: '木桁架大跨、放映间', opening: '未开放' }, photos: ['assembly-hall', ['hall-stage', '大厅与戏台', 'The floor and the stage']], notes: '屋架 2025 年检测合格，可加夹层。',
  },
  {
    key: 'meiwan-hall', name: '上梅湾文化礼堂', nameEn: 'Shangmeiwan Cultural Hall', village: '上梅湾村', address: '上梅湾村北', squareMetres: 780, floorArea: 560, owner: '上梅湾村股份经济合作社', cert: '示集用（2017）第0033号', landUse: hallUse, status: 'negotiating', idleSince: '2025-01', cooperation: ['management'], term: '5 年', price: [26000, 'year'], utilities: '水电路网停污', uses: ['水岸婚礼', '会务', '小剧场'],
    zh: '门前临水一片石坪，三桌五桌都摆得开。', en: 'A stone terrace by the water takes three tables or thirty.',
    detail: { capacity: 180, structure: '砖混', floors: 2, builtYear: 2012, dangerGrade: 'A 级', currentUse: '文艺排练', facilities: '舞台、厨房、会议室', opening: '预约开放' }, photos: ['hall-water'], notes: '民宿集群意向方希望捆绑。',
  },
  {
    key: 'qingfeng-hall', name: '青枫岭红色礼堂', nameEn: 'Qingfeng Red Hall', village: '青枫岭村', address: '青枫岭村口', squareMetres: 690, floorArea: 480, owner: '青枫岭村股份经济合作社', cert: '示集用（2018）第0052号', landUse: hallUse, status: 'operating', cooperation: ['management'], term: '5 年', price: [20000, 'year'], utilities: '水电路网停污', uses: ['党课现场教学', '研学集结'],
    zh: '一百二十个座位坐满，就从门口上岭。', en: 'When its hundred and twenty seats are full, the climb starts at the door.',
    detail: { capacity: 120, structure: '砖混', floors: 1, builtYear: 2015, dangerGrade: 'A 级', currentUse: '现场教学', facilities: '投影、寄存、医务角', opening: '工作日预约' }, photos: ['hall-autumn'], notes: '2026 年接待 214 批次。',
  },
  {
    key: 'longzhao-hall', name: '龙爪溪文化礼堂', nameEn: 'Longzhaoxi Cultural Hall', village: '龙爪溪村', address: '龙爪溪村中', squareMetres: 560, floorArea: 420, owner: '龙爪溪村股份经济合作社', cert: '示集用（2016）第0090号', landUse: hallUse, status: 'available', idleSince: '2023-03', cooperation: ['lease', 'management'], term: '8 年', price: [18000, 'year'], utilities: '水电路网', uses: ['写生基地', '画展', '溪谷音乐会'],
    zh: '北窗整面采光，写生队一来就是画室。', en: 'A whole north wall of light: when the sketchers come it is their studio.',
    detail: { capacity: 150, structure: '砖混', floors: 2, builtYear: 2008, dangerGrade: 'A 级', currentUse: '偶有集会', facilities: '展线、二楼通铺 24 床', opening: '预约开放' }, photos: ['hall-front'], notes: '',
  },
  {
    key: 'gaojian-ancestral', name: '高枧郑氏祠堂', nameEn: 'Zheng Ancestral Hall', village: '高枧村', address: '高枧村水口', squareMetres: 430, floorArea: 360, owner: '高枧村郑氏宗亲理事会', landUse: hallUse, constraints: ['文物保护点'], status: 'idle', idleSince: '2019-06', cooperation: ['management'], term: '6 年', price: [null, 'negotiable'], utilities: '水电路', uses: ['稻作博物馆', '乡土课堂'],
    zh: '祠前两棵老樟合抱，树荫盖住整个水口。', en: 'Two camphors shade the whole water-mouth before its door.',
    detail: { capacity: 90, structure: '砖木', floors: 1, builtYear: 1886, protection: '文物保护点', dangerGrade: 'C 级', currentUse: '空置', facilities: '无', opening: '未开放' }, photos: ['ancestral-camphor'], notes: '西厢梁头腐朽，雨季前要支撑。',
  },
  {
    key: 'chayuan-hall', name: '茶园岗茶文化礼堂', nameEn: 'Chayuangang Tea Hall', village: '茶园岗村', address: '茶园岗村岗顶', squareMetres: 620, floorArea: 450, owner: '茶园岗村股份经济合作社', cert: '示集用（2019）第0015号', landUse: hallUse, status: 'leased', cooperation: ['lease', 'management'], term: '6 年（至 2031 年）', price: [30000, 'year'], utilities: '水电路网停污', uses: ['茶艺课堂', '品鉴会', '采茶节主会场'],
    zh: '推门满眼茶行，一节茶课从采到喝。', en: 'Its door opens on the rows: one lesson goes from picking to drinking.',
    detail: { capacity: 110, structure: '砖混', floors: 1, builtYear: 2017, dangerGrade: 'A 级', currentUse: '茶艺课堂', facilities: '茶艺台 12 席、炒茶灶', opening: '周末开放' }, photos: [['tea-dawn', '礼堂门前的茶行', 'The rows before the hall']], notes: '承租方为茶叶合作社。',
  },
]
