import { z } from 'zod';
import { dateSchema } from './common.js';
import { field, noun } from './field.js';
import { text } from './text.js';

const words = (limit = 200) => z.string().max(limit).optional();
const measure = () => z.number().nonnegative().optional();

// Fields that several categories of building share are declared once, here.
const structure = field(words(), { label: text('结构', 'Structure'), audience: 'public', kind: 'text', section: 'detail', places: ['index', 'card'], width: 6, synonyms: ['房屋结构', '建筑结构', '结构类型', '结构形式', '建筑结构类型', '主体结构', '结构类别', '建筑形式'] });
const floors = field(measure(), { label: text('层数', 'Floors'), audience: 'public', kind: 'number', section: 'detail', places: ['index', 'card', 'headline'], width: 4, unit: text('层', 'floors'), synonyms: ['楼层', '楼层数', '建筑层数', '房屋层数', '地上层数', '总层数', '层'] });
const builtYear = field(z.number().int().min(600).max(2200).optional(), { label: text('建成年份', 'Built'), audience: 'public', kind: 'number', section: 'detail', places: ['card'], width: 6, unit: text('年', ''), synonyms: ['建造年份', '建造年代', '建成时间', '建设年代', '始建年代', '建筑年代', '投产年份', '竣工年份', '建设年份', '建成年代', '建造时间', '建房年份', '建筑年份', '修建年份', '修建年代', '始建时间', '始建年份', '投产时间', '投产年月', '建成投产时间', '建成日期', '竣工时间', '年代', '建成投产年份', '建站时间', '建设时间', '落成时间', '建成投产年月', '建房时间', '建造时间年', '修建时间', '建筑时间', '建造年月', '建成年月', '房龄年代'] });
const protection = field(words(), { label: text('文保级别', 'Heritage protection'), audience: 'public', kind: 'text', section: 'detail', places: ['index', 'card'], width: 7, synonyms: ['是否文保', '文物保护', '文保情况', '是否文物', '保护级别', '文物保护级别', '文保单位', '是否文保单位', '是否文物保护单位', '是否属文保', '是否为文物', '是否历史建筑', '历史建筑', '文物等级', '保护等级', '是否文保建筑', '是否文物建筑', '文物保护单位'] });
const dangerGrade = field(words(), { label: text('危房等级', 'Safety grade'), audience: 'public', kind: 'text', section: 'detail', places: ['index'], width: 6, synonyms: ['房屋安全等级', '危房鉴定', '鉴定等级'] });
const repair = field(words(), { label: text('修缮状态', 'State of repair'), audience: 'public', kind: 'text', section: 'detail', places: ['card'], width: 7, synonyms: ['修缮情况', '房屋现况', '完好程度', '房况'] });
const currentUse = field(words(), { label: text('现用途', 'Present use'), audience: 'public', kind: 'text', section: 'detail', places: ['card'], width: 8, synonyms: ['现状用途', '目前用途', '当前用途', '原用途'] });
const capacity = field(measure(), { label: text('容纳人数', 'Seats'), audience: 'public', kind: 'number', section: 'detail', places: ['index', 'headline'], width: 6, unit: text('人', 'people'), synonyms: ['可容纳人数', '座位数', '容量'] });

export const forestDetail = noun({
  treeSpecies: field(words(), { label: text('林种', 'Tree species'), audience: 'public', kind: 'text', section: 'detail', places: ['index', 'card', 'search'], width: 6, synonyms: ['主要树种', '树种', '优势树种', '林木种类', '林分类型', '植被', '主要植被', '森林类型', '林木树种', '主栽树种', '主要林种', '树种组成', '主导树种', '林种树种', '植被类型', '树种类型', '林木', '主要林木'] }),
  stockVolume: field(measure(), { label: text('蓄积量', 'Growing stock'), audience: 'public', kind: 'number', section: 'detail', places: ['headline'], width: 7, unit: text('m³', 'm³'), synonyms: ['林木蓄积', '活立木蓄积', '蓄积'] }),
  canopyDensity: field(z.number().min(0).max(1).optional(), { label: text('郁闭度', 'Canopy density'), audience: 'public', kind: 'number', section: 'detail', places: ['headline'], width: 5 }),
  slope: field(words(), { label: text('坡度', 'Slope'), audience: 'public', kind: 'text', section: 'detail', places: ['card'], width: 6 }),
  elevation: field(words(), { label: text('海拔', 'Elevation'), audience: 'public', kind: 'text', section: 'detail', places: ['card'], width: 6, unit: text('米', 'm'), synonyms: ['海拔高度', '高程'] }),
  compartment: field(words(), { label: text('林班 / 小班', 'Compartment'), audience: 'internal', kind: 'text', section: 'detail', width: 8, synonyms: ['林班', '小班', '林班号', '小班号', '林班小班'] }),
});

