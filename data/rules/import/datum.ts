import gcoord from 'gcoord';
import type { Location } from '../../schema/common.js';
import { text, type Text } from '../../schema/text.js';
import type { Datum } from '../../schema/vocabularies.js';

/** What words say about a datum: one that is converted, or an old one that cannot be without local parameters. */
export type NamedDatum = Datum | 'unsupported';

const names: readonly (readonly [RegExp, NamedDatum])[] = [
  [/wgs-?_?(?:19)?84|(?<!\d)84坐标|世界大地坐标/i, 'WGS-84'],
  [/cgcs-?2000|2000国家|国家2000|2000坐标|大地2000|大地坐标系?2000|国家大地坐标|4490/i, 'CGCS2000'],
  [/gcj-?_?(?:20)?02|火星|国测局/i, 'GCJ-02'],
  [/bd-?_?(?:20)?09|百度坐标系/i, 'BD-09'],
  [/西安-?(?:19)?80|北京-?(?:19)?54|xian-?80|beijing-?54|(?<!\d)(?:80|54)坐标/i, 'unsupported'],
];
/** Map products and what their pickers give in China. */
const products: readonly (readonly [RegExp, NamedDatum])[] = [
  [/百度/, 'BD-09'],
  [/高德|腾讯|微信|谷歌地图|google地图|googlemap|奥维|两步路/i, 'GCJ-02'],
  [/天地图/, 'CGCS2000'],
  [/谷歌地球|googleearth|手持gps|gps|rtk|北斗/i, 'WGS-84'],
];

/** The datum that a text names. A product stands for its usual datum; 已换算为 X names X. */
export function datumIn(words: string): NamedDatum | undefined {
  const text = words.normalize('NFKC').replace(/\s+/g, '');
  const turned = /(?:换算|转换|转|纠偏|纠正|改正)(?:成|为|到|至)(.*)$/.exec(text);
  if (turned) {
    const target = datumIn(turned[1] as string);
    if (target) return target;
  }
  for (const [pattern, datum] of names) if (pattern.test(text)) return datum;
  for (const [pattern, datum] of products) if (pattern.test(text)) return datum;
  return undefined;
}

/** The datum that a text names itself; that of a product (奥维, 高德) does not count. */
export function datumNamed(words: string): NamedDatum | undefined {
  const text = words.normalize('NFKC').replace(/\s+/g, '');
  // A legend of prefixes (g=GCJ-02，无前缀=WGS84) says of rows, not of the file.
  if (/前缀|首标志|偏移标志/.test(text)) return undefined;
  return names.some(([pattern]) => pattern.test(text)) ? datumIn(words) : undefined;
}

/** Programs that write survey files, and the datum of what they write. */
const writers: readonly (readonly [RegExp, Datum, Text])[] = [
  [/奥维|ovital|omap/i, 'GCJ-02', text('奥维', 'Ovital Map')],
  [/两步路|2bulu/i, 'GCJ-02', text('两步路', '2bulu')],
  [/高德|amap/i, 'GCJ-02', text('高德', 'AMap')],
  [/腾讯地图/i, 'GCJ-02', text('腾讯地图', 'Tencent Maps')],
  [/百度地图/i, 'BD-09', text('百度地图', 'Baidu Maps')],
  [/天地图/, 'CGCS2000', text('天地图', 'Tianditu')],
  [/谷歌地球|google\s*earth|kh\.google|libkml/i, 'WGS-84', text('谷歌地球', 'Google Earth')],
  [/qgis|ogr2?ogr|gdal|arcgis|esri|arcmap|global\s*mapper|map\s*gis|supermap/i, 'WGS-84', text('地理信息软件', 'a GIS')],
  [/garmin|佳明|集思宝|手持\s*gps|rtk/i, 'WGS-84', text('卫星定位仪', 'a satellite receiver')],
];

/** The program that a text names as the writer of a file. */
export function writerIn(words: string): { readonly datum: Datum; readonly name: Text } | undefined {
  const found = writers.find(([pattern]) => pattern.test(words.normalize('NFKC')));
  return found ? { datum: found[1], name: found[2] } : undefined;
}

/** Turns degrees of a datum into WGS-84. CGCS2000 is taken as WGS-84 (they differ by centimetres). */
export function toWgs84(lng: number, lat: number, datum: Datum): Location {
  if (datum !== 'GCJ-02' && datum !== 'BD-09') return { lng, lat };
  const [x, y] = gcoord.transform([lng, lat], datum === 'GCJ-02' ? gcoord.GCJ02 : gcoord.BD09, gcoord.WGS84) as [number, number];
  return { lng: Number(x.toFixed(8)), lat: Number(y.toFixed(8)) };
}

/** What a datum is stored and shown as; an unsupported one counts as WGS-84, with a doubt on each row. */
export const storedDatum = (datum: NamedDatum): Datum => (datum === 'unsupported' ? 'WGS-84' : datum);
