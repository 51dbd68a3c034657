import { describe, expect, it } from 'vitest';
import { declaredUnits, readHeader } from '../../data/rules/import/header-text.js';
import { gridOf as grid, understandGrids as understand, type GridCell } from '../builders/grids.js';

const paths = (found: ReturnType<typeof understand>, sheet = 0) => Object.fromEntries((found.files[0]?.sheets[sheet]?.columns ?? []).map((column) => [column.header, column.path]));
const codesOf = (found: ReturnType<typeof understand>, row: number) => found.drafts.find((draft) => draft.row === row)?.doubts.map((entry) => entry.code);

describe('header cells', () => {
  it('give up their marks, units and instructions', () => {
    expect(readHeader('*资产名称\n(必填)')).toMatchObject({ base: '资产名称', aliases: [] });
    expect(readHeader('意向价格\n（元/亩·年）')).toMatchObject({ base: '意向价格', price: { factor: 1, perMu: true, per: 'year' } });
    expect(readHeader('建设内容及规模\n（50字以内）').base).toBe('建设内容及规模');
    expect(readHeader('闲置起始时间\n20XX.XX').base).toBe('闲置起始时间');
    expect(readHeader('面积/亩')).toMatchObject({ base: '面积', unit: { name: '亩' } });
    expect(readHeader('总投资万元')).toMatchObject({ base: '总投资', unit: { name: '万元' } });
    expect(readHeader('林权证号（不动产权证号）')).toMatchObject({ base: '林权证号', aliases: ['不动产权证号'] });
    expect(readHeader('高德坐标（GCJ-02）').datum).toBe('GCJ-02');
    expect(readHeader('坐标（纬度,经度）').order).toBe('lat-lng');
    expect(readHeader('近期/远期').base).toBe('近期/远期');
  });
  it('are helped by the 单位 line, not by 填报单位', () => {
    expect(declaredUnits('单位：亩、万元').map((unit) => unit.name)).toEqual(['亩', '万元']);
    expect(declaredUnits('填报单位：某某乡人民政府')).toEqual([]);
  });
});

