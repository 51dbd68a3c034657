import { describe, expect, it } from 'vitest';
import { checkAsset } from '../../data/rules/quality/check-asset.js';
import { lastDay, dateOfDay } from '../../data/rules/quality/dates.js';
import { ledgerFigures } from '../../data/rules/quality/ledger-figures.js';
import { createNeighbours } from '../../data/rules/quality/neighbours.js';
import { yearsOf } from '../../data/rules/quality/offer.js';
import { rules } from '../../data/rules/quality/rules.js';
import type { Asset } from '../../data/schema/asset.js';
import { fieldsOfCategory } from '../../data/schema/fields.js';
import type { Category } from '../../data/schema/vocabularies.js';
import { buildAsset } from '../builders/ledger.js';

const today = '2026-11-24';
/** Checks each of a few assets as one ledger. */
function check(assets: readonly Asset[], day = today) {
  const neighbours = createNeighbours();
  assets.forEach(neighbours.add);
  const context = { today: day, township: { hasPublicLine: true }, figures: ledgerFigures(assets, undefined), neighbours };
  return assets.map((asset) => checkAsset(asset, context));
}
/** The codes found in an asset that is alone. */
const codes = <C extends Category>(category: C, fields: Parameters<typeof buildAsset<C>>[1] = {}, day = today) => check([buildAsset(category, fields)], day)[0]!.findings.map((finding) => finding.code);
const one = <C extends Category>(category: C, fields: Parameters<typeof buildAsset<C>>[1], code: string) => check([buildAsset(category, fields)])[0]!.findings.find((finding) => finding.code === code);

/** A square around a place, so many metres wide. */
const square = (lng: number, lat: number, metres: number) => {
  const [x, y] = [metres / 2 / (111_195 * Math.cos((lat * Math.PI) / 180)), metres / 2 / 111_195];
  return { type: 'Polygon' as const, coordinates: [[[lng - x, lat - y], [lng + x, lat - y], [lng + x, lat + y], [lng - x, lat + y], [lng - x, lat - y]]] };
};

describe('the rules', () => {
  it('have a code of their own each, and find nothing in a plain idle asset of any category', () => {
    expect(new Set(rules.map((rule) => rule.code)).size).toBe(rules.length);
    for (const category of ['forest', 'farmland', 'hydropower', 'house', 'hall', 'other'] as const) expect(codes(category), category).toEqual([]);
  });
});

describe('area', () => {
  const boundary = square(119.93, 29.83, 100);
  it('differs from the boundary by more than a fifth: both figures are named', () => {
    const finding = one('house', { siteArea: 5_000, boundary }, 'area-boundary');
    expect(finding).toMatchObject({ path: 'siteArea', level: 'doubt' });
    expect(finding?.reason.zh).toMatch(/5,000 ㎡.*(9,99\d|10,00\d).*㎡.*100%/);
    expect(codes('house', { siteArea: 9_000, boundary })).toEqual([]);
  });
  it('is said in mu where people speak of mu', () => {
    expect(one('forest', { siteArea: 100_000, boundary }, 'area-boundary')?.reason.zh).toContain('150 亩');
  });
  it('cannot be a fraction of a square metre, nor more than the township', () => {
    expect(codes('house', { floorArea: 0.5 })).toEqual(['area-implausible']);
    expect(codes('forest', { siteArea: 2e9 })).toEqual(['area-implausible']);
  });
  it('of the floors is held against ground and storeys', () => {
    expect(codes('house', { siteArea: 100, floorArea: 260, detail: { floors: 1 } })).toEqual(['floor-area']);
    expect(codes('house', { siteArea: 100, floorArea: 200, detail: { floors: 2 } })).toEqual([]);
  });
});

