import type { ReactNode } from 'react';
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

/** How the work for an output stands: its progress with a way to end it, what `children` make of the result, or why it failed. Nothing while it has not begun. */
export function WorkRun<Result>({ work, className = '', onCancel, children }: { work: Work<Result>; className?: string; onCancel: () => void; children: (result: Result) => ReactNode }) {
  const say = useSay();
  if (work.at === 'rest') return null;
  if (work.at === 'failed') return <p className="output-failure" role="alert"><Icon name="warning" size={18} /><span>{say(work.failure.message)}<PlaceWords place={work.failure.place} /></span></p>;
  if (work.at === 'done') return children(work.result);
  const words = work.job ? say(work.job.step) : say('准备中', 'Preparing');
  return (
    <div className={`output-running ${className}`}>
      <span role="status">{words}{work.job?.total ? ` · ${formatNumber(work.job.done)} / ${formatNumber(work.job.total)}` : ''}</span>
      <Button small onPress={onCancel}>{say('取消', 'Cancel')}</Button>
      <Progress label={words} done={work.job?.done ?? 0} total={work.job?.total ?? null} />
    </div>
  );
}

/** How an output stands, and its finished file to save. */
export function OutputRun({ work, onCancel }: { work: Work<Output>; onCancel: () => void }) {
  const say = useSay();
  return (
    <WorkRun work={work} onCancel={onCancel}>
      {(output) => (
        <div className="output-finished" role="status">
          <OutputFileLink file={output} testId="output-file" />
          {output.poster && <OutputFileLink file={output.poster} testId="output-poster" />}
          {output.notices?.map((notice) => <p key={notice.en} className="help">{say(notice)}</p>)}
        </div>
      )}
    </WorkRun>
  );
}
