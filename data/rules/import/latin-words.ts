import { latinSpellings } from '../pinyin-readings.js';
import { columnWords, type ColumnWord, type Role } from './column-words.js';
import type { TableNoun } from './match-columns.js';

/** A column that a Latin field name may mean, and how surely (60–100). */
export interface LatinWord extends ColumnWord { readonly score: number; readonly word: string }

/** English names that map makers give their fields, by role; the field registry's own English labels count besides. */
const english: Readonly<Record<string, readonly string[]>> = {
  name: ['name', 'title', 'assetname', 'parcelname', 'placename', 'sitename'],
  code: ['code', 'number', 'assetcode', 'assetid', 'assetno', 'parcelcode', 'parcelid', 'parcelno', 'landno', 'no', 'refno', 'uid'],
  category: ['category', 'type', 'kind', 'class', 'assettype', 'landtype'],
  village: ['village', 'villagename', 'cun'],
  address: ['address', 'addr', 'location', 'place', 'locality', 'site'],
  siteArea: ['area', 'sitearea', 'landarea', 'acreage', 'parcelarea', 'size', 'surface'],
  floorArea: ['floorarea', 'buildingarea', 'builtarea', 'gfa', 'constructionarea'],
  status: ['status', 'state', 'availability', 'currentstatus'],
  ownership: ['ownership', 'tenure', 'ownertype'],
  owner: ['owner', 'ownername', 'proprietor', 'holder'],
  certificateNo: ['certificateno', 'certificate', 'certno', 'deedno', 'titleno'],
  price: ['price', 'rent', 'askingprice', 'annualrent'],
  idleSince: ['idlesince', 'vacantsince'],
  notes: ['notes', 'note', 'remark', 'remarks', 'comment', 'comments', 'description', 'desc', 'memo'],
  '#contact': ['contact', 'contactperson', 'contactname'], '#phone': ['phone', 'tel', 'telephone', 'mobile', 'contactphone'],
  '#lng': ['lng', 'lon', 'long', 'longitude', 'x', 'pointx', 'xcoord', 'coordx'], '#lat': ['lat', 'latitude', 'y', 'pointy', 'ycoord', 'coordy'], '#datum': ['datum', 'crs', 'srs'],
  'detail.treeSpecies': ['treespecies', 'species', 'trees', 'foresttype'], 'detail.structure': ['structure'], 'detail.floors': ['floors', 'storeys', 'stories', 'levels'],
  'detail.builtYear': ['builtyear', 'yearbuilt', 'built', 'constructionyear'], 'detail.capacityKw': ['capacity', 'capacitykw', 'power', 'installedcapacity'], 'detail.river': ['river', 'stream'],
  'detail.headM': ['head', 'headm'], 'detail.basicFarmland': ['basicfarmland', 'primefarmland'],
  '#sequence': ['sn', 'seq', 'serial', 'serialno', 'index', 'rownumber'],
  '#ignored': ['fid', 'gid', 'oid', 'objectid', 'objectid1', 'ysdm', 'bsm', 'shapearea', 'shapeleng', 'shapelength', 'shapelen', 'shapestarea', 'shapestlength', 'shapestle', 'perimeter', 'layer', 'path', 'timestamp', 'begin', 'end', 'altitudemode', 'tessellate', 'extrude', 'visibility', 'draworder', 'icon', 'gxmedialinks', 'styleurl', 'stylehash', 'stylemaphash', 'fill', 'stroke', 'strokewidth', 'strokeopacity', 'fillopacity', 'markercolor', 'markersize', 'markersymbol', 'snippet', 'global', 'globalid', 'folderpath', 'symbolid', 'popupinfo', 'clamped', 'altmode', 'base', 'layername', 'refname', 'txtmemo', 'entity', 'handle', 'linetype', 'elevation1', 'photo', 'photos', 'image', 'color', 'colour', 'creator', 'editor', 'createtime', 'createdate', 'updatetime', 'editdate', 'createuser'],
};
/** Field names of the land and forest surveys, spelt out: their initials and pinyin name columns (GB/T 35958, TD/T 1016, LY/T 1438). */
const surveyed: Readonly<Record<string, readonly string[]>> = {
  code: ['资产编号', '资源编号', '资产编码', '资源编码', '统一编号', '地块编号', '小班编号', '地块编码', '地块代码', '宗地代码', '不动产单元代码'],
  name: ['地块名称', '资产名称', '小班名称', '图斑名称', '宗地名称'],
  village: ['所属村名称', '所在村名称', '村名称', '行政村名称', '所属村', '所在村', '坐落单位名称', '行政村', '村民委员会', '村', '所属行政村', '所在行政村'],
  siteArea: ['实测面积', '地块面积', '图斑面积', '宗地面积', '小班面积', '占地面积', '实际面积', '面积', '图斑地类面积'],
  'detail.basicFarmland': ['是否基本农田', '是否永久基本农田', '是否为基本农田', '是否永农'],
  'detail.landType': ['地类名称', '土地利用类型', '地类'], 'detail.quality': ['地力等级', '耕地等级'],
  owner: ['承包方名称', '权利人', '承包方代表', '户主姓名', '权利人名称', '使用权人', '林权权利人'],
  notes: ['备注', '地块备注信息', '备注信息', '说明'],
  certificateNo: ['不动产权证号', '林权证号', '权证编号', '权属证号', '证书编号'],
  'detail.treeSpecies': ['优势树种', '主要树种', '树种', '树种组成'], 'detail.compartment': ['小班', '林班', '小班号', '林班号'],
  'detail.canopyDensity': ['郁闭度'], 'detail.stockVolume': ['活立木蓄积', '蓄积量', '小班蓄积'], 'detail.slope': ['坡度'], 'detail.elevation': ['海拔', '平均海拔'],
  ownership: ['土地权属', '林地权属', '所有权性质', '权属性质', '权属'],
  status: ['现状', '利用现状', '使用状态', '状态'], category: ['资产类别', '资产类型', '类别', '类型'], address: ['坐落', '地址', '小地名', '坐落位置'],
  '#ignored': ['标识码', '要素代码', '乡镇', '乡', '县', '省', '图斑编号长度'], '#lng': ['经度'], '#lat': ['纬度'], '#sequence': ['序号'],
};
/** Initials of two letters mean too many things; these are everyday. */
const shortInitials = new Set(['mc', 'bh', 'bm', 'bz', 'mj', 'cm', 'zt', 'lb', 'lx', 'qs', 'zl', 'jd', 'wd', 'xh', 'sz', 'dl']);

