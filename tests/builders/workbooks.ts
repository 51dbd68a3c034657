import { utils, write, type BookType, type CellObject, type WorkSheet } from '@e965/xlsx';

/** A cell of a test sheet: text, a number, a date cell (serial with its number format), or nothing. */
export type TestCell = string | number | null | undefined | { readonly serial: number; readonly format: string };
export interface TestSheet {
  readonly name: string;
  readonly rows: readonly (readonly TestCell[])[];
  /** Merged blocks as people write them: A1:C1. */
  readonly merges?: readonly string[];
  readonly hidden?: boolean;
}

function worksheetOf({ rows, merges = [] }: TestSheet): WorkSheet {
  const sheet: WorkSheet = {};
  let width = 1;
  for (const [r, row] of rows.entries()) {
    for (const [c, cell] of row.entries()) {
      if (cell === null || cell === undefined) continue;
      width = Math.max(width, c + 1);
      const object: CellObject = typeof cell === 'string' ? { t: 's', v: cell } : typeof cell === 'number' ? { t: 'n', v: cell } : { t: 'n', v: cell.serial, z: cell.format };
      sheet[utils.encode_cell({ r, c })] = object;
    }
  }
  sheet['!ref'] = utils.encode_range({ s: { r: 0, c: 0 }, e: { r: Math.max(0, rows.length - 1), c: width - 1 } });
  sheet['!merges'] = merges.map((block) => utils.decode_range(block));
  return sheet;
}

/** A workbook file with these sheets. */
export function workbookBytes(sheets: readonly TestSheet[], bookType: BookType = 'xlsx'): Buffer {
  const book = utils.book_new();
  for (const sheet of sheets) utils.book_append_sheet(book, worksheetOf(sheet), sheet.name);
  book.Workbook = { Sheets: sheets.map((sheet) => ({ Hidden: sheet.hidden ? 1 : 0 })) };
  return write(book, { type: 'buffer', bookType, compression: true }) as Buffer;
}