describe('place', () => {
  const around = Array.from({ length: 8 }, (_, at) => buildAsset('forest', { location: { lng: 119.93 + at * 0.002, lat: 29.83 } }));
  it('outside the township is doubted, with the distance', () => {
    const [far] = check([buildAsset('house', { location: { lng: 121.5, lat: 31.2 } }), ...around]);
    expect(far!.findings[0]).toMatchObject({ code: 'outside-township', path: 'location' });
    expect(far!.findings[0]!.reason.zh).toMatch(/21\d|22\d/);
    expect(check(around).flatMap((checked) => checked.findings)).toEqual([]);
  });
  it('shared within five metres by two of a kind is doubted on both, by name', () => {
    const here = { lng: 119.9, lat: 29.8 };
    const found = check([buildAsset('house', { name: '东屋', location: here }), buildAsset('house', { name: '西屋', location: { ...here, lng: 119.90003 } })]);
    expect(found.map((checked) => checked.findings[0]?.code)).toEqual(['same-place', 'same-place']);
    expect(found[0]!.findings[0]!.reason.zh).toContain('「西屋」');
  });
  it('shared by a hall and its court is not, unless their names are alike', () => {
    const location = { lng: 119.9, lat: 29.8 };
    expect(check([buildAsset('hall', { name: '松阴礼堂', location }), buildAsset('other', { name: '晒谷场', location })]).flatMap((checked) => checked.findings)).toEqual([]);
    expect(check([buildAsset('hall', { name: '松阴礼堂', location }), buildAsset('other', { name: '松阴礼堂旧址', location })])[0]!.findings[0]?.code).toBe('same-place');
  });
  it('of boundaries that overlap by more than half is doubted, with the share', () => {
    const two = (metresEast: number) => check([
      buildAsset('forest', { location: undefined, boundary: square(119.93, 29.83, 200) }), buildAsset('forest', { location: undefined, boundary: square(119.93 + metresEast / 96_470, 29.83, 200) }),
    ]).map((checked) => checked.findings[0]);
    expect(two(60)[0]).toMatchObject({ code: 'same-place', path: 'boundary' });
    expect(Number(/(\d+)%/.exec(two(60)[0]!.reason.zh)?.[1])).toBeGreaterThan(63);
    expect(two(140)).toEqual([undefined, undefined]);
  });
  it('far from its own boundary is doubted', () => {
    expect(codes('forest', { location: { lng: 119.95, lat: 29.83 }, boundary: square(119.93, 29.83, 200) })).toEqual(['pin-off-boundary']);
  });
});

describe('price', () => {
  it('by the mu is doubted of a building', () => {
    expect(one('house', { price: { yuan: 800, basis: 'mu-year' } }, 'price-unit')).toMatchObject({ path: 'price', level: 'doubt' });
    expect(codes('forest', { price: { yuan: 120, basis: 'mu-year' } })).toEqual([]);
  });
  it('in all is doubted of a lease, not of a transfer', () => {
    expect(codes('house', { price: { yuan: 30_000, basis: 'total' }, cooperation: ['lease'], ownership: 'private' })).toEqual(['price-unit']);
    expect(codes('house', { price: { yuan: 300_000, basis: 'total' }, cooperation: ['transfer'], ownership: 'private' })).toEqual([]);
  });
  it('of nothing is doubted', () => expect(codes('house', { price: { yuan: 0, basis: 'year' } })).toEqual(['price-zero']));
  it('that comes to an impossible rent per mu is doubted, with the sum', () => {
    expect(one('farmland', { siteArea: 100_000 / 1.5, price: { yuan: 90_000, basis: 'mu-year' } }, 'price-per-mu')?.reason.zh).toContain('每年 900 万元');
    expect(codes('forest', { siteArea: 1_000_000, price: { yuan: 300, basis: 'year' } })).toEqual(['price-per-mu']);
  });
  it('a thousand times that of its kind is doubted', () => {
    const houses = [20_000, 24_000, 30_000, 26_000, 28_000, 40_000_000].map((yuan, at) => buildAsset('house', { location: { lng: 119.9 + at / 100, lat: 29.8 }, price: { yuan, basis: 'year' } }));
    expect(check(houses).map((checked) => checked.findings.map((finding) => finding.code))).toEqual([[], [], [], [], [], ['price-unlike-others']]);
  });
});

