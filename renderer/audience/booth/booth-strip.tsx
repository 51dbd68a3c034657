import { useEffect, useRef, useState } from 'react';
import type { Category } from '../../../data/schema/vocabularies.js';
import type { StageContent } from '../../stage/stage-content.js';
import { BoothCard } from './booth-card.js';
import { stripOf } from './booth-list.js';

/** Cards drawn at first, and with every time the end comes near: a big ledger must not be drawn whole for a glance. */
const cardsAtOnce = 24;

/** The assets as cards in a row, to be pushed along with a finger. */
export function BoothStrip({ content, category, label, onOpen }: { content: StageContent; category: Category | null; label: string; onOpen: (id: string) => void }) {
  const entries = stripOf(content.entries, category);
  const [drawn, setDrawn] = useState(cardsAtOnce);
  const strip = useRef<HTMLDivElement>(null);
  useEffect(() => { strip.current?.scrollTo({ left: 0 }); }, [category]);
  return (
    <div
      className="booth-strip" role="group" aria-label={label} ref={strip}
      onScroll={({ currentTarget: { scrollLeft, clientWidth, scrollWidth } }) => { if (drawn < entries.length && scrollLeft + 2 * clientWidth > scrollWidth) setDrawn(drawn + cardsAtOnce); }}
      onWheel={(event) => { if (event.deltaX === 0) event.currentTarget.scrollLeft += event.deltaY; }}
    >
      {entries.slice(0, drawn).map((entry) => <BoothCard key={entry.id} entry={entry} content={content} onPress={() => onOpen(entry.id)} />)}
    </div>
  );
}
