import { gzipSync } from 'node:zlib';
import { streamTownship, workbookBytes } from '../../builders/workbooks.js';
import { zipOf, type ZipEntry } from '../../builders/zip-bytes.js';
import type { Corpus } from './corpus.js';

const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** The parts of a workbook with one sheet of this XML; `more` replaces parts and adds some. */
function partsOf(sheet: string, more: Readonly<Record<string, string | Buffer>> = {}, name = '林地'): ZipEntry[] {
  const parts: Record<string, string | Buffer> = {
    '[Content_Types].xml': '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>',
    '_rels/.rels': `<?xml version="1.0"?><Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<?xml version="1.0"?><Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': sheet,
    ...more,
  };
  return Object.entries(parts).map(([part, words]) => ({ name: part, bytes: Buffer.from(words as string) }));
}
const text = (cell: string, words: string) => `<c r="${cell}" t="inlineStr"><is><t>${words}</t></is></c>`;
const row = (number: number | string, cells: string) => `<row r="${number}">${cells}</row>`;
const worksheet = (rows: string, before = '', after = '') => `<?xml version="1.0"?><worksheet xmlns="${main}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`;
const header = row(1, text('A1', '资产名称') + text('B1', '所在村') + text('C1', '面积（亩）'));
const one = header + row(2, text('A2', '后山林') + text('B2', '大源村') + '<c r="C2"><v>12.5</v></c>');
const withRows = (rows: string, before = '', after = '') => zipOf(partsOf(worksheet(one + rows, before, after)));
const laughs = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${'bcdefghij'.split('').map((letter, at) => `<!ENTITY ${letter} "${`&${'abcdefghi'[at]};`.repeat(10)}">`).join('')}]>`;
const strings = (words: string) => ({ 'xl/sharedStrings.xml': `<?xml version="1.0"?>${words}` });
const utf16 = (words: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(words, 'utf16le')]);
const good = () => workbookBytes(streamTownship);
const old = () => workbookBytes(streamTownship, 'biff8');
const altered = (bytes: Buffer, change: (bytes: Buffer) => void) => { const copy = Buffer.from(bytes); change(copy); return copy; };
const htmlTable = (rows: string) => `<html><head><meta charset="utf-8"></head><body><table><tr><th>资产名称</th><th>所在村</th><th>面积（亩）</th></tr>${rows}</table></body></html>`;
const xmlTable = (rows: string) => `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="林地"><Table>${['资产名称,所在村', '后山林,大源村'].map((line) => `<Row>${line.split(',').map((cell) => `<Cell><Data ss:Type="String">${cell}</Data></Cell>`).join('')}</Row>`).join('')}${rows}</Table></Worksheet></Workbook>`;

/** Bad workbooks: .xlsx, .xls, and what calls itself so. */
export const badWorkbooks: Corpus = {
  // Zips that swell or lie.
  'bomb-stated.xlsx': () => zipOf([...partsOf(worksheet(one)), { name: 'xl/media/a.bin', bytes: Buffer.from('x'), claimed: 600 * 2 ** 20 }]),
  'bomb-lying.xlsx': () => zipOf([...partsOf(worksheet(one)), { name: 'xl/styles.xml', bytes: Buffer.alloc(30 * 2 ** 20), claimed: 10 }]),
  'bomb-in-parts.xlsx': () => zipOf([...partsOf(worksheet(one)), ...Array.from({ length: 9 }, (_, at) => ({ name: `xl/media/${at}.bin`, bytes: Buffer.from('x'), claimed: 60 * 2 ** 20 }))]),
  'many-entries.xlsx': () => zipOf([...partsOf(worksheet(one)), ...Array.from({ length: 10_001 }, (_, at) => ({ name: `xl/media/${at}`, bytes: Buffer.alloc(0) }))]),
  'slip.xlsx': () => zipOf([...partsOf(worksheet(one)), { name: '../../outside.txt', bytes: Buffer.from('x') }]),
  'slip-absolute.xlsx': () => zipOf([...partsOf(worksheet(one)), { name: '/etc/cron.d/x', bytes: Buffer.from('x') }]),
  'slip-drive.xlsx': () => zipOf([...partsOf(worksheet(one)), { name: 'C:\\Windows\\x', bytes: Buffer.from('x') }]),
  'cut.xlsx': () => good().subarray(0, 2_000),
  'cut-directory.xlsx': () => good().subarray(0, -30),
  'scrambled.xlsx': () => altered(good(), (bytes) => bytes.fill(0x55, 300, 1_500)),
  'nothing-but-a-signature.xlsx': () => Buffer.from('PK\x03\x04', 'latin1'),
  'empty.xlsx': () => Buffer.alloc(0),
  'gzip.xlsx': () => gzipSync(good()),
  'zip-in-zip.xlsx': () => zipOf([{ name: 'xl/workbook.xml', bytes: good() }]),
  // Entities.
  'entity-bomb.xlsx': () => zipOf(partsOf(worksheet(one), strings(`${laughs}<sst xmlns="${main}" count="1" uniqueCount="1"><si><t>&j;</t></si></sst>`))),
  'entity-external.xlsx': () => zipOf(partsOf(worksheet(one), strings(`<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><sst xmlns="${main}"><si><t>&a;</t></si></sst>`))),
  'entity-behind-a-comment.xlsx': () => zipOf(partsOf(worksheet(one), strings(`<!--${'x'.repeat(10_000)}-->${laughs}<sst xmlns="${main}"><si><t>&j;</t></si></sst>`))),
  'entity-in-utf16.xlsx': () => zipOf(partsOf(worksheet(one), { 'xl/sharedStrings.xml': utf16(`<?xml version="1.0" encoding="UTF-16"?>${laughs}<sst xmlns="${main}"><si><t>&j;</t></si></sst>`) })),
  // Places far away.
  'far-cell.xlsx': () => withRows(row(1_048_576, '<c r="XFD1048576"><v>1</v></c>')),
  'far-dimension.xlsx': () => withRows('', '<dimension ref="A1:XFD1048576"/>'),
  'far-merge.xlsx': () => withRows('', '', '<mergeCells count="1"><mergeCell ref="A3:XFD1048576"/></mergeCells>'),
  'merge-of-all.xlsx': () => withRows('', '', '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
  'merges-by-thousands.xlsx': () => withRows('', '', `<mergeCells count="60000">${Array.from({ length: 60_000 }, (_, at) => `<mergeCell ref="A${at + 3}:ZZ${at + 60_000}"/>`).join('')}</mergeCells>`),
  'rows-beyond-numbers.xlsx': () => withRows(row('99999999999', '<c r="A99999999999"><v>1</v></c>') + row('-5', '<c r="A-5"><v>1</v></c>') + row('NaN', '<c r="?"><v>1</v></c>')),
  'wide.xlsx': () => withRows(row(3, Array.from({ length: 16_384 }, () => '<c><v>1</v></c>').join(''))),
  'too-many-rows.xlsx': () => withRows(Array.from({ length: 200_001 }, (_, at) => `<row r="${at + 3}"><c r="A${at + 3}"><v>1</v></c></row>`).join('')),
  // Cells that make no sense.
  'string-beyond-the-list.xlsx': () => withRows(row(3, '<c r="A3" t="s"><v>99999999</v></c>')),
  'cells-of-no-sense.xlsx': () => withRows(row(3, `${text('A3', '上山林')}<c r="B3" t="e"><v>#REF!</v></c><c r="C3"><v>NaN</v></c>`) + row(4, `${text('A4', '下山林')}${text('B4', '大源村')}<c r="C4"><v>1e999</v></c>`) + row(5, `${text('A5', '石壁林')}${text('B5', '大源村')}<c r="C5"><v>-12</v></c>`)),
  'long-cell.xlsx': () => withRows(row(3, text('A3', '长'.repeat(1_000_000)) + text('B3', '大源村'))),
  'prototype.xlsx': () => zipOf(partsOf(worksheet(row(1, text('A1', '资产名称') + text('B1', '__proto__') + text('C1', 'constructor') + text('D1', '所在村')) + row(2, text('A2', '__proto__') + text('B2', 'polluted') + text('C2', 'polluted') + text('D2', '__proto__'))), {}, '__proto__')),
  'header-alone.xlsx': () => zipOf(partsOf(worksheet(header))),
  'no-sheet.xlsx': () => zipOf(partsOf(worksheet(one), { 'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns="${main}"><sheets/></workbook>` })),
  'sheet-missing.xlsx': () => zipOf(partsOf(worksheet(one)).filter(({ name }) => !name.includes('sheet1'))),
  // The old format.
  'cut.xls': () => { const bytes = old(); return bytes.subarray(0, bytes.length >> 1); },
  'cut-in-header.xls': () => old().subarray(0, 400),
  'sectors-in-a-ring.xls': () => altered(old(), (bytes) => { for (let at = 512; at < 1_024; at += 4) bytes.writeInt32LE(0, at); }),
  'record-lengths.xls': () => altered(old(), (bytes) => { const at = bytes.indexOf(Buffer.from([0x09, 0x08])); bytes.writeUInt16LE(0xffff, at + 2); }),
  'signature-alone.xls': () => Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
  // Web pages and XML that call themselves .xls.
  'page-with-script.xls': () => htmlTable('<tr><td>后山林<script>globalThis.polluted = true</script></td><td>大源村</td><td>8</td></tr>'),
  'page-with-entities.xls': () => `<!DOCTYPE html [<!ENTITY a "b">]>${htmlTable('<tr><td>&a;</td><td>大源村</td><td>8</td></tr>')}`,
  'page-that-spans.xls': () => htmlTable('<tr><td colspan="100000000">后山林</td><td rowspan="100000000">大源村</td><td>8</td></tr>'),
  'page-unclosed.xls': () => `<html><body><table><tr><td>资产名称<td>所在村<tr><td>后山林<td>大源村${'<table><tr><td>'.repeat(5_000)}`,
  'xml-far.xls': () => xmlTable('<Row ss:Index="1000000000"><Cell ss:Index="1000000000" ss:MergeAcross="100000000" ss:MergeDown="100000000"><Data ss:Type="String">远</Data></Cell></Row>'),
};
