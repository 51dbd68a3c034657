import { shippedPack, type MapLayer, type PackDatum } from '../../schema/map-pack.js';
import { text, type Language, type Text } from '../../schema/text.js';

/** What has to be known of a sheet to say whose map it is: a `MapSheet` of the contract has it all. */
export type CreditedSheet = Pick<MapLayer, 'id' | 'shown' | 'pack'> & { readonly kind: 'schematic' | 'pictures' | 'features' };

/** What is said of one sheet wherever it is shown. An empty text stands for what is not known. */
export interface CreditLine {
  readonly id: string;
  readonly name: Text;
  readonly attribution: Text;
  /** 审图号 as printed on the map; null where it has none. It is never made up. */
  readonly approvalNumber: string | null;
  readonly datum: PackDatum;
  readonly licence: Text;
  readonly schematic: boolean;
}

/** What is said of all sheets shown, the uppermost first. */
export interface Credits {
  readonly lines: readonly CreditLine[];
  /** False when a sheet that is no schematic is shown and has no 审图号: that is to be said before a public showing. */
  readonly mayBeShown: boolean;
  /** The sheets that lack it. */
  readonly unapproved: readonly CreditLine[];
  readonly warning: Text | null;
}

/** What the shipped pack says of itself in its pack.json; a test holds the two together. */
const shippedLine: CreditLine = {
  id: shippedPack,
  name: text('示例乡示意图', 'Shili township (schematic)'),
  attribution: text('示例乡示意图 · 虚构地形，仅供演示', 'Shili township (schematic) · invented terrain for demonstration'),
  approvalNumber: null, datum: 'WGS-84',
  licence: text('随本程序提供，可自由使用', 'Ships with this program, free to use'),
  schematic: true,
};

/** How people write that there is none. */
const noNumber = /^(无|暂无|没有|待补|未取得|不详|无审图号|none|no|n\/?a|[-—–/0.。\s]*)$/i;
const same = (words: string): Text => ({ zh: words.trim(), en: words.trim() });

/** 审图号 as written, or null where what is written only says that there is none. */
export const approvalNumberOf = (written: string): string | null => (noNumber.test(written.trim()) ? null : written.trim());

/**
 * True when a text has the form of a 审图号: the mark of the office that reviewed it (GS, GS京, 浙S, 浙杭S, 国审字 …),
 * the year in brackets, a number, 号 — GS（2024）0001号, 浙S(2023)12号, 苏S（2020）05-001号. Whether it was given is for people to know.
 */
export const hasApprovalForm = (written: string): boolean =>
  /^(GS[\u4e00-\u9fff]{0,2}|[\u4e00-\u9fff]{1,3}[A-Z]?S|国审字)\s*[（(〔[［]\s*(19|20)\d{2}\s*[）)〕\]］]\s*(第\s*)?\d{1,5}(-\d{1,4}){0,2}\s*号$/i.test(written.trim());

/** What is said of one sheet, shown or not. */
export function creditOf({ id, pack }: CreditedSheet): CreditLine {
  if (!pack) return id === shippedPack ? shippedLine : { ...shippedLine, id, name: text('示意图', 'Schematic'), attribution: same(''), licence: same('') };
  return { id, name: same(pack.name), attribution: same(pack.attribution), approvalNumber: approvalNumberOf(pack.approvalNumber), datum: pack.datum, licence: same(pack.licence), schematic: false };
}

/**
 * What has to be said of the sheets that are shown: 地图管理条例 arts. 15–22 want the 审图号 on any map shown in public but the
 * simplest, to which a schematic belongs. A sheet that is hidden is not spoken of; one whose tiles cannot be had just now is.
 */
export function creditsOf(sheets: readonly CreditedSheet[]): Credits {
  const lines = sheets.filter(({ shown }) => shown).map(creditOf).reverse();
  const unapproved = lines.filter(({ schematic, approvalNumber }) => !schematic && approvalNumber === null);
  return { lines, unapproved, mayBeShown: unapproved.length === 0, warning: unapproved.length === 0 ? null : warningOf(unapproved) };
}

function warningOf(unapproved: readonly CreditLine[]): Text {
  const names = (language: Language) => unapproved.map(({ name }) => (language === 'zh' ? `「${name.zh}」` : `“${name.en}”`)).join(language === 'zh' ? '' : ', ');
  return text(
    `${names('zh')}没有审图号。公开展示地图应当送审并标注审图号（《地图管理条例》第十五至二十二条）。`,
    `${names('en')} ${unapproved.length === 1 ? 'has' : 'have'} no approval number. A map shown in public is to be reviewed and to carry one (Regulations on Map Management, arts. 15–22).`,
  );
}

/** What of one sheet stands first on the map: its name, 示意图 where it is one, and its 审图号 or that there is none. */
export function marksOf(line: CreditLine, language: Language): string[] {
  const chinese = language === 'zh';
  const isNamedSo = /示意|schematic/i.test(line.name[language]);
  const approval = line.approvalNumber ? (chinese ? `审图号 ${line.approvalNumber}` : `approval ${line.approvalNumber}`) : chinese ? '无审图号' : 'no approval number';
  return [line.name[language], ...(line.schematic && !isNamedSo ? [chinese ? '示意图' : 'schematic'] : []), approval];
}

/** The makers of the sheets, each once, without what the name has said already. */
export function makersOf(credits: Credits, language: Language): string[] {
  const words = credits.lines.map(({ name, attribution }) => attribution[language].replace(name[language], '').replace(/^[\s·,，;；]+/, '').trim());
  return [...new Set(words)].filter((word) => word !== '');
}

/**
 * The words of the map's lower edge, for a screen, a print or a page: first every sheet with its 审图号, so that what is cut off is
 * never that, then that it is sample data, then who made it. Joined by `·` they are one line.
 */
export function creditWords(credits: Credits, language: Language, { sample = false }: { sample?: boolean } = {}): string[] {
  return [
    ...credits.lines.map((line) => marksOf(line, language).join(language === 'zh' ? ' ' : ', ')),
    ...(sample ? [language === 'zh' ? '示例数据' : 'Sample data'] : []),
    ...makersOf(credits, language),
  ];
}
