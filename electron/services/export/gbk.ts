/** Code unit → two bytes, built once from the platform's own decoder, so that writing is exactly the reverse of reading. */
let table: Uint16Array | undefined;

function encodingTable(): Uint16Array {
  if (table) return table;
  const pairs = new Uint16Array(0x10000);
  const decoder = new TextDecoder('gbk');
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    const bytes: number[] = [];
    for (let trail = 0x40; trail <= 0xfe; trail += 1) bytes.push(lead, trail === 0x7f ? 0x40 : trail, 0x0a);
    const decoded = decoder.decode(Uint8Array.from(bytes)).split('\n');
    for (const [index, character] of decoded.entries()) {
      const unit = character.charCodeAt(0);
      // Private-use characters are the vendors' own, and U+FFFD means that the pair is not assigned.
      const isOfText = character.length === 1 && unit >= 0x80 && unit !== 0xfffd && !(unit >= 0xe000 && unit <= 0xf8ff);
      if (isOfText && 0x40 + index !== 0x7f && pairs[unit] === 0) pairs[unit] = (lead << 8) | (0x40 + index);
    }
  }
  return (table = pairs);
}

/** Text as GBK. A character that GBK lacks becomes `?`, and `lost` counts them. */
export function encodeGbk(text: string): { bytes: Uint8Array; lost: number } {
  const pairs = encodingTable();
  const bytes = new Uint8Array(text.length * 2);
  let length = 0;
  let lost = 0;
  for (const character of text) {
    const unit = character.charCodeAt(0);
    const pair = unit < 0x80 ? unit : character.length === 1 ? (pairs[unit] ?? 0) : 0;
    if (unit < 0x80) bytes[length++] = unit;
    else if (pair === 0) { bytes[length++] = 0x3f; lost += 1; }
    else { bytes[length++] = pair >> 8; bytes[length++] = pair & 0xff; }
  }
  return { bytes: bytes.subarray(0, length), lost };
}
