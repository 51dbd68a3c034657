import { describe, expect, it } from 'vitest';
import { conditionWords } from '../../data/rules/matching/condition-words.js';
import type { WishLexicon } from '../../data/rules/matching/lexicon.js';
import { readWish } from '../../data/rules/matching/read-wish.js';
import { emptyDraft, readDraft, withAdded, withKind, withLine, withoutChip } from '../../data/rules/matching/wish-draft.js';
import { wishSchema, type Condition, type ConditionKind } from '../../data/schema/wish.js';

const ledgerWords = ['露营地', '梯田', '白鹭溪', '夯土', ' terrace', ' bridge'];
const lexicon: WishLexicon = {
  villages: [{ name: '白鹭畈村', spellings: ['白鹭畈村', '白鹭畈', 'bailufancun', 'bailufan'] }, { name: '茶园岗村', spellings: ['茶园岗村', '茶园岗', 'chayuangang'] }],
  has: (word) => ledgerWords.some((words) => words.includes(/^[a-z]/.test(word) ? ` ${word}` : word)),
};
const read = (line: string) => readWish(line, lexicon);
const of = <K extends ConditionKind>(line: string, kind: K) => read(line).conditions.find((condition) => condition.kind === kind);
/** The condition of one kind on its chip, or nothing. */
const chip = (line: string, kind: ConditionKind) => { const found = of(line, kind); return found ? conditionWords(found).zh : null; };

describe('reading areas', () => {
  it.each([
    ['200亩以上的林地', '≥ 200 亩'], ['两百亩以上', '≥ 200 亩'], ['一百五十亩左右', '≈ 150 亩'], ['一百五十到两百亩', '150–200 亩'], ['半亩地', '≈ 0.5 亩'], ['一亩半', '≈ 1.5 亩'], ['两三百亩', '200–300 亩'], ['几十亩', '20–90 亩'], ['不超过500亩', '≤ 500 亩'], ['不少于 80 亩', '≥ 80 亩'],
    ['上百亩', '≥ 100 亩'], ['100-200亩之间', '100–200 亩'], ['介于100和200亩之间', '100–200 亩'], ['10公顷以上', '≥ 150 亩'], ['３００亩以内', '≤ 300 亩'], ['三百畝以上', '≥ 300 亩'], ['面积八百平左右', '≈ 800 ㎡'], ['500平方米以下', '≤ 500 ㎡'], ['300㎡', '≈ 300 ㎡'], ['1,200 平米', '≈ 1,200 ㎡'],
    ['at least 200 mu', '≥ 200 亩'], ['20 acres', '≈ 121.41 亩'], ['between 5 and 10 hectares', '75–150 亩'], ['two hundred and fifty mu or more', '≥ 250 亩'], ['half an acre', '≈ 3.04 亩'], ['under 400 sqm', '≤ 400 ㎡'], ['300 to 500 square metres', '300–500 ㎡'], ['a hundred mu', '≈ 100 亩'], ['1.5k m2', '≈ 1,500 ㎡'], ['900+ mu', '≥ 900 亩'],
  ])('%s is %s', (line, words) => expect(chip(line, 'area')).toBe(words));
});

