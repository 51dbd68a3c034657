import type { Category } from '../../data/schema/vocabularies.js';
import { categoryColour, categoryGlyphs } from './category-glyph.js';

/** A category's sign on its colour. */
export function CategoryBadge({ category, size = 22 }: { category: Category; size?: number }) {
  const glyph = categoryGlyphs[category];
  return (
    <svg width={size} height={size} viewBox="-12 -12 24 24" aria-hidden="true" style={{ flex: 'none' }}>
      <rect x="-12" y="-12" width="24" height="24" rx="6" fill={categoryColour(category)} />
      <path d={glyph.path} fill={glyph.filled ? 'var(--on-strong)' : 'none'} stroke={glyph.filled ? 'none' : 'var(--on-strong)'} strokeWidth="1.700" strokeLinejoin="round" strokeLinecap="round" />
    </svg>
  );
}
