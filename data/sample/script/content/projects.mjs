/** The project table of the sample. Investment in 万元; `assets` are keys of the other content files. */
export const projects = [
  {
    key: 'agri-complex', name: '白鹭畈农旅综合体', nameEn: 'Bailufan Agritourism Complex', location: '白鹭畈村', investment: 18000, horizon: 'near', scale: 'large', sector: '农文旅融合', stage: 'talking', stageText: '洽谈', cooperation: ['joint', 'equity', 'ppp'], landUse: '集体经营性建设用地、存量农房', assets: ['farmland/bailu-paddy', 'farmland/bailu-lotus', 'farmland/longlin-vegetable', 'house/bailu-cluster', 'house/bailu-terrace-house', 'other/bailu-granary', 'hall/bailu-hall'],
    zh: '三百亩良田、一口荷塘、十一幢老屋，合成一处可住可玩可带走的乡野目的地。', en: 'Paddies, a lotus pond and eleven old houses made into one place to stay, play and take home from.',
    content: '利用存量老屋 2,150 ㎡ 建乡野度假屋 36 间、粮仓书屋 1 处、亲子农场 96 亩、荷塘夜市 1 处，配套停车 180 位；耕地保持农业用途。', returns: '达产后年接待 22 万人次，年营收约 5,200 万元，带动就业 160 人，村集体年增收 180 万元。', progress: '已与两家文旅企业对接，9 月完成资产收储 70%，拟 12 月比选。', officer: '示例乡党委书记 周示明', startsAt: '2027-03', endsAt: '2029-06',
  },
  {
    key: 'bailu-2', name: '白鹭溪二级电站复活与水边营地', nameEn: 'Bailu Station No. 2: Power and Waterside Camp', location: '白鹭畈村龙鳞堰', investment: 680, horizon: 'near', scale: 'small', sector: '绿色能源', stage: 'talking', stageText: '正在对接', cooperation: ['lease', 'joint'], landUse: '水利设施用地', assets: ['hydropower/bailu-2', 'other/bailu-camp'],
    zh: '机组修好能发电，厂房点灯能住人，堰下草坪能开音乐会。', en: 'Mend the sets and it makes power; light the hall and it takes guests; the meadow holds concerts.',
    content: '修复 2×480 kW 机组并网；厂房夹层改客房 8 间、机房展示厅 1 处；滨溪草坪营位 40 个，均为可移动设施。', returns: '年发电 192 万度、售电约 90 万元；营地年营收约 160 万元，静态回收期 5.2 年。', progress: '县供电所同意恢复并网，意向方 3 家，2 家已踏勘。', officer: '副乡长 吴例川', startsAt: '2027-02', endsAt: '2027-10',
  },
  {
    key: 'red-trail', name: '青枫岭红色研学步道与营地', nameEn: 'Qingfeng Red Study Trail and Camp', location: '青枫岭村', investment: 2600, horizon: 'near', scale: 'large', sector: '文旅康养', stage: 'building', stageText: '在建', cooperation: ['joint', 'management'], landUse: '存量集体建设用地、林地（不改变用途）', assets: ['forest/qingfeng-maple', 'forest/qingfeng-trailside', 'farmland/qingfeng-terrace', 'house/qingfeng-liaison', 'hall/qingfeng-hall'],
    zh: '从交通站老屋出发，过梯田、穿枫林、登岭顶，半天走完一堂课。', en: 'From the old liaison post through terraces and maples to the top: a lesson in half a day.',
    content: '整修步道 5.6 公里，林间课堂 3 处、驿站 2 处、研学营房 120 床（利用存量），讲解系统 1 套。', returns: '年接待研学 4 万人次，年营收约 780 万元，村集体年增收 65 万元。', progress: '一期步道 3.2 公里完工，营房改造完成 40%。', officer: '乡人大主席 徐例川', startsAt: '2026-04', endsAt: '2027-05',
  },
  {
    key: 'tea-valley', name: '云雾茶谷', nameEn: 'Yunwu Tea Valley', location: '茶园岗村、云雾尖村', investment: 6800, horizon: 'near', scale: 'large', sector: '现代农业', stage: 'signed', stageText: '已签约', cooperation: ['equity', 'joint'], landUse: '园地、工业用地', assets: ['farmland/chayuan-tea', 'farmland/chayuan-old-tea', 'farmland/yunwu-tea', 'other/chayuan-factory', 'hall/chayuan-hall'],
    zh: '一千多亩茶园、一座锯齿顶老茶厂，从一芽一叶做到一杯茶。', en: 'Over a thousand mu of tea and a saw-tooth factory: from one bud to one cup.',
    content: '改造茶园 1,070 亩、智能喷灌全覆盖；修复老茶厂 2,380 ㎡，建名优茶与红茶生产线各 1 条、茶工业展示馆 1 处。', returns: '达产年产干茶 68 吨、产值 4,300 万元，带动茶农 420 户户均增收 1.1 万元。', progress: '2026 年 8 月签约，首期资金 1,200 万元到位。', officer: '副乡长 蒋例衡', startsAt: '2026-11', endsAt: '2028-03',
  },
  {
    key: 'art-village', name: '竹坞画村', nameEn: 'Zhuwu Art Village', location: '竹坞村', investment: 1200, horizon: 'near', scale: 'small', sector: '文化创意', stage: 'building', stageText: '开工', cooperation: ['lease', 'joint'], landUse: '宅基地（租赁）', assets: ['house/zhuwu-painted', 'house/zhuwu-studio', 'forest/zhuwu-bamboo'],
    zh: '六面山墙、十二间画室、一片竹林，画家住进村里来。', en: 'Six painted gables, twelve studios and a bamboo wood: painters come to live.',
    content: '改造老屋 1,400 ㎡为画室 12 间、展厅 2 处、驻留公寓 18 间；竹林步道 1.6 公里。', returns: '年驻留艺术家 60 人次，年接待 6 万人次，年营收约 320 万元。', progress: '10 月开工，展厅主体加固完成。', officer: '宣传委员 陈例川', startsAt: '2026-10', endsAt: '2027-09',
  },
  {
    key: 'water-lodging', name: '上梅湾水岸民宿群', nameEn: 'Shangmeiwan Waterside Lodgings', location: '上梅湾村', investment: 4500, horizon: 'near', scale: 'large', sector: '文旅康养', stage: 'signed', stageText: '签约', cooperation: ['lease', 'joint'], landUse: '宅基地（租赁）、集体建设用地', assets: ['house/meiwan-waterside', 'house/meiwan-lane', 'hall/meiwan-hall', 'forest/meiwan-plum', 'farmland/meiwan-orchard'],
    zh: '埠头、梅园、桃滩连成一线，枕水而眠六十间房。', en: 'Landing, plum garden and peach bank in one line: sixty rooms on the water.',
    content: '改造临水老屋 9 幢共 62 间客房，水岸步道 900 米，礼堂改小型会务中心；果园露营 30 位。', returns: '平均入住率 55% 时年营收约 1,450 万元，静态回收期 6.8 年。', progress: '9 月签约，首幢进场施工。', officer: '乡长 林示明', startsAt: '2026-12', endsAt: '2028-04',
  },
  {
    key: 'forest-health', name: '松风岗森林康养谷', nameEn: 'Songfeng Forest Health Valley', location: '松阴村', investment: 12000, horizon: 'far', scale: 'large', sector: '文旅康养', stage: 'planning', stageText: '谋划', cooperation: ['joint', 'ppp'], landUse: '林地（不改变用途）、教育用地转用', assets: ['forest/songfeng-pine', 'forest/songyin-camellia', 'other/songyin-school', 'hydropower/songyin'],
    zh: '千亩松林作药，旧校舍作家，做一处能住上一个月的康养谷。', en: 'Pine for medicine and an old school for home: a valley to stay a month in.',
    content: '康养床位 260 张（含旧校舍改造 120 张）、松林步道 8 公里、林下中药材 300 亩；公益林范围只设步道。', returns: '达产年营收约 3,600 万元，带动就业 220 人。', progress: '概念规划初稿完成，待与公益林管理衔接。', officer: '乡党委副书记 方例舟', startsAt: '2028', endsAt: '2031',
  },
  {
    key: 'hydro-upgrade', name: '白鹭溪流域梯级水电增效', nameEn: 'Bailu Basin Hydropower Upgrade', location: '上梅湾村、龙爪溪村、水碓坑村', investment: 3200, horizon: 'far', scale: 'large', sector: '绿色能源', stage: 'planning', stageText: '前期', cooperation: ['joint', 'equity'], landUse: '水利设施用地', assets: ['hydropower/bailu-1', 'hydropower/longzhao', 'hydropower/shuidui-1', 'hydropower/gaojian'],
    zh: '四座老站一起改，生态流量先留足，再谈多发电。', en: 'Four old stations done together, with the stream’s own share set aside first.',
    content: '更新机组 1,480 kW，生态泄放与监测全覆盖，集中控制中心 1 处。', returns: '年均增发电 96 万度，年增收约 47 万元；可申报绿色小水电示范。', progress: '龙爪溪取水许可延续办理中，水碓坑一级 2027 年 1 月到期须同步申请。', officer: '副乡长 吴例川', startsAt: '2028-01', endsAt: '2029-12',
  },
  {
    key: 'songyin-academy', name: '松阴书院', nameEn: 'Songyin Academy', location: '松阴村', investment: 380, horizon: 'near', scale: 'small', sector: '公共服务', stage: 'built', stageText: '建成', cooperation: ['management'], landUse: '集体建设用地', assets: ['house/songyin-scholar', 'hall/songyin-ancestral'],
    zh: '一宅一祠，白天是课堂，晚上是茶会。', en: 'A house and a hall: lessons by day, tea by night.',
    content: '修缮书香宅 720 ㎡、祠堂展陈 360 ㎡，设课堂 3 间、茶室 2 间、乡土书库 1 处。', returns: '年开课 150 场、服务 1.2 万人次，运营收支平衡。', progress: '2026 年 5 月开放，运营方第二次考核合格。', officer: '宣传委员 陈例川', startsAt: '2025-06', endsAt: '2026-04',
  },
  {
    key: 'old-street', name: '石桥头供销社老街', nameEn: 'Shiqiaotou Old Street', location: '石桥头村', investment: 260, horizon: 'near', scale: 'small', sector: '农文旅融合', stage: 'talking', stageText: '在谈', cooperation: ['lease', 'management'], landUse: '商业用地、宅基地（租赁）', assets: ['other/shiqiao-coop', 'house/shiqiao-street', 'house/shiqiao-bridge-house', 'other/shiqiao-bridge', 'farmland/shiqiao-rape'],
    zh: '一座廊桥、一间供销社、四块排门板，小店一家一家开起来。', en: 'A covered bridge, a co-op and four shuttered fronts: shops, one at a time.',
    content: '供销社改怀旧商店与直播间 720 ㎡，老街铺面 8 间分租，廊桥逢集夜市摊位 30 个。', returns: '年租金与管理收入约 42 万元，带动小店 12 家。', progress: '供销总社原则同意公开招租，意向商户 9 家。', officer: '组织委员 何例舟', startsAt: '2027-01', endsAt: '2027-06',
  },
  {
    key: 'rice-camp', name: '高枧梯田稻作营地', nameEn: 'Gaojian Rice-growing Camp', location: '高枧村', investment: 860, horizon: 'far', scale: 'small', sector: '现代农业', stage: 'planning', stageText: '策划', cooperation: ['sublease', 'equity', 'lease'], landUse: '耕地（农业用途）、集体建设用地', assets: ['farmland/gaojian-terrace', 'house/gaojian-rammed', 'hall/gaojian-ancestral'],
    zh: '把撂荒的田种回来，把六间夯土屋亮起灯。', en: 'Plant the fallow steps again, and light six rammed-earth rooms.',
    content: '复垦梯田约 140 亩，木枧修复 1.2 公里；夯土排屋加固改青旅 48 床，祠堂作稻作展厅。', returns: '年接待 1.6 万人次，认养稻田 300 户，年营收约 210 万元。', progress: '复垦补助已列 2027 年计划。', officer: '农办主任 郑例川', startsAt: '2027-09', endsAt: '2029-03',
  },
  {
    key: 'watermill', name: '水碓坑水磨工坊', nameEn: 'Shuiduikeng Watermill Workshop', location: '水碓坑村', investment: 80, horizon: 'near', scale: 'small', sector: '文化创意', stage: 'built', stageText: '已投用', cooperation: ['management', 'lease'], landUse: '集体建设用地', assets: ['other/shuidui-mill', 'house/shuidui-mill-house', 'hydropower/shuidui-2', 'farmland/shuidui-terrace'],
    zh: '一座水碓、一口灶、一杯咖啡，八十万元盘活一个村口。', en: 'One mill, one stove, one coffee: a village gate revived for eight hundred thousand.',
    content: '修复水碓 4 副、磨坊老屋 310 ㎡，老机房增设科普与咖啡区 120 ㎡。', returns: '年接待 1.8 万人次，年营收约 110 万元，村集体年增收 9.3 万元。', progress: '已连续运营 18 个月，可作带看样板。', officer: '副乡长 吴例川', startsAt: '2024-05', endsAt: '2025-04',
  },
]
