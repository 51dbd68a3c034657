/** How wide the page is in characters of body text at full size, and how many fit when it is printed as small as still reads. */
export const pageWidth = 112;
export const smallestPrintWidth = 135;

/**
 * Column widths that make the best of an A3 page: widened to fill it, or squeezed towards their minimum
 * until the whole prints at no less than about five sixths of its size.
 */
export function fittedWidths(columns: readonly { readonly width: number; readonly minimum: number }[]): number[] {
  const wanted = columns.reduce((sum, column) => sum + column.width, 0);
  if (wanted <= pageWidth) return columns.map((column) => column.width * Math.min(pageWidth / wanted, 1.4));
  if (wanted <= smallestPrintWidth) return columns.map((column) => column.width);
  const slack = columns.reduce((sum, column) => sum + column.width - column.minimum, 0);
  const share = slack > 0 ? Math.min(1, (wanted - smallestPrintWidth) / slack) : 0;
  return columns.map((column) => column.width - (column.width - column.minimum) * share);
}

/** The width of a line of text in Chinese characters; Latin letters and figures take half of one, as in 宋体. */
export function textWidth(line: string): number {
  let width = 0;
  for (const character of line) width += character.charCodeAt(0) < 0x2e80 ? 0.5 : 1;
  return width;
}

/** How many lines a text takes in a column of that width. */
export function lineCount(content: string, width: number): number {
  const room = Math.max(1, width - 0.3);
  return content.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(textWidth(line) / room)), 0);
}

/** So many items of a list are set one to a line. */
const mostItems = 6;
/** A few items of a list stand one to a line, so that no code is broken; many run on. */
export function listInLines(value: string, separator: string): string {
  const items = value.split(separator);
  return items.length <= mostItems ? items.join('\n') : value;
}

/** A header whose unit goes to a line of its own where it does not fit beside the words. */
export const headerLines = (label: string, width: number) => (lineCount(label, width) === 1 ? label : label.replace(/\s?(?=[（(][^（(]+$)/, '\n'));
