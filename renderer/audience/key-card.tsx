import { stageKeyGroups, stageKeys, type StageKey } from '../state/stage-keys.js';
import { AudienceDialog } from './audience-dialog.js';

const titles: Record<StageKey['group'], readonly [zh: string, en: string]> = {
  tour: ['路线', 'The tour'],
  map: ['自由探索', 'Exploring'],
  screen: ['屏幕', 'The screen'],
};

/** Lines of the card: keys that go together on a keyboard stand on one line. */
function linesOf(group: StageKey['group']): readonly { readonly caps: readonly string[]; readonly zh: string; readonly en: string }[] {
  const lines = stageKeys.filter((key) => key.group === group);
  const pans = lines.filter((key) => key.action.startsWith('pan'));
  const zooms = lines.filter((key) => key.action.startsWith('zoom'));
  const single = lines.filter((key) => !pans.includes(key) && !zooms.includes(key)).map(({ caps, label }) => ({ caps, ...label }));
  if (pans.length === 0) return single;
  return [...single, { caps: pans.flatMap((key) => key.caps), zh: '移动地图', en: 'Move the map' }, { caps: zooms.flatMap((key) => key.caps), zh: '放大、缩小', en: 'Zoom in and out' }];
}

/** All keys of this screen at a glance, in both languages: whoever stands in at the clicker may read either. */
export function KeyCard({ onClose }: { onClose: () => void }) {
  return (
    <AudienceDialog label="按键一览 Keys" className="key-card" onClose={onClose}>
      <header><h2>按键一览 <small lang="en">Keys</small></h2></header>
      <div className="key-card-groups">
        {stageKeyGroups.map((group) => (
          <section key={group}>
            <h3>{titles[group][0]} <small lang="en">{titles[group][1]}</small></h3>
            <dl>
              {linesOf(group).map((line) => (
                <div key={line.zh}>
                  <dt>{line.caps.map((cap) => <kbd key={cap}>{cap}</kbd>)}</dt>
                  <dd>{line.zh}<small lang="en">{line.en}</small></dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <footer>点左右两侧，或左右一划，也可翻页 <small lang="en">Tap either side, or swipe, to step</small></footer>
    </AudienceDialog>
  );
}
