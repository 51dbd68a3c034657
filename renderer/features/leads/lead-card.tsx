import { useEffect, useRef, useState } from 'react';
import type { LeadChange, LeadRow } from '../../../data/contract/lead-calls.js';
import { momentText } from '../../../data/rules/export/shown-text.js';
import { leadWays, type LeadPerson } from '../../../data/schema/lead.js';
import { failureOf } from '../../client/call-failure.js';
import { useClient } from '../../client/current-client.js';
import { useSay } from '../../state/language.js';
import { tell, useProgram } from '../../state/program-store.js';
import { Button } from '../../ui/button.js';
import { NextFields } from '../../ui/leads/lead-fields.js';
import { TakeAwayDialog } from '../../ui/take-away/take-away-dialog.js';
import { LeadLikes } from './lead-likes.js';
import { MaskedName } from './lead-list.js';
import { LeadMatches } from './lead-matches.js';
import { LeadPersonPart } from './lead-person.js';

interface LeadCardProps {
  readonly row: LeadRow;
  readonly readOnly: boolean;
  readonly unlocked: boolean;
  readonly onClose: () => void;
  readonly onRemove: () => void;
  readonly onMerge: () => void;
}

/** One lead: whom it is from once that is asked for, what comes next, what they liked, and what they can take away. */
export function LeadCard({ row, readOnly, unlocked, onClose, onRemove, onMerge }: LeadCardProps) {
  const say = useSay();
  const client = useClient();
  const tours = useProgram((state) => state.deskTours);
  /** What was asked for of the person, until it is masked again. */
  const [person, setPerson] = useState<LeadPerson | null>(null);
  if (person && !unlocked) setPerson(null);
  const [takingAway, setTakingAway] = useState(false);
  const projects = useProgram((state) => state.deskProjects);
  // Step and day may be set faster than the first of them is stored: each change is made on the revision that the one before has left.
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const left = useRef(row.revision);
  useEffect(() => { left.current = Math.max(left.current, row.revision); }, [row.revision]);
  const store = (change: LeadChange) => {
    const mine = queue.current.then(() => client.call('leads.change', { id: row.id, revision: left.current, change })).then(({ revision }) => { left.current = revision; });
    queue.current = mine.catch(() => undefined);
    return mine;
  };
  const save = (change: LeadChange) => store(change).catch((error: unknown) => { const failure = failureOf(error); tell(failure.message, failure); throw error; });
  const follow = (change: LeadChange) => void save(change).catch(() => undefined);
  const isDone = row.standing === 'done';
  const tour = tours?.find(({ id }) => id === row.tourId)?.name;
  const assetIds = [...new Set([...row.assetIds, ...row.projectIds.flatMap((id) => projects?.find(({ project }) => project.id === id)?.project.assetIds ?? [])])];
  return (
    <aside className="leads-card" aria-label={say('意向', 'Lead')} data-testid="lead-card">
      <header className="leads-card-head">
        <div className="leads-card-line"><span className="soft figures">{momentText(row.takenAt)} · {say.word(leadWays, row.way)}{row.takenBy ? ` · ${row.takenBy}` : ''}</span><span className="spacer" /><Button tone="quiet" small icon="close" label={say('收起', 'Close')} onPress={onClose} /></div>
        <h2><MaskedName row={row} /></h2>
        {tour && <p className="soft">{say(`在「${tour}」上登记`, `During “${tour}”`)}</p>}
      </header>
      <div className="leads-card-body">
        <LeadPersonPart row={row} person={unlocked ? person : null} onPerson={setPerson} readOnly={readOnly} unlocked={unlocked} onSave={(person) => save({ person })} />
        <section>
          <h3>{say('跟进', 'Follow-up')}</h3>
          <NextFields nextStep={row.nextStep} nextAt={row.nextAt} isStored isDisabled={readOnly || isDone} onStep={(nextStep) => follow({ nextStep })} onDay={(nextAt) => follow({ nextAt })} />
          <Button icon={isDone ? 'undo' : 'check'} isDisabled={readOnly} onPress={() => follow({ done: !isDone })}>{isDone ? say('重新跟进', 'Take it up again') : say('办结', 'Done')}</Button>
        </section>
        <LeadLikes row={row} readOnly={readOnly} onSave={(ids) => follow({ assetIds: [...ids] })} />
        {unlocked && person?.words && <LeadMatches words={person.words} liked={row.assetIds} readOnly={readOnly} onLike={(id) => follow({ assetIds: [...row.assetIds, id] })} />}
        <section>
          <h3>{say('带走资料', 'Take-away')}</h3>
          <p className="help">{say('手册、网页、表格，只放看中的这几宗，一步做好，放进一个文件夹。', 'Brochure, page and table of just these assets, made in one step into one folder.')}</p>
          <Button tone="primary" icon="export" isDisabled={assetIds.length === 0} onPress={() => setTakingAway(true)}>{say('做带走资料…', 'Make the take-away…')}</Button>
        </section>
        <section className="leads-consent">
          <p>{row.way === 'booth' ? say(`本人在屏上勾选同意，保存到 ${row.until}。`, `Agreed on the screen; kept until ${row.until}.`) : say(`本人当面同意，保存到 ${row.until}。`, `Agreed by word of mouth; kept until ${row.until}.`)}</p>
          <div>
            {row.sameAs.length > 0 && <Button small icon="link" isDisabled={readOnly} onPress={onMerge}>{say('合并同一个人的…', 'Merge the same person’s…')}</Button>}
            <Button small tone="danger" icon="remove" isDisabled={readOnly} onPress={onRemove}>{say('彻底删除…', 'Delete for good…')}</Button>
          </div>
        </section>
      </div>
      {takingAway && <TakeAwayDialog assetIds={assetIds} onClose={() => setTakingAway(false)} />}
    </aside>
  );
}
