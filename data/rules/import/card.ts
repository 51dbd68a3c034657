import { isBlank, plain, textOf, type Cell, type Grid, type GridRow } from './cell.js';
import { isHeaderCell } from './table-shape.js';

interface Pair { readonly row: number; readonly key: string; readonly value: Cell }

/** A card is short; what goes on for longer is a table. */
const mostRows = 60;
const fewestPairs = 5;
/** Words of those who explain how to fill a form in. */
const instructs = /填写|请|必填|选填|例如|如[:：]|示例|格式|下拉|是指|指的是|精确到|保留/;
const namesIt = /(?:名称|编号|编码)$/;

/** The fields of a row and what stands beside each: 资产名称 | 老供销社 | 资产编号 | K-01. Nothing when it is laid out otherwise. */
function pairsOf({ row, cells }: GridRow): Pair[] | undefined {
  const filled = cells.flatMap((cell) => (isBlank(cell) ? [] : [cell]));
  const pairs: Pair[] = [];
  for (let at = 0; at < filled.length;) {
    const [key, value] = [filled[at], filled[at + 1]];
    if (!isHeaderCell(key)) return undefined;
    const stands = value !== undefined && !isHeaderCell(value);
    pairs.push({ row, key: textOf(key), value: stands ? value : undefined });
    at += stands ? 2 : 1;
  }
  return pairs;
}

/**
 * A sheet that is the card of one asset, its fields beside one another, as a table of one row; nothing for any other sheet.
 * The record's row is the one below its name, since a table has its header above.
 */
export function cardTable(grid: Grid): Grid | undefined {
  if (grid.survey || grid.hidden || grid.rows.length > mostRows || grid.rows.length < 3) return undefined;
  const rows = grid.rows.map((row) => ({ row, pairs: pairsOf(row) }));
  const paired = rows.filter(({ pairs }) => pairs?.some(({ value }) => value !== undefined));
  const pairs = paired.flatMap((entry) => entry.pairs ?? []);
  const said = pairs.filter(({ value }) => value !== undefined);
  const keys = new Set(pairs.map(({ key }) => plain(key)));
  const name = pairs.find(({ key, value }) => namesIt.test(plain(key)) && value !== undefined);
  // Two fields in a line or more: a list of fields with explanations has one.
  const isWide = paired.filter((entry) => (entry.pairs?.length ?? 0) >= 2).length >= 2;
  if (!name || !isWide || said.length < fewestPairs || said.length < pairs.length * 0.5 || keys.size < pairs.length || said.some(({ value }) => instructs.test(textOf(value)))) return undefined;
  const above = grid.rows.filter(({ row }) => row < (pairs[0]?.row ?? 0));
  if (rows.length - above.length - paired.length > 4) return undefined;
  return { ...grid, merges: [], rows: [...above, { row: name.row, cells: pairs.map(({ key }) => key) }, { row: name.row + 1, cells: pairs.map(({ value }) => value) }] };
}
