import type { TakeAway } from '../../../data/contract/take-away-calls.js';
import { useSay } from '../../state/language.js';
import type { Work } from '../../state/use-job.js';
import { Icon } from '../icon.js';
import { OutputFileLink } from '../output-file.js';
import { WorkRun } from '../output-run.js';

/** How a take-away stands: its progress over all parts, the finished folder with its files, or why it failed. */
export function TakeAwayRun({ work, onCancel }: { work: Work<TakeAway>; onCancel: () => void }) {
  const say = useSay();
  return (
    <WorkRun work={work} className="take-away-run" onCancel={onCancel}>
      {({ folder, files, notices }) => (
        <div className="output-finished take-away-run" role="status" data-testid="take-away-done">
          <p className="take-away-done"><Icon name="folder" size={20} /><span>{say('已放好：', 'Ready in: ')}<code data-testid="take-away-folder">{folder}</code></span></p>
          <div className="take-away-files">{files.map((file) => <OutputFileLink key={file.fileId} file={file} testId="take-away-file" />)}</div>
          {notices.map((notice) => <p key={notice.en} className="help">{say(notice)}</p>)}
        </div>
      )}
    </WorkRun>
  );
}
