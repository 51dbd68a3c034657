import { formatNumber } from '../../data/rules/format.js';
import { useSay } from '../state/language.js';
import type { Work } from '../state/use-job.js';
import type { Output } from '../state/use-output.js';
import { Button } from './button.js';
import { Icon } from './icon.js';
import { OutputFileLink } from './output-file.js';
import './output.css';
import { PlaceWords } from './place-words.js';
import { Progress } from './progress.js';

/** How an output stands: its progress, the finished file to save, or why it failed. Nothing while it has not begun. */
export function OutputRun({ work, onCancel }: { work: Work<Output>; onCancel: () => void }) {
  const say = useSay();
  if (work.at === 'rest') return null;
  if (work.at === 'failed') return <p className="output-failure" role="alert"><Icon name="warning" size={18} /><span>{say(work.failure.message)}<PlaceWords place={work.failure.place} /></span></p>;
  if (work.at === 'running') {
    const words = work.job ? say(work.job.step) : say('准备中', 'Preparing');
    return (
      <div className="output-running">
        <span role="status">{words}{work.job?.total ? ` · ${formatNumber(work.job.done)} / ${formatNumber(work.job.total)}` : ''}</span>
        <Button small onPress={onCancel}>{say('取消', 'Cancel')}</Button>
        <Progress label={words} done={work.job?.done ?? 0} total={work.job?.total ?? null} />
      </div>
    );
  }
  const { poster, notices } = work.result;
  return (
    <div className="output-finished" role="status">
      <OutputFileLink file={work.result} testId="output-file" />
      {poster && <OutputFileLink file={poster} testId="output-poster" />}
      {notices?.map((notice) => <p key={notice.en} className="help">{say(notice)}</p>)}
    </div>
  );
}
