import { useMemo, useState } from 'react';
import { sliceFields } from '../../../data/rules/slice/slice-columns.js';
import type { FieldDefinition } from '../../../data/schema/fields.js';
import { categories } from '../../../data/schema/vocabularies.js';
import { useClient } from '../../client/current-client.js';
import type { IndexEntry } from '../../state/index-entries.js';
import { useSay } from '../../state/language.js';
import { useJob } from '../../state/use-job.js';
import type { Output } from '../../state/use-output.js';
import { Button } from '../button.js';
import { ChipFilter } from '../chip-filter.js';
import { Modal } from '../modal.js';
import { OutputRow } from '../output-row.js';
import { OutputRun } from '../output-run.js';
import { Segmented } from '../segmented.js';
import { Select } from '../select.js';
import './exchange.css';
import { firstPart, PartChoice, partOf } from './part-choice.js';

const blankChoices = [0, 5, 10, 20, 50];
/** Without them no row is known; they are always there. */
const always = new Set(['code', 'name', 'village']);

/** Every field that some sheet can ask for, each once. */
function fieldsFor(internal: boolean): readonly FieldDefinition[] {
  const found = new Map<string, FieldDefinition>();
  for (const category of categories.values) for (const entry of sliceFields(category, { internal, contacts: false })) found.set(entry.path, entry);
  return [...found.values()].filter((entry) => !always.has(entry.path));
}

/** 发给村里填: a workbook for village staff with drop-downs and checks, which comes back through the import without being told anything. */
export function SliceDialog({ entries, filtered, onClose }: { entries: readonly IndexEntry[]; filtered: readonly string[] | null; onClose: () => void }) {
  const say = useSay();
  const client = useClient();
  const [chosen, setChosen] = useState(() => ({ ...firstPart(filtered !== null), ...(filtered === null ? { how: 'villages' as const } : {}) }));
  const [audience, setAudience] = useState<'internal' | 'public'>('public');
  const [contacts, setContacts] = useState(false);
  const [blankRows, setBlankRows] = useState(10);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const { work, start, cancel, reset } = useJob<Output>();
  const fields = useMemo(() => fieldsFor(audience === 'internal'), [audience]);
  const asked = fields.filter((entry) => !left.has(entry.path));
  const part = partOf(chosen, filtered);
  const running = work.at === 'running';
  const change = (act: () => void) => { act(); if (!running) reset(); };
  const make = () => {
    if (!part) return;
    const columns = left.size === 0 ? {} : { columns: [...always, ...asked.map((entry) => entry.path), ...(contacts ? ['contact'] : [])] };
    start(() => client.call('output.start', { kind: 'slice', audience, part, contacts, blankRows, ...columns }));
  };
  return (
    <Modal title={say('发给村里填', 'Sheets for the villages')} width={760} onClose={onClose}
      foot={<><span className="spacer" /><Button onPress={onClose}>{say('关闭', 'Close')}</Button><Button tone="primary" icon="export" isDisabled={running || !part} onPress={make}>{work.at === 'done' ? say('再做一份', 'Make it again') : say('做填报表', 'Make the sheets')}</Button></>}>
      <div className="exchange-dialog">
        <p className="soft">{say('做出一个 Excel：每类资产一张表，有下拉和检查，编号锁定。村里填好发回，用「导入」打开就认得：没动的不动，填表期间账本里改过的会提醒，不会覆盖。', 'Makes a workbook with a sheet for each kind of asset, drop-downs, checks and locked codes. Open the filled-in file with Import: it is understood at once, what was not touched stays, and where the ledger changed meanwhile you are told and nothing is overwritten.')}</p>
        <div className="output-options">
          <PartChoice chosen={chosen} filtered={filtered} entries={entries} onChange={(next) => change(() => setChosen(next))} />
          <OutputRow label={say('内部栏目', 'Internal')} words={audience === 'internal' ? say('含权利人、权证号、底价、备注等。', 'Owners, certificates, reserve prices, notes and so on.') : say('只问可公开的栏目。', 'Asks for public fields only.')}>
            <Segmented label={say('内部栏目', 'Internal fields')} value={audience} onChange={(value) => change(() => setAudience(value))} options={[{ value: 'public', label: say('不含', 'Without') }, { value: 'internal', label: say('含', 'With') }]} />
          </OutputRow>
          <OutputRow label={say('联系人', 'Contacts')} words={contacts ? say('写出村里联系人的姓名和手机，属个人信息，请只发给本人所在的村。', 'Shows names and phones of contacts: personal data; send it to their own village only.') : say('不写姓名和手机。', 'No names or phones.')}>
            <Segmented label={say('联系人', 'Contacts')} value={contacts ? 'with' : 'without'} onChange={(value) => change(() => setContacts(value === 'with'))} options={[{ value: 'without', label: say('不含', 'Without') }, { value: 'with', label: say('含', 'With') }]} />
          </OutputRow>
          <OutputRow label={say('空行', 'New rows')} words={say('每张表末尾留几行，填新的资产。', 'Empty rows at the end of each sheet, for new assets.')}>
            <Select label={say('空行', 'Empty rows')} className="output-select" value={String(blankRows)} options={blankChoices.map((rows) => ({ value: String(rows), label: rows === 0 ? say('不留', 'None') : say(`${rows} 行`, `${rows} rows`) }))} onChange={(value) => change(() => setBlankRows(Number(value)))} />
          </OutputRow>
          <OutputRow label={say('栏目', 'Columns')} words={left.size === 0 ? say(`全部 ${asked.length + always.size} 栏。`, `All ${asked.length + always.size} columns.`) : say(`剩下 ${asked.length + always.size} 栏；编号、名称、村总在。`, `${asked.length + always.size} columns are left; code, name and village are always there.`)}>
            <ChipFilter label={say('不问的', 'Leave out')} chosen={left} onChange={(next) => change(() => setLeft(next))} options={fields.map((entry) => ({ value: entry.path, label: say(entry.label) }))} />
          </OutputRow>
        </div>
        <OutputRun work={work} onCancel={cancel} />
      </div>
    </Modal>
  );
}
