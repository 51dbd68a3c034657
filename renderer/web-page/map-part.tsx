import { useEffect, useMemo, useRef, useState } from 'react';
import type { WebAsset, WebContent, WebMap as WebMapFiles } from '../../data/rules/web/web-content.js';
import type { MapPoint } from '../map/clusters.js';
import type { BasemapStyle } from '../map/basemap/palette.js';
import { extentOf } from '../map/extent.js';
import type { MapHandle } from '../map/map-handle.js';
import { WebMap } from '../map/web/web-map.js';
import { Icon } from '../ui/icon.js';
import { AssetRow } from './asset-row.js';
import { usePageSay } from './page-language.js';

const pointOf = ({ id, name, category, place, siteArea, floorArea }: WebAsset, language: 'zh' | 'en'): MapPoint[] =>
  (place ? [{ id, name: name[language], category, lng: place.lng, lat: place.lat, siteArea, floorArea }] : []);

/** The map with the assets found; the one that is pressed shows a card, which opens it. */
export function MapPart({ content, map, style, found, selected, onSelect, onOpen }: { content: WebContent; map: WebMapFiles; style: BasemapStyle; found: readonly WebAsset[]; selected: string | null; onSelect: (id: string | null) => void; onOpen: (id: string) => void }) {
  const say = usePageSay();
  const { language } = say;
  const [handle, setHandle] = useState<MapHandle | null>(null);
  const card = useRef<HTMLDivElement>(null);
  const allPoints = useMemo(() => content.assets.flatMap((asset) => pointOf(asset, language)), [content.assets, language]);
  const points = useMemo(() => found.flatMap((asset) => pointOf(asset, language)), [found, language]);
  const boundaries = useMemo(() => new Map(content.assets.filter(({ rings }) => rings.length > 0).map(({ id, rings }) => [id, rings])), [content.assets]);
  const point = points.find(({ id }) => id === selected) ?? null;
  const asset = found.find(({ id }) => id === selected) ?? null;
  useEffect(() => { if (handle && point && !handle.shows(point)) handle.flyToAsset(point); }, [handle, point]);
  const whole = () => { const extent = extentOf(points.length > 0 ? points : allPoints); if (extent) handle?.fit(extent); };
  const credits = content.credits[language].join(' · ');
  return (
    <>
      <WebMap files={map} style={style} language={language} label={say(`地图，${points.length} 宗资产；列表里有同样的内容`, `Map of ${points.length} assets; the list holds the same`)}
        points={points} allPoints={allPoints} boundaries={boundaries} selected={point} insets={() => ({ left: 0, right: 0, top: 0, bottom: card.current?.offsetHeight ?? 0 })} onSelect={onSelect} onHandle={setHandle} />
      <div className="web-map-keys">
        <button type="button" aria-label={say('放大', 'Zoom in')} onClick={() => handle?.zoomBy(1)}><Icon name="add" /></button>
        <button type="button" aria-label={say('缩小', 'Zoom out')} onClick={() => handle?.zoomBy(-1)}><Icon name="minus" /></button>
        <button type="button" aria-label={say('全部资产', 'All assets')} onClick={whole}><Icon name="home" /></button>
      </div>
      <p className="web-map-credits">{credits}</p>
      {asset && <div ref={card} className="web-map-card">
        <AssetRow asset={asset} onOpen={onOpen} />
        <button type="button" className="web-map-close" aria-label={say('关闭', 'Close')} onClick={() => onSelect(null)}><Icon name="close" size={18} /></button>
      </div>}
    </>
  );
}