const squeezed = (key: string) => key.toLowerCase().replace(/[\s_\-.·]+/g, '');
/** True for a field name of Latin letters. */
export const isLatin = (key: string) => /^[a-z][\w\s\-.·]*$/i.test(key);

const built = new Map<TableNoun, ReadonlyMap<string, readonly LatinWord[]>>();

function build(noun: TableNoun): Map<string, LatinWord[]> {
  const found = new Map<string, LatinWord[]>();
  const definitions = new Map<Role, ColumnWord>();
  for (const entries of columnWords[noun].values()) for (const entry of entries) if (!definitions.has(entry.role) || entry.definition) definitions.set(entry.role, entry);
  const put = (key: string, role: Role, score: number, word: string) => {
    const entry = definitions.get(role) ?? (role.startsWith('#') ? { role } : undefined);
    if (!key || !entry) return;
    const list = found.get(key) ?? [];
    const held = list.findIndex((one) => one.role === role);
    if (held < 0) list.push({ ...entry, score, word });
    else if ((list[held] as LatinWord).score < score) list[held] = { ...entry, score, word };
    found.set(key, list);
  };
  for (const entry of definitions.values()) if (entry.definition) put(squeezed(entry.definition.label.en), entry.role, 90, entry.definition.label.en);
  for (const [role, words] of Object.entries(english)) for (const word of words) put(word, role, 92, word);
  const spell = (word: string, role: Role, score: number) => {
    const { full, initials } = latinSpellings(word);
    for (const spelling of full) if (spelling.length >= 4 || word.length === 1) put(squeezed(spelling), role, score + (word.length === 1 ? -10 : 4), word);
    for (const spelling of initials) if (spelling.length >= 3 || (word.length === 2 && shortInitials.has(spelling))) put(squeezed(spelling), role, score - (spelling.length === 2 ? 8 : 0), word);
  };
  if (noun === 'asset') for (const [role, words] of Object.entries(surveyed)) for (const [at, word] of words.entries()) spell(word, role, 86 - Math.min(at, 10));
  for (const [word, entries] of columnWords[noun]) if (/^[\u4e00-\u9fff]{2,8}$/.test(word)) for (const entry of entries) spell(word, entry.role, entry.definition?.label.zh === word ? 80 : 74);
  return found;
}

/** A table of a shapefile cuts the names of its fields at ten letters (dBASE III). */
const cutLength = 10;

/** The columns whose names begin with these letters: JIANZHUMIA is 建筑面积. Of several for one role the surest. */
function cutShort(words: ReadonlyMap<string, readonly LatinWord[]>, begin: string): LatinWord[] {
  const found = new Map<Role, LatinWord>();
  for (const [spelt, entries] of words) {
    if (!spelt.startsWith(begin)) continue;
    for (const entry of entries) if (entry.score > (found.get(entry.role)?.score ?? 0)) found.set(entry.role, entry);
  }
  return [...found.values()].map((entry) => ({ ...entry, score: entry.score - 6 }));
}

/** The columns that a Latin field name may mean: English words, pinyin, or its initials (DKMC: 地块名称). */
export function latinWordsFor(key: string, noun: TableNoun): readonly LatinWord[] {
  if (!isLatin(key)) return [];
  let words = built.get(noun);
  if (!words) built.set(noun, (words = build(noun)));
  const spelt = squeezed(key);
  return words.get(spelt) ?? (spelt.length === cutLength ? cutShort(words, spelt) : []);
}
