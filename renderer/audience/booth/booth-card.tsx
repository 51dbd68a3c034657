import { Button } from 'react-aria-components';
import type { StageContent } from '../../stage/stage-content.js';
import type { IndexEntry } from '../../state/index-entries.js';
import { CategoryBadge } from '../../ui/category-badge.js';
import { categoryColour, categoryGlyphs } from '../../ui/category-glyph.js';
import { useScreenSay } from '../screen-language.js';
import { nameOf, priceOf, sizeOf } from './booth-list.js';

/** One asset of the strip, big enough for a finger: its picture, its name, where it is, how big, for how much. */
export function BoothCard({ entry, content, onPress }: { entry: IndexEntry; content: StageContent; onPress: () => void }) {
  const say = useScreenSay();
  const glyph = categoryGlyphs[entry.category];
  return (
    <Button className="booth-card" onPress={onPress}>
      <span className="booth-card-picture" style={{ color: categoryColour(entry.category) }}>
        {entry.cover
          ? <img src={content.media(entry.cover, true)} alt="" loading="lazy" decoding="async" draggable={false} />
          : <svg viewBox="-12 -12 24 24" aria-hidden="true"><path d={glyph.path} fill={glyph.filled ? 'currentColor' : 'none'} stroke={glyph.filled ? 'none' : 'currentColor'} strokeWidth="1.400" strokeLinejoin="round" strokeLinecap="round" /></svg>}
      </span>
      <span className="booth-card-words">
        <strong lang={say.language}>{nameOf(entry, say.language)}</strong>
        <span className="booth-card-place"><CategoryBadge category={entry.category} size={26} /><span>{[entry.village, sizeOf(entry, say.language)].filter(Boolean).join(' · ')}</span></span>
        <span className="booth-card-price">{priceOf(entry, say.language)}</span>
      </span>
    </Button>
  );
}
