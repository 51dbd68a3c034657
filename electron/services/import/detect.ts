import { decodeText } from './decode-text.js';

export type FoundFormat = 'xlsx' | 'xls' | 'html' | 'xml-table' | 'csv' | 'later' | 'unknown' | 'empty';
/** What the bytes are; `kind` names a format that is known but not read yet. */
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
  if (startsWith(bytes, 0xff, 0xd8, 0xff)) return { format: 'later', kind: 'JPEG' };
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47)) return { format: 'later', kind: 'PNG' };
  if (ascii(bytes, 0, 4) === '%PDF') return { format: 'unknown' };
  if (ascii(bytes, 0, 6) === 'SQLite' || ascii(bytes, 0, 7) === 'PMTiles') return { format: 'later', kind: ascii(bytes, 0, 7) === 'PMTiles' ? 'PMTiles' : 'MBTiles' };
  if (startsWith(bytes, 0x00, 0x00, 0x27, 0x0a)) return { format: 'later', kind: 'Shapefile (.shp)' };
  return ofText(bytes);
}

function ofZip(entries: readonly string[]): Detected {
  const lower = entries.map((name) => name.toLowerCase());
  if (lower.some((name) => /^xl\/workbook\.(xml|bin)$/.test(name)) || lower.includes('[content_types].xml') && lower.some((name) => name.startsWith('xl/'))) return { format: 'xlsx' };
  if (lower.some((name) => name.endsWith('.shp'))) return { format: 'later', kind: 'Shapefile (.zip)' };
  if (lower.some((name) => name.endsWith('.kml'))) return { format: 'later', kind: 'KMZ' };
  if (lower.some((name) => name.startsWith('word/'))) return { format: 'later', kind: 'Word (.docx)' };
  return { format: 'unknown' };
}

function ofText(bytes: Uint8Array): Detected {
  const decoded = decodeText(bytes.subarray(0, 65_536), true);
  if (decoded === undefined) return { format: 'unknown' };
  const head = decoded.text.replace(/^\ufeff/, '').trimStart();
  const start = head.slice(0, 4_000).toLowerCase();
  if (start.startsWith('<')) {
    if (/<kml[\s>]/.test(start)) return { format: 'later', kind: 'KML' };
    if (/<workbook[\s>]/.test(start)) return { format: 'xml-table' };
    if (/<(?:html|!doctype html|table|head|body|meta|style|div)[\s>]/.test(head.slice(0, 60_000).toLowerCase())) return { format: 'html' };
    return { format: 'unknown' };
  }
  if (/^[[{]/.test(start)) return /"type"\s*:\s*"(?:featurecollection|feature|point|polygon|multipolygon|geometrycollection)"/.test(start) ? { format: 'later', kind: 'GeoJSON' } : { format: 'later', kind: 'JSON' };
  return { format: 'csv' };
}
