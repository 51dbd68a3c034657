import type { SpokenFigure } from './figures.js';

/** What a figure bounds: at least, at most, or about it. */
export interface Bounds { readonly min: number | null; readonly max: number | null; readonly about: boolean }

const leastBefore = /(?:至少要?有?|最少要?|起码要?有?|不能?少于|不要少于|不低于|不能低于|不小于|不下于|大于等于|大于|超过|高于|多于|上(?=$)|≥|>=|>|at least|a minimum of|minimum of|minimum|min\.?|no less than|not less than|no fewer than|not under|no smaller than|upwards of|more than|larger than|bigger than|greater than|over|above|from|starting at|exceeding)\s*$/;
const mostBefore = /(?:不要?超过|不能超过|别超过|不超出|不高于|不多于|不大于|不能?高于|最多|至多|顶多|最高|最大|少于|小于|低于|小于等于|控制在|限于|≤|<=|<|up to|at most|no more than|not more than|not over|not above|not exceeding|a maximum of|maximum of|maximum|max\.?|under|below|less than|fewer than|smaller than|cheaper than|within|inside|capped at|cap of|cap)\s*$/;
const aboutBefore = /(?:大约|大概|差不多|约|将近|接近|about|around|roughly|approximately|approx\.?|circa|ca\.?|some|near|close to|~|≈)\s*(?:有|是|在|a)?\s*$/;
const leastAfter = /^\s*(?:及以上|以上|往上|之上|朝上|起步?(?!租)|打底|\+|or more|or larger|or bigger|or above|or over|or higher|and up(?:wards)?|and over|and above|and more|upwards|at least|minimum|at the least|plus)/;
const mostAfter = /^\s*(?:及以内|及以下|以内|以下|之内|之下|以里|内(?!部)|封顶|为限|顶格|往下|or less|or smaller|or under|or fewer|or below|or cheaper|or lower|at most|at the most|maximum|max\b|tops|and under|and below)/;
const aboutAfter = /^\s*(?:左右|上下|前后|来去|or so|or thereabouts|ish\b|-ish\b|give or take)/;

/** How the words around a figure bound it, and how far they reach on either side. */
export interface Around { readonly bounds: 'least' | 'most' | 'about' | null; readonly from: number; readonly to: number }

/** Reads the words right before `from` and right after `to`. */
export function boundsAround(plain: string, from: number, to: number): Around {
  const head = plain.slice(Math.max(0, from - 40), from);
  const tail = plain.slice(to, to + 40);
  const before = ([['most', mostBefore], ['least', leastBefore], ['about', aboutBefore]] as const).flatMap(([kind, words]) => { const match = words.exec(head); return match ? [{ kind, length: match[0].length }] : []; })
    // 不超过 ends like 超过: the longer one was meant.
    .toSorted((one, other) => other.length - one.length)[0];
  const after = ([['least', leastAfter], ['most', mostAfter], ['about', aboutAfter]] as const).flatMap(([kind, words]) => { const match = words.exec(tail); return match ? [{ kind, length: match[0].length }] : []; })[0];
  const kind = before && before.kind !== 'about' ? before.kind : after?.kind ?? before?.kind ?? null;
  return { bounds: kind, from: from - (before?.length ?? 0), to: to + (after?.length ?? 0) };
}

/** The words between the two ends of a span: 到, -, to; `and` only after `between`. */
export const joinsRange = (between: string, before: string): boolean =>
  /^\s*(?:到|至|-+|–|—+|~+|to|或|or)\s*$/.test(between) || (/^\s*(?:and|和|与|跟)\s*$/.test(between) && /(?:between|介于|在|从)\s*$/.test(before));
/** What may lead such a span in. */
export const rangeLead = /(?:between|介于|从|from|在)\s*$/;
export const rangeTail = /^\s*(?:之间|中间)/;

/** The bounds of a figure that stands alone; `bare` says what one without any such word is taken for. */
export function boundsOf({ low, high, loose }: SpokenFigure, kind: Around['bounds'], bare: 'least' | 'most' | 'about', factor: number): Bounds {
  const [from, to] = [low * factor, high * factor];
  switch (kind ?? (low === high && !loose ? bare : 'about')) {
    case 'least': return { min: from, max: null, about: false };
    case 'most': return { min: null, max: to, about: false };
    // 几十 and 两三百 are spans of themselves.
    case 'about': return { min: from, max: to, about: low === high };
  }
}
