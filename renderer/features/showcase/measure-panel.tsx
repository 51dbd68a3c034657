import { useMemo } from 'react';
import { areaWords, inWords, lengthWords, measured } from '../../../data/rules/map/measure.js';
import { closed as closedDrawing, takenBack, type Drawing } from '../../map/tools/drawing.js';
import { useSay, type Say } from '../../state/language.js';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import { shownKey } from './map-keys.js';
import { clearDrawing, closeTool, draw } from './tool-store.js';

function hintOf({ corners, open }: Drawing, crosses: boolean, say: Say): string {
  if (crosses) return say('边线自己交叉了，拖开角点才有面积。', 'The line crosses itself; drag the corners apart to get an area.');
  if (corners.length === 0) return say('点地图定第一点；用键盘时，方向键移动，回车在十字处定点。', 'Press the map for the first corner; by keys, arrows move and Enter sets one at the cross.');
  if (open) return corners.length > 2 ? say('接着点；点起点闭合成面，双击结束。', 'Go on; press the first corner to close, or press twice to end.') : say('接着点下一点，双击结束。', 'Go on to the next corner; press twice to end.');
  return say('角点可以拖动；再点地图，另起一条。', 'Corners can be dragged; press the map to begin anew.');
}

/** What has been measured, large enough for the back row, and what can be done with it. */
export function MeasurePanel({ drawing }: { drawing: Drawing }) {
  const say = useSay();
  const { corners, closed } = drawing;
  const { length, area, crossesItself } = useMemo(() => measured(corners, closed), [corners, closed]);
  const long = lengthWords(length, say.language);
  const large = area === null ? null : areaWords(area, say.language);
  return (
    <section className="tool-panel panel" aria-label={say('测量', 'Measure')} data-testid="measure-panel">
      <header className="tool-head">
        <Icon name="measure" />
        <h2>{say('测量', 'Measure')}</h2>
        <Button tone="quiet" icon="close" label={say('结束测量', 'End measuring')} onPress={closeTool} />
      </header>
      <div className="tool-figures" role="status" aria-live="polite">
        {large && <div><b className="figures">{large.mu.value}<small>{large.mu.unit}</small></b><span>{say('面积', 'Area')} · <span className="figures">{inWords(large.metric)}</span></span></div>}
        <div data-second={large ? '' : undefined}><b className="figures">{long.value}<small>{long.unit}</small></b><span>{closed ? say('周长', 'Around') : corners.length > 2 ? say(`全长 · ${corners.length - 1} 段`, `In all · ${corners.length - 1} sides`) : say('距离', 'Distance')}</span></div>
      </div>
      <p className="tool-hint">{hintOf(drawing, crossesItself, say)}</p>
      <div className="tool-actions">
        {!closed && <Button icon="polygon" isDisabled={corners.length < 3} onPress={() => draw(closedDrawing)}>{say('闭合', 'Close')}</Button>}
        <Button icon="undo" isDisabled={corners.length === 0} aria-keyshortcuts={shownKey('takeBack')} onPress={() => draw(takenBack)}>{closed ? say('打开', 'Reopen') : say('退一点', 'Back')}</Button>
        <Button icon="remove" isDisabled={corners.length === 0} aria-keyshortcuts={shownKey('clear')} onPress={clearDrawing}>{say('清除', 'Clear')}</Button>
      </div>
    </section>
  );
}
