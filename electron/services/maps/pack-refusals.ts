import { basename } from 'node:path';
import { FailureError, type Failure } from '../../../data/schema/failure.js';
import { text, type Text } from '../../../data/schema/text.js';
import { codeOf } from '../../storage/disk.js';

const failure = (code: Failure['code']) => (path: string, zh: string, en: string) => {
  const file = basename(path);
  return new FailureError(code, text(`「${file}」${zh}`, `“${file}” ${en}`), { file });
};
const unreadable = failure('unreadable-file');
const damaged = failure('damaged');
const gone = failure('not-found');
const known = text('PMTiles（第 3 版）、MBTiles，或按级别分文件夹的瓦片（z/x/y）', 'PMTiles (version 3), MBTiles, or folders of tiles by level (z/x/y)');

/** Every reason for which a pack cannot be read, as a sentence that names the file and the next step. */
export const refusePack = {
  gone: (path: string) => gone(path, '找不到了，可能已被移走，或所在的 U 盘已拔出。请接回原处，或重新指定它的位置。', 'is not there any more; it may have been moved, or its stick pulled out. Put it back, or say where it is now.'),
  forbidden: (path: string) => unreadable(path, '没有读取权限。请检查文件权限，或拷到自己的文件夹里再选。', 'may not be read. Look at its permissions, or copy it to a folder of your own.'),
  disk: (path: string) => failure('disk')(path, '读取时磁盘出错。请再试一次；仍然出错，请换一块盘重新拷贝。', 'could not be read because the disk failed. Try again; if it fails again, copy it anew from another disk.'),
  empty: (path: string) => unreadable(path, '是空文件（0 字节），请重新下载或导出。', 'is empty (0 bytes); download or export it again.'),
  unknown: (path: string) => unreadable(path, `不是认识的底图，能用的是${known.zh}；瓦片文件夹请选它的上一级文件夹。`, `is no known map pack. What can be used is ${known.en}; of tiles in folders, choose the folder that holds them.`),
  zip: (path: string) => unreadable(path, '是压缩包，请先解压，再选里面的底图文件或文件夹。', 'is a zip archive; unpack it and choose the pack inside.'),
  picture: (path: string) => unreadable(path, '是一张图片，不是底图包。如果是瓦片中的一张，请选最外层的瓦片文件夹。', 'is a single picture. If it is one of many tiles, choose the outermost folder of the tiles.'),
  oldPmtiles: (path: string, version: number) => unreadable(path, `是 PMTiles 第 ${version} 版，只能读第 3 版。请用 pmtiles convert 转成第 3 版再选。`, `is PMTiles version ${version}; only version 3 can be read. Convert it with “pmtiles convert” first.`),
  newPmtiles: (path: string, version: number) => unreadable(path, `是更新的 PMTiles 第 ${version} 版，这个程序只认识第 3 版。请导出成第 3 版，或更新程序。`, `is PMTiles version ${version}, newer than this program knows. Export it as version 3, or update the program.`),
  cut: (path: string, part: Text) => damaged(path, `不完整：${part.zh}读不全，多半是拷贝或下载中断。请重新拷贝或下载。`, `is not whole: its ${part.en} breaks off; copying or downloading was probably cut short. Copy or download it again.`),
  damaged: (path: string, part: Text) => damaged(path, `损坏：${part.zh}读不出来。请重新下载或导出。`, `is damaged: its ${part.en} cannot be read. Download or export it again.`),
  noZstd: (path: string) => unreadable(path, '用 zstd 压缩，这台机器上的程序解不开。请用 gzip 重新导出，或改用桌面版程序。', 'is compressed by zstd, which this program cannot inflate here. Export it with gzip, or use the desktop program.'),
  compression: (path: string, number: number) => unreadable(path, `的压缩方式（${number}）不认识，请用 gzip 重新导出。`, `is compressed in an unknown way (${number}); export it with gzip.`),
  otherTiles: (path: string) => unreadable(path, '里的瓦片不是图片，也不是 Mapbox 矢量瓦片（MVT），不能显示。请导出成 PNG、JPEG、WebP 或 MVT。', 'holds tiles that are neither pictures nor Mapbox vector tiles. Export it as PNG, JPEG, WebP or MVT.'),
  noTilesTable: (path: string) => unreadable(path, '是 SQLite 数据库，但没有 tiles 表（zoom_level、tile_column、tile_row、tile_data），不是 MBTiles。请选 .mbtiles 文件。', 'is an SQLite database without a table of tiles (zoom_level, tile_column, tile_row, tile_data), so no MBTiles. Choose an .mbtiles file.'),
  geoPackage: (path: string) => unreadable(path, '是 GeoPackage，不能当底图用。请用 QGIS 或 gdal_translate 转成 MBTiles。', 'is a GeoPackage, which cannot be used as a map. Turn it into MBTiles with QGIS or gdal_translate.'),
  wrongTypes: (path: string) => damaged(path, '的 tiles 表里，级别和行列号不是数字，读不出来。请重新导出 MBTiles。', 'has tiles whose level, column and row are no numbers. Export the MBTiles again.'),
  noIndex: (path: string) => unreadable(path, '没有索引，瓦片又太多，查一张就要读遍整个文件。请用导出它的软件建索引，或重新导出。', 'has no index and too many tiles: every tile would need a reading of the whole file. Have the exporting program build the index, or export again.'),
  beingWritten: (path: string) => unreadable(path, '正在被别的程序写入，或上次写入中断（旁边有 -journal 文件）。请先在写它的软件里正常关闭，再选。', 'is being written by another program, or its writing broke off (a -journal file lies beside it). Close it properly in that program first.'),
  none: (path: string) => unreadable(path, '里没有一张瓦片。请确认导出已经完成，再选一次。', 'holds no tiles. Make sure that its export was finished, and choose it again.'),
  allBroken: (path: string) => damaged(path, '里抽查的瓦片都读不出来（不是图片，也不是矢量瓦片，可能是下载时的报错页面）。请重新下载。', 'holds only tiles that cannot be read, to judge by a sample (neither pictures nor features, perhaps error pages). Download it again.'),
  baidu: (path: string) => unreadable(path, '是百度地图（BD-09），它的瓦片划分与其他底图不同，叠不准。请改用天地图或 WGS-84、GCJ-02 的底图。', 'is a map of Baidu’s (BD-09), cut by another grid of tiles, and would not lie right. Use a map in WGS-84, CGCS2000 or GCJ-02.'),
  geodetic: (path: string) => unreadable(path, '是经纬度直投的瓦片（EPSG:4326/4490），不是 Web 墨卡托，放上来会变形。请导出成 Web 墨卡托（EPSG:3857）。', 'is cut in degrees (EPSG:4326 or 4490) and not in Web Mercator. Export it in Web Mercator (EPSG:3857).'),
  offGrid: (path: string) => unreadable(path, '的行列号超出了 Web 墨卡托的瓦片范围，无论怎样数都放不到地图上。请导出成标准的 z/x/y（XYZ 或 TMS）。', 'counts its tiles beyond the grid of Web Mercator in every way of counting. Export it as standard z/x/y (XYZ or TMS).'),
  arcgis: (path: string) => unreadable(path, '是 ArcGIS 缓存（L00/R…/C… 十六进制，或 .bundle），不能直接用。请在水经注或 ArcGIS 里导出成 TMS、XYZ 瓦片或 MBTiles。', 'is an ArcGIS cache (L00/R…/C… in hexadecimal, or .bundle). Export it as TMS or XYZ tiles, or as MBTiles.'),
  noLevels: (path: string) => unreadable(path, '里没有以级别命名的文件夹（如 12、L12），看不出是瓦片。请选直接装着各级文件夹的那一层。', 'holds no folders named by level (such as 12 or L12). Choose the folder that directly holds the levels.'),
  tooDeepIn: (path: string) => unreadable(path, '好像是某一级里面的文件夹。请往上选，选装着各级（如 10、11、12）的那一层。', 'seems to be inside one level. Go up and choose the folder that holds the levels (such as 10, 11, 12).'),
  packInside: (path: string, inside: string) => unreadable(path, `里有底图文件「${inside}」，请直接选那个文件。`, `holds the pack “${inside}”; choose that file itself.`),
  folderNames: (path: string, example: string) => unreadable(path, `的文件夹或文件名看不懂（如「${example}」），应当是 级别/列/行.png 或 级别/列_行.png。请重新导出成 z/x/y。`, `has names that make no sense (such as “${example}”); they should be level/column/row.png or level/column_row.png. Export it as z/x/y.`),
  slow: (path: string) => failure('too-large')(path, '读得太慢，已停止。文件可能损坏，或在很慢的网络盘上；请拷到本机再试。', 'took too long and was stopped. It may be damaged, or lie on a slow network drive; copy it to this machine and try again.'),
  crashed: (path: string) => failure('too-large')(path, '读取时程序出错，已停止读它。文件可能损坏，请重新下载或导出。', 'made its reader fail and is left alone. It may be damaged; download or export it again.'),
  changed: (path: string) => damaged(path, '和登记时不是同一个文件了（大小变了）。请在底图设置里移除后重新添加。', 'is not the file that was added (its length has changed). Remove it in the map settings and add it again.'),
  notTheSame: (path: string) => unreadable(path, '和原来的底图不是同一份，没有更换。请选原来那一份，或把它作为新底图添加。', 'is not the same pack, so nothing was changed. Choose the original, or add this one as a new map.'),
} as const;

/** What a failed file call means for a pack. Failures that already say so pass as they are. */
export function packFailure(error: unknown, path: string): FailureError {
  if (error instanceof FailureError) return error;
  const code = String(codeOf(error));
  if (['ENOENT', 'ENOTDIR', 'ENODEV', 'ENXIO', 'ESTALE'].includes(code)) return refusePack.gone(path);
  if (['EACCES', 'EPERM'].includes(code)) return refusePack.forbidden(path);
  if (/^E[A-Z0-9]{2,}$/.test(code)) return refusePack.disk(path);
  return refusePack.damaged(path, text('内容', 'content'));
}
