import { formatInvestment, formatNumber, squareMetresPerMu } from '../../../data/rules/format.js';
import { headlineFigures } from '../../../data/rules/headline-figures.js';
import { headlineOf } from '../../../data/rules/headline.js';
import { ledgerTotals } from '../../../data/rules/totals.js';
import { categories, horizons, scales, stages, type Category } from '../../../data/schema/vocabularies.js';
import { CategoryBadge } from '../../ui/category-badge.js';
import { Figure } from '../parts/figure.js';
import { PaintedLandscape } from '../parts/painted-landscape.js';
import { Words } from '../parts/words.js';
import { barShares, brushBar, partsOf } from '../pure/shares.js';
import { stageUnits } from '../stage-units.js';
import type { StageContent } from '../stage-content.js';
import type { Line, StageSay } from '../stage-say.js';
import type { SceneProps } from './scene-props.js';

const countable = (entry: StageContent['entries'][number]) => ({ category: entry.category, status: entry.status ?? undefined, siteArea: entry.siteArea ?? undefined, floorArea: entry.floorArea ?? undefined, detail: { capacityKw: entry.capacityKw ?? undefined } });

/** The head of a scene of figures: what it tells of, on plain paper with the hills at its foot. */
function FigureSheet({ className, kicker, title, children }: { className: string; kicker: readonly Line[]; title: readonly Line[]; children: React.ReactNode }) {
  return (
    <section className={`scene scene-sheet ${className}`}>
      <div className="sheet-hills"><PaintedLandscape seed={className} /></div>
      <header className="scene-head"><Words lines={kicker} className="kicker" inline /><Words lines={title} as="h1" className="title" /></header>
      {children}
    </section>
  );
}

/** 乡情数字, first: what there is in all. */
export function TotalsScene({ content, stop, say, still }: SceneProps<'totals'>) {
  const sums = headlineOf(content.entries, content.projects.map(({ project }) => project), true);
  const investment = content.projects.reduce((sum, { project }) => sum + (project.investment ?? 0), 0);
  const shown = headlineFigures(sums, investment, say.first);
  return (
    <FigureSheet className="scene-totals" kicker={say.of(content.profile.name)} title={stop.title ? say.of(stop.title) : say('乡情数字', 'The township in figures')}>
      <div className="totals">
        <Figure className="totals-first" value={formatNumber(sums.assets, 0)} unit={say.one('处', '')} label={say('闲置资产，等人盘活', 'Idle assets, waiting for company')} still={still} />
        <div className="totals-rest" data-count={shown.length}>{shown.map((one, at) => <Figure key={at} value={one.value} unit={one.unit} label={say(one.label.zh, one.label.en)} still={still} />)}</div>
      </div>
    </FigureSheet>
  );
}

/** What of a category is measured, as people speak of it. */
function measureOf(category: Category, sums: { readonly siteArea: number; readonly floorArea: number; readonly capacityKw: number }, say: StageSay): { readonly value: string; readonly unit: string } | null {
  if (category === 'hydropower') return sums.capacityKw > 0 ? { value: formatNumber(sums.capacityKw, 0), unit: 'kW' } : null;
  if (category === 'forest' || category === 'farmland') return sums.siteArea > 0 ? { value: formatNumber(sums.siteArea / squareMetresPerMu, 0), unit: say.one('亩', 'mu') } : null;
  const area = sums.floorArea || sums.siteArea;
  return area > 0 ? { value: formatNumber(area, 0), unit: '㎡' } : null;
}