describe('reading money', () => {
  it.each([
    ['预算每年50万以内', '≤ 50 万元/年'], ['预算五十万', '≤ 50 万元'], ['一年租金不超过三万块', '≤ 3 万元/年'], ['每亩每年不超过200块', '≤ 200 元/亩/年'], ['200元一亩', '≤ 200 元/亩/年'], ['月租四千以内', '≤ 4,000 元/月'], ['预算30到50万', '30–50 万元'], ['3-5万一年', '3–5 万元/年'], ['总价80万以内', '≤ 80 万元（总价）'], ['20w以内', '≤ 20 万元'], ['出得起每年1.5万', '≤ 1.5 万元/年'],
    ['up to CNY 500,000 a year', '≤ 50 万元/年'], ['rent under 20k a year', '≤ 2 万元/年'], ['no more than 300 yuan per mu per year', '≤ 300 元/亩/年'], ['budget of 1.2 million yuan in total', '≤ 120 万元（总价）'], ['4,000 RMB per month at most', '≤ 4,000 元/月'], ['up to 25,000 a year', '≤ 2.5 万元/年'],
  ])('%s is %s', (line, words) => expect(chip(line, 'budget')).toBe(words));

  it('takes an investment for what a project needs, and leaves foreign money unread rather than guess a rate', () => {
    expect(chip('计划投资3000万做文旅', 'investment')).toBe('投资 ≤ 3,000 万元');
    expect(of('budget 20,000 dollars a year', 'budget')).toBeUndefined();
    expect(read('budget 20,000 dollars a year').left.join(' ')).toContain('dollars');
  });
});

describe('reading other figures', () => {
  it.each([
    ['装机500千瓦以上的电站', 'capacity', '≥ 500 kW'], ['a station of 300-400 kW', 'capacity', '300–400 kW'], ['1兆瓦以上', 'capacity', '≥ 1,000 kW'], ['想租二十年', 'term', '≥ 20 年'], ['on a fifteen-year lease', 'term', '≥ 15 年'], ['两层的老房', 'floors', '= 2 层'], ['single storey', 'floors', '= 1 层'],
    ['能坐三百人', 'seats', '≥ 300 人'], ['a hall for 500 people', 'seats', '≥ 500 人'], ['离高速10公里以内', 'distance', '距高速 ≤ 10 公里'], ['within 12 km of the motorway', 'distance', '距高速 ≤ 12 公里'], ['离高速近', 'distance', '距高速 ≤ 15 公里'],
  ] as const)('%s: %s %s', (line, kind, words) => expect(chip(line, kind)).toBe(words));
});

describe('reading kinds, uses and places', () => {
  it('reads the whole of a sentence that is usual at a booth', () => {
    const { conditions, left } = read('想找200亩以上能通车的林地做露营，预算每年50万以内');
    expect(conditions.map((condition) => conditionWords(condition).zh)).toEqual(['≥ 200 亩', '通路', '山林', '露营', '≤ 50 万元/年', '还能谈的']);
    expect(left).toEqual([]);
  });

  it.each([
    ['不要水电站', ['不要水电站']], ['除了田地都行', ['不要田地']], ['no farmland', ['不要田地']], ['anything but a hydropower station', ['不要水电站']], ['不要水电站和老房', ['不要水电站', '不要老房']], ['林地或者田地', ['山林或田地']], ['woodland or farmland', ['山林或田地']], ['山林和老房', ['山林＋老房']], ['woods with an old house', ['山林＋老房']],
  ])('%s', (line, words) => expect(read(line).conditions.filter(({ kind }) => kind === 'category').map((condition) => conditionWords(condition).zh)).toEqual(words));

  it('reads utilities together, apart, and as not needed', () => {
    const utilities = (line: string) => read(line).conditions.flatMap((condition) => (condition.kind === 'utility' ? [condition.utility] : []));
    expect(utilities('通水通电通路')).toEqual(['water', 'power', 'road']);
    expect(utilities('水电路网齐全')).toEqual(['water', 'power', 'road', 'network']);
    expect(utilities('三通一平')).toEqual(['water', 'power', 'road']);
    expect(utilities('with water, power and road access')).toEqual(['water', 'power', 'road']);
    expect(utilities('没有网络也行')).toEqual([]);
    expect(read('没有网络也行').left).toEqual([]);
  });

  it('takes the longest word, so that a tea house is no tea field and tea oil no tea', () => {
    const trades = (line: string) => read(line).conditions.flatMap((condition) => (condition.kind === 'trade' ? condition.any : []));
    expect(trades('开个茶馆')).toEqual(['cafe']);
    expect(trades('种油茶')).toEqual(['teaoil']);
    expect(trades('炒茶')).toEqual(['tea']);
    expect(trades('做民宿、研学')).toEqual(['lodging', 'study']);
  });

  it('knows the ledger’s villages by short name and pinyin, before a word within them', () => {
    expect(chip('茶园岗的老房', 'village')).toBe('茶园岗村');
    expect(of('茶园岗的老房', 'trade')).toBeUndefined();
    expect(chip('a house in Bailufan', 'village')).toBe('白鹭畈村');
    expect(chip('不要在白鹭畈', 'village')).toBe('不要白鹭畈村');
  });

  it('asks to avoid what limits use, unless it is said not to matter', () => {
    expect(chip('不要永久基本农田', 'avoid')).toBe('不涉及永久基本农田');
    expect(chip('避开生态红线', 'avoid')).toBe('不涉及生态红线');
    expect(of('不怕文保', 'avoid')).toBeUndefined();
  });
});

