import { describe, expect, it } from 'vitest';
import { codeStyleOf } from '../../data/rules/import/codes.js';
import { parseDate, parseYear } from '../../data/rules/import/parse-date.js';
import { parseArea, parseInvestment, parseMeasure } from '../../data/rules/import/parse-measure.js';
import { isPhone, parsePerson } from '../../data/rules/import/parse-person.js';
import { parsePrice, priceUnitOf } from '../../data/rules/import/parse-price.js';
import { partsOf, wordOf, yesOrNo } from '../../data/rules/import/parse-words.js';
import { unitOf, type Unit } from '../../data/rules/import/units.js';
import { horizons, stages, statuses } from '../../data/schema/vocabularies.js';

const mu = unitOf('亩') as Unit;
const square = unitOf('m2') as Unit;
const codes = (read: { doubts: readonly { code: string }[] }) => read.doubts.map((entry) => entry.code);

describe('an area', () => {
  it.each([
    [583, mu, 388666.67, []], ['583 ', mu, 388666.67, []], ['1,200.5', square, 1200.5, []], ['１２３', square, 123, []],
    ['24.967公顷', mu, 249670, ['unit_override']], ['9.18 ha', mu, 91800, ['unit_override']], ['174㎡', square, 174, []], ['0.281亩', square, 187.33, ['unit_override']], ['0.5平方公里', mu, 500000, ['unit_override']],
    ['约360亩', mu, 240000, ['area_approx']], ['360亩左右', mu, 240000, ['area_approx']], ['40多亩', mu, 26666.67, ['area_approx']], ['约1150平方米', square, 1150, ['area_approx']],
    ['3亩5分', mu, 2333.33, []], ['100亩（其中水田40亩）', mu, 66666.67, []], ['1.2万平方米', square, 12000, ['unit_override']],
  ])('reads %s', (cell, unit, value, doubts) => {
    const read = parseArea(cell, unit, 'siteArea');
    expect(read.value).toBeCloseTo(value as number, 1);
    expect(codes(read)).toEqual(doubts);
  });
  it.each(['89-106亩', '427～502亩', '105至124亩', '105亩-124亩', '89—106'])('keeps the words of the range %s and no number', (cell) => {
    const read = parseArea(cell, mu, 'siteArea');
    expect(read).toMatchObject({ text: cell });
    expect(read.value).toBeUndefined();
    expect(codes(read)).toContain('area_range');
  });
  it.each(['待测', '以实测为准', '面议', '水田5亩旱地3亩'])('says that %s is no number', (cell) => {
    expect(codes(parseArea(cell, mu, 'siteArea'))).toEqual(['area_unparsed']);
  });
  it('says nothing of blank cells and refuses what is not above 0', () => {
    for (const blank of [undefined, '', ' / ', '—', '无']) expect(parseArea(blank, mu, 'siteArea')).toEqual({ doubts: [] });
    expect(codes(parseArea(-5, mu, 'siteArea'))).toEqual(['area_invalid']);
    expect(codes(parseArea('-5', mu, 'siteArea'))).toEqual(['area_invalid']);
  });
  it('keeps the text with the unit that the header gives', () => {
    expect(parseArea(583, mu, 'siteArea').text).toBe('583亩');
  });
});

describe('a measure', () => {
  it('is read into the unit of its field', () => {
    expect(parseMeasure('21 ', 'energy', unitOf('万kwh'), 1, 'x').value).toBe(210000);
    expect(parseMeasure('1.92亿kWh', 'energy', unitOf('万kwh'), 1, 'x').value).toBe(192000000);
    expect(parseMeasure('0.96MW', 'power', unitOf('kw'), 1, 'x')).toMatchObject({ value: 960 });
    expect(parseMeasure('3层', 'count', undefined, 1, 'x').value).toBe(3);
    expect(parseMeasure('二层', 'count', undefined, 1, 'x').value).toBe(2);
    expect(parseMeasure('12公里', 'length', undefined, 1000, 'x').value).toBe(12);
    expect(codes(parseMeasure('3-4层', 'count', undefined, 1, 'x'))).toEqual(['number_range']);
  });
});

