import type { WebAsset } from '../../data/rules/web/web-content.js';
import { categories, statuses } from '../../data/schema/vocabularies.js';
import { CategoryBadge } from '../ui/category-badge.js';
import { usePageSay } from './page-language.js';

/** An asset's standing; what calls for investors stands out. */
export function StatusMark({ status }: { status: WebAsset['status'] }) {
  const say = usePageSay();
  if (!status) return null;
  return <span className="web-status" data-calling={status === 'available'}>{say.word(statuses, status)}</span>;
}

/** An asset in a list: picture, name, what it is, its first figures. The whole of it can be pressed. */
export function AssetRow({ asset, onOpen }: { asset: WebAsset; onOpen: (id: string) => void }) {
  const say = usePageSay();
  // Without its label a figure says something only by its unit.
  const sizes = asset.card[say.language].figures.filter(({ unit, value }) => unit !== '' && value !== '0').slice(0, 2);
  return (
    <article className="web-row">
      <div className="web-row-picture">{asset.thumbnail ? <img src={asset.thumbnail} alt="" loading="lazy" decoding="async" /> : <span><CategoryBadge category={asset.category} size={44} /></span>}</div>
      <div className="web-row-words">
        <p className="web-row-kind"><CategoryBadge category={asset.category} size={18} /><span>{[say.word(categories, asset.category), asset.village].filter(Boolean).join(' · ')}</span><StatusMark status={asset.status} /></p>
        <h3><button type="button" onClick={() => onOpen(asset.id)}>{say(asset.name)}</button></h3>
        {asset.highlight && <p className="web-row-line">{say(asset.highlight)}</p>}
        {sizes.length > 0 && <p className="web-row-figures">{sizes.map(({ path, value, unit, label }) => <span key={path} title={label}><b>{value}</b> {unit}</span>)}</p>}
      </div>
    </article>
  );
}
