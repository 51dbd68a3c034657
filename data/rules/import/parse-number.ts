import { numberText, plain, textOf, type Cell } from './cell.js';

export { chineseNumber } from '../chinese-number.js';

/** What stands in a cell that should hold a number. */
export interface ReadNumber {
  /** The number; nothing when it is a range or no number at all. */
  readonly value?: number;
  readonly range?: readonly [number, number];
  /** 约, 左右, 余: the office itself does not claim it to be exact. */
  readonly approximate: boolean;
  /** What follows the number, as `plain` leaves it: usually a unit. */
  readonly rest: string;
  /** The cell as written, on one line. */
  readonly text: string;
}

const before = '(?:大?约为?|大约|大概|近|将近|不足|不到|超过?|逾|至少|最多|共计?|合计|≈|~|>=?|<=?|≥|≤)';
const after = '(?:左右|上下|余|多|以上|以下|以内|许|不等|\\+)';
const figure = '[-+]?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?|[-+]?\\.\\d+';
const single = new RegExp(`^(${before}?)(${figure})(${after}?)([^\\d]*?)(${after}?)$`);
const double = new RegExp(`^(${before}?)(${figure})([^\\d~至到—–―-]*)(?:-|~|—|–|―|至|到|--|——|~~)(${figure})(.*)$`);
/** Units with a figure in them would be taken for a second number. */
const spelledUnits = (words: string) => words.replace(/hm\^?2/g, '公顷').replace(/km\^?2/g, '平方公里').replace(/m\^?2/g, '平方米').replace(/m\^?3/g, '立方米');
const toNumber = (figures: string) => Number(figures.replace(/,/g, ''));

/** Reads a number with what offices put around it: 约360亩, 89-106亩, 1,200.5, １２３. */
export function readNumber(cell: Cell): ReadNumber {
  if (typeof cell === 'number') return { value: cell, approximate: false, rest: '', text: numberText(cell) };
  const text = textOf(cell).replace(/\s+/g, ' ').trim();
  const words = spelledUnits(plain(text)).replace(/\((?:[^()]*)\)$/, '').replace(/[。;；]+$/, '');
  const range = double.exec(words);
  if (range) {
    const low = toNumber(range[2] as string);
    const high = toNumber(range[4] as string);
    const rest = (range[5] as string) || (range[3] as string);
    if (high > low && !/\d/.test(rest)) return { range: [low, high], approximate: true, rest: rest.replace(new RegExp(`${after}$`), ''), text };
  }
  const found = single.exec(words);
  if (!found) return { approximate: false, rest: words, text };
  return {
    value: toNumber(found[2] as string),
    approximate: Boolean(found[1] || found[3] || found[5]) && !/^(共计?|合计)$/.test(found[1] ?? ''),
    rest: (found[4] as string).replace(/^(?:大|小)$/, ''),
    text,
  };
}

const digits: Readonly<Record<string, number>> = { 〇: 0, 零: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };

/** Figures written one by one in Chinese (二〇一七), as a string of digits, or nothing. */
export function chineseFigures(words: string): string | undefined {
  const all = [...words].map((word) => digits[word]);
  return all.length > 0 && all.every((value) => value !== undefined) ? all.join('') : undefined;
}
