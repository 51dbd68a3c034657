import { useMemo } from 'react';
import { formatNumber, squareMetresPerMu } from '../../data/rules/format.js';
import { headlineOf } from '../../data/rules/headline.js';
import { sealSigns } from '../../data/rules/map/print-words.js';
import type { WebContent } from '../../data/rules/web/web-content.js';
import { Icon } from '../ui/icon.js';
import { goTo } from './go-to.js';
import { usePageSay } from './page-language.js';

/** The township's picture with its name, its slogan, and what there is in numbers. */
export function Cover({ content }: { content: WebContent }) {
  const say = usePageSay();
  const { title, slogan, township, cover, assets, projects, sample, chosen, contact } = content;
  const numbers = useMemo(() => {
    const { assets: count, land, capacityKw, buildings, projects: linked } = headlineOf(assets, projects, true);
    return [
      { key: 'assets', value: formatNumber(count), unit: say('宗', ''), label: chosen ? say('精选资产', 'Assets chosen') : say('闲置资产', 'Idle assets') },
      ...(land > 0 ? [{ key: 'land', value: formatNumber(land / squareMetresPerMu, 0), unit: say('亩', 'mu'), label: say('山林田地', 'Woods and fields') }] : []),
      ...(capacityKw > 0 ? [{ key: 'power', value: formatNumber(capacityKw, 0), unit: 'kW', label: say('水电装机', 'Hydropower') }] : []),
      ...(buildings > 0 ? [{ key: 'buildings', value: formatNumber(buildings, 0), unit: '㎡', label: say('老房礼堂', 'Houses and halls') }] : []),
      ...(linked > 0 ? [{ key: 'projects', value: formatNumber(linked), unit: say('个', ''), label: say('招商项目', 'Projects') }] : []),
    ];
  }, [assets, projects, chosen, say]);
  const seal = sealSigns({ name: township });
  return (
    <header className="web-cover" data-picture={cover !== null}>
      {cover && <img className="web-cover-picture" src={cover} alt="" fetchPriority="high" />}
      <div className="web-cover-veil" />
      <div className="web-cover-words">
        {seal.length > 0 && <p className="web-seal" aria-hidden="true" data-signs={seal.length}>{seal.map((sign, at) => <span key={at}>{sign}</span>)}</p>}
        {sample && <p className="web-sample">{say('示例数据', 'Sample data')}</p>}
        <h1>{say(title)}</h1>
        {slogan && <p className="web-slogan">{say(slogan)}</p>}
        <div className="web-cover-keys">
          <button type="button" className="web-key web-key-strong" onClick={() => goTo(content.map ? 'map' : 'assets')}>{say('看看有什么', 'See what there is')}<Icon name="down" size={18} /></button>
          {contact?.phone && <a className="web-key web-key-glass" href={`tel:${contact.phone.replace(/[^\d+]/g, '')}`}><Icon name="phone" size={18} />{say('致电招商办', 'Call us')}</a>}
        </div>
        <dl className="web-numbers">
          {numbers.map(({ key, value, unit, label }) => <div key={key}><dt>{label}</dt><dd><b>{value}</b>{unit && <i>{unit}</i>}</dd></div>)}
        </dl>
      </div>
    </header>
  );
}
