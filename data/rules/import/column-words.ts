import { assetFields, projectFields, type FieldDefinition } from '../../schema/fields.js';
import { identityTitle } from '../slice/identity-title.js';
import { plain } from './cell.js';

/** What a column may hold besides a field of the record. */
export type SpecialRole = '#sequence' | '#lng' | '#lat' | '#pair' | '#contact' | '#phone' | '#datum' | '#area-unit' | '#ignored' | '#tick';
/** What a column is taken for: a path of the record, or a special role. */
export type Role = SpecialRole | (string & {});

/** Words of columns that are no field of their own; everything else comes from the field registry. */
const special: Readonly<Record<Exclude<SpecialRole, '#tick'>, readonly string[]>> = {
  '#sequence': ['序号', '序', '编次', '顺序号', '顺序', '项次', 'no', 'no.', '行号', '号', '排序', '序列号', '#'],
  '#lng': ['经度', '东经', '经', 'lng', 'lon', 'longitude', 'e', '东经度', '经度坐标', 'x', 'x坐标', '经度e', '东经e', '横坐标', 'x轴'],
  '#lat': ['纬度', '北纬', '纬', 'lat', 'latitude', 'n', '北纬度', '纬度坐标', 'y', 'y坐标', '纬度n', '北纬n', '纵坐标', 'y轴'],
  '#pair': ['坐标点', '坐标信息', '定位', '定位坐标', '点位', '点位坐标', '厂房坐标', '地理坐标', 'gps坐标', 'gps', 'gps定位', '经纬度坐标', '坐标经纬度', '经纬', '拐点坐标', '坐标数据', '空间坐标', '东经北纬', '经度纬度', '纬度经度', '坐标经度纬度', '地图坐标', '导航坐标', '高德坐标', '百度坐标', '腾讯坐标', '奥维坐标', 'coordinates'],
  '#contact': ['联系人信息', '联系人姓名', '联系人及方式', '联系人及联系方式', '联系人联系方式', '联系人联系电话', '联系人手机', '联系人及手机', '联系人及手机号', '联系人和电话', '联系人与电话', '联系人及联系电话', '联系人电话号码', '姓名电话', '姓名及电话', '负责人', '负责人电话', '负责人联系方式', '对接人', '对接人及电话', '招商联系人', '招商联系人及电话', '项目联系人', '项目联系人及电话', '联络员', '联络员及电话', '村级联系人', '联系人员'],
  '#phone': ['联系电话', '电话', '手机', '手机号', '手机号码', '联系手机', '电话号码', '联系号码', '联系人电话号码', '移动电话', '联络电话', '咨询电话', 'tel', 'phone'],
  '#datum': ['坐标系', '坐标系统', '坐标类型', '坐标基准', '坐标来源', '基准'],
  '#area-unit': ['面积单位', '计量单位'],
  '#ignored': [identityTitle, '闲置年限', '闲置时长', '闲置年数', '闲置期限', '乡镇', '所属乡镇', '所在乡镇', '乡镇名称', '镇街', '乡镇街道', '街道', '乡(镇)', '县区', '县市区', '区县', '县', '所在县', '市', '填报人', '填报时间', '填报单位', '审核人', '更新时间', '上报时间', '照片', '图片', '附图', '附件', '图号', '照片编号', '是否有照片', '宗数', '数量', '个数', '处数'],
};

export interface ColumnWord { readonly role: Role; readonly definition?: FieldDefinition }

const skippedKinds = new Set(['system', 'geometry', 'media', 'group', 'point']);

function wordsOf(fields: readonly FieldDefinition[]): Map<string, ColumnWord[]> {
  const words = new Map<string, ColumnWord[]>();
  const add = (word: string, entry: ColumnWord) => {
    const key = plain(word);
    const known = words.get(key);
    if (!known) words.set(key, [entry]);
    else if (!known.some((other) => other.role === entry.role)) known.push(entry);
  };
  for (const definition of fields) {
    const names = [definition.label.zh, ...(definition.synonyms ?? [])];
    if (definition.path === 'location' && definition.kind === 'point') for (const name of names) add(name, { role: '#pair', definition });
    if (definition.path === 'contact') for (const name of names) add(name, { role: '#contact', definition });
    if (skippedKinds.has(definition.kind) || definition.path === 'contact') continue;
    for (const name of names) add(name, { role: definition.path, definition });
  }
  for (const [role, names] of Object.entries(special)) for (const name of names) add(name, { role });
  return words;
}

/** Header words of each noun, as `plain` leaves them, and the columns they may name. */
export const columnWords = { asset: wordsOf(assetFields), project: wordsOf(projectFields) } as const;

/** True for a word that heads some column of either table. */
export const isHeaderWord = (word: string) => columnWords.asset.has(word) || columnWords.project.has(word);
