import { useState } from 'react';
import type { LeadRow } from '../../../data/contract/lead-calls.js';
import { useSay } from '../../state/language.js';
import { openPage, selectAsset, selectProject, useProgram } from '../../state/program-store.js';
import { AssetChoice } from '../../ui/asset-choice.js';
import { Button } from '../../ui/button.js';
import { CategoryBadge } from '../../ui/category-badge.js';
import { Icon } from '../../ui/icon.js';
import { Modal } from '../../ui/modal.js';
import { StatusTag } from '../../ui/status-tag.js';

/** What the person liked: assets and projects, each one press away; and the choice of others. */
export function LeadLikes({ row, readOnly, onSave }: { row: LeadRow; readOnly: boolean; onSave: (ids: ReadonlySet<string>) => void }) {
  const say = useSay();
  const entries = useProgram((state) => state.deskEntries);
  const projects = useProgram((state) => state.deskProjects);
  const [chosen, setChosen] = useState<ReadonlySet<string> | null>(null);
  const liked = row.assetIds.flatMap((id) => entries?.find((entry) => entry.id === id) ?? []);
  const named = row.projectIds.flatMap((id) => projects?.find(({ project }) => project.id === id)?.project ?? []);
  return (
    <section>
      <h3>{say('看中的', 'Liked')}<small className="figures">{say(`${liked.length + named.length} 项`, String(liked.length + named.length))}</small><span className="spacer" /><Button small icon="edit" isDisabled={readOnly} onPress={() => setChosen(new Set(row.assetIds))}>{say('挑资产…', 'Choose…')}</Button></h3>
      {liked.length + named.length === 0 && <p className="soft">{say('还没记下看中哪宗。', 'Nothing noted yet.')}</p>}
      <ul className="leads-likes">
        {liked.map((entry) => <li key={entry.id}><button type="button" title={say('在总览里看', 'Show on the map')} onClick={() => { selectAsset(entry.id); openPage('showcase'); }}><CategoryBadge category={entry.category} size={22} /><span><b>{say.language === 'en' ? entry.nameEn || entry.name : entry.name}</b><small className="figures">{[entry.village, entry.code].filter(Boolean).join(' · ')}</small></span><StatusTag status={entry.status} /></button></li>)}
        {named.map((project) => <li key={project.id}><button type="button" title={say('在一张表里看', 'Show in the table')} onClick={() => { selectProject(project.id); openPage('projects'); }}><Icon name="projects" size={20} /><span><b>{project.name}</b><small className="figures">{project.code}</small></span></button></li>)}
      </ul>
      {chosen && (
        <Modal title={say('看中哪些资产', 'Assets liked')} width={560} onClose={() => setChosen(null)} foot={<><span className="soft figures">{say(`已选 ${chosen.size} 宗`, `${chosen.size} chosen`)}</span><span className="spacer" /><Button onPress={() => setChosen(null)}>{say('取消', 'Cancel')}</Button><Button tone="primary" icon="check" onPress={() => { onSave(chosen); setChosen(null); }}>{say('就这些', 'These')}</Button></>}>
          <AssetChoice chosen={chosen} onChange={setChosen} />
        </Modal>
      )}
    </section>
  );
}
