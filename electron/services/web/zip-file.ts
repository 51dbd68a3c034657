import type { FileHandle } from 'node:fs/promises';
import { crc32, deflateRawSync } from 'node:zlib';

/** A file of an archive; its name has slashes between folders. */
export interface ZipEntry { readonly name: string; readonly bytes: Uint8Array }

/** 1 January 1980, the first day that the format knows: every entry bears it, so that the same content gives the same bytes. */
const day = 0x0021;
const version = 20;
/** Names are UTF-8. */
const flags = 0x0800;
/** What is compressed by itself already. */
const isPacked = (name: string) => /\.(webp|jpe?g|png|woff2)$/.test(name);
/** The plain form of the format counts no further. */
const most = { entries: 0xffff, bytes: 0xffff_ffff };

interface Written { readonly name: Buffer; readonly method: number; readonly sum: number; readonly packed: number; readonly plain: number; readonly offset: number }

const fieldsOf = ({ name, method, sum, packed, plain }: Omit<Written, 'offset'>): Buffer => {
  const fields = Buffer.alloc(26);
  [version, flags, method, 0, day].forEach((value, at) => fields.writeUInt16LE(value, at * 2));
  [sum, packed, plain].forEach((value, at) => fields.writeUInt32LE(value, 10 + at * 4));
  fields.writeUInt16LE(name.length, 22);
  return fields;
};

/** Writes an archive (APPNOTE 6.3, without ZIP64) into an open file, entry by entry in the order given. Rejects where it would outgrow the format. */
export async function writeZip(handle: FileHandle, entries: Iterable<ZipEntry> | AsyncIterable<ZipEntry>): Promise<void> {
  const written: Written[] = [];
  let offset = 0;
  const put = async (...parts: readonly Uint8Array[]) => {
    for (const part of parts) {
      await handle.writeFile(part);
      offset += part.byteLength;
    }
    if (offset > most.bytes) throw new RangeError('The archive outgrows its format.');
  };
  for await (const { name, bytes } of entries) {
    const packed = isPacked(name) ? bytes : deflateRawSync(bytes, { level: 9 });
    const entry = { name: Buffer.from(name), method: packed === bytes ? 0 : 8, sum: crc32(bytes), packed: packed.byteLength, plain: bytes.byteLength, offset };
    written.push(entry);
    const head = Buffer.alloc(4);
    head.writeUInt32LE(0x0403_4b50);
    await put(head, fieldsOf(entry), entry.name, packed);
  }
  if (written.length > most.entries) throw new RangeError('The archive outgrows its format.');
  const begin = offset;
  for (const entry of written) {
    const head = Buffer.alloc(6);
    head.writeUInt32LE(0x0201_4b50);
    head.writeUInt16LE(version, 4);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(entry.offset, 10);
    await put(head, fieldsOf(entry), rest, entry.name);
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x0605_4b50);
  end.writeUInt16LE(written.length, 8);
  end.writeUInt16LE(written.length, 10);
  end.writeUInt32LE(offset - begin, 12);
  end.writeUInt32LE(begin, 16);
  await put(end);
}
