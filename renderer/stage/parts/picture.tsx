import { useEffect, useRef, useState } from 'react';
import type { Category } from '../../../data/schema/vocabularies.js';
import { categoryGlyphs } from '../../ui/category-glyph.js';
import { isDecoded, whenDecoded } from './decoded.js';
import { PaintedLandscape } from './painted-landscape.js';
import { useHold } from './settling.js';

export interface PictureProps {
  /** Null where there is none: then a landscape is painted for it. */
  readonly address: string | null;
  /** What the painting grows from; the same seed is the same landscape. */
  readonly seed: string;
  readonly category?: Category | undefined;
  readonly className?: string;
  readonly drift?: boolean;
}

/** A picture that fills its box, shown only once it is decoded; where there is none, or it cannot be read, a landscape of its own. */
export function Picture({ address, seed, category, className = '', drift = false }: PictureProps) {
  const [known, setKnown] = useState<{ readonly address: string | null; readonly state: 'shown' | 'failed' } | null>(null);
  const image = useRef<HTMLImageElement>(null);
  const state = address === null ? 'failed' : isDecoded(address) ? 'shown' : known?.address === address ? known.state : 'waiting';
  useEffect(() => {
    if (!address || isDecoded(address)) return undefined;
    let gone = false;
    whenDecoded(address).then((came) => { if (!gone) setKnown({ address, state: came ? 'shown' : 'failed' }); }, () => undefined);
    return () => { gone = true; };
  }, [address]);
  useHold(state === 'waiting');
  return (
    <div className={`picture ${className}`} data-drift={drift || undefined} aria-hidden="true">
      {state === 'failed' && <PaintedLandscape seed={seed} category={category} />}
      {state === 'failed' && category && <CategorySign category={category} />}
      {state === 'shown' && <img ref={image} src={address!} alt="" decoding="sync" />}
    </div>
  );
}

/** The category's sign on a painted landscape, so that what has no photo still says what it is. */
function CategorySign({ category }: { category: Category }) {
  const { path, filled } = categoryGlyphs[category];
  return (
    <svg className="picture-sign" viewBox="-14 -14 28 28">
      <circle r="13" fill={`var(--${category})`} stroke="var(--raised)" strokeWidth="0.800" />
      <path d={path} fill={filled ? 'var(--on-strong)' : 'none'} stroke={filled ? 'none' : 'var(--on-strong)'} strokeWidth="1.300" strokeLinejoin="round" strokeLinecap="round" />
    </svg>
  );
}
