import { describe, expect, it } from 'vitest';
import { consentWords } from '../../data/rules/lead/consent.js';
import { countLeads } from '../../data/rules/lead/counts.js';
import { duplicatesOf } from '../../data/rules/lead/duplicates.js';
import { followUpOrder, isExpired, monthsAfter, standingOf } from '../../data/rules/lead/follow-up.js';
import { maskedName, maskedOrganisation, maskedPhone } from '../../data/rules/lead/mask.js';
import { mergedLeads } from '../../data/rules/lead/merge.js';
import { leadOpenFields, leadPersonFields } from '../../data/schema/fields.js';
import { boothLeadSchema, leadKeptMonths, phoneSchema, takenPersonSchema, type LeadOpen } from '../../data/schema/lead.js';
import { idOf } from '../builders/ledger.js';

const lead = (number: number, more: Partial<LeadOpen> = {}): LeadOpen => ({
  id: idOf(number), revision: 1, takenAt: `2026-11-0${number}T08:00:00.000Z`, way: 'booth', language: 'zh', consent: { at: `2026-11-0${number}T08:00:00.000Z`, wording: 'shown-1', until: `2028-11-0${number}` }, assetIds: [], projectIds: [], ...more,
});

describe('what is shown of a person', () => {
  it('is the first letter of a name, however long the name is', () => {
    expect([maskedName('李明轩'), maskedName('欧阳明轩'), maskedName('John Smith'), maskedName('  '), maskedName(undefined)]).toEqual(['李**', '欧**', 'J**', '', '']);
  });
  it('is the beginning and the end of a mobile number, also with its country and blanks, and the last two digits of a short one', () => {
    expect([maskedPhone('13812342046'), maskedPhone('+86 138 1234 2046'), maskedPhone('0579-88123'), maskedPhone('8812345'), maskedPhone('')]).toEqual(['138****2046', '138****2046', '****23', '****45', '']);
  });
  it('is two characters of a firm, and one of a short name', () => {
    expect([maskedOrganisation('云岭露营文化公司'), maskedOrganisation('阿牛'), maskedOrganisation('Acme Ltd')]).toEqual(['云岭**', '阿**', 'A**']);
  });
});

describe('the schema of a lead', () => {
  it('classifies what is about the person as personal, and nothing of a lead as public', () => {
    expect(leadPersonFields.map(({ audience }) => audience)).toEqual(leadPersonFields.map(() => 'personal'));
    expect(leadOpenFields.filter(({ audience }) => audience !== 'internal')).toEqual([]);
  });
  it('takes phones as people write them, and refuses what is none', () => {
    for (const phone of ['13812342046', '+86 138-1234-2046', '0579-8812 3456转801', '(0579) 88123456']) expect([phone, phoneSchema.safeParse(phone).success]).toEqual([phone, true]);
    for (const phone of ['', '1234', '-----', '找小李', '138\n12342046<script>', '1'.repeat(41)]) expect([phone, phoneSchema.safeParse(phone).success]).toEqual([phone, false]);
  });
  it('takes nothing from a booth without a name, a phone and consent, nor anything more than that', () => {
    const whole = { name: '李', phone: '13812342046', consent: true };
    expect(boothLeadSchema.safeParse(whole).success).toBe(true);
    for (const wrong of [{ ...whole, name: ' ' }, { ...whole, phone: '' }, { ...whole, consent: false }, { name: '李', phone: '13812342046' }, { ...whole, words: 'x' }, { ...whole, name: 'x'.repeat(61) }]) expect(boothLeadSchema.safeParse(wrong).success).toBe(false);
  });
  it('takes a lead from staff with a name or an organisation', () => {
    expect([takenPersonSchema.safeParse({ organisation: '某公司' }).success, takenPersonSchema.safeParse({ phone: '13812342046' }).success]).toEqual([true, false]);
  });
});

describe('the sentence of consent', () => {
  it('names who keeps what, what for, how long, and the line by which it can be taken back, in both languages', () => {
    const words = consentWords({ zh: '大源乡', en: 'Dayuan' }, { phone: '0579-8812345' });
    for (const part of ['大源乡', '电话', '招商', `${leadKeptMonths} 个月`, '删除', '0579-8812345']) expect(words.zh).toContain(part);
    for (const part of ['Dayuan', 'phone', 'investing', `${leadKeptMonths} months`, 'delete', '0579-8812345']) expect(words.en).toContain(part);
  });
  it('speaks of the staff where the township has no line', () => expect(consentWords({ zh: '大源乡', en: 'Dayuan' }, undefined).zh).toContain('工作人员'));
});

