/** Text decoded from bytes, and the encoding that fitted. */
export interface DecodedText { readonly text: string; readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' }

const strict = (bytes: Uint8Array, encoding: string): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/**
 * Decodes a text table: by its byte order mark, else strict UTF-8, else GB18030 (Excel in Chinese writes GBK without a mark).
 * Nothing for bytes that are no text. `partial` allows the last character to be cut off.
 */
export function decodeText(bytes: Uint8Array, partial = false): DecodedText | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16le' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16be' };
  if (isBinary(bytes)) return undefined;
  for (let cut = 0; cut <= (partial ? 4 : 0); cut += 1) {
    const utf = strict(bytes.subarray(0, bytes.length - cut), 'utf-8');
    if (utf !== undefined) return { text: utf, encoding: 'utf-8' };
  }
  return { text: new TextDecoder('gb18030').decode(bytes), encoding: 'gb18030' };
}

/** Control characters do not stand in text. */
function isBinary(bytes: Uint8Array): boolean {
  let odd = 0;
  const length = Math.min(bytes.length, 8_192);
  for (let at = 0; at < length; at += 1) {
    const byte = bytes[at] as number;
    if (byte === 0) return true;
    if (byte < 9 || (byte > 13 && byte < 27)) odd += 1;
  }
  return odd > length * 0.01;
}