describe('a table', () => {
  it('is found under titles, with groups merged over sub-headers three rows deep', () => {
    const found = understand([grid([
      ['某某乡闲置山林台账'], ['单位：亩'],
      ['序号', '名称', '基本情况', null, null, '备注'], [null, null, '面积', '坐标', null, null], [null, null, null, '经度', '纬度', null],
      [1, '后山', 20, 119.9, 29.8, '近路'],
    ], { merges: ['A1:F1', 'C3:E3', 'D4:E4', 'A3:A5', 'B3:B5', 'C4:C5', 'F3:F5'] })]);
    expect(found.files[0]?.sheets[0]).toMatchObject({ noun: 'asset', category: 'forest', headerRows: [3, 5] });
    expect(found.drafts).toHaveLength(1);
    expect(found.drafts[0]?.values).toMatchObject({ name: '后山', siteArea: 13333.33, location: { lng: 119.9, lat: 29.8 }, notes: '近路' });
  });
  it('is found when groups are not merged but left blank', () => {
    const found = understand([grid([
      ['序号', '房屋名称', '面积（㎡）', null, '联系人', null, '现状'], [null, null, '占地', '建筑', '姓名', '电话'],
      [1, '某村3号农房', 80, 160, '张某', '19911110001', '闲置'],
    ])]);
    expect(found.files[0]?.sheets[0]?.headerRows).toEqual([1, 2]);
    expect(found.drafts[0]?.values).toMatchObject({ siteArea: 80, floorArea: 160, contact: { name: '张某', phone: '19911110001' }, status: 'idle' });
  });
  it('tells 土地 from 房屋 and 所有权 from 使用权人 by their groups', () => {
    const found = understand([grid([['名称', '面积（亩）', null, '权属', null], [null, '土地', '房屋', '所有权', '使用权人'], ['旧校舍', 2, 1, '国有', '某村']], { merges: ['B1:C1', 'D1:E1', 'A1:A2'] })]);
    expect(paths(found)).toEqual({ 名称: 'name', '面积（亩） / 土地': 'siteArea', '面积（亩） / 房屋': 'floorArea', '权属 / 所有权': 'ownership', '权属 / 使用权人': 'owner' });
  });
  it('skips lines that number or explain the columns, and headers that are repeated', () => {
    const header = ['序号', '编号', '名称', '面积（亩）', '备注'];
    const found = understand([grid([header, ['甲', '1', '2', '3', '4'], ['', '必填', '必填', '数字', '选填'], [1, 'A-1', '后山', 3, '好'], header, [2, 'A-2', '前山', 4, '好']])]);
    expect(found.drafts.map((draft) => draft.row)).toEqual([4, 6]);
  });
  it('follows another in the same sheet with a header of its own', () => {
    const found = understand([grid([
      ['一、山林'], ['编号', '名称', '面积（亩）', '树种'], ['S-1', '后山', 3, '杉木'], ['S-2', '前山', 3, '松木'], [],
      ['二、农房'], ['编号', '房屋名称', '户主', '建筑面积（㎡）', '层数'], ['F-1', '3号农房', '张某', 120, 2],
    ])]);
    expect(found.drafts.map((draft) => [draft.row, draft.values['category']])).toEqual([[3, 'forest'], [4, 'forest'], [8, 'house']]);
  });
  it('is not found in summaries, dictionaries, explanations and hidden sheets, each with its reason', () => {
    const found = understand([
      grid([['类别', '宗数', '面积', '备注'], ['山林', 31, 9040], ['农房', 28, 5.8]], { name: '汇总' }),
      grid([['类别'], ['山林'], ['农房']], { name: '字典' }),
      grid([['名称', '填写要求', '备注'], ['资产名称', '必填'], ['所在村', '必填'], ['面积', '选填']], { name: '说明' }),
      grid([['编号', '名称', '面积（亩）'], ['S-1', '后山', 3]], { name: '旧表', hidden: true }),
    ]);
    expect(found.drafts).toEqual([]);
    expect(found.files[0]?.sheets.map((sheet) => [sheet.name, sheet.noun, sheet.reason.zh])).toEqual([
      ['汇总', null, '汇总表，不是明细'], ['字典', null, '没有找到表头，不是明细'], ['说明', null, '填写说明，不是明细'], ['旧表', null, '隐藏的工作表，未导入'],
    ]);
  });
  it('of projects is told from one of assets', () => {
    const found = understand([grid([['编号', '项目名称', '建设地点', '投资额（亿元）', '阶段'], ['P1', '民宿', '某村', 1.2, '在谈']])]);
    expect(found.drafts[0]).toMatchObject({ noun: 'project', values: { name: '民宿', location: '某村', investment: 12000, stage: 'talking' } });
  });
  it('with headers nobody foresaw is read by what stands in its columns', () => {
    const rows = Array.from({ length: 8 }, (_, at): GridCell[] => [`K-${at + 1}`, `石壁${at + 1}号地`, ['大源村', '下坑村'][at % 2] ?? null, ['闲置', '已出租'][at % 2] ?? null, 119.9001 + at / 1000, 29.8001 + at / 1000, `1991111000${at}`]);
    const found = understand([grid([['编号', '对象', '属地', '眼下怎样', '东', '北', '找谁'], ...rows], { name: '农田' })]);
    expect(found.drafts[1]?.values).toMatchObject({ code: 'K-2', name: '石壁2号地', village: '下坑村', status: 'leased', location: { lng: 119.9011, lat: 29.8011 }, contact: { phone: '19911110001' } });
  });
});