export const farmlandDetail = noun({
  landType: field(words(), { label: text('地类', 'Land type'), audience: 'public', kind: 'text', section: 'detail', places: ['index', 'card', 'search'], width: 6, synonyms: ['土地类型', '地块类型', '土地类别', '耕地类型', '土地利用现状', '耕地类别', '田块类型', '地类名称', '土地种类', '农地类型', '地块性质', '农田类型', '土地类'] }),
  quality: field(words(), { label: text('质量等级', 'Quality grade'), audience: 'public', kind: 'text', section: 'detail', places: ['card'], width: 6, synonyms: ['耕地等级', '地力等级', '质量等别'] }),
  basicFarmland: field(z.boolean().optional(), { label: text('永久基本农田', 'Permanent basic farmland'), audience: 'public', kind: 'boolean', section: 'detail', places: ['index', 'card'], width: 7, synonyms: ['是否永久基本农田', '是否基本农田', '基本农田', '永农', '是否永农', '是否属永久基本农田', '是否为基本农田', '是否基农', '基农', '是否涉及永久基本农田', '是否永久性基本农田', '是否属基本农田', '是否为永久基本农田', '是否在永久基本农田', '永久基本农田情况', '是否划入永久基本农田'] }),
  irrigation: field(words(), { label: text('灌溉', 'Irrigation'), audience: 'public', kind: 'text', section: 'detail', places: ['card'], width: 6, synonyms: ['灌溉条件', '水利条件', '灌溉设施'] }),
  planting: field(words(), { label: text('种植现状', 'Crops now'), audience: 'public', kind: 'text', section: 'detail', places: ['card'], width: 8, synonyms: ['种植情况', '现种作物', '主要作物'] }),
  bounds: field(words(400), { label: text('四至', 'Bounds'), audience: 'public', kind: 'text', section: 'detail', width: 14, synonyms: ['四至范围', '四至界限', '四至边界', '四至情况', '地块四至'] }),
});

export const hydropowerDetail = noun({
  capacityKw: field(measure(), { label: text('装机容量', 'Installed capacity'), meaning: text('电站各机组功率之和。', 'The power of all its units together.'), audience: 'public', kind: 'number', section: 'detail', places: ['headline', 'index'], width: 6, unit: text('kW', 'kW'), synonyms: ['装机', '总装机', '装机规模', '装机容量kw', '额定功率', '总装机容量', '装机功率', '容量', '机组容量', '装机总容量', '电站装机'] }),
  annualOutputKwh: field(measure(), { label: text('年均发电量', 'Annual output'), audience: 'public', kind: 'number', section: 'detail', places: ['headline'], width: 7, unit: text('kWh', 'kWh'), synonyms: ['年发电量', '年均发电', '多年平均发电量', '设计年发电量', '平均年发电量', '年发电', '发电量', '年平均发电量', '多年平均年发电量', '设计年均发电量', '近三年平均发电量', '平均发电量'] }),
  headM: field(measure(), { label: text('水头', 'Head'), audience: 'public', kind: 'number', section: 'detail', places: ['headline'], width: 5, unit: text('米', 'm'), synonyms: ['设计水头', '净水头', '额定水头', '毛水头', '落差', '水位落差', '发电水头', '工作水头'] }),
  flow: field(measure(), { label: text('引用流量', 'Design flow'), audience: 'public', kind: 'number', section: 'detail', places: ['card'], width: 6, unit: text('m³/s', 'm³/s'), synonyms: ['设计流量', '发电流量', '流量', '设计引水流量', '引水流量', '发电引用流量', '设计引用流量'] }),
  river: field(words(), { label: text('所在河流', 'River'), audience: 'public', kind: 'text', section: 'detail', places: ['index', 'card', 'search'], width: 7, synonyms: ['河流', '流域', '所在流域', '水系', '河道', '所在溪流', '取水水源', '水源', '取水河流', '溪流', '所属河流', '所属流域', '河流名称', '所在水系', '引水河流', '所属水系', '取水溪流'] }),
  builtYear,
  gridConnection: field(words(), { label: text('并网', 'Grid connection'), audience: 'public', kind: 'text', section: 'detail', places: ['card'], width: 6, synonyms: ['并网情况', '上网方式', '并网电压'] }),
  waterPermitNo: field(words(), { label: text('取水许可证号', 'Water permit'), audience: 'internal', kind: 'text', section: 'detail', width: 10, synonyms: ['许可证编号', '取水许可证', '取水证号', '取水许可编号', '许可证号', '取水许可证编号', '取水证编号', '取水许可', '取水证', '取水许可证书编号', '取水许可文号', '许可证'] }),
  waterPermitExpiry: field(dateSchema.optional(), { label: text('取水许可有效期至', 'Water permit until'), audience: 'public', kind: 'date', section: 'detail', places: ['card'], width: 8, synonyms: ['有效期至', '取水许可有效期', '许可有效期', '到期时间', '有效期', '到期日期', '取水许可证有效期', '许可证有效期', '许可证到期时间', '取水许可到期时间', '许可截止日期', '有效期限', '有效期止', '截止日期', '许可到期日', '许可期限', '证件有效期', '取水许可证有效期至', '许可证有效期至', '取水证有效期', '许可有效期至', '取水许可证到期时间', '取水许可证到期日'] }),
  irrigatedArea: field(measure(), { label: text('灌溉面积', 'Irrigated area'), audience: 'public', kind: 'area', section: 'detail', width: 7, unit: text('㎡', '㎡') }),
});

export const houseDetail = noun({ structure, floors, builtYear, repair, protection, dangerGrade, currentUse });

export const hallDetail = noun({
  capacity, structure, floors, builtYear, protection, dangerGrade, currentUse,
  facilities: field(words(400), { label: text('设施', 'Facilities'), audience: 'public', kind: 'text', section: 'detail', places: ['card'], width: 8, synonyms: ['设施设备', '配套设备'] }),
  opening: field(words(), { label: text('开放方式', 'Opening'), audience: 'public', kind: 'text', section: 'detail', places: ['card'], width: 6, synonyms: ['开放情况', '开放时间'] }),
});

export const otherDetail = noun({ structure, floors, builtYear, protection, dangerGrade, currentUse, capacity });
