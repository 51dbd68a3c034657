import gcoord from 'gcoord';
import { gridOf, type GridCell } from './grids.js';

/** One invented forest plot, as it is; an office then writes it down in its own way. */
export interface Plot {
  readonly code: string; readonly name: string; readonly village: string; readonly mu: number; readonly tree: string; readonly lng: number; readonly lat: number;
  readonly status: 'idle' | 'available' | 'negotiating' | 'leased' | 'signed'; readonly ownership: 'state' | 'collective'; readonly yuan: number; readonly since: string; readonly person: string; readonly phone: string; readonly remark: string;
}

/** Chance that can be repeated (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed * 0x9e3779b9;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const townships = ['云溪镇', '大岙乡', '枫林街道', '古塘镇', '石门乡'];
const villagePool = ['东山村', '和平村', '新联村', '溪口村', '大麦屿村', '前王村', '下应村', '金塘村', '里洋村', '双峰村'];
const codePrefixes = ['YX-LD-', 'LD2025', 'ZY/LD/', '林地-'];
const statusWords: Record<Plot['status'], readonly string[]> = { idle: ['闲置', '撂荒', '未利用', '长期闲置'], available: ['可招商', '待流转', '正在招租'], negotiating: ['洽谈中', '正在对接', '在谈'], leased: ['已出租', '已流转', '租赁中'], signed: ['已签约', '签约', '已签协议'] };
const headers = {
  code: ['资产编号', '编码', '*编号', '林地编号', '统一编号\n（必填）'], name: ['资产名称', '名称', '山林名称', '资源名称\n（全称）', '林地名称'], village: ['所在村', '行政村', '村别', '所属行政村', '村（社区）'],
  tree: ['树种', '主要树种', '优势树种', '林种'], lng: ['经度', '东经', '经度（E）'], lat: ['纬度', '北纬', '纬度（N）'], pair: ['中心点坐标（经度,纬度）', '经纬度', '坐标（经度，纬度）'], status: ['现状', '利用现状', '招商状态', '目前状况'],
  ownership: ['所有权', '权属性质', '产权归属'], since: ['闲置起始时间', '何时起闲置', '闲置年月（如2018.05）'], person: ['联系人及电话', '联系方式', '联系人/电话'], remark: ['备注', '备  注', '其他说明'], sequence: ['序号', '序', 'No.'],
} as const;
type Key = keyof typeof headers | 'area' | 'price';

const areaUnits = [{ name: '亩', mu: 1 }, { name: '公顷', mu: 15 }, { name: '平方米', mu: 0.0015 }, { name: '㎡', mu: 0.0015 }] as const;
const datums = [{ words: '', to: undefined }, { words: '（WGS84）', to: undefined }, { words: '（高德）', to: gcoord.GCJ02 }, { words: '（BD-09）', to: gcoord.BD09 }] as const;

function degrees(value: number, style: number): string {
  const whole = Math.floor(value);
  const minutes = Math.floor((value - whole) * 60);
  const seconds = (((value - whole) * 60 - minutes) * 60).toFixed(2);
  return [`${whole}°${minutes}′${seconds}″`, `${whole}度${minutes}分${seconds}秒`, `${whole}°${minutes}'${seconds}"`, `${whole}-${minutes}-${seconds}`][style] ?? value.toFixed(6);
}

/** A forest ledger as one invented office would keep it: its words, order of columns, header depth, units, datum and habits come from the seed. */
export function forestOffice(seed: number) {
  const random = chance(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const township = pick(townships);
  const villages = villagePool.slice().sort(() => random() - 0.5).slice(0, 5);
  const prefix = pick(codePrefixes);
  const plots: Plot[] = Array.from({ length: 30 }, (_, at) => ({
    code: `${prefix}${String(at + 1).padStart(3, '0')}`, name: `${pick(['后山', '岙里', '石壁', '枫树湾', '高田'])}${at + 1}号${pick(['杉木林', '毛竹林', '松木林'])}`, village: villages[Math.floor(at / 6)] as string,
    mu: Math.round(random() * 5000 + 50) / 10, tree: pick(['杉木', '毛竹', '马尾松', '油茶']), lng: 120.4 + random() * 0.08, lat: 29.3 + random() * 0.08, status: pick(['idle', 'available', 'negotiating', 'leased', 'signed'] as const),
    ownership: pick(['state', 'collective'] as const), yuan: 10 * Math.round(random() * 80 + 3), since: `20${10 + Math.floor(random() * 14)}-0${1 + Math.floor(random() * 9)}`, person: pick(['张某', '李某某', '村经济合作社']), phone: `199${String(10_000_000 + at)}`, remark: pick(['近村道', '需修缮', '']),
  }));
  const unit = pick(areaUnits);
  const datum = pick(datums);
  const together = random() < 0.4;
  const style = Math.floor(random() * 6);
  const grouped = !together && random() < 0.6;
  const villageStyle = pick(['each', 'merged', 'ditto', 'prefixed'] as const);
  const places: readonly Key[] = together ? ['pair'] : random() < 0.5 ? ['lng', 'lat'] : ['lat', 'lng'];
  const middle: (readonly Key[])[] = [['code'], ['name'], ['village'], ['area'], ['tree'], ['ownership'], places, ['status'], ['since'], ['price'], ['person']];
  const order: Key[] = ['sequence', ...middle.sort(() => random() - 0.5).flat(), 'remark'];
  const heading = (key: Key): string => {
    if (key === 'area') return pick(['面积', '林地面积', '占地面积']) + pick([`（${unit.name}）`, `\n(${unit.name})`, `/${unit.name}`]);
    if (key === 'price') return pick(['意向价格（元/亩·年）', '流转价格\n（元/亩/年）', '租金(元/亩.年)']);
    return pick(headers[key]) + (key === 'pair' || (!grouped && (key === 'lng' || key === 'lat')) ? datum.words : '');
  };
  const words = order.map(heading);
  const first = Math.min(...places.map((key) => order.indexOf(key)));
  const head: GridCell[][] = grouped ? [words.map((word, at) => (at === first ? `坐标${datum.words}` : at === first + 1 ? null : word)), words.map((word, at) => (at === first || at === first + 1 ? word : null))] : [words];
  const lead: GridCell[][] = [[`${township}闲置山林资源台账`], ...(random() < 0.5 ? [[`填报单位：${township}人民政府`]] : []), ...(random() < 0.4 ? [[]] : [])];
  const letter = (at: number) => String.fromCharCode(65 + at);
  const top = lead.length + 1;
  const merges = [`A1:${letter(order.length - 1)}1`, ...(grouped ? order.map((_key, at) => (at === first ? `${letter(at)}${top}:${letter(at + 1)}${top}` : at === first + 1 ? '' : `${letter(at)}${top}:${letter(at)}${top + 1}`)).filter(Boolean) : [])];
  const rows: GridCell[][] = [...lead, ...head];
  if (random() < 0.5) rows.push(order.map((key, at) => (at === 0 ? '例' : key === 'name' ? '示例资产' : key === 'area' ? 100 : null)));
  if (random() < 0.5) rows.push(['一、山林']);
  const wanted: { row: number; plot: Plot }[] = [];
  for (const [at, plot] of plots.entries()) {
    const repeated = at % 6 !== 0;
    const [x, y] = datum.to ? (gcoord.transform([plot.lng, plot.lat], gcoord.WGS84, datum.to) as [number, number]) : [plot.lng, plot.lat];
    const cells: Record<Key, GridCell> = {
      sequence: at + 1, code: plot.code, name: plot.name, tree: plot.tree, area: Number((plot.mu / unit.mu).toFixed(3)), lng: style < 4 ? degrees(x, style) : Number(x.toFixed(6)), lat: style < 4 ? degrees(y, style) : Number(y.toFixed(6)),
      pair: style < 3 ? `${degrees(x, style)}，${degrees(y, style)}` : `${x.toFixed(6)},${y.toFixed(6)}`, status: pick(statusWords[plot.status]), ownership: plot.ownership === 'state' ? pick(['国有', '国家所有']) : pick(['村集体', '集体所有']),
      since: pick([plot.since, plot.since.replace('-', '.'), `${plot.since.slice(0, 4)}年${Number(plot.since.slice(5))}月`]), price: pick([plot.yuan, `${plot.yuan} `, `${plot.yuan}元/亩·年`]),
      person: pick([`${plot.person}：${plot.phone}`, `${plot.person}\n${plot.phone}`, `${plot.phone} ${plot.person}`, `${plot.person}${plot.phone}`]), remark: plot.remark || null,
      village: !repeated || villageStyle === 'each' ? plot.village : villageStyle === 'merged' ? null : villageStyle === 'ditto' ? pick(['同上', '〃']) : `${township}${plot.village}`,
    };
    wanted.push({ row: rows.length + 1, plot });
    if (!repeated && villageStyle === 'merged') merges.push(`${letter(order.indexOf('village'))}${rows.length + 1}:${letter(order.indexOf('village'))}${rows.length + 6}`);
    rows.push(order.map((key) => cells[key]));
  }
  rows.push([pick(['合计', '总　计'])], [], ['注：面积以实测为准。']);
  return { grid: gridOf(rows, { name: pick(['Sheet1', '林地', '1.山林']), merges }), wanted };
}
