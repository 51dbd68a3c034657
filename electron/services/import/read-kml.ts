import { SaxesParser } from 'saxes';
import { attributeTable, type SurveyRecord } from '../../../data/rules/import/attribute-table.js';
import type { Cell, Grid } from '../../../data/rules/import/cell.js';
import { referenceIn } from '../../../data/rules/import/references.js';
import { positionOf, shapeBuilder, type Position, type Reference, type ShapeBuilder } from '../../../data/rules/import/survey.js';
import { text, type Text } from '../../../data/schema/text.js';
import { decodeText } from './decode-text.js';
import { describedFields } from './description-fields.js';
import { limits, refuse } from './refusals.js';

/** Numbers of a coordinate list: tuples parted by white space, their numbers by commas; people also write blanks after the commas. */
function positionsIn(written: string): (Position | undefined)[] {
  const words = written.trim().replace(/\s*[,，]\s*/g, ',');
  return words === '' ? [] : words.split(/\s+/).map((tuple) => positionOf(tuple.split(',').filter(Boolean).map(Number)));
}

/** An element that is open: what it is and the text right in it. */
interface Open { readonly name: string; words: string; readonly key: string }
interface Folder { readonly depth: number; name: string }
interface Placemark {
  readonly row: number;
  readonly depth: number;
  readonly attributes: Map<string, Cell>;
  readonly builder: ShapeBuilder;
  title: string;
  description: string;
  rings: (readonly Position[])[];
}