describe('tables side by side', () => {
  const side: (readonly GridCell[])[] = [
    ['云溪镇闲置资产摸底表'], ['填报单位：云溪镇人民政府', null, null, null, null, '填报日期：2026年3月'], ['一、闲置农房', null, null, null, null, '二、闲置山林'],
    ['序号', '房屋名称', '所在村', '建筑面积（㎡）', null, '序号', '林地名称', '所在村', '面积（亩）', '树种'],
    [1, '东山老供销社', '东山村', 320, null, 1, '后山毛竹林', '和平村', 120, '毛竹'],
    [2, '和平旧粮站', '和平村', 450, null, 2, '大坞杉木林', '东山村', 88, '杉木'],
    [3, '东山知青房', '东山村', 96, null, null, null, null, null, null], ['合计', null, null, 866, null, '合计', null, null, 208],
  ];
  it('are read each for itself, with its own category, and keep their rows and columns', () => {
    const found = understand([grid(side, { name: '汇总' })]);
    expect(found.files[0]?.sheets.map((sheet) => [sheet.name, sheet.category, sheet.columns[0]?.column])).toEqual([['汇总', 'house', 'A'], ['汇总（F 列起）', 'forest', 'F']]);
    expect(found.drafts.map((draft) => [draft.sheet, draft.row, draft.values['name'], draft.values['village'], draft.values['floorArea'] ?? draft.values['siteArea']])).toEqual([
      ['汇总', 5, '东山老供销社', '东山村', 320], ['汇总', 6, '和平旧粮站', '和平村', 450], ['汇总', 7, '东山知青房', '东山村', 96],
      ['汇总（F 列起）', 5, '后山毛竹林', '和平村', 80_000], ['汇总（F 列起）', 6, '大坞杉木林', '东山村', 58_666.67],
    ]);
    expect(found.township).toBe('云溪镇');
  });
  it('are one where the empty column is empty in the header only', () => {
    const written = side.map((cells, at) => (at === 4 ? cells.map((cell, column) => (column === 4 ? '见附图' : cell)) : cells));
    expect(understand([grid(written)]).files[0]?.sheets).toHaveLength(1);
  });
  it('are one where only the left columns name what is listed', () => {
    const found = understand([grid([['编号', '名称', '所在村', null, '结构', '层数', '备注'], ['F-1', '东山老屋', '东山村', null, '砖木', 2, '临街'], ['F-2', '和平老屋', '和平村', null, '砖混', 3, '']])]);
    expect(found.drafts.map((draft) => draft.values['detail.structure'])).toEqual(['砖木', '砖混']);
  });
});

describe('a card of one asset', () => {
  const card = (name: string, code: string, remark: string) => grid([
    ['闲置资产登记卡'], ['资产名称', name, null, '资产编号', code], ['所在村', '东山村', null, '类别', '老房'], ['建筑面积', '320㎡', null, '占地面积', '1.2亩'],
    ['经度', 119.9211, null, '纬度', 29.8121], ['状态', '闲置', null, '联系人', '王某 19900001111'], ['备注', remark],
  ], { name });
  it('is read as one row, sheet by sheet', () => {
    const found = understand([card('东山老供销社', 'K-01', '两层'), card('东山旧粮站', 'K-02', '')]);
    expect(found.drafts.map((draft) => [draft.sheet, draft.values['name']])).toEqual([['东山老供销社', '东山老供销社'], ['东山旧粮站', '东山旧粮站']]);
    expect(found.drafts[0]?.values).toMatchObject({ code: 'K-01', village: '东山村', category: 'house', floorArea: 320, siteArea: 800, location: { lng: 119.9211, lat: 29.8121 }, status: 'idle', contact: { name: '王某', phone: '19900001111' }, notes: '两层' });
  });
  it('is no list that explains how to fill a form in', () => {
    const found = understand([grid([['填表说明'], ['资产名称', '填写全称', null, '资产编号', '乡镇编号'], ['所在村', '行政村全称', null, '类别', '老房等'], ['建筑面积', '单位㎡', null, '占地面积', '单位㎡'], ['经度', '请保留六位小数', null, '纬度', '同经度']])]);
    expect(found.drafts).toEqual([]);
  });
});

describe('headers that could name the same field', () => {
  it('are told apart by the words below them', () => {
    const found = understand([grid([['编号', '房屋名称', '户主', '房屋现状', '使用现状'], ['F-1', '3号农房', '张某', '需修缮', '空置'], ['F-2', '4号农房', '李某', '完好', '已租']])]);
    expect(found.drafts.map((draft) => draft.values['status'])).toEqual(['idle', 'leased']);
  });
  it('do not hide a form line that stands above the real header', () => {
    const found = understand([grid([['填报单位：', '某镇', '联系人：', '张某', '联系电话：', '19911110001'], ['编号', '名称', '所在村', '面积（亩）', '现状', '备注'], ['S-1', '后山', '大源村', 3, '闲置', 'x'], ['单位负责人：', null, '审核人：', null, '填报日期：2025年1月']])]);
    expect(found.files[0]?.sheets[0]?.headerRows).toEqual([2, 2]);
    expect(found.drafts.map((draft) => draft.row)).toEqual([3]);
  });
});

