import type { StageDesk } from '../../../../data/contract.js';
import { dayTime } from '../../../../data/rules/stage/clock.js';
import { useSay } from '../../../state/language.js';
import { tell } from '../../../state/program-store.js';
import type { StageContent } from '../../../stage/stage-content.js';
import { Button } from '../../../ui/button.js';

/** The assets that somebody in the room asked about, with the time: to be followed up after the show. */
export function ConsoleMarks({ desk, content, onMark, onClear, onOpen }: { desk: StageDesk | null; content: StageContent; onMark: (id: string) => void; onClear: () => void; onOpen: (id: string) => void }) {
  const say = useSay();
  const marks = desk?.marks ?? [];
  const nameOf = (id: string) => { const entry = content.entry(id); return entry ? (say.language === 'en' ? entry.nameEn || entry.name : entry.name) : say('（已不在）', '(gone)'); };
  const copy = () => {
    const lines = marks.map(({ assetId, at }) => [dayTime(new Date(at)), content.entry(assetId)?.code, nameOf(assetId), content.entry(assetId)?.village].filter(Boolean).join('\t'));
    navigator.clipboard.writeText(lines.join('\n')).then(() => tell({ zh: `已复制 ${marks.length} 条标记。`, en: `${marks.length} marks copied.` }), () => tell({ zh: '没有复制成，请再按一次。', en: 'Nothing was copied; press again.' }));
  };
  if (marks.length === 0) return <p className="soft console-marks-none">{say('有人感兴趣时按 M，或点资产旁的星标。', 'Press M, or the star beside an asset, when somebody is interested.')}</p>;
  return (
    <section className="console-marks" aria-label={say('有人感兴趣', 'Somebody is interested')}>
      <header><h3>{say(`有人感兴趣 ${marks.length}`, `Asked about: ${marks.length}`)}</h3><span className="spacer" /><Button small tone="quiet" icon="copy" onPress={copy}>{say('复制', 'Copy')}</Button><Button small tone="quiet" onPress={onClear}>{say('清空', 'Clear')}</Button></header>
      <ul>{marks.map(({ assetId, at }) => <li key={assetId}><span className="figures soft">{dayTime(new Date(at))}</span><button type="button" className="console-asset" onClick={() => onOpen(assetId)}><b>{nameOf(assetId)}</b></button><Button small tone="quiet" icon="close" label={say('去掉标记', 'Take the mark away')} onPress={() => onMark(assetId)} /></li>)}</ul>
    </section>
  );
}
