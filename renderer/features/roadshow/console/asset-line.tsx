import { areaOf } from '../../../../data/rules/filter.js';
import { formatArea } from '../../../../data/rules/format.js';
import type { IndexEntry } from '../../../state/index-entries.js';
import { useSay } from '../../../state/language.js';
import { Button } from '../../../ui/button.js';
import { CategoryBadge } from '../../../ui/category-badge.js';

/** An asset in one line: pressed it opens on the audience screen; the star marks it as one that somebody asked about. */
export function AssetLine({ entry, open, marked, note, onOpen, onMark }: { entry: IndexEntry; open: boolean; marked: boolean; note?: string; onOpen: () => void; onMark: () => void }) {
  const say = useSay();
  const area = areaOf(entry);
  const size = area === null ? '' : Object.values(formatArea(area, entry.category, say.language)).join(' ');
  const name = say.language === 'en' ? entry.nameEn ?? entry.name : entry.name;
  return (
    <div className="asset-line" data-open={open || undefined}>
      <button type="button" className="asset-line-open" title={say('在观众屏上打开', 'Open on the audience screen')} onClick={onOpen}>
        <CategoryBadge category={entry.category} size={22} />
        <span><b>{name}</b><small className="figures">{[note, entry.village, size].filter(Boolean).join(' · ')}</small></span>
      </button>
      <Button small tone="quiet" icon="star" className={marked ? 'asset-line-marked' : ''} aria-pressed={marked} label={marked ? say(`取消标记 ${name}`, `Unmark ${name}`) : say(`标记 ${name}`, `Mark ${name}`)} onPress={onMark} />
    </div>
  );
}
