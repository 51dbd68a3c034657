/** The encodings that Chinese text files come in without saying so. */
export type TextEncoding = 'utf-8' | 'gb18030' | 'big5';
/** Text decoded from bytes, and the encoding that fitted. */
export interface DecodedText { readonly text: string; readonly encoding: TextEncoding | 'utf-16le' | 'utf-16be' }

const strict = (bytes: Uint8Array, encoding: string): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/**
 * Decodes a text: by its byte order mark, else strict UTF-8, else GB18030 (Excel in Chinese writes GBK without a mark) or Big5,
 * whichever its characters are common in. Nothing for bytes that are no text. `partial` allows the last character to be cut off.
 */
export function decodeText(bytes: Uint8Array, partial = false): DecodedText | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16le' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16be' };
  if (isBinary(bytes)) return undefined;
  for (let cut = 0; cut <= (partial ? 4 : 0); cut += 1) {
    const utf = strict(bytes.subarray(0, bytes.length - cut), 'utf-8');
    if (utf !== undefined) return { text: utf, encoding: 'utf-8' };
  }
  const encoding = isLikelyBig5([bytes]) ? 'big5' : 'gb18030';
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}

/** Tells the encoding of many short texts: the one that is `named`, unless they cannot be in it; else UTF-8, GB18030 or Big5 by what fits. */
export function tellEncoding(texts: readonly Uint8Array[], named: TextEncoding | undefined): TextEncoding {
  const foreign = texts.filter((words) => words.some((byte) => byte > 0x7f));
  if (foreign.length === 0) return named ?? 'utf-8';
  // The last character of a text may have been cut to fit its field.
  const fitting = foreign.filter((words) => [0, 1, 2].some((cut) => strict(words.subarray(0, words.length - cut), 'utf-8') !== undefined)).length;
  const isUtf8 = fitting >= foreign.length * 0.98;
  if (named === 'utf-8' ? isUtf8 : !named && isUtf8) return 'utf-8';
  if (named && named !== 'utf-8') return isUtf8 && fitting >= 3 ? 'utf-8' : named;
  return isLikelyBig5(foreign) ? 'big5' : 'gb18030';
}

/**
 * True when text in one of the two double-byte encodings is more likely Big5. The everyday characters of GB 2312 have first bytes
 * B0–D7 and second bytes from A1; those of Big5 have first bytes A4–C6 and second bytes from 40 as well as from A1. In the wrong
 * encoding a text falls apart into rare characters and stray bytes.
 */
function isLikelyBig5(texts: readonly Uint8Array[]): boolean {
  let [pairs, common, fits, mixed] = [0, 0, 0, 0];
  let seen = 0;
  for (const bytes of texts) {
    for (let at = 0; at < bytes.length && seen < 200_000; at += 1, seen += 1) {
      const first = bytes[at] as number;
      if (first < 0x81) continue;
      const second = bytes[at + 1] ?? 0;
      at += 1;
      pairs += 1;
      if (first >= 0xb0 && first <= 0xd7 && second >= 0xa1) common += 1;
      if (first >= 0xa4 && first <= 0xc6 && (second >= 0xa1 || (second >= 0x40 && second <= 0x7e))) fits += 1;
      // Second bytes below 80 are rare in GBK text and make up two fifths of Big5 text.
      if (second >= 0x40 && second <= 0x7e) mixed += 1;
    }
  }
  return pairs > 0 && fits > common && mixed >= pairs * 0.15 && fits + mixed > pairs;
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
