import { ungrouped } from '../../../data/rules/export/table-occasion.js';
import type { TableHabit } from '../../../data/contract.js';
import { assetFields, fieldAt, projectFields } from '../../../data/schema/fields.js';
import { useSay } from '../../state/language.js';
import { OutputRow } from '../output-row.js';
import { Segmented } from '../segmented.js';
import { Select } from '../select.js';

export type TableKind = 'projects' | 'ledger';
/** What a person chooses about a table that is written to a file. */
export type TableChoice = Required<Pick<TableHabit, 'format' | 'audience' | 'language' | 'encoding'>> & Pick<TableHabit, 'group' | 'since' | 'fieldNotes' | 'view'>;
export const firstTableChoice = (language: 'zh' | 'en'): TableChoice => ({ format: 'xlsx', audience: 'internal', language, encoding: 'utf-8' });

/** The fields by which rows of either table stand under headings, the office's own first. */
const groupings = { projects: ['sector', 'horizon', 'scale', 'stage'], ledger: ['category', 'village', 'status', 'ownership'] } as const;
const fieldsOf = { projects: projectFields, ledger: assetFields };

/** A month before today: what is usually compared with. */
function monthAgo(): string {
  const day = new Date();
  day.setMonth(day.getMonth() - 1);
  return `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, '0')}-${String(day.getDate()).padStart(2, '0')}`;
}

/** The choices for a table file: form, for whom, language, grouping, marks of change, field notes. Says what each means. */
export function TableOptions({ kind, choice, onChange }: { kind: TableKind; choice: TableChoice; onChange: (change: Partial<TableChoice>) => void }) {
  const say = useSay();
  const { format, audience, since } = choice;
  const formatWords = { xlsx: say('A3 横向，带标题、小计、合计和制表日期，公式是活的。', 'A3 landscape with title, sums and date; the formulas are live.'), csv: say('纯文本表格，给别的系统用。', 'Plain table for other systems.'), pdf: say('A3 横向，每页有表头、页码和标记，直接打印。', 'A3 landscape; headers, page numbers and marks on every page, ready to print.') }[format];
  const groups = [...groupings[kind].map((path) => ({ value: path as string, label: say(fieldAt(fieldsOf[kind], path).label) })), { value: ungrouped, label: say('不分组', 'Not grouped') }];
  return (
    <div className="output-options">
      <OutputRow label={say('给谁看', 'For whom')} words={audience === 'internal' ? say('标「内部资料」，含联系人、责任领导、进展等。', 'Marked internal; holds contacts, officers and progress.') : say('只含可公开的栏目；不含联系人、权利人、底价等，已下架的不列。', 'Public columns only; no contacts, owners or reserve prices, and nothing withdrawn.')}>
        <Segmented label={say('给谁看', 'For whom')} value={audience} onChange={(value) => onChange({ audience: value })} options={[{ value: 'internal', label: say('内部', 'Staff') }, { value: 'public', label: say('对外', 'Public') }]} />
      </OutputRow>
      <OutputRow label={say('格式', 'Format')} words={formatWords}>
        <Segmented label={say('格式', 'Format')} value={format} onChange={(value) => onChange({ format: value })} options={[{ value: 'xlsx', label: 'Excel' }, { value: 'csv', label: 'CSV' }, { value: 'pdf', label: 'PDF' }]} />
      </OutputRow>
      {format !== 'csv' && (
        <OutputRow label={say('分组', 'Grouped by')} words={say('每组有小计。', 'Each group has its sums.')}>
          <Select label={say('分组', 'Grouped by')} className="output-select" value={choice.group ?? groupings[kind][0]} options={groups} onChange={(group) => onChange({ group })} />
        </OutputRow>
      )}
      <OutputRow label={say('变化', 'Changes')} words={since === undefined ? say('可与以前某一天相比，标出新增、修改和移除。', 'Can be compared with an earlier day, marking what is new, changed or gone.') : say('多一栏说明改了什么；新增整行、改动的格有底色。', 'A column tells what changed; new rows and changed cells are tinted.')}>
        <span className="output-since">
          <Segmented label={say('变化', 'Changes')} value={since === undefined ? 'none' : 'since'} onChange={(value) => onChange({ since: value === 'none' ? undefined : monthAgo() })} options={[{ value: 'none', label: say('不标', 'Unmarked') }, { value: 'since', label: say('标出', 'Marked') }]} />
          {since !== undefined && <label className="output-day"><span>{say('自', 'since')}</span><input type="date" className="input figures" value={since} onChange={({ target }) => { if (target.value) onChange({ since: target.value }); }} /></label>}
        </span>
      </OutputRow>
      {format !== 'csv' && (
        <OutputRow label={say('栏目说明', 'Field notes')} words={format === 'xlsx' ? say('另附一张工作表：每栏的含义、单位、可选项和公开范围。', 'A sheet of its own: what each column means, its unit, choices and readers.') : say('附在表后，另起一页。', 'Behind the table, on pages of its own.')}>
          <Segmented label={say('栏目说明', 'Field notes')} value={choice.fieldNotes ?? format === 'xlsx' ? 'with' : 'without'} onChange={(value) => onChange({ fieldNotes: value === 'with' })} options={[{ value: 'with', label: say('附', 'With') }, { value: 'without', label: say('不附', 'Without') }]} />
        </OutputRow>
      )}
      <OutputRow label={say('语言', 'Language')} words={say('表头和选项用这种语言，内容照账本所写。', 'Headers and choices are in this language; the rest is as written.')}>
        <Segmented label={say('语言', 'Language')} value={choice.language} onChange={(language) => onChange({ language })} options={[{ value: 'zh', label: '中文' }, { value: 'en', label: 'English' }]} />
      </OutputRow>
      {format === 'csv' && (
        <OutputRow label={say('编码', 'Encoding')} words={choice.encoding === 'utf-8' ? say('Excel 和新系统都认。', 'Read by Excel and newer systems.') : say('只给认不得 UTF-8 的老系统；生僻字可能写不出。', 'Only for old systems; rare characters may be lost.')}>
          <Segmented label={say('编码', 'Encoding')} value={choice.encoding} onChange={(encoding) => onChange({ encoding })} options={[{ value: 'utf-8', label: 'UTF-8' }, { value: 'gbk', label: 'GBK' }]} />
        </OutputRow>
      )}
    </div>
  );
}

/** A choice as the host is asked for it. */
export function tableRequest(kind: TableKind, choice: TableChoice, more: { readonly ids?: readonly string[]; readonly columns?: readonly string[] } = {}) {
  const { format, audience, language, encoding, since, fieldNotes } = choice;
  return {
    kind, format, audience, language, encoding, group: choice.group ?? groupings[kind][0], ...(since === undefined ? {} : { since }), ...(fieldNotes === undefined ? {} : { fieldNotes }),
    ...(more.ids ? { ids: [...more.ids] } : {}), ...(more.columns ? { columns: [...more.columns] } : {}),
  };
}
