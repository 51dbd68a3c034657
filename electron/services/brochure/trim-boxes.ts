import { bleedWidth } from '../../../data/rules/brochure/page-size.js';

const pointsPerMillimetre = 72 / 25.4;
/** Objects of a document that Chromium wrote: a number, a generation of 0, a dictionary. */
const pageObject = /(?:^|\n)(\d+) 0 obj\s*(<<\/Type \/Page\n[\s\S]*?)\nendobj/g;
const mediaBox = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/;

/**
 * Tells a printing house where every page is cut (TrimBox) and how far it is printed (BleedBox; ISO 32000-1, 14.11.2), which Chromium does
 * not write: new versions of the pages are appended behind the document, as the format allows (7.5.6). A document of another form is
 * given back as it is: its pages are then as large as their paper, which is true as well.
 */
export function withTrimBoxes(document: Uint8Array): Uint8Array {
  const bytes = Buffer.from(document.buffer, document.byteOffset, document.byteLength);
  const whole = bytes.toString('latin1');
  const [, before] = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(whole) ?? [];
  const trailer = whole.slice(whole.lastIndexOf('trailer'));
  const [, size] = /\/Size (\d+)/.exec(trailer) ?? [];
  const [, root] = /\/Root (\d+ 0 R)/.exec(trailer) ?? [];
  if (before === undefined || size === undefined || root === undefined) return document;
  const cut = (value: number) => value.toFixed(3);
  const margin = bleedWidth * pointsPerMillimetre;
  let end = bytes.length;
  const objects: string[] = [];
  const places: string[] = [];
  for (const [, number, dictionary] of whole.matchAll(pageObject)) {
    const [, width, height] = mediaBox.exec(dictionary!) ?? [];
    if (width === undefined || height === undefined) continue;
    const boxes = `/TrimBox [${cut(margin)} ${cut(margin)} ${cut(Number(width) - margin)} ${cut(Number(height) - margin)}]\n/BleedBox [0 0 ${width} ${height}]\n`;
    const object = `\n${number} 0 obj\n${dictionary!.replace('/MediaBox', `${boxes}/MediaBox`)}\nendobj`;
    places.push(`${number} 1\n${String(end + 1).padStart(10, '0')} 00000 n \n`);
    objects.push(object);
    end += Buffer.byteLength(object, 'latin1');
  }
  if (objects.length === 0) return document;
  const info = /\/Info (\d+ 0 R)/.exec(trailer)?.[1];
  const tail = `\nxref\n${places.join('')}trailer\n<</Size ${size}\n/Root ${root}\n${info ? `/Info ${info}\n` : ''}/Prev ${before}>>\nstartxref\n${end + 1}\n%%EOF\n`;
  return Buffer.concat([bytes, Buffer.from(objects.join('') + tail, 'latin1')]);
}
