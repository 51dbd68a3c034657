import type { Person } from '../../schema/common.js';
import type { Doubt } from '../../schema/import-plan.js';
import { isBlank, numberText, oneLine, textOf, type Cell } from './cell.js';
import { doubt } from './doubts.js';

export interface ReadPerson { readonly person: Person; readonly doubts: readonly Doubt[] }

/** True for a number that can be dialled in China: a mobile, a land line with or without area code, 400/800 and service numbers. */
export function isPhone(digits: string): boolean {
  const bare = digits.replace(/^(?:\+?86|0086)(?=1\d{10}$)/, '');
  return /^1\d{10}$/.test(bare) || /^0\d{2,3}[2-8]\d{6,7}$/.test(bare) || /^[2-8]\d{6,7}$/.test(bare) || /^[48]00\d{7}$/.test(bare) || /^1\d{4}$/.test(bare) && /^(12345|12348|12316)$/.test(bare);
}

/** A mobile as eleven digits, a land line with its hyphen. */
function tidyPhone(written: string): string {
  const mobile = written.replace(/\D/g, '').replace(/^(?:86|0086)(?=1\d{10}$)/, '');
  return /^1\d{10}$/.test(mobile) ? mobile : written.replace(/[\s()·.]/g, '').replace(/^-+|-+$/g, '');
}

const runs = /\+?\d[\d\-\s()*·.]{4,}\d|\d{5,}/g;

/**
 * Reads a person and a phone from one cell in any order (张某：1990…, 1990… 张某, 姓名/电话 on two lines)
 * and from a second cell that holds the phone alone. Of several people the first is taken.
 */
export function parsePerson(named: Cell, phoned: Cell, field = 'contact'): ReadPerson {
  const doubts: Doubt[] = [];
  const whole = isBlank(named) ? '' : textOf(typeof named === 'number' ? numberText(named) : named).normalize('NFKC');
  const extra = isBlank(phoned) ? '' : textOf(typeof phoned === 'number' ? numberText(phoned) : phoned).normalize('NFKC');
  const phones: string[] = [];
  const wrong: string[] = [];
  const take = (found: string) => {
    // Two numbers side by side with only a blank between them are two numbers.
    for (const part of isPhone(found.replace(/\D/g, '')) ? [found] : found.split(/[\s]+|(?<=\d{7})[./·](?=\d)/)) {
      const digits = part.replace(/[^\d]/g, '');
      if (digits.length < 5) continue;
      if (isPhone(digits)) phones.push(tidyPhone(part));
      else wrong.push(part.trim());
    }
  };
  for (const found of extra.match(runs) ?? []) take(found);
  for (const found of whole.match(runs) ?? []) take(found);
  if (extra && phones.length === 0 && wrong.length === 0) wrong.push(extra);
  const name = oneLine(whole.replace(runs, '\n').replace(/联系人|联系电话|联系方式|手机号?码?|电话号?码?|姓名|号码|tel|phone/gi, ' ').replace(/[:：,，;；、/|\\()（）]+/g, '\n').split('\n').map((part) => part.trim()).filter(Boolean)[0] ?? '');
  const others = whole.replace(runs, '\n').split(/[\n、/;；]+/).map((part) => part.replace(/[:：,，\s()（）]|联系人|联系电话|电话|手机|姓名/g, '')).filter((part) => /^[\u4e00-\u9fff·某]{2,}/.test(part));
  if (phones.length > 1 || others.length > 1) doubts.push(doubt('contact_many', field, oneLine(whole || extra)));
  if (phones.length === 0 && wrong.length > 0) doubts.push(doubt('phone_invalid', `${field}.phone`, wrong[0] as string));
  return { person: { ...(name ? { name } : {}), ...(phones[0] ? { phone: phones[0] } : {}) }, doubts };
}
