import { useEffect, useState } from 'react';
import type { LeadRow } from '../../../data/contract/lead-calls.js';
import { momentText } from '../../../data/rules/export/shown-text.js';
import { leadWays, nextSteps, type LeadPerson } from '../../../data/schema/lead.js';
import { failureOf } from '../../client/call-failure.js';
import { useClient } from '../../client/current-client.js';
import { useSay } from '../../state/language.js';
import { tell } from '../../state/program-store.js';
import { Button } from '../../ui/button.js';
import { Modal } from '../../ui/modal.js';

/** Lays leads that seem to be one person's beside each other, and makes one of those that are ticked. To judge that, names and phones are shown here. */
export function MergeDialog({ rows, onClose, onMerged }: { rows: readonly LeadRow[]; onClose: () => void; onMerged: (id: string) => void }) {
  const say = useSay();
  const client = useClient();
  const [persons, setPersons] = useState<ReadonlyMap<string, LeadPerson>>(new Map());
  const [keep, setKeep] = useState(rows[0]?.id ?? '');
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set(rows.map(({ id }) => id)));
  const [fault, setFault] = useState<string | null>(null);
  useEffect(() => {
    let over = false;
    Promise.all(rows.map(async ({ id }) => [id, await client.call('leads.reveal', { id })] as const)).then((found) => { if (!over) setPersons(new Map(found)); }, (error: unknown) => { if (!over) setFault(say(failureOf(error).message)); });
    return () => { over = true; };
  }, [client, rows, say]);
  const others = rows.filter(({ id }) => id !== keep && ticked.has(id)).map(({ id }) => id);
  const turn = (id: string) => { const next = new Set(ticked); if (!next.delete(id)) next.add(id); setTicked(next); };
  const merge = () => {
    client.call('leads.merge', { keep, others }).then(() => { tell({ zh: `已合并成一条，去掉了 ${others.length} 条。`, en: `Made into one; ${others.length} are gone.` }); onMerged(keep); onClose(); }, (error: unknown) => setFault(say(failureOf(error).message)));
  };
  return (
    <Modal title={say('合并同一个人的意向', 'Merge one person’s leads')} width={760} onClose={onClose}
      foot={<><span className="soft">{say('合并后不能撤销。', 'This cannot be undone.')}</span><span className="spacer" /><Button onPress={onClose}>{say('不合并', 'Leave them')}</Button><Button tone="primary" icon="link" isDisabled={others.length === 0} onPress={merge}>{say(`合并 ${others.length + 1} 条`, `Merge ${others.length + 1}`)}</Button></>}>
      <p className="help">{say('以「留下」的一条为准；它没写的从其他几条补上，看中的资产、原话和记录都并在一起，其余几条随即删除。', 'What the kept one says holds; what it leaves open comes from the others; assets, words and notes are put together, and the others are deleted.')}</p>
      <ul className="leads-merge">
        {rows.map((row) => {
          const person = persons.get(row.id);
          const isKept = row.id === keep;
          return (
            <li key={row.id} data-kept={isKept || undefined}>
              <label><input type="radio" name="keep" checked={isKept} onChange={() => setKeep(row.id)} />{say('留下', 'Keep')}</label>
              <label><input type="checkbox" disabled={isKept} checked={isKept || ticked.has(row.id)} onChange={() => turn(row.id)} />{say('并入', 'Merge in')}</label>
              <span><b>{[person?.name, person?.organisation].filter(Boolean).join(' · ') || '…'}</b><small className="figures">{person?.phone}</small></span>
              <small className="figures">{momentText(row.takenAt)} · {say.word(leadWays, row.way)}<br />{[say.word(nextSteps, row.nextStep), row.nextAt].filter(Boolean).join(' ')}</small>
            </li>
          );
        })}
      </ul>
      {fault && <p className="fault" role="alert">{fault}</p>}
    </Modal>
  );
}
