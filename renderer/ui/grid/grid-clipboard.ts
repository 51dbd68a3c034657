import { tell } from '../../state/program-store.js';
import { copiedBlock, notLoaded, type SheetCells } from './cell-changes.js';
import type { Block } from './cell-range.js';
import { fromHtml, fromTsv, mostCells, toHtml, toTsv, type CopiedCell } from './clipboard-text.js';

/** Cells of our own on the clipboard: a paste into the same field takes the value as it was stored. */
const ownType = 'application/x-xishan-cells';
interface OwnCell { readonly path: string | null; readonly words: string; readonly value?: unknown }

/** Puts a block on the clipboard as text, as a table for Excel and WPS, and as our own cells; false when it cannot be copied now. */
export function takeCopy(data: DataTransfer, sheet: SheetCells, block: Block): boolean {
  const size = (block.bottom - block.top + 1) * (block.right - block.left + 1);
  if (size > mostCells) { tell({ zh: `选了 ${size.toLocaleString('en-US')} 格，一次最多复制 ${mostCells.toLocaleString('en-US')} 格。整本账请用「出品」导出。`, en: `${size.toLocaleString('en-US')} cells are chosen; at most ${mostCells.toLocaleString('en-US')} can be copied. Use Outputs for the whole ledger.` }); return false; }
  for (let row = block.top; row <= block.bottom; row += 1) for (let column = block.left; column <= block.right; column += 1) {
    if (sheet.valueAt(row, column) === notLoaded) { tell({ zh: '选中的格里有些还在取，请稍等再按一次复制。', en: 'Some of the chosen cells are still being fetched; copy again in a moment.' }); return false; }
  }
  const cells = copiedBlock(sheet, block);
  data.setData('text/plain', toTsv(cells.map((row) => row.map((cell) => cell.words))));
  data.setData('text/html', toHtml(cells));
  data.setData(ownType, JSON.stringify(cells.map((row) => row.map(({ words, entry, value }): OwnCell => ({ path: entry?.path ?? null, words, ...(entry ? { value: value ?? null } : {}) })))));
  tell({ zh: `已复制 ${cells.length} 行 × ${block.right - block.left + 1} 列。`, en: `${cells.length} rows × ${block.right - block.left + 1} columns copied.` });
  return true;
}

/** What is on the clipboard as cells: our own, else a table, else tab-separated text. */
export function cellsOf(data: DataTransfer, sheet: SheetCells): CopiedCell[][] {
  const own = data.getData(ownType);
  if (own) {
    const entries = new Map(Array.from({ length: sheet.columns }, (_, at) => sheet.entryAt(at)).flatMap((entry) => (entry ? [[entry.path, entry] as const] : [])));
    return (JSON.parse(own) as OwnCell[][]).map((row) => row.map(({ path, words, value }) => { const entry = path === null ? undefined : entries.get(path); return entry ? { words, entry, value } : { words }; }));
  }
  const html = data.getData('text/html');
  const table = /<table/i.test(html) ? fromHtml(html) : undefined;
  return (table ?? fromTsv(data.getData('text/plain'))).map((row) => row.map((words) => ({ words })));
}

/** The cells that a paste brings; nothing, with a word to the person, when there are none or far too many. */
export function takePaste(data: DataTransfer, sheet: SheetCells): CopiedCell[][] | null {
  const cells = cellsOf(data, sheet);
  const size = cells.reduce((sum, row) => sum + row.length, 0);
  if (size === 0 || (size === 1 && cells[0]?.[0]?.words === '' && !data.types.includes(ownType))) { tell({ zh: '剪贴板里没有可以粘贴的文字。', en: 'There is no text on the clipboard to paste.' }); return null; }
  if (size > mostCells) { tell({ zh: `剪贴板里有 ${size.toLocaleString('en-US')} 格，太多了；成批的数据请用「导入」。`, en: `The clipboard holds ${size.toLocaleString('en-US')} cells, too many; use Import for bulk data.` }); return null; }
  return cells;
}
