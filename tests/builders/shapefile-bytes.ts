type Pair = readonly [number, number];
/** What one record draws: a point, the rings of a polygon (outer ones clockwise, as the format wants them), a line, or nothing. */
export type Drawn = { readonly point: Pair } | { readonly rings: readonly (readonly Pair[])[] } | { readonly line: readonly Pair[] } | null;
export interface ShapeRecord { readonly drawn: Drawn; readonly values: readonly (string | number | boolean | null)[] }
export interface ShapeField { readonly name: string; readonly type: 'C' | 'N' | 'L' | 'D'; readonly length: number; readonly decimals?: number }
export interface LayerOptions { readonly encode?: (words: string) => Buffer; readonly language?: number; readonly prj?: string; readonly cpg?: string }

const codes = { point: 1, line: 3, rings: 5 } as const;
const kindOf = (drawn: NonNullable<Drawn>) => ('point' in drawn ? 'point' : 'line' in drawn ? 'line' : 'rings');

function contentOf(drawn: Drawn): Buffer {
  if (!drawn) return Buffer.alloc(4);
  if ('point' in drawn) {
    const bytes = Buffer.alloc(20);
    bytes.writeInt32LE(1, 0);
    bytes.writeDoubleLE(drawn.point[0], 4);
    bytes.writeDoubleLE(drawn.point[1], 12);
    return bytes;
  }
  const parts = 'line' in drawn ? [drawn.line] : drawn.rings;
  const points = parts.flat();
  const bytes = Buffer.alloc(44 + parts.length * 4 + points.length * 16);
  bytes.writeInt32LE(codes[kindOf(drawn)], 0);
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)].forEach((value, at) => bytes.writeDoubleLE(value, 4 + at * 8));
  bytes.writeInt32LE(parts.length, 36);
  bytes.writeInt32LE(points.length, 40);
  let start = 0;
  parts.forEach((part, at) => {
    bytes.writeInt32LE(start, 44 + at * 4);
    start += part.length;
  });
  points.forEach(([x, y], at) => {
    bytes.writeDoubleLE(x, 44 + parts.length * 4 + at * 16);
    bytes.writeDoubleLE(y, 52 + parts.length * 4 + at * 16);
  });
  return bytes;
}

function headerOf(length: number, code: number): Buffer {
  const header = Buffer.alloc(100);
  header.writeInt32BE(9994, 0);
  header.writeInt32BE(length / 2, 24);
  header.writeInt32LE(1000, 28);
  header.writeInt32LE(code, 32);
  return header;
}

function dbfOf(fields: readonly ShapeField[], records: readonly ShapeRecord[], encode: (words: string) => Buffer, language: number): Buffer {
  const header = Buffer.alloc(32);
  header.writeUInt8(3, 0);
  header.set([124, 9, 10], 1);
  header.writeUInt32LE(records.length, 4);
  header.writeUInt16LE(33 + fields.length * 32, 8);
  header.writeUInt16LE(1 + fields.reduce((sum, field) => sum + field.length, 0), 10);
  header.writeUInt8(language, 29);
  const described = fields.map((field) => {
    const bytes = Buffer.alloc(32);
    encode(field.name).copy(bytes, 0, 0, 10);
    bytes.write(field.type, 11, 'latin1');
    bytes.writeUInt8(field.length, 16);
    bytes.writeUInt8(field.decimals ?? 0, 17);
    return bytes;
  });
  const rows = records.map(({ values }) => Buffer.concat([Buffer.from(' '), ...fields.map((field, at) => {
    const value = values[at];
    const cell = Buffer.alloc(field.length, 0x20);
    const words = value === null || value === undefined ? '' : typeof value === 'boolean' ? (value ? 'T' : 'F') : typeof value === 'number' ? value.toFixed(field.decimals ?? 0).padStart(field.length) : value;
    encode(words).copy(cell, 0, 0, field.length);
    return cell;
  })]));
  return Buffer.concat([header, ...described, Buffer.from([0x0d]), ...rows, Buffer.from([0x1a])]);
}

/** The files of one layer, as ESRI's technical description of July 1998 lays them out. */
export function layerOf(name: string, fields: readonly ShapeField[], records: readonly ShapeRecord[], { encode = Buffer.from, language = 0, prj, cpg }: LayerOptions = {}): { name: string; bytes: Buffer }[] {
  const kind = records.map((record) => record.drawn).find((drawn) => drawn !== null);
  const code = kind ? codes[kindOf(kind)] : 5;
  const bodies: Buffer[] = [];
  const index: Buffer[] = [];
  let at = 100;
  records.forEach(({ drawn }, number) => {
    const content = contentOf(drawn);
    const head = Buffer.alloc(8);
    head.writeInt32BE(number + 1, 0);
    head.writeInt32BE(content.length / 2, 4);
    const entry = Buffer.alloc(8);
    entry.writeInt32BE(at / 2, 0);
    entry.writeInt32BE(content.length / 2, 4);
    bodies.push(head, content);
    index.push(entry);
    at += 8 + content.length;
  });
  return [
    { name: `${name}.shp`, bytes: Buffer.concat([headerOf(at, code), ...bodies]) },
    { name: `${name}.shx`, bytes: Buffer.concat([headerOf(100 + index.length * 8, code), ...index]) },
    { name: `${name}.dbf`, bytes: dbfOf(fields, records, encode, language) },
    ...(prj ? [{ name: `${name}.prj`, bytes: Buffer.from(prj) }] : []),
    ...(cpg ? [{ name: `${name}.cpg`, bytes: Buffer.from(cpg) }] : []),
  ];
}
