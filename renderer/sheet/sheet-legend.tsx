import { formatNumber, squareMetresPerMu } from '../../data/rules/format.js';
import { headlineOf } from '../../data/rules/headline.js';
import { categories } from '../../data/schema/vocabularies.js';
import { heatFigure, type HeatMode, type HeatScale } from '../map/heat-layer.js';
import type { Say } from '../state/language.js';
import { categoryColour, categoryGlyphs } from '../ui/category-glyph.js';
import type { Category } from '../../data/schema/vocabularies.js';
import type { SheetList } from './listed-assets.js';

/** A category's badge as it stands on the map. */
export function CategoryMark({ category }: { category: Category }) {
  const { path, filled } = categoryGlyphs[category];
  return (
    <svg className="sheet-mark" viewBox="-12.400 -12.400 24.800 24.800" aria-hidden="true">
      <circle r="12.400" style={{ fill: categoryColour(category) }} />
      <path d={path} className={filled ? 'print-glyph-filled' : 'print-glyph'} strokeWidth={1.8} />
    </svg>
  );
}

/** 图例: every category on the map with its badge and how many there are, and their sum. */
export function SheetLegend({ list, heat, say }: { list: SheetList; heat: { readonly mode: HeatMode; readonly scale: HeatScale } | null; say: Say }) {
  const counts = new Map(list.groups.map(({ category, assets }) => [category, assets.length]));
  const { land, buildings, capacityKw } = headlineOf(list.groups.flatMap(({ assets }) => assets.map(({ entry }) => entry)), [], false);
  const sums = [
    ...(land > 0 ? [say(`山林田地 ${formatNumber(land / squareMetresPerMu, 0)} 亩`, `${formatNumber(land / squareMetresPerMu, 0)} mu of land`)] : []),
    ...(buildings > 0 ? [say(`房屋礼堂 ${formatNumber(buildings, 0)} ㎡`, `${formatNumber(buildings, 0)} ㎡ of buildings`)] : []),
    ...(capacityKw > 0 ? [say(`水电 ${formatNumber(capacityKw, 0)} kW`, `${formatNumber(capacityKw, 0)} kW of hydropower`)] : []),
  ];
  return (
    <section className="sheet-legend">
      <h2>{say('图例', 'Legend')}</h2>
      <ul>
        {categories.words.filter(({ value }) => counts.has(value)).map(({ value, label }) => (
          <li key={value}><CategoryMark category={value} /><span>{say(label)}</span><b>{formatNumber(counts.get(value) ?? 0)}</b></li>
        ))}
      </ul>
      <p className="sheet-sum">{say(`图上共 ${formatNumber(list.count)} 宗`, `${formatNumber(list.count)} assets on the map`)}</p>
      {sums.length > 0 && <p className="sheet-sums">{sums.map((sum) => <span key={sum}>{sum}</span>)}</p>}
      {heat && (
        <figure className="sheet-heat">
          <figcaption><b>{say(heat.scale.title)}</b> {say(heat.scale.unit)}</figcaption>
          <div>{heat.scale.colours.map((colour, step) => <span key={step}><i style={{ background: colour }} />{heatFigure(heat.scale.from[step]!, heat.mode)}</span>)}</div>
        </figure>
      )}
    </section>
  );
}
