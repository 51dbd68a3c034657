import { names } from '../exchange/exchange-format.js';
import { decodeText } from './decode-text.js';

export type FoundFormat = 'xlsx' | 'xls' | 'html' | 'xml-table' | 'csv' | 'kml' | 'geojson' | 'zip' | 'photo' | 'exchange' | 'part' | 'later' | 'unknown' | 'empty';
/** What the bytes are; `kind` names a format that is known but holds no records, or the part of a shapefile. */
export interface Detected { readonly format: FoundFormat; readonly kind?: string }

const startsWith = (bytes: Uint8Array, ...wanted: number[]) => wanted.every((byte, at) => bytes[at] === byte);
const ascii = (bytes: Uint8Array, from: number, length: number) => String.fromCharCode(...bytes.subarray(from, from + length));

/**
 * Tells a file's format by its first bytes, never by its name: offices rename .xls to .xlsx and save web pages as .xls.
 * `entries` are the names in a zip, when it is one.
 */
export function detect(bytes: Uint8Array, entries: readonly string[] = []): Detected {
  if (bytes.length === 0) return { format: 'empty' };
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return { format: 'xls' };
  if (startsWith(bytes, 0x50, 0x4b)) return ofZip(entries);
  if (isPhoto(bytes)) return { format: 'photo' };
  if (ascii(bytes, 0, 4) === '%PDF') return { format: 'unknown' };
  if (ascii(bytes, 0, 6) === 'SQLite' || ascii(bytes, 0, 7) === 'PMTiles') return { format: 'later', kind: ascii(bytes, 0, 7) === 'PMTiles' ? 'PMTiles' : 'MBTiles' };
  if (startsWith(bytes, 0x00, 0x00, 0x27, 0x0a)) return { format: 'part', kind: '.shp' };
  if (isDbf(bytes)) return { format: 'part', kind: '.dbf' };
  if (ascii(bytes, 0, 4) === 'OviO') return { format: 'later', kind: '奥维 .ovobj' };
  return ofText(bytes);
}

/** JPEG, PNG, WebP, and pictures that are no photos here: GIF, TIFF, HEIC and AVIF. */
const isPhoto = (bytes: Uint8Array) => startsWith(bytes, 0xff, 0xd8, 0xff) || startsWith(bytes, 0x89, 0x50, 0x4e, 0x47) || (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 4) === 'WEBP')
  || ascii(bytes, 0, 4) === 'GIF8' || startsWith(bytes, 0x49, 0x49, 0x2a, 0x00) || startsWith(bytes, 0x4d, 0x4d, 0x00, 0x2a)
  || (ascii(bytes, 4, 4) === 'ftyp' && /^(?:hei[cmsx]|hev[cx]|mif1|msf1|avif)$/.test(ascii(bytes, 8, 4)));

/** A dBASE table: a version byte, a date, and lengths that fit the bytes. */
function isDbf(bytes: Uint8Array): boolean {
  if (bytes.length < 66 || ![0x03, 0x30, 0x31, 0x83, 0x8b, 0xf5].includes(bytes[0] as number)) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const [month, day, header] = [bytes[2] as number, bytes[3] as number, view.getUint16(8, true)];
  return month <= 12 && day <= 31 && header >= 65 && header <= bytes.length && (header % 32 === 1 || bytes[0] !== 0x03);
}

function ofZip(entries: readonly string[]): Detected {
  const lower = entries.map((name) => name.toLowerCase());
  if (lower.some((name) => /^xl\/workbook\.(xml|bin)$/.test(name)) || lower.includes('[content_types].xml') && lower.some((name) => name.startsWith('xl/'))) return { format: 'xlsx' };
  if (lower.some((name) => name.startsWith('word/'))) return { format: 'later', kind: 'Word (.docx)' };
  if (lower.some((name) => name.startsWith('ppt/'))) return { format: 'later', kind: 'PowerPoint (.pptx)' };
  return { format: lower.includes(names.head) && lower.includes(names.records) ? 'exchange' : 'zip' };
}

function ofText(bytes: Uint8Array): Detected {
  const decoded = decodeText(bytes.subarray(0, 65_536), true);
  if (decoded === undefined) return { format: 'unknown' };
  const head = decoded.text.replace(/^\ufeff/, '').trimStart();
  const start = head.slice(0, 4_000).toLowerCase();
  if (start.startsWith('<')) {
    if (/<(?:[\w.-]+:)?kml[\s>]/.test(head.slice(0, 60_000))) return { format: 'kml' };
    if (/<gpx[\s>]/.test(start)) return { format: 'later', kind: 'GPX' };
    if (/<ovital/i.test(start)) return { format: 'later', kind: '奥维 .ovkml / .ovobj' };
    if (/<workbook[\s>]/.test(start)) return { format: 'xml-table' };
    if (/<(?:html|!doctype html|table|head|body|meta|style|div)[\s>]/.test(head.slice(0, 60_000).toLowerCase())) return { format: 'html' };
    return { format: 'unknown' };
  }
  if (/^\x1e?[[{]\s*["{[\]}]/.test(start)) return { format: 'geojson' };
  return { format: 'csv' };
}
