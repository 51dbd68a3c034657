import type { Border, Fill, Style } from 'exceljs';

const line: Partial<Border> = { style: 'thin', color: { argb: 'FFB9C6BF' } };
const border = { top: line, left: line, bottom: line, right: line };
const fill = (argb: string): Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } });
const ink = { argb: 'FF1F2A2C' };
const body = { font: { name: '宋体', size: 11, color: ink }, border, protection: { locked: false } };
const left = { vertical: 'middle', horizontal: 'left', wrapText: true } as const;
const middle = { vertical: 'middle', horizontal: 'center', wrapText: true } as const;

/** How a sheet for a village looks: white to be filled in, grey kept by the office, the green of the ledger above. */
export const sliceStyles = {
  title: { font: { name: '黑体', size: 18, color: { argb: 'FF2F7D5B' } }, alignment: { vertical: 'middle', horizontal: 'left' }, protection: { locked: true } },
  instructions: { font: { name: '宋体', size: 10, color: { argb: 'FF5B6664' } }, alignment: left, protection: { locked: true } },
  header: { font: { name: '黑体', size: 11, color: { argb: 'FFFFFFFF' } }, alignment: middle, fill: fill('FF2F7D5B'), border, protection: { locked: true } },
  locked: { ...body, font: { name: '宋体', size: 11, color: { argb: 'FF5B6664' } }, alignment: left, fill: fill('FFEDEFEC'), protection: { locked: true }, numFmt: '@' },
  text: { ...body, alignment: left, numFmt: '@' },
  number: { ...body, alignment: middle, numFmt: '0.######' },
  date: { ...body, alignment: middle, numFmt: 'yyyy-mm-dd' },
} satisfies Record<string, Partial<Style>>;
