import type { MapPack, PackContainer, TileFormat } from '../../../data/schema/map-pack.js';
import { text, type Text } from '../../../data/schema/text.js';
import type { Say } from '../../state/language.js';

export { sizeWords } from '../../ui/size-words.js';

export const containerNames: Readonly<Record<PackContainer, Text>> = {
  pmtiles: text('PMTiles 文件', 'PMTiles file'), mbtiles: text('MBTiles 文件', 'MBTiles file'), folder: text('瓦片文件夹', 'Folder of tiles'),
};
const formatNames: Readonly<Record<TileFormat, Text>> = {
  png: text('PNG 图片', 'PNG pictures'), jpeg: text('JPEG 图片', 'JPEG pictures'), webp: text('WebP 图片', 'WebP pictures'), avif: text('AVIF 图片', 'AVIF pictures'),
  gif: text('GIF 图片', 'GIF pictures'), mvt: text('矢量要素', 'Vector features'),
};

/** 「PNG 图片，512 像素」 */
export const formatWords = ({ format, tileSize }: Pick<MapPack, 'format' | 'tileSize'>, say: Say) => (format === 'mvt' ? say(formatNames.mvt) : `${say(formatNames[format])}${say(`，${tileSize} 像素`, `, ${tileSize} pixels`)}`);
export const zoomWords = ({ minZoom, maxZoom }: Pick<MapPack, 'minZoom' | 'maxZoom'>, say: Say) =>
  minZoom === maxZoom ? say(`第 ${minZoom} 级`, `Level ${minZoom}`) : say(`第 ${minZoom}–${maxZoom} 级`, `Levels ${minZoom}–${maxZoom}`);

const degrees = (value: number) => `${Math.abs(value).toFixed(3)}°`;
/** West to east and south to north, as an atlas says it. */
export function boundsWords([west, south, east, north]: MapPack['bounds'], say: Say): string {
  const side = (value: number, positive: string, negative: string) => (value < 0 ? negative : positive);
  return say(
    `${side(west, '东经', '西经')} ${degrees(west)} – ${side(east, '东经', '西经')} ${degrees(east)}，${side(south, '北纬', '南纬')} ${degrees(south)} – ${side(north, '北纬', '南纬')} ${degrees(north)}`,
    `${degrees(west)} ${side(west, 'E', 'W')} – ${degrees(east)} ${side(east, 'E', 'W')}, ${degrees(south)} ${side(south, 'N', 'S')} – ${degrees(north)} ${side(north, 'N', 'S')}`,
  );
}

/** The last part of a path on any system. */
export const fileNameOf = (path: string) => path.split(/[\\/]/).filter(Boolean).at(-1) ?? path;
