import { useSay } from '../../../state/language.js';
import { Icon } from '../../../ui/icon.js';
import { hasPlaces, sheetsOf, stepNames, type StepName } from './concerns.js';
import type { Import } from './use-import.js';

/** The steps as stones in a stream: where one stands, what is settled, and how much each still asks. */
export function ImportStepper({ at, task, isReachable, onGo }: { at: StepName; task: Import; isReachable: (step: StepName) => boolean; onGo: (step: StepName) => void }) {
  const say = useSay();
  const names: Record<StepName, string> = {
    files: say('文件', 'Files'), tables: say('表格', 'Tables'), columns: say('列', 'Columns'), places: say('单位与坐标系', 'Units and datum'), rows: say('核对', 'Review'), apply: say('导入', 'Import'),
  };
  const notes = stepNotes(task, say);
  const here = stepNames.indexOf(at);
  return (
    <nav className="import-steps" aria-label={say('步骤', 'Steps')}>
      <ol>
        {stepNames.map((name, index) => {
          const done = task.applied.at === 'done';
          const open = done ? 0 : task.concerns[name];
          const settled = (done || (task.planned !== null && open === 0 && name !== 'apply')) && index !== here;
          return (
            <li key={name} className={index < here ? 'import-step-passed' : ''}>
              {index > 0 && <svg className="import-stream" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true"><path d="M0 6C16 1 34 1 50 6S84 11 100 6" /></svg>}
              <button type="button" className="import-step" aria-current={name === at ? 'step' : undefined} disabled={!isReachable(name)} onClick={() => onGo(name)}>
                <i className={name === at ? 'import-stone import-stone-here' : settled ? 'import-stone import-stone-settled' : 'import-stone'} aria-hidden="true">{settled ? <Icon name="check" size={16} /> : index + 1}</i>
                <span><b>{names[name]}</b><small className={open > 0 && name !== at ? 'import-step-open' : ''}>{notes[name]}</small></span>
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

/** One short line under each step. */
function stepNotes({ planned, concerns, files, applied }: Import, say: ReturnType<typeof useSay>): Record<StepName, string> {
  const count = say(`${files.length} 个`, String(files.length));
  if (!planned || applied.at === 'done') return { files: files.length > 0 ? count : '', tables: '', columns: '', places: '', rows: '', apply: applied.at === 'done' ? say('已完成', 'Done') : '' };
  const sheets = sheetsOf(planned.plan, []).map(({ sheet }) => sheet);
  const read = sheets.filter((sheet) => sheet.noun !== null).length;
  const open = (number: number, otherwise: string) => (number > 0 ? say(`${number} 处待看`, `${number} to look at`) : otherwise);
  return {
    files: concerns.files > 0 ? say(`${count}，${concerns.files} 个没读`, `${count}, ${concerns.files} not read`) : count,
    tables: open(concerns.tables, say(`读 ${read} 张`, `${read} read`)),
    columns: open(concerns.columns, say('都对上了', 'All matched')),
    places: open(concerns.places, sheets.some(hasPlaces) ? say('已明确', 'Clear') : say('没有坐标', 'No places')),
    rows: concerns.rows > 0 ? say(`${concerns.rows} 行待看`, `${concerns.rows} to look at`) : say('没有疑问', 'No doubts'),
    apply: '',
  };
}
