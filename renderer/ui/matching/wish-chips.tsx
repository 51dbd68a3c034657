import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { conditionNames, conditionWords } from '../../../data/rules/matching/condition-words.js';
import { withChanged, withKind, withoutChip, type ReadDraft, type WishChip, type WishDraft } from '../../../data/rules/matching/wish-draft.js';
import type { ConditionKind } from '../../../data/schema/wish.js';
import { useSay } from '../../state/language.js';
import { Icon } from '../icon.js';
import { ConditionRow } from './condition-row.js';

/** Kinds of which several stand beside each other: a chip of these is changed alone. */
const several: ReadonlySet<ConditionKind> = new Set(['category', 'village', 'cooperation', 'status', 'words']);

/** What was understood, each to be changed or taken off, and in quiet letters the words that were not. */
export function WishChips({ draft, read, villages, onDraft }: { draft: WishDraft; read: Pick<ReadDraft, 'chips' | 'left'>; villages: readonly string[]; onDraft: (draft: WishDraft) => void }) {
  const say = useSay();
  if (read.chips.length === 0 && read.left.length === 0) return null;
  // A chip is known by its kind, not by what it says: while that is changed, what it has opened stays open.
  return (
    <ul className="wish-chips" aria-label={say('读懂的条件', 'What was understood')}>
      {read.chips.map((chip, at) => <li key={`${chip.condition.kind} ${read.chips.slice(0, at).filter(({ condition }) => condition.kind === chip.condition.kind).length}`}><Chip chip={chip} chips={read.chips} draft={draft} villages={villages} onDraft={onDraft} /></li>)}
      {read.left.map((words) => <li key={`left ${words}`}><span className="wish-left" title={say('没有读懂，不计分；换个说法，或在条件里选', 'Not understood and not counted; say it another way, or choose it among the conditions')}><small>{say('没读懂', 'Not understood')}</small>{words}</span></li>)}
    </ul>
  );
}

function Chip({ chip, chips, draft, villages, onDraft }: { chip: WishChip; chips: readonly WishChip[]; draft: WishDraft; villages: readonly string[]; onDraft: (draft: WishDraft) => void }) {
  const say = useSay();
  const { condition, key } = chip;
  const words = say(conditionWords(condition));
  const alone = several.has(condition.kind);
  const refused = 'not' in condition && condition.not;
  return (
    <span className="wish-chip" data-kind={condition.kind} data-refused={refused || condition.kind === 'avoid' || undefined} data-implied={(condition.kind === 'status' && condition.implied) || undefined}>
      <DialogTrigger>
        <AriaButton className="wish-chip-words"><span className="visually-hidden">{say('改：', 'Change: ')}</span><small>{say(conditionNames[condition.kind])}</small> {words}</AriaButton>
        <Popover className="popover wish-popover" placement="bottom start">
          <Dialog aria-label={words}>
            <ConditionRow
              kind={condition.kind} villages={villages} conditions={alone ? [condition] : chips.flatMap((one) => (one.condition.kind === condition.kind ? [one.condition] : []))}
              onSet={(next) => onDraft(alone ? (next[0] ? withChanged(draft, key, next[0]) : withoutChip(draft, key)) : withKind(draft, chips, next, condition.kind))}
            />
          </Dialog>
        </Popover>
      </DialogTrigger>
      <AriaButton className="wish-chip-off" aria-label={say(`去掉：${words}`, `Take off: ${words}`)} onPress={() => onDraft(withoutChip(draft, key))}><Icon name="close" size={14} /></AriaButton>
    </span>
  );
}
