import { categories } from '../../../data/schema/vocabularies.js';
import { useSay } from '../../state/language.js';
import { CategoryBadge } from '../../ui/category-badge.js';
import { Icon } from '../../ui/icon.js';

const figures = 5;

/** The panels as they will lie over the map, before they are loaded: of the same sizes, so that the map opens on what they leave free. */
export function ShowcaseOutline() {
  const say = useSay();
  return (
    <>
      <div className="showcase-top" aria-hidden="true">
        <div className="showcase-search"><div className="search-box"><Icon name="search" /><input className="input" disabled placeholder={say('资产、村、业态或拼音首字母', 'Asset, village, use or pinyin')} /></div></div>
        <div className="showcase-chips">
          {[say('村', 'Village'), say('状态', 'Status'), say('面积', 'Area'), say('合作', 'Terms'), say('水·电·路', 'Utilities')].map((name) => <span key={name} className="chip">{name}<Icon name="down" size={15} /></span>)}
        </div>
      </div>
      <div className="showcase-left" aria-hidden="true">
        <div className="showcase-legend panel">
          {categories.words.map(({ value, label }) => <div key={value} className="showcase-legend-line"><CategoryBadge category={value} size={20} /><span>{say(label)}</span><b className="figures showcase-wait" /></div>)}
        </div>
      </div>
      <div className="showcase-dock panel" aria-hidden="true">
        <div className="showcase-headline">
          {Array.from({ length: figures }, (_, at) => <div key={at} className="showcase-figure"><i className="showcase-wait showcase-wait-figure" /><span className="showcase-figure-label">{' '}</span></div>)}
        </div>
      </div>
    </>
  );
}