describe('duplicates', () => {
  it('are those with the same phone, however it is written, or the same organisation and name', () => {
    const people = [
      { id: 'a', person: { name: '李明', phone: '13812342046' } }, { id: 'b', person: { name: '李总', phone: '+86 138-1234-2046' } }, { id: 'c', person: { name: '王强', organisation: '云岭公司', phone: '13900000000' } },
      { id: 'd', person: { name: ' 王 强', organisation: '云岭公司' } }, { id: 'e', person: { name: '王强', organisation: '别的公司' } }, { id: 'f', person: { name: '李明' } },
    ];
    expect(duplicatesOf(people)).toEqual([['a', 'b'], ['c', 'd']]);
  });
  it('are found by way of a third', () => {
    expect(duplicatesOf([{ id: 'a', person: { name: '李', organisation: '甲', phone: '13811111111' } }, { id: 'b', person: { phone: '13822222222' } }, { id: 'c', person: { name: '李', organisation: '甲', phone: '13822222222' } }])).toEqual([['a', 'b', 'c']]);
  });
  it('are none among leads that say nothing of a person', () => expect(duplicatesOf([{ id: 'a', person: {} }, { id: 'b', person: {} }])).toEqual([]));
});

describe('merging', () => {
  const [asset, other] = [idOf(71), idOf(72)];
  const merged = mergedLeads(
    { lead: lead(5, { assetIds: [asset] }), person: { name: '李明', phone: '13812342046', words: '要林地' } },
    [{ lead: lead(2, { assetIds: [asset, other], nextStep: 'visit', nextAt: '2026-12-01' }), person: { organisation: '云岭公司', phone: '13900000000', words: '要林地，通车' } }],
  );
  it('keeps what the kept one says, fills in the rest, and puts links and words together', () => {
    expect(merged.person).toEqual({ name: '李明', organisation: '云岭公司', phone: '13812342046', words: '要林地，通车', note: '13900000000' });
    expect(merged.lead).toMatchObject({ id: idOf(5), assetIds: [asset, other], nextStep: 'visit', nextAt: '2026-12-01', takenAt: lead(2).takenAt });
  });
  it('keeps the data no longer than the first consent says', () => expect(merged.lead.consent.until).toBe('2028-11-02'));
  it('is done only where all are', () => {
    const done = lead(1, { doneAt: '2026-11-09T08:00:00.000Z' });
    expect(mergedLeads({ lead: done, person: {} }, [{ lead: lead(2), person: {} }]).lead.doneAt).toBeUndefined();
    expect(mergedLeads({ lead: done, person: {} }, [{ lead: done, person: {} }]).lead.doneAt).toBe(done.doneAt);
  });
});

describe('following up', () => {
  it('puts what is overdue first, then today, then what nobody has planned, then by day, and what is done last', () => {
    const [overdue, today, planned, fresh, done] = [lead(1, { nextAt: '2026-11-01' }), lead(2, { nextAt: '2026-11-20' }), lead(3, { nextAt: '2026-12-01' }), lead(4), lead(5, { nextAt: '2026-01-01', doneAt: '2026-11-09T08:00:00.000Z' })];
    expect(followUpOrder([done, planned, fresh, today, overdue], '2026-11-20')).toEqual([overdue, today, fresh, planned, done]);
    expect([overdue, today, planned, fresh, done].map((one) => standingOf(one, '2026-11-20'))).toEqual(['overdue', 'today', 'planned', 'new', 'done']);
  });
  it('knows when the time that was agreed to is over', () => expect([isExpired(lead(1), '2028-11-01'), isExpired(lead(1), '2028-11-02')]).toEqual([false, true]));
  it('counts months over the ends of months and years', () => {
    expect([monthsAfter('2026-11-29', 24), monthsAfter('2026-12-31', 2), monthsAfter('2024-02-29', 12), monthsAfter('2026-11-30', 3)]).toEqual(['2028-11-29', '2027-02-28', '2025-02-28', '2027-02-28']);
  });
});

describe('counts', () => {
  it('give each asset its leads, and each project those that name it or one of its assets, once', () => {
    const [a, b, p] = [idOf(1), idOf(2), idOf(3, 'P')];
    const counts = countLeads([lead(1, { assetIds: [a, b], projectIds: [p] }), lead(2, { assetIds: [b] }), lead(3, { projectIds: [idOf(9, 'P')] })], [{ id: p, assetIds: [a, b] }]);
    expect(counts).toEqual({ assets: { [a]: 1, [b]: 2 }, projects: { [p]: 2 } });
  });
});
