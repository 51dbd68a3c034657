import type { NounName } from '../../schema/ledger.js';
import type { RecordChange } from '../../schema/record-change.js';
import { text, type Text } from '../../schema/text.js';

/** What becomes of a record, in a word. */
export const changeKindWords: Readonly<Record<RecordChange['kind'], Text>> = {
  added: text('新增', 'Added'), changed: text('修改', 'Changed'), removed: text('移除', 'Removed'),
};
/** What kinds of records there are. */
export const nounWords: Readonly<Record<NounName, Text>> = {
  asset: text('资产', 'Assets'), project: text('项目', 'Projects'), tour: text('讲解路线', 'Tours'), profile: text('乡镇概况', 'The township'),
};
