import { describe, expect, it } from 'vitest';
import { assetFields, fieldAt, profileFields, projectFields } from '../../data/schema/fields.js';
import { squareMetresPerMu } from '../../data/rules/format.js';
import { draftOf, readDraft, sameDraft, type Draft } from '../../renderer/ui/fields/draft.js';
import { writtenOf } from '../../renderer/ui/fields/form-sections.js';
import { valueText } from '../../renderer/ui/fields/value-text.js';

const asset = (path: string) => fieldAt(assetFields, path);
const read = (path: string, draft: Draft) => { const reading = readDraft(asset(path), draft); return reading.ok ? reading.value : reading.fault.zh; };

describe('what is typed into a field', () => {
  it('reads an area in the unit chosen, and in the one typed behind the number', () => {
    expect(read('siteArea', { amount: '12.5', unit: 'mu' })).toBeCloseTo(12.5 * squareMetresPerMu, 1);
    expect(read('siteArea', { amount: '1,200', unit: 'm2' })).toBe(1200);
    expect(read('siteArea', { amount: '2公顷', unit: 'm2' })).toBe(20_000);
  });

  it('says how to write an area that is none, and that it must be above nothing', () => {
    expect(read('siteArea', { amount: '很大', unit: 'mu' })).toMatch(/12\.5 亩/);
    expect(read('siteArea', { amount: '0', unit: 'mu' })).toMatch(/大于 0/);
  });

  it('reads numbers with the units people write: 960kW, 192万度, 1.2亿元', () => {
    expect(read('detail.capacityKw', '960kW')).toBe(960);
    expect(read('detail.annualOutputKwh', '192万度')).toBe(1_920_000);
    const investment = readDraft(fieldAt(projectFields, 'investment'), '1.2亿元');
    expect(investment).toEqual({ ok: true, value: 12_000 });
  });

  it('reads a place as two numbers, swapped, or in degrees, minutes and seconds', () => {
    const place = { lng: expect.closeTo(119.92, 4), lat: expect.closeTo(29.83, 4) };
    expect(read('location', '119.92, 29.83')).toEqual(place);
    expect(read('location', '29.83，119.92')).toEqual(place);
    expect(read('location', '119°55′12″ 29°49′48″')).toEqual(place);
    expect(read('location', '119.92')).toMatch(/经度和纬度/);
  });

  it('reads dates as far as they are known', () => {
    expect(read('idleSince', '2019年3月')).toBe('2019-03');
    expect(read('idleSince', '2019.3.8')).toBe('2019-03-08');
    expect(read('idleSince', '早年')).toMatch(/2024-03/);
  });

  it('asks for the basis of a price, and for an amount', () => {
    expect(read('price', { amount: '39万', basis: 'year' })).toEqual({ yuan: 390_000, basis: 'year' });
    expect(read('price', { amount: '', basis: 'negotiable' })).toEqual({ yuan: null, basis: 'negotiable' });
    expect(read('price', { amount: '300', basis: '' })).toMatch(/计价方式/);
    expect(read('price', { amount: '', basis: 'year' })).toMatch(/金额/);
  });

  it('clears a field when it is emptied, but not a name', () => {
    expect(read('address', '  ')).toBeUndefined();
    expect(read('siteArea', { amount: '', unit: 'mu' })).toBeUndefined();
    expect(read('contact', { name: '', phone: ' ' })).toBeUndefined();
    expect(read('name', '')).toBe('「名称」不能空着。');
  });

  it('says how long a text may be', () => expect(read('term', '年'.repeat(61))).toBe('最多 60 个字，现在 61 个。'));

  it('wants the Chinese of the township’s name', () => {
    const name = fieldAt(profileFields, 'name');
    expect(readDraft(name, { zh: '', en: 'Shili' })).toMatchObject({ ok: false });
    expect(readDraft(name, { zh: '示例乡', en: '' })).toEqual({ ok: true, value: { zh: '示例乡', en: '' } });
  });
});

describe('what a field begins with', () => {
  const stored: [string, unknown][] = [
    ['name', '白鹭溪电站'], ['siteArea', 133_333.33], ['detail.capacityKw', 960.5], ['idleSince', '2019-03'], ['cooperation', ['lease']], ['utilities', []],
    ['price', { yuan: 390_000, basis: 'year' }], ['contact', { name: '周某' }], ['detail.basicFarmland', false], ['highlights', { zh: '临溪' }], ['suggestedUses', ['民宿']],
  ];
  it.each(stored)('reads %s back as it was stored, so that leaving a field untouched changes nothing', (path, value) => {
    const reading = readDraft(asset(path), draftOf(asset(path), value, 'forest'));
    expect(reading.ok && sameDraft(draftOf(asset(path), reading.value, 'forest'), draftOf(asset(path), value, 'forest'))).toBe(true);
  });

  it('shows land in 亩 and buildings in ㎡', () => {
    expect(draftOf(asset('siteArea'), squareMetresPerMu * 200, 'forest')).toEqual({ amount: '200', unit: 'mu' });
    expect(draftOf(asset('siteArea'), 168, 'house')).toEqual({ amount: '168', unit: 'm2' });
    expect(draftOf(asset('floorArea'), 168, 'farmland')).toEqual({ amount: '168', unit: 'm2' });
  });
});

describe('a stored value in words', () => {
  it('writes energy, years, persons and sources as people do', () => {
    expect(valueText(asset('detail.annualOutputKwh'), 1_920_000, 'zh')).toBe('192 万度');
    expect(valueText(asset('detail.builtYear'), 1979, 'zh')).toBe('1979 年');
    expect(valueText(asset('contact'), { name: '周某', phone: '0571' }, 'zh')).toBe('周某 0571');
    expect(valueText(asset('source'), { file: '台账.xlsx', sheet: '山林', row: 9 }, 'zh')).toBe('台账.xlsx · 山林 · 第 9 行');
    expect(valueText(asset('source'), { file: '台账.xlsx', row: 9 }, 'en')).toBe('台账.xlsx · row 9');
  });

  it('tells what a file said only where that says more than the value', () => {
    const record = { status: 'negotiating', statusText: '洽谈中', siteArea: squareMetresPerMu * 200, siteAreaText: '约200亩' };
    expect(writtenOf(asset('status'), assetFields, record, 'zh', 'forest')).toBeUndefined();
    expect(writtenOf(asset('siteArea'), assetFields, record, 'zh', 'forest')).toBe('约200亩');
    expect(writtenOf(asset('name'), assetFields, record, 'zh', 'forest')).toBeUndefined();
    expect(writtenOf(asset('floorArea'), assetFields, { floorArea: 1480, floorAreaText: '1480 ㎡' }, 'zh', 'house')).toBeUndefined();
  });
});
