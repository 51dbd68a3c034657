// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { assetFields, fieldAt } from '../../data/schema/fields.js';
import { fromHtml, fromTsv, toHtml, toTsv } from '../../renderer/ui/grid/clipboard-text.js';

describe('cells as tab-separated text', () => {
  it('come back as they were: tabs, line feeds, quotes and empty cells', () => {
    const block = [['甲', '', '第一行\n第二行'], ['a\tb', '他说“好”', 'say "hi"'], ['', '', '']];
    expect(fromTsv(`${toTsv(block)}\r\n`)).toEqual(block);
  });
  it('are read with any line ends, and the last line feed adds no row', () => expect(fromTsv('甲\t乙\n丙\t丁\r\n')).toEqual([['甲', '乙'], ['丙', '丁']]));
  it('keep a quote that is part of the words', () => expect(fromTsv('"引号"开头\t5" 管')).toEqual([['"引号"开头', '5" 管']]));
  it('of one word are one cell', () => expect(fromTsv('竹坞村')).toEqual([['竹坞村']]));
  it('keep an empty last cell of a row', () => expect(fromTsv('甲\t\n乙\t丙')).toEqual([['甲', ''], ['乙', '丙']]));
});

describe('cells as a table', () => {
  it('of a spreadsheet are read with merged cells, line breaks and spaces', () => {
    const html = '<html><body><table><tr><td rowspan="2">竹坞村</td><td colspan="2">合并\n 两列</td></tr><tr><td>一<br>二</td><td>&nbsp;12亩</td></tr></table></body></html>';
    expect(fromHtml(html)).toEqual([['竹坞村', '合并 两列', ''], ['', '一\n二', '12亩']]);
  });
  it('are nothing where there is no table', () => expect(fromHtml('<p>字</p>')).toBeUndefined());
  it('go out with figures as figures, areas in their unit, and codes as text', () => {
    const entry = (path: string) => fieldAt(assetFields, path);
    const html = toHtml([[{ words: '12亩', entry: entry('siteArea'), value: 8000, category: 'forest' }, { words: '00123', entry: entry('code'), value: '00123', category: 'forest' }, { words: '<b>\n"', entry: entry('name'), value: '<b>\n"', category: 'forest' }]]);
    expect(html).toContain('x:num="12"');
    expect(html).toContain('0.####\\0022亩\\0022');
    expect(html).toContain(`mso-number-format:"\\@"'>00123<`);
    expect(fromHtml(html)).toEqual([['12亩', '00123', '<b>\n"']]);
  });
});
