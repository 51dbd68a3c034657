import { useState } from 'react';
import type { WebAsset } from '../../data/rules/web/web-content.js';
import { AssetRow } from './asset-row.js';
import { usePageSay } from './page-language.js';

/** So many at first, and so many more at each press: a phone scrolls through no more. */
const atOnce = 24;

/** The assets found, or what to do when there are none. */
export function AssetList({ assets, onOpen, onClear }: { assets: readonly WebAsset[]; onOpen: (id: string) => void; onClear: () => void }) {
  const say = usePageSay();
  const [shown, setShown] = useState({ of: assets, count: atOnce });
  const count = shown.of === assets ? shown.count : atOnce;
  const rest = assets.length - count;
  if (assets.length === 0) {
    return (
      <div className="web-nothing">
        <h3>{say('没有符合的资产', 'No asset fits')}</h3>
        <p>{say('放宽面积或配套条件，或换个词再找。', 'Ask for less in area or utilities, or try other words.')}</p>
        <button type="button" className="web-key" onClick={onClear}>{say('看全部', 'Show all')}</button>
      </div>
    );
  }
  return (
    <>
      <ul className="web-list">{assets.slice(0, count).map((asset) => <li key={asset.id}><AssetRow asset={asset} onOpen={onOpen} /></li>)}</ul>
      {rest > 0 && <button type="button" className="web-key web-more" onClick={() => setShown({ of: assets, count: count + atOnce })}>{say(`再看 ${Math.min(rest, atOnce)} 宗（还有 ${rest} 宗）`, `${Math.min(rest, atOnce)} more (of ${rest})`)}</button>}
    </>
  );
}
