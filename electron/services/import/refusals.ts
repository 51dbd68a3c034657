import { FailureError } from '../../../data/schema/failure.js';
import { text, type Text } from '../../../data/schema/text.js';

/** The bounds of one file: rows, bytes when unpacked, entries of a zip. */
export const limits = { rows: 200_000, inflatedBytes: 512 * 2 ** 20, entries: 10_000 } as const;

const sentence = (file: string, zh: string, en: string): Text => text(`「${file}」${zh}`, `“${file}” ${en}`);
const unreadable = (file: string, zh: string, en: string, place: string = '', row?: number) => new FailureError('unreadable-file', sentence(file, zh, en), { file, ...(place ? { sheet: place } : {}), ...(row === undefined ? {} : { row }) });
const tooLarge = (file: string, zh: string, en: string, place: string = '') => new FailureError('too-large', sentence(file, zh, en), { file, ...(place ? { sheet: place } : {}) });

const known = text('表格 .xlsx、.xls、.csv、.txt，图层 .kml、.kmz、Shapefile（.zip）、.geojson，以及照片', 'tables (.xlsx, .xls, .csv, .txt), layers (.kml, .kmz, zipped shapefiles, .geojson) and photos');

/** Every reason for which a whole file is refused, as a sentence that names the file, the place in it and the next step. */
export const refuse = {
  empty: (file: string) => unreadable(file, '是空文件（0 字节），请重新导出后再试。', 'is empty (0 bytes); export it again.'),
  missing: (file: string) => unreadable(file, '打不开，可能已被移走或没有读取权限。', 'cannot be opened; it may have been moved, or may not be readable.'),
  unknown: (file: string) => unreadable(file, `不是认识的格式，能导入的是${known.zh}。`, `is in no known format; what can be imported is ${known.en}.`),
  later: (file: string, kind: string) => unreadable(file, `是 ${kind}，不能作为资料导入；能导入的是${known.zh}。`, `is ${kind}, which cannot be imported as records; what can be imported is ${known.en}.`),
  exchange: (file: string) => unreadable(file, '是另一台电脑带来的交换件，请在「一本账」里用「交换 → 合并进来」打开它。', 'is a copy from another desk; open it in the Ledger under Exchange → Merge in.'),
  alone: (file: string, ending: string) => unreadable(file, `只是 Shapefile 的一部分（${ending}），请把同名的 .shp、.shx、.dbf、.prj 一起压缩成 .zip 再导入。`, `is only one part (${ending}) of a shapefile; pack the .shp, .shx, .dbf and .prj of the same name into one .zip and import that.`),
  lockedZip: (file: string, entry: string) => unreadable(file, `的「${entry}」有密码，请先解压再导入。`, `holds “${entry}”, which is protected by a password; unpack it first.`, entry),
  noLayers: (file: string) => unreadable(file, `里没有能导入的文件，能导入的是${known.zh}。`, `holds nothing that can be imported; what can be is ${known.en}.`),
  markup: (file: string, layer: string, line: number, why: string) => unreadable(file, `${layer ? `的「${layer}」` : ''}第 ${line} 行的 XML 有误（${why}），请用原软件重新导出。`, `${layer ? `holds “${layer}”, which ` : ''}has a fault in its XML in line ${line} (${why}); export it again.`, layer),
  notGeoJson: (file: string) => unreadable(file, '是 JSON，但不是 GeoJSON，没有要素（features）。', 'is JSON but no GeoJSON: it has no features.'),
  json: (file: string, line: number | undefined) => unreadable(file, `${line === undefined ? '' : `第 ${line} 行`}不是正确的 JSON（坐标里的 NaN、缺少的引号或括号都会这样），请重新导出。`, `is no proper JSON${line === undefined ? '' : ` in line ${line}`} (a NaN among coordinates, a missing quote or bracket); export it again.`),
  layer: (file: string, layer: string, part: string, record: number | undefined) => unreadable(file, `的图层「${layer}」损坏：.${part}${record === undefined ? ' 读不出来' : ` 在第 ${record} 条记录处断开`}，请重新导出。`, `holds the damaged layer “${layer}”: its .${part} ${record === undefined ? 'cannot be read' : `breaks off at record ${record}`}; export it again.`, layer, record),
  cutLayer: (file: string, layer: string, part: string, whole: number, there: number) => unreadable(file, `的图层「${layer}」不完整：.${part} 应有 ${whole}${part === 'dbf' ? ' 条记录' : ' 字节'}，只有 ${there}，请重新拷贝或导出。`, `holds the incomplete layer “${layer}”: its .${part} should have ${whole} ${part === 'dbf' ? 'records' : 'bytes'} and has ${there}; copy or export it again.`, layer, part === 'dbf' ? there + 1 : undefined),
  layerCounts: (file: string, layer: string, counts: Readonly<Record<string, number>>) => unreadable(file, `的图层「${layer}」各部分记录数不同（${Object.entries(counts).map(([part, count]) => `.${part} ${count}`).join('，')}），属性会错位，已拒绝，请重新导出。`, `holds the layer “${layer}”, whose parts count differently (${Object.entries(counts).map(([part, count]) => `.${part} ${count}`).join(', ')}), so attributes would stand beside the wrong shapes; export it again.`, layer),
  locked: (file: string) => unreadable(file, '有密码，请先在 Excel 中取消密码再导入。', 'is protected by a password; remove it in Excel first.'),
  brokenZip: (file: string, why: string) => unreadable(file, `压缩结构损坏（${why}），请重新另存后再试。`, `has a broken zip structure (${why}); save it again.`),
  outsideEntry: (file: string, entry: string) => unreadable(file, `里面有指向文件夹之外的条目「${entry}」，已拒绝，没有写出任何文件。`, `holds an entry that leaves its folder, “${entry}”; refused, nothing was written.`, entry),
  twice: (file: string, entry: string) => unreadable(file, `里有两个同名的条目「${entry}」，分不清用哪一个，已拒绝，请重新压缩。`, `holds two entries of the same name, “${entry}”, and which is meant cannot be told; pack it again.`, entry),
  manyEntries: (file: string, count: number) => tooLarge(file, `含 ${count} 个条目，超过上限 ${limits.entries}。`, `holds ${count} entries; the limit is ${limits.entries}.`),
  inflated: (file: string, entry: string) => tooLarge(file, `解压后超过 512 MB（到「${entry}」为止），已拒绝。`, `unpacks to more than 512 MB (at “${entry}”); refused.`, entry),
  lyingEntry: (file: string, entry: string) => unreadable(file, `的条目「${entry}」声明的大小与实际不符，已拒绝。`, `holds an entry, “${entry}”, whose stated size is not its own; refused.`, entry),
  entities: (file: string, entry: string) => unreadable(file, `的「${entry}」含有 XML 实体声明，正常的文件不会有，已拒绝。`, `holds XML entity declarations in “${entry}”, which no proper file has; refused.`, entry),
  rows: (file: string, sheet: string) => tooLarge(file, `${sheet ? `的工作表「${sheet}」` : ''}超过 ${limits.rows} 行，请拆分后再导入。`, `has more than ${limits.rows} rows${sheet ? ` in the sheet “${sheet}”` : ''}; split it first.`, sheet),
  sheet: (file: string, sheet: string) => unreadable(file, `的工作表「${sheet}」损坏，读不出来，所以整个文件没有导入。请在 Excel 或 WPS 中打开后另存为 .xlsx 再试。`, `holds the sheet “${sheet}”, which is damaged and cannot be read, so nothing of the file was taken in; open it in Excel or WPS and save it as .xlsx.`, sheet),
  damaged: (file: string) => unreadable(file, '内容损坏，读不出工作表，请在 Excel 或 WPS 中打开后另存为 .xlsx 再试。', 'is damaged and no sheet can be read; open it in Excel or WPS and save it as .xlsx.'),
  nothing: (file: string, sheets: readonly { readonly name: string; readonly reason: Text }[]) => unreadable(
    file,
    `没有可导入的明细：${sheets.slice(0, 6).map((sheet) => `${sheet.name ? `「${sheet.name}」` : ''}${sheet.reason.zh}`).join('；') || '没有工作表'}。请确认表头在前 60 行之内，并有名称或编号一栏。`,
    `holds no records to import: ${sheets.slice(0, 6).map((sheet) => `${sheet.name ? `“${sheet.name}” ` : ''}${sheet.reason.en}`).join('; ') || 'no sheets'}. Make sure the header is within the first 60 rows and has a column of names or codes.`,
    sheets[0]?.name,
  ),
  stuck: (file: string) => tooLarge(file, '30 秒没有进展，已停止读取，请拆分后再导入。', 'made no progress for 30 seconds and was stopped; split it first.'),
  memory: (file: string) => tooLarge(file, '太大，超出读取时可用的内存，请拆分后再导入。', 'is too large for the memory set aside for reading; split it first.'),
};
