import yauzl from 'yauzl';
import { tellEncoding } from './decode-text.js';
import { limits, refuse } from './refusals.js';

/** What a zip holds, as far as it was checked. */
export interface CheckedZip { readonly entries: readonly string[] }

/** The name of an entry: as it says itself, else UTF-8 or GBK, whichever fits (WinRAR and old Windows write GBK without saying so). */
function nameOf(entry: yauzl.Entry): string {
  const { fileNameRaw: raw } = entry as unknown as { readonly fileNameRaw: Buffer };
  const isUnicode = (entry.generalPurposeBitFlag & 0x800) !== 0 || entry.extraFields.some((field) => field.id === 0x7075);
  if (isUnicode || !raw.some((byte) => byte > 0x7f)) return entry.fileName;
  return new TextDecoder(tellEncoding([raw], undefined)).decode(raw).replaceAll('\\', '/');
}

const open = (bytes: Buffer) => new Promise<yauzl.ZipFile>((resolve, reject) => {
  yauzl.fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true, strictFileNames: false }, (error, zip) => (error || !zip ? reject(error ?? new Error('no zip')) : resolve(zip)));
});

function listEntries(zip: yauzl.ZipFile, file: string): Promise<yauzl.Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: yauzl.Entry[] = [];
    let inflated = 0;
    zip.on('entry', (entry: yauzl.Entry) => {
      entries.push(entry);
      inflated += entry.uncompressedSize;
      if (entries.length > limits.entries) return reject(refuse.manyEntries(file, zip.entryCount));
      if (inflated > limits.inflatedBytes) return reject(refuse.inflated(file, entry.fileName));
      zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', (error: Error) => {
      const outside = /(?:invalid relative path|absolute path|invalid characters in fileName): (.*)$/.exec(error.message);
      reject(outside ? refuse.outsideEntry(file, outside[1] as string) : refuse.brokenZip(file, error.message));
    });
    zip.readEntry();
  });
}

const declares = /<!(?:DOCTYPE|ENTITY)/i;
/** Letters that are carried over from one piece to the next, so that a declaration across two of them is seen: nine, of two bytes in UTF-16. */
const carried = 18;

/** Counts what an entry really unpacks to, and looks for entity declarations in XML, wherever in it and in whatever encoding they stand. */
function verify(zip: yauzl.ZipFile, entry: yauzl.Entry, file: string): Promise<void> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error || !stream) return reject(refuse.brokenZip(file, error?.message ?? entry.fileName));
      const isMarkup = /\.(?:xml|rels|vml)$/i.test(entry.fileName);
      let before = '';
      let isDeclared = false;
      stream.on('data', (chunk: Buffer) => {
        if (!isMarkup || isDeclared) return;
        const words = before + chunk.toString('latin1');
        isDeclared = declares.test(words.includes('\0') ? words.replaceAll('\0', '') : words);
        before = words.slice(-carried);
      });
      stream.on('end', () => (isDeclared ? reject(refuse.entities(file, entry.fileName)) : resolve()));
      stream.on('error', (problem: Error) => reject(/too many bytes|not enough bytes/.test(problem.message) ? refuse.lyingEntry(file, entry.fileName) : refuse.brokenZip(file, problem.message)));
    });
  });
}

/**
 * Checks a zip before anything reads it: no more than 10 000 entries and 512 MB by its directory, no entry that leaves
 * its folder, and, for the entries that `wanted` chooses, sizes that are true and no XML entity declarations. Throws a FailureError.
 */
export async function checkZip(bytes: Buffer, file: string, wanted: (names: readonly string[]) => boolean): Promise<CheckedZip> {
  const zip = await open(bytes).catch((error: Error) => {
    throw refuse.brokenZip(file, error.message);
  });
  const entries = await listEntries(zip, file);
  const names = entries.map(nameOf);
  const first = new Map([...names.entries()].reverse().map(([at, name]) => [name, at]));
  const outside = names.find((name) => yauzl.validateFileName(name) !== null);
  if (outside !== undefined) throw refuse.outsideEntry(file, outside);
  // Readers differ in which of two they take.
  const twice = names.find((name, at) => !name.endsWith('/') && first.get(name) !== at);
  if (twice !== undefined) throw refuse.twice(file, twice);
  if (wanted(names)) for (const entry of entries) if (!entry.fileName.endsWith('/')) await verify(zip, entry, file);
  return { entries: names };
}

/** Unpacks one entry into memory. */
function unpack(zip: yauzl.ZipFile, entry: yauzl.Entry, file: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error || !stream) return reject(refuse.brokenZip(file, error?.message ?? entry.fileName));
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => resolve(Buffer.concat(parts)));
      stream.on('error', (problem: Error) => reject(/too many bytes|not enough bytes/.test(problem.message) ? refuse.lyingEntry(file, nameOf(entry)) : refuse.brokenZip(file, problem.message)));
    });
  });
}

/**
 * Unpacks the entries that `wanted` chooses, by name, into memory only. The limits of `checkZip` hold here too, and no entry may
 * unpack to more than its directory states. Folders, and what macOS adds for itself, are left out. Throws a FailureError.
 */
export async function unpackZip(bytes: Buffer, file: string, wanted: (name: string) => boolean): Promise<Map<string, Buffer>> {
  const zip = await open(bytes).catch((error: Error) => {
    throw refuse.brokenZip(file, error.message);
  });
  const found = new Map<string, Buffer>();
  for (const entry of await listEntries(zip, file)) {
    const name = nameOf(entry);
    if (name.endsWith('/') || /(?:^|\/)(?:__MACOSX\/|\._)/.test(name) || !wanted(name)) continue;
    if (entry.generalPurposeBitFlag & 1) throw refuse.lockedZip(file, name);
    found.set(name, await unpack(zip, entry, file));
  }
  return found;
}
