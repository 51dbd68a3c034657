import { vocabulary } from './vocabulary.js';

export const categories = vocabulary({
  forest: ['山林', 'Woodland', '林地', '林业', '林木', '森林', '竹林'],
  farmland: ['田地', 'Farmland', '农田', '耕地', '田块', '水田', '旱地', '园地', '土地'],
  hydropower: ['水电站', 'Hydropower', '水电', '小水电', '电站', '小水电站'],
  house: ['老房', 'Old house', '农房', '闲置农房', '民房', '房屋', '宅基地', '老屋'],
  hall: ['文化礼堂', 'Cultural hall', '礼堂', '大礼堂', '会堂', '祠堂', '公共用房'],
  other: ['其他', 'Other', '其他资产', '其它', '集体用房', '厂房', '校舍'],
});

export const statuses = vocabulary({
  idle: ['闲置', 'Idle', '空置', '停运', '停用', '未利用', '撂荒', '抛荒', '荒废', '废弃'],
  'partly-idle': ['部分闲置', 'Partly idle', '半闲置', '部分空置', '部分利用'],
  available: ['可招商', 'Available', '待招商', '招商中', '可出租', '待出租', '可流转', '待流转', '可利用'],
  negotiating: ['洽谈中', 'In talks', '在谈', '洽谈', '正在洽谈', '正在对接', '对接中', '意向洽谈'],
  signed: ['已签约', 'Signed', '签约', '已签订', '签约未开工'],
  leased: ['已出租', 'Leased', '出租', '已租', '出租中', '已流转', '租赁中', '已承包'],
  withdrawn: ['已下架', 'Withdrawn', '下架', '已撤回', '暂停招商', '不再招商'],
  operating: ['在用', 'In use', '运行', '运行中', '使用中', '正常使用', '自用', '运营中', '在运', '正常运行'],
  revived: ['已盘活', 'Revived', '盘活', '已利用', '已开发'],
});

export const ownerships = vocabulary({
  state: ['国有', 'State', '国家', '全民', '国家所有', '国有资产'],
  collective: ['集体', 'Collective', '村集体', '集体所有', '农民集体', '村集体所有', '组集体'],
  private: ['个人', 'Private', '农户个人', '农户', '私有', '个人所有', '村民', '私人'],
  mixed: ['混合', 'Mixed', '国有集体共有', '共有', '混合所有', '股份'],
});

export const cooperations = vocabulary({
  lease: ['租赁', 'Lease', '出租', '长租', '整租'],
  sublease: ['转包', 'Sublease', '承包', '流转', '发包'],
  equity: ['入股', 'Equity', '股份合作', '参股', '作价入股'],
  transfer: ['转让', 'Transfer', '出让', '出售', '拍卖'],
  joint: ['合资', 'Joint venture', '合作经营', '合作', '联营', '合作开发'],
  sole: ['独资', 'Sole investment', '独资经营', '自主投资'],
  ppp: ['PPP', 'PPP', '政企合作', 'bot', 'rot', 'eod'],
  management: ['委托经营', 'Managed operation', '托管', '委托运营', '代管'],
});

export const utilities = vocabulary({
  water: ['水', 'Water', '通水', '供水', '自来水'],
  power: ['电', 'Power', '通电', '供电', '三相电', '动力电'],
  road: ['路', 'Road', '通路', '道路', '公路', '通车', '可通小车'],
  network: ['网', 'Network', '通网', '宽带', '通讯', '5G'],
  parking: ['停车', 'Parking', '停车场', '停车位'],
  sewage: ['污水', 'Sewage', '污水处理', '排污', '纳管'],
});

export const priceBases = vocabulary({
  year: ['元/年', 'CNY a year', '每年', '年租金'],
  'mu-year': ['元/亩·年', 'CNY a mu a year', '元/亩/年', '每亩每年'],
  month: ['元/月', 'CNY a month', '每月', '月租金'],
  total: ['元', 'CNY in all', '一次性', '总价'],
  negotiable: ['面议', 'Negotiable', '协商', '待议', '另议'],
});

export const horizons = vocabulary({
  near: ['近期可落地', 'Near term', '近期', '近期落地', '可落地', '近期项目'],
  far: ['远期储备', 'Pipeline', '远期', '储备', '中远期', '远期项目', '谋划储备'],
});

export const scales = vocabulary({
  large: ['招大引强', 'Flagship', '大项目', '重大', '大型'],
  small: ['小业态', 'Small business', '小项目', '小型', '微业态'],
});

export const stages = vocabulary({
  planning: ['谋划', 'Planning', '策划', '谋划中', '储备', '前期', '包装', '意向'],
  talking: ['洽谈', 'In talks', '在谈', '洽谈中', '对接', '正在对接', '招商中'],
  signed: ['签约', 'Signed', '已签约', '签订'],
  building: ['在建', 'Building', '建设中', '开工', '已开工', '施工', '动工'],
  built: ['建成', 'Built', '已建成', '竣工', '完工', '投产', '运营', '已投用'],
});

export const datums = vocabulary({
  'WGS-84': ['WGS-84', 'WGS-84', 'WGS84', 'GPS'],
  CGCS2000: ['CGCS2000', 'CGCS2000', '2000国家大地坐标系', '国家2000', '大地2000'],
  'GCJ-02': ['GCJ-02', 'GCJ-02', 'GCJ02', '火星坐标', '高德', '腾讯', '谷歌中国'],
  'BD-09': ['BD-09', 'BD-09', 'BD09', '百度'],
});

export type Category = (typeof categories.values)[number];
export type Status = (typeof statuses.values)[number];
export type Datum = (typeof datums.values)[number];
