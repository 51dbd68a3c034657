import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import '../../ui/matching/matching.css';
import { emptyDraft, withLine } from '../../../data/rules/matching/wish-draft.js';
import { useMatches } from '../../state/use-matcher.js';
import { useProgram } from '../../state/program-store.js';
import { useSay } from '../../state/language.js';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import { Segmented } from '../../ui/segmented.js';
import { WishChips } from '../../ui/matching/wish-chips.js';
import { WishForm } from '../../ui/matching/wish-form.js';
import { WishLine } from '../../ui/matching/wish-line.js';
import { AssetAnswers, CombinationAnswers, ProjectAnswers } from './match-answers.js';
import { clearWish, light, setDraft, setTab, turnForm, untick, useMatching } from './match-store.js';
import { closeTool, compareSet } from './tool-store.js';

// Folders, files and the rest of it are loaded when something is to be taken away.
const TakeAwayDialog = lazy(() => import('../../ui/take-away/take-away-dialog.js').then((module) => ({ default: module.TakeAwayDialog })));

/** 投资匹配: what an investor looks for as one line or a form, and what of the township answers it, with reasons for and against. */
export function MatchPanel({ selectedId, onSelect, onHover }: { selectedId: string | null; onSelect: (id: string) => void; onHover: (id: string | null) => void }) {
  const say = useSay();
  const { draft, formOpen, tab, limit, ticked } = useMatching();
  const matches = useMatches(draft, limit);
  const { answer, wish, left } = matches;
  const entries = useProgram((state) => state.publicEntries);
  const byId = useMemo(() => new Map(entries.map((entry) => [entry.id, entry])), [entries]);
  const field = useRef<HTMLTextAreaElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const villages = matches.matcher.lexicon.villages.map(({ name }) => name);
  useEffect(() => { if (draft === emptyDraft) field.current?.focus({ preventScroll: true }); /* Only when the tool opens. */ }, []); // eslint-disable-line react-hooks/exhaustive-deps
  const lit = useMemo(() => (tab === 'assets' ? answer.assets.map(({ id }) => id) : tab === 'combinations' ? [...new Set(answer.combinations.flatMap(({ ids }) => ids))] : []), [tab, answer]);
  useEffect(() => { light(lit, tab === 'assets'); }, [lit, tab]);
  useEffect(() => () => light([], false), []);
  const [takingAway, setTakingAway] = useState(false);
  const asks = wish.conditions.length > 0;
  const compared = ticked.filter((id) => byId.has(id));
  return (
    <section className="tool-panel tool-match panel" aria-label={say('投资匹配', 'Matching')} data-testid="match-panel">
      <header className="tool-head">
        <Icon name="match" />
        <h2>{say('投资匹配', 'Matching')}</h2>
        {asks && <Button small tone="quiet" onPress={() => { clearWish(); field.current?.focus(); }}>{say('重新说', 'Start anew')}</Button>}
        <Button tone="quiet" icon="close" label={say('关闭匹配', 'Close matching')} onPress={closeTool} />
      </header>
      <WishLine line={draft.line} field={field} onLine={(line) => setDraft(withLine(draft, line))} onEnter={() => list.current?.focus()} />
      <WishChips draft={draft} read={matches} villages={villages} onDraft={setDraft} />
      <Button small tone="quiet" icon={formOpen ? 'up' : 'down'} className="match-form-toggle" aria-expanded={formOpen} onPress={turnForm}>{formOpen ? say('收起意向表', 'Fold the form away') : say('用表格填意向', 'Fill in a form')}</Button>
      {formOpen && <WishForm draft={draft} read={matches} villages={villages} onDraft={setDraft} />}
      {!asks && !formOpen && <Nothing spoken={draft.line.trim() !== ''} left={left} onTry={(line) => setDraft({ ...emptyDraft, line })} />}
      {asks && (
        <>
          <div className="match-summary" role="status"><b className="figures">{answer.full}</b><span>{say(`宗全部符合；${answer.total} 宗都排了序，一宗没有筛掉`, `meet everything; all ${answer.total} were ranked, none was left out`)}</span></div>
          <Segmented label={say('看哪一种', 'Which answers')} value={tab} onChange={setTab} options={[{ value: 'assets', label: say('资产', 'Assets') }, { value: 'combinations', label: say(`组合 ${answer.combinations.length || ''}`, `Together ${answer.combinations.length || ''}`) }, { value: 'projects', label: say('项目', 'Projects') }]} />
          <div className="match-answers" ref={list} tabIndex={-1}>
            {tab === 'assets' && <AssetAnswers answer={answer} byId={byId} selectedId={selectedId} ticked={ticked} onSelect={onSelect} onHover={onHover} />}
            {tab === 'combinations' && <CombinationAnswers answer={answer} byId={byId} onSelect={onSelect} onHover={onHover} onCompare={compareSet} />}
            {tab === 'projects' && <ProjectAnswers answer={answer} />}
          </div>
          {compared.length > 0 && (
            <footer className="match-compare">
              <span>{compared.length < 2 ? say('再勾一宗就能对比', 'Tick one more to compare') : say(`勾了 ${compared.length} 宗`, `${compared.length} ticked`)}</span>
              <Button small tone="quiet" onPress={untick}>{say('都不勾', 'Untick all')}</Button>
              <Button small icon="export" label={say('做带走资料', 'Make a take-away')} onPress={() => setTakingAway(true)} />
              <Button small tone="primary" icon="compare" isDisabled={compared.length < 2} onPress={() => compareSet(compared)}>{say('并排对比', 'Side by side')}</Button>
            </footer>
          )}
        </>
      )}
      {takingAway && <Suspense fallback={null}><TakeAwayDialog assetIds={compared} onClose={() => setTakingAway(false)} /></Suspense>}
    </section>
  );
}

/** Before anything was asked for, or where nothing of it was understood. */
function Nothing({ spoken, left, onTry }: { spoken: boolean; left: readonly string[]; onTry: (line: string) => void }) {
  const say = useSay();
  const examples = [say('200 亩以上通水通电的林地，每年预算 10 万以内', 'Woodland of 200 mu or more with water and power, up to CNY 100,000 a year'), say('300 平左右的老房做民宿，租 15 年以上', 'An old house of about 300 ㎡ for lodging, for 15 years or more'), say('300 到 1000 千瓦的水电站，不要危房', 'A hydropower station of 300 to 1,000 kW, no unsafe building')];
  return (
    <div className="match-nothing">
      {spoken && left.length > 0 && <p className="fault" role="alert">{say('这句话里没有读懂的条件。说说类别、面积、预算或想做什么，或者用表格填。', 'No condition was understood in this. Say a kind, an area, a budget or a use, or fill in the form.')}</p>}
      <p className="tool-hint">{say('把投资人的话写下来或念出来，中文英文都行。', 'Write or dictate what the investor says, in Chinese or English.')}</p>
      <ul>{examples.map((line) => <li key={line}><button type="button" onClick={() => onTry(line)}>{line}</button></li>)}</ul>
    </div>
  );
}
