import * as XLSX from '@e965/xlsx';

/** A village's list as an office writes it: title, unit line, two header rows with merges, a section, a total, a doubtful and a refused row. */
export function officeWorkbook(): Buffer {
  const rows: (string | number | null)[][] = [
    ['桃源镇闲置农房台账', null, null, null, null, null, null],
    ['单位：㎡、万元', null, null, null, null, null, null],
    ['序号', '*资产编号', '所在村', '*房屋名称', '面积（㎡）', null, '现状'],
    [null, null, null, null, '占地', '建筑', null],
    ['一、农房', null, null, null, null, null, null],
    [1, 'TY-001', '桃花村', '桃花村老祠堂边屋', 120, 240, '闲置'],
    [2, 'TY-002', '桃花村', '溪头两间屋', '90-110', 180, '待招商'],
    [3, 'TY-003', '柳岸村', '柳岸粮站', 310, 280, '已出租'],
    [4, null, null, null, 35, null, '闲置'],
    ['合计', null, null, null, 430, 700, null],
  ];
  const sheet = XLSX.utils.aoa_to_sheet(rows);
  sheet['!merges'] = ['A1:G1', 'A2:G2', 'A3:A4', 'B3:B4', 'C3:C4', 'D3:D4', 'E3:F3', 'G3:G4', 'A5:G5'].map((range) => XLSX.utils.decode_range(range));
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, sheet, '农房');
  return XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
}
