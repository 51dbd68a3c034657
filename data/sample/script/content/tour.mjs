/**
 * The roadshow of the sample township: every kind of stop, a quarter of an hour. `asset` and `project` are keys of the other content
 * files, pictures are names of the picture list; durations in seconds; notes are what the presenter reads.
 */
export const tours = [
  {
    key: 'roadshow', name: '示例乡招商路演',
    stops: [
      { id: 'opening', kind: 'cover', seconds: 30, picture: 'panorama-dawn', line: { zh: '一条溪，十一个村，六十四处等人的好地方', en: 'One creek, eleven villages, and places that wait for company' }, notes: '各位好。先请大家看一眼我们的溪：白鹭溪，全长二十三公里，十一个村都在它两岸。今天用一刻钟，讲清楚这里有什么、等谁来。' },
      { id: 'seasons', kind: 'chapter', seconds: 45, picture: 'panorama-spring', title: { zh: '四季都有人来', en: 'Company in every season' }, line: { zh: '春看桃梅，夏戏溪滩，秋晒梯田，冬听松雪', en: 'Blossom in spring, the creek in summer, terraces in autumn, snow on the pines' }, figures: [
        { value: '460,000', unit: { zh: '人次', en: 'visits' }, label: { zh: '去年到访', en: 'Last year' } },
        { value: '1.5', unit: { zh: '小时', en: 'hours' }, label: { zh: '到最近的高铁站', en: 'To high-speed rail' } },
        { value: '82', unit: { zh: '%', en: '%' }, label: { zh: '森林覆盖', en: 'Under forest' } },
      ], notes: '客流数字是示例。重点讲：不是没有人来，是来了没有地方住、没有东西买。这就是机会。' },
      { id: 'numbers', kind: 'figures', seconds: 60, notes: '三屏：总量、分类、项目。每屏停三秒让人看清，再往下。' },
      { id: 'overview', kind: 'overview', seconds: 40, filter: {}, title: { zh: '全乡一张图', en: 'The whole township' }, line: { zh: '沿溪成线，入山成片', en: 'A line along the creek, an area in the hills' }, notes: '从西到东走一遍：白鹭畈平、上梅湾水、青枫岭红、云雾尖高。' },
      { id: 'station', kind: 'asset', asset: 'hydropower/bailu-2', seconds: 75, photos: ['weir-summer', 'turbine-hall', 'station-night'], notes: '今天的主角。两台机组修好就能并网；厂房本身就是风景。县供电所已同意恢复并网。有人问取水许可：在有效期内。' },
      { id: 'station-project', kind: 'project', project: 'bailu-2', seconds: 45, notes: '发电保本，营地赚钱。静态回收期五年出头。' },
      { id: 'weir-film', kind: 'video', asset: 'other/bailu-camp', video: 'weir-film', seconds: 15, line: { zh: '龙鳞堰的早晨', en: 'A morning at the Dragon-scale Weir' }, notes: '不用讲，让水声讲。' },
      { id: 'paddy', kind: 'asset', asset: 'farmland/bailu-paddy', seconds: 45, notes: '耕地只做农业，这一条先说在前面。' },
      { id: 'agri', kind: 'project', project: 'agri-complex', seconds: 60, notes: '招大引强的一号项目。收储已完成七成，年底比选。' },
      { id: 'old-house', kind: 'asset', asset: 'house/bailu-terrace-house', seconds: 45, notes: '五叠马头墙，天井完整。租赁二十年，不卖。' },
      { id: 'terraces', kind: 'asset', asset: 'farmland/gaojian-terrace', seconds: 45, photos: ['terrace-dawn'], change: ['terrace-fallow', 'terrace-replanted'], notes: '滑块慢慢拉：左边是现在，右边是复垦之后的效果示意。复垦补助已列明年计划。' },
      { id: 'pines', kind: 'asset', asset: 'forest/songfeng-pine', seconds: 45, notes: '一千二百五十亩，公益林部分只设步道。' },
      { id: 'land-200', kind: 'overview', seconds: 40, filter: { categories: ['forest', 'farmland'], statuses: ['available'], area: { min: 200, max: null, unit: 'mu' } }, title: { zh: '两百亩以上，现在就能谈', en: 'Over 200 mu and open to talks' }, notes: '这是最常被问的一句。讲完停一下，看谁抬头。' },
      { id: 'lodgings', kind: 'project', project: 'water-lodging', seconds: 40, notes: '已签约的样子：九月签，首幢进场。' },
      { id: 'two-stations', kind: 'comparison', assets: ['hydropower/bailu-2', 'hydropower/gaojian'], seconds: 40, title: { zh: '两座电站怎么选', en: 'Two stations side by side' }, notes: '要规模看二级，要清静看高枧坑。' },
      { id: 'all-projects', kind: 'table', seconds: 60, notes: '十二个项目，近期八个。只念近期，远期请大家拍照。' },
      { id: 'your-turn', kind: 'explore', seconds: 90, line: { zh: '想看哪里，请讲', en: 'Where shall we go?' }, notes: '留给提问。按 / 筛选，投到观众屏。' },
      { id: 'closing', kind: 'closing', seconds: 40, picture: 'village-spring', line: { zh: '溪在这里，门也开着', en: 'The creek is here, and so is an open door' }, notes: '二维码里就是电话本身，不用联网。' },
    ],
  },
]
