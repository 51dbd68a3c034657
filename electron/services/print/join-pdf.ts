/** One numbered object of a document: what it says, and the bytes of its stream, where it has one. */
interface PdfObject { readonly number: number; readonly words: string; readonly stream: Buffer | null }
interface PdfParts { readonly objects: readonly PdfObject[]; readonly size: number; readonly root: number; readonly info: string }

const broken = () => new Error('The engine wrote a document that cannot be joined.');
const references = /\b(\d+) 0 R\b/g;

/** Takes a document apart. Made for what browsers' engines write: every object by itself, with a plain table of where each lies. */
function partsOf(file: Buffer): PdfParts {
  const tail = file.subarray(-64).toString('latin1');
  const at = Number(/startxref\s+(\d+)/.exec(tail)?.[1] ?? Number.NaN);
  const table = Number.isInteger(at) ? file.subarray(at).toString('latin1') : '';
  const size = Number(/\/Size (\d+)/.exec(table)?.[1] ?? Number.NaN);
  const root = Number(/\/Root (\d+) 0 R/.exec(table)?.[1] ?? Number.NaN);
  if (!table.startsWith('xref') || !Number.isInteger(size) || !Number.isInteger(root)) throw broken();
  const places = [...table.matchAll(/^(\d{10}) \d{5} n/gm)].map(([, offset]) => Number(offset)).sort((one, other) => one - other);
  const objects = places.map((place, index) => objectIn(file.subarray(place, places[index + 1] ?? at)));
  return { objects, size, root, info: /\/Info (\d+) 0 R/.exec(table)?.[1] ?? '' };
}

function objectIn(bytes: Buffer): PdfObject {
  const begin = bytes.indexOf('stream\n');
  const head = (begin < 0 ? bytes : bytes.subarray(0, begin)).toString('latin1');
  const number = Number(/^(\d+) 0 obj\s/.exec(head)?.[1] ?? Number.NaN);
  if (!Number.isInteger(number)) throw broken();
  const words = head.replace(/^\d+ 0 obj\s+/, '').replace(/\s*endobj\s*$/, '');
  if (begin < 0 || !/\/Length \d+/.test(head)) return { number, words, stream: null };
  const length = Number(/\/Length (\d+)/.exec(head)![1]);
  return { number, words, stream: bytes.subarray(begin + 'stream\n'.length, begin + 'stream\n'.length + length) };
}

const objectOf = ({ objects }: PdfParts, number: number) => {
  const found = objects.find((object) => object.number === number);
  if (!found) throw broken();
  return found;
};

/**
 * Joins documents of one engine into one, page after page, so that an engine need not hold a long one whole. Titles are the first one's;
 * outlines and tags are not taken along. Throws when a document is not of the plain form that engines write.
 */
export function joinPdfs(files: readonly Uint8Array[]): Uint8Array {
  const [only] = files;
  if (files.length === 1 && only) return only;
  const documents = files.map((file) => partsOf(Buffer.from(file.buffer, file.byteOffset, file.byteLength)));
  const chunks: Buffer[] = [Buffer.from('%PDF-1.4\n%\xd3\xeb\xe9\xe1\n', 'latin1')];
  const offsets = new Map<number, number>();
  let length = chunks[0]!.byteLength;
  const write = (part: Buffer) => { chunks.push(part); length += part.byteLength; };
  const put = (number: number, words: string, stream: Buffer | null) => {
    offsets.set(number, length);
    write(Buffer.from(`${number} 0 obj\n${words}${stream ? 'stream\n' : '\n'}`, 'latin1'));
    if (stream) write(stream);
    write(Buffer.from(stream ? '\nendstream\nendobj\n' : 'endobj\n', 'latin1'));
  };
  // The first two numbers are the new catalogue and the new list of pages.
  let shift = 2;
  const lists: number[] = [];
  let pages = 0;
  let info = '';
  for (const [at, document] of documents.entries()) {
    const moved = (words: string) => words.replace(references, (_all, number: string) => `${Number(number) + shift} 0 R`);
    const list = Number(/\/Pages (\d+) 0 R/.exec(objectOf(document, document.root).words)?.[1] ?? Number.NaN);
    pages += Number(/\/Count (\d+)/.exec(objectOf(document, list).words)?.[1] ?? 0);
    for (const { number, words, stream } of document.objects) {
      if (number === document.root || (String(number) === document.info && at > 0)) continue;
      const isInfo = String(number) === document.info;
      put(number + shift, isInfo ? words : number === list ? moved(words).replace('/Type /Pages', '/Type /Pages\n/Parent 2 0 R') : moved(words), stream);
    }
    if (at === 0 && document.info) info = `\n/Info ${Number(document.info) + shift} 0 R`;
    lists.push(list + shift);
    shift += document.size;
  }
  put(1, '<</Type /Catalog\n/Pages 2 0 R>>', null);
  put(2, `<</Type /Pages\n/Count ${pages}\n/Kids [${lists.map((list) => `${list} 0 R`).join(' ')}]>>`, null);
  const start = length;
  const lines = Array.from({ length: shift }, (_, number) => { const offset = offsets.get(number); return offset === undefined ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`; });
  write(Buffer.from(`xref\n0 ${shift}\n${lines.join('')}trailer\n<</Size ${shift}\n/Root 1 0 R${info}>>\nstartxref\n${start}\n%%EOF\n`, 'latin1'));
  return Buffer.concat(chunks);
}
