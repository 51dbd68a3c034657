import type { Condition } from '../../schema/wish.js';
import { boundsAround, boundsOf, joinsRange, rangeLead, rangeTail, type Bounds } from './bounds.js';
import { spokenFigures, type SpokenFigure } from './figures.js';
import { unitAt, type MeasureUnit } from './measure-units.js';
import type { Reading } from './read-budget.js';

/** A valley road's pace, by which minutes to the motorway are taken for kilometres. */
export const kilometresPerHour = 40;
const tidy = (value: number | null) => (value === null ? null : Number(value.toPrecision(6)));
const motorway = /高速|motorway|highway|expressway|freeway/;

/** What a number without a unit measures, by the words before it. */
const labelled: readonly (readonly [RegExp, MeasureUnit['kind']])[] = [
  [/(?:装机(?:容量)?|功率|capacity(?: of)?|output(?: of)?)\s*(?:在|要|有|是|为|:)?\s*$/, 'power'],
  [/(?:容纳|能坐|坐得下|坐|可坐|seat(?:s|ing)?(?: for)?|holds?|accommodat(?:e|es|ing))\s*$/, 'seats'],
];

/** The words before and after a measure that belong to it: 面积, 装机, 离高速, 租期. */
const leads: Readonly<Partial<Record<MeasureUnit['kind'], RegExp>>> = {
  mu: /(?:(?:占地|用地|土地|林地|总)?面积|占地|规模|size(?: of)?|area(?: of)?|plot of|covering)\s*(?:最好|要求?|大概|希望|在|有|是|为|:)*\s*$/,
  m2: /(?:(?:建筑|使用|占地|总|室内)?面积|建面|floor (?:area|space)(?: of)?|area(?: of)?|size(?: of)?|space(?: of)?)\s*(?:最好|要求?|大概|希望|在|有|是|为|:)*\s*$/,
  power: /(?:总?装机(?:容量|规模)?|功率|(?:installed )?capacity(?: of)?|output(?: of)?)\s*(?:最好|要求?|大概|希望|在|有|是|为|:)*\s*$/,
  seats: /(?:可以?|能|要|得)?\s*(?:容纳|坐得下|坐|住|接待|装得?下|开得?下|seats?|seating(?: for)?|holds?|for|accommodat(?:e|es|ing)|room for|fits?)\s*(?:下)?\s*$/,
  years: /(?:租期|期限|年限|合作期|租约|租|承包|签|长租|lease(?: of| for)?|term(?: of)?|for)\s*(?:最好|要求?|希望|在|个|a|an)*\s*$/,
  length: /(?:离|距离?|到|from|to)?\s*(?:最近的?)?(?:the )?(?:nearest )?(?:高速(?:公路)?(?:出?入?口|路口)?|motorway|highway|expressway)(?: exit| junction)?\s*(?:的?距离|路程|车程)?\s*(?:最好|要|在|is)?\s*$/,
  time: /(?:离|距离?|到|from|to)?\s*(?:最近的?)?(?:the )?(?:nearest )?(?:高速(?:公路)?(?:出?入?口|路口)?|motorway|highway|expressway)(?: exit| junction)?\s*(?:的?距离|路程|车程|开车)?\s*(?:最好|要|在|is)?\s*$/,
};
const tails: Readonly<Partial<Record<MeasureUnit['kind'], RegExp>>> = {
  length: /^\s*(?:的?(?:车程|路程|距离))?\s*(?:(?:到|离|上|from|of|to|off)\s*(?:the |a )?(?:nearest )?(?:高速(?:公路)?(?:出?入?口|路口)?|motorway|highway|expressway|freeway)(?: exit| junction| entrance)?)?(?:以内|之内|内)?/,
  time: /^\s*(?:的?(?:车程|路程|drive))?\s*(?:(?:到|离|上|能?上|from|of|to|off)\s*(?:the |a )?(?:nearest )?(?:高速(?:公路)?(?:出?入?口|路口)?|motorway|highway|expressway|freeway)(?: exit| junction| entrance)?)?(?:以内|之内|内)?/,
  years: /^\s*(?:的?(?:租期|长租|合同|lease|term)|long)?/,
};

