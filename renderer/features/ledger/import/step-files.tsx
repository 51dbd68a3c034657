import { FileTrigger } from 'react-aria-components';
import { formatNumber } from '../../../../data/rules/format.js';
import type { Failure } from '../../../../data/schema/failure.js';
import type { ImportFile } from '../../../../data/schema/import-plan.js';
import { useClient } from '../../../client/current-client.js';
import { useSay } from '../../../state/language.js';
import { Button } from '../../../ui/button.js';
import { Icon } from '../../../ui/icon.js';
import { Progress } from '../../../ui/progress.js';
import { isPhoto, mostFiles, sizeText, type TakenFile } from './taken-files.js';
import type { Import } from './use-import.js';

/** What was handed over: each file with what was found in it or why it is refused; more may come, any may go. */
export function StepFiles({ task }: { task: Import }) {
  const say = useSay();
  const { files, work, planned } = task;
  const at = (key: string) => planned?.files.indexOf(key) ?? -1;
  const photos = planned ? files.filter((item) => at(item.key) >= 0 && isPhoto(planned.plan, at(item.key))) : [];
  const isRefused = (item: TakenFile) => Boolean(item.failure ?? planned?.plan.files[at(item.key)]?.refusal);
  // Once all are read, those that were not stand first: they ask for something.
  const others = files.filter((item) => !photos.includes(item));
  const tables = planned ? others.toSorted((one, other) => Number(isRefused(other)) - Number(isRefused(one))) : others;
  return (
    <div className="import-files-step">
      <section className="import-files-list" aria-label={say('文件', 'Files')}>
        <ReadingWords task={task} />
        <ul>
          {tables.map((item) => <FileLine key={item.key} item={item} found={planned?.plan.files[at(item.key)]} reading={work.at === 'planning' && (work.job?.step.zh.includes(`「${item.file.name}」`) ?? false)} onRemove={() => task.remove(item.key)} />)}
        </ul>
        {photos.length > 0 && planned && (
          <div className="import-photo-strip">
            <h3>{say('照片', 'Photos')}<small className="figures">{photos.length}</small></h3>
            <ul>
              {photos.map((item) => {
                const photo = planned.plan.photos.find((entry) => entry.file === at(item.key));
                return photo && <PhotoChip key={item.key} name={item.file.name} preview={photo.preview} notice={photo.notice ? say(photo.notice) : undefined} onRemove={() => task.remove(item.key)} />;
              })}
            </ul>
          </div>
        )}
        {files.length === 0 && <p className="import-none">{say('还没有文件。把文件拖进来，或点右边「再加文件」。', 'No files yet. Drop some here, or press “Add files”.')}</p>}
      </section>
      <aside className="import-more-files">
        <svg viewBox="0 0 320 90" aria-hidden="true" preserveAspectRatio="none"><path d="M0 76C36 62 52 26 82 22s34 34 58 36 34-50 66-52 40 44 66 48 30 6 48 14v22H0Z" /><path d="M0 84c54-18 82-8 116-22s44-24 70-20 36 28 74 30 34 4 60 10v8H0Z" /></svg>
        <h3>{say('拖到这里，也可以再加', 'Drop here, or add more')}</h3>
        <FileTrigger allowsMultiple onSelect={(list) => { if (list) task.add([...list]); }}><Button icon="add" isDisabled={files.length >= mostFiles}>{say('再加文件', 'Add files')}</Button></FileTrigger>
        <dl>
          <dt>{say('表格', 'Tables')}</dt><dd>.xlsx　.xls　.csv　.txt</dd>
          <dt>{say('勘测', 'Survey')}</dt><dd>KML　KMZ　Shapefile (.zip)　GeoJSON</dd>
          <dt>{say('坐标点', 'Points')}</dt><dd>{say('奥维等导出的文本', 'Text as exported by Ovital')}</dd>
          <dt>{say('照片', 'Photos')}</dt><dd>{say('.jpg，带定位的自动对到资产', '.jpg; those with GPS find their asset')}</dd>
        </dl>
        <p className="help">{say(`看内容辨认，不看文件名；一次最多 ${mostFiles} 个，每个不超过 512 MB。`, `Told by content, never by name; up to ${mostFiles} at once, 512 MB each.`)}</p>
        {work.at === 'rest' && files.length > 0 && !planned && <Button icon="undo" onPress={task.again}>{say('再读一遍', 'Read again')}</Button>}
      </aside>
    </div>
  );
}

