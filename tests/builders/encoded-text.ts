const tables = new Map<string, Map<string, number>>();

/** Bytes of a text in a double-byte encoding, by looking every character up in the decoder's own table. */
function encoded(words: string, encoding: 'gbk' | 'big5'): Buffer {
  let table = tables.get(encoding);
  if (!table) {
    table = new Map();
    const decoder = new TextDecoder(encoding);
    for (let lead = 0x81; lead <= 0xfe; lead += 1) for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const letter = decoder.decode(Uint8Array.of(lead, trail));
      if (letter.length === 1 && letter !== '\ufffd' && !table.has(letter)) table.set(letter, lead * 256 + trail);
    }
    tables.set(encoding, table);
  }
  return Buffer.from([...words].flatMap((letter) => {
    if (letter.charCodeAt(0) < 0x80) return [letter.charCodeAt(0)];
    const code = table.get(letter);
    if (code === undefined) throw new Error(`${letter} is not in ${encoding}`);
    return [code >> 8, code & 0xff];
  }));
}

export const gbkBytes = (words: string) => encoded(words, 'gbk');
export const big5Bytes = (words: string) => encoded(words, 'big5');
