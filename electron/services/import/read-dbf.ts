import type { Cell } from '../../../data/rules/import/cell.js';
import { tellEncoding, type TextEncoding } from './decode-text.js';

/** The table of a shapefile: its columns, and one row of cells for each record. */
export interface DbfTable { readonly fields: readonly string[]; readonly rows: readonly (readonly Cell[])[]; readonly deleted: ReadonlySet<number>; readonly encoding: TextEncoding }

type Decoder = InstanceType<typeof TextDecoder>;
interface Field { readonly name: Uint8Array; readonly type: string; readonly length: number; readonly offset: number }

/** Language driver bytes that name a code page of Chinese (dBASE and FoxPro; ESRI's list). */
const languages: Readonly<Record<number, TextEncoding>> = { 0x4d: 'gb18030', 0x7a: 'gb18030', 0x4f: 'big5', 0x78: 'big5' };

/** What a .cpg says: 936, ANSI 936, GBK, UTF-8, 65001, Big5, 950; nothing where it says another. */
export function encodingOfCpg(words: string | undefined): TextEncoding | undefined {
  const name = words?.trim().toLowerCase().replace(/^(?:ansi|oem|cp|windows)[\s_-]*/, '') ?? '';
  if (/^(?:utf-?8|65001)/.test(name)) return 'utf-8';
  if (/^(?:936|gb)/.test(name)) return 'gb18030';
  return /^(?:950|big-?5)/.test(name) ? 'big5' : undefined;
}

const until = (bytes: Uint8Array, end: number) => bytes.subarray(0, bytes.indexOf(end) < 0 ? bytes.length : bytes.indexOf(end));

/**
 * Reads a dBASE table (III to 7 and FoxPro, as ESRI uses them; ESRI Shapefile Technical Description, 1998). Read here and not by a library because
 * the one beside the shapes takes blank logicals for No, ignores the length of the header, and believes a .cpg that is wrong.
 * Throws a word about the damage when the bytes do not hold what the header says.
 */
export function readDbf(bytes: Buffer, cpg: string | undefined): DbfTable {
  if (bytes.length < 33) throw new Error('dbf: no header');
  const [count, headerLength, recordLength] = [bytes.readUInt32LE(4), bytes.readUInt16LE(8), bytes.readUInt16LE(10)];
  const fields: Field[] = [];
  let offset = 1;
  for (let at = 32; at + 32 <= headerLength && bytes[at] !== 0x0d; at += 32) {
    const length = bytes[at + 16] as number;
    fields.push({ name: until(bytes.subarray(at, at + 11), 0), type: String.fromCharCode(bytes[at + 11] as number), length, offset });
    offset += length;
  }
  if (fields.length === 0 || recordLength < offset) throw new Error('dbf: header');
  if (headerLength + recordLength * count > bytes.length) throw new Error(`dbf: ${Math.floor((bytes.length - headerLength) / recordLength)} of ${count} records`);
  const encoding = tellEncoding(samples(bytes, fields, headerLength, recordLength, count), encodingOfCpg(cpg) ?? languages[bytes[29] as number]);
  const decoder = new TextDecoder(encoding);
  const rows: Cell[][] = [];
  const deleted = new Set<number>();
  for (let record = 0; record < count; record += 1) {
    const start = headerLength + record * recordLength;
    if (bytes[start] === 0x2a) deleted.add(record);
    rows.push(fields.map((field) => cellOf(bytes.subarray(start + field.offset, start + field.offset + field.length), field.type, decoder)));
  }
  return { fields: fields.map((field, index) => textIn(field.name, decoder) || `F${index + 1}`), rows, deleted, encoding };
}

/** The texts of the first records and the names of the columns, for telling the encoding. */
function samples(bytes: Buffer, fields: readonly Field[], headerLength: number, recordLength: number, count: number): Uint8Array[] {
  const found: Uint8Array[] = fields.map((field) => field.name);
  const texts = fields.filter((field) => field.type === 'C');
  for (let record = 0; record < Math.min(count, 2_000); record += 1) {
    const start = headerLength + record * recordLength;
    for (const field of texts) found.push(trimmed(bytes.subarray(start + field.offset, start + field.offset + field.length)));
  }
  return found;
}

function trimmed(bytes: Uint8Array): Uint8Array {
  let end = until(bytes, 0).length;
  while (end > 0 && bytes[end - 1] === 0x20) end -= 1;
  return bytes.subarray(0, end);
}
/** A value that was cut in the middle of a character loses what is left of it. */
const textIn = (bytes: Uint8Array, decoder: Decoder) => decoder.decode(trimmed(bytes)).replace(/\ufffd+$/, '').trim();

function cellOf(bytes: Uint8Array, type: string, decoder: Decoder): Cell {
  if (type === 'I' && bytes.length === 4) return Buffer.from(bytes).readInt32LE(0);
  if ((type === 'O' || type === 'B') && bytes.length === 8) {
    const value = Buffer.from(bytes).readDoubleLE(0);
    return Number.isFinite(value) ? value : undefined;
  }
  const words = textIn(bytes, decoder);
  if (words === '' || /^\*+$/.test(words)) return undefined;
  switch (type) {
    case 'N':
    case 'F': {
      const value = Number(words);
      // A long code kept in a number field would lose its last figures.
      return Number.isFinite(value) ? (Number.isInteger(value) && !Number.isSafeInteger(value) ? words : value) : words;
    }
    case 'D':
      return /^\d{8}$/.test(words) ? (words === '00000000' ? undefined : { date: `${words.slice(0, 4)}-${words.slice(4, 6)}-${words.slice(6)}` }) : words;
    case 'L':
      return /^[yt]$/i.test(words) ? true : /^[nf]$/i.test(words) ? false : undefined;
    case 'M':
      return undefined;
    default:
      return words;
  }
}
