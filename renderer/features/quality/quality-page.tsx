import { useEffect, useRef } from 'react';
import { useSay } from '../../state/language.js';
import { openPage, useProgram } from '../../state/program-store.js';
import { Button } from '../../ui/button.js';
import { EmptyState } from '../../ui/empty-state.js';
import { LedgerNotice } from '../../ui/ledger-notice.js';
import { PageHead } from '../../ui/page-head.js';
import { AllWell } from './all-well.js';
import { CheckList, type CheckListHandle } from './check-list.js';
import { CheckTools } from './check-tools.js';
import { FindingList } from './finding-list.js';
import { isFiltered, noFilter, setFilter, useQuality } from './quality-store.js';
import './quality.css';
import { ScoreSheet } from './score-sheet.js';
import { useCheckUp } from './use-check-up.js';

const isTyping = (target: EventTarget | null) => target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** 资产体检: what is missing for a good pitch, what is doubtful, and what keeps an asset from being published. */
export function QualityPage() {
  const say = useSay();
  const { failure, retry, need } = useCheckUp();
  const summary = useQuality((state) => state.summary);
  const total = useQuality((state) => state.total);
  const filter = useQuality((state) => state.filter);
  const today = useProgram((state) => state.overview?.today);
  const list = useRef<CheckListHandle>(null);

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'n' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      event.preventDefault();
      list.current?.next();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);

  const isWell = summary !== null && summary.assets > 0 && summary.byFinding.length === 0 && summary.byGap.length === 0;
  return (
    <div className="sheet">
      <PageHead title={say('资产体检', 'Check-up')} note={today ? say(`改一处，核一处；按今天 ${today} 核对`, `Checked as you edit, as of today, ${today}`) : null}>
        <Button icon="down" isDisabled={!total} onPress={() => list.current?.next()}>{say('下一个', 'Next')}<kbd>N</kbd></Button>
      </PageHead>
      <LedgerNotice />
      {failure && summary === null ? <EmptyState title={say('体检没有做成', 'The check-up failed')} action={<Button onPress={retry}>{say('再试一次', 'Try again')}</Button>}>{say(failure.message)}</EmptyState>
        : summary === null ? <EmptyState title={say('正在逐宗核对…', 'Checking asset by asset…')}>{say('账本越大，第一次越久；以后只核改动过的。', 'The first time takes longest; later only what changed is checked.')}</EmptyState>
        : summary.assets === 0 ? <EmptyState title={say('账本里还没有资产', 'No assets yet')} action={<Button tone="primary" icon="ledger" onPress={() => openPage('ledger')}>{say('去一本账', 'To the ledger')}</Button>}>{say('导入或新增之后，这里会逐宗体检。', 'Import or add some, and each is checked here.')}</EmptyState>
        : (
          <div className="quality-columns">
            <ScoreSheet summary={summary} />
            <FindingList summary={summary} />
            <section className="quality-main" aria-label={say('逐宗体检', 'Asset by asset')}>
              <CheckTools />
              {isWell && !isFiltered(filter) && <AllWell assets={summary.assets} />}
              {total === 0 ? <EmptyState title={say('没有符合的资产', 'No asset fits')} action={<Button onPress={() => setFilter(noFilter)}>{say('看全部', 'Show all')}</Button>}>{isFiltered(filter) ? say('这一项已经没有了，或者换个词再找。', 'Nothing is left of this; or try another word.') : null}</EmptyState>
                : <CheckList ref={list} need={need} />}
            </section>
          </div>
        )}
    </div>
  );
}
