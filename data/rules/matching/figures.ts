import { chineseNumber } from '../chinese-number.js';

/** A number as it was said: one value, or the span that words such as 几十 and 两三百 leave open. `loose`: 多, 余, 来 follow. */
export interface SpokenFigure { readonly from: number; readonly to: number; readonly low: number; readonly high: number; readonly loose: boolean }

const ones = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'] as const;
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'] as const;
const large: Readonly<Record<string, number>> = { hundred: 100, thousand: 1_000, million: 1_000_000, dozen: 12 };
const scales: Readonly<Record<string, number>> = { 百: 100, 千: 1_000, 万: 10_000, 亿: 100_000_000, k: 1_000, w: 10_000, hundred: 100, thousand: 1_000, million: 1_000_000 };

const englishWord = `(?:${[...ones, ...tens, ...Object.keys(large)].join('|')})`;
const digital = '(?:\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d+)(?:\\.\\d+)?(?:\\s?(?:个亿|[百千万亿]+(?!瓦|米(?!酒)|克)|[kw](?![a-z\\d])|hundred\\b|thousand\\b|million\\b))?';
const chinese = '[〇零一二两三四五六七八九十百千万亿几数半]+(?!瓦|米(?!酒)|克)';
const english = `(?:\\b(?:half an?|an? couple of|a few|an? (?=${englishWord}))\\s*)?(?:\\b${englishWord}\\b(?:[\\s-]+(?:and[\\s-]+)?(?=${englishWord}))?)+|\\b(?:half an?|half|an? couple of|a few|several)\\b`;
const pattern = () => new RegExp(`(${digital}|${chinese}|${english})(\\s*(?:多|余|来|odd\\b))?`, 'g');

function englishValue(words: string): readonly [number, number] | undefined {
  if (/^half/.test(words)) return [0.5, 0.5];
  if (/couple/.test(words)) return [2, 2];
  if (/^(?:a few|several)$/.test(words)) return [3, 8];
  let total = 0;
  let group = 0;
  for (const word of words.split(/[\s-]+/)) {
    const [one, ten, many] = [ones.indexOf(word as never), tens.indexOf(word as never), large[word]];
    if (one >= 0) group += one + 1;
    else if (ten >= 0) group += (ten + 2) * 10;
    else if (many === 100 || many === 12) group = (group || 1) * many;
    else if (many) { total += (group || 1) * many; group = 0; }
  }
  return total + group > 0 ? [total + group, total + group] : undefined;
}

/** 半, 几十, 两三百, 十几, 一百五十. */
function chineseValue(words: string): readonly [number, number] | undefined {
  if (words === '半') return [0.5, 0.5];
  const value = chineseNumber(words);
  if (value !== undefined) return [value, value];
  const several = /^([一二两三四五六七八九]?十)?[几数]([十百千万]+)?$/.exec(words);
  if (several) {
    const base = several[1] ? chineseNumber(several[1])! : 0;
    const unit = several[2] ? chineseNumber(`一${several[2]}`) ?? 1 : 1;
    return base > 0 ? [(base + 1) * unit, (base + 9) * unit] : [2 * unit, 9 * unit];
  }
  const pair = /^(十|二十|三十)?([一二两三四五六七八])([二三四五六七八九])([十百千万]*)$/.exec(words);
  if (pair) {
    const [, base = '', first = '', second = '', unit = ''] = pair;
    const [low, high] = [chineseNumber(`${base}${first}${unit}`), chineseNumber(`${base}${second}${unit}`)];
    if (low !== undefined && high !== undefined && high > low && high - low <= 2 * (chineseNumber(`一${unit}`) ?? 1)) return [low, high];
  }
  return undefined;
}

function digitalValue(words: string): readonly [number, number] {
  const [, figure = '', scale = ''] = /^([\d,.]+?)\s?个?([百千万亿]+|k|w|hundred|thousand|million)?$/.exec(words) ?? [];
  const factor = scales[scale] ?? [...scale].reduce((product, one) => product * (scales[one] ?? 1), 1);
  const value = Number(figure.replace(/,/g, '')) * factor;
  return [value, value];
}

/** Every number of a text, in whatever way it is written: 200, 1.5万, 20w, 两百, 一百五, 几十, two hundred and fifty, half an. */
export function spokenFigures(plain: string): SpokenFigure[] {
  const found: SpokenFigure[] = [];
  for (const match of plain.matchAll(pattern())) {
    const words = match[1]!;
    const value = /^\d/.test(words) ? digitalValue(words) : /^[a-z]/.test(words) ? englishValue(words) : chineseValue(words);
    // 一二级 and the like are no number.
    if (value && Number.isFinite(value[0])) found.push({ from: match.index, to: match.index + match[0].length, low: value[0], high: value[1], loose: Boolean(match[2]) });
  }
  return found;
}
