import { useMemo } from 'react';
import { partWords } from '../../../data/rules/brochure/order-pages.js';
import { useBook, useBookSay } from '../book-context.js';
import { Leaf, PartHead } from '../leaf.js';
import { MapBox } from '../map-box.js';
import { extentOfAssets } from '../map-extents.js';
import { mapUnit } from '../map-unit.js';
import { Bars, Figures } from '../parts.js';
import { PhotoBox } from '../photo-box.js';
import { Said } from '../said.js';
import { CategoryBadge } from '../../ui/category-badge.js';

/** Villages in the table: what is left over is added up. */
const villagesShown = 14;

/** 乡情数字: what there is, of which kind, in which village, and what is to be invested. */
export function NumbersPage({ index }: { index: number }) {
  const { book } = useBook();
  const { totals, bars, horizons, villages, language, township, slogan } = book;
  const say = useBookSay();
  const [first, ...rest] = totals;
  const shown = villages.length > villagesShown ? villages.slice(0, villagesShown - 1) : villages;
  const left = villages.slice(shown.length);
  return (
    <Leaf index={index} kind="numbers" part={partWords('numbers', language)}>
      <PartHead kicker={township} title={partWords('numbers', language)}>{slogan && <Said words={slogan} as="p" className="part-line" />}</PartHead>
      <div className="numbers-top">{first && <Figures figures={[first]} className="numbers-first" />}<Figures figures={rest} className="numbers-rest" /></div>
      <div className="numbers-middle">
        <div><h2>{say.one('各类资产', 'By kind')}</h2><Bars bars={bars} /></div>
        {horizons.length > 0 && <div className="numbers-horizons"><h2>{say.one('招商项目总投资', 'To be invested')}</h2><Figures figures={horizons} /></div>}
      </div>
      {villages.length > 1 && (
        <div className="numbers-villages">
          <h2>{say.one('各村有什么', 'By village')}</h2>
          <ul>
            {shown.map(({ name, counts, total }) => <li key={name}><span>{name}</span><i>{counts.map(({ category, count }) => <span key={category}><CategoryBadge category={category} size={12} />{count}</span>)}</i><b>{total}</b></li>)}
            {left.length > 0 && <li><span>{say.one(`其余 ${left.length} 村`, `${left.length} others`)}</span><i /><b>{left.reduce((sum, { total }) => sum + total, 0)}</b></li>}
          </ul>
        </div>
      )}
      <PhotoBox media={null} seed={`${township.main} contents`} className="foot-picture" />
    </Leaf>
  );
}

/** 资产分布图: all of the township, to the edges of the paper. */
export function OverviewPage({ index }: { index: number }) {
  const { book } = useBook();
  const say = useBookSay();
  const extent = useMemo(() => extentOfAssets(book.assets), [book.assets]);
  return (
    <Leaf index={index} kind="overview" part={partWords('overview', book.language)} art={<MapBox extent={extent} margin={mapUnit * 12} over className="overview-map" />}>
      <header className="overview-head" data-over-map><Said words={book.township} as="p" className="book-kicker" inline /><Said words={partWords('overview', book.language)} as="h1" /><p>{say.one('名称前的数字是它在本册的页码。', 'The number before a name is its page in this book.')}</p></header>
      <ul className="overview-legend" data-over-map>{book.bars.map(({ category, name, count }) => <li key={category}><CategoryBadge category={category} size={15} /><span>{name.main}</span><b>{count}</b></li>)}</ul>
    </Leaf>
  );
}
