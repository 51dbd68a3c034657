import { formatNumber } from '../../../../data/rules/format.js';
import { useSay } from '../../../state/language.js';
import { Button } from '../../../ui/button.js';
import { Progress } from '../../../ui/progress.js';
import { stepAfter, stepNames, type StepName } from './concerns.js';
import type { Import } from './use-import.js';

/** The way on and back, and what the program is doing meanwhile. */
export function ImportFoot({ at, task, onGo, onNext, onClose }: { at: StepName; task: Import; onGo: (step: StepName) => void; onNext: () => void; onClose: () => void }) {
  const say = useSay();
  const { work, planned, standing, attached, applied, concerns } = task;
  const reading = work.at === 'uploading' || work.at === 'planning';
  const target = stepAfter(at, concerns);
  const before = stepNames[stepNames.indexOf(at) - 1];
  const names: Record<StepName, string> = { files: '', tables: say('看表格', 'tables'), columns: say('对列', 'columns'), places: say('定坐标系', 'datum'), rows: say('核对', 'review'), apply: say('导入', 'import') };
  const rows = standing.added + standing.changed;
  const nothing = rows === 0 && attached === 0;
  return (
    <footer className="modal-foot import-foot">
      <div className="import-foot-words" role="status">
        {work.at === 'replanning' ? (
          <><span>{say('按您的选择重新计算…', 'Working it out anew…')}{work.job?.total ? <span className="figures soft"> {formatNumber(work.job.done)} / {formatNumber(work.job.total)}</span> : null}</span><Progress label={say('重新计算', 'Planning anew')} done={work.job?.done ?? 0} total={work.job?.total ?? null} /></>
        ) : work.at === 'failed' && planned ? (
          <><span className="import-bad">{say(work.failure.message)}</span><Button small onPress={task.again}>{say('重新读一遍', 'Read again')}</Button></>
        ) : planned && !reading ? <StandingWords standing={standing} attached={attached} /> : <span className="soft">{say('账本还没有任何改动，随时可以取消。', 'Nothing in the ledger has changed; cancel at any time.')}</span>}
      </div>
      <Button onPress={onClose} isDisabled={applied.at === 'applying'}>{say('取消', 'Cancel')}</Button>
      {before && at !== 'files' && <Button icon="left" isDisabled={applied.at === 'applying'} onPress={() => onGo(before)}>{say('上一步', 'Back')}</Button>}
      {at === 'apply'
        ? <Button tone="primary" icon="import" isDisabled={nothing || work.at !== 'rest' || applied.at === 'applying'} onPress={onNext}>{nothing ? say('没有要导入的', 'Nothing to import') : applied.at === 'applying' ? say('正在记入…', 'Storing…') : rows === 0 ? say(`挂上 ${formatNumber(attached)} 张照片`, `Attach ${formatNumber(attached)} photos`) : say(`导入 ${formatNumber(rows)} 行`, `Import ${formatNumber(rows)} rows`)}</Button>
        : <Button tone="primary" isDisabled={!planned || reading} onPress={onNext}>{say(`下一步：${names[target]}`, `Next: ${names[target]}`)}</Button>}
    </footer>
  );
}

function StandingWords({ standing, attached }: Pick<Import, 'standing' | 'attached'>) {
  const say = useSay();
  const part = (count: number, words: string) => <span className="import-standing"><b className="figures">{formatNumber(count)}</b> {words}</span>;
  return (
    <span className="import-standings">
      {(standing.added > 0 || standing.changed + attached === 0) && part(standing.added, say('新增', 'new'))}
      {standing.changed > 0 && part(standing.changed, say('修改', 'changed'))}
      {standing.left > 0 && part(standing.left, say('留下不导', 'left out'))}
      {attached > 0 && part(attached, say('张照片', 'photos'))}
    </span>
  );
}