describe('an investment', () => {
  const unit = unitOf('万元') as Unit;
  it.each([[2300, 2300, '2300万元'], ['5000 ', 5000, '5000万元'], ['0.048亿元', 480, '0.048亿元'], ['1.2亿', 12000, '1.2亿'], ['800万', 800, '800万']])('reads %s in 万元', (cell, value, words) => {
    expect(parseInvestment(cell, unit, 'investment')).toMatchObject({ value, text: words });
  });
  it('keeps the words of a range and of 待定', () => {
    expect(parseInvestment('350-700', unit, 'investment')).toMatchObject({ text: '350-700万元', doubts: [{ code: 'investment_range' }] });
    expect(parseInvestment('待定', unit, 'investment')).toMatchObject({ text: '待定', doubts: [{ code: 'investment_unparsed' }] });
  });
});

describe('a price', () => {
  const muYear = priceUnitOf('元/亩·年') ?? {};
  it.each(['元/亩·年', '元/亩/年', '元/(亩·年)', '元/年·亩', '元每亩每年', '元／亩．年'])('knows %s as per mu and year', (words) => {
    expect(priceUnitOf(words)).toMatchObject({ factor: 1, perMu: true, per: 'year' });
  });
  it.each([
    [290, muYear, 290, 'mu-year', '290元/亩·年'], ['180 ', muYear, 180, 'mu-year', '180元/亩·年'], ['0.02万元/亩·年', muYear, 200, 'mu-year', '0.02万元/亩·年'],
    [1.3, { factor: 10000, money: '万元', per: 'year' }, 13000, 'year', '1.3万元/年'], ['5000元/年', { factor: 10000, money: '万元', per: 'year' }, 5000, 'year', '5000元/年'],
    ['3.6万元/年', muYear, 36000, 'year', '3.6万元/年'], ['每亩300元', {}, 300, 'mu-year', '每亩300元'], ['2万/年', {}, 20000, 'year', '2万/年'], ['一次性50万元', {}, 500000, 'total', '一次性50万元'], ['800元/月', {}, 800, 'month', '800元/月'],
    ['500 per mu', { per: 'year' }, 500, 'mu-year', '500 per mu'], ['CNY 36,000 per year', {}, 36000, 'year', 'CNY 36,000 per year'], ['2000 yuan/month', {}, 2000, 'month', '2000 yuan/month'],
  ] as const)('reads %s', (cell, column, yuan, basis, words) => {
    expect(parsePrice(cell, column)).toMatchObject({ price: { yuan, basis }, text: words });
  });
  it('takes 面议 for open to talks and keeps what has no amount as words', () => {
    expect(parsePrice('Negotiable', muYear).price).toEqual({ yuan: null, basis: 'negotiable' });
    for (const words of ['面议', '价格面议', '协商', '面议（5万起）']) expect(parsePrice(words, muYear).price).toEqual({ yuan: null, basis: 'negotiable' });
    expect(parsePrice('300斤稻谷', muYear)).toMatchObject({ text: '300斤稻谷', doubts: [{ code: 'price_unparsed' }] });
    expect(parsePrice('1-2万元/年', muYear)).toMatchObject({ text: '1-2万元/年', doubts: [{ code: 'price_range' }] });
    expect(codes(parsePrice('20万', {}))).toEqual(['price_basis_assumed']);
  });
});

describe('a date', () => {
  it.each([
    ['2017.09', '2017-09'], ['2017-9', '2017-09'], ['2018/1', '2018-01'], ['2014年8月', '2014-08'], ['2005年', '2005'], ['2031.07.13', '2031-07-13'], ['2030年5月2日', '2030-05-02'],
    ['二〇一五年三月', '2015-03'], ['2014年8月起', '2014-08'], [2005, '2005'], [201908, '2019-08'], [20190801, '2019-08-01'], [2019.08, '2019-08'], [43647, '2019-07-01'], ['43647', '2019-07-01'],
  ])('reads %s', (cell, value) => {
    expect(parseDate(cell, 'idleSince')).toEqual({ value, doubts: [] });
  });
  it('keeps the precision that a date cell shows', () => {
    expect(parseDate({ date: '2016-05' }, 'idleSince').value).toBe('2016-05');
  });
  it.each(['早年', '不详', '长期', '80年代', '2017.13', '2030-02-30', '清末'])('says that %s is no date', (cell) => {
    expect(parseDate(cell, 'idleSince')).toMatchObject({ doubts: [{ code: 'date_unparsed' }] });
    expect(parseDate(cell, 'idleSince').value).toBeUndefined();
  });
  it('marks 约2005年 as approximate and does not choose between January and October', () => {
    expect(parseDate('约2005年', 'x')).toMatchObject({ value: '2005', doubts: [{ code: 'date_approx' }] });
    expect(parseDate(2019.1, 'x')).toMatchObject({ value: '2019', doubts: [{ code: 'date_ambiguous' }] });
  });
  it('takes the end of a span where the end is meant', () => {
    expect(parseDate('2016.5.1—2026.4.30', 'detail.waterPermitExpiry', true).value).toBe('2026-04-30');
    expect(parseYear('1979年', 'x').value).toBe(1979);
  });
});

