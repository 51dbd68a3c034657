import { FailureError } from '../../../data/schema/failure.js';
import { text } from '../../../data/schema/text.js';

const refusal = (file: string, zh: string, en: string) => new FailureError('unreadable-file', text(`「${file}」${zh}账本没有改动。`, `“${file}” ${en} The ledger is unchanged.`), { file });

/** Every reason for which an exchange file is not taken in, as a sentence with a next step. */
export const refuseExchange = {
  foreign: (file: string) => refusal(file, '不是溪山的交换件。请选「带走一份」做出的文件；村里填好的表格和别的资料，请用「导入」。', 'is not an exchange file of Xishan. Choose one made by “Take a copy along”; sheets filled in by villages and other material go through Import.'),
  newer: (file: string) => refusal(file, '是更新版本的溪山做的，这里读不了。请先把这台电脑上的溪山更新，再合并。', 'was made by a newer version of Xishan and cannot be read here. Update Xishan on this machine, then merge it.'),
  damaged: (file: string) => refusal(file, '已损坏，内容和做出来时不一样。请让对方重新做一份，或重新拷贝。', 'is damaged: it is not as it was made. Ask for a new one, or copy it again.'),
  stranger: (file: string, entry: string) => refusal(file, `里有不该有的条目「${entry}」，已拒绝。请让对方重新做一份。`, `holds “${entry}”, which does not belong there, and was refused. Ask for a new one.`),
  stuck: (file: string) => new FailureError('too-large', text(`「${file}」读了 30 秒没有进展，已停止，账本没有改动。请让对方按村分几份再做。`, `“${file}” made no progress for 30 seconds and was stopped; the ledger is unchanged. Ask for it in parts, village by village.`), { file }),
  tooLarge: (bytes: number) => new FailureError('too-large', text(`照片和附件共 ${Math.ceil(bytes / 2 ** 20)} MB，一份最多 500 MB。请按村或类别分几份，或不带内部栏目（原图和附件就不带）。`, `Photos and documents come to ${Math.ceil(bytes / 2 ** 20)} MB; one file holds at most 500 MB. Make one for each village or category, or leave internal fields out, and with them originals and documents.`)),
  manyRows: (rows: number, most: number) => new FailureError('too-large', text(`选中了 ${rows} 宗资产，一张填报表最多 ${most} 宗。请按村分几份。`, `${rows} assets were chosen; one workbook takes at most ${most}. Make one for each village.`)),
  nothing: () => new FailureError('wrong-input', text('选中的范围里没有资产。请换一个村、类别或筛选条件。', 'There are no assets in what was chosen. Choose another village, category or filter.')),
};
