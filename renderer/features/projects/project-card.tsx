import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { bilingual } from '../../../data/rules/export/shown-text.js';
import { formatInvestment, formatNumber, squareMetresPerMu } from '../../../data/rules/format.js';
import { fieldAt, projectFields } from '../../../data/schema/fields.js';
import type { Project } from '../../../data/schema/project.js';
import type { ProjectTotals } from '../../../data/contract.js';
import { useClient } from '../../client/current-client.js';
import { applyAndTell } from '../../state/apply-edits.js';
import type { IndexEntry } from '../../state/index-entries.js';
import { useSay } from '../../state/language.js';
import { openPage, selectAsset, type DeskProjectRow } from '../../state/program-store.js';
import { useTheme } from '../../state/theme.js';
import { useSheets } from '../../state/use-sheets.js';
import { Button } from '../../ui/button.js';
import { CategoryBadge } from '../../ui/category-badge.js';
import { AudienceMark } from '../../ui/fields/field-editor.js';
import { RecordFields } from '../../ui/fields/record-fields.js';
import { valueText } from '../../ui/fields/value-text.js';
import { LeadCount } from '../../ui/leads/lead-count.js';
import { Modal } from '../../ui/modal.js';
import { Segmented } from '../../ui/segmented.js';
import { StatusTag } from '../../ui/status-tag.js';
import { ChoiceTag, nameOf } from './project-columns.js';

const MiniMap = lazy(() => import('../../map/mini-map.js').then((module) => ({ default: module.MiniMap })));

interface CardProps {
  readonly row: DeskProjectRow;
  readonly leads: number;
  readonly entries: readonly IndexEntry[];
  readonly readOnly: boolean;
  readonly save: (project: Project, path: string, value: unknown) => Promise<void>;
  readonly onLink: () => void;
  readonly onClose: () => void;
}

/** One project: what it is, what it takes, where its assets lie; the other face is the form with every field. */
export function ProjectCard({ row, leads, entries, readOnly, save, onLink, onClose }: CardProps) {
  const say = useSay();
  const client = useClient();
  const { project, totals } = row;
  const [face, setFace] = useState<'card' | 'form'>('card');
  const [removing, setRemoving] = useState(false);
  const saveField = useCallback((path: string, value: unknown) => save(project, path, value), [save, project]);
  return (
    <aside className="projects-card" aria-label={say('项目卡', 'Project card')} data-testid="project-card" onKeyDown={(event) => { if (event.key === 'Escape' && !event.defaultPrevented) onClose(); }}>
      <header className="projects-card-head">
        <div className="projects-card-line">
          <Segmented label={say('看或改', 'Read or edit')} value={face} onChange={setFace} options={[{ value: 'card', label: say('看', 'Read') }, { value: 'form', label: say('改', 'Edit') }]} />
          <span className="spacer" />
          {!readOnly && <Button tone="quiet" small icon="remove" label={say('删除这个项目', 'Remove this project')} onPress={() => setRemoving(true)} />}
          <Button tone="quiet" small icon="close" label={say('关闭项目卡', 'Close the card')} onPress={onClose} />
        </div>
        <h2>{nameOf(project, say)}</h2>
        {face === 'card' && project.summary && <p className="projects-lead">{bilingual(project.summary, say.language)}</p>}
      </header>
      <div className="projects-card-body" key={`${project.id} ${face}`}>
        {face === 'card' ? <CardFace project={project} totals={totals} leads={leads} entries={entries} readOnly={readOnly} onLink={onLink} />
          : <RecordFields record={project} fields={projectFields} omit={['assetIds']} readOnly={readOnly} save={saveField} onReload={() => undefined} />}
      </div>
      {removing && (
        <Modal title={say('删除这个项目？', 'Remove this project?')} width={460} onClose={() => setRemoving(false)}
          foot={<><span className="spacer" /><Button onPress={() => setRemoving(false)}>{say('不删', 'Keep it')}</Button><Button tone="danger" icon="remove" onPress={() => {
            setRemoving(false);
            onClose();
            void applyAndTell(client, [{ kind: 'remove', noun: 'project', id: project.id }], { zh: `已删除「${project.name}」，可以撤销。`, en: `“${project.name}” was removed; this can be undone.` });
          }}>{say('删除', 'Remove')}</Button></>}>
          <p>{say(`「${project.name}」会从一张表里去掉，它的资产仍留在一本账里。删错了可以撤销。`, `“${project.name}” leaves the table; its assets stay in the ledger. This can be undone.`)}</p>
        </Modal>
      )}
    </aside>
  );
}

