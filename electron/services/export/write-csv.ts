import { open } from 'node:fs/promises';
import { csvLine } from '../../../data/rules/export/csv.js';
import type { StreamedSheet, TableSheet } from '../../../data/rules/export/sheet.js';
import type { Text } from '../../../data/schema/text.js';
import { text } from '../../../data/schema/text.js';
import { pace } from '../../storage/slices.js';
import { throwIfCancelled } from './finished-file.js';
import { encodeGbk } from './gbk.js';

export interface CsvOptions {
  readonly encoding: 'utf-8' | 'gbk';
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}
const byteOrderMark = '\uFEFF';

/**
 * Writes the records of a table as CSV (RFC 4180, CRLF): one header row, then one row a record, no sums or headings,
 * so that other programs can read it. The last column marks every row as internal or public.
 */
export async function writeCsv(file: string, sheet: TableSheet | StreamedSheet, { encoding, onProgress, signal }: CsvOptions): Promise<Text[]> {
  const { head, recordCount } = sheet;
  const mark = head.marks.length > 1 ? `${head.edition} ${head.marks.slice(1).join(' ')}` : head.edition;
  let lost = 0;
  const encode = (content: string): Uint8Array => {
    if (encoding === 'utf-8') return Buffer.from(content, 'utf8');
    const encoded = encodeGbk(content);
    lost += encoded.lost;
    return encoded.bytes;
  };
  const handle = await open(file, 'wx');
  try {
    const steps = pace();
    let done = 0;
    let waiting = (encoding === 'utf-8' ? byteOrderMark : '') + csvLine([...head.columns.map((column) => column.label), text('版本', 'Edition')[head.language]]);
    for await (const row of sheet.rows()) {
      if (row.kind !== 'record') continue;
      waiting += csvLine([...row.cells, mark]);
      done += 1;
      if (!steps.isDue) continue;
      await handle.writeFile(encode(waiting));
      waiting = '';
      onProgress?.(done, recordCount);
      await steps.rest();
      throwIfCancelled(signal);
    }
    await handle.writeFile(encode(waiting));
    onProgress?.(done, recordCount);
  } finally {
    await handle.close();
  }
  return lost === 0 ? [] : [text(
    `有 ${lost} 个字不在 GBK 字库中，已写作「?」。要保全这些字，请改用 UTF-8 或 Excel 格式导出。`,
    `${lost} characters are not part of GBK and were written as “?”. To keep them, export as UTF-8 or as Excel.`,
  )];
}
