import { useSay } from '../../state/language.js';
import { Button } from '../button.js';
import { Modal } from '../modal.js';
import type { CellPlan } from './cell-changes.js';
import { actionName, type CellAction } from './plan-words.js';

/** Asks before very many cells are changed at once, and says how many and how many not. */
export function PlanQuestion({ plan, action, onAnswer }: { plan: CellPlan; action: CellAction; onAnswer: (yes: boolean) => void }) {
  const say = useSay();
  const name = say(actionName(action));
  const records = new Set(plan.sets.map((set) => set.id)).size;
  const count = (value: number) => value.toLocaleString('en-US');
  return (
    <Modal title={say(`${name}这么多格？`, `${name} so many cells?`)} width={460} onClose={() => onAnswer(false)}
      foot={<><span className="spacer" /><Button onPress={() => onAnswer(false)}>{say('不改', 'Leave them')}</Button><Button tone="primary" onPress={() => onAnswer(true)}>{say(`${name} ${count(plan.sets.length)} 格`, `${name} ${count(plan.sets.length)} cells`)}</Button></>}>
      <p>{say(`会改 ${count(records)} 行里的 ${count(plan.sets.length)} 格，作为一次修改，可以撤销。`, `This changes ${count(plan.sets.length)} cells in ${count(records)} rows as one change, which can be undone.`)}</p>
      {plan.refused.length > 0 && <p className="soft">{say(`另有 ${count(plan.refused.length)} 格读不出或不能改，保持原样。`, `${count(plan.refused.length)} more cannot be read or edited and stay as they are.`)}</p>}
    </Modal>
  );
}