describe('what was not understood', () => {
  it('is told, and words that stand in the ledger are looked for', () => {
    const { conditions, left } = read('夯土的房子，要能停直升机');
    expect(conditions.some((condition) => condition.kind === 'words' && condition.any.includes('夯土'))).toBe(true);
    expect(left.join('')).toContain('直升机');
    expect(read('woodland near a helicopter pad').left.join(' ')).toContain('helicopter');
  });

  it('is never dropped: every word of a line is in a part, is left, or only holds the sentence together', () => {
    for (const line of ['量子纠缠实验室', 'quantum flux capacitors wanted', '我们要xyzzy']) expect(read(line).left.length, line).toBeGreaterThan(0);
    for (const line of ['', '   ', '，。', 'please']) expect(read(line)).toMatchObject({ conditions: [], left: [] });
  });

  it('makes only conditions that the schema knows, whatever is thrown at it', () => {
    const bits = ['200亩', '以上', '不要', '水电站', '民宿', '50万', '每年', '通水', 'or', 'and', 'between 3 and', 'not', 'house', '—', '１２', '几', '半', '每亩', 'CNY', '/'];
    for (let seed = 0; seed < 400; seed += 1) {
      const line = Array.from({ length: 8 }, (_, at) => bits[(seed * 7 + at * (3 + (seed % 5))) % bits.length]).join(seed % 2 ? '' : ' ');
      expect(wishSchema.safeParse({ conditions: read(line).conditions }).success, line).toBe(true);
    }
  });
});

describe('a draft', () => {
  const draft = withLine(emptyDraft, '200亩以上的林地做露营');
  const words = (conditions: readonly Condition[]) => conditions.map((condition) => conditionWords(condition).zh);

  it('keeps what was taken off by hand off while the line goes on, and what was put in in', () => {
    const area = readDraft(draft, lexicon).chips.find(({ condition }) => condition.kind === 'area')!;
    const without = withAdded(withoutChip(draft, area.key), { kind: 'term', min: 10, max: null });
    expect(words(readDraft(without, lexicon).wish.conditions)).toEqual(['山林', '露营', '还能谈的', '≥ 10 年']);
    expect(words(readDraft(withLine(without, `${draft.line}，通水`), lexicon).wish.conditions)).toEqual(['山林', '露营', '通水', '还能谈的', '≥ 10 年']);
    expect(words(readDraft(withLine(without, ''), lexicon).wish.conditions)).toEqual(['≥ 10 年', '还能谈的']);
  });

  it('changes one kind in the form and leaves the others', () => {
    const { chips } = readDraft(draft, lexicon);
    const changed = withKind(draft, chips, [{ kind: 'area', min: 300, max: null, unit: 'mu', about: false, of: null }], 'area');
    expect(words(readDraft(changed, lexicon).wish.conditions).toSorted()).toEqual(['≥ 300 亩', '山林', '露营', '还能谈的'].toSorted());
    expect(words(readDraft(withKind(changed, readDraft(changed, lexicon).chips, [], 'area'), lexicon).wish.conditions)).not.toContain('≥ 300 亩');
  });
});
