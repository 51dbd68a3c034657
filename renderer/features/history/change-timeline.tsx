import { useCallback, useEffect, useMemo, useState } from 'react';
import { Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components';
import type { ChangeSummary } from '../../../data/contract.js';
import { formatNumber } from '../../../data/rules/format.js';
import type { Failure } from '../../../data/schema/failure.js';
import { failureOf } from '../../client/call-failure.js';
import { useClient } from '../../client/current-client.js';
import { useSay, type Say } from '../../state/language.js';
import { useProgram } from '../../state/program-store.js';
import { Button } from '../../ui/button.js';
import { ChipFilter } from '../../ui/chip-filter.js';
import { EmptyState } from '../../ui/empty-state.js';
import { SearchBox } from '../../ui/search-box.js';
import { ChangeDetail } from './change-detail.js';
import { dayOf } from './period.js';

const pageSize = 200;

/** The changes, newest first, by day; one that is chosen shows its records beside the list. */
export function ChangeTimeline() {
  const say = useSay();
  const { changes, isEnded, failure, more } = useChanges();
  const [query, setQuery] = useState('');
  const [people, setPeople] = useState<ReadonlySet<string>>(new Set());
  const [chosen, setChosen] = useState<number | null>(null);

  const known = useMemo(() => {
    const counts = new Map<string, number>();
    for (const change of changes ?? []) counts.set(change.by, (counts.get(change.by) ?? 0) + 1);
    return [...counts].map(([value, count]) => ({ value, label: value || say('未署名', 'No name'), count }));
  }, [changes, say]);
  const found = useMemo(() => {
    const words = query.trim().toLowerCase();
    return (changes ?? []).filter((change) => (people.size === 0 || people.has(change.by)) && (words === '' || `${change.label.zh} ${change.label.en} ${change.by}`.toLowerCase().includes(words)));
  }, [changes, people, query]);
  const days = useMemo(() => {
    const groups: { day: string; changes: ChangeSummary[] }[] = [];
    for (const change of found) {
      const day = dayOf(new Date(change.at));
      const last = groups.at(-1);
      if (last?.day === day) last.changes.push(change);
      else groups.push({ day, changes: [change] });
    }
    return groups;
  }, [found]);

  if (failure) return <p className="fault history-fault" role="alert">{say(failure.message)}</p>;
  if (changes?.length === 0) return <EmptyState title={say('还没有改动', 'No changes yet')}>{say('导入、修改、删除都会记在这里：谁、什么时候、改了什么，每一次都能撤销。', 'Imports, edits and removals are kept here: who, when and what. Each can be undone.')}</EmptyState>;
  const open = found.find((change) => change.seq === chosen) ?? found[0];
  return (
    <div className="history-split">
      <section className="history-list" aria-label={say('修改记录', 'Timeline')}>
        <div className="history-filter">
          <SearchBox value={query} onChange={setQuery} placeholder={say('找修改、名称、人名', 'Find a change, a name, a person')} />
          <ChipFilter label={say('谁改的', 'Who')} options={known} chosen={people} onChange={setPeople} />
        </div>
        <ListBox className="history-changes" aria-label={say('修改记录', 'Timeline')} selectionMode="single" selectionBehavior="replace" disallowEmptySelection
          selectedKeys={open ? [open.seq] : []} onSelectionChange={(keys) => { const [first] = keys === 'all' ? [] : keys; if (first !== undefined) setChosen(Number(first)); }}
          renderEmptyState={() => <p className="soft history-none">{say('没有符合的修改。', 'No change matches.')}</p>}>
          {days.map(({ day, changes: own }) => (
            <ListBoxSection key={day} id={day}>
              <Header className="history-day">{dayWords(day, say)}<small className="figures">{own.length}</small></Header>
              {own.map((change) => (
                <ListBoxItem key={change.seq} id={change.seq} className={`history-change ${change.undone ? 'history-undone' : ''}`} textValue={say(change.label)}>
                  <time className="figures">{clock(change.at)}</time>
                  <span className="history-change-words">
                    <b>{say(change.label)}</b>
                    <small>{change.by || say('未署名', 'No name')}{change.count > 1 ? ` · ${say(`${formatNumber(change.count)} 条`, `${formatNumber(change.count)} records`)}` : ''}</small>
                  </span>
                  {change.undone && <em className="tag">{say('已撤销', 'Undone')}</em>}
                  {change.undoes !== undefined && <em className="tag tag-warn">{say('撤销', 'Undo')}</em>}
                  {change.redoes !== undefined && <em className="tag tag-good">{say('重做', 'Redo')}</em>}
                </ListBoxItem>
              ))}
            </ListBoxSection>
          ))}
        </ListBox>
        {!isEnded && changes && <Button small tone="quiet" className="history-more" onPress={more}>{say(query || people.size > 0 ? '在更早的里接着找' : '更早的', query || people.size > 0 ? 'Look further back' : 'Earlier')}</Button>}
      </section>
      <section className="history-detail" aria-live="polite" aria-label={say('这次修改', 'This change')}>
        {open && <ChangeDetail key={open.seq} change={open} isNewest={open.seq === changes?.[0]?.seq} />}
      </section>
    </div>
  );
}

/** The changes that the page has asked for so far; begins anew with every change. */
function useChanges() {
  const client = useClient();
  const seq = useProgram((state) => state.status?.seq);
  const [state, setState] = useState<{ changes: readonly ChangeSummary[] | null; isEnded: boolean; failure: Failure | null }>({ changes: null, isEnded: false, failure: null });
  useEffect(() => {
    let stale = false;
    client.call('desk.history', { limit: pageSize }).then(
      (list) => { if (!stale) setState({ changes: list, isEnded: list.length < pageSize, failure: null }); },
      (error: unknown) => { if (!stale) setState((now) => ({ ...now, failure: failureOf(error) })); },
    );
    return () => { stale = true; };
  }, [client, seq]);
  const last = state.changes?.at(-1)?.seq;
  const more = useCallback(() => {
    if (last === undefined) return;
    client.call('desk.history', { limit: pageSize, before: last }).then(
      (list) => setState((now) => (now.changes?.at(-1)?.seq === last ? { changes: [...now.changes, ...list], isEnded: list.length < pageSize, failure: null } : now)),
      (error: unknown) => setState((now) => ({ ...now, failure: failureOf(error) })),
    );
  }, [client, last]);
  return { ...state, more };
}

function clock(moment: string): string {
  const date = new Date(moment);
  return `${String(date.getHours()).padStart(2, '0')}:${String(date.getMinutes()).padStart(2, '0')}`;
}

/** A day as people say it: 今天, 昨天, 3 月 14 日 周六. */
function dayWords(day: string, say: Say): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const at = new Date(year, month - 1, date);
  const now = new Date();
  if (day === dayOf(now)) return say('今天', 'Today');
  if (day === dayOf(new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1))) return say('昨天', 'Yesterday');
  const isThisYear = year === now.getFullYear();
  return new Intl.DateTimeFormat(say.language === 'zh' ? 'zh-CN' : 'en-GB', { month: 'long', day: 'numeric', weekday: 'short', ...(isThisYear ? {} : { year: 'numeric' }) }).format(at);
}