function conditionOf(kind: MeasureUnit['kind'], bounds: Bounds, around: string): Condition | null {
  const span = { min: tidy(bounds.min), max: tidy(bounds.max) };
  switch (kind) {
    case 'mu': case 'm2': return { kind: 'area', ...span, unit: kind, about: bounds.about, of: /建筑面积|建面|floor/.test(around) ? 'floor' : /占地|site/.test(around) ? 'site' : null };
    case 'power': return { kind: 'capacity', ...span };
    case 'floors': return { kind: 'floors', ...span };
    // "Up to 200 guests" asks for room for 200.
    case 'seats': return { kind: 'seats', ...(span.min === null ? { min: span.max, max: null } : span) };
    case 'years': return { kind: 'term', ...span };
    case 'length': case 'time': return { kind: 'distance', max: tidy((bounds.max ?? bounds.min!) * (kind === 'time' ? kilometresPerHour : 1))! };
    default: return null;
  }
}
/** A figure without any bounding word: 200 亩 is about that, seats and years are wanted at least, a way to go is no longer than. */
const bare: Readonly<Partial<Record<MeasureUnit['kind'], 'least' | 'most' | 'about'>>> = { mu: 'about', m2: 'about', power: 'about', floors: 'about', seats: 'least', years: 'least', length: 'most', time: 'most' };

/** Reads areas, power, storeys, seats, years, and the way to the motorway. A distance to anything else is left: the ledger does not know it. */
export function readMeasures(plain: string): Reading[] {
  const figures = spokenFigures(plain);
  const readings: Reading[] = [];
  for (let at = 0; at < figures.length; at += 1) {
    const figure = figures[at]!;
    let unit = unitAt(plain, figure.to);
    let to = figure.to + (unit?.length ?? 0);
    let span: SpokenFigure = figure;
    const next = figures[at + 1];
    const following = next && joinsRange(plain.slice(to, next.from), plain.slice(0, figure.from)) ? unitAt(plain, next.to) : null;
    const isRange = next !== undefined && following !== null && (!unit || unit.kind === following.kind);
    if (isRange) {
      span = { ...figure, low: figure.low * (unit ?? following).factor / following.factor, high: next.high };
      unit = following;
      to = next.to + following.length;
      at += 1;
    }
    const near = boundsAround(plain, figure.from, figure.to);
    const kind = unit?.kind ?? labelled.find(([before]) => before.test(plain.slice(0, near.from)) || before.test(plain.slice(0, figure.from)))?.[1];
    if (!kind || !bare[kind]) continue;
    // 一亩半
    if (!isRange && unit && /^半/.test(plain.slice(to))) { span = { ...span, low: span.low + 0.5, high: span.high + 0.5 }; to += 1; }
    const stated = boundsAround(plain, figure.from, to);
    // 250+ mu
    const around = /^\s*\+/.test(plain.slice(figure.to)) ? { ...stated, bounds: 'least' as const } : stated;
    let from = around.from;
    to = around.to;
    if (isRange) { from -= rangeLead.exec(plain.slice(0, from))?.[0].length ?? 0; to += rangeTail.exec(plain.slice(to))?.[0].length ?? 0; }
    from -= leads[kind]?.exec(plain.slice(0, from))?.[0].length ?? 0;
    to += tails[kind]?.exec(plain.slice(to))?.[0].length ?? 0;
    const words = plain.slice(from, to);
    if ((kind === 'length' || kind === 'time') && !motorway.test(words)) continue;
    // 一年, 一个人 and 一层 are ways of speaking before they are measures.
    if ((kind === 'years' || kind === 'seats') && span.high < 2) continue;
    const factor = unit?.factor ?? 1;
    const bounds = isRange ? { min: span.low * factor, max: span.high * factor, about: false } : boundsOf(span, around.bounds, bare[kind], factor);
    const condition = conditionOf(kind, bounds, words);
    if (condition) readings.push({ from, to, conditions: [condition] });
  }
  return readings;
}