const local = (name: string) => name.slice(name.indexOf(':') + 1);
const containers = new Set(['Document', 'Folder']);
/** The words of a KML, by the encoding that its first line names, else by what fits. */
function wordsOf(bytes: Uint8Array, file: string): string {
  const named = /^[^>]*encoding\s*=\s*["']([\w-]+)/i.exec(Buffer.from(bytes.subarray(0, 200)).toString('latin1'))?.[1]?.toLowerCase();
  const encoding = named && /^gb(?:2312|k|18030)$/.test(named) ? 'gb18030' : named === 'big5' ? named : undefined;
  const decoded = decodeText(bytes);
  if (decoded === undefined) throw refuse.unknown(file);
  return (encoding && decoded.encoding !== 'utf-8' ? new TextDecoder(encoding).decode(bytes) : decoded.text).replace(/^\ufeff/, '');
}

/**
 * Reads a KML, whoever wrote it: placemarks in the order they stand, with what ExtendedData, SchemaData and the description say.
 * Entities and document types are refused, and nothing that it points at is ever fetched.
 */
export function readKml(bytes: Uint8Array, file: string, layer = ''): Grid {
  const parser = new SaxesParser({ xmlns: false, position: true });
  const stack: Open[] = [];
  const folders: Folder[] = [];
  const records: SurveyRecord[] = [];
  const about: string[] = [];
  const datums: (string | undefined)[] = [];
  const shownNames = new Map<string, string>();
  let [placemark, rows, links, creator]: [Placemark | undefined, number, number, string] = [undefined, 0, 0, ''];
  let pair: { name: string; shown: string; value: string } | undefined;

  parser.on('doctype', () => { throw refuse.entities(file, layer || file); });
  parser.on('error', (error) => { throw refuse.markup(file, layer, parser.line, error.message.replace(/^\d+:\d+:\s*/, '')); });
  parser.on('opentag', ({ name: whole, attributes }) => {
    const name = local(whole);
    if (stack.length >= 200) throw refuse.markup(file, layer, parser.line, 'too deep');
    stack.push({ name, words: '', key: String(attributes['name'] ?? '') });
    if (stack.length === 1) creator = String(attributes['creator'] ?? attributes['generator'] ?? '');
    if (containers.has(name)) folders.push({ depth: stack.length, name: '' });
    else if (name === 'NetworkLink') links += 1;
    else if (name === 'Placemark') {
      if ((rows += 1) > limits.rows) throw refuse.rows(file, layer);
      placemark = { row: rows, depth: stack.length, attributes: new Map(), builder: shapeBuilder(), title: '', description: '', rings: [] };
    } else if (name === 'Data') pair = { name: String(attributes['name'] ?? ''), shown: '', value: '' };
    else if (name === 'Polygon' && placemark) placemark.rings = [];
  });
  const takeText = (words: string) => {
    const top = stack.at(-1);
    if (top) top.words += words;
  };
  parser.on('text', takeText);
  parser.on('cdata', takeText);
  parser.on('closetag', () => {
    const { name, words, key } = stack.pop() as Open;
    const parent = stack.at(-1)?.name ?? '';
    const said = words.trim();
    if (name === 'OvCoordType') datums.push(said);
    if (placemark) closeInPlacemark(placemark, name, parent, said, key);
    else if (containers.has(name)) folders.pop();
    else if (containers.has(parent)) {
      const folder = folders.at(-1);
      if (name === 'name' && folder) folder.name = said;
      if ((name === 'name' || name === 'description') && said && folders.length === 1) about.push(name === 'name' ? said : [...describedFields(said).fields].map(([field, value]) => `${field}：${value}`).concat(describedFields(said).rest).filter(Boolean).join('\n'));
    } else if (name === 'displayName' && parent === 'SimpleField') shownNames.set(stack.at(-1)?.key ?? '', said);
    if (/^(?:generator|creator)$/.test(name) && said) creator ||= said;
    if (name === 'author' || (parent === 'author' && name === 'name')) creator ||= said;
  });

  function closeInPlacemark(current: Placemark, name: string, parent: string, said: string, key: string): void {
    const put = (field: string, value: string) => {
      if (field && value && !current.attributes.has(field)) current.attributes.set(field, value);
    };
    switch (name) {
      case 'name':
        if (parent === 'Placemark') current.title = said.replace(/\s+/g, ' ');
        return;
      case 'description':
        if (parent === 'Placemark') current.description = said;
        return;
      case 'address':
        return parent === 'Placemark' ? put('地址', said) : undefined;
      case 'phoneNumber':
        return parent === 'Placemark' ? put('联系电话', said.replace(/^tel:/i, '')) : undefined;
      case 'value':
        if (pair) pair.value = said;
        return;
      case 'displayName':
        if (pair) pair.shown = said;
        return;
      case 'Data':
        if (pair) put(pair.shown && !/[{$<]/.test(pair.shown) ? pair.shown : pair.name, pair.value);
        pair = undefined;
        return;
      case 'SimpleData':
        return put(shownNames.get(key) || key, said);
      case 'OvCoordType':
        return put('坐标系', said);
      case 'coordinates':
        return takeCoordinates(current, parent, positionsIn(said));
      case 'LinearRing':
        // A ring that stands alone encloses something too.
        if (!stack.some((open) => open.name === 'Polygon')) closePolygon(current);
        return;
      case 'Polygon':
        return closePolygon(current);
      case 'Track':
      case 'MultiTrack':
        if (name === 'Track') current.builder.line();
        return;
      case 'longitude':
      case 'latitude':
        if (parent === 'Location') current.attributes.set(`#${name}`, said);
        return;
      case 'Location': {
        const numbers = ['#longitude', '#latitude'].map((part) => Number(current.attributes.get(part) ?? NaN));
        for (const part of ['#longitude', '#latitude']) current.attributes.delete(part);
        current.builder.point(positionOf(numbers));
        return;
      }
      case 'Placemark':
        return finish(current);
      default:
    }
  }

  function takeCoordinates(current: Placemark, parent: string, positions: readonly (Position | undefined)[]): void {
    const known = positions.flatMap((position) => (position ? [position] : []));
    if (known.length < positions.length) current.builder.broken();
    if (parent === 'Point') {
      if (positions.length > 0) current.builder.point(known[0]);
    } else if (parent === 'LinearRing') current.rings.push(known);
    else if (parent === 'LineString') current.builder.line();
  }

  function closePolygon(current: Placemark): void {
    if (current.rings.length > 0) current.builder.polygon(current.rings);
    current.rings = [];
  }

  function finish(current: Placemark): void {
    const { fields, rest } = describedFields(current.description);
    for (const [field, value] of fields) if (value && !current.attributes.has(field)) current.attributes.set(field, value);
    if (rest && !current.attributes.has('说明')) current.attributes.set('说明', rest.slice(0, 2_000));
    const shape = current.builder.shape();
    // The outermost container is the file itself; what it is called stands for the whole.
    const names = folders.slice(1).map((folder) => folder.name).filter(Boolean);
    records.push({ row: current.row, attributes: current.attributes, folders: names, ...(current.title ? { title: current.title } : {}), ...(shape ? { shape } : {}) });
    placemark = undefined;
  }

  parser.write(wordsOf(bytes, file)).close();
  const notices: Text[] = links > 0 ? [text(`含 ${links} 个网络链接，未去读取`, `holds ${links} network link(s), which were not followed`)] : [];
  const reference = kmlReference(datums, [...about, creator, file]);
  return attributeTable(records, { name: layer, about, notices, ...(reference ? { reference } : {}) });
}

/** The datum that 奥维 writes into every object, else what the document says of itself, else what its writer usually gives. */
function kmlReference(datums: readonly (string | undefined)[], words: readonly string[]): Reference | undefined {
  const own = [...new Set(datums)];
  const named = own.length === 1 && own[0] ? referenceIn([`坐标系 ${own[0]}`], 'kml') : undefined;
  return named ?? referenceIn(words, 'kml');
}