const told = ['content', 'returns', 'location', 'landUse', 'cooperation', 'startsAt', 'endsAt', 'progress', 'officer', 'publicContact', 'contact', 'notes'] as const;

function CardFace({ project, totals, leads, entries, readOnly, onLink }: { project: Project; totals: ProjectTotals; leads: number; entries: readonly IndexEntry[]; readOnly: boolean; onLink: () => void }) {
  const say = useSay();
  const theme = useTheme();
  const sheets = useSheets();
  const linked = useMemo(() => { const wanted = new Set(project.assetIds); return entries.filter((entry) => wanted.has(entry.id)); }, [project.assetIds, entries]);
  const points = useMemo(() => linked.flatMap(({ id, name, category, lng, lat }) => (lng === null || lat === null ? [] : [{ id, name, category, lng, lat }])), [linked]);
  const show = useCallback((id: string) => { selectAsset(id); openPage('showcase'); }, []);
  const investment = project.investment === undefined ? null : formatInvestment(project.investment, say.language);
  const figures = [
    ...(totals.siteArea > 0 ? [{ value: formatNumber(totals.siteArea / squareMetresPerMu, 1), unit: say('亩', 'mu'), label: say('占地', 'Site') }] : []),
    ...(totals.floorArea > 0 ? [{ value: formatNumber(totals.floorArea, 0), unit: '㎡', label: say('建筑', 'Floor') }] : []),
    ...(totals.capacityKw > 0 ? [{ value: formatNumber(totals.capacityKw, 0), unit: 'kW', label: say('装机', 'Capacity') }] : []),
  ];
  return (
    <>
      <div className="projects-tags">
        {(['horizon', 'scale', 'stage', 'sector'] as const).map((path) => { const value = project[path]; return value ? <ChoiceTag key={path} entry={fieldAt(projectFields, path)} value={value} say={say} /> : null; })}
        {project.code && <span className="figures soft">{project.code}</span>}
        <LeadCount count={leads} />
      </div>
      <div className="projects-figures">
        <div className="projects-investment"><b>{investment?.value ?? '—'}</b><small>{investment?.unit}</small><span>{say('总投资', 'Investment')}</span></div>
        {figures.map((figure) => <div key={figure.label}><b>{figure.value}</b><small>{figure.unit}</small><span>{figure.label}</span></div>)}
      </div>
      {points.length > 0 && sheets && (
        <div className="projects-map"><Suspense fallback={null}><MiniMap sheets={sheets} style={theme === 'dark' ? 'night' : 'paper'} language={say.language} label={say('资产位置图', 'Where its assets lie')} points={points} onSelect={show} /></Suspense></div>
      )}
      <section>
        <h3>{say('关联资产', 'Assets')}<small className="figures">{say(`${linked.length} 宗`, String(linked.length))}</small><span className="spacer" />{!readOnly && <Button small icon="edit" onPress={onLink}>{say('关联…', 'Link…')}</Button>}</h3>
        {linked.length === 0 && <p className="soft">{say('还没有关联资产。关联后，面积和装机会自动合计。', 'No assets yet. Once linked, areas and capacity add up by themselves.')}</p>}
        <ul className="projects-assets">
          {linked.map((entry) => (
            <li key={entry.id}><button type="button" onClick={() => show(entry.id)} title={say('在总览里看', 'Show on the map')}>
              <CategoryBadge category={entry.category} size={22} /><span><b>{say.language === 'en' ? entry.nameEn || entry.name : entry.name}</b><small className="figures">{[entry.village, entry.code].filter(Boolean).join(' · ')}</small></span><StatusTag status={entry.status} />
            </button></li>
          ))}
        </ul>
      </section>
      <dl className="projects-told">
        {told.map((path) => {
          const entry = fieldAt(projectFields, path);
          const words = valueText(entry, project[path], say.language);
          return words === '' ? null : <div key={path}><dt>{say(entry.label)} <AudienceMark entry={entry} /></dt><dd>{words}</dd></div>;
        })}
      </dl>
    </>
  );
}
