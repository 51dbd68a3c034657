/** What a file is by its content: taken as a photo, a film or a document, or known but of no use here. */
export type FileKind =
  | { readonly kind: 'photo'; readonly ending: 'jpg' | 'png' | 'webp' }
  | { readonly kind: 'video'; readonly ending: 'mp4' | 'mov' | 'webm' }
  | { readonly kind: 'document'; readonly ending: string }
  /** A picture or film that cannot be shown; it may still be kept as a document. */
  | { readonly kind: 'other-picture' | 'other-film'; readonly ending: string; readonly format: string }
  | { readonly kind: 'program' }
  | { readonly kind: 'unknown' };

/** So much of a file's beginning is looked at, in bytes. */
export const headLength = 8192;

const latin = (bytes: Uint8Array, from: number, to: number) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', from, to);
const endingOf = (name: string) => /\.([a-z0-9]{2,4})$/i.exec(name)?.[1]?.toLowerCase() ?? '';

const heifBrands = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1']);
const officeEndings = { zip: ['docx', 'xlsx', 'pptx', 'docm', 'xlsm', 'pptm', 'ofd', 'odt', 'ods', 'odp', 'kmz'], ole: ['doc', 'xls', 'ppt', 'wps', 'et', 'dps'], text: ['txt', 'csv', 'md', 'json', 'kml', 'gpx', 'dxf', 'xml', 'rtf'] };
const listed = (name: string, endings: readonly string[], otherwise: string) => (endings.includes(endingOf(name)) ? endingOf(name) : otherwise);

/** Boxed files (ISO 14496-12): the brand tells a film from a still picture. */
function boxedKind(head: Uint8Array): FileKind {
  const brand = latin(head, 8, 12);
  if (brand === 'avif' || brand === 'avis') return { kind: 'other-picture', ending: 'avif', format: 'AVIF' };
  if (heifBrands.has(brand)) return { kind: 'other-picture', ending: 'heic', format: 'HEIC' };
  if (brand.startsWith('M4A') || brand.startsWith('M4B')) return { kind: 'unknown' };
  return { kind: 'video', ending: brand === 'qt  ' ? 'mov' : 'mp4' };
}

/** True for text in UTF-8, UTF-16 with a mark, or a Chinese encoding: no control characters but tabs and line ends. */
function isText(head: Uint8Array): boolean {
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return true;
  return head.every((byte) => byte >= 0x20 || byte === 9 || byte === 10 || byte === 12 || byte === 13) && !head.includes(0x7f);
}

/** Tells a file's kind from its first bytes (up to `headLength`); the name only tells apart what shares one container. */
export function kindOf(head: Uint8Array, name: string): FileKind {
  const start = (word: string, at = 0) => latin(head, at, at + word.length) === word;
  if (head.length === 0) return { kind: 'unknown' };
  if (start('\xff\xd8\xff')) return { kind: 'photo', ending: 'jpg' };
  if (start('\x89PNG\r\n\x1a\n')) return { kind: 'photo', ending: 'png' };
  if (start('RIFF') && start('WEBP', 8)) return { kind: 'photo', ending: 'webp' };
  if (start('RIFF') && start('AVI ', 8)) return { kind: 'other-film', ending: 'avi', format: 'AVI' };
  if (start('GIF8')) return { kind: 'other-picture', ending: 'gif', format: 'GIF' };
  if (start('BM') && head.length > 26 && head[6] === 0 && head[7] === 0) return { kind: 'other-picture', ending: 'bmp', format: 'BMP' };
  if (start('II*\0') || start('MM\0*')) return { kind: 'other-picture', ending: 'tif', format: 'TIFF' };
  if (start('ftyp', 4)) return boxedKind(head);
  if (['moov', 'mdat', 'wide'].some((box) => start(box, 4))) return { kind: 'video', ending: 'mov' };
  if (start('\x1a\x45\xdf\xa3')) return latin(head, 0, 64).includes('webm') ? { kind: 'video', ending: 'webm' } : { kind: 'other-film', ending: 'mkv', format: 'MKV' };
  if (start('\x30\x26\xb2\x75')) return { kind: 'other-film', ending: 'wmv', format: 'WMV' };
  if (start('FLV\x01')) return { kind: 'other-film', ending: 'flv', format: 'FLV' };
  if (start('\0\0\x01\xba') || start('\0\0\x01\xb3')) return { kind: 'other-film', ending: 'mpg', format: 'MPEG' };
  if (start('%PDF-')) return { kind: 'document', ending: 'pdf' };
  if (start('PK\x03\x04') || start('PK\x05\x06')) return { kind: 'document', ending: listed(name, officeEndings.zip, 'zip') };
  if (start('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return endingOf(name) === 'msi' ? { kind: 'program' } : { kind: 'document', ending: listed(name, officeEndings.ole, 'doc') };
  if (start('Rar!\x1a\x07')) return { kind: 'document', ending: 'rar' };
  if (start('7z\xbc\xaf\x27\x1c')) return { kind: 'document', ending: '7z' };
  if (start('AC10')) return { kind: 'document', ending: 'dwg' };
  if (start('MZ') || start('\x7fELF') || start('\xcf\xfa\xed\xfe') || start('#!')) return { kind: 'program' };
  return isText(head) ? { kind: 'document', ending: listed(name, officeEndings.text, 'txt') } : { kind: 'unknown' };
}
