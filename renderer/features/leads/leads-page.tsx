import { useState } from 'react';
import type { LeadRow } from '../../../data/contract/lead-calls.js';
import { useClient } from '../../client/current-client.js';
import { useSay } from '../../state/language.js';
import { useProgram } from '../../state/program-store.js';
import { useDesk } from '../../state/use-desk.js';
import { useLeads } from '../../state/use-leads.js';
import { Button } from '../../ui/button.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Icon } from '../../ui/icon.js';
import { LedgerNotice } from '../../ui/ledger-notice.js';
import { TakeLeadDialog } from '../../ui/leads/take-lead-dialog.js';
import { PageHead } from '../../ui/page-head.js';
import { Segmented } from '../../ui/segmented.js';
import { ExportLeadsDialog, RemoveLeadsDialog } from './lead-dialogs.js';
import { LeadCard } from './lead-card.js';
import { LeadList } from './lead-list.js';
import { LeadsLock } from './leads-lock.js';
import './leads-page.css';
import { MergeDialog } from './merge-dialog.js';

type Shown = 'open' | 'done' | 'all';
type Asked = { readonly what: 'take' | 'export' } | { readonly what: 'remove'; readonly rows: readonly LeadRow[] } | { readonly what: 'merge'; readonly rows: readonly LeadRow[] };
const noRows: readonly LeadRow[] = [];

/** 意向: who is interested, and what is to be done next. Names and phones are masked until somebody asks for one of them. */
export function LeadsPage() {
  const say = useSay();
  const client = useClient();
  useDesk();
  const readOnly = useProgram((state) => state.status?.readOnly ?? false);
  const { value, failure, reload } = useLeads();
  const [shown, setShown] = useState<Shown>('open');
  const [selected, setSelected] = useState<string | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const rows = value?.rows ?? noRows;
  const status = value?.status;
  const count = (standing: LeadRow['standing']) => rows.filter((row) => row.standing === standing).length;
  const found = rows.filter((row) => shown === 'all' || (row.standing === 'done') === (shown === 'done'));
  const current = rows.find(({ id }) => id === selected);
  const expired = rows.filter((row) => row.expired);
  const twice = rows.find((row) => row.sameAs.length > 0);
  const close = () => setAsked(null);
  const note = rows.length === 0 ? say('展台、讲解台和办公室收下的意向都在这里', 'What booth, console and desk have taken')
    : [say(`${rows.length} 条`, `${rows.length} leads`), count('overdue') > 0 && say(`${count('overdue')} 条逾期`, `${count('overdue')} overdue`), count('today') > 0 && say(`${count('today')} 条今天办`, `${count('today')} due today`), count('new') > 0 && say(`${count('new')} 条还没安排`, `${count('new')} not planned`)].filter(Boolean).join(' · ');
  return (
    <div className="sheet">
      <PageHead title={say('意向', 'Leads')} note={note}>
        {status?.unlocked && <Button icon="lock" onPress={() => void client.call('leads.lock', {})}>{say('锁上', 'Lock')}</Button>}
        <Button icon="export" isDisabled={rows.length === 0 || !status?.unlocked} onPress={() => setAsked({ what: 'export' })}>{say('导出…', 'Export…')}</Button>
        <Button tone="primary" icon="add" isDisabled={readOnly || !status} onPress={() => setAsked({ what: 'take' })}>{say('登记意向', 'Take a lead')}</Button>
      </PageHead>
      <LedgerNotice />
      {failure && <div className="page-notice" role="alert">{say(failure.message)}<span className="spacer" /><Button small onPress={() => void reload()}>{say('再取一次', 'Try again')}</Button></div>}
      {status && <LeadsLock status={status} readOnly={readOnly} />}
      {expired.length > 0 && <div className="page-notice" role="note"><Icon name="clock" size={18} />{say(`${expired.length} 条的保存期已到，按当事人同意的期限应当删除。`, `The time of ${expired.length} is over: they are to be deleted, as was agreed.`)}<span className="spacer" /><Button small tone="danger" icon="remove" isDisabled={readOnly} onPress={() => setAsked({ what: 'remove', rows: expired })}>{say('删除这些…', 'Delete them…')}</Button></div>}
      {twice && <div className="page-notice" role="note"><Icon name="link" size={18} />{say('有几条像是同一个人留的（电话相同，或单位和姓名相同）。', 'Some seem to be the same person’s (same phone, or same organisation and name).')}<span className="spacer" /><Button small icon="link" isDisabled={readOnly} onPress={() => setAsked({ what: 'merge', rows: [twice, ...rows.filter(({ id }) => twice.sameAs.includes(id))] })}>{say('看看并合并…', 'Look and merge…')}</Button></div>}
      {rows.length > 0 && <div className="page-tools"><Segmented label={say('看哪些', 'Which')} value={shown} onChange={setShown} options={[{ value: 'open', label: say(`待跟进 ${rows.length - count('done')}`, `To follow up ${rows.length - count('done')}`) }, { value: 'done', label: say(`已办结 ${count('done')}`, `Done ${count('done')}`) }, { value: 'all', label: say('全部', 'All') }]} /></div>}
      {(status?.ready || rows.length > 0) && <div className="page-split">
        <div className="page-split-main leads-main">
          {value && rows.length === 0 && status?.ready && <EmptyState title={say('还没有意向', 'No leads yet')} action={<Button tone="primary" icon="add" isDisabled={readOnly} onPress={() => setAsked({ what: 'take' })}>{say('登记第一条', 'Take the first')}</Button>}>{say('展台循环时，来看的人可以自己留下姓名和电话；路演时在讲解台按 L 登记。', 'While a booth runs, visitors can leave name and phone themselves; during a show press L in the console.')}</EmptyState>}
          {rows.length > 0 && <LeadList rows={found} selected={selected} onSelect={setSelected} />}
        </div>
        {current && <LeadCard key={current.id} row={current} readOnly={readOnly} unlocked={status?.unlocked ?? false} onClose={() => setSelected(null)} onRemove={() => setAsked({ what: 'remove', rows: [current] })} onMerge={() => setAsked({ what: 'merge', rows: [current, ...rows.filter(({ id }) => current.sameAs.includes(id))] })} />}
      </div>}
      {asked?.what === 'take' && <TakeLeadDialog way="desk" onClose={close} onTaken={(id) => { setShown('open'); setSelected(id); }} />}
      {asked?.what === 'export' && <ExportLeadsDialog count={rows.length} onClose={close} />}
      {asked?.what === 'remove' && <RemoveLeadsDialog rows={asked.rows} onClose={close} onRemoved={() => setSelected(null)} />}
      {asked?.what === 'merge' && <MergeDialog rows={asked.rows} onClose={close} onMerged={setSelected} />}
    </div>
  );
}