/** The main ledger of an invented township, with what offices do to such books: merged villages, samples, totals, notes, doubts. */
export const streamTownship: readonly TestSheet[] = [
  { name: '统计表', rows: [['溪源镇闲置资产统计表'], ['类别', '宗数', '面积', '备注'], ['林地', 3, 900.5], ['农房', 2, 1.1], ['总计', 5]] },
  { name: '选项', rows: [['类别'], ['林地'], ['农房']], hidden: true },
  {
    name: '林地',
    rows: [
      ['溪源镇闲置林地资源登记表'],
      ['填报单位：溪源镇人民政府', null, null, null, null, null, null, null, null, '填报日期：2025年3月'],
      ['计量单位：亩、元'],
      ['序号', '*编码', '资源名称\n(必填)', '行政村', '基本情况', null, '位置（WGS84）', null, '利用现状', null, '意向租金\n（元/亩/年）', '联系人及电话', '备注'],
      [null, null, null, null, '面积', '优势树种', '东经', '北纬', '使用状态', '闲置起始年月', null, null, null],
      ['例', 'XY-LD-000', '示例资产', '示例村', 100, null, null, null, '闲置', null, '面议', '联系人 电话', '示例行，请勿删除'],
      ['（一）林地'],
      [1, 'XY-LD-001', '后山杉木林', '大源村', 583, '杉木', '119.923655', '29.835438', '洽谈中', '2017.09', 290, '大源村经济合作社\n19911110001', '近村道\n可通小车'],
      [2, 'XY-LD-002', '岙里毛竹林', null, '约360亩', '毛竹', '119°55′41.2″', '29°49′58.6″', '待招商', { serial: 42491, format: 'yyyy"年"m"月"' }, '180 ', '张某：19911110002', '/'],
      [3, 'XY-LD-003', '屏风山松木林', '溪源镇下坑村', '89-106亩', '松木', 29.81, 119.93, '再考虑', '早年', '面议', '19911110003 李某', null],
      [4, 'XY-LD-003', '屏风山松木林（重报）', '下坑村', 100, '松木', null, null, '闲置', '2015', '面议', '李某19911110003', null],
      [5, 'xy－ld－004', '石\n壁油茶林', '下坑村 ', '24.967公顷', '油茶', '见附图', null, '已出租', '2009年', '0.02万元/亩·年', '王某 1991111000', '同上'],
      [null, null, null, null, 35, null, null, null, '闲置', null, null, '吴某 19911110009', '名称待核'],
      [null, '测试', null, null, null, null, null, null, '测试', null, null, null, '测试数据'],
      [6, null, '枫树湾阔叶林', '上塘村', 63.7, '阔叶', 1199.83, 29.8, '撂荒', '约2005年', null, '赵某：19911110006', null],
      ['合　计', null, null, null, 1200.5],
      [],
      ['注：1.带*为必填项；2.面积以实测为准。'],
    ],
    merges: ['A1:M1', 'A3:M3', 'A4:A5', 'B4:B5', 'C4:C5', 'D4:D5', 'E4:F4', 'G4:H4', 'I4:J4', 'K4:K5', 'L4:L5', 'M4:M5', 'A7:M7', 'D8:D9', 'A18:M18'],
  },
  {
    name: '公共用房',
    rows: [
      ['溪源镇文化礼堂等公共用房台账'],
      ['序号', '名称', '编码', '所属村', '建成年代', '面积（㎡）', null, '是否文保', '高德坐标', null, '状态', '年租金（万元）', '联系人', '联系电话'],
      [null, null, null, null, null, '占地', '建筑', null, '纬度', '经度'],
      [1, '大源文化礼堂', 'XY-LT-001', '大源村', '1979年', 673, '0.5亩', '否', 29.826637, 119.942561, '在用', 4.6, '陈某', 19911110011],
      [2, '下坑祠堂', 'XY-LT-002', '下坑村', 1987, '约291', 729, '是（县级文保点）', null, null, '闲置', '5000元/年', '孙某', '1991111001'],
      [3, '上塘老年活动室', 'XY-LT-002', '上塘村', 2003, 1194, 912, '否', null, null, '可招商', '面议', '周某', '19911110013'],
    ],
    merges: ['A1:N1', 'A2:A3', 'B2:B3', 'C2:C3', 'D2:D3', 'E2:E3', 'F2:G2', 'H2:H3', 'I2:J2', 'K2:K3', 'L2:L3', 'M2:M3', 'N2:N3'],
  },
];

/** The project list that goes with it. */
export const streamProjects: readonly TestSheet[] = [{
  name: 'Sheet1',
  rows: [
    ['溪源镇招商引资项目一览表'],
    ['序号', '项目编码', '项目名称', '选址', '主要建设内容', '投资额（万元）', '合作模式', '推进阶段', '建设时序', '牵头领导', '联系人及电话', '涉及资产编号'],
    [null, '合计', '4个', null, null, 18000],
    ['一、农文旅融合'],
    [1, 'P-01', '大源研学营地项目', '大源村', '农耕研学', 2300, '租赁', '在谈', '近期', '何某（镇长）', '陈某 19911110021', 'XY-LD-001，XY-LD-002\nXY-LD-099'],
    [2, 'P-02', '下坑山房项目', '下坑村', '民宿', '0.048亿元', '入股', '已签约', null, '朱某（副镇长）', '俞某19911110022', '屏风山松木林'],
    ['', '小计', null, null, null, 2780],
    ['二、公共服务'],
    [3, 'P-03', '礼堂改造项目', '上塘村', '改造', '350-700', '承包', '谋划', '远期', '周某（委员）', '楼某 19911110023', 'XY-LT-002'],
    [3, null, '礼堂改造项目', '上塘村', '改造', '350-700', '承包', '谋划', '远期', '周某（委员）', '楼某 19911110023', 'XY-LT-001'],
    [4, 'P-04', '老年食堂项目', '大源村', '食堂', '待定', '承包', '在建', '远期', '周某（委员）', '楼某 19911110024', null],
    ['注：联系电话仅供内部使用。'],
  ],
  merges: ['A1:L1', 'A4:L4', 'A8:L8', 'A12:L12'],
}];
