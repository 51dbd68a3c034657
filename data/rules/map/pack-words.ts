import { packDatums, type PackDatum } from '../../schema/map-pack.js';
import { text, type Text } from '../../schema/text.js';

/** What a pack and its file say of themselves. `names` are its own name and those of its file and folder. */
export interface PackWords { readonly names: readonly string[]; readonly attribution: string; readonly description: string; readonly licence: string }
/** What is proposed from those words; the first of `datums` is proposed, `evidence` says why, or that nothing speaks for it. */
export interface WordsRead {
  readonly datums: readonly { readonly datum: PackDatum; readonly evidence: Text | null }[];
  /** True when the words say that it is a map of Baidu's, or in its datum. */
  readonly isBaidu: boolean;
  readonly attribution: string;
  readonly approvalNumber: string;
  readonly licence: string;
}

interface Source { readonly words: RegExp; readonly datum: PackDatum; readonly name: Text }
/** A datum that is named itself counts before any product. */
const named: readonly Source[] = [
  { words: /gcj-?_?(?:20)?02|火星|国测局|有偏移|未纠偏/i, datum: 'GCJ-02', name: text('GCJ-02（火星坐标）', 'GCJ-02') },
  { words: /cgcs-?_?2000|国家2000|2000国家|大地2000|epsg:?4490/i, datum: 'CGCS2000', name: text('CGCS2000', 'CGCS2000') },
  { words: /wgs-?_?(?:19)?84|无偏移?|已?纠偏/i, datum: 'WGS-84', name: text('WGS-84（无偏移）', 'WGS-84 (not shifted)') },
];
/** Whose map it is. Google draws streets of China shifted; its pictures from above are not, as its Earth shows them. */
const products: readonly Source[] = [
  { words: /高德|amap|autonavi|gaode/i, datum: 'GCJ-02', name: text('高德地图', 'AMap') },
  { words: /腾讯|tencent|soso|qq地图|qqmap/i, datum: 'GCJ-02', name: text('腾讯地图', 'Tencent Maps') },
  { words: /谷歌中国|google\.cn|googlecn|google-?china/i, datum: 'GCJ-02', name: text('谷歌中国', 'Google China') },
  { words: /天地图|tianditu/i, datum: 'CGCS2000', name: text('天地图', 'Tianditu') },
  { words: /openstreetmap|(?<![a-z])osm(?![a-z])|protomaps|openmaptiles|planetiler/i, datum: 'WGS-84', name: text('OpenStreetMap', 'OpenStreetMap') },
  { words: /谷歌地球|谷歌卫星|谷歌影像|google-?_?(?:earth|sat)/i, datum: 'WGS-84', name: text('谷歌地球影像', 'Google Earth imagery') },
  { words: /谷歌|google/i, datum: 'GCJ-02', name: text('谷歌地图', 'Google Maps') },
  { words: /必应|(?<![a-z])bing(?![a-z])|virtualearth/i, datum: 'WGS-84', name: text('必应地图', 'Bing Maps') },
  { words: /esri|arcgisonline|world_?imagery|mapbox|sentinel|landsat|哨兵/i, datum: 'WGS-84', name: text('国际影像', 'an international map service') },
];
const baidu = /百度|baidu|bd-?_?(?:20)?09/i;
/** 已转为 WGS-84 tells of what it was before, too. */
const turned = /(?:换算|转换|转|纠偏|纠正)(?:成|为|到|至)(.*)$/;

const plain = (words: string) => words.normalize('NFKC').replace(/\s+/g, '');
function datumSaid(words: string): Source | 'baidu' | undefined {
  const target = turned.exec(words)?.[1];
  if (target) {
    const said = datumSaid(target);
    if (said) return said;
  }
  return named.find((source) => source.words.test(words)) ?? (baidu.test(words) ? 'baidu' : products.find((source) => source.words.test(words)));
}

/** Text as a person reads it: links and entities of a web page taken off. */
function unmarked(words: string): string {
  const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', copy: '©', '#169': '©', '#39': "'" };
  return words.replace(/<[^>]*>/g, '').replace(/&(#?\w+);/g, (whole, name: string) => entities[name.toLowerCase()] ?? whole).replace(/\s+/g, ' ').trim();
}

/** 审图号 as it is printed: GS（2024）0001号, GS京（2023）1061号, 浙S（2022）12号. Nothing is made up: what does not look like one is none. */
export function approvalNumberIn(words: string): string {
  const found = /((?:GS|[\u4e00-\u9fff]{1,2}S)[\u4e00-\u9fff]{0,2})\s*[（(〔[]\s*(\d{4})\s*[）)〕\]]\s*(?:第\s*)?(\d{1,6})\s*号/i.exec(words.normalize('NFKC'));
  return found ? `${(found[1] as string).replace(/^审图号/, '').toUpperCase()}（${found[2]}）${found[3]}号` : '';
}

const licences: readonly (readonly [RegExp, string])[] = [
  [/odbl|open\s*(?:data\s*commons\s*)?(?:open\s*)?database\s*licen[cs]e/i, 'ODbL 1.0'],
  [/cc0|public\s*domain/i, 'CC0 1.0'],
  [/cc[\s-]*by[\s-]*sa/i, 'CC BY-SA'],
  [/cc[\s-]*by(?![\s-]*(?:nc|nd))/i, 'CC BY'],
];
function licenceOf({ licence, attribution, description }: PackWords): string {
  if (licence.trim()) return unmarked(licence).slice(0, 300);
  const words = `${attribution} ${description}`;
  return licences.find(([pattern]) => pattern.test(words))?.[1] ?? (/openstreetmap/i.test(words) ? 'ODbL 1.0' : '');
}

/** Reads datum, 审图号 and licence out of what a pack says of itself. What its words do not say stays open. */
export function readPackWords(words: PackWords): WordsRead {
  const parts: readonly (readonly [string, Text])[] = [
    [words.attribution, text('版权说明', 'attribution')], [words.description, text('说明', 'description')], ...words.names.map((name) => [name, text('名称', 'name')] as const),
  ];
  const said = parts.flatMap(([part, where]) => {
    const source = datumSaid(plain(part));
    return source ? [{ source, where }] : [];
  });
  const [first] = said;
  const found = first && first.source !== 'baidu' ? { source: first.source, where: first.where } : undefined;
  const evidence = found ? text(`${found.where.zh}里写着「${found.source.name.zh}」，通常是 ${found.source.datum}`, `its ${found.where.en} says ${found.source.name.en}, which is usually ${found.source.datum}`) : null;
  const proposed = found?.source.datum ?? 'WGS-84';
  return {
    datums: [proposed, ...packDatums.filter((datum) => datum !== proposed)].map((datum) => ({ datum, evidence: datum === found?.source.datum ? evidence : null })),
    isBaidu: first?.source === 'baidu',
    attribution: unmarked(words.attribution).slice(0, 300),
    approvalNumber: parts.map(([part]) => approvalNumberIn(part)).find(Boolean) ?? '',
    licence: licenceOf(words),
  };
}
