import { useCallback, useMemo, useState, type RefObject } from 'react';
import { createPortal } from 'react-dom';
import { geodesicDistance, inWords, lengthWords } from '../../../data/rules/map/measure.js';
import { assetsNear, directionOf, thingsNear } from '../../../data/rules/map/nearby.js';
import { extentOf } from '../../map/extent.js';
import type { BasemapStyle, Ground, Sheet } from '../../map/ground/ground.js';
import type { HeatScale } from '../../map/heat-layer.js';
import type { Insets, MapHandle } from '../../map/map-handle.js';
import { Locator, ScaleBar } from '../../map/map-marks.js';
import type { LetteredPoint } from '../../map/tools/compare-marks.js';
import type { Steering } from '../../map/tools/steering.js';
import type { IndexEntry } from '../../state/index-entries.js';
import { useSay } from '../../state/language.js';
import { selectAsset, useProgram } from '../../state/program-store.js';
import { AriaLanguage } from '../../ui/aria-language.js';
import { AssetCard } from './asset-card.js';
import { EmptyLedger, NothingFound } from './centre-notes.js';
import { ComparePending } from './compare-pending.js';
import { CompareSheet } from './compare-sheet.js';
import { FilterChips } from './filter-chips.js';
import { HeadlinePanel } from './headline-panel.js';
import { HeatLegend } from './heat-legend.js';
import { KeyCard, PrintDialog } from './late-parts.js';
import { Legend } from './legend.js';
import { MapOverlays } from './map-overlays.js';
import { MapTools } from './map-tools.js';
import { ShowcaseCredit, TitleScroll } from './map-words.js';
import { MatchPanel } from './match-panel.js';
import { MeasurePanel } from './measure-panel.js';
import { namesNear } from './names-near.js';
import { NearbyPanel } from './nearby-panel.js';
import { ResultList } from './result-list.js';
import { SearchPanel } from './search-panel.js';
import { useShowcase } from './showcase-store.js';
import { askNearby, compareWith, endComparison, pin, swapCompared, turnKeys, turnPrint, useTools } from './tool-store.js';
import { useAssetDetail } from './use-asset-detail.js';
import { useMapActions } from './use-map-actions.js';
import { useMapKeys } from './use-map-keys.js';
import { useRoom } from './use-room.js';
import type { ShownAssets } from './use-shown-assets.js';
import { useSights } from './use-sights.js';

/** A button does what its key does. */
const byButton = { key: '', shiftKey: false, target: null } as const;
const noneRanked: readonly LetteredPoint[] = [];

export interface ShowcasePanelsProps {
  readonly shown: ShownAssets;
  readonly ground: Ground | null;
  readonly style: BasemapStyle;
  readonly sheets: readonly Sheet[] | null;
  /** The map looks at the township. */
  readonly opened: boolean;
  readonly hoveredId: string | null;
  readonly onHover: (id: string | null) => void;
  readonly insets: () => Insets;
  readonly layout: string;
  /** There is no asset at all, or none that is found. */
  readonly empty: boolean;
  readonly nothing: boolean;
  readonly handle: RefObject<MapHandle | null>;
  readonly steering: RefObject<Steering | null>;
  /** The choice under way was made by a press on the map. */
  readonly chosenOnMap: RefObject<boolean>;
  readonly root: RefObject<HTMLDivElement | null>;
  /** Where on the page the panels stand. */
  readonly host: HTMLElement;
}

