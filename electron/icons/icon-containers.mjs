// The two containers in which systems want their icons. Both hold PNG pictures as they are, so that no library is needed.

/**
 * A Windows .ico of PNG pictures of 16 to 256 pixels: a header of 6 bytes, 16 bytes for each picture, then the pictures.
 * (Microsoft, "ICO file format"; PNG entries are read since Windows Vista.)
 */
export function icoOf(pictures) {
  const head = Buffer.alloc(6 + 16 * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let offset = head.length;
  pictures.forEach(({ size, png }, at) => {
    const entry = 6 + 16 * at;
    // A byte holds 0 to 255; 0 stands for 256.
    head.writeUInt8(size % 256, entry);
    head.writeUInt8(size % 256, entry + 1);
    head.writeUInt16LE(1, entry + 4);
    head.writeUInt16LE(32, entry + 6);
    head.writeUInt32LE(png.length, entry + 8);
    head.writeUInt32LE(offset, entry + 12);
    offset += png.length;
  });
  return Buffer.concat([head, ...pictures.map(({ png }) => png)]);
}

/** The type of a picture in an .icns, by its size in pixels; a size that is also a smaller one at double density is in it twice. */
const macTypes = { 16: ['icp4'], 32: ['icp5', 'ic11'], 64: ['icp6', 'ic12'], 128: ['ic07'], 256: ['ic08', 'ic13'], 512: ['ic09', 'ic14'], 1024: ['ic10'] };

/** A macOS .icns of PNG pictures: `icns` and the whole length, then type, length and bytes of each, all numbers big-endian. */
export function icnsOf(pictures) {
  const parts = pictures.flatMap(({ size, png }) => (macTypes[size] ?? []).map((type) => {
    const head = Buffer.alloc(8);
    head.write(type, 'ascii');
    head.writeUInt32BE(8 + png.length, 4);
    return Buffer.concat([head, png]);
  }));
  const head = Buffer.alloc(8);
  head.write('icns', 'ascii');
  head.writeUInt32BE(8 + parts.reduce((sum, part) => sum + part.length, 0), 4);
  return Buffer.concat([head, ...parts]);
}
