import type { TableRequest } from '../../data/contract.js';
import { useSay } from '../state/language.js';
import './output.css';
import { Segmented } from './segmented.js';

/** What a person chooses about a table that is written to a file. */
export type OutputChoice = Required<Pick<TableRequest, 'format' | 'audience' | 'language' | 'encoding'>>;

/** The choices for a table file: form, for whom, language, and of a CSV its encoding. Says what each means. */
export function OutputOptions({ choice, onChange }: { choice: OutputChoice; onChange: (choice: OutputChoice) => void }) {
  const say = useSay();
  const row = (label: string, control: React.ReactNode, words: string) => <div className="output-option"><span className="label">{label}</span>{control}<p className="help">{words}</p></div>;
  return (
    <div className="output-options">
      {row(say('给谁看', 'For whom'), <Segmented label={say('给谁看', 'For whom')} value={choice.audience} onChange={(audience) => onChange({ ...choice, audience })} options={[{ value: 'internal', label: say('内部', 'Staff') }, { value: 'public', label: say('对外', 'Public') }]} />,
        choice.audience === 'internal' ? say('标「内部资料」，含联系人、责任领导、进展等。', 'Marked internal; holds contacts, officers and progress.') : say('只含可公开的栏目；不含联系人、权利人、底价等，已下架的不列。', 'Public columns only; no contacts, owners or reserve prices, and nothing withdrawn.'))}
      {row(say('格式', 'Format'), <Segmented label={say('格式', 'Format')} value={choice.format} onChange={(format) => onChange({ ...choice, format })} options={[{ value: 'xlsx', label: 'Excel' }, { value: 'csv', label: 'CSV' }]} />,
        choice.format === 'xlsx' ? say('A3 横向，带标题、合计和制表日期，可直接打印。', 'A3 landscape with title, totals and date, ready to print.') : say('纯文本表格，给别的系统用。', 'Plain table for other systems.'))}
      {row(say('语言', 'Language'), <Segmented label={say('语言', 'Language')} value={choice.language} onChange={(language) => onChange({ ...choice, language })} options={[{ value: 'zh', label: '中文' }, { value: 'en', label: 'English' }]} />, say('表头和选项用这种语言，内容照账本所写。', 'Headers and choices are in this language; the rest is as written.'))}
      {choice.format === 'csv' && row(say('编码', 'Encoding'), <Segmented label={say('编码', 'Encoding')} value={choice.encoding} onChange={(encoding) => onChange({ ...choice, encoding })} options={[{ value: 'utf-8', label: 'UTF-8' }, { value: 'gbk', label: 'GBK' }]} />,
        choice.encoding === 'utf-8' ? say('Excel 和新系统都认。', 'Read by Excel and newer systems.') : say('只给认不得 UTF-8 的老系统；生僻字可能写不出。', 'Only for old systems; rare characters may be lost.'))}
    </div>
  );
}
