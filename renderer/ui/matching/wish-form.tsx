import { conditionNames } from '../../../data/rules/matching/condition-words.js';
import { withKind, type ReadDraft, type WishDraft } from '../../../data/rules/matching/wish-draft.js';
import type { ConditionKind } from '../../../data/schema/wish.js';
import { useSay } from '../../state/language.js';
import { ConditionRow } from './condition-row.js';

/** The whole wish as a form: every kind of condition with its choices. What the line said is filled in, and either may be gone on with. */
export function WishForm({ draft, read, villages, onDraft }: { draft: WishDraft; read: Pick<ReadDraft, 'chips'>; villages: readonly string[]; onDraft: (draft: WishDraft) => void }) {
  const say = useSay();
  return (
    <div className="wish-form" role="group" aria-label={say('意向表', 'The wish as a form')}>
      {(Object.keys(conditionNames) as ConditionKind[]).map((kind) => (
        <ConditionRow key={kind} kind={kind} villages={villages} conditions={read.chips.flatMap(({ condition }) => (condition.kind === kind ? [condition] : []))} onSet={(next) => onDraft(withKind(draft, read.chips, next, kind))} />
      ))}
    </div>
  );
}
