import { useState } from 'react';
import { scenesOf, type SceneView } from '../../../../data/rules/stage/scenes.js';
import type { StageLanguage, StageTheme } from '../../../../data/schema/stage.js';
import { text, type Text } from '../../../../data/schema/text.js';
import type { Stop } from '../../../../data/schema/tour.js';
import { StageThumb } from '../../../stage/stage-thumb.js';
import type { StageContent } from '../../../stage/stage-content.js';
import { useSay } from '../../../state/language.js';
import { Button } from '../../../ui/button.js';
import { Icon } from '../../../ui/icon.js';
import { goneWords } from './stop-words.js';

/** What each scene of a stop is called. */
export const sceneWords: Readonly<Record<SceneView, Text>> = {
  cover: text('封面', 'Cover'), chapter: text('章节', 'Chapter'), closing: text('结束', 'Closing'), explore: text('自由探索', 'Open map'), overview: text('地图总览', 'Overview'),
  totals: text('总量', 'Totals'), categories: text('分类', 'Categories'), horizons: text('项目', 'Projects'), place: text('地图飞到', 'On the map'), card: text('图文', 'Facts'), photo: text('照片', 'Photo'),
  change: text('前后对比', 'Before and after'), sites: text('点亮资产', 'Sites'), project: text('项目', 'Project'), table: text('一张表', 'Table'), comparison: text('对比', 'Comparison'), video: text('视频', 'Film'),
};

/** A stop as the audience will see it, scene by scene. */
export function StopPreview({ stop, content, theme, language }: { stop: Stop; content: StageContent; theme: StageTheme; language: StageLanguage }) {
  const say = useSay();
  const [asked, setAsked] = useState({ id: stop.id, step: 0 });
  const scenes = scenesOf(stop, content.facts);
  const step = asked.id === stop.id ? Math.min(asked.step, scenes.length - 1) : 0;
  const scene = scenes[step];
  const go = (to: number) => setAsked({ id: stop.id, step: to });
  if (!scene) return <div className="stop-preview-gone" role="note"><Icon name="warning" size={34} /><p>{say(goneWords(stop))}</p></div>;
  return (
    <div className="stop-preview">
      <div className="stop-preview-frame"><StageThumb key={`${stop.id}-${step}`} content={content} stop={stop} scene={scene} theme={theme} language={language} /></div>
      <nav className="stop-preview-steps" aria-label={say('这一站的画面', 'Scenes of this stop')}>
        <Button small tone="quiet" icon="left" label={say('上一幕', 'Scene before')} isDisabled={step === 0} onPress={() => go(step - 1)} />
        {scenes.map((one, at) => <Button key={at} small tone={at === step ? 'plain' : 'quiet'} {...(at === step ? { 'aria-current': 'step' } : {})} onPress={() => go(at)}>{say(sceneWords[one.view])}</Button>)}
        <Button small tone="quiet" icon="right" label={say('下一幕', 'Next scene')} isDisabled={step >= scenes.length - 1} onPress={() => go(step + 1)} />
      </nav>
    </div>
  );
}
