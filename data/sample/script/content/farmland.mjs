/** Farmland of the sample: valley paddies, terraces, tea, lotus, orchards. Areas in 亩; tea gardens and terraces take theirs from the map. */
export const farmland = [
  {
    key: 'bailu-paddy', name: '白鹭畈良田核心区', nameEn: 'Bailufan Core Paddies', village: '白鹭畈村', address: '白鹭畈村东，龙鳞堰自流灌区', place: { kind: 'bank', stream: 'bailu', near: [119.9242, 29.8030], mu: 320, side: 1, gap: 45, deep: 260, seed: 2 },
    owner: '白鹭畈村股份经济合作社', cert: '示农地承包权（2016）第0005号', landUse: '耕地', constraints: ['永久基本农田，不得建永久性建筑，不得改变农业用途'], status: 'available', idleSince: '2025-11', cooperation: ['sublease', 'equity'], term: '至 2037 年承包期止', price: [900, 'mu-year'], reserve: '820 元/亩·年', utilities: '水电路停', uses: ['优质稻米', '稻渔综合种养', '农耕体验'],
    zh: '堰水自流到田，连片三百亩，机械一趟开到头。', en: 'Water runs in from the weir by itself; three hundred mu in one piece for any machine.',
    detail: { landType: '水田', quality: '三等', basicFarmland: true, irrigation: '龙鳞堰自流灌溉，保证率 95%', planting: '单季晚稻、冬油菜', bounds: '东至县道，南至渡口，西至白鹭溪，北至龙鳞堰' }, photos: ['paddy-mirror', 'paddy-gold', 'panorama-dawn'], notes: '涉及 87 户，流转协议由合作社统签，租金每年 11 月付。',
  },
  {
    key: 'bailu-lotus', name: '白鹭畈荷塘', nameEn: 'Bailufan Lotus Ponds', village: '白鹭畈村', address: '白鹭畈村南溪边', place: { kind: 'bank', stream: 'bailu', near: [119.9242, 29.8030], mu: 46, side: -1, gap: 40, deep: 110, seed: 5 },
    owner: '白鹭畈村股份经济合作社', cert: '示农地承包权（2016）第0011号', landUse: '坑塘水面、耕地', status: 'available', idleSince: '2025-10', cooperation: ['lease', 'joint'], term: '8 年', price: [1100, 'mu-year'], utilities: '水电路停', uses: ['荷塘观光', '莲子藕带', '荷塘夜市'],
    zh: '七月荷花开到村口，塘埂刚好走得下一队人。', en: 'In July the lotus comes up to the village gate; the dykes are just wide enough for a file of walkers.',
    detail: { landType: '水田（藕塘）', quality: '四等', basicFarmland: false, irrigation: '龙鳞堰支渠', planting: '子莲、荷花' }, photos: ['lotus-noon'], notes: '塘埂 2025 年整修，可通电瓶车。',
  },
  {
    key: 'longlin-vegetable', name: '龙鳞堰蔬菜基地', nameEn: 'Longlin Vegetable Fields', village: '白鹭畈村', address: '龙鳞堰上游东岸', place: { kind: 'bank', stream: 'bailu', near: [119.9236, 29.8140], mu: 96, side: 1, gap: 40, deep: 170, seed: 8 },
    owner: '白鹭畈村股份经济合作社', cert: '示农地承包权（2016）第0014号', landUse: '耕地', status: 'partly-idle', idleSince: '2026-03', cooperation: ['lease', 'sublease'], term: '6 年', price: [850, 'mu-year'], utilities: '水电路网', uses: ['露地蔬菜', '采摘菜园', '食材直供'],
    zh: '沙壤土、自流水，县城菜场四十分钟送到。', en: 'Sandy loam and running water, forty minutes from the county market.',
    detail: { landType: '水浇地', quality: '四等', basicFarmland: false, irrigation: '泵站加支渠', planting: '茄果、叶菜，约三成空闲' }, photos: ['vegetable-rows'], notes: '现承租户占 60 亩，2027 年 2 月到期。',
  },
  {
    key: 'gaojian-terrace', name: '高枧梯田', nameEn: 'Gaojian Terraces', village: '高枧村', address: '高枧村北坡', place: { kind: 'slope', of: 'terrace', near: [119.88123, 29.83436] },
    owner: '高枧村股份经济合作社', cert: '示农地承包权（2016）第0102号', landUse: '耕地', status: 'idle', idleSince: '2020-02', cooperation: ['sublease', 'equity', 'joint'], term: '15 年', price: [260, 'mu-year'], utilities: '水路', uses: ['梯田稻作', '研学农场', '彩色稻田'],
    zh: '木枧引水上百级田，撂荒的田埂还齐整。', en: 'Wooden flumes feed a hundred steps; the walls of the fallow fields still stand true.',
    detail: { landType: '水田（梯田）', quality: '六等', basicFarmland: false, irrigation: '木枧引山泉', planting: '上段撂荒，下段单季稻' }, photos: ['terrace-dawn', 'terrace-fallow', 'terrace-replanted'], notes: '撂荒约 140 亩，复垦补助已列入 2027 年计划。',
  },
  {
    key: 'qingfeng-terrace', name: '青枫梯田', nameEn: 'Qingfeng Terraces', village: '青枫岭村', address: '青枫岭村北', place: { kind: 'slope', of: 'terrace', near: [119.97159, 29.82284] },
    owner: '青枫岭村股份经济合作社', cert: '示农地承包权（2016）第0131号', landUse: '耕地', constraints: ['其中 180 亩为永久基本农田，不得建永久性建筑'], status: 'negotiating', idleSince: '2024-11', cooperation: ['sublease', 'joint'], term: '10 年', price: [320, 'mu-year'], utilities: '水电路', uses: ['红军稻', '农耕研学', '梯田摄影'],
    zh: '步道从田埂上过，走到高处回头全是水镜。', en: 'The trail runs along the field walls; look back from the top and all is mirror.',
    detail: { landType: '水田（梯田）', quality: '六等', basicFarmland: true, irrigation: '山塘加渠道', planting: '单季稻' }, photos: ['terrace-dusk', 'terrace-autumn'], notes: '与研学步道项目同一意向方，价格待并谈。',
  },
  {
    key: 'longzhao-terrace', name: '龙爪梯田', nameEn: 'Longzhao Terraces', village: '龙爪溪村', address: '龙爪溪村南', place: { kind: 'slope', of: 'terrace', near: [119.98382, 29.84953] },
    owner: '龙爪溪村股份经济合作社', cert: '示农地承包权（2016）第0140号', landUse: '耕地', status: 'idle', idleSince: '2022-01', cooperation: ['sublease', 'joint'], term: '12 年', price: [240, 'mu-year'], utilities: '水路', uses: ['高山蔬菜', '梯田认养', '写生基地'],
    zh: '五道弯像龙爪收拢，最宽一丘能摆八桌。', en: 'Five bends close like a dragon’s claw; the widest step would seat eight tables.',
    detail: { landType: '水田（梯田）', quality: '六等', basicFarmland: false, irrigation: '龙爪溪引水', planting: '约一半撂荒' }, photos: ['terrace-mist', 'terrace-fallow'], notes: '美院写生队每年 10 月来，可作引流。',
  },
  {
    key: 'shuidui-terrace', name: '水碓坑梯田', nameEn: 'Shuiduikeng Terraces', village: '水碓坑村', address: '水碓坑村南坡', place: { kind: 'slope', of: 'terrace', near: [119.94675, 29.79152] },
    owner: '水碓坑村股份经济合作社', cert: '示农地承包权（2016）第0118号', landUse: '耕地', status: 'available', idleSince: '2024-02', cooperation: ['sublease'], term: '10 年', price: [300, 'mu-year'], utilities: '水电路', uses: ['糯稻', '水磨年糕原料', '亲子农场'],
    zh: '坑水先推磨再浇田，一亩糯稻一百斤年糕。', en: 'The brook turns the mill first and then waters the rice for its cakes.',
    detail: { landType: '水田（梯田）', quality: '五等', basicFarmland: false, irrigation: '水碓坑引水', planting: '糯稻' }, photos: ['terrace-autumn'], notes: '与水磨工坊项目配套供米。',
  },
  {
    key: 'chayuan-tea', name: '云雾茶园', nameEn: 'Yunwu Tea Gardens', village: '茶园岗村', address: '茶园岗村东', place: { kind: 'slope', of: 'tea', near: [119.90012, 29.79124] },
    owner: '茶园岗村股份经济合作社', cert: '示农地承包权（2016）第0151号', landUse: '园地', status: 'partly-idle', idleSince: '2025-06', cooperation: ['lease', 'equity', 'joint'], term: '20 年', price: [680, 'mu-year'], utilities: '水电路网停', uses: ['名优绿茶', '茶旅融合', '茶园婚拍', '采茶研学'],
    zh: '清明前云在茶行里走，一芽一叶都沾着露。', en: 'Before Qingming the cloud walks between the rows and every bud is wet with it.',
    detail: { landType: '园地（茶园）', quality: '四等', basicFarmland: false, irrigation: '喷灌全覆盖', planting: '群体种、龙井43' }, photos: ['tea-dawn', 'tea-pavilion', 'tea-dusk'], notes: '2025 年春茶亩均产值 6,100 元；约三成茶园缺采工。',
  },
  {
    key: 'chayuan-old-tea', name: '茶园岗老茶蓬', nameEn: 'Chayuangang Old Tea Bushes', village: '茶园岗村', address: '茶园岗村西岗', place: { kind: 'slope', of: 'tea', near: [119.8936, 29.79334] },
    owner: '茶园岗村股份经济合作社', cert: '示农地承包权（2016）第0153号', landUse: '园地', status: 'idle', idleSince: '2021-04', cooperation: ['lease', 'joint'], term: '20 年', price: [360, 'mu-year'], utilities: '水路', uses: ['老树茶', '生态茶园', '荒野茶'],
    zh: '六十年的老茶蓬没打过药，正合做荒野茶。', en: 'Bushes sixty years old and never sprayed: made for wild tea.',
    detail: { landType: '园地（茶园）', quality: '五等', basicFarmland: false, irrigation: '山塘', planting: '老群体种，半荒' }, photos: ['tea-dusk'], notes: '近五年无化学投入，村里有记录。',
  },
  {
    key: 'yunwu-tea', name: '云雾尖高山茶园', nameEn: 'Yunwujian Highland Tea', village: '云雾尖村', address: '云雾尖村东', place: { kind: 'slope', of: 'tea', near: [119.89632, 29.87259] },
    owner: '云雾尖村股份经济合作社', cert: '示农地承包权（2016）第0163号', landUse: '园地', status: 'available', idleSince: '2024-05', cooperation: ['lease', 'equity'], term: '20 年', price: [520, 'mu-year'], utilities: '水电路', uses: ['高山红茶', '观云茶宿', '茶园认养'],
    zh: '海拔六百米的茶，春天比山下晚到半个月。', en: 'Tea at six hundred metres: its spring comes half a month later than below.',
    detail: { landType: '园地（茶园）', quality: '五等', basicFarmland: false, irrigation: '山泉喷灌', planting: '鸠坑种' }, photos: ['tea-mist'], notes: '有机转换认证第二年。',
  },
  {
    key: 'shiqiao-rape', name: '石桥头油菜田', nameEn: 'Shiqiaotou Rape Fields', village: '石桥头村', address: '石桥头村东，龙爪溪北岸', place: { kind: 'bank', stream: 'longzhao', near: [119.9600, 29.8468], mu: 110, side: -1, gap: 30, deep: 130, seed: 14 },
    owner: '石桥头村股份经济合作社', cert: '示农地承包权（2016）第0077号', landUse: '耕地', constraints: ['永久基本农田，不得建永久性建筑，不得改变农业用途'], status: 'available', idleSince: '2025-05', cooperation: ['sublease', 'joint'], term: '5 年', price: [700, 'mu-year'], utilities: '水电路停', uses: ['油菜花节', '轮作稻田', '花海骑行'],
    zh: '三月花海围着老石桥，一年只有十八天。', en: 'In March the flowers surround the old bridge, for eighteen days a year.',
    detail: { landType: '水田', quality: '四等', basicFarmland: true, irrigation: '龙爪溪支渠', planting: '水稻、油菜轮作' }, photos: ['rape-valley'], notes: '花节停车场借用老粮站空地。',
  },
  {
    key: 'meiwan-orchard', name: '上梅湾溪滩果园', nameEn: 'Shangmeiwan Riverside Orchard', village: '上梅湾村', address: '上梅湾村北，白鹭溪西岸', place: { kind: 'bank', stream: 'bailu', near: [119.9178, 29.8551], mu: 62, side: -1, gap: 45, deep: 130, seed: 17 },
    owner: '上梅湾村股份经济合作社', cert: '示农地承包权（2016）第0060号', landUse: '园地', status: 'idle', idleSince: '2023-09', cooperation: ['lease', 'sublease'], term: '15 年', price: [480, 'mu-year'], utilities: '水电路', uses: ['桃园采摘', '果园露营', '水岸婚礼'],
    zh: '溪滩沙地种桃最甜，花期正赶上清明。', en: 'Peaches are sweetest on creek sand, and flower just in time for Qingming.',
    detail: { landType: '园地（果园）', quality: '五等', basicFarmland: false, irrigation: '井灌', planting: '水蜜桃，树龄偏老' }, photos: ['peach-bank'], notes: '防洪堤外侧 12 亩汛期不得设固定设施。',
  },
  {
    key: 'songyin-greenhouse', name: '松阴设施菜园', nameEn: 'Songyin Greenhouse Garden', village: '松阴村', address: '松阴村东，松阴溪下游', place: { kind: 'bank', stream: 'songyin', near: [119.9440, 29.8769], mu: 52, side: -1, gap: 30, deep: 120, seed: 20 },
    owner: '松阴村股份经济合作社', cert: '示农地承包权（2016）第0170号', landUse: '设施农用地', status: 'leased', cooperation: ['lease'], term: '8 年（至 2032 年）', price: [1600, 'mu-year'], utilities: '水电路网', uses: ['设施蔬菜', '草莓采摘'],
    zh: '连栋大棚十二座，冬天草莓先红。', en: 'Twelve linked greenhouses where strawberries redden first.',
    detail: { landType: '水浇地', quality: '四等', basicFarmland: false, irrigation: '滴灌', planting: '草莓、番茄' }, photos: ['vegetable-valley'], notes: '承租方为本村返乡青年，按季付租。',
  },
]
