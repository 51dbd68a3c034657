import { useMemo } from 'react';
import type { BrochureHabit } from '../../../data/contract.js';
import { bookTitle } from '../../../data/rules/brochure/compose-book.js';
import { photosOfSpread } from '../../../data/rules/brochure/order-assets.js';
import { formatNumber } from '../../../data/rules/format.js';
import { extentOf } from '../../../data/rules/map/extent.js';
import { sealSigns } from '../../../data/rules/map/print-words.js';
import { openingPicture } from '../../../data/rules/opening-picture.js';
import { firstLanguage } from '../../../data/rules/slides/slide-words.js';
import { categories } from '../../../data/schema/vocabularies.js';
import { labelOf } from '../../../data/schema/vocabulary.js';
import { useClient } from '../../client/current-client.js';
import { useSay } from '../../state/language.js';
import type { IndexEntry } from '../../state/index-entries.js';
import { useProgram } from '../../state/program-store.js';
import { CategoryBadge } from '../../ui/category-badge.js';

/** Drawn at most so many. */
const mostDots = 120;

/** Where assets lie to each other, in percent of the map's sides, with a margin. */
function dotsOf(entries: readonly IndexEntry[]) {
  const placed = entries.flatMap(({ id, category, lng, lat }) => (lng === null || lat === null ? [] : [{ id, category, lng, lat }])).slice(0, mostDots);
  const extent = extentOf(placed);
  if (!extent) return [];
  const share = (value: number, from: number, to: number) => 8 + 80 * Math.min(1, Math.max(0, to > from ? (value - from) / (to - from) : 0.5));
  return placed.map(({ id, category, lng, lat }) => ({ id, category, left: share(lng, extent.west, extent.east), top: 96 - share(lat, extent.south, extent.north) }));
}

/** What the book will look like: its cover, and the spread of its first asset that has a picture. */
export function BrochureSketch({ choice: { audience, language, title }, chosen }: { choice: BrochureHabit; chosen: ReadonlySet<string> | null }) {
  const say = useSay();
  const client = useClient();
  const overview = useProgram((state) => state.overview);
  const entries = useProgram((state) => state.publicEntries);
  const tours = useProgram((state) => state.deskTours);
  const shown = useMemo(() => (chosen ? entries.filter(({ id }) => chosen.has(id)) : entries), [entries, chosen]);
  const dots = useMemo(() => dotsOf(shown), [shown]);
  if (!overview) return <div className="outputs-sketch" />;
  const lead = firstLanguage(language);
  const { profile, sample } = overview;
  const cover = openingPicture(tours ?? []) ?? shown.find((entry) => entry.cover)?.cover;
  const first = shown.find((entry) => entry.cover) ?? shown[0];
  const marks = [(audience === 'internal' ? { zh: '内部资料', en: 'Internal' } : { zh: '公开', en: 'Public' })[lead], ...(sample ? [{ zh: '示例数据', en: 'Sample data' }[lead]] : [])];
  const foot = (number: number) => <small className="outputs-leaf-foot"><b>{number}</b>{marks.map((mark, at) => <span key={mark} className={at === 0 && audience === 'internal' ? 'outputs-internal' : undefined}>{mark}</span>)}</small>;
  const address = (id: string) => client.address(`media/${id}/small`);
  return (
    <figure className="outputs-sketch outputs-book" aria-label={say(`样张：${shown.length} 宗资产的手册`, `Sketch: a brochure of ${shown.length} assets`)} lang={lead}>
      <div className="outputs-leaf outputs-leaf-cover" data-theme="light">
        {cover && <img src={address(cover)} alt="" />}
        <h3>{bookTitle(profile, title?.trim())[lead]}</h3>
        <p className="outputs-seal" aria-hidden="true">{sealSigns(profile).map((sign, at) => <span key={at}>{sign}</span>)}</p>
        {foot(1)}
      </div>
      <div className="outputs-leaf" data-theme="light" aria-hidden="true">
        {first?.cover && <img src={address(first.cover)} alt="" />}
        {first && <p className="outputs-leaf-name"><CategoryBadge category={first.category} size={12} /><span>{[labelOf(categories, first.category)?.[lead], first.village].filter(Boolean).join(' · ')}</span><b>{lead === 'en' && first.nameEn ? first.nameEn : first.name}</b></p>}
        <div className="outputs-leaf-photos">{Array.from({ length: photosOfSpread }, (_, at) => <i key={at} />)}</div>
        {foot(8)}
      </div>
      <div className="outputs-leaf" data-theme="light" aria-hidden="true">
        <p className="outputs-leaf-figures"><b>{formatNumber(shown.length)}</b><span>{say('宗', 'assets')}</span></p>
        <div className="outputs-leaf-lines">{Array.from({ length: 7 }, (_, at) => <i key={at} />)}</div>
        <div className="outputs-leaf-map">{dots.map(({ id, category, left, top }) => <i key={id} style={{ background: `var(--${category})`, left: `${left}%`, top: `${top}%` }} />)}</div>
        {foot(9)}
      </div>
    </figure>
  );
}
