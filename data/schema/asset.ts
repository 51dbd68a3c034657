import { z } from 'zod';
import { farmlandDetail, forestDetail, hallDetail, houseDetail, hydropowerDetail, otherDetail } from './asset-detail.js';
import { boundarySchema, dateSchema, idSchema, locationSchema, locationSourceSchema, priceSchema, publicContactShape, recordShape } from './common.js';
import { field, noun } from './field.js';
import { mediaSchema } from './media.js';
import { text } from './text.js';
import { textSchema } from './text-schema.js';
import { categories, cooperations, ownerships, statuses, utilities, type Category } from './vocabularies.js';
import { schemaOf } from './vocabulary-schema.js';

const words = (limit = 200) => z.string().max(limit).optional();
const squareMetres = text('㎡', '㎡');

/** Everything an asset of any category has. */
const sharedShape = {
  ...recordShape,
  code: field(words(60), { label: text('编号', 'Code'), meaning: text('这宗资产在本账里的编号，同一本账里不重复。', 'Its number in this ledger; no two are alike.'), audience: 'public', kind: 'text', section: 'identity', places: ['index', 'search', 'table'], width: 8, synonyms: ['资产编号', '地块编号', '房屋编号', '电站编号', '资源编号', '统一编号', '编码', '资产编码', '代码', '宗地编号', '山林编号', '田块编号', '农房编号', '礼堂编号', '台账编号', '档案编号', '登记编号', '资源编码', '房屋编码', '图斑编号', '图斑号', '宗地号', '地块号', '资产代码', '资源代码', '统一编码', '统一代码', '内部编号'] }),
  name: field(z.string().min(1).max(120), { label: text('名称', 'Name'), meaning: text('对外也这样称呼的名称。', 'What it is called, also to outsiders.'), audience: 'public', kind: 'text', section: 'identity', places: ['index', 'search', 'table'], width: 14, synonyms: ['资产名称', '地块名称', '房屋名称', '电站名称', '资源名称', '礼堂名称', '山林名称', '项目地块', '宗地名称', '山场名称', '林地名称', '田块名称', '田地名称', '农房名称', '建筑名称', '建筑物名称', '场所名称', '水电站名称', '电站名', '站名', '标的名称', '物业名称', '资产资源名称', '资源资产名称', '房产名称', '资产名', '地块名', '房屋名', '项目名称'] }),
  nameEn: field(words(160), { label: text('英文名', 'English name'), meaning: text('英文材料里用的名称。', 'What it is called in English.'), audience: 'public', kind: 'text', section: 'identity', places: ['index', 'search'], width: 14, synonyms: ['英文名称'] }),
  village: field(words(40), { label: text('村', 'Village'), meaning: text('所在的行政村。', 'The village that it lies in.'), audience: 'public', kind: 'text', section: 'place', places: ['index', 'search', 'table'], width: 6, synonyms: ['所在村', '行政村', '村别', '所属村', '所在行政村', '村名', '村庄', '所在村（社区）', '所属行政村', '村居', '村社', '归属村', '坐落村', '村委', '所在村居', '村社区', '所在村社区', '所在村庄', '行政村名称', '所在村名称', '权属村', '属地村', '村/社区', '所属村社区', '行政村社区', '村级'] }),
  villageText: field(words(60), { label: text('村（原文）', 'Village as written'), audience: 'internal', kind: 'system', section: 'place' }),
  address: field(words(200), { label: text('坐落', 'Address'), meaning: text('村以下的坐落，到小地名或门牌。', 'Where it lies within the village.'), audience: 'public', kind: 'text', section: 'place', places: ['card'], width: 12, synonyms: ['坐落小地名', '小地名', '自然村', '地址', '位置', '坐落位置', '详细地址', '具体位置', '土名', '所在位置', '所处位置', '坐落地点', '座落', '座落位置', '座落地点', '坐落地址', '具体地址', '具体坐落', '详细位置', '所在自然村', '自然村组', '地点', '所在地', '所在地点', '小地名土名', '地名', '坐落小地名自然村'] }),
  location: field(locationSchema.optional(), { label: text('坐标', 'Location'), meaning: text('中心点的经纬度。', 'Longitude and latitude of its middle.'), audience: 'public', kind: 'point', section: 'place', places: ['index'], width: 10, synonyms: ['中心点坐标', '经纬度', '地理位置', '坐标位置', '中心坐标'] }),
  locationSource: field(locationSourceSchema.optional(), { label: text('坐标原文', 'Location as written'), audience: 'internal', kind: 'system', section: 'place' }),
  boundary: field(boundarySchema.optional(), { label: text('范围', 'Boundary'), audience: 'public', kind: 'geometry', section: 'place' }),
  siteArea: field(z.number().positive().optional(), { label: text('占地面积', 'Site area'), meaning: text('占用土地的面积；山林、田地按亩，房屋按㎡。', 'The land it takes; woods and fields in mu, buildings in ㎡.'), audience: 'public', kind: 'area', section: 'size', places: ['index', 'table', 'headline'], width: 8, unit: squareMetres, synonyms: ['面积', '土地面积', '用地面积', '宅基地面积', '占地', '林地面积', '地块面积', '总面积', '山林面积', '土地占地面积', '宗地面积', '承包面积', '流转面积', '实际面积', '实测面积', '可用面积', '可利用面积', '林木面积', '经营面积', '农田面积', '耕地面积', '田块面积', '面积大小', '规模', '用地规模', '场地面积', '宅基地占地面积', '占地规模', '闲置面积', '资产面积'] }),
  siteAreaText: field(words(60), { label: text('占地面积（原文）', 'Site area as written'), audience: 'internal', kind: 'system', section: 'size' }),
  floorArea: field(z.number().positive().optional(), { label: text('建筑面积', 'Floor area'), meaning: text('房屋各层面积之和。', 'The area of all its floors.'), audience: 'public', kind: 'area', section: 'size', places: ['index', 'table', 'headline'], width: 8, unit: squareMetres, synonyms: ['建筑', '房屋面积', '总建筑面积', '建面', '房屋建筑面积', '建筑物面积', '使用面积', '室内面积', '房产面积', '建筑总面积', '可使用面积'] }),
  floorAreaText: field(words(60), { label: text('建筑面积（原文）', 'Floor area as written'), audience: 'internal', kind: 'system', section: 'size' }),
  ownership: field(schemaOf(ownerships).optional(), { label: text('权属', 'Ownership'), meaning: text('土地或房屋归谁所有。', 'Whose property it is.'), audience: 'public', kind: 'choice', section: 'rights', places: ['index', 'table', 'card'], width: 5, vocabulary: ownerships, synonyms: ['所有权', '权属性质', '产权性质', '产权', '所有权性质', '权属类型', '权属情况', '产权归属', '产权情况', '产权类型', '权属类别', '资产性质', '资产权属', '土地所有权', '所有制', '所有制性质', '权利性质', '资产所有权', '所有权属', '产权属性', '资产归属', '土地权属', '山林权属', '林地所有权', '权属归属'] }),
  owner: field(words(120), { label: text('权利人', 'Owner'), meaning: text('权证上的权利人或使用权人。', 'Who holds the title or the right of use.'), audience: 'internal', kind: 'text', section: 'rights', width: 12, synonyms: ['使用权人', '户主', '产权人', '所有权人', '权属人', '产权单位', '业主', '承包户', '所有人', '产权所有人', '产权所有者', '权属单位', '使用权单位', '所有权单位', '管理单位', '经营主体', '房主', '屋主', '户主姓名', '业主单位', '所有者', '林权人', '承包人', '承包经营权人', '使用人', '实际使用人', '土地使用权人', '资产所有人', '房屋所有人', '所属单位', '管护单位', '权利人名称'] }),
  certificateNo: field(words(120), { label: text('权证号', 'Title certificate'), meaning: text('不动产权证、林权证等的编号。', 'The number of its title certificate.'), audience: 'internal', kind: 'text', section: 'rights', width: 14, synonyms: ['林权证号', '不动产权证号', '产权证号', '林权证号（不动产权证号）', '房产证号', '证书编号', '权属证书号', '土地证号', '权证编号', '证号', '林权证编号', '不动产权证书号', '不动产证号', '不动产权证', '产权证', '产权证书号', '权属证号', '房产证', '土地证', '权证', '林权证', '权属证书', '不动产权证书编号', '产权证编号', '宅基地证号', '不动产单元号', '不动产权证书', '权属证书编号'] }),
  landUse: field(words(60), { label: text('用地性质', 'Land use'), meaning: text('规划或现状的土地用途。', 'What the land is planned or used for.'), audience: 'public', kind: 'text', section: 'rights', places: ['card'], width: 8, synonyms: ['土地性质', '土地用途', '规划用途', '土地利用类型', '用地类型'] }),
  constraints: field(z.array(z.string().max(120)).default([]), { label: text('限制条件', 'Constraints'), meaning: text('基本农田、生态红线、文保、危房等限制。', 'What limits its use: farmland, red lines, heritage, safety.'), audience: 'public', kind: 'tags', section: 'rights', places: ['index', 'card'], width: 12, synonyms: ['限制因素', '管控要求', '是否涉及红线'] }),
  status: field(schemaOf(statuses).optional(), { label: text('状态', 'Status'), meaning: text('目前处在盘活的哪一步。', 'How far it has come on the way to use.'), audience: 'public', kind: 'choice', section: 'offer', places: ['index', 'table'], width: 6, vocabulary: statuses, synonyms: ['现状', '招商状态', '使用状态', '利用现状', '运行状况', '利用状态', '闲置状态', '使用现状', '资产状态', '运行状态', '状况', '目前状态', '当前状态', '使用情况', '利用情况', '资产现状', '使用状况', '闲置情况', '招商情况', '招商进展', '盘活状态', '盘活情况', '经营状态', '房屋现状', '运营状态', '运行情况', '生产状态', '出租情况', '租赁状态', '资产状况', '资产使用状态', '目前现状', '目前状况', '当前现状', '利用状况', '当前利用状况', '目前利用状况', '目前利用情况'] }),
  statusText: field(words(60), { label: text('状态（原文）', 'Status as written'), audience: 'internal', kind: 'system', section: 'offer' }),
  idleSince: field(dateSchema.optional(), { label: text('闲置起始', 'Idle since'), meaning: text('从什么时候起闲置。', 'Since when it has stood idle.'), audience: 'public', kind: 'date', section: 'offer', places: ['table', 'card'], width: 6, synonyms: ['闲置起始时间', '闲置时间', '何时起闲置', '撂荒时间', '空置时间', '停运时间', '闲置开始时间', '起始闲置时间', '闲置起始日期', '闲置年份', '闲置日期', '闲置起始年月', '开始闲置时间', '停用时间', '废弃时间', '抛荒时间', '停产时间', '闲置年月', '何时闲置', '自何时闲置', '弃用时间', '荒废时间', '空置起始时间', '空置日期', '闲置起始年份', '起始时间', '闲置起', '起闲时间', '撂荒起始时间', '抛荒起始时间', '停运起始时间', '停运日期', '空置起始', '撂荒起始', '停用起始', '抛荒起始', '闲置始于', '空置年份'] }),
  cooperation: field(z.array(schemaOf(cooperations)).default([]), { label: text('合作方式', 'Cooperation'), meaning: text('可以接受的合作方式。', 'Which ways of cooperation are open.'), audience: 'public', kind: 'choices', section: 'offer', places: ['index', 'table', 'card'], width: 8, vocabulary: cooperations, synonyms: ['招商方式', '流转方式', '合作模式', '盘活方式', '处置方式'] }),
  term: field(words(60), { label: text('年限', 'Term'), meaning: text('可合作的年限。', 'For how long.'), audience: 'public', kind: 'text', section: 'offer', places: ['index', 'card'], width: 6, synonyms: ['合作年限', '租期', '流转期限', '期限', '使用年限', '可租年限'] }),
  priceText: field(words(60), { label: text('参考价（原文）', 'Price as written'), audience: 'public', kind: 'system', section: 'offer' }),
  price: field(priceSchema.optional(), { label: text('参考价', 'Asking price'), meaning: text('对外的参考价，可面议。', 'What is asked for it; open to talks where it says so.'), audience: 'public', kind: 'price', section: 'offer', places: ['index', 'table', 'card'], width: 9, synonyms: ['价格', '意向价格', '年租金', '租金', '流转价格', '意向年租金', '参考价格', '报价', '租金标准', '意向租金', '承包价', '意向价', '期望价格', '期望租金', '招商价格', '拟招商价格', '挂牌价', '指导价', '指导价格', '参考租金', '年租金标准', '出租价格', '转让价格', '意向流转价格', '流转费', '流转租金', '流转单价', '流转价', '租金价格', '租赁价格', '年租价', '预期租金', '预期价格', '拟出租价格', '招租价格', '租赁费', '年流转价格', '年承包金', '承包费', '承包金', '合作价格', '年流转费', '参考年租金', '期望年租金', '预期年租金', '租价', '出让价', '出让价格', '转让价', '售价', '总价', '出租价'] }),
  reservePrice: field(words(60), { label: text('底价', 'Reserve price'), meaning: text('低于此价不谈，只供内部。', 'The lowest that would be taken; for staff only.'), audience: 'internal', kind: 'text', section: 'offer', width: 8, synonyms: ['最低价', '起拍价', '保留价'] }),
  utilities: field(z.array(schemaOf(utilities)).default([]), { label: text('配套', 'Utilities'), meaning: text('通水、通电、通路、通网等。', 'Water, power, road, network and the like.'), audience: 'public', kind: 'choices', section: 'offer', places: ['index', 'card'], width: 8, vocabulary: utilities, synonyms: ['配套设施', '基础设施', '水电路', '基础配套', '配套条件', '配套情况', '基础设施配套', '水电路情况', '基础条件'] }),
  distanceToHighwayKm: field(z.number().nonnegative().optional(), { label: text('距高速口', 'To the motorway'), meaning: text('到最近高速出入口的路程。', 'By road to the nearest motorway exit.'), audience: 'public', kind: 'number', section: 'place', places: ['index', 'card'], width: 6, unit: text('公里', 'km'), synonyms: ['距高速', '距高速出口', '距高速口距离', '距最近高速'] }),
  suggestedUses: field(z.array(z.string().max(40)).default([]), { label: text('推荐业态', 'Suggested uses'), meaning: text('适合做什么。', 'What it would suit.'), audience: 'public', kind: 'tags', section: 'story', places: ['index', 'search', 'card'], width: 10, synonyms: ['拟招商方向', '招商方向', '适合业态', '建议业态', '发展方向', '开发方向', '适宜业态', '拟招商业态', '意向业态', '拟发展业态', '招商意向', '拟引进业态', '开发意向', '规划业态', '可开发方向', '利用方向', '拟利用方向', '盘活方向', '意向用途', '拟用途', '建议用途', '适宜用途', '推荐用途', '适宜发展产业', '拟盘活方向', '意向招商方向', '拟招商用途'] }),
  highlights: field(textSchema.partial().optional(), { label: text('亮点', 'Highlights'), audience: 'public', kind: 'bilingual', section: 'story', places: ['card'], width: 16, synonyms: ['资产亮点', '特色', '优势', '简介', '资源简介', '资产简介'] }),
  photos: field(z.array(mediaSchema).default([]), { label: text('照片', 'Photos'), audience: 'public', kind: 'media', section: 'story' }),
  videos: field(z.array(mediaSchema).default([]), { label: text('视频', 'Videos'), audience: 'public', kind: 'media', section: 'story' }),
  documents: field(z.array(mediaSchema).default([]), { label: text('附件', 'Documents'), audience: 'internal', kind: 'media', section: 'people' }),
  ...publicContactShape,
  notes: field(words(2000), { label: text('备注', 'Notes'), meaning: text('只供内部的说明。', 'Remarks for staff only.'), audience: 'internal', kind: 'long-text', section: 'people', width: 14, synonyms: ['说明', '其他说明', '备注说明', '情况说明', '其他', '其它', '其他情况', '备考', '补充说明', '备注其他', '附注'] }),
  surveyedAt: field(dateSchema.optional(), { label: text('核查日期', 'Surveyed'), meaning: text('最近一次到现场核查的日期。', 'When somebody last went to see it.'), audience: 'internal', kind: 'date', section: 'people', width: 7, synonyms: ['调查日期', '踏勘日期', '登记日期', '调查时间'] }),
} as const;

