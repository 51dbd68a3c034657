import { text } from '../../schema/text.js';
import { plain, type Grid, type GridRow } from './cell.js';
import { cornerTable } from './corner-list.js';
import { columnWords, type Role } from './column-words.js';
import { datumIn } from './datum.js';
import { readHeader } from './header-text.js';
import { parseAngle, parsePair } from './parse-coordinates.js';
import { fromPlane } from './plane.js';
import { referenceIn } from './references.js';
import type { Reference } from './survey.js';

interface Line { readonly row: number; readonly words: string; readonly cells: readonly string[] }
/** What a column of a list of points holds, told by its cells. */
interface Layout { readonly lng?: number; readonly lat?: number; readonly pair?: number }

const commentMark = /^\s*(?:[;#%；＃]|\/\/|--)/;
const marks = ['\t', ',', '，', ';', '；', '|'] as const;
/** How many lines are looked at to tell what a file is. */
const looked = 400;
/** Roles that a list of points may have besides its places; a table with any other column is no mere list. */
const listRoles = new Set<Role>(['name', 'notes', 'village', 'address', '#lng', '#lat', '#pair', '#sequence', '#ignored', '#datum', 'detail.elevation']);

const unquoted = (cell: string) => cell.trim().replace(/^"([^]*)"$/, '$1').replaceAll('""', '"').trim();
/** A prefix letter before the degrees: g119°53′. */
const withoutPrefix = (cell: string) => cell.replace(/^[a-zA-Z](?=\s*\d)/, '');
const hasFraction = (cell: string) => /\.\d{2,}/.test(cell) || /[°º˚度d′'分]/.test(cell) || /^\D?\d{1,3}[-:. ]\d{1,2}[-:. ]\d{1,2}/.test(cell);
const angleOf = (cell: string) => (hasFraction(cell) ? parseAngle(withoutPrefix(cell))?.value : undefined);
const isLng = (cell: string) => { const value = angleOf(cell); return value !== undefined && value >= 72 && value <= 137; };
const isLat = (cell: string) => { const value = angleOf(cell); return value !== undefined && value >= 3 && value <= 55; };
const isPair = (cell: string) => { const pair = parsePair(withoutPrefix(cell)); return pair !== undefined && hasFraction(cell) && pair.some(({ value }) => value >= 72 && value <= 137); };
const isPlane = (cell: string) => /^\d{6,8}(?:\.\d+)?$/.test(cell);

/** Blanks within one angle (119° 56′ 6.9″, 119 56 6.9) do not part columns. */
function splitAtBlanks(words: string): string[] {
  const joined = words.trim()
    .replace(/(\d)\s*([°º˚度])\s*(?=\d)/g, '$1$2').replace(/(\d)\s*([′'’分])\s*(?=\d)/g, '$1$2').replace(/(\d)\s+(?=[°º˚度′'’分″"”秒])/g, '$1')
    .replace(/(?<![\d.])(\d{2,3})\s+(\d{1,2})\s+(\d{1,2}(?:\.\d+)?)(?![\d.])/g, '$1-$2-$3');
  return joined.split(/\s+/);
}

function splitterOf(lines: readonly string[]): (words: string) => string[] {
  const score = (mark: string) => {
    const counts = lines.map((line) => line.split(mark).length - 1).sort((one, two) => one - two);
    const usual = counts[Math.floor(counts.length / 2)] ?? 0;
    return usual === 0 ? 0 : counts.filter((count) => count > 0).length / counts.length;
  };
  const best = marks.map((mark) => ({ mark, score: score(mark) })).sort((one, two) => two.score - one.score)[0];
  if (!best || best.score < 0.6) return (words) => splitAtBlanks(words).map(unquoted);
  return (words) => words.split(best.mark).map(unquoted);
}

function layoutOf(lines: readonly Line[]): Layout | undefined {
  const width = Math.max(...lines.map((line) => line.cells.length));
  const share = (column: number, test: (cell: string) => boolean) => lines.filter((line) => test(line.cells[column] ?? '')).length / lines.length;
  const columns = Array.from({ length: Math.min(width, 12) }, (_, at) => at);
  const top = (test: (cell: string) => boolean, least: number, but?: number) => {
    const found = columns.filter((at) => at !== but).map((at) => ({ at, part: share(at, test) })).sort((one, two) => two.part - one.part)[0];
    return found && found.part >= least ? found.at : undefined;
  };
  const pair = top(isPair, 0.6);
  if (pair !== undefined) return { pair };
  const lng = top(isLng, 0.6);
  const lat = top(isLat, 0.6, lng);
  if (lng !== undefined && lat !== undefined) return { lng, lat };
  const first = top(isPlane, 0.8);
  const second = top(isPlane, 0.8, first);
  if (first === undefined || second === undefined) return undefined;
  const isGrid = lines.filter((line) => fromPlane(Number(line.cells[first]), Number(line.cells[second]), 120)).length >= lines.length * 0.6;
  return isGrid ? { lng: Math.min(first, second), lat: Math.max(first, second) } : undefined;
}

/** True for the line of a header: words and no places. */
const isHeading = (cells: readonly string[]) => cells.some((cell) => /[\u4e00-\u9fffa-z]{2}/i.test(cell)) && !cells.some((cell) => isLng(cell) || isLat(cell) || isPair(cell) || isPlane(cell));

const rolesOf = (heading: string) => columnWords.asset.get(readHeader(heading).base) ?? [];
const villageLike = (cell: string) => /^[\u4e00-\u9fff]{1,12}(?:村|社区)$/.test(plain(cell));

/** What letters before the degrees mean in this file, when it says so or uses them: none means WGS-84 then. */
function prefixReference(lines: readonly Line[], about: readonly string[]): Reference | undefined {
  const legend = about.find((line) => /前缀|首标志|偏移标志/.test(line));
  const none = legend ? /(?:无|没有|不加|不带)(?:前缀|标志)?\s*(?:[=＝:：为]|表示|是)\s*([^，,；;）)]+)/.exec(legend.normalize('NFKC'))?.[1] : undefined;
  const named = none ? datumIn(none) : undefined;
  if (named) return { datum: named, from: 'stated', reason: text(`文件说明写明：没有前缀的是 ${named}`, `The file’s legend says: without a prefix, ${named}`) };
  if (lines.some((line) => line.cells.some((cell) => /^[gb](?=\s*\d)/i.test(cell) && angleOf(cell) !== undefined))) {
    return { datum: 'WGS-84', from: 'stated', reason: text('点表用前缀标坐标系（g 为 GCJ-02，b 为 BD-09），没有前缀的是 WGS-84', 'The list marks datums by prefixes (g GCJ-02, b BD-09); without one it is WGS-84') };
  }
  return undefined;
}

/**
 * Reads a text as a list of points — a name, a longitude and a latitude in any order and in any way of writing them, and remarks —
 * parted by tabs, commas, bars or blanks, with comments and a header or without. Rows count lines of the file. Nothing when the text
 * is another table.
 */
export function pointTable(words: string, fileName: string, most: number): Grid | 'too-long' | undefined {
  const lines = words.split(/\r\n|\n|\r/);
  const comments = lines.filter((line) => commentMark.test(line));
  const filled = lines.flatMap((line, at) => (line.trim() !== '' && !commentMark.test(line) ? [{ row: at + 1, words: line }] : []));
  const sample = filled.slice(0, looked);
  const places = sample.filter((line) => /\d{2,3}.*\d/.test(line.words));
  if (places.length === 0) return undefined;
  const corners = cornerTable(filled, comments, fileName);
  if (corners) return corners;
  const split = splitterOf(places.slice(0, 100).map((line) => line.words));
  const cut = (line: { row: number; words: string }): Line => ({ ...line, cells: split(line.words) });
  let heading: Line | undefined;
  const titles: string[] = [];
  let start = 0;
  for (; start < Math.min(filled.length, 6); start += 1) {
    const line = cut(filled[start] as { row: number; words: string });
    if (!isHeading(line.cells)) break;
    if (line.cells.length >= 2 && line.cells.some((cell) => rolesOf(cell).length > 0)) heading = line;
    else titles.push(line.words.trim());
  }
  const data = filled.slice(start);
  if (data.length > most) return 'too-long';
  const look = data.slice(0, looked).map(cut);
  const layout = look.length > 0 ? layoutOf(look) : undefined;
  if (!layout) return undefined;
  // With a header of its own that says more than a list of points would, it is a table like any other.
  const own = heading?.cells ?? [];
  if (own.some((cell) => cell && rolesOf(cell).length > 0 && !rolesOf(cell).some((entry) => listRoles.has(entry.role)))) return undefined;
  const about = [...comments.map((line) => line.replace(commentMark, '').trim()), ...titles, ...(heading ? [heading.words] : [])];
  const headings = headingsOf(look, layout, own.length > 0 ? own : commentHeading(comments, split, layout));
  const reference = prefixReference(look, about) ?? referenceIn([...about, fileName], 'list');
  const rows: GridRow[] = [{ row: 0, cells: headings }, ...data.map((line): GridRow => {
    const cells = cut(line).cells;
    return { row: line.row, cells: headings.map((_, at) => cells[at] || undefined) };
  })];
  return { name: '', hidden: false, rows, merges: [], survey: { kind: 'points', shapes: new Map(), folders: new Map(), about, notices: [], ...(reference ? { reference } : {}) } };
}

/** A comment that names the columns, as 奥维 puts it above its lists. */
function commentHeading(comments: readonly string[], split: (words: string) => string[], layout: Layout): readonly string[] {
  for (const comment of comments) {
    const cells = split(comment.replace(commentMark, '')).map((cell) => cell.replace(/^.*[:：]/, ''));
    const at = layout.pair ?? layout.lng ?? 0;
    if (rolesOf(cells[at] ?? '').some((entry) => entry.role.startsWith('#'))) return cells;
  }
  return [];
}

/** The header of the table: what the file calls its columns, else what their cells look like. */
function headingsOf(lines: readonly Line[], layout: Layout, own: readonly string[]): string[] {
  const width = Math.max(own.length, ...lines.map((line) => line.cells.length));
  const headings: string[] = [];
  const used = (heading: string) => headings.includes(heading);
  for (let at = 0; at < Math.min(width, 40); at += 1) {
    const cells = lines.map((line) => line.cells[at] ?? '').filter(Boolean);
    const fits = (test: (cell: string) => boolean) => cells.length > 0 && cells.filter(test).length >= cells.length * 0.6;
    const called = rolesOf(own[at] ?? '').some((entry) => !['notes', '#lng', '#lat', '#pair'].includes(entry.role)) ? own[at] as string : undefined;
    let heading = '';
    if (at === layout.pair) heading = own[at] && rolesOf(own[at] as string).length > 0 ? own[at] as string : '坐标';
    else if (at === layout.lng) heading = '经度';
    else if (at === layout.lat) heading = '纬度';
    else if (called && !used(called)) heading = called;
    else if (fits(villageLike) && !used('所在村')) heading = '所在村';
    else if (cells.length > 0 && cells.every((cell, index) => Number(cell) === index + 1) && !used('序号')) heading = '序号';
    else if (fits((cell) => /^-?\d+(?:\.\d+)?$/.test(cell))) heading = '高程';
    else if (fits((cell) => /^[A-Za-z]{2,6}[-_ ]?\d{2,}[-\d]*$/.test(cell)) && !used('编号')) heading = '编号';
    else if (fits((cell) => /[\u4e00-\u9fffa-z]/i.test(cell)) && !used('名称')) heading = '名称';
    else heading = '备注';
    for (let next = 2, stem = heading; used(heading); next += 1) heading = `${stem} ${next}`;
    headings.push(heading);
  }
  return headings;
}