describe('columns whose cells say another thing than their header', () => {
  it('of a project’s kind and progress are its term and stage', () => {
    const found = understand([grid([['序号', '项目名称', '项目类型', '建设内容', '总投资（万元）', '推进情况'], [1, '茶旅园', '近期', '茶园民宿', 1200, '谋划'], [2, '粮站街区', '远期', '旧粮站改造', 800, '已签约'], [3, '水岸营地', '近期', '营地', 300, '在建']])]);
    expect(found.drafts.map(({ values }) => [values['horizon'], values['stage']])).toEqual([['near', 'planning'], ['far', 'signed'], ['near', 'building']]);
  });
  it('give no category to rows that name others', () => {
    const found = understand([grid([['名称', '类别', '面积（亩）', '树种'], ['后山竹林', '山林', 120, '毛竹'], ['老供销社', '老房', 1, ''], ['起点', '', '', '']])]);
    expect(found.drafts.map(({ values }) => values['category'])).toEqual(['forest', 'house', 'other']);
  });
});

describe('rows that are no records', () => {
  const header = ['序号', '编号', '名称', '所在村', '面积（亩）', '现状', '备注'];
  const record = [1, 'S-1', '后山', '大源村', 3, '闲置', null];
  const rowsOf = (row: readonly GridCell[], merges: readonly string[] = []) => understand([grid([header, record, row, [2, 'S-2', '前山', '大源村', 4, '闲置', null]], { merges, name: '山林' })]);
  const others: readonly (readonly GridCell[])[] = [
    ['合　计', null, null, null, 7], ['小计', null, null, null, 7], [null, '合计', '2宗', null, 7], ['大源村小计', null, null, null, 7], [null, null, '总计', null, 7], ['其中：可招商', null, null, null, 3],
    ['例', 'S-0', '示例资产', '示例村', 100, '闲置', '示例行请勿删除'], ['示例', 'S-0', '某地', null, 1], [1, 'S-9', '（样例）后山', null, 1],
    ['一、山林'], ['（二）大源村'], ['2.山林类'], ['注：面积以实测为准。'], ['填表人：张某', null, null, '审核：李某'],
  ];
  it.each(others.map((row) => [row]))('are skipped: %j', (row) => {
    expect(rowsOf(row).drafts.map((draft) => draft.row)).toEqual([2, 4]);
  });
  it('include a heading that spans the table', () => {
    expect(rowsOf(['山林', null], ['A3:G3']).drafts.map((draft) => draft.row)).toEqual([2, 4]);
  });
  it('are refused with a reason when they are tests or say neither code nor name', () => {
    expect(rowsOf([null, '测试', null, null, '测试', null, '测试数据']).drafts[1]?.refused?.code).toBe('not_an_asset');
    expect(rowsOf(['', null, null, null, 35.5, '闲置', '名称待核']).drafts[1]?.refused?.code).toBe('missing_name');
  });
  it('do not include what merely sounds like a total or a sample', () => {
    expect(rowsOf([3, 'S-3', '会计楼', '大源村', 3, '闲置', null]).drafts.map((draft) => draft.row)).toEqual([2, 3, 4]);
    expect(rowsOf([3, 'S-3', '示例乡卫生院旧址', '大源村', 3, '闲置', null]).drafts.map((draft) => draft.row)).toEqual([2, 3, 4]);
  });
});

