import { useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { ImportPlanSummary } from '../../../../data/contract.js';
import { formatNumber } from '../../../../data/rules/format.js';
import { useSay } from '../../../state/language.js';
import { Icon } from '../../../ui/icon.js';
import { PlaceWords } from '../../../ui/place-words.js';
import { ImportRows, type RowChoice } from './import-rows.js';
import { ImportSheets } from './import-sheets.js';

type PlannedFile = ImportPlanSummary['files'][number];

/** What the files would do to the ledger: totals, then file by file the rows by outcome and how the sheets were understood. */
export function ImportPreview({ plan, skip, onSkip }: { plan: ImportPlanSummary; skip: ReadonlySet<string>; onSkip: (skip: ReadonlySet<string>) => void }) {
  const say = useSay();
  const [at, setAt] = useState(() => Math.max(0, plan.files.findIndex((file) => file.counts.new + file.counts.changed > 0)));
  const file = plan.files[at];
  return (
    <div className="import-preview">
      {plan.files.length > 1 && (
        <ul className="import-files" aria-label={say('文件', 'Files')}>
          {plan.files.map((one, index) => (
            <li key={`${index} ${one.file}`}>
              <button type="button" aria-pressed={index === at} onClick={() => setAt(index)}>
                <b>{one.file}</b>
                <span className="figures">{one.refusal ? say('没有读', 'Not read') : say(`新增 ${one.counts.new} · 变更 ${one.counts.changed}${one.counts.doubtful ? ` · 存疑 ${one.counts.doubtful}` : ''}`, `${one.counts.new} new · ${one.counts.changed} changed${one.counts.doubtful ? ` · ${one.counts.doubtful} doubtful` : ''}`)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {file && <FilePreview key={at} plan={plan} at={at} file={file} skip={skip} onSkip={onSkip} />}
    </div>
  );
}

function FilePreview({ plan, at, file, skip, onSkip }: { plan: ImportPlanSummary; at: number; file: PlannedFile; skip: ReadonlySet<string>; onSkip: (skip: ReadonlySet<string>) => void }) {
  const say = useSay();
  const { counts } = file;
  if (file.refusal) {
    return <div className="import-file"><FileTitle file={file} /><p className="import-refusal" role="alert"><Icon name="warning" /><span>{say(file.refusal.message)}<PlaceWords place={file.refusal.place} /></span></p></div>;
  }
  const tabs: { id: string; label: string; count: number; tone?: string; choice: RowChoice }[] = [
    { id: 'new', label: say('新增', 'New'), count: counts.new, choice: { outcome: 'new' } },
    { id: 'changed', label: say('变更', 'Changed'), count: counts.changed, choice: { outcome: 'changed' } },
    { id: 'same', label: say('相同', 'Same'), count: counts.same, choice: { outcome: 'same' } },
    { id: 'doubtful', label: say('存疑', 'Doubtful'), count: counts.doubtful, tone: 'import-count-doubt', choice: { doubtfulOnly: true } },
    { id: 'refused', label: say('拒绝', 'Refused'), count: counts.refused, tone: 'import-count-refused', choice: { outcome: 'refused' } },
  ];
  const first = tabs.find((tab) => tab.count > 0)?.id ?? 'sheets';
  return (
    <div className="import-file">
      <FileTitle file={file} />
      <Tabs className="import-tabs" defaultSelectedKey={first}>
        <TabList className="import-tab-list" aria-label={say('按结果看', 'By outcome')}>
          {tabs.map((tab) => (
            <Tab key={tab.id} id={tab.id} className={`import-tab ${tab.count > 0 ? tab.tone ?? '' : 'import-tab-none'}`} data-testid={`import-${tab.id}`}>
              <b className="figures">{formatNumber(tab.count)}</b><span>{tab.label}</span>
            </Tab>
          ))}
          <Tab id="sheets" className="import-tab import-tab-last"><b><Icon name="columns" size={22} /></b><span>{say('怎么读的', 'How it was read')}</span></Tab>
        </TabList>
        {tabs.map((tab) => <TabPanel key={tab.id} id={tab.id} className="import-panel"><ImportRows planId={plan.planId} file={at} choice={tab.choice} skip={skip} onSkip={onSkip} /></TabPanel>)}
        <TabPanel id="sheets" className="import-panel"><ImportSheets sheets={file.sheets} /></TabPanel>
      </Tabs>
    </div>
  );
}

function FileTitle({ file }: { file: PlannedFile }) {
  const say = useSay();
  const read = file.sheets.filter((sheet) => sheet.noun !== null).length;
  return (
    <p className="import-title">
      <b>{file.file}</b>
      <span className="soft">{[file.format, file.sheets.length > 0 ? say(`${file.sheets.length} 张表，读了 ${read} 张`, `${read} of ${file.sheets.length} sheets read`) : ''].filter(Boolean).join(' · ')}</span>
    </p>
  );
}