describe('a person', () => {
  it.each([
    ['张某：19900001011', '张某', '19900001011'], ['19900001011 张某', '张某', '19900001011'], ['甲村经济合作社\n19900001000', '甲村经济合作社', '19900001000'], ['甲村经济合作社19900001000', '甲村经济合作社', '19900001000'],
    ['李某 0571-88888888', '李某', '0571-88888888'], ['李某/199 0000 1011', '李某', '19900001011'], ['联系人：王某 电话：+86 199-0000-1011', '王某', '19900001011'],
  ])('reads %s', (cell, name, phone) => {
    expect(parsePerson(cell, undefined)).toEqual({ person: { name, phone }, doubts: [] });
  });
  it('reads name and phone from two cells, also a phone kept as a number', () => {
    expect(parsePerson('徐某', 19900001037).person).toEqual({ name: '徐某', phone: '19900001037' });
  });
  it('leaves out a number with the wrong count of digits and says so', () => {
    for (const cell of ['方某 1990000111', '方某1990000', '方某 199000011111']) expect(parsePerson(cell, undefined)).toMatchObject({ person: { name: '方某' }, doubts: [{ code: 'phone_invalid', field: 'contact.phone' }] });
    expect(isPhone('199000010')).toBe(false);
  });
  it('takes the first of several people', () => {
    expect(parsePerson('张某 19900001011、李某 19900001012', undefined)).toMatchObject({ person: { name: '张某', phone: '19900001011' }, doubts: [{ code: 'contact_many' }] });
  });
});

describe('words of closed lists', () => {
  it('are known with neutral words around them, never by mere containment', () => {
    expect(wordOf(statuses, '长期闲置')).toBe('idle');
    expect(wordOf(statuses, '洽谈中（某公司）')).toBe('negotiating');
    expect(wordOf(statuses, '不再招商')).toBe('withdrawn');
    expect(wordOf(statuses, '再议')).toBeUndefined();
    expect(wordOf(statuses, '尚未确定是否出租')).toBeUndefined();
    expect(wordOf(stages, '谋划阶段')).toBe('planning');
    expect(wordOf(horizons, '近期（2026年前）')).toBe('near');
  });
  it('are split, and yes and no are read in every way', () => {
    expect(partsOf('租赁、入股/转让')).toEqual(['租赁', '入股', '转让']);
    expect([yesOrNo('√'), yesOrNo('是（文保点）'), yesOrNo('×'), yesOrNo('不涉及'), yesOrNo('部分')]).toEqual([true, true, false, false, undefined]);
  });
});

describe('codes', () => {
  it('are brought to the style of their column, and only the odd ones are marked', () => {
    const style = codeStyleOf(['SL-2024-001', 'SL-2024-002', ' SL-2024-003 ', 'SL-2024-004', 'lt－2024－008', 'SL2024009', 'SL-2O24-010']);
    expect(style.normalise(' SL-2024-003 ')).toEqual({ code: 'SL-2024-003', variant: false });
    expect(style.normalise('lt－2024－008')).toEqual({ code: 'LT-2024-008', variant: true });
    expect(style.normalise('SL2024009')).toEqual({ code: 'SL-2024-009', variant: true });
    expect(style.normalise('SL-2O24-010')).toEqual({ code: 'SL-2024-010', variant: true });
  });
  it('keep lower case where the whole column has it', () => {
    expect(codeStyleOf(['a-01', 'a-02', 'a-03']).normalise('a-02')).toEqual({ code: 'a-02', variant: false });
  });
});