describe('what a row inherits', () => {
  it('comes from merged cells, 同上, and a village named once above blanks', () => {
    const header = ['名称', '所在村', '面积（亩）'];
    const merged = understand([grid([header, ['甲地', '大源村', 1], ['乙地', null, 2], ['丙地', '下坑村', 3], ['丁地', '同上', 4], ['戊地', '〃', 4]], { merges: ['B2:B3'], name: '农田' })]);
    expect(merged.drafts.map((draft) => draft.values['village'])).toEqual(['大源村', '大源村', '下坑村', '下坑村', '下坑村']);
    const blank = understand([grid([header, ['甲地', '大源村', 1], ['乙地', null, 2], ['丙地', null, 3], ['丁地', '下坑村', 4], ['戊地', null, 4]], { name: '农田' })]);
    expect(blank.drafts.map((draft) => draft.values['village'])).toEqual(['大源村', '大源村', '大源村', '下坑村', '下坑村']);
    expect(blank.drafts.map((draft) => draft.doubts.map((entry) => entry.code))).toEqual([[], ['village_carried'], ['village_carried'], [], ['village_carried']]);
  });
  it('stays empty where a blank is only a blank', () => {
    const found = understand([grid([['名称', '所在村', '面积（亩）'], ['甲地', '大源村', 1], ['乙地', '大源村', 2], ['丙地', null, 3], ['丁地', '大源村', 4]], { name: '农田' })]);
    expect(found.drafts.map((draft) => draft.values['village'])).toEqual(['大源村', '大源村', undefined, '大源村']);
  });
  it('counts an area merged over several rows once', () => {
    const found = understand([grid([['名称', '面积（亩）', '备注'], ['甲地', 10, 'x'], ['乙地', null, 'y']], { merges: ['B2:B3'], name: '农田' })]);
    expect(found.drafts.map((draft) => draft.values['siteArea'])).toEqual([6666.67, undefined]);
    expect(codesOf(found, 3)).toEqual(['merged_number']);
  });
  it('comes from sections: category and village of assets, horizon and sector of projects', () => {
    const assets = understand([grid([['编号', '名称', '面积（亩）'], ['一、山林'], ['S-1', '后山', 1], ['二、农田'], ['（一）大源村'], ['S-2', '长丘', 1], ['（二）下坑村'], ['S-3', '短丘', 1]])]);
    expect(assets.drafts.map((draft) => [draft.values['category'], draft.villageWritten])).toEqual([['forest', undefined], ['farmland', '大源村'], ['farmland', '下坑村']]);
    const projects = understand([grid([['编号', '项目名称', '总投资（万元）'], ['一、近期可落地项目（1个）'], ['（一）文旅康养类'], ['P1', '民宿', 100], ['二、远期储备'], ['P2', '营地', 200]])]);
    expect(projects.drafts.map((draft) => [draft.values['horizon'], draft.values['sector']])).toEqual([['near', '文旅康养'], ['far', undefined]]);
  });
});

describe('units', () => {
  it('come from the cell, the header, the 单位 line, the category, in this order', () => {
    const area = (header: string, cell: GridCell, line: string, name: string) => understand([grid([[line], ['名称', header, '备注'], ['甲', cell, 'x']], { name })]).drafts[0]?.values['siteArea'];
    expect(area('面积（亩）', '2公顷', '单位：平方米', '山林')).toBe(20000);
    expect(area('面积（公顷）', 2, '单位：亩', '山林')).toBe(20000);
    expect(area('面积', 3, '单位：亩、万元', '农房')).toBe(2000);
    expect(area('面积', 3, '某乡台账', '山林')).toBe(2000);
    expect(area('面积', 3, '某乡台账', '农房')).toBe(3);
  });
  it('of power and energy are turned into kW and kWh', () => {
    const found = understand([grid([['电站名称', '装机容量（MW）', '年发电量（万千瓦时）', '水头（m）'], ['某电站', 0.96, 192, 54]])]);
    expect(found.drafts[0]?.values).toMatchObject({ category: 'hydropower', 'detail.capacityKw': 960, 'detail.annualOutputKwh': 1920000, 'detail.headM': 54 });
  });
});

