import type { KeyboardEvent } from 'react';
import type { LeadRow } from '../../../data/contract/lead-calls.js';
import type { LeadStanding } from '../../../data/rules/lead/follow-up.js';
import { momentText } from '../../../data/rules/export/shown-text.js';
import { leadWays, nextSteps } from '../../../data/schema/lead.js';
import { text, type Text } from '../../../data/schema/text.js';
import { useSay } from '../../state/language.js';
import { useProgram } from '../../state/program-store.js';
import { CategoryBadge } from '../../ui/category-badge.js';
import { Icon } from '../../ui/icon.js';

export const standingWords: Readonly<Record<LeadStanding, Text>> = { overdue: text('逾期', 'Overdue'), today: text('今天', 'Today'), planned: text('已安排', 'Planned'), new: text('待安排', 'To plan'), done: text('已办结', 'Done') };
const tones: Readonly<Record<LeadStanding, string>> = { overdue: 'tag-call', today: 'tag-warn', planned: '', new: 'tag-warn', done: 'tag-good' };
/** So many assets are named in a row; the rest are counted. */
const namedAssets = 2;

/** A lead's name as it may stand in the list: masked, or that it is locked or lost. */
export function MaskedName({ row }: { row: LeadRow }) {
  const say = useSay();
  if (row.lost) return <span className="soft">{say('（读不出来了）', '(cannot be read)')}</span>;
  if (!row.masked) return <span className="leads-hidden"><Icon name="lock" size={15} />{say('已锁', 'Locked')}</span>;
  return <>{row.masked.name || row.masked.organisation}</>;
}

/** The leads in the order of what is to be done; arrows move, Enter and a press open one. */
export function LeadList({ rows, selected, onSelect }: { rows: readonly LeadRow[]; selected: string | null; onSelect: (id: string | null) => void }) {
  const say = useSay();
  const step = (event: KeyboardEvent<HTMLUListElement>) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    const at = rows.findIndex(({ id }) => id === selected);
    const next = rows[Math.min(rows.length - 1, Math.max(0, at + (event.key === 'ArrowDown' ? 1 : -1)))];
    if (!next) return;
    onSelect(next.id);
    event.currentTarget.querySelector<HTMLElement>(`[data-lead="${next.id}"]`)?.focus();
  };
  if (rows.length === 0) return <p className="leads-none">{say('这里没有。', 'There is nothing here.')}</p>;
  return (
    <ul className="leads-list" aria-label={say('意向', 'Leads')} onKeyDown={step}>
      {rows.map((row) => <li key={row.id}><LeadLine row={row} isSelected={row.id === selected} onSelect={() => onSelect(row.id === selected ? null : row.id)} /></li>)}
    </ul>
  );
}

function LeadLine({ row, isSelected, onSelect }: { row: LeadRow; isSelected: boolean; onSelect: () => void }) {
  const say = useSay();
  const entries = useProgram((state) => state.deskEntries);
  const projects = useProgram((state) => state.deskProjects);
  const liked = row.assetIds.flatMap((id) => entries?.find((entry) => entry.id === id) ?? []);
  const named = row.projectIds.flatMap((id) => projects?.find(({ project }) => project.id === id)?.project.name ?? []);
  const { masked } = row;
  return (
    <button type="button" className="leads-line" data-lead={row.id} data-standing={row.standing} aria-pressed={isSelected} onClick={onSelect}>
      <span className={`tag ${tones[row.standing]}`}>{say(standingWords[row.standing])}</span>
      <span className="leads-who"><b><MaskedName row={row} /></b><small className="figures">{masked && masked.name ? [masked.organisation, masked.phone].filter(Boolean).join(' · ') : masked?.phone}</small></span>
      <span className="leads-liked">
        {liked.slice(0, namedAssets).map((entry) => <span key={entry.id}><CategoryBadge category={entry.category} size={18} /><span>{say.language === 'en' ? entry.nameEn || entry.name : entry.name}</span></span>)}
        {named.slice(0, liked.length === 0 ? namedAssets : 0).map((name) => <span key={name}><Icon name="projects" size={17} /><span>{name}</span></span>)}
        {liked.length + named.length > namedAssets && <small>{say(`等 ${liked.length + named.length} 项`, `and ${liked.length + named.length - namedAssets} more`)}</small>}
        {liked.length + named.length === 0 && <small>{say('没说看中哪宗', 'No asset named')}</small>}
      </span>
      <span className="leads-next"><b>{say.word(nextSteps, row.nextStep) || say('还没定下一步', 'No next step')}</b><small className="figures">{row.nextAt ?? ''}</small></span>
      <span className="leads-taken"><small className="figures">{momentText(row.takenAt)}</small><small>{say.word(leadWays, row.way)}</small></span>
      {row.sameAs.length > 0 && <span className="leads-same" title={say('像是同一个人', 'Seems to be the same person')}><Icon name="link" size={16} /><span className="visually-hidden">{say('像是同一个人', 'Seems to be the same person')}</span></span>}
    </button>
  );
}
