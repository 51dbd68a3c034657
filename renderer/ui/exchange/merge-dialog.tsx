import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { FileTrigger } from 'react-aria-components';
import type { MergeSummary } from '../../../data/contract/exchange.js';
import { formatNumber } from '../../../data/rules/format.js';
import type { MergeKind } from '../../../data/rules/merge/plan-record.js';
import { useSay } from '../../state/language.js';
import { Button } from '../button.js';
import { EmptyState } from '../empty-state.js';
import { momentText } from '../fields/value-text.js';
import { Icon } from '../icon.js';
import { Modal } from '../modal.js';
import { Progress } from '../progress.js';
import { Segmented } from '../segmented.js';
import './exchange.css';
import { MergeRecord } from './merge-record.js';
import { MergeRest } from './merge-rest.js';
import { openCount, useMerge, type MergeSource } from './use-merge.js';

/** 合并进来: another desk's copy, taken in as one change that can be undone. `source` is what is at hand already: a file that was dropped, or an offline copy. */
export function MergeDialog({ source, onClose }: { source: MergeSource | null; onClose: () => void }) {
  const say = useSay();
  const merge = useMerge();
  const { opening, applying, summary, rows, decisions, open } = merge;
  const begun = useRef(false);
  useEffect(() => { if (source && !begun.current) { begun.current = true; open(source); } }, [source, open]);
  const isCopy = source !== null && 'copy' in source;
  const left = openCount(rows ?? [], decisions);
  const changes = summary ? summary.counts.added + summary.counts.updated + summary.counts.merged + summary.counts.removed + (rows?.length ?? 0) : 0;
  const chooser = (primary: boolean) => <FileTrigger acceptedFileTypes={['.xishanpart']} onSelect={(list) => { const [first] = list ?? []; if (first) open(first); }}><Button {...(primary ? { tone: 'primary' as const } : {})} icon="folder">{say('选择交换件', 'Choose an exchange file')}</Button></FileTrigger>;
  const isApplying = applying.at === 'running';
  const foot = applying.at === 'done' ? <><span className="spacer" /><Button tone="primary" onPress={onClose}>{say('好', 'Done')}</Button></>
    : <>
      {left > 0 ? <span className="merge-left" role="status">{say(`还有 ${formatNumber(left)} 处要您定`, `${formatNumber(left)} left to decide`)}</span> : <span className="soft">{summary && changes > 0 ? say('合并算一次修改，可以撤销。', 'Merging is one change and can be undone.') : ''}</span>}
      <span className="spacer" /><Button isDisabled={isApplying} onPress={onClose}>{say('不合并', 'Do not merge')}</Button>
      {summary && <Button tone="primary" icon="check" isDisabled={isApplying || rows === null || left > 0 || changes === 0} onPress={merge.apply}>{isApplying ? say('正在合并…', 'Merging…') : say('合并', 'Merge')}</Button>}
    </>;
  return (
    <Modal title={isCopy ? say('并回离线拷贝', 'Bring back an offline copy') : say('合并进来', 'Merge in')} width={1080} onClose={onClose} dismissable={!isApplying} foot={foot}>
      <div className="exchange-dialog merge-dialog">
        {opening.at === 'rest' && !source && <EmptyState title={say('选一份从别处带来的交换件', 'Choose a copy from another desk')} action={chooser(true)}>{say('先看两边差在哪里，再合并。账本在您点「合并」之前不会改动。', 'First see where the two differ. The ledger is not touched before you press Merge.')}</EmptyState>}
        {opening.at === 'running' && <Running words={opening.job ? say(opening.job.step) : say('读取交换件', 'Reading the exchange file')} done={opening.job?.done ?? 0} total={opening.job?.total ?? null} onCancel={() => { merge.cancel(); onClose(); }} />}
        {opening.at === 'failed' && <div className="merge-failed"><p className="output-failure" role="alert"><Icon name="warning" size={18} /><span>{say(opening.failure.message)}</span></p>{!isCopy && chooser(false)}</div>}
        {merge.failure && <p className="fault" role="alert">{say(merge.failure.message)}</p>}
        {summary && applying.at !== 'done' && <MergeBody merge={merge} summary={summary} isCopy={isCopy} />}
        {isApplying && <Running words={applying.job ? say(applying.job.step) : say('正在合并', 'Merging')} done={applying.job?.done ?? 0} total={applying.job?.total ?? null} onCancel={merge.stopApplying} />}
        {applying.at === 'failed' && <p className="output-failure" role="alert"><Icon name="warning" size={18} /><span>{say(applying.failure.message)}</span></p>}
        {applying.at === 'done' && <EmptyState title={say('合并好了', 'Merged')}>{say(`新增 ${applying.result.added} 条，修改 ${applying.result.changed} 条，删除 ${applying.result.removed} 条，带来 ${applying.result.media} 个照片和附件。撤销一次就回到合并之前。`, `${applying.result.added} added, ${applying.result.changed} changed, ${applying.result.removed} removed, ${applying.result.media} photos and files brought. One undo takes it all back.`)}{isCopy && say('那份拷贝里没有同事这期间改的，下次出门请取一份新的。', ' The copy does not hold what colleagues changed meanwhile: take a new one next time.')}</EmptyState>}
      </div>
    </Modal>
  );
}

