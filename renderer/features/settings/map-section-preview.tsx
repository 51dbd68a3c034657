import { useEffect, useMemo, useState } from 'react';
import type { MapSheet } from '../../../data/contract.js';
import { shippedPack } from '../../../data/schema/map-pack.js';
import { extentOf, overlaps, type Extent } from '../../map/extent.js';
import { PackMap } from '../../map/pack-map.js';
import { useSay } from '../../state/language.js';
import { useTheme } from '../../state/theme.js';
import { Icon } from '../../ui/icon.js';
import { useAddressed } from './use-addressed.js';
import { useKnownPlaces } from './use-known-places.js';

/** While an opacity is drawn along, the map follows at this pace. */
const paceMs = 180;

/** The map as it is with these sheets, with the assets marked. */
export function MapStackPreview({ sheets }: { sheets: readonly MapSheet[] }) {
  const say = useSay();
  const style = useTheme() === 'dark' ? 'night' : 'paper';
  const places = useKnownPlaces();
  const [drawn, setDrawn] = useState(sheets);
  useEffect(() => {
    const timer = setTimeout(() => setDrawn(sheets), paceMs);
    return () => clearTimeout(timer);
  }, [sheets]);
  const addressed = useAddressed(drawn);
  const extent = useMemo(() => extentOf(places), [places]);
  return (
    <figure className="map-section-preview">
      <div>{places.length > 0 || sheets.length > 0 ? <PackMap key={places.length > 0 ? 'places' : 'none'} sheets={addressed} style={style} language={say.language} extent={extent} places={places} label={say('底图的样子，方向键移动，加减键缩放', 'How the map looks; arrow keys move, plus and minus zoom')} /> : null}</div>
      <figcaption className="help">{say('现在的样子；红点是账本里的资产。', 'As it is now; red dots are the ledger’s assets.')}</figcaption>
    </figure>
  );
}

/** From here a valley and its villages can be told apart. */
const usualLevel = 12;
/** So many degrees are a small picture wide at level 0. */
const pictureDegrees = (104 / 256) * 360;
/** The middle of an extent, as near as a level is drawn: a picture of it all would be too far off to show anything. */
function around({ west, south, east, north }: Extent, level: number): Extent {
  const [lng, lat, half] = [(west + east) / 2, (south + north) / 2, pictureDegrees / 2 ** (level + 1)];
  return { west: lng - half, south: lat - half * 0.7, east: lng + half, north: lat + half * 0.7 };
}

const spanOf = ([west, south, east, north]: readonly [number, number, number, number]): Extent => ({ west, south, east, north });

/** A small picture of one sheet by itself, where the assets are or else wherever it has something. */
export function SheetThumb({ sheet, label, isAway }: { sheet: MapSheet; label: string; isAway: boolean }) {
  const say = useSay();
  const style = useTheme() === 'dark' ? 'night' : 'paper';
  const places = useKnownPlaces();
  const { id, kind, pack } = sheet;
  const alone = useMemo<MapSheet[]>(() => [{ id, kind, shown: true, opacity: 1, ...(pack ? { pack } : {}) }], [id, kind, pack]);
  const addressed = useAddressed(alone);
  const extent = useMemo(() => {
    const assets = extentOf(places);
    if (!pack) return assets && around(assets, usualLevel);
    const own = spanOf(pack.bounds);
    const seen = assets && overlaps(assets, own) ? { west: Math.max(assets.west, own.west), south: Math.max(assets.south, own.south), east: Math.min(assets.east, own.east), north: Math.min(assets.north, own.north) } : own;
    return around(seen, Math.min(pack.maxZoom, Math.max(pack.minZoom, usualLevel)));
  }, [places, pack]);
  return (
    <div className="map-layer-picture" data-away={isAway || undefined}>
      {isAway || (!pack && id !== shippedPack) ? <Icon name="layers" size={26} /> : <PackMap key={JSON.stringify(extent)} sheets={addressed} style={style} language={say.language} extent={extent} label={say(`「${label}」的样子`, `What “${label}” looks like`)} still />}
    </div>
  );
}
