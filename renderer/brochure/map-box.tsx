import { useLayoutEffect, useMemo, useRef, useState, type CSSProperties } from 'react';
import type { BookAsset } from '../../data/rules/brochure/book.js';
import { formatNumber } from '../../data/rules/format.js';
import { unpackedRing } from '../../data/rules/map/boundary-rings.js';
import { firstLanguage } from '../../data/rules/slides/slide-words.js';
import type { MapPoint } from '../map/clusters.js';
import type { Extent } from '../map/extent.js';
import type { Box } from '../map/name-places.js';
import { MarkOverlay } from '../map/print/mark-overlay.js';
import { paintUnder } from '../map/print/paint-under.js';
import { placeMarks, type PrintMarks } from '../map/print/print-marks.js';
import { printView, type PrintView } from '../map/print/print-view.js';
import { laddered, scaleOnLadder } from './map-scales.js';
import { widthOfName } from '../sheet/sheet-fonts.js';
import { useBook, useBookSay } from './book-context.js';
import { mapUnit } from './map-unit.js';
import { showPicture } from './show-picture.js';

const pointOf = ({ id, name, category, place }: BookAsset): MapPoint[] => (place ? [{ id, name: name.main, category, lng: place.lng, lat: place.lat }] : []);

/** What stands over the map on its page, in CSS pixels of the map: no name is to lie under it. */
function coversOf(box: HTMLElement): Box[] {
  const { left, top } = box.getBoundingClientRect();
  return [...box.closest('.leaf')?.querySelectorAll('[data-over-map]') ?? []].map((part): Box => {
    const place = part.getBoundingClientRect();
    return [place.left - left, place.top - top, place.right - left, place.bottom - top];
  });
}

interface Drawn { readonly view: PrintView; readonly marks: PrintMarks }

/** A piece of the map that fills its room: the ground of the packs, the book's assets with the numbers of their pages, scale and credit. */
export function MapBox({ extent, chosen = null, only = null, margin = 0, over = false, className = '' }: { extent: Extent | null; chosen?: string | null; only?: ReadonlySet<string> | null; margin?: number; /** Whether the caption lies on the map. */ over?: boolean; className?: string }) {
  const { book, drawing, assetPage } = useBook();
  const say = useBookSay();
  const box = useRef<HTMLDivElement>(null);
  const image = useRef<HTMLImageElement>(null);
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const shown = useMemo(() => book.assets.filter(({ id, place }) => place && (!only || only.has(id))), [book, only]);
  useLayoutEffect(() => {
    const node = box.current;
    if (!node || !drawing || !extent || node.clientWidth === 0 || node.clientHeight === 0) return;
    const size = { width: node.clientWidth, height: node.clientHeight };
    const view = laddered(printView(extent, size, true, margin), size, book.assets);
    const { west, south, east, north } = view.extent;
    const inside = shown.filter(({ place }) => place && place.lng >= west && place.lng <= east && place.lat >= south && place.lat <= north);
    const marks = placeMarks({
      view, unit: mapUnit, selected: chosen, widthOf: widthOfName, taken: coversOf(node),
      points: inside.flatMap((asset) => pointOf(asset).map((point) => ({ point, number: point.id === chosen ? 0 : assetPage(asset.id) }))),
      boundaries: new Map(inside.filter(({ rings }) => rings.length > 0).map(({ id, rings }) => [id, rings.map(unpackedRing)])),
    });
    setDrawn({ view, marks });
    drawing.addMap(view, async (ground) => {
      const address = await ground.draw({
        view, taken: marks.boxes,
        under: (context, look) => paintUnder(context, marks, mapUnit, (token) => look.getPropertyValue(`--${token}`).trim()),
      });
      if (image.current) await showPicture(image.current, address);
    });
  }, [book.assets, drawing, extent, chosen, shown, margin, assetPage]);
  const scale = drawn && scaleOnLadder(drawn.view.scale);
  return (
    <figure className={`book-map ${className}`} style={{ '--map-unit': `${mapUnit}px` } as CSSProperties}>
      <div ref={box}>
        <img ref={image} alt={say.one('位置图', 'Map')} />
        {drawn && <MarkOverlay view={drawn.view} marks={drawn.marks} unit={mapUnit} chinese={firstLanguage(book.language) === 'zh'} underPainted />}
      </div>
      <figcaption data-over-map={over || undefined}>{scale && <b>1:{formatNumber(scale)}</b>}<span>{book.credits.join(' · ')}</span>{book.warning && <em>{say.one('无审图号，未经审核不得公开登载', 'No approval number; not to be published without review')}</em>}</figcaption>
    </figure>
  );
}
