import { useEffect, useMemo, useState, type CSSProperties } from 'react';
import { mapTitle } from '../../data/rules/map/print-words.js';
import { pixelsOf } from '../../data/rules/map/sheet-size.js';
import { text, type Text } from '../../data/schema/text.js';
import { extentOf } from '../map/extent.js';
import type { Ground } from '../map/ground/ground.js';
import type { HeatScale } from '../map/heat-layer.js';
import { PrintMap } from '../map/print/print-map.js';
import { placeMarks } from '../map/print/print-marks.js';
import { printView } from '../map/print/print-view.js';
import { sayerOf } from '../state/language.js';
import { AssetList } from './asset-list.js';
import { listOf, pointsIn } from './listed-assets.js';
import type { MapContent } from './map-content.js';
import { NeatLine } from './neat-line.js';
import { NorthArrow } from './north-arrow.js';
import { mapPixels, sheetLayout, type Place } from './sheet-layout.js';
import './map-sheet.css';
import { sheetFontsReady, widthOfName } from './sheet-fonts.js';
import { SheetFoot } from './sheet-foot.js';
import { SheetLegend } from './sheet-legend.js';
import { SheetLocator } from './sheet-locator.js';
import { TitleBlock } from './title-block.js';

const placed = ({ left, top, width, height }: Place): CSSProperties => ({ left: `${left}mm`, top: `${top}mm`, width: `${width}mm`, height: `${height}mm` });

/** How much larger the assets' marks and names are on a map without a frame: it fills a slide, and is read from across a room. */
const bareMeasure = 1.75;
/** The same for the names of the ground, which are large from the beginning. */
const bareGroundMeasure = 1.2;
/** Where nothing is known, the middle of the country is looked at from afar. */
const somewhere = { west: 119.8, south: 29.7, east: 120.1, north: 30 };

/**
 * A map as a whole sheet: title, neat line with degrees, assets, legend, list, scale, credits. As large as its paper; whoever shows it small
 * scales it. The ground becomes one picture of `dots` to each CSS pixel.
 */
export function MapSheet({ content, dots, onStep, onDrawn, onFailed }: { content: MapContent; dots: number; onStep?: (step: Text) => void; onDrawn?: () => void; onFailed?: (error: unknown) => void }) {
  const { request, profile, entries, boundaries, sheets } = content;
  const { map, language, audience } = request;
  const { extent, paper, orientation, heat, bare = false } = map;
  const say = sayerOf(language);
  const [ready, setReady] = useState(false);
  const [ground, setGround] = useState<Ground | null>(null);
  const [scale, setScale] = useState<HeatScale | null>(null);
  const hasLocator = sheets.some(({ shown, fault }) => shown && !fault);
  const layout = useMemo(() => sheetLayout({ paper, orientation, bare }, { hasLocator, hasHeat: heat !== undefined, language }), [paper, orientation, bare, hasLocator, heat, language]);
  const unit = pixelsOf(layout.unit);
  const markUnit = bare ? unit * bareMeasure : unit;
  const around = useMemo(() => extentOf(entries.flatMap(({ lng, lat }) => (lng === null || lat === null ? [] : [{ lng, lat }]))), [entries]);
  const view = useMemo(() => {
    const [west, south, east, north] = extent ?? [];
    const given = west === undefined ? around ?? somewhere : { west, south: south!, east: east!, north: north! };
    return printView(given, mapPixels(layout), paper !== 'screen', extent ? 0 : unit * 6);
  }, [extent, paper, layout, around, unit]);
  const list = useMemo(() => listOf(entries, view, language, map.list ? layout.list.rows * layout.list.columns : 0), [entries, view, language, map.list, layout]);

  useEffect(() => {
    let gone = false;
    const words = entries.length > 2_000 ? '' : entries.map(({ name, nameEn }) => name + (nameEn ?? '')).join('');
    void sheetFontsReady(words + mapTitle(profile, {}, language)).then(() => { if (!gone) setReady(true); });
    return () => { gone = true; };
  }, [entries, profile, language]);

  const points = useMemo(() => pointsIn(list), [list]);
  const warmth = useMemo(() => (heat ? { mode: heat, points: points.map(({ point }) => point) } : null), [heat, points]);
  const marks = useMemo(() => {
    if (!ready) return null;
    const corner = unit * 17;
    return placeMarks({ view, unit: markUnit, points, boundaries, selected: map.selected ?? null, widthOf: widthOfName, taken: bare ? [] : [[view.width - corner, 0, view.width, corner * 1.1]] });
  }, [ready, view, unit, markUnit, points, boundaries, map.selected, bare]);
  useEffect(() => { if (ready) onStep?.(text('画底图', 'Drawing the ground')); }, [ready, onStep]);

  const title = mapTitle(profile, map, language);
  return (
    <main className="map-sheet" data-theme={map.style === 'night' ? 'dark' : 'light'} data-orientation={map.orientation} data-language={language} data-paper={map.paper} lang={language === 'zh' ? 'zh-CN' : 'en'}
      style={{ '--u': `${layout.unit}mm`, width: `${layout.page.width}mm`, height: `${layout.page.height}mm` } as CSSProperties}>
      {!bare && <div className="sheet-border" style={placed(layout.border)} />}
      {!bare && audience === 'internal' && <p className="sheet-internal">{say('内部资料　注意保管', 'Internal. Keep safe.')}</p>}
      {layout.head && <header className="sheet-head" style={placed(layout.head)}><TitleBlock content={content} title={title} upright={false} /></header>}
      <section className="sheet-map" style={{ ...placed(layout.map), width: view.width, height: view.height }}>
        {marks && <PrintMap view={view} sheets={sheets} style={map.style} language={language} marks={marks} heat={warmth} unit={markUnit} groundUnit={bare ? unit * bareGroundMeasure : unit} dots={dots} onGround={setGround} onHeat={setScale} {...(onDrawn ? { onDrawn } : {})} {...(onFailed ? { onFailed } : {})} />}
        {!bare && <><NeatLine view={view} unit={unit} /><NorthArrow unit={unit} letter={say('北', 'N')} /></>}
      </section>
      {!bare && (
        <>
          <aside className="sheet-panel" style={placed(layout.panel)}>
            {!layout.head && <TitleBlock content={content} title={title} upright={language === 'zh'} />}
            <div className="sheet-columns">
              <SheetLegend list={list} heat={heat && scale ? { mode: heat, scale } : null} say={say} />
              <AssetList list={list} layout={layout} say={say} />
              {hasLocator && <SheetLocator ground={ground} view={view} around={around} say={say} />}
            </div>
          </aside>
          <footer className="sheet-foot" style={placed(layout.foot)}><SheetFoot content={content} view={view} unit={unit} /></footer>
        </>
      )}
    </main>
  );
}
