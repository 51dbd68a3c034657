import { FailureError } from '../../../data/schema/failure.js';
import { text, type Text } from '../../../data/schema/text.js';

/** The bounds of one file: rows, bytes when unpacked, entries of a zip. */
export const limits = { rows: 200_000, inflatedBytes: 512 * 2 ** 20, entries: 10_000 } as const;

const sentence = (file: string, zh: string, en: string): Text => text(`「${file}」${zh}`, `“${file}” ${en}`);
const unreadable = (file: string, zh: string, en: string, place: string = '') => new FailureError('unreadable-file', sentence(file, zh, en), { file, ...(place ? { sheet: place } : {}) });
const tooLarge = (file: string, zh: string, en: string, place: string = '') => new FailureError('too-large', sentence(file, zh, en), { file, ...(place ? { sheet: place } : {}) });

/** Every reason for which a whole file is refused, as a sentence that names the file, the place in it and the next step. */
export const refuse = {
  empty: (file: string) => unreadable(file, '是空文件（0 字节），请重新导出后再试。', 'is empty (0 bytes); export it again.'),
  missing: (file: string) => unreadable(file, '打不开，可能已被移走或没有读取权限。', 'cannot be opened; it may have been moved, or may not be readable.'),
  unknown: (file: string) => unreadable(file, '不是认识的格式，现在能导入 .xlsx、.xls、.csv 和 .txt 表格。', 'is in no known format; .xlsx, .xls, .csv and .txt tables can be imported now.'),
  later: (file: string, kind: string) => unreadable(file, `是 ${kind}，这个版本还不能导入；现在能导入 .xlsx、.xls、.csv 和 .txt 表格。`, `is ${kind}, which this version cannot import yet; .xlsx, .xls, .csv and .txt tables can be imported now.`),
  locked: (file: string) => unreadable(file, '有密码，请先在 Excel 中取消密码再导入。', 'is protected by a password; remove it in Excel first.'),
  brokenZip: (file: string, why: string) => unreadable(file, `压缩结构损坏（${why}），请重新另存后再试。`, `has a broken zip structure (${why}); save it again.`),
  outsideEntry: (file: string, entry: string) => unreadable(file, `里面有指向文件夹之外的条目「${entry}」，已拒绝，没有写出任何文件。`, `holds an entry that leaves its folder, “${entry}”; refused, nothing was written.`, entry),
  manyEntries: (file: string, count: number) => tooLarge(file, `含 ${count} 个条目，超过上限 ${limits.entries}。`, `holds ${count} entries; the limit is ${limits.entries}.`),
  inflated: (file: string, entry: string) => tooLarge(file, `解压后超过 512 MB（到「${entry}」为止），已拒绝。`, `unpacks to more than 512 MB (at “${entry}”); refused.`, entry),
  lyingEntry: (file: string, entry: string) => unreadable(file, `的条目「${entry}」声明的大小与实际不符，已拒绝。`, `holds an entry, “${entry}”, whose stated size is not its own; refused.`, entry),
  entities: (file: string, entry: string) => unreadable(file, `的「${entry}」含有 XML 实体声明，正常的表格不会有，已拒绝。`, `holds XML entity declarations in “${entry}”, which no proper workbook has; refused.`, entry),
  rows: (file: string, sheet: string) => tooLarge(file, `的工作表「${sheet}」超过 ${limits.rows} 行，请拆分后再导入。`, `has more than ${limits.rows} rows in the sheet “${sheet}”; split it first.`, sheet),
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
