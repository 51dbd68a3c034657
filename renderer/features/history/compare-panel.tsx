import { useCallback, useEffect, useState } from 'react';
import type { Comparison } from '../../../data/contract.js';
import { changeKindWords } from '../../../data/rules/changes/change-words.js';
import { formatNumber } from '../../../data/rules/format.js';
import { changeKinds, type RecordChange } from '../../../data/schema/record-change.js';
import { useClient } from '../../client/current-client.js';
import { useSay } from '../../state/language.js';
import { useProgram } from '../../state/program-store.js';
import { useJob } from '../../state/use-job.js';
import { Button } from '../../ui/button.js';
import { ChangeCard } from '../../ui/changes/change-card.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Progress } from '../../ui/progress.js';
import { Select } from '../../ui/select.js';
import { ChangesExport } from './changes-export.js';
import { isPeriod, monthStarts, quickPeriod, type Period, type QuickPeriod } from './period.js';
import { usePaged } from './use-paged.js';

/** 自某日以来的变化: what is different between two days, counted, listed, and to be taken along as a table. */
export function ComparePanel() {
  const say = useSay();
  const client = useClient();
  const seq = useProgram((state) => state.status?.seq);
  const [period, setPeriod] = useState<Period>(() => quickPeriod('since-last-month', new Date()));
  const { work, start, cancel } = useJob<Comparison>();
  const [comparedAt, setComparedAt] = useState<number | undefined>(undefined);
  const [isExporting, setIsExporting] = useState(false);

  const compare = useCallback((wanted: Period) => {
    setComparedAt(useProgram.getState().status?.seq);
    start(() => client.call('history.compare', wanted));
  }, [client, start]);
  const valid = isPeriod(period);
  useEffect(() => { if (valid) compare(period); }, [compare, period, valid]);

  const quick: [QuickPeriod, string][] = [['today', say('今天', 'Today')], ['week', say('本周', 'This week')], ['month', say('本月', 'This month')], ['since-last-month', say('上月以来', 'Since last month')], ['year', say('今年以来', 'This year')]];
  const isQuick = (choice: QuickPeriod) => { const { from, to } = quickPeriod(choice, new Date()); return from === period.from && to === period.to; };
  const months = monthStarts(new Date()).map((value) => ({ value, label: monthWords(value, say.language) }));
  const result = work.at === 'done' ? work.result : null;
  return (
    <div className="compare">
      <div className="compare-tools">
        <label className="compare-day"><span>{say('自', 'From')}</span><input type="date" className="input figures" value={period.from} max={period.to} onChange={(event) => setPeriod({ ...period, from: event.target.value })} /></label>
        <label className="compare-day"><span>{say('至', 'to')}</span><input type="date" className="input figures" value={period.to} min={period.from} onChange={(event) => setPeriod({ ...period, to: event.target.value })} /></label>
        <div className="compare-quick" role="group" aria-label={say('常用期间', 'Usual periods')}>
          {quick.map(([choice, label]) => <Button key={choice} small className={isQuick(choice) ? 'compare-on' : ''} aria-pressed={isQuick(choice)} onPress={() => setPeriod(quickPeriod(choice, new Date()))}>{label}</Button>)}
          <Select label={say('自哪个月以来', 'Since which month')} className="compare-month" value={months.find((month) => month.value === period.from)?.value ?? null} placeholder={say('某月以来…', 'Since a month…')} options={months} onChange={(from) => setPeriod({ from, to: quickPeriod('today', new Date()).to })} />
        </div>
        <span className="spacer" />
        <Button icon="export" isDisabled={!result || result.added + result.changed + result.removed === 0} onPress={() => setIsExporting(true)}>{say('导出', 'Export')}</Button>
      </div>
      {!valid && <p className="fault history-fault" role="alert">{say('起止日期不对，请改一下。', 'The days are not in order; change them.')}</p>}
      {valid && work.at === 'failed' && <p className="fault history-fault" role="alert">{say(work.failure.message)}</p>}
      {valid && work.at === 'running' && (
        <div className="compare-running"><span role="status">{work.job ? say(work.job.step) : say('比较前后', 'Comparing')}…</span><Button small onPress={cancel}>{say('取消', 'Cancel')}</Button><Progress label={say('比较前后', 'Comparing')} done={work.job?.done ?? 0} total={work.job?.total ?? null} /></div>
      )}
      {valid && work.at === 'rest' && <div className="compare-running"><Button onPress={() => compare(period)}>{say('比较', 'Compare')}</Button></div>}
      {valid && result && <Compared key={result.comparisonId} comparison={result} isOld={seq !== comparedAt} onRepeat={() => compare(period)} />}
      {isExporting && result && <ChangesExport period={{ from: result.from, to: result.to }} onClose={() => setIsExporting(false)} />}
    </div>
  );
}

function monthWords(start: string, language: 'zh' | 'en'): string {
  const [year, month] = start.split('-').map(Number) as [number, number];
  if (language === 'en') return `Since ${new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric' }).format(new Date(year, month - 1, 1))}`;
  return `${year === new Date().getFullYear() ? '' : `${year} 年 `}${month} 月以来`;
}

/** The figures in large type, each a filter, and the records below. */
function Compared({ comparison, isOld, onRepeat }: { comparison: Comparison; isOld: boolean; onRepeat: () => void }) {
  const say = useSay();
  const client = useClient();
  const { comparisonId, notice } = comparison;
  const [kind, setKind] = useState<RecordChange['kind'] | null>(null);
  const fetch = useCallback((offset: number) => client.call('history.rows', { comparisonId, offset, limit: 100, ...(kind ? { kind } : {}) }), [client, comparisonId, kind]);
  const { rows, total, failure, isLoading, more } = usePaged(fetch);
  const all = comparison.added + comparison.changed + comparison.removed;
  return (
    <>
      {notice && <p className="compare-notice" role="note">{say(notice)}</p>}
      {isOld && <p className="compare-notice" role="status">{say('比较之后又有新的修改。', 'There were changes after this comparison.')} <Button small onPress={onRepeat}>{say('重新比较', 'Compare again')}</Button></p>}
      <div className="compare-figures" data-testid="compare-figures">
        {changeKinds.map((one) => (
          <button key={one} type="button" className={`compare-figure compare-figure-${one}`} aria-pressed={kind === one} disabled={comparison[one] === 0} onClick={() => setKind(kind === one ? null : one)}>
            <b className="figures">{formatNumber(comparison[one])}</b><span>{say(changeKindWords[one])}</span>
          </button>
        ))}
        <p className="help">{say('期初与期末相比；中间改了又改回的不算。点数字只看那一类。', 'First day against last; what was changed back does not count. Press a figure to see only those.')}</p>
      </div>
      <div className="compare-list">
        {failure && <p className="fault" role="alert">{say(failure.message)}</p>}
        {all === 0 && <EmptyState title={say('这段时间没有变化', 'Nothing changed in this time')}>{say('换一个更早的起始日期看看。', 'Try an earlier first day.')}</EmptyState>}
        {rows?.map((row) => <ChangeCard key={`${row.noun} ${row.id}`} change={row} showsWho />)}
        {rows && rows.length > 0 && rows.length < total && <Button tone="quiet" isDisabled={isLoading} onPress={more}>{say(`再看 100 条（还有 ${formatNumber(total - rows.length)}）`, `100 more (${formatNumber(total - rows.length)} left)`)}</Button>}
      </div>
    </>
  );
}