describe('columns beyond one value each', () => {
  it('are ticked where a word of a closed list holds', () => {
    const projects = understand([grid([['序号', '项目名称', '总投资（万元）', '项目时序', null, '体量', null], [null, null, null, '近期可落地', '远期储备', '招大引强', '小业态'], [1, '漂流', 100, '√', null, null, '√'], [2, '营地', 200, null, '√', '√', null]], { merges: ['D1:E1', 'F1:G1'] })]);
    expect(projects.drafts.map((draft) => [draft.values['horizon'], draft.values['scale']])).toEqual([['near', 'small'], ['far', 'large']]);
    const houses = understand([grid([['编号', '房屋名称', '建筑面积（㎡）', '通水', '通电', '通路'], ['F-1', '3号农房', 80, '√', '√', null]])]);
    expect(houses.drafts[0]?.values['utilities']).toEqual(['water', 'power']);
  });
  it('may give the unit of each row', () => {
    const found = understand([grid([['编号', '名称', '类别', '面积', '单位'], ['A-1', '后山', '林地', 20, '亩'], ['A-2', '老会堂', '礼堂', 300, '平方米']])]);
    expect(found.drafts.map((draft) => draft.values['siteArea'])).toEqual([13333.33, 300]);
  });
  it('may carry their units in a line of their own below the header', () => {
    const found = understand([grid([['名称', '户主', '宅基地面积', '年租金', '层数'], [null, null, '（平方米）', '（万元）', null], ['3号农房', '张某', 120, 1.2, 2]])]);
    expect(found.files[0]?.sheets[0]?.headerRows).toEqual([1, 2]);
    expect(found.drafts[0]?.values).toMatchObject({ siteArea: 120, price: { yuan: 12000, basis: 'year' } });
  });
  it('never put an owner into a public name when the table has no names', () => {
    const found = understand([grid([['村', '户主', '坐落', '宅基地面积（㎡）', '结构', '层数'], ['大源村', '张某', '大源村12号', 120, '砖木', 2], ['大源村', '李某', null, 98, '砖木', 2]], { name: '农房' })]);
    expect(found.drafts.map((draft) => draft.values['name'])).toEqual(['大源村12号老房', '大源村老房（第3行）']);
  });
});

describe('the datum', () => {
  const rows = (note: string, header = '经度'): readonly (readonly GridCell[])[] => [['名称', header, '纬度', '备注'], ['甲', 119.942561, 29.826637, 'x'], ['乙', 119.942, 29.826, 'x'], [note]];
  it('is taken from a note below the table when the header names none', () => {
    const found = understand([grid(rows('注：坐标由高德地图拾取，使用前请换算。'))]);
    expect(found.files[0]?.sheets[0]?.datum).toBe('GCJ-02');
    expect(found.drafts[0]?.values['location']).not.toEqual({ lng: 119.942561, lat: 29.826637 });
  });
  it('is taken from the header before any note, and from nowhere else', () => {
    expect(understand([grid(rows('注：坐标由高德地图拾取。', '经度（WGS84）'))]).files[0]?.sheets[0]?.datum).toBe('WGS-84');
    expect(understand([grid(rows('注：面积以实测为准。'))]).drafts[0]?.values['location']).toEqual({ lng: 119.942561, lat: 29.826637 });
  });
});

describe('villages', () => {
  const rows = (names: readonly string[]) => grid([['某某乡闲置山林台账'], ['名称', '所在村', '面积（亩）', '权利人'], ...names.map((name, at): GridCell[] => [`地块${at}`, name, 3, null])], { name: '山林' });
  const many = ['大源村', '下坑村', '上塘村', '石门村'].flatMap((name) => Array.from({ length: 6 }, () => name));
  it('lose their township, brackets and 行政', () => {
    const found = understand([rows([...many, '某某乡大源村', '下坑行政村', '上塘', '石门村（社区）', ' 大源村 '])]);
    expect(found.drafts.slice(-5).map((draft) => draft.values['village'])).toEqual(['大源村', '下坑村', '上塘村', '石门村', '大源村']);
  });
  it('that stand once among others that recur are doubted', () => {
    const found = understand([rows([...many, '外坞里村'])]);
    expect(found.drafts.at(-1)?.values['village']).toBeUndefined();
    expect(found.drafts.at(-1)?.values['villageText']).toBe('外坞里村');
    expect(found.drafts.at(-1)?.doubts.map((entry) => entry.code)).toContain('village_unknown');
  });
  it('of a small file are taken at their word', () => {
    const found = understand([rows(['大源村', '下坑村', '上塘村', '石门村'])]);
    expect(found.drafts.map((draft) => draft.values['village'])).toEqual(['大源村', '下坑村', '上塘村', '石门村']);
  });
  it('are those of the profile when it names any', () => {
    const found = understand([rows(['大源村', '下坑村', '外坞里村'])], { villages: ['大源村', '下坑村'] });
    expect(found.drafts.map((draft) => draft.values['village'])).toEqual(['大源村', '下坑村', undefined]);
  });
  it('keep a name that only looks like one with a township', () => {
    const found = understand([rows(['古镇头村', '古镇头村', '回乡村'])]);
    expect(found.drafts.map((draft) => draft.values['village'])).toEqual(['古镇头村', '古镇头村', '回乡村']);
  });
});
