/** Small hydropower of the sample. Power P = 9.81·Q·H·η with η about 0.8, so flow, head and capacity agree; output in kWh a year. */
const use = '水利设施用地'
export const hydropower = [
  {
    key: 'bailu-2', name: '白鹭溪二级电站', nameEn: 'Bailu Creek Station No. 2', village: '白鹭畈村', address: '龙鳞堰下首西岸', place: { kind: 'stream', stream: 'bailu', near: [119.9219, 29.8058], off: 44 }, squareMetres: 2600, floorArea: 640,
    ownership: 'collective', owner: '示例乡水电管理站、白鹭畈村股份经济合作社', cert: '示国用（1999）第0412号', landUse: use, status: 'available', idleSince: '2023-06', cooperation: ['lease', 'equity'], term: '15 年', price: [390000, 'year'], reserve: '34 万元/年', utilities: '水电路', km: 18, uses: ['清洁能源', '水边营地', '水电研学'],
    zh: '石砌老厂房临溪而立，机组完好，可发电，也可做水边营地。', en: 'The old stone powerhouse stands by the creek, its sets intact: make power, or camp by the water.',
    detail: { capacityKw: 960, annualOutputKwh: 1920000, headM: 54, flow: 2.2, river: '白鹭溪', builtYear: 1978, gridConnection: '10 kV 并网，已停网', waterPermitNo: '取水（示）字〔2020〕第0026号', waterPermitExpiry: '2030-05-02', irrigatedArea: 1900000 }, photos: ['station-summer', 'weir-summer', 'turbine-hall', ['station-night', '灯下的老厂房', 'The old powerhouse by lamplight']], notes: '两台 480 kW 机组 2024 年复检合格；升压站变压器需换油。县供电所同意恢复并网。',
  },
  {
    key: 'bailu-1', name: '白鹭溪一级电站', nameEn: 'Bailu Creek Station No. 1', village: '上梅湾村', address: '上梅湾村下游溪口', place: { kind: 'stream', stream: 'bailu', near: [119.9150, 29.8421], off: 38 }, squareMetres: 2100, floorArea: 520,
    ownership: 'collective', owner: '示例乡水电管理站', cert: '示国用（1999）第0408号', landUse: use, status: 'operating', cooperation: ['equity', 'management'], term: '10 年', price: [null, 'negotiable'], utilities: '水电路网', uses: ['绿色小水电', '增效扩容', '科普参观'],
    zh: '全乡最早并网的电站，至今满发，愿与伙伴共做增效。', en: 'First on the grid and still running full; partners for an upgrade are welcome.',
    detail: { capacityKw: 630, annualOutputKwh: 1890000, headM: 32, flow: 2.5, river: '白鹭溪', builtYear: 1974, gridConnection: '10 kV 并网', waterPermitNo: '取水（示）字〔2021〕第0008号', waterPermitExpiry: '2031-08-31', irrigatedArea: 1100000 }, photos: ['station-spring'], notes: '上网电价 0.489 元；生态流量监测已接入。',
  },
  {
    key: 'longzhao', name: '龙爪溪电站', nameEn: 'Longzhao Stream Station', village: '龙爪溪村', address: '龙爪溪村上游 600 米', place: { kind: 'stream', stream: 'longzhao', near: [119.9905, 29.8572], off: 20 }, squareMetres: 980, floorArea: 310,
    ownership: 'collective', owner: '龙爪溪村股份经济合作社', cert: '示国用（2001）第0133号', landUse: use, constraints: ['取水许可已到期，须先办理延续'], status: 'negotiating', idleSince: '2021-06', cooperation: ['lease', 'transfer', 'joint'], term: '20 年', price: [120000, 'year'], reserve: '9 万元/年', utilities: '水电路', uses: ['电站改造', '溪谷客栈', '水力博物馆'],
    zh: '厂房藏在溪谷最窄处，抬头就是一线瀑。', en: 'The powerhouse hides where the gorge is narrowest, under a thread of waterfall.',
    detail: { capacityKw: 400, annualOutputKwh: 860000, headM: 68, flow: 0.75, river: '龙爪溪', builtYear: 1982, gridConnection: '10 kV 线路完好，未并网', waterPermitNo: '取水（示）字〔2015〕第0019号', waterPermitExpiry: '2025-09-30' }, photos: ['station-gorge'], notes: '延续申请 2026 年 7 月递交，需补生态流量论证。',
  },
  {
    key: 'shuidui-1', name: '水碓坑一级电站', nameEn: 'Shuiduikeng Station No. 1', village: '水碓坑村', address: '水碓坑村上游', place: { kind: 'stream', stream: 'shuidui', near: [119.9645, 29.7933], off: 16 }, squareMetres: 720, floorArea: 240,
    ownership: 'collective', owner: '水碓坑村股份经济合作社', cert: '示国用（2000）第0076号', landUse: use, constraints: ['取水许可 2027 年 1 月到期，须提前 45 日申请延续'], status: 'operating', cooperation: ['equity', 'management'], term: '8 年', price: [60000, 'year'], utilities: '水电路', uses: ['绿色小水电', '村级光水互补'],
    zh: '坑水不大但长流，一年二百四十天在转。', en: 'A small brook that never stops: it turns two hundred and forty days a year.',
    detail: { capacityKw: 250, annualOutputKwh: 610000, headM: 46, flow: 0.7, river: '水碓坑', builtYear: 1986, gridConnection: '0.4 kV 上网', waterPermitNo: '取水（示）字〔2017〕第0003号', waterPermitExpiry: '2027-01-10', irrigatedArea: 260000 }, photos: ['station-mist'], notes: '延续材料已备三项，缺水资源论证表。',
  },
  {
    key: 'shuidui-2', name: '水碓坑二级电站', nameEn: 'Shuiduikeng Station No. 2', village: '水碓坑村', address: '水碓坑村口', place: { kind: 'stream', stream: 'shuidui', near: [119.9410, 29.7969], off: -18 }, squareMetres: 860, floorArea: 280,
    ownership: 'collective', owner: '水碓坑村股份经济合作社', cert: '示国用（2000）第0077号', landUse: use, status: 'revived', cooperation: ['management'], term: '12 年（至 2035 年）', price: [45000, 'year'], utilities: '水电路网停污', uses: ['水电科普馆', '溪边咖啡', '轻食驿站'],
    zh: '停了八年的老机房，如今一半发电一半卖咖啡。', en: 'Silent for eight years; now half of it makes power and half serves coffee.',
    detail: { capacityKw: 160, annualOutputKwh: 320000, headM: 28, flow: 0.72, river: '水碓坑', builtYear: 1989, gridConnection: '0.4 kV 上网', waterPermitNo: '取水（示）字〔2023〕第0011号', waterPermitExpiry: '2033-04-18' }, photos: ['station-night', 'watermill'], notes: '2025 年客流 1.8 万人次，作为带看样板。',
  },
  {
    key: 'gaojian', name: '高枧坑电站', nameEn: 'Gaojian Brook Station', village: '高枧村', address: '高枧村东，高枧坑下游', place: { kind: 'stream', stream: 'gaojian', near: [119.8995, 29.8292], off: 16 }, squareMetres: 640, floorArea: 210,
    ownership: 'collective', owner: '高枧村股份经济合作社', cert: '示国用（2000）第0091号', landUse: use, status: 'idle', idleSince: '2018-11', cooperation: ['lease', 'transfer'], term: '15 年', price: [38000, 'year'], utilities: '水路', uses: ['艺术工坊', '小型发电', '山野书屋'],
    zh: '机房小而高，三面是窗，拆了机组就是书屋。', en: 'Small and tall with windows on three sides: take out the sets and it is a library.',
    detail: { capacityKw: 200, annualOutputKwh: 380000, headM: 52, flow: 0.5, river: '高枧坑', builtYear: 1984, gridConnection: '线路已拆', waterPermitNo: '取水（示）字〔2018〕第0007号', waterPermitExpiry: '2028-06-30' }, photos: ['station-snow'], notes: '机组 2018 年报废，压力管道可利用。',
  },
  {
    key: 'yunwu', name: '云雾涧高水头电站', nameEn: 'Yunwu Rill High-head Station', village: '云雾尖村', address: '云雾涧中段', place: { kind: 'stream', stream: 'yunwu', near: [119.8990, 29.8625], off: 16 }, squareMetres: 1200, floorArea: 360,
    ownership: 'mixed', owner: '云雾涧水电有限公司（虚构）', cert: '示国用（2004）第0018号', landUse: use, status: 'leased', cooperation: ['lease'], term: '12 年（至 2034 年）', price: [260000, 'year'], utilities: '水电路网', uses: ['绿色小水电'],
    zh: '水从云里落下一百八十米，枯水期也不断流。', en: 'Water falls a hundred and eighty metres out of the cloud, even in dry months.',
    detail: { capacityKw: 500, annualOutputKwh: 1450000, headM: 186, flow: 0.34, river: '云雾涧', builtYear: 1996, gridConnection: '10 kV 并网', waterPermitNo: '取水（示）字〔2019〕第0022号', waterPermitExpiry: '2029-12-31' }, photos: ['waterfall'], notes: '承租方按季缴租，2026 年第三季度已缴。',
  },
  {
    key: 'songyin', name: '松阴溪电站', nameEn: 'Songyin Stream Station', village: '松阴村', address: '松阴村上首溪湾', place: { kind: 'stream', stream: 'songyin', near: [119.9500, 29.8797], off: 20 }, squareMetres: 1100, floorArea: 340,
    ownership: 'collective', owner: '松阴村股份经济合作社', cert: '示国用（2001）第0150号', landUse: use, status: 'partly-idle', idleSince: '2022-08', cooperation: ['lease', 'joint'], term: '15 年', price: [98000, 'year'], utilities: '水电路停', uses: ['增效扩容', '溪湾营地', '松林书吧'],
    zh: '一台转一台停，厂房后就是成片松林。', en: 'One set turns and one rests, with the pine wood right behind.',
    detail: { capacityKw: 320, annualOutputKwh: 700000, headM: 41, flow: 1, river: '松阴溪', builtYear: 1980, gridConnection: '10 kV 并网（单机）', waterPermitNo: '取水（示）字〔2022〕第0014号', waterPermitExpiry: '2032-03-15', irrigatedArea: 420000 }, photos: ['station-dusk'], notes: '2 号机定子受潮，修复约 26 万元。',
  },
]
