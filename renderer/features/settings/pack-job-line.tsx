import type { JobState } from '../../../data/contract.js';
import { formatNumber } from '../../../data/rules/format.js';
import { useSay } from '../../state/language.js';
import { Button } from '../../ui/button.js';
import { Progress } from '../../ui/progress.js';
import { sizeWords } from './pack-words.js';

/** Counts above this are bytes rather than tiles. */
const surelyBytes = 1_048_576;

/** Work under way in a dialog's foot: its step, how far it is, and the key that stops it. */
export function JobLine({ job, onCancel }: { job: Extract<JobState, { state: 'running' }> | null; onCancel: () => void }) {
  const say = useSay();
  const words = job ? say(job.step) : say('准备中', 'Preparing');
  const count = !job?.total ? '' : job.total >= surelyBytes ? ` · ${sizeWords(job.done)} / ${sizeWords(job.total)}` : ` · ${formatNumber(job.done)} / ${formatNumber(job.total)}`;
  return (
    <div className="settings-running settings-carry">
      <span role="status">{words}{count}</span>
      <Button small onPress={onCancel}>{say('取消', 'Cancel')}</Button>
      <Progress label={words} done={job?.done ?? 0} total={job?.total ?? null} />
    </div>
  );
}
