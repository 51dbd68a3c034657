import type { Alignment, Border, Fill, Font, Style } from 'exceljs';
import type { TableColumn } from '../../../data/rules/export/sheet.js';

/** Body text in points; column widths are counted in its Chinese characters. */
export const bodySize = 10;
const serif = '宋体';
const sans = '黑体';

const line: Partial<Border> = { style: 'thin', color: { argb: 'FF8A9491' } };
const border = { top: line, left: line, bottom: line, right: line };
const fill = (argb: string): Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } });
const font = (name: string, size: number, more: Partial<Font> = {}): Partial<Font> => ({ name, size, color: { argb: 'FF1F2A2C' }, ...more });
const aligned = (horizontal: Alignment['horizontal'], more: Partial<Alignment> = {}): Partial<Alignment> => ({ horizontal, vertical: 'middle', wrapText: true, ...more });

const quietGreen = fill('FFE3ECE6');
const paper = fill('FFF6F1E5');
/** How a cell stands out from an earlier day: new, changed, or gone. */
export type Tint = 'plain' | 'added' | 'changed' | 'removed';
const tints: Readonly<Record<Tint, Partial<Style>>> = {
  plain: {}, added: { fill: fill('FFDDEFE3') }, changed: { fill: fill('FFFBE7BD') },
  removed: { font: { name: serif, size: bodySize, color: { argb: 'FF6B7472' }, strike: true } },
};
const cinnabar = { argb: 'FFC23A2B' };

/** Each style is one object for all its cells: the writer keeps styles by object. */
export const styles = {
  title: { font: font(serif, 22, { bold: true }), alignment: aligned('center') },
  mark: { font: font(sans, 11, { color: cinnabar }), alignment: aligned('left', { wrapText: false }) },
  publicMark: { font: font(sans, 11), alignment: aligned('left', { wrapText: false }) },
  unit: { font: font(serif, 11), alignment: aligned('right', { wrapText: false }) },
  group: { font: font(sans, 11), alignment: aligned('center'), fill: quietGreen, border },
  header: { font: font(sans, bodySize), alignment: aligned('center'), fill: quietGreen, border },
  section: { font: font(sans, 11), alignment: aligned('left', { wrapText: false }), fill: paper, border },
  total: { font: font(sans, bodySize), alignment: aligned('center'), fill: quietGreen, border },
  subtotal: { font: font(sans, bodySize), alignment: aligned('center'), fill: paper, border },
  note: { font: font(serif, bodySize), alignment: aligned('left') },
} satisfies Record<string, Partial<Style>>;

/** One formatter for each number of decimals; they agree with `formatNumber`, which makes one for every number. */
const formatters = [0, 1, 2].map((maximumFractionDigits) => new Intl.NumberFormat('en-US', { maximumFractionDigits }));
/** As many decimals as the value has, up to those that are shown: 12 and 86.4 stand as they do on screen. */
const decimalsOf = (value: number, atMost: number) => (formatters[atMost]?.format(value).split('.')[1] ?? '').length;
const zeros = (decimals: number) => `#,##0${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}`;

/** Makes the body's styles on demand and hands out the same object for the same look. */
export function bodyStyles() {
  const made = new Map<string, Partial<Style>>();
  const style = (key: string, make: () => Partial<Style>) => {
    const known = made.get(key);
    if (known) return known;
    const fresh = make();
    made.set(key, fresh);
    return fresh;
  };
  const body = { font: font(serif, bodySize), border };
  return {
    text: (column: TableColumn, tint: Tint = 'plain') => style(`${tint} ${column.align}`, () => ({ ...body, alignment: aligned(column.align), ...tints[tint] })),
    /** Text that begins like a formula keeps the text format too, so that editing the cell does not wake it. */
    guarded: (column: TableColumn, tint: Tint = 'plain') => style(`${tint} @${column.align}`, () => ({ ...body, alignment: aligned(column.align), numFmt: '@', ...tints[tint] })),
    number(column: TableColumn, value: number, tint: Tint = 'plain') {
      const decimals = decimalsOf(value, column.digits);
      return style(`${tint} #${column.plain ? 'plain' : decimals}`, () => ({ ...body, alignment: aligned('center', { wrapText: false }), numFmt: column.plain ? '0' : zeros(decimals), ...tints[tint] }));
    },
    /** A sum of nothing shows a dash. */
    sum(kind: 'subtotal' | 'total', column: TableColumn, value: number) {
      const decimals = decimalsOf(value, column.digits);
      const numFmt = `${zeros(decimals)};-${zeros(decimals)};"—"`;
      return style(`${kind}${decimals}`, () => ({ ...styles[kind], alignment: aligned('center', { wrapText: false }), numFmt }));
    },
  };
}