describe('duplicates', () => {
  it('of a code are found however it is written', () => {
    const found = check([buildAsset('house', { code: 'LF-2024-001', location: undefined }), buildAsset('hall', { code: 'lf2024001', location: undefined })]);
    expect(found.map((checked) => checked.findings.map((finding) => finding.code))).toEqual([['same-code'], ['same-code']]);
  });
  it('of a name are found within one village only', () => {
    const named = (village: string) => buildAsset('house', { name: '老屋', village, location: undefined });
    expect(check([named('竹坞村'), named('竹坞村'), named('高枧村')]).map((checked) => checked.findings.length)).toEqual([1, 1, 0]);
  });
});

describe('farmland', () => {
  it('offered for other than farming is doubted, and blocked where it is basic farmland', () => {
    expect(one('farmland', { suggestedUses: ['精品民宿'] }, 'farmland-use')).toMatchObject({ path: 'suggestedUses', level: 'doubt' });
    const blocked = one('farmland', { detail: { basicFarmland: true }, highlights: { zh: '可建停车场' } }, 'basic-farmland-use');
    expect(blocked).toMatchObject({ path: 'highlights', level: 'blocks' });
    expect(blocked?.reason.zh).toContain('农村土地承包法');
  });
  it('is known as basic farmland by a constraint too, unless that denies it', () => {
    expect(codes('farmland', { constraints: ['涉及永久基本农田 3 亩'], suggestedUses: ['工厂'] })).toEqual(['basic-farmland-use']);
    expect(codes('farmland', { constraints: ['不涉及永久基本农田'], suggestedUses: ['工厂'] })).toEqual(['farmland-use']);
  });
  it('closed to orchards and fish ponds is basic farmland alone; rice and fish together are farming', () => {
    expect(codes('farmland', { detail: { basicFarmland: true }, suggestedUses: ['挖塘养鱼'] })).toEqual(['basic-farmland-use']);
    expect(codes('farmland', { detail: { basicFarmland: true }, suggestedUses: ['稻渔综合种养', '农耕体验'] })).toEqual([]);
    expect(codes('farmland', { suggestedUses: ['果园采摘'] })).toEqual([]);
  });
  it('is not doubted for what is forbidden on it or lies beside it', () => {
    expect(codes('farmland', { highlights: { zh: '不得建民宿，距停车场 200 米，邻近餐厅', en: 'No factory here' } })).toEqual([]);
    expect(codes('house', { suggestedUses: ['民宿'] })).toEqual([]);
  });
});

describe('heritage and safety', () => {
  const relic = { detail: { protection: '县级文物保护单位' } };
  it('keeps a relic offered for transfer from being published, unless a person owns it', () => {
    expect(one('hall', { ...relic, ownership: 'state', cooperation: ['transfer'] }, 'relic-transfer')).toMatchObject({ path: 'cooperation', level: 'blocks' });
    expect(codes('house', { ...relic, ownership: 'private', cooperation: ['transfer'] })).toEqual(['relic-private-transfer']);
    expect(codes('hall', { ...relic, ownership: 'collective', cooperation: ['lease'] })).toEqual([]);
    expect(codes('house', { detail: { protection: '非文保' }, ownership: 'state', cooperation: ['transfer'] })).toEqual([]);
  });
  it('reads grade D and 危房 as not to be offered, C as to be strengthened first', () => {
    const offered = (dangerGrade: string) => codes('house', { status: 'available', ownership: 'private', photos: [{ id: `${'a'.repeat(64)}.jpg` }], detail: { dangerGrade } });
    expect(['D 级', 'Ｄ级', '四级', '危房', 'C级', '局部危房', 'A 级', '非危房', '无'].map((grade) => offered(grade)[0])).toEqual(['danger-d', 'danger-d', 'danger-d', 'danger-d', 'danger-c', 'danger-c', undefined, undefined, undefined]);
    expect(codes('house', { status: 'withdrawn', detail: { dangerGrade: 'D 级' } })).toEqual([]);
  });
});

