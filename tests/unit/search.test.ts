import { describe, expect, it } from 'vitest';
import { createSearchIndex, matchesSearch, queryWords, searchText } from '../../data/rules/search.js';
import type { Asset } from '../../data/schema/asset.js';
import { manyAssets } from '../builders/many-assets.js';

const asset = (fields: object): Asset => ({ ...manyAssets(1)[0]!, code: 'LD-2024-017', name: '白鹭溪二级电站', village: '长潭村', suggestedUses: ['水边营地'], category: 'hydropower', detail: { river: '白鹭溪' }, nameEn: 'Bailu Creek Station', ...fields }) as Asset;
const finds = (query: string, fields: object = {}) => matchesSearch(searchText(asset(fields), 'public'), query);

describe('search', () => {
  it('finds an asset by its Chinese name, village, use, river and category', () => {
    for (const query of ['白鹭', '二级电站', '长潭', '营地', '水电站', '鹭溪']) expect(finds(query), query).toBe(true);
    expect(finds('青枫')).toBe(false);
  });

  it('finds it by pinyin and by initials', () => {
    for (const query of ['bailuxi', 'bai lu', 'blx', 'blxejdz', 'shuibian', 'sbyd']) expect(finds(query), query).toBe(true);
    expect(finds('qingfeng')).toBe(false);
  });

  it('finds a name by either reading of a character that has two', () => {
    for (const query of ['changtan', 'zhangtan', 'ctc', 'ztc']) expect(finds(query), query).toBe(true);
    for (const query of ['chongyang', 'zhongyang', 'cylc', 'zylc']) expect(finds(query, { name: '重阳粮仓' }), query).toBe(true);
  });

  it('takes v, u and ü for the sound of 绿 and 女', () => {
    for (const query of ['lvgu', 'lugu', 'lügu']) expect(finds(query, { name: '绿谷' }), query).toBe(true);
  });

  it('keeps the spellings of a name made of polyphones within bounds', () => {
    const text = searchText(asset({ name: '长重行乐朝单曾盛大车长重行乐朝单曾盛大车', suggestedUses: [] }), 'public');
    expect(text.length).toBeLessThan(1_200);
    expect(matchesSearch(text, 'changzhongxinglechao')).toBe(true);
  });

  it('wants every word, in any order, and parts Chinese from Latin letters', () => {
    expect(finds('长潭 电站')).toBe(true);
    expect(finds('电站　长潭')).toBe(true);
    expect(finds('白鹭ejdz')).toBe(true);
    expect(finds('白鹭 青枫')).toBe(false);
    expect(queryWords('  白鹭ej  SD-01 ')).toEqual(['白鹭', 'ej', 'sd01']);
  });

  it('does not mind case, width and punctuation', () => {
    for (const query of ['LD-2024-017', 'ld2024017', 'ＬＤ－２０２４', '2024-017', 'BAILU creek']) expect(finds(query), query).toBe(true);
    expect(finds('一级', { name: '白鹭（一级）电站' })).toBe(true);
    expect(finds('鹭一级电', { name: '白鹭（一级）电站' })).toBe(true);
  });

  it('finds all for an empty query and for white space', () => {
    expect(finds('')).toBe(true);
    expect(finds('  　')).toBe(true);
  });

  it('holds nothing internal in the public text', () => {
    const secret = { owner: '张三丰', notes: '机密', certificateNo: 'ZJ-777', contact: { name: '李四', phone: '13900000000' } };
    for (const query of ['张三丰', 'zhangsanfeng', '机密', '777', '1390000', '李四']) expect(finds(query, secret), query).toBe(false);
  });
});

describe('search index', () => {
  const assets = manyAssets(400);
  const prepared = assets.map((entry) => searchText(entry, 'public'));
  const index = createSearchIndex(prepared);

  it('finds the same rows as asking each text by itself', () => {
    for (const query of ['白鹭', 'bailu', 'b', '石桥 民宿', 'szq', '0012', '白鹭lz', 'zzzz', '水碓er']) {
      const expected = prepared.flatMap((text, row) => (matchesSearch(text, query) ? [row] : []));
      const found = index.find(query);
      expect([...found!.flags].flatMap((flag, row) => (flag ? [row] : [])), query).toEqual(expected);
      expect(found!.count, query).toBe(expected.length);
    }
  });

  it('answers with nothing for an empty query', () => {
    expect(index.find(' ')).toBeNull();
  });

  it('puts assets named so before those that only lie in such a village', () => {
    const rows = [asset({ name: '旧校舍', village: '白鹭畈村', code: 'A1' }), asset({ name: '白鹭老宅', village: '松阴村', code: 'A2' })].map((entry) => searchText(entry, 'public'));
    const small = createSearchIndex(rows);
    expect(small.best('bailu', [0, 1], 8)).toEqual([1, 0]);
    expect(small.best('白鹭', [0, 1], 8)).toEqual([1, 0]);
    expect(small.best('白鹭', [0, 1], 1)).toEqual([1]);
  });

  it('is empty for an empty ledger', () => {
    expect(createSearchIndex([]).find('a')).toEqual({ flags: new Uint8Array(0), count: 0 });
  });
});
