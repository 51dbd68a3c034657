import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FailureError } from '../../../data/schema/failure.js';
import { buildLedgerData, seeded } from '../../builders/ledger.js';
import { mapDesk, type MapDesk } from '../../builders/map-desk.js';
import { pmtilesOf, tilesOver, writeMbtiles } from '../../builders/map-packs.js';
import { paintedPixels, phoneJpeg, plainWebp, pngOf } from '../../builders/pictures.js';
import { layerOf } from '../../builders/shapefile-bytes.js';
import { streamTownship, workbookBytes } from '../../builders/workbooks.js';
import { zipOf } from '../../builders/zip-bytes.js';
import { isTimeUp, noneOf, wordsOf, type Finding, type Sample } from '../finding.js';

type Random = () => number;

/** Sound files of every format, by name. */
async function soundFiles(desk: MapDesk): Promise<Record<string, Buffer>> {
  const kml = '<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><name>后山林</name><ExtendedData><Data name="编号"><value>A-1</value></Data></ExtendedData><Polygon><outerBoundaryIs><LinearRing><coordinates>119.9,29.8 119.91,29.8 119.91,29.81 119.9,29.8</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></Document></kml>';
  const plots = layerOf('地块', [{ name: 'ZCBH', type: 'C', length: 12 }, { name: 'DKMC', type: 'C', length: 30 }], [1, 2].map((at) => ({ drawn: { rings: [[[119.9, 29.8], [119.9, 29.81], [119.91, 29.81], [119.91, 29.8], [119.9, 29.8]]] as const }, values: [`A-${at}`, `后山${at}号林`] })), { cpg: 'UTF-8' });
  const pixels = paintedPixels(48, 32);
  return {
    'a.xlsx': workbookBytes(streamTownship), 'a.xls': workbookBytes(streamTownship, 'biff8'), 'a.csv': Buffer.from(`编号,资产名称,所在村,面积(亩),经度,纬度\n${Array.from({ length: 30 }, (_, at) => `A-${at},后山${at}号林,大源村,${at},119.9${at},29.8${at}`).join('\n')}`),
    'a.kml': Buffer.from(kml), 'a.kmz': zipOf([{ name: 'doc.kml', bytes: Buffer.from(kml) }]), 'a.zip': zipOf(plots),
    'a.geojson': Buffer.from('{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"编号":"A-1","名称":"后山林","面积":12},"geometry":{"type":"Polygon","coordinates":[[[119.9,29.8],[119.91,29.8],[119.91,29.81],[119.9,29.8]]]}}]}'),
    'a.html.xls': Buffer.from('<html><body><table><tr><th>资产名称</th><th>所在村</th></tr><tr><td>后山林</td><td>大源村</td></tr></table></body></html>'),
    'a.jpg': await phoneJpeg(pixels), 'a.png': pngOf(pixels), 'a.webp': await plainWebp(pixels),
    'a.pmtiles': pmtilesOf(tilesOver([9, 10])), 'a.mbtiles': await readFile(writeMbtiles(join(desk.packs, 'sound.mbtiles'), tilesOver([9, 10]))),
  };
}

/** A file with bytes altered, cut off, zeroed, repeated or put elsewhere, by chance; sometimes a length or count in it made absurd. */
function mutated(bytes: Buffer, random: Random): Buffer {
  const below = (limit: number) => Math.floor(random() * limit);
  const copy = Buffer.from(bytes);
  const [from, length] = [below(bytes.length), 1 + below(64)];
  switch (below(7)) {
    case 0: for (let turn = 0; turn < 1 + below(12); turn += 1) copy[below(copy.length)] = below(256); return copy;
    case 1: return copy.subarray(0, from);
    case 2: return copy.fill(0, from, Math.min(copy.length, from + length * 8));
    case 3: return Buffer.concat([copy.subarray(0, from), copy.subarray(from, from + length), copy.subarray(from)]);
    case 4: return Buffer.concat([copy.subarray(0, from), copy.subarray(from + length)]);
    case 5: if (from + 4 <= copy.length) copy.writeUInt32LE([0xffffffff, 0x7fffffff, 0x80000000, 0][below(4)] as number, from); return copy;
    default: { const to = below(bytes.length); copy.copy(copy, to, from, from + length); return copy; }
  }
}

/** What came of one file that is not as expected; nothing when it was read or refused in a sentence that names it. */
async function faultOf(desk: MapDesk, name: string, bytes: Buffer): Promise<string | undefined> {
  try {
    if (/\.(pmtiles|mbtiles)$/.test(name)) {
      const path = join(desk.packs, name);
      await writeFile(path, bytes);
      const { inspectionId, samples } = await desk.inspect(path);
      for (const place of samples.slice(0, 3)) await desk.tile(inspectionId, 'xyz', place);
    } else {
      const { planId } = await desk.plan(await desk.save(name, bytes));
      await desk.ask('import.discard', { planId });
    }
    return undefined;
  } catch (error) {
    if (!(error instanceof FailureError)) return `throws ${wordsOf(error)}`;
    const { code, message } = error.failure;
    return code !== 'internal' && message.zh.includes(name) && message.en.includes(name) ? undefined : `${code}: ${message.zh}`;
  }
}

/** Sound files of every format with a few bytes that are not as they were: each is read or refused, and neither an exception nor a hang. `rounds` of each format. */
export async function proveMutations(sample: Sample): Promise<Finding[]> {
  const random = seeded(sample.seed);
  const desk = await mapDesk(buildLedgerData({ assets: 20 }));
  const faults: string[] = [];
  let tried = 0;
  const sound = await soundFiles(desk);
  try {
    for (let round = 0; round < sample.rounds && !isTimeUp(sample); round += 1) {
      for (const [name, bytes] of Object.entries(sound)) {
        tried += 1;
        const fault = await faultOf(desk, name, mutated(bytes, random));
        if (fault) faults.push(`seed ${sample.seed}, round ${round}, ${name}: ${fault}`);
      }
    }
  } finally {
    await desk.close();
  }
  return [noneOf(`Files of ${Object.keys(sound).length} formats with bytes altered by chance: exceptions, hangs`, tried, faults, sample.rounds * Object.keys(sound).length)];
}
