import { readFile } from 'node:fs/promises';
import { parentPort } from 'node:worker_threads';
import { decode, scaled, webpOf } from '../media/codecs.js';
import { readHeader } from '../media/picture-header.js';
import type { Pixels } from '../media/pixels.js';
import { smallEdge, tileDots, type MadeGround, type MadePhoto, type PictureWork, type PictureWorkAnswer } from './picture-work.js';

/** From fine to coarse: the first whose picture is small enough is taken, and the last in any case. */
const qualities = [74, 58, 42];
const smallQuality = 66;
const groundQuality = 62;
/** A hundred pictures have to be made in a minute or so. */
const effort = 2;

async function photo({ path, edge, bytes, small }: PictureWork & { kind: 'photo' }): Promise<MadePhoto> {
  const content = await readFile(path);
  const header = readHeader(content);
  if (!header) throw new Error('Not a picture.');
  const whole = await decode(content, header.format);
  const picture = await scaled(whole, edge);
  let large: Uint8Array = new Uint8Array();
  for (const quality of qualities) {
    large = await webpOf(picture, quality, effort);
    if (large.byteLength <= bytes) break;
  }
  return { large, width: picture.width, height: picture.height, small: small ? await webpOf(await scaled(picture, smallEdge), smallQuality, effort) : null };
}

function cut({ data, width }: Pixels, column: number, row: number): Pixels {
  const tile = new Uint8ClampedArray(tileDots * tileDots * 4);
  for (let line = 0; line < tileDots; line += 1) {
    const from = ((row * tileDots + line) * width + column * tileDots) * 4;
    tile.set(data.subarray(from, from + tileDots * 4), line * tileDots * 4);
  }
  return { data: tile, width: tileDots, height: tileDots };
}

async function ground({ png, columns, rows }: PictureWork & { kind: 'ground' }): Promise<MadeGround> {
  const picture = await decode(png, 'png');
  if (picture.width !== columns * tileDots || picture.height !== rows * tileDots) throw new Error(`The ground is ${picture.width} × ${picture.height}.`);
  const tilesOf = async (whole: Pixels): Promise<Uint8Array[]> => {
    const tiles: Uint8Array[] = [];
    for (let row = 0; row < whole.height / tileDots; row += 1)
      for (let column = 0; column < whole.width / tileDots; column += 1) tiles.push(await webpOf(cut(whole, column, row), groundQuality, effort));
    return tiles;
  };
  return { near: await tilesOf(picture), far: await tilesOf(await scaled(picture, Math.max(picture.width, picture.height) / 2)) };
}

parentPort?.on('message', (work: PictureWork) => {
  (work.kind === 'photo' ? photo(work) : ground(work)).then(
    (result): PictureWorkAnswer => ({ kind: 'made', result }),
    (): PictureWorkAnswer => ({ kind: 'broken' }),
  ).then((answer) => parentPort?.postMessage(answer), () => undefined);
});