/** 乡情数字, second: how many of each kind, and how much of it. */
export function CategoriesScene({ content, say }: SceneProps<'categories'>) {
  const { byCategory } = ledgerTotals(content.entries.map(countable));
  const rows = categories.values.filter((category) => byCategory[category].count > 0).toSorted((one, other) => (one === 'other' ? 1 : other === 'other' ? -1 : byCategory[other].count - byCategory[one].count));
  const lengths = barShares(rows.map((category) => byCategory[category].count));
  return (
    <FigureSheet className="scene-categories" kicker={say('分类资产', 'Assets by kind')} title={say('六类资产，各有去处', 'Something for every trade')}>
      <ul className="bars" data-count={rows.length}>
        {rows.map((category, at) => {
          const measure = measureOf(category, byCategory[category], say);
          return (
            <li key={category} style={{ animationDelay: `${at * 70}ms` }}>
              <span className="bars-badge"><CategoryBadge category={category} size={64} /></span>
              <Words lines={say.word(categories, category)} as="span" className="bars-name" />
              <span className="bars-bar"><svg viewBox="0 0 1000 56" preserveAspectRatio="none" aria-hidden="true"><path d={brushBar(1000 * lengths[at]!, 56)} fill={`var(--${category})`} /></svg></span>
              <span className="bars-count">{byCategory[category].count}<small>{say.one('处', '')}</small></span>
              <span className="bars-measure">{measure ? <>{measure.value}<small>{measure.unit}</small></> : <small>—</small>}</span>
            </li>
          );
        })}
      </ul>
    </FigureSheet>
  );
}

/** 乡情数字, third: what is to be invested, near and far, and how far the projects have come. */
export function HorizonsScene({ content, say, still }: SceneProps<'horizons'>) {
  const rows = content.projects.map(({ project }) => project);
  // Where no project says what it costs, the projects themselves are what is counted: a wall of noughts tells nothing.
  const priced = rows.some(({ investment }) => (investment ?? 0) > 0);
  const sum = (some: readonly (typeof rows)[number][]) => some.reduce((total, { investment }) => total + (priced ? investment ?? 0 : 1), 0);
  const counted = (count: number) => ({ value: formatNumber(count, 0), unit: say.one('个项目', count === 1 ? 'project' : 'projects') });
  const amountOf = (some: readonly (typeof rows)[number][]) => (priced ? formatInvestment(sum(some), say.first) : counted(some.length));
  const sides = horizons.values.map((horizon) => ({ horizon, of: rows.filter((project) => project.horizon === horizon) })).filter(({ of }) => of.length > 0);
  const lengths = barShares(sides.map(({ of }) => sum(of)), 0.12);
  const steps = stages.values.map((stage) => ({ stage, count: rows.filter((project) => project.stage === stage).length }));
  const heights = barShares(steps.map(({ count }) => count), 0.16);
  return (
    <FigureSheet className="scene-horizons" kicker={say('招商项目', 'Projects on offer')} title={say('近可落地，远有储备', 'Ready now, and more to come')}>
      <div className="horizons">
        {sides.map(({ horizon, of }, at) => {
          const [amount, all] = [amountOf(of), counted(of.length)];
          const kinds = [...scales.values.map((scale) => ({ scale, some: of.filter((project) => project.scale === scale) }))].filter(({ some }) => some.length > 0);
          const parts = partsOf(kinds.map(({ some }) => sum(some)));
          return (
            <div className="horizon" key={horizon} data-horizon={horizon}>
              <div className="horizon-head">
                <Words lines={say.word(horizons, horizon)} as="h2" className="horizon-name" />
                <Figure value={amount.value} unit={amount.unit} label={[]} still={still} />
                {priced && <p className="horizon-count">{all.value}<small>{all.unit}</small></p>}
              </div>
              <div className="horizon-bar" style={{ width: `${lengths[at]! * 100}%` }} aria-hidden="true">{kinds.map(({ scale }, part) => <span key={scale} data-scale={scale} style={{ flexGrow: Math.max(0.02, parts[part]!) }} />)}</div>
              <ul className="horizon-parts">
                {kinds.map(({ scale, some }) => { const part = amountOf(some); return <li key={scale} data-scale={scale}><Words lines={say.word(scales, scale)} as="span" inline /><b>{part.value}<small>{part.unit}</small></b></li>; })}
              </ul>
            </div>
          );
        })}
      </div>
      {steps.some(({ count }) => count > 0) && <ol className="steps">
        {steps.map(({ stage, count }, at) => (
          <li key={stage} data-none={count === 0 || undefined}>
            <span className="steps-bar" style={{ height: stageUnits(66 * heights[at]!) }} aria-hidden="true" />
            <b>{count}</b>
            <Words lines={say.word(stages, stage)} as="span" inline />
          </li>
        ))}
      </ol>}
    </FigureSheet>
  );
}