function assetOf<const C extends Category, Detail extends z.ZodObject>(category: C, detail: Detail) {
  return noun({
    ...sharedShape,
    category: field(z.literal(category), { label: text('类别', 'Category'), meaning: text('哪一类资产。', 'What kind of asset it is.'), audience: 'public', kind: 'choice', section: 'identity', places: ['index', 'search', 'table'], width: 6, vocabulary: categories, synonyms: ['资产类别', '资产类型', '类型', '资源类别', '资源类型', '种类', '分类', '资产分类', '大类', '资源种类', '资产种类', '资源分类', '资产大类'] }),
    detail: field(detail, { label: text('类别信息', 'Details'), audience: 'public', kind: 'group', section: 'detail' }),
  });
}

/** One schema per category; the shared fields are the same objects in all of them. */
export const assetSchemas = {
  forest: assetOf('forest', forestDetail),
  farmland: assetOf('farmland', farmlandDetail),
  hydropower: assetOf('hydropower', hydropowerDetail),
  house: assetOf('house', houseDetail),
  hall: assetOf('hall', hallDetail),
  other: assetOf('other', otherDetail),
} as const;

export const assetSchema = z.discriminatedUnion('category', [
  assetSchemas.forest, assetSchemas.farmland, assetSchemas.hydropower, assetSchemas.house, assetSchemas.hall, assetSchemas.other,
]);
export type Asset = z.infer<typeof assetSchema>;
export const assetIdSchema = idSchema;
