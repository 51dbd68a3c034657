import { Button, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { Passage } from '../../../data/rules/stage/act.js';
import { stageLanguages, stageThemes, type StageCommand, type StageShow } from '../../../data/schema/stage.js';
import type { StageContent } from '../../stage/stage-content.js';
import { Icon } from '../../ui/icon.js';
import { AudienceDialog } from '../audience-dialog.js';
import { Said, useScreenSay } from '../screen-language.js';
import './presenter-tools.css';
import { JumpList } from './jump-list.js';
import { QuickFilter } from './quick-filter.js';
import { ToolClock } from './tool-clock.js';

interface PresenterToolsProps {
  readonly content: StageContent;
  readonly show: StageShow;
  readonly passages: readonly Passage[];
  readonly since: number | null;
  readonly onCommand: (command: StageCommand) => void;
  readonly onKeys: () => void;
  readonly onClose: () => void;
}

/** The presenter's tools where there is one display only. The room reads along, so there is nothing here that it may not: notes cannot even be asked for. */
export function PresenterTools({ content, show, passages, since, onCommand, onKeys, onClose }: PresenterToolsProps) {
  const say = useScreenSay();
  const exploring = show.mode === 'explore';
  const leaveWith = (command: StageCommand) => { onCommand(command); onClose(); };
  return (
    <AudienceDialog label={say('讲解工具', 'Presenter tools')} className="presenter-tools" onClose={onClose}>
      <header className="tool-head">
        <h2><Said zh="讲解工具" en="Presenter tools" /></h2>
        <ToolClock since={since} />
        <Button className="stage-button stage-button-bare" aria-label={say('收起', 'Close')} onPress={onClose}><Icon name="close" size={34} /></Button>
      </header>
      <div className="tool-parts">
        <JumpList passages={passages} content={content} current={show.stopId} onJump={leaveWith} />
        <QuickFilter content={content} sent={show.finding} onSend={(finding) => leaveWith({ do: 'find', finding })} />
      </div>
      <footer className="tool-foot">
        <Button className="stage-button" onPress={() => leaveWith(exploring ? { do: 'return' } : { do: 'explore', camera: null })}>
          <Icon name={exploring ? 'undo' : 'showcase'} size={30} />{exploring ? <Said zh="回到路线" en="Back to the tour" /> : <Said zh="自由探索" en="Explore" />}
        </Button>
        <Button className="stage-button" onPress={() => leaveWith({ do: 'black' })}><Icon name="hidden" size={30} /><Said zh="黑屏" en="Black" /></Button>
        <span className="booth-space" />
        <ToggleButtonGroup className="tool-switch" aria-label={say('语言', 'Language')} selectionMode="single" disallowEmptySelection selectedKeys={[show.language]}
          onSelectionChange={(keys) => { const [key] = keys; const language = stageLanguages.values.find((value) => value === key); if (language) onCommand({ do: 'present', language }); }}>
          {stageLanguages.values.map((value) => <ToggleButton key={value} id={value} className="stage-button">{say.word(stageLanguages, value)}</ToggleButton>)}
        </ToggleButtonGroup>
        <ToggleButtonGroup className="tool-switch" aria-label={say('舞台', 'Stage')} selectionMode="single" disallowEmptySelection selectedKeys={[show.theme]}
          onSelectionChange={(keys) => { const [key] = keys; const theme = stageThemes.values.find((value) => value === key); if (theme) onCommand({ do: 'present', theme }); }}>
          {stageThemes.values.map((value) => <ToggleButton key={value} id={value} className="stage-button" aria-label={say.word(stageThemes, value)}><Icon name={value === 'light' ? 'sun' : 'moon'} size={30} /></ToggleButton>)}
        </ToggleButtonGroup>
        <Button className="stage-button" aria-label={say('按键一览', 'Keys')} onPress={onKeys}><Icon name="keyboard" size={32} /></Button>
      </footer>
    </AudienceDialog>
  );
}
