import type { StageDesk } from '../../../../data/contract.js';
import { dayTime } from '../../../../data/rules/stage/clock.js';
import type { StageCommand, StageShow } from '../../../../data/schema/stage.js';
import { useSay } from '../../../state/language.js';
import { tell } from '../../../state/program-store.js';
import type { StageContent } from '../../../stage/stage-content.js';
import { Button } from '../../../ui/button.js';
import { AssetLine } from './asset-line.js';

/** What somebody in the room asked about, with the time; to be copied into a message afterwards. */
export function ConsoleMarks({ content, show, desk, onCommand, onUnmark, onClear }: { content: StageContent; show: StageShow; desk: StageDesk | null; onCommand: (command: StageCommand) => void; onUnmark: (id: string) => void; onClear: () => void }) {
  const say = useSay();
  const marks = (desk?.marks ?? []).flatMap(({ assetId, at }) => { const entry = content.entry(assetId); return entry ? [{ entry, time: dayTime(new Date(at)) }] : []; });
  const copy = () => {
    const lines = marks.map(({ entry, time }) => [time, entry.code, say.language === 'en' ? entry.nameEn ?? entry.name : entry.name, entry.village].filter(Boolean).join('  '));
    navigator.clipboard.writeText(lines.join('\n')).then(
      () => tell({ zh: `已复制 ${marks.length} 宗。`, en: `${marks.length} copied.` }),
      () => tell({ zh: '没能复制，请再按一次。', en: 'That could not be copied; press again.' }));
  };
  return (
    <div className="console-panel">
      <div className="console-send">
        <b className="figures">{say(`${marks.length} 宗`, `${marks.length} marked`)}</b><span className="spacer" />
        <Button small icon="copy" isDisabled={marks.length === 0} onPress={copy}>{say('复制', 'Copy')}</Button>
        <Button small tone="danger" icon="remove" isDisabled={marks.length === 0} onPress={onClear}>{say('清空', 'Clear')}</Button>
      </div>
      <ul className="console-list">
        {marks.map(({ entry, time }) => <li key={entry.id}><AssetLine entry={entry} note={time} open={show.assetId === entry.id} marked onOpen={() => onCommand({ do: 'open', assetId: entry.id })} onMark={() => onUnmark(entry.id)} /></li>)}
        {marks.length === 0 && <li className="console-none">{say('有人问起哪宗资产，按 M 记下，会后好联系。', 'When somebody asks about an asset, press M to remember it.')}</li>}
      </ul>
    </div>
  );
}