describe('rights', () => {
  it('of a lease end after twenty years', () => {
    expect(one('house', { cooperation: ['lease'], term: '30 年', ownership: 'private' }, 'lease-term')).toMatchObject({ path: 'term', level: 'note' });
    expect(codes('house', { cooperation: ['lease'], term: '20 年', ownership: 'private' })).toEqual([]);
    expect(codes('house', { cooperation: ['joint'], term: '30 年', ownership: 'private' })).toEqual([]);
  });
  it('reads terms as people write them', () => {
    expect(['10–15 年', '三十年', '至 2050 年', '25', '面议', '十五年以上', '15 years'].map((term) => yearsOf(term, 2026))).toEqual([15, 30, 24, 25, undefined, 15, 15]);
  });
  it('to collective woodland need the village’s vote, until it is noted', () => {
    const wood = { ownership: 'collective', status: 'idle', cooperation: ['sublease'] } as const;
    expect(codes('forest', { ...wood, cooperation: [...wood.cooperation] })).toEqual(['woodland-vote']);
    expect(codes('forest', { ...wood, cooperation: [...wood.cooperation], notes: '2026 年 3 月村民代表会议通过并公示' })).toEqual([]);
  });
  it('that nobody stated are doubted of what is on offer', () => expect(codes('house', { status: 'idle', cooperation: ['lease'] })).toEqual(['ownership-missing']));
});

describe('a water permit', () => {
  const permit = (waterPermitExpiry: string, day = today) => codes('hydropower', { detail: { waterPermitExpiry } }, day);
  it('is quiet, to be renewed, due and expired as the days go by', () => {
    expect(['2026-11-01', '2026-11-24', '2026-11-26', '2027-01-10', '2027-01-11'].map((day) => permit('2027-01-10', day)[0])).toEqual(['permit-soon', 'permit-soon', 'permit-due', 'permit-due', 'permit-expired']);
    expect(permit('2027-03-01')).toEqual([]);
  });
  it('stated to the year or month holds to its last day', () => {
    expect([dateOfDay(lastDay('2026')), dateOfDay(lastDay('2028-02')), dateOfDay(lastDay('2026-12'))]).toEqual(['2026-12-31', '2028-02-29', '2026-12-31']);
    expect(permit('2026')).toEqual(['permit-due']);
    expect(permit('2025')).toEqual(['permit-expired']);
  });
  it('that has expired keeps the station from being published', () => expect(one('hydropower', { detail: { waterPermitExpiry: '2025-09-30' } }, 'permit-expired')).toMatchObject({ level: 'blocks', path: 'detail.waterPermitExpiry' }));
});

describe('what may not leave the house', () => {
  it('blocks publication wherever a public text holds it: a name, a highlight, a caption', () => {
    expect(one('house', { name: '老屋 13800001111' }, 'leaked-phone')).toMatchObject({ path: 'name', level: 'blocks' });
    expect(one('house', { highlights: { zh: '看房请打 138-0000-1111' } }, 'leaked-phone')?.path).toBe('highlights');
    expect(one('house', { photos: [{ id: `${'a'.repeat(64)}.jpg`, caption: { zh: '户主身份证 330102199001011234' } }] }, 'leaked-identity')?.path).toBe('photos');
    expect(one('house', { suggestedUses: ['底价 3 万可谈'] }, 'leaked-reserve')?.path).toBe('suggestedUses');
    expect(one('house', { reservePrice: '95 元/亩·年', highlights: { zh: '最少 95元/亩·年' } }, 'leaked-reserve')?.path).toBe('highlights');
  });
  it('is not repeated by the finding itself', () => {
    expect(JSON.stringify(check([buildAsset('house', { name: '老屋 13800001111', highlights: { zh: '330102199001011234' } })])[0]!.findings)).not.toMatch(/13800001111|330102199001011234/);
  });
  it('is quiet about figures that are none of these', () => {
    expect(codes('house', { code: '2024138000011112', highlights: { zh: '195 元/亩·年起，占地 13800001111222 平方' }, reservePrice: '95 元/亩·年', notes: '13800001111，底价 3 万' })).toEqual([]);
  });
  it('holds the public contact to an office line', () => {
    expect(one('house', { publicContact: { phone: '138 0000 1111' } }, 'public-mobile')).toMatchObject({ path: 'publicContact', level: 'doubt' });
    expect(codes('house', { publicContact: { phone: '0571-60000000' } })).toEqual([]);
  });
});

