import { useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useSay } from '../../state/language.js';
import { useProgram } from '../../state/program-store.js';
import { useDesk } from '../../state/use-desk.js';
import { Icon } from '../../ui/icon.js';
import { LedgerNotice } from '../../ui/ledger-notice.js';
import { PageHead } from '../../ui/page-head.js';
import { UndoButtons } from '../../ui/undo-buttons.js';
import { ChangeTimeline } from './change-timeline.js';
import { ComparePanel } from './compare-panel.js';
import './history.css';

/** 变化: who changed what and when, and what is different since a day. */
export function HistoryPage() {
  const say = useSay();
  // The names of linked assets are read from the desk's index.
  useDesk();
  const folder = useProgram((state) => state.status?.folder);
  const undoLabel = useProgram((state) => state.status?.undoLabel);
  const [tab, setTab] = useState<string>('timeline');
  return (
    <div className="sheet">
      <PageHead title={say('变化', 'Changes')} note={undoLabel ? say({ zh: `现在撤销会收回：${undoLabel.zh}`, en: `Undo would now take back: ${undoLabel.en}` }) : say('每一次修改都有记录，谁改的、何时改的、改前改后', 'Every change is on record: who, when, before and after')}><UndoButtons /></PageHead>
      <LedgerNotice />
      <Tabs className="history-tabs" selectedKey={tab} onSelectionChange={(key) => setTab(String(key))} key={folder}>
        <TabList className="history-tab-list" aria-label={say('变化', 'Changes')}>
          <Tab id="timeline" className="history-tab"><Icon name="history" size={18} />{say('修改记录', 'Timeline')}</Tab>
          <Tab id="compare" className="history-tab"><Icon name="clock" size={18} />{say('自某日以来的变化', 'Since a day')}</Tab>
        </TabList>
        <TabPanel id="timeline" className="history-panel"><ChangeTimeline /></TabPanel>
        <TabPanel id="compare" className="history-panel"><ComparePanel /></TabPanel>
      </Tabs>
    </div>
  );
}
