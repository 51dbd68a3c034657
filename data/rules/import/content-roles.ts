import type { FieldDefinition } from '../../schema/fields.js';
import { text, type Text } from '../../schema/text.js';
import { cooperations, horizons, ownerships, scales, stages, statuses, type Category } from '../../schema/vocabularies.js';
import type { Vocabulary } from '../../schema/vocabulary.js';
import { isBlank, isCellDate, oneLine, plain, textOf, type Cell } from './cell.js';
import type { Role } from './column-words.js';
import type { ColumnMatch, TableNoun } from './match-columns.js';
import { parseAngle, parsePair } from './parse-coordinates.js';
import { isPhone } from './parse-person.js';
import { partsOf, wordOf, yesOrNo } from './parse-words.js';
import { unitOf } from './units.js';

/** What the cells of a column look like, for columns whose header says nothing we know. */
interface Look { readonly role: Role; readonly nouns: readonly TableNoun[]; readonly categories?: readonly Category[]; readonly share: number; readonly fits: (words: string, cell: Cell) => boolean; readonly distinct?: number }

const listed = (list: Vocabulary) => (words: string) => words.length <= 12 && wordOf(list, words) !== undefined;
const digits = (words: string) => words.replace(/\D/g, '');
const hasDecimals = (words: string) => /\.\d{3,}/.test(words) || /[°度′'分]/.test(words);
const angleBetween = (low: number, high: number) => (words: string, cell: Cell) => {
  const angle = parseAngle(cell);
  return angle !== undefined && hasDecimals(words) && angle.value >= low && angle.value <= high;
};
const asset: readonly TableNoun[] = ['asset'];
const project: readonly TableNoun[] = ['project'];
const both: readonly TableNoun[] = ['asset', 'project'];

/** In the order tried: what is told most surely stands first. */
const looks: readonly Look[] = [
  { role: '#area-unit', nouns: asset, share: 0.8, fits: (words) => unitOf(plain(words), 'area') !== undefined },
  { role: '#pair', nouns: asset, share: 0.7, fits: (words) => hasDecimals(words) && parsePair(words) !== undefined },
  { role: '#lng', nouns: asset, share: 0.7, fits: angleBetween(73, 136) },
  { role: '#lat', nouns: asset, share: 0.7, fits: angleBetween(3, 54) },
  { role: '#phone', nouns: both, share: 0.7, fits: (words) => isPhone(digits(words)) && words.length < 16 },
  { role: '#contact', nouns: both, share: 0.6, fits: (words) => /1\d{10}|0\d{2,3}-?\d{7}/.test(words.replace(/[\s-]/g, '')) && /[\u4e00-\u9fff]{2}/.test(words) && words.length < 40 },
  { role: 'status', nouns: asset, share: 0.7, fits: listed(statuses) },
  { role: 'ownership', nouns: asset, share: 0.8, fits: listed(ownerships) },
  { role: 'stage', nouns: project, share: 0.7, fits: listed(stages) },
  { role: 'horizon', nouns: project, share: 0.7, fits: listed(horizons) },
  { role: 'scale', nouns: project, share: 0.7, fits: listed(scales) },
  { role: 'cooperation', nouns: both, share: 0.8, fits: (words) => words.length <= 20 && partsOf(words).every((part) => wordOf(cooperations, part) !== undefined) },
  { role: 'certificateNo', nouns: asset, share: 0.6, fits: (words) => /(?:第.{2,}号|不动产权|林证字|房权证|集用)/.test(words) },
  { role: 'detail.bounds', nouns: asset, categories: ['farmland'], share: 0.6, fits: (words) => /东[至到临接]/.test(words) && /西/.test(words) },
  { role: 'detail.structure', nouns: asset, categories: ['house', 'hall', 'other'], share: 0.7, fits: (words) => /^(?:砖木|砖混|框架|土木|钢结构|木结构|砖瓦|石木|混合|钢混|砖石|土坯|泥木|夯土|木质|混凝土|砖石木|石结构|剪力墙)/.test(words) },
  { role: 'detail.landType', nouns: asset, categories: ['farmland'], share: 0.7, fits: (words) => /^(?:水田|旱地|园地|耕地|坡地|水浇地|望天田|菜地|果园|茶园|设施农用地|坑塘|草地)/.test(words) },
  { role: 'detail.treeSpecies', nouns: asset, categories: ['forest'], share: 0.7, fits: (words) => /杉|松|竹|油茶|香榧|阔叶|针叶|柏|樟|栎|桉|灌木|用材林|经济林|公益林|生态林|混交/.test(words) && words.length <= 12 },
  { role: 'officer', nouns: project, share: 0.6, fits: (words) => /(?:乡长|镇长|书记|主任|委员|主席|局长|部长)/.test(words) && words.length <= 16 },
  { role: 'landUse', nouns: project, share: 0.7, fits: (words) => /(?:用地|划拨|出让|林地|宅基地|农用地|建设用地)$/.test(words) && words.length <= 16 },
  { role: 'assetIds', nouns: project, share: 0.6, fits: (words) => /^[A-Za-z]{1,6}[-\w/]*\d/.test(words) },
  { role: 'code', nouns: both, share: 0.8, distinct: 0.9, fits: (words) => /^[A-Za-z\u4e00-\u9fff]{0,6}[-_－—]?[\dA-Za-z]*[-_－—]?\d{1,6}$/.test(words) && /\d/.test(words) && /[^\d.]/.test(words) },
  { role: 'village', nouns: asset, share: 0.7, fits: (words) => /[\u4e00-\u9fff]{2,}(?:村|社区)$/.test(plain(words)) && words.length <= 14 },
  { role: 'content', nouns: project, share: 0.7, fits: (words) => words.length >= 15 && /[\u4e00-\u9fff]{6}/.test(words) },
  { role: 'name', nouns: both, share: 0.8, distinct: 0.6, fits: (words) => /^[\u4e00-\u9fffA-Za-z0-9（）()·\-#]{2,40}$/.test(oneLine(words)) && /[\u4e00-\u9fff]{2}/.test(words) && !/(?:村|社区)$/.test(words) },
];

/** A column that is ticked where a word of a closed list holds: √ under 近期可落地, √ under 通水. */
export interface TickColumn { readonly index: number; readonly path: string; readonly value: string; readonly many: boolean }
const ticked: Readonly<Record<TableNoun, readonly string[]>> = { asset: ['utilities', 'cooperation', 'status', 'ownership'], project: ['horizon', 'scale', 'stage', 'cooperation'] };

/** Finds columns headed by a word of a closed list whose cells are ticks and nothing else. */
export function tickColumns(matches: readonly ColumnMatch[], noun: TableNoun, definitions: readonly FieldDefinition[], sample: (column: number) => readonly Cell[]): TickColumn[] {
  return matches.flatMap(({ column }) => {
    const word = column.parts.at(-1)?.base ?? '';
    for (const path of ticked[noun]) {
      const definition = definitions.find((entry) => entry.path === path);
      const value = definition?.vocabulary && word ? wordOf(definition.vocabulary, word) : undefined;
      if (!definition || value === undefined) continue;
      const cells = sample(column.index);
      if (cells.length > 0 && cells.every((cell) => oneLine(textOf(cell)).length <= 2 && yesOrNo(textOf(cell)) !== undefined)) return [{ index: column.index, path, value, many: definition.kind === 'choices' }];
    }
    return [];
  });
}

const reason: Text = text('表头不认识，按内容判断', 'The header is unknown; told by its content');
const fewest = 3;

/**
 * Takes columns whose header is unknown for fields that no header named, when nearly all of their cells look like it.
 * `sample` gives the first filled cells of a column.
 */
export function matchByContent(matches: readonly ColumnMatch[], noun: TableNoun, category: Category | undefined, definitions: readonly FieldDefinition[], sample: (column: number) => readonly Cell[]): ColumnMatch[] {
  const taken = new Set(matches.flatMap((match) => (match.role ? [match.role] : [])));
  if (taken.has('#pair')) for (const role of ['#lng', '#lat']) taken.add(role);
  if (taken.has('#lng')) taken.add('#pair');
  if (taken.has('#contact')) taken.add('#phone');
  const found = new Map<number, Look>();
  const open = matches.filter((match) => match.role === null && !match.taken);
  const cells = new Map(open.map((match) => [match.column.index, sample(match.column.index).filter((cell) => !isBlank(cell) && !isCellDate(cell))]));
  for (const look of looks) {
    if (!look.nouns.includes(noun) || taken.has(look.role) || (look.categories && category && !look.categories.includes(category))) continue;
    const match = open.find(({ column }) => {
      const filled = cells.get(column.index) ?? [];
      if (found.has(column.index) || filled.length < (look.role === '#area-unit' ? 1 : fewest)) return false;
      if (look.distinct && new Set(filled.map((cell) => plain(textOf(cell)))).size < filled.length * look.distinct) return false;
      return filled.filter((cell) => look.fits(oneLine(textOf(cell)), cell)).length >= filled.length * look.share;
    });
    if (!match) continue;
    found.set(match.column.index, look);
    taken.add(look.role);
  }
  return matches.map((match) => {
    const look = found.get(match.column.index);
    if (!look) return match;
    const definition = definitions.find((entry) => entry.path === look.role);
    return { ...match, role: look.role, ...(definition ? { definition } : {}), score: 60, reason };
  });
}
