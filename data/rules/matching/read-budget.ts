import type { Condition, ConditionOf } from '../../schema/wish.js';
import { boundsAround, boundsOf, joinsRange, rangeLead, rangeTail } from './bounds.js';
import { spokenFigures, type SpokenFigure } from './figures.js';
import { unitAt } from './measure-units.js';
import { clauseEnd, taken } from './wish-text.js';

/** A stretch of the plain text and what was understood of it. */
export interface Reading { readonly from: number; readonly to: number; readonly conditions: readonly Condition[] }

const labels = '(?:总?预算|年?租金|月租金?|年租|租价|价格|价位|价钱|总价|单价|费用|成本|资金|出价|花费?|拿出|出得起|承受|总?投资(?:额|规模)?|投入|budget(?: is| of)?|rent(?:al)?(?: is| of)?|price|pay|paying|spend|spending|afford|cost(?:s|ing)?|invest(?:ing|ment)?(?: of| is)?|capital(?: of)?)';
const label = new RegExp(labels);
const labelBefore = new RegExp(`${labels}\\s*(?:大概|大约|约|在|是|为|有|要|都|最好|希望|能|可以|:|of|is|to|with|for|a|an|the|our|my|it)*\\s*$`);
const currencyBefore = /(?:¥|￥|cny|rmb|yuan|人民币)\s*$/;
const perWord = '(?:亩|mu|平方米|平米|平|m2|sqm|sq\\.? ?m|square met(?:re|er)|年|year|yr|annum|个?月|month|天|day)';
const perAfter = new RegExp(`^(?:\\s*(?:(?:\\/|每|一|1|per|an?|each|every|·|、)\\s*)${perWord}(?![a-z])|\\s*(?:annually|yearly|monthly|p\\.?a\\.?(?![a-z])|pcm|in total|in all|all in|outright|总价|买断|的?年租金?|的?月租金?))+`);
const perBefore = new RegExp(`(?:(?:(?:每|一|1|per|each|every|an?)\\s*${perWord})+|年租金?|年付|月租金?|月付|annual(?:ly)?|yearly|monthly)\\s*(?:的?(?:租金|预算|费用|rent|budget))?\\s*(?:(?:大概|大约|约|在|是|为|给|出|付|租金|预算|不|of|is))*\\s*$`);

/** So much is no rent: who names it without saying for what means to build, in yuan. */
const noRent = 10_000_000;

/** What the words around an amount say of what it is paid for. */
function basisOf(words: string): Pick<ConditionOf<'budget'>, 'per' | 'of'> {
  const of = /(?:每|一|1|\/|per|an?|each)\s*(?:亩|mu)/.test(words) ? 'mu' : /(?:每|一|1|\/|per|an?|each)\s*(?:平|m2|sqm|sq|square)/.test(words) ? 'm2' : 'whole';
  const per = /月|month|pcm/.test(words) ? 'month' : /年|year|yr|annum|annual|p\.?a/.test(words) ? 'year' : /总价|一次性|买断|全款|买下|购买|outright|in total|in all|all in|one-off|buy|purchase/.test(words) ? 'total' : of === 'mu' ? 'year' : 'any';
  return { per, of };
}

/** Less than this, in yuan, is no rent but a count of something. */
const leastPaid = 100;
/** The clause before a place, as far back as something was understood already or a thought ended. */
function clauseBefore(plain: string, at: number): string {
  const back = plain.slice(Math.max(0, at - 40), at);
  const parts = back.split(clauseEnd);
  return parts.at(-1)!;
}

function isMoney(plain: string, figure: SpokenFigure, unit: ReturnType<typeof unitAt>): boolean {
  if (unit && unit.kind !== 'money') return false;
  const around = boundsAround(plain, figure.from, figure.to);
  const before = plain.slice(0, around.from);
  if (unit?.kind === 'money' || currencyBefore.test(plain.slice(0, figure.from)) || currencyBefore.test(before)) return true;
  const words = plain.slice(figure.from, figure.to);
  const isScaled = /[万亿]|\d\s?[kw]|million|thousand/.test(words);
  // Up to 25,000 a year: what is counted by the year and measures nothing is money.
  const isByTime = figure.low >= leastPaid && (perAfter.test(plain.slice(around.to)) || perAfter.test(plain.slice(figure.to)) || perBefore.test(before));
  return isByTime || (isScaled && figure.low >= 1_000) || labelBefore.test(before) || (label.test(clauseBefore(plain, before.length)) && figure.low >= leastPaid);
}

/** Reads the sums of money of a text as a budget, or as what is to be invested. Foreign money is left: there is no rate to reckon it by. */
export function readBudgets(plain: string): Reading[] {
  const figures = spokenFigures(plain);
  const readings: Reading[] = [];
  for (let at = 0; at < figures.length; at += 1) {
    let figure = figures[at]!;
    let from = figure.from;
    let unit = unitAt(plain, figure.to);
    let to = figure.to + (unit?.kind === 'money' ? unit.length : 0);
    const next = figures[at + 1];
    const isRange = next !== undefined && joinsRange(plain.slice(to, next.from), plain.slice(0, from)) && !(unit && unit.kind !== 'money');
    const last = isRange ? unitAt(plain, next.to) : unit;
    if (isRange ? !isMoney(plain, next, last) && !isMoney(plain, figure, last) : !isMoney(plain, figure, unit)) continue;
    if (/[$€£]\s*$/.test(plain.slice(0, from)) || last?.kind === 'foreign') { if (isRange) at += 1; continue; }
    if (isRange) {
      // 30到50万: the first one is in ten thousands too.
      const scale = next.low / Number(plain.slice(next.from, next.to).replace(/[^\d.]/g, '') || next.low);
      const low = figure.low < next.low / 100 && scale >= 1_000 ? figure.low * scale : figure.low;
      figure = { ...figure, low, high: next.high };
      unit = last;
      to = next.to + (last?.kind === 'money' ? last.length : 0);
      to += rangeTail.exec(plain.slice(to))?.[0].length ?? 0;
      from -= rangeLead.exec(plain.slice(0, from))?.[0].length ?? 0;
      at += 1;
    }
    const currency = currencyBefore.exec(plain.slice(0, from))?.[0].length ?? 0;
    from -= currency;
    const tail = perAfter.exec(plain.slice(to))?.[0].length ?? 0;
    const around = boundsAround(plain, from, to + tail);
    // 50万以内每年: what it is paid for may follow the bound.
    const later = perAfter.exec(plain.slice(around.to))?.[0].length ?? 0;
    to = around.to + later;
    from = around.from;
    from -= perBefore.exec(plain.slice(0, from))?.[0].length ?? 0;
    const clause = clauseBefore(plain, from);
    const head = labelBefore.exec(clause)?.[0].length ?? 0;
    from -= head;
    from -= perBefore.exec(plain.slice(0, from))?.[0].length ?? 0;
    const words = plain.slice(from, to);
    const bounds = isRange ? { min: figure.low, max: figure.high } : boundsOf(figure, around.bounds, 'most', 1);
    const span = { min: bounds.min === null ? null : Math.round(bounds.min), max: bounds.max === null ? null : Math.round(bounds.max) };
    const basis = basisOf(`${clause.slice(-14)} ${words}`);
    const isInvested = !/租|rent/.test(words) && (/投资|投入|invest|capital/.test(words) || (basis.per === 'any' && (span.max ?? span.min ?? 0) >= noRent));
    const condition: Condition = isInvested ? { kind: 'investment', ...span } : { kind: 'budget', ...span, ...basis };
    if (!words.includes(taken)) readings.push({ from, to, conditions: [condition] });
  }
  return readings;
}