function Running({ words, done, total, onCancel }: { words: string; done: number; total: number | null; onCancel: () => void }) {
  const say = useSay();
  return <div className="output-running"><span role="status">{words}{total ? ` · ${formatNumber(done)} / ${formatNumber(total)}` : ''}</span><Button small onPress={onCancel}>{say('取消', 'Cancel')}</Button><Progress label={words} done={done} total={total} /></div>;
}

/** Where the copy comes from, the figures, and either the questions or the rest. */
function MergeBody({ merge: { rows, decisions, decide, decideAll }, summary, isCopy }: { merge: ReturnType<typeof useMerge>; summary: MergeSummary; isCopy: boolean }) {
  const say = useSay();
  const { from, counts } = summary;
  const asked = rows?.length ?? 0;
  const [chosen, setChosen] = useState<'asked' | 'rest' | null>(null);
  const shown = chosen ?? (counts.clash + counts.removal + counts.double > 0 ? 'asked' : 'rest');
  const figure = (kinds: readonly MergeKind[], words: string, tone = '') => { const count = kinds.reduce((sum, kind) => sum + counts[kind], 0); return <span className={`merge-figure ${count === 0 ? 'merge-figure-none' : tone}`}><b className="figures">{formatNumber(count)}</b>{words}</span>; };
  const rest = counts.added + counts.updated + counts.merged + counts.removed;
  const list = useRef<HTMLElement>(null);
  // The hands are on the keys: the first question waits for them.
  useEffect(() => { list.current?.querySelector<HTMLInputElement>('.merge-question-open input[type=radio]')?.focus(); }, [rows]);
  // A question is answered with a figure, and the next one that is open comes by itself.
  const onKey = (event: KeyboardEvent<HTMLElement>) => {
    const question = (event.target as HTMLElement).closest('[data-question]');
    if ((event.key !== '1' && event.key !== '2') || !question || (event.target as HTMLElement).matches('input:not([type=radio]), textarea')) return;
    event.preventDefault();
    const radios = question.querySelectorAll<HTMLInputElement>('input[type=radio]');
    radios[event.key === '1' ? 0 : 1]?.click();
    const all = [...event.currentTarget.querySelectorAll('[data-question]')];
    all.slice(all.indexOf(question) + 1).find((other) => other.classList.contains('merge-question-open'))?.querySelector<HTMLInputElement>('input[type=radio]')?.focus();
  };
  return (
    <>
      <p className="merge-from"><Icon name="usb" size={20} /><span><b>{say(from.ledger)}</b>{from.sample && <em className="tag tag-warn">{say('示例数据', 'Sample data')}</em>} {[from.by, momentText(from.madeAt)].filter(Boolean).join(' · ')} · {isCopy ? say('取走以后改过的', 'what was changed since it was taken') : from.whole ? say('整本账', 'whole ledger') : say('一部分', 'a part')} · {from.internal ? say('含内部栏目', 'with internal fields') : say('不含内部栏目', 'without internal fields')}</span></p>
      <div className="merge-figures" data-testid="merge-figures">
        {figure(['added'], say('新增', 'new'))}{figure(['updated'], say('对方更新', 'updated there'))}{figure(['merged'], say('自动合到一起', 'merged by themselves'))}{figure(['removed'], say('对方删除', 'removed there'))}{figure(['same'], say('没有不同', 'the same'))}{figure(['clash', 'removal', 'double'], say('要您定', 'for you to decide'), 'merge-figure-call')}
      </div>
      {rest + asked === 0 && <EmptyState title={say('没有要合并的', 'Nothing to merge')}>{say('这份里的内容，账本都已经有了。', 'The ledger has everything that is in this copy.')}</EmptyState>}
      {rest > 0 && asked > 0 && <Segmented label={say('看哪些', 'Which')} value={shown} onChange={setChosen} options={[{ value: 'asked', label: say(`要您定 ${asked}`, `To decide ${asked}`) }, { value: 'rest', label: say(`其余 ${rest}`, `The rest ${rest}`) }]} />}
      {shown === 'asked' && asked > 0 && (
        <>
          <div className="merge-tools">
            <p className="help">{say('同一栏两边都改了，或一边删了一边改了。按 1 用这里的，按 2 用对方的，光标自动到下一处。', 'Changed at both desks, or removed at one and changed at the other. 1 takes what is here, 2 theirs; the next one comes by itself.')}</p>
            <span className="spacer" /><Button small onPress={() => decideAll('mine')}>{say('全部用这里的', 'All from here')}</Button><Button small onPress={() => decideAll('theirs')}>{say('全部用对方的', 'All theirs')}</Button>
          </div>
          <section ref={list} className="merge-records" aria-label={say('要您定的', 'To decide')} onKeyDown={onKey}>{rows?.map((row) => <MergeRecord key={`${row.noun} ${row.id}`} row={row} decisions={decisions} onDecide={decide} />)}</section>
        </>
      )}
      {shown === 'rest' && rest > 0 && <MergeRest summary={summary} />}
    </>
  );
}