/** All that lies over the showcase's map, what can be asked of it, and the card of what is chosen. A child of the map, so that its tools can draw there. */
export function ShowcasePanels({ shown, ground, style, sheets, opened, hoveredId, onHover, insets, layout, empty, nothing, handle, steering, chosenOnMap, root, host }: ShowcasePanelsProps) {
  const say = useSay();
  const loading = useProgram((state) => state.loading);
  const selectedId = useProgram((state) => state.selectedAssetId);
  const listOpen = useShowcase((state) => state.listOpen);
  const { found, pointOf, byId, rows, points, quiet, ranked, allPoints, chosen, pinned, compared, comparedPoints, isComparing } = shown;
  const { entries } = found;
  const [corner, setCorner] = useState<HTMLElement | null>(null);
  const [heatScale, setHeatScale] = useState<HeatScale | null>(null);
  const { tool, drawing, centre, metres, heat, keysOpen, printOpen, boundaries } = useTools();
  const { detail, failure } = useAssetDetail(chosen);

  const asked = centre?.kind === 'asset' ? byId.get(centre.id) : undefined;
  const middle = useMemo(() => {
    if (centre?.kind === 'place') return { place: centre.place, isAsset: false };
    return asked && asked.lng !== null && asked.lat !== null ? { place: { lng: asked.lng, lat: asked.lat }, isAsset: true } : null;
  }, [centre, asked]);
  const surrounding = useMemo(() => (tool === 'nearby' && middle ? assetsNear(found.found, middle.place, metres, asked?.id) : null), [tool, middle, metres, found.found, asked]);
  // What lies near as well but does not match what is asked for: it must not look as if nothing were there.
  const leftOut = useMemo(() => (surrounding && middle && found.narrowed ? assetsNear(entries, middle.place, metres, asked?.id).rows.length - surrounding.rows.length : 0), [surrounding, middle, found.narrowed, entries, metres, asked]);
  useSights({ shown, opened, handle, steering, chosenOnMap, middle });

  const selectInList = (entry: IndexEntry) => {
    // The one already chosen is asked for again when the map has been moved away from it.
    const there = pointOf.get(entry);
    if (entry.id === selectedId && there) handle.current?.flyToAsset(there);
    selectAsset(entry.id);
  };
  const showAll = () => {
    const extent = extentOf(points.length > 0 ? points : allPoints ?? []) ?? ground?.home ?? null;
    if (extent) handle.current?.fit(extent);
  };

  const pinAt = useCallback((at: { readonly x: number; readonly y: number }) => steering.current?.pinAt(at, points, (point) => handle.current?.shows(point) ?? false) ?? null, [points, steering, handle]);
  const actions = useMapActions({ rows, points, chosen, hoveredId, handle: () => handle.current, steering: () => steering.current, pinAt, showAll });
  useMapKeys(actions);
  const takePlace = (there: { readonly lng: number; readonly lat: number }, at: { readonly x: number; readonly y: number }) => {
    const asset = pinAt(at);
    askNearby(asset ? { kind: 'asset', id: asset.id } : { kind: 'place', place: there });
  };
  const selectNear = (entry: IndexEntry) => { chosenOnMap.current = true; selectAsset(entry.id); };
  const nameOf = (entry: IndexEntry) => (say.language === 'en' ? entry.nameEn ?? entry.name : entry.name);
  const hoveredEntry = hoveredId ? byId.get(hoveredId) : undefined;
  const apart = useMemo(() => {
    const [first, second] = comparedPoints;
    const [near] = first && second ? thingsNear([second], first, 5_000_000) : [];
    if (!first || !second || !near || comparedPoints.length > 2) return null;
    const length = inWords(lengthWords(geodesicDistance(first, second), say.language));
    return say(`相距 ${length}，B 在 A 的${directionOf(near.bearing).zh}面`, `${length} apart, B lies ${directionOf(near.bearing).en} of A`);
  }, [comparedPoints, say]);
  const named = tool === 'nearby' ? ground?.schematic?.features.labels : undefined;
  const places = useMemo(() => (middle && named ? namesNear(named, middle.place, metres, say.language) : []), [middle, named, metres, say.language]);
  useRoom(root);

  // A township elsewhere must not be told the sample's stream and ridges: without a pack of its own it sees plain paper.
  const covers = !ground || !allPoints || allPoints.length === 0 || allPoints.some(({ lng, lat }) => ground.covers(lng, lat));
  const everywhere = useMemo(() => (allPoints ? extentOf(allPoints) : null), [allPoints]);
  const over = (
    <>
      <div className="showcase-top">
        <SearchPanel found={found} onChoose={selectInList} />
        <FilterChips found={found} />
      </div>
      <div className="showcase-left" data-tool={tool ?? undefined}>
        {tool === 'measure' && <MeasurePanel drawing={drawing} />}
        {tool === 'nearby' && (
          <NearbyPanel
            name={!centre ? null : asked ? nameOf(asked) : say('图上选定的一处', 'A place on the map')} metres={metres} around={surrounding} places={places} narrowed={found.narrowed} leftOut={leftOut} picking={centre === null} selectedId={selectedId} hoveredId={hoveredId}
            onPick={() => { askNearby(null); steering.current?.focus(); }} onSelect={selectNear} onHover={onHover}
          />
        )}
        {tool === 'match' && <MatchPanel selectedId={selectedId} onSelect={(id) => { const entry = byId.get(id); if (entry) selectInList(entry); }} onHover={onHover} />}
        {pinned && !isComparing && <ComparePending name={nameOf(pinned)} category={pinned.category} />}
        {tool !== 'nearby' && tool !== 'match' && <Legend found={found} loading={loading} />}
        {heat && heatScale && <HeatLegend scale={heatScale} mode={heat} />}
      </div>
      <TitleScroll />
      <div className="showcase-dock panel">
        <HeadlinePanel found={found} loading={loading} />
        {listOpen && nothing && <NothingFound found={found} inList />}
        {listOpen && !nothing && <ResultList rows={rows} selectedId={selectedId} hoveredId={hoveredId} onSelect={selectInList} onHover={onHover} onCompare={(entry) => compareWith(entry.id)} />}
      </div>
      <div className="showcase-corner">
        <MapTools
          canCompare={chosen !== null} onMatch={() => actions.match(byButton)} onMeasure={() => actions.measure(byButton)} onNearby={() => actions.nearby(byButton)} onCompare={() => { if (pinned) pin(null); else if (chosen) compareWith(chosen.id); }} onPrint={() => actions.print(byButton)} onKeys={() => turnKeys(true)}
          onAll={showAll} onZoom={(steps) => handle.current?.zoomBy(steps)}
        />
        <div className="showcase-marks" ref={setCorner} />
        <ShowcaseCredit sheets={sheets} ground={ground} covers={covers} />
      </div>
      {empty && <EmptyLedger />}
      {nothing && !listOpen && <NothingFound found={found} />}
      {chosen && !isComparing && <AssetCard entry={chosen} detail={detail} failure={failure} isPinned={pinned === chosen} onCompare={() => compareWith(chosen.id)} onNearby={() => askNearby({ kind: 'asset', id: chosen.id })} onClose={() => selectAsset(null)} />}
      {isComparing && <CompareSheet entries={compared} distance={apart} onSwap={swapCompared} onClose={endComparison} onOpen={(entry) => { endComparison(); selectAsset(entry.id); }} />}
      {keysOpen && <KeyCard onClose={() => turnKeys(false)} />}
      {printOpen && <PrintDialog seen={() => handle.current?.seen() ?? null} ids={found.narrowed ? found.found.map(({ id }) => id) : null} selectedId={selectedId} boundaries={boundaries} heat={heat} onClose={() => turnPrint(false)} />}
    </>
  );
  return (
    <AriaLanguage>
      {corner && createPortal(
        <>
          {ground?.hasLocator(everywhere) && <Locator ground={ground} around={everywhere} style={style} label={say('当前位置在全乡的哪里', 'Where the view is in the township')} />}
          <ScaleBar language={say.language} />
        </>, corner)}
      <MapOverlays
        points={points} compared={comparedPoints} ranked={isComparing ? noneRanked : ranked} quiet={quiet} style={style} centre={middle} hovered={(hoveredEntry && pointOf.get(hoveredEntry)) ?? null} insets={insets} layout={layout} pinAt={pinAt}
        onSteering={(next) => { steering.current = next; }} onPlace={takePlace} onHeat={setHeatScale}
      />
      {createPortal(over, host)}
    </AriaLanguage>
  );
}
