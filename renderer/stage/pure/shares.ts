/** Lengths of bars from 0 to 1 against the longest; what is not nothing stays visible, what is nothing has no bar. */
export function barShares(values: readonly number[], least = 0.03): readonly number[] {
  const longest = Math.max(0, ...values);
  return values.map((value) => (value <= 0 || longest === 0 ? 0 : Math.max(least, value / longest)));
}

/** Parts of a whole, from 0 to 1, adding up to one; all 0 where there is nothing. */
export function partsOf(values: readonly number[]): readonly number[] {
  const sum = values.reduce((total, value) => total + Math.max(0, value), 0);
  return values.map((value) => (sum === 0 ? 0 : Math.max(0, value) / sum));
}

/** A figure as written (1,250 · 46.5 · 约 3 万), at a share of its way up: the first number in it grows, with its own separators and decimals. */
export function figureAt(written: string, share: number): string {
  if (share >= 1) return written;
  const found = /\d[\d,]*(\.\d+)?/.exec(written);
  if (!found) return written;
  const [number, decimals = ''] = found;
  const value = Number(number.replaceAll(',', '')) * share;
  const digits = Math.max(0, decimals.length - 1);
  const grown = number.includes(',') ? value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits }) : value.toFixed(digits);
  return written.slice(0, found.index) + grown + written.slice(found.index + number.length);
}

/** The outline of a bar as a loaded brush leaves it, 0 to `length` long and `width` wide, thin where it lifts off. */
export function brushBar(length: number, width: number): string {
  const [middle, lift] = [width / 2, Math.min(length * 0.4, width * 1.6)];
  const body = Math.max(0, length - lift);
  return `M0 ${width * 0.14}C${width * 0.1} 0 ${width * 0.3} 0 ${width * 0.5} ${width * 0.03}L${body} ${width * 0.06}C${body + lift * 0.5} ${width * 0.08} ${length} ${middle * 0.6} ${length} ${middle}`
    + `C${length} ${middle * 1.4} ${body + lift * 0.4} ${width * 0.9} ${body} ${width * 0.95}L${width * 0.4} ${width}C${width * 0.1} ${width} 0 ${width * 0.9} 0 ${width * 0.86}Z`;
}
