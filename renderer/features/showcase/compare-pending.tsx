import type { Category } from '../../../data/schema/vocabularies.js';
import { useSay } from '../../state/language.js';
import { Button } from '../../ui/button.js';
import { pin } from './tool-store.js';

/** A waits for B. */
export function ComparePending({ name, category }: { name: string; category: Category }) {
  const say = useSay();
  return (
    <section className="tool-panel tool-pending panel" aria-label={say('对比', 'Compare')} role="status">
      <span className="compare-letter" style={{ background: `var(--${category})` }}>A</span>
      <p><b>{name}</b>{say('再选一处来对比：点地图、列表，或翻页', 'Now choose another one: on the map, in the list, or with Page Down')}</p>
      <Button tone="quiet" icon="close" label={say('不对比了', 'Do not compare')} onPress={() => pin(null)} />
    </section>
  );
}
