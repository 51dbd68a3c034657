const digits: Readonly<Record<string, number>> = { 〇: 0, 零: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };
const steps: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1_000 };
const groups: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };

/**
 * A number written in Chinese figures: 十二, 二十, 两百, 三千五百, 一万二千; also as it is spoken, the last unit left out (一百五 is 150,
 * 两千三 is 2,300, 一万二 is 12,000). Undefined for nothing, and for anything else.
 */
export function chineseNumber(words: string): number | undefined {
  if (!/^[〇零一二两三四五六七八九十百千万亿]+$/.test(words)) return undefined;
  let total = 0;
  let group = 0;
  let digit: number | undefined;
  /** The unit last named: what follows it without one counts tenths of it. */
  let unit = 1;
  let sawZero = false;
  for (const word of words) {
    const value = digits[word];
    if (value !== undefined) {
      if (value === 0) { sawZero = true; continue; }
      if (digit !== undefined) return undefined;
      digit = value;
      continue;
    }
    const step = steps[word];
    if (step !== undefined) {
      // A unit with no figure before it is one of it, but only at the head of a group: 十二, 百来亩.
      if (digit === undefined && group > 0) return undefined;
      group += (digit ?? 1) * step;
      unit = step;
    } else {
      const many = groups[word]!;
      const part = group + (digit ?? 0);
      total = (total + (part === 0 && total === 0 ? 1 : part)) * many;
      group = 0;
      unit = many;
    }
    digit = undefined;
    sawZero = false;
  }
  if (digit !== undefined) group += !sawZero && unit >= 100 ? (digit * unit) / 10 : digit;
  return total + group > 0 ? total + group : undefined;
}
