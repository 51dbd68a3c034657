import { headerLines, lineCount, listInLines } from '../../../data/rules/export/fit.js';
import { listSeparator } from '../../../data/rules/export/shown-text.js';
import type { CellValue, SheetHead, SheetRow, TableColumn } from '../../../data/rules/export/sheet.js';
import { formatNumber } from '../../../data/rules/format.js';
import { widthOfName } from '../sheet-fonts.js';

// A table of thousands of rows is made of plain elements: a framework's copy of each would double what the engine has to hold.

/** Taller cells are cut, with a sign: a page holds more than one record. */
const mostLines = 30;

function element<K extends keyof HTMLElementTagNameMap>(name: K, className = '', words = ''): HTMLElementTagNameMap[K] {
  const node = document.createElement(name);
  if (className) node.className = className;
  if (words) node.textContent = words;
  return node;
}

/** What must not be broken: codes, phones, days and times. */
const token = /[A-Za-z0-9]+(?:[-:/.][A-Za-z0-9]+)+|\d{7,}/g;
/** Letters are made smaller by a quarter at most, so that such a word keeps to one line. */
const smallestShare = 0.75;
/** Padding of a cell, in letters. */
const padding = 0.6;

/** Puts words into a cell. Codes, phones and days keep together; where one is wider than the column, the cell's letters are made smaller. */
function fillWords(cell: HTMLElement, words: string, width: number): void {
  const found = [...words.matchAll(token)];
  if (found.length === 0) { cell.textContent = words; return; }
  let from = 0;
  let widest = 0;
  for (const { 0: word, index } of found) {
    cell.append(words.slice(from, index), element('span', 'cell-token', word));
    from = index + word.length;
    widest = Math.max(widest, widthOfName(word, 1));
  }
  cell.append(words.slice(from));
  const share = (width - padding) / widest;
  if (share < 1) cell.style.fontSize = `${Math.max(smallestShare, share).toFixed(3)}em`;
}

/** Codes stand one to a line however many they are: each takes the width of its column. */
const inLines = (value: string, separator: string) => (value.split(separator).every((item) => /^[\x21-\x7e]+$/.test(item)) ? value.replaceAll(separator, '\n') : listInLines(value, separator));

const figure = (value: number, column: TableColumn) => (column.plain ? String(value) : formatNumber(value, column.digits));

/** The rows of one table as elements. */
export interface RowMaker {
  readonly columns: () => HTMLTableColElement[];
  readonly header: () => HTMLTableSectionElement;
  row(row: SheetRow): HTMLTableRowElement;
  /** How many cells were cut so far. */
  readonly cut: number;
}

export function rowMaker(head: SheetHead): RowMaker {
  const { columns, language } = head;
  const separator = listSeparator(language);
  const all = columns.reduce((sum, { width }) => sum + width, 0);
  const firstSummed = columns.findIndex(({ summed }) => summed);
  let cut = 0;

  function cell(value: CellValue, column: TableColumn, mark: string): HTMLTableCellElement {
    const node = element('td', [column.align === 'center' ? 'cell-middle' : '', column.key === 'name' ? 'cell-name' : '', mark].filter(Boolean).join(' '));
    if (typeof value === 'number') node.textContent = figure(value, column);
    else if (value !== null) {
      const words = column.listed ? inLines(value, separator) : value;
      if (lineCount(words, column.width) <= mostLines) fillWords(node, words, column.width);
      else {
        cut += 1;
        node.append(element('div', 'cell-cut', words));
      }
    }
    return node;
  }
  function band(name: string, label: string): HTMLTableRowElement {
    const row = element('tr', name);
    const node = element('td', '', label);
    node.colSpan = columns.length;
    row.append(node);
    return row;
  }
  return {
    get cut() { return cut; },
    columns: () => columns.map(({ width }) => { const node = element('col'); node.style.width = `${(100 * width) / all}%`; return node; }),
    header() {
      const section = element('thead');
      const [upper, lower] = [element('tr'), element('tr')];
      const groups = head.groups.filter(({ from, to }) => to > from);
      for (const [at, { label, width }] of columns.entries()) {
        const group = groups.find(({ from, to }) => at >= from && at <= to);
        const node = element('th', '', headerLines(label, width));
        if (group) {
          lower.append(node);
          if (group.from !== at) continue;
          const over = element('th', 'head-group', group.label);
          over.colSpan = group.to - group.from + 1;
          upper.append(over);
        } else {
          if (groups.length > 0) node.rowSpan = 2;
          upper.append(node);
        }
      }
      section.append(upper, ...(groups.length > 0 ? [lower] : []));
      return section;
    },
    row(row) {
      if (row.kind === 'section' || row.kind === 'note') return band(`row-${row.kind}`, row.label);
      if (row.kind === 'record' || row.kind === 'removed') {
        const node = element('tr', row.kind === 'removed' ? 'row-removed' : row.mark?.kind === 'added' ? 'row-added' : '');
        const changed = row.kind === 'record' && row.mark?.kind === 'changed' ? new Set(row.mark.columns) : null;
        node.append(...columns.map((column, at) => cell(row.cells[at] ?? null, column, changed?.has(at) ? 'cell-changed' : '')));
        return node;
      }
      const node = element('tr', `row-${row.kind}`);
      const covered = firstSummed < 1 ? columns.length : firstSummed;
      const label = element('td', 'cell-middle', row.label);
      label.colSpan = covered;
      node.append(label, ...columns.slice(covered).map((column, at) => {
        const sum = row.sums[covered + at];
        return element('td', 'cell-middle', sum ? (sum.value === 0 ? '—' : figure(sum.value, column)) : '');
      }));
      return node;
    },
  };
}
