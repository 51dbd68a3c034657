import type { TakeAway } from '../../../data/contract/take-away-calls.js';
import { formatNumber } from '../../../data/rules/format.js';
import { useSay } from '../../state/language.js';
import type { Work } from '../../state/use-job.js';
import { Button } from '../button.js';
import { Icon } from '../icon.js';
import { OutputFileLink } from '../output-file.js';
import '../output.css';
import { PlaceWords } from '../place-words.js';
import { Progress } from '../progress.js';

/** How a take-away stands: its progress over all parts, the finished folder with its files, or why it failed. */
export function TakeAwayRun({ work, onCancel }: { work: Work<TakeAway>; onCancel: () => void }) {
  const say = useSay();
  if (work.at === 'rest') return null;
  if (work.at === 'failed') return <p className="output-failure" role="alert"><Icon name="warning" size={18} /><span>{say(work.failure.message)}<PlaceWords place={work.failure.place} /></span></p>;
  if (work.at === 'running') {
    const words = work.job ? say(work.job.step) : say('准备中', 'Preparing');
    return (
      <div className="output-running take-away-run">
        <span role="status">{words}{work.job?.total ? ` · ${formatNumber(work.job.done)} / ${formatNumber(work.job.total)}` : ''}</span>
        <Button small onPress={onCancel}>{say('取消', 'Cancel')}</Button>
        <Progress label={words} done={work.job?.done ?? 0} total={work.job?.total ?? null} />
      </div>
    );
  }
  const { folder, files, notices } = work.result;
  return (
    <div className="output-finished take-away-run" role="status" data-testid="take-away-done">
      <p className="take-away-done"><Icon name="folder" size={20} /><span>{say('已放好：', 'Ready in: ')}<code data-testid="take-away-folder">{folder}</code></span></p>
      <div className="take-away-files">{files.map((file) => <OutputFileLink key={file.fileId} file={file} testId="take-away-file" />)}</div>
      {notices.map((notice) => <p key={notice.en} className="help">{say(notice)}</p>)}
    </div>
  );
}