describe('figures and dates', () => {
  it('of a station cannot exceed the hours of a year, nor what head and flow give', () => {
    expect(one('hydropower', { detail: { capacityKw: 100, annualOutputKwh: 900_000 } }, 'figure-implausible')?.reason.zh).toContain('8,760');
    expect(codes('hydropower', { detail: { capacityKw: 960, annualOutputKwh: 192 } })).toEqual(['figure-implausible']);
    expect(codes('hydropower', { detail: { capacityKw: 900, headM: 10, flow: 1 } })).toEqual(['figure-implausible']);
    expect(codes('hydropower', { detail: { capacityKw: 960, annualOutputKwh: 1_920_000, headM: 54, flow: 2.2 } })).toEqual([]);
  });
  it('of woods and buildings keep to what there is', () => {
    expect(codes('forest', { detail: { slope: '120°' } })).toEqual(['figure-implausible']);
    expect(codes('house', { detail: { floors: 88 } })).toEqual(['figure-implausible']);
    expect(codes('hall', { floorArea: 100, detail: { capacity: 900 } })).toEqual(['figure-implausible']);
    expect(codes('house', { idleSince: '1960', detail: { builtYear: 1990 } })).toEqual(['figure-implausible']);
  });
  it('do not lie in the future', () => {
    expect(codes('house', { surveyedAt: '2026-11-25' })).toEqual(['date-future']);
    expect(codes('house', { surveyedAt: '2026-11-24', idleSince: '2026' })).toEqual([]);
    expect(codes('house', { detail: { builtYear: 2099 } })).toEqual(['date-future']);
  });
  it('of an offer are asked about once the asset is taken', () => {
    expect(codes('house', { status: 'leased', idleSince: '2020', price: { yuan: 20_000, basis: 'year' }, cooperation: ['lease'] })).toEqual(['taken-still-offered']);
    expect(codes('house', { status: 'leased', price: { yuan: 20_000, basis: 'year' }, cooperation: ['lease'] })).toEqual([]);
  });
  it('name a field that the category has, whatever is found', () => {
    const everything = check([
      buildAsset('hydropower', { status: 'available', code: 'X', surveyedAt: '2099-01-01', price: { yuan: 1, basis: 'mu-year' }, detail: { capacityKw: 1, annualOutputKwh: 1e9, waterPermitExpiry: '2020' } }),
      buildAsset('house', { status: 'available', code: 'X', name: '13800001111', cooperation: ['transfer', 'lease'], term: '30年', detail: { dangerGrade: 'D', protection: '省保' }, floorArea: 0.1 }),
      buildAsset('farmland', { suggestedUses: ['别墅'], siteArea: 1000, boundary: square(119.93, 29.83, 500), price: { yuan: 0, basis: 'year' } }),
    ]);
    const found = everything.flatMap((checked) => checked.findings.map((finding) => [checked.category, finding.path] as const));
    expect(found.length).toBeGreaterThan(12);
    expect(found.filter(([category, path]) => !fieldsOfCategory(category).some((entry) => entry.path === path))).toEqual([]);
  });
});
