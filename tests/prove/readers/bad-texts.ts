import { big5Bytes, gbkBytes } from '../../builders/encoded-text.js';
import type { Corpus } from './corpus.js';

const head = '编号,资产名称,所在村,面积(亩)';
const line = (at: number | string) => `A-${at},后山${at}号林,大源村,12`;
const table = (...lines: readonly string[]) => [head, ...lines].join('\n');

/** Bad tables of text. */
export const badTexts: Corpus = {
  'ragged.csv': () => table(line(1), 'A-2', 'A-3,少两栏', `${line(4)},多,出,三栏`, '', ',,,,,,,,,,,', line(5)),
  'quote-unclosed.csv': () => table(line(1), `A-2,"没有关上的引号,大源村,12\n${line(3)}\n`.repeat(2), line(4)),
  'quote-unclosed-long.csv': () => table(line(1), `A-2,"${'没有关上的引号，\n'.repeat(200_000)}`),
  'nul.csv': () => table(line(1), 'A-2,后\u0000山,大源村,12'),
  'utf16-without-mark.csv': () => Buffer.from(table(line(1)), 'utf16le'),
  'utf16-with-mark.csv': () => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(table(line(1)), 'utf16le')]),
  'utf16-cut.csv': () => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(table(line(1)), 'utf16le').subarray(0, -1)]),
  'gbk.csv': () => gbkBytes(table(line(1), line(2))),
  'gbk-cut.csv': () => gbkBytes(table(line(1), 'A-2,后山')).subarray(0, -1),
  'gbk-and-utf8.csv': () => Buffer.concat([gbkBytes(`${table(line(1))}\n`), Buffer.from(line(2))]),
  'big5.csv': () => big5Bytes('編號,資產名稱,所在村,面積(畝)\nA-1,後山林場,大源村,12\n'),
  'says-utf8-is-gbk.csv': () => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), gbkBytes(table(line(1)))]),
  'binary.csv': () => Buffer.from(Array.from({ length: 4_000 }, (_, at) => (at * 7_919 + (at >> 3)) & 255)),
  'too-many-rows.csv': () => [head, ...Array.from({ length: 200_001 }, (_, at) => line(at))].join('\n'),
  'one-endless-line.csv': () => `${head}${',x'.repeat(3_000_000)}`,
  'wide.csv': () => `${head}${',栏'.repeat(5_000)}\n${line(1)}${',值'.repeat(5_000)}\n`,
  'delimiters.csv': () => `${',;\t'.repeat(50)}\n`.repeat(500),
  'carriage-returns.csv': () => [head, line(1), line(2)].join('\r'),
  'semicolons.csv': () => table(line(1), line(2)).replaceAll(',', ';'),
  'formulas.csv': () => table('A-1,"=HYPERLINK(""http://evil.example"")",大源村,12', 'A-2,+SUM(1),大源村,12', 'A-3,@x,大源村,12'),
  'prototype.csv': () => '编号,资产名称,所在村,__proto__,constructor,toString\nA-1,后山林,大源村,a,b,c\n__proto__,__proto__,__proto__,__proto__,__proto__,__proto__\n',
  'numbers-of-no-sense.csv': () => `${head},经度,纬度\nA-1,甲林,大源村,NaN,NaN,NaN\nA-2,乙林,大源村,Infinity,1e999,-1e999\nA-3,丙林,大源村,-5,999,999\nA-4,丁林,大源村,1e308,0,0\n`,
  'swapped-axes.csv': () => `${head},经度,纬度\n${['甲', '乙', '丙'].map((name, at) => `A-${at},${name}林,大源村,12,29.8${at},119.9${at}`).join('\n')}\n`,
  'words.txt': () => '今天天气很好\n明天也好\n',
  'points-broken.txt': () => '后山林,119.9,29.8\n八角亭,abc,29.8\n石桥,119.9\n水库,9999,9999\n',
  'empty.csv': () => '',
  'mark-alone.csv': () => Buffer.from([0xef, 0xbb, 0xbf]),
  'blank.csv': () => '\n \n\t\n',
};