/** How far sending and reading have come, or the sum of what was found. */
function ReadingWords({ task }: { task: Import }) {
  const say = useSay();
  const { work, planned, files } = task;
  if (work.at === 'uploading' || work.at === 'planning') {
    const job = work.at === 'planning' ? work.job : null;
    const words = work.at === 'uploading' ? say(`正在送入「${work.name}」`, `Sending “${work.name}”`) : job ? say(job.step) : say('正在看文件里写了什么', 'Looking at what the files say');
    const [done, total] = work.at === 'uploading' ? [work.done, work.total] : [job?.done ?? 0, job?.total ?? null];
    return (
      <div className="import-reading">
        <p role="status">{words}{total ? <span className="figures soft">{formatNumber(done)} / {formatNumber(total)}</span> : null}</p>
        <Button small icon="stop" onPress={task.cancel}>{say('停下', 'Stop')}</Button>
        <Progress label={words} done={done} total={total} />
      </div>
    );
  }
  if (work.at === 'failed' && !planned) return <p className="import-refusal" role="alert"><Icon name="warning" /><span>{say(work.failure.message)}</span><Button small onPress={task.again}>{say('再试一次', 'Try again')}</Button></p>;
  if (!planned) return files.some((item) => item.failure) ? <p className="import-refusal" role="alert"><Icon name="warning" /><span>{say('这些文件都不能导入，原因写在各自下面。换成别的文件再试，账本没有改动。', 'None of these files can be imported; each says why. Try other files; the ledger is unchanged.')}</span></p> : null;
  const sum = (pick: (file: ImportFile) => number) => planned.plan.files.reduce((total, file) => total + pick(file), 0);
  const { photos } = planned.plan;
  const matched = { value: photos.filter((photo) => photo.candidates.length > 0).length, label: say('张照片对到资产', 'photos matched') };
  const ofTables = [
    { value: sum((file) => file.sheets.filter((sheet) => sheet.noun !== null).length), label: say('张表可读', 'tables read') },
    { value: sum((file) => file.counts.new), label: say('行新增', 'new rows') },
    { value: sum((file) => file.counts.changed), label: say('行有改动', 'changed rows') },
    { value: sum((file) => file.counts.same), label: say('行相同', 'same') },
    { value: sum((file) => file.counts.doubtful), label: say('行存疑', 'doubtful'), tone: 'import-tone-doubt' },
    { value: sum((file) => file.counts.refused), label: say('行拒绝', 'refused'), tone: 'import-tone-bad' },
  ];
  const figures: { value: number; label: string; tone?: string }[] = [...(planned.plan.files.some((file) => file.sheets.length > 0) ? ofTables : []), ...(photos.length > 0 ? [matched] : [])];
  return <div className="import-figures">{figures.map(({ value, label, tone }) => <div key={label} className={value === 0 ? 'import-tone-none' : tone ?? ''}><b className="figures">{formatNumber(value)}</b><span>{label}</span></div>)}</div>;
}

/** What a file is, in a word or two: its format as found, or its ending until it is read. */
function kindOf(name: string, format: string | undefined): string {
  return (format || name.slice(name.lastIndexOf('.') + 1)).toUpperCase();
}

function FileLine({ item, found, reading, onRemove }: { item: TakenFile; found: ImportFile | undefined; reading: boolean; onRemove: () => void }) {
  const say = useSay();
  const failure: Failure | undefined = item.failure ?? found?.refusal;
  const read = found?.sheets.filter((sheet) => sheet.noun !== null).length ?? 0;
  const parts = found && !failure ? [
    found.sheets.length > 1 ? say(`${found.sheets.length} 张表，读 ${read} 张`, `${read} of ${found.sheets.length} tables read`) : read === 0 ? say('没有可读的表', 'No table to read') : '',
    found.counts.new > 0 ? say(`新增 ${formatNumber(found.counts.new)}`, `${formatNumber(found.counts.new)} new`) : '',
    found.counts.changed > 0 ? say(`改动 ${formatNumber(found.counts.changed)}`, `${formatNumber(found.counts.changed)} changed`) : '',
    found.counts.same > 0 ? say(`相同 ${formatNumber(found.counts.same)}`, `${formatNumber(found.counts.same)} same`) : '',
  ].filter(Boolean) : [];
  return (
    <li className={failure ? 'import-file-bad' : ''}>
      <span className="import-kind" aria-hidden="true">{kindOf(item.file.name, found?.format)}</span>
      <div className="import-file-words">
        <p><b>{item.file.name}</b><span className="figures soft">{sizeText(item.file.size)}</span></p>
        {failure ? <p className="import-bad"><Icon name="warning" size={15} />{say(failure.message)}</p>
          : found ? <p className="soft figures">{parts.join(' · ')}{found.counts.doubtful > 0 && <span className="import-doubtful"> · {say(`存疑 ${formatNumber(found.counts.doubtful)}`, `${formatNumber(found.counts.doubtful)} doubtful`)}</span>}{found.counts.refused > 0 && <span className="import-bad"> · {say(`拒绝 ${formatNumber(found.counts.refused)}`, `${formatNumber(found.counts.refused)} refused`)}</span>}</p>
          : <p className="soft">{reading ? say('正在读…', 'Being read…') : item.sent === 'sending' ? say('正在送入…', 'Sending…') : item.sent === 'there' ? say('等着读', 'Waiting to be read') : say('等着送入', 'Waiting to be sent')}</p>}
      </div>
      <span className="import-file-state" aria-hidden="true">{failure ? <Icon name="close" size={18} /> : found ? <Icon name="check" size={18} /> : null}</span>
      <Button tone="quiet" small icon="close" label={say(`拿掉「${item.file.name}」`, `Take “${item.file.name}” away`)} onPress={onRemove} />
    </li>
  );
}

function PhotoChip({ name, preview, notice, onRemove }: { name: string; preview: string | undefined; notice: string | undefined; onRemove: () => void }) {
  const say = useSay();
  const client = useClient();
  return (
    <li className={notice ? 'import-chip-noted' : ''} title={notice ?? name}>
      {preview ? <img src={client.address(preview)} alt="" loading="lazy" /> : <span className="import-chip-blank"><Icon name="photo" size={22} /></span>}
      <span>{name}</span>
      <Button tone="quiet" small icon="close" label={say(`拿掉「${name}」`, `Take “${name}” away`)} onPress={onRemove} />
    </li>
  );
}
