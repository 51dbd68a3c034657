import { inflateSync } from 'node:zlib';

interface PdfObject { readonly head: string; readonly stream: Buffer | null }

/** A document taken apart, as far as tests look at it: made for what Chromium writes, which keeps every object by itself. */
export interface ReadPdf {
  readonly pages: readonly { readonly width: number; readonly height: number }[];
  /** Each font with the kind of its outlines; null where it is not embedded. */
  readonly fonts: readonly { readonly name: string; readonly kind: string; readonly embedded: boolean }[];
  /** The words drawn, in the order of drawing, without regard to where they stand. */
  readonly text: string;
  /** Every byte of it, streams inflated. */
  readonly bytes: string;
}

function objectsOf(file: Buffer): Map<number, PdfObject> {
  const all = file.toString('latin1');
  const objects = new Map<number, PdfObject>();
  for (const match of all.matchAll(/(?:^|\n)(\d+) 0 obj\s/g)) {
    const from = match.index + match[0].length;
    const to = all.indexOf('endobj', from);
    const begin = all.indexOf('stream\n', from);
    if (begin < 0 || begin > to) { objects.set(Number(match[1]), { head: all.slice(from, to), stream: null }); continue; }
    const head = all.slice(from, begin);
    const length = Number(/\/Length (\d+)(?! \d+ R)/.exec(head)?.[1] ?? all.indexOf('\nendstream', begin) - begin - 7);
    const raw = file.subarray(begin + 7, begin + 7 + length);
    objects.set(Number(match[1]), { head, stream: head.includes('/FlateDecode') ? inflateSync(raw) : raw });
  }
  return objects;
}

const hexText = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le');

/** From the codes of a font to what they mean. */
function meaningsOf(cmap: string): Map<number, string> {
  const meanings = new Map<number, string>();
  for (const [, body] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) for (const [, code, to] of body!.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g)) meanings.set(Number.parseInt(code!, 16), hexText(to!));
  for (const [, body] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, first, last, to] of body!.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g)) {
      const start = Number.parseInt(to!, 16);
      for (let code = Number.parseInt(first!, 16); code <= Number.parseInt(last!, 16); code += 1) meanings.set(code, String.fromCodePoint(start + code - Number.parseInt(first!, 16)));
    }
  }
  return meanings;
}

/** Reads a document that Chromium made. */
export function readPdf(file: Buffer): ReadPdf {
  const objects = objectsOf(file);
  const textOf = (number: string | undefined) => objects.get(Number(number))?.stream?.toString('latin1') ?? '';
  const meanings = new Map<number, Map<number, string>>();
  const wide = new Set<number>();
  const fonts: { name: string; kind: string; embedded: boolean }[] = [];
  for (const [number, { head }] of objects) {
    if (!/\/Type\s*\/Font\b(?!Descriptor)/.test(head) || head.includes('/CIDFontType')) continue;
    const kind = /\/Subtype\s*\/(\w+)/.exec(head)?.[1] ?? '';
    if (kind === 'Type0') wide.add(number);
    meanings.set(number, meaningsOf(textOf(/\/ToUnicode (\d+) 0 R/.exec(head)?.[1])));
    const child = objects.get(Number(/\/DescendantFonts\s*\[(\d+) 0 R/.exec(head)?.[1]))?.head ?? head;
    const descriptor = objects.get(Number(/\/FontDescriptor (\d+) 0 R/.exec(child)?.[1]))?.head ?? '';
    fonts.push({ name: /\/BaseFont\s*\/([^\s/]+)/.exec(head)?.[1] ?? '', kind, embedded: kind === 'Type3' || /\/FontFile\d?/.test(descriptor) });
  }
  // The engine calls a font by its object's number; in documents that were joined the pages say which is meant.
  const fontsOf = new Map<number, ReadonlyMap<number, number>>();
  for (const { head } of objects.values()) {
    const contents = /\/Type\s*\/Page\b(?!s)/.test(head) && /\/Contents (\d+) 0 R/.exec(head)?.[1];
    if (contents) fontsOf.set(Number(contents), new Map([...head.matchAll(/\/F(\d+) (\d+) 0 R/g)].map(([, name, number]) => [Number(name), Number(number)])));
  }
  let text = '';
  for (const [number, { head, stream }] of objects) {
    if (!stream || /\/Subtype\s*\/Image|\/FontFile|\/Length1/.test(head) || !stream.includes(' Tf')) continue;
    let font = 0;
    for (const [token, chosen, hex] of stream.toString('latin1').matchAll(/\/F(\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)>|T\*|\bET\b/g)) {
      if (chosen) font = fontsOf.get(number)?.get(Number(chosen)) ?? Number(chosen);
      else if (hex) {
        const digits = wide.has(font) ? 4 : 2;
        for (let at = 0; at + digits <= hex.length; at += digits) text += meanings.get(font)?.get(Number.parseInt(hex.slice(at, at + digits), 16)) ?? '';
      } else if (token === 'ET') text += '\n';
    }
  }
  const pages = [...objects.values()].flatMap(({ head }) => {
    if (!/\/Type\s*\/Page\b(?!s)/.test(head)) return [];
    const [, left, bottom, right, top] = /\/MediaBox\s*\[\s*([\d.-]+) ([\d.-]+) ([\d.-]+) ([\d.-]+)/.exec(head) ?? [];
    return [{ width: Number(right) - Number(left), height: Number(top) - Number(bottom) }];
  });
  return { pages, fonts, text, bytes: [...objects.values()].map(({ head, stream }) => head + (stream?.toString('utf8') ?? '')).join('\n') };
}
