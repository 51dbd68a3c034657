import { useSay } from '../../state/language.js';
import { Modal } from '../../ui/modal.js';
import { keyGroups, mapKeys } from './map-keys.js';

/** All keys of the map on one card, as a presenter keeps beside the clicker. */
export function KeyCard({ onClose }: { onClose: () => void }) {
  const say = useSay();
  const groups = Object.keys(keyGroups) as (keyof typeof keyGroups)[];
  return (
    <Modal title={say('按键', 'Keys')} width={860} onClose={onClose}>
      <div className="key-card">
        {groups.map((group) => (
          <section key={group}>
            <h3>{say(keyGroups[group])}</h3>
            <dl>
              {mapKeys.filter((key) => key.group === group).map(({ id, shown, label }) => (
                <div key={id}><dt>{shown.map((name) => <kbd key={name}>{name}</kbd>)}</dt><dd>{say(label)}</dd></div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className="key-card-touch">{say('触摸：点一下选资产，双指缩放、平移，长按一处看附近。鼠标右键同长按。', 'By touch: tap an asset, pinch and pan with two fingers, press a place long for what is nearby. The right mouse button does the same.')}</p>
    </Modal>
  );
}
