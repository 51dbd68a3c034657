import { stageLanguages, stageThemes, type StageCommand, type StageShow } from '../../../../data/schema/stage.js';
import { useSay } from '../../../state/language.js';
import { Button } from '../../../ui/button.js';
import { Segmented } from '../../../ui/segmented.js';
import type { ConsoleAction } from './console-keys.js';

/** Everything that is pressed during a show, large enough for a hurried finger. */
export function ConsoleTools({ show, canMark, isMarked, onAction, onCommand, onScreen }: { show: StageShow; canMark: boolean; isMarked: boolean; onAction: (action: ConsoleAction) => void; onCommand: (command: StageCommand) => void; onScreen: () => void }) {
  const say = useSay();
  const exploring = show.mode === 'explore';
  const booth = show.mode === 'booth';
  return (
    <footer className="console-tools">
      <Button icon="left" label={say('上一幕', 'Back')} onPress={() => onAction('previous')} />
      <Button tone="primary" icon="right" className="console-forth" onPress={() => onAction('next')}>{say('下一幕', 'Next')}</Button>
      {!booth && <Button icon={exploring ? 'undo' : 'showcase'} className={exploring ? 'console-on' : ''} onPress={() => onAction('explore')}>{exploring ? say('回到路线', 'Back to the tour') : say('自由探索', 'Explore')}</Button>}
      <Button icon={show.black ? 'shown' : 'hidden'} className={show.black ? 'console-on' : ''} aria-pressed={show.black} onPress={() => onAction('black')}>{show.black ? say('恢复', 'Light up') : say('黑屏', 'Black')}</Button>
      <Button icon="star" className={isMarked ? 'console-on' : ''} isDisabled={!canMark} onPress={() => onAction('mark')}>{isMarked ? say('已标记', 'Marked') : say('标记', 'Mark')}</Button>
      <Button icon="leads" onPress={() => onAction('lead')}>{say('登记意向', 'Take a lead')}</Button>
      {exploring && <><Button icon="minus" label={say('缩小', 'Zoom out')} onPress={() => onAction('zoom-out')} /><Button icon="add" label={say('放大', 'Zoom in')} onPress={() => onAction('zoom-in')} /></>}
      <span className="spacer" />
      <Segmented label={say('舞台明暗', 'Stage theme')} value={show.theme} onChange={(theme) => onCommand({ do: 'present', theme })} options={[{ value: 'light', label: say('浅', 'Light') }, { value: 'dark', label: say('深', 'Dark') }] satisfies { value: (typeof stageThemes.values)[number]; label: string }[]} />
      <Segmented label={say('舞台语言', 'Stage language')} value={show.language} onChange={(language) => onCommand({ do: 'present', language })} options={[{ value: 'zh', label: '中' }, { value: 'en', label: 'EN' }, { value: 'both', label: say('双语', 'Both') }] satisfies { value: (typeof stageLanguages.values)[number]; label: string }[]} />
      <Button icon="expand" label={say('打开观众屏', 'Open the audience screen')} onPress={onScreen} />
      <Button icon="keyboard" label={say('按键一览', 'Keys')} onPress={() => onAction('keys')} />
      <Button tone="danger" icon="stop" onPress={() => onAction('end')}>{booth ? say('结束展台', 'End the booth') : say('结束', 'End')}</Button>
    </footer>
  );
}
