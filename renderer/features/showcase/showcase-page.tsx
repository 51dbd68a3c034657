import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import './showcase-page.css';
import './showcase-card.css';
import './showcase-tools.css';
import { geodesicDistance, inWords, lengthWords } from '../../../data/rules/map/measure.js';
import { assetsNear, circleAround, directionOf, thingsNear } from '../../../data/rules/map/nearby.js';
import { useClient } from '../../client/current-client.js';
import type { MapPoint } from '../../map/clusters.js';
import { extentOf } from '../../map/extent.js';
import type { Ground } from '../../map/ground/ground.js';
import type { HeatScale } from '../../map/heat-layer.js';
import type { Insets, MapHandle } from '../../map/map-handle.js';
import { Locator, ScaleBar } from '../../map/map-marks.js';
import { MapStage } from '../../map/map-stage.js';
import type { LetteredPoint } from '../../map/tools/compare-marks.js';
import type { Steering } from '../../map/tools/steering.js';
import type { IndexEntry } from '../../state/index-entries.js';
import { useSay } from '../../state/language.js';
import { selectAsset, useProgram } from '../../state/program-store.js';
import { useTheme } from '../../state/theme.js';
import { useBoundaries, type Boundaries } from '../../state/use-boundaries.js';
import { useSheets } from '../../state/use-sheets.js';
import { AssetCard } from './asset-card.js';
import { EmptyLedger, NothingFound, Unrolling } from './centre-notes.js';
import { ComparePending } from './compare-pending.js';
import { CompareSheet } from './compare-sheet.js';
import { FilterChips } from './filter-chips.js';
import { HeadlinePanel } from './headline-panel.js';
import { HeatLegend } from './heat-legend.js';
import { KeyCard, PrintDialog } from './late-parts.js';
import { MatchPanel } from './match-panel.js';
import { resetMatching, useMatching } from './match-store.js';
import { Legend } from './legend.js';
import { MapOverlays } from './map-overlays.js';
import { MapTools } from './map-tools.js';
import { ShowcaseCredit, TitleScroll } from './map-words.js';
import { MeasurePanel } from './measure-panel.js';
import { namesNear } from './names-near.js';
import { NearbyPanel } from './nearby-panel.js';
import { ResultList } from './result-list.js';
import { SearchPanel } from './search-panel.js';
import { clearAll, useShowcase } from './showcase-store.js';
import { askNearby, compareWith, endComparison, pin, resetTools, swapCompared, turnKeys, turnPrint, useTools } from './tool-store.js';
import { useAssetDetail } from './use-asset-detail.js';
import { useFound } from './use-found.js';
import { useListRows } from './use-list-rows.js';
import { useMapActions } from './use-map-actions.js';
import { useMapKeys } from './use-map-keys.js';
import { useRoom } from './use-room.js';

/** A button does what its key does. */
const byButton = { key: '', shiftKey: false, target: null } as const;
const noBoundaries: Boundaries = new Map();
/** The column of tools at the right, and a pin with a letter, in CSS pixels. */
const [toolsWide, pinTall] = [72, 110];
/** Half of a long name beside its pin. */
const nameWide = 130;
/** So many answers carry their number on the map. */
const numbered = 5;
const noPoints: readonly MapPoint[] = [];
const noneRanked: readonly LetteredPoint[] = [];
/** What lies over the map. */
const overMap = '.showcase-search, .showcase-chips > *, .showcase-left > *, .showcase-title > *, .showcase-dock, .map-tools, .showcase-marks > *, .map-credits, .showcase-card, .comparison, .showcase-centre';

/** 总览: the township's assets on the map, what can be asked of them, and the card of the one that is chosen. */
export function ShowcasePage() {
  const say = useSay();
  const client = useClient();
  const theme = useTheme();
  const loading = useProgram((state) => state.loading);
  const stored = useSheets();
  const selectedId = useProgram((state) => state.selectedAssetId);
  const listOpen = useShowcase((state) => state.listOpen);
  const found = useFound();
  const { entries } = found;
  const [hoveredId, setHoveredId] = useState<string | null>(null);
  const [ground, setGround] = useState<Ground | null>(null);
  const [opened, setOpened] = useState(false);
  const [corner, setCorner] = useState<HTMLElement | null>(null);
  const [heatScale, setHeatScale] = useState<HeatScale | null>(null);
  const { tool, drawing, centre, metres, pinnedId, comparedIds, heat, keysOpen, printOpen, sheets: looks, boundaries: boundariesShown } = useTools();
  const listed = useListRows(found);
  const { lit: litIds, ranked: isRanked } = useMatching();
  const steering = useRef<Steering | null>(null);
  const handle = useRef<MapHandle | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const chosenOnMap = useRef(false);
  const style = theme === 'dark' ? 'night' : 'paper';

  const pointOf = useMemo(() => {
    const points = new Map<IndexEntry, MapPoint>();
    for (const entry of entries) {
      const { id, category, lng, lat, cover, siteArea, floorArea } = entry;
      if (lng === null || lat === null) continue;
      points.set(entry, { id, category, lng, lat, siteArea, floorArea, cover: cover ? client.address(`media/${cover}/small`) : null, name: say.language === 'en' ? entry.nameEn ?? entry.name : entry.name });
    }
    return points;
  }, [entries, client, say.language]);
  const byId = useMemo(() => new Map(entries.map((entry) => [entry.id, entry])), [entries]);
  // While a wish is answered, what answers it is lit and the clicker goes through that; all others stay on the map as small dots.
  const answers = useMemo(() => (tool === 'match' && litIds.length > 0 ? litIds.flatMap((id) => byId.get(id) ?? []) : null), [tool, litIds, byId]);
  const rows = answers ?? listed;
  const points = useMemo(() => (answers ?? found.found).flatMap((entry) => pointOf.get(entry) ?? []), [answers, found.found, pointOf]);
  const quiet = useMemo(() => { if (!answers) return noPoints; const lit = new Set(answers); return [...pointOf].flatMap(([entry, point]) => (lit.has(entry) ? [] : [point])); }, [answers, pointOf]);
  const ranked = useMemo(() => (answers && isRanked ? answers.slice(0, numbered).flatMap((entry, at) => { const point = entry.id === selectedId ? undefined : pointOf.get(entry); return point ? [{ letter: String(at + 1), point }] : []; }) : noneRanked), [answers, isRanked, pointOf, selectedId]);
  const allPoints = useMemo(() => (loading ? null : [...pointOf.values()]), [loading, pointOf]);
  const chosen = (selectedId && byId.get(selectedId)) || null;
  const { detail, failure } = useAssetDetail(chosen);

  // A is put down, B is whatever is chosen besides.
  const pinned = (pinnedId && byId.get(pinnedId)) || null;
  const together = useMemo(() => comparedIds.flatMap((id) => byId.get(id) ?? []), [comparedIds, byId]);
  const compared = useMemo(() => (together.length > 1 ? together : !pinned ? [] : chosen && chosen !== pinned ? [pinned, chosen] : [pinned]), [together, pinned, chosen]);
  const isComparing = compared.length > 1;
  const comparedPoints = useMemo(() => compared.flatMap((entry) => pointOf.get(entry) ?? []), [compared, pointOf]);
  const namedByTools = useMemo(() => new Set((comparedPoints.length > 0 ? comparedPoints : ranked.map(({ point }) => point)).map(({ id }) => id)), [comparedPoints, ranked]);

  const asked = centre?.kind === 'asset' ? byId.get(centre.id) : undefined;
  const middle = useMemo(() => {
    if (centre?.kind === 'place') return { place: centre.place, isAsset: false };
    return asked && asked.lng !== null && asked.lat !== null ? { place: { lng: asked.lng, lat: asked.lat }, isAsset: true } : null;
  }, [centre, asked]);
  const surrounding = useMemo(() => (tool === 'nearby' && middle ? assetsNear(found.found, middle.place, metres, asked?.id) : null), [tool, middle, metres, found.found, asked]);
  // What lies near as well but does not match what is asked for: it must not look as if nothing were there.
  const leftOut = useMemo(() => (surrounding && middle && found.narrowed ? assetsNear(entries, middle.place, metres, asked?.id).rows.length - surrounding.rows.length : 0), [surrounding, middle, found.narrowed, entries, metres, asked]);
  const boundaries = useBoundaries(opened);
  // As the ledger has them, but for what this screen shows otherwise for now.
  const sheets = useMemo(() => stored?.map((sheet) => { const look = looks[sheet.id]; return look ? { ...sheet, ...look } : sheet; }) ?? null, [stored, looks]);

  const insets = useCallback((): Insets => {
    const at = (selector: string) => root.current?.querySelector<HTMLElement>(selector);
    const width = root.current?.clientWidth ?? 0;
    const side = at('.showcase-left');
    const right = at('.comparison, .showcase-card')?.offsetWidth ?? 0;
    // Beside the legend there is only room to spare where the map is wide; what a tool says is never covered.
    const left = side && (at('.tool-panel') || width - right > 1100) ? side.offsetLeft + side.offsetWidth : 0;
    // Tools show a place with what belongs to it: neither the pins with their letters nor a circle may reach below the panels.
    const wide = tool !== null || pinnedId !== null;
    return { left, right: right + (wide ? toolsWide : 0), top: (at('.showcase-top')?.offsetHeight ?? 0) + (pinnedId !== null || isRanked ? pinTall : 24), bottom: (at('.showcase-dock')?.offsetHeight ?? 0) + 28 };
  }, [tool, pinnedId, isRanked]);

  const panels = useCallback(() => root.current?.querySelectorAll(overMap) ?? [], []);

  // Whatever chose the asset, the map shows it: it flies there, unless it was pressed on the map and stands in plain sight.
  const place = chosen ? pointOf.get(chosen) : undefined;
  useEffect(() => {
    const byMap = chosenOnMap.current;
    chosenOnMap.current = false;
    if (!opened || !place || !handle.current) return;
    // While the surroundings are looked at, the map stays with them as long as it can.
    if (tool === 'nearby' && steering.current?.sees(place)) return;
    const [first] = comparedPoints;
    if (isComparing && first && comparedPoints.length > 1) { const extent = extentOf(comparedPoints); if (extent) handle.current.fit(extent); return; }
    if (!byMap || !handle.current.shows(place)) handle.current.flyToAsset(place);
    // A change of the asset's other fields is no reason to fly again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [opened, place?.id, isComparing, isComparing && listOpen]);

  // What was put beside each other all at once comes into sight at once.
  useEffect(() => {
    if (!opened || together.length < 2) return;
    const extent = extentOf(comparedPoints);
    if (extent) handle.current?.fit(extent);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- another language is no reason to fly
  }, [opened, together]);

  // The best answers come into sight together, while no single one is looked at.
  useEffect(() => {
    if (!opened || !answers || place || isComparing) return;
    const extent = extentOf(points.slice(0, isRanked ? numbered : undefined));
    if (extent) handle.current?.fit(extent);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- closing a card is no reason to fly
  }, [opened, answers]);

  // What is asked about comes into sight as a whole.
  useEffect(() => {
    if (!opened || tool !== 'nearby' || !middle) return;
    const extent = extentOf(circleAround(middle.place, metres, 4));
    if (extent) handle.current?.fit(extent);
  }, [opened, tool, middle, metres]);

  // A tool's panel must not come to lie on the chosen asset, nor on its name.
  useEffect(() => {
    if (tool === 'measure' && place && handle.current && !steering.current?.sees(place, nameWide)) handle.current.flyToAsset(place);
    // Only when the panel opens: while measuring, the map stays where it is put.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [tool]);

  // What was asked of one ledger says nothing about the next.
  useEffect(() => { if (loading) { clearAll(); resetTools(); resetMatching(); } }, [loading]);

  const selectOnMap = useCallback((id: string) => { chosenOnMap.current = true; selectAsset(id); }, []);
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

  const pinAt = useCallback((at: { readonly x: number; readonly y: number }) => steering.current?.pinAt(at, points, (point) => handle.current?.shows(point) ?? false) ?? null, [points]);
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
  const named = ground?.schematic?.features.labels;
  const places = useMemo(() => (tool === 'nearby' && middle && named ? namesNear(named, middle.place, metres, say.language) : []), [tool, middle, named, metres, say.language]);
  useRoom(root);

  // A township elsewhere must not be told the sample's stream and ridges: without a pack of its own it sees plain paper.
  const covers = !ground || !allPoints || allPoints.length === 0 || allPoints.some(({ lng, lat }) => ground.covers(lng, lat));
  const everywhere = useMemo(() => (allPoints ? extentOf(allPoints) : null), [allPoints]);

  const empty = !loading && entries.length === 0;
  const nothing = !loading && !empty && found.found.length === 0 && tool !== 'match';
  const layout = [empty || nothing ? 'centre' : '', chosen ? 'card' : '', isComparing ? 'compare' : '', tool ?? '', listOpen ? 'list' : '', pinned ? 'pinned' : '', heat ? 'heat' : ''].join(' ');
  return (
    <div className="showcase" ref={root} data-card={chosen && !isComparing ? '' : undefined} data-compare={isComparing ? compared.length : undefined} data-list={listOpen ? '' : undefined} data-tool={tool ?? undefined}>
      <MapStage
        sheets={loading ? null : sheets} style={style} language={say.language} label={say('资产地图，方向键移动，加减键缩放', 'Map of assets; arrow keys move, plus and minus zoom')}
        points={points} allPoints={allPoints} selected={pinned || together.length > 1 ? null : place ?? null} hoveredId={hoveredId} evenLight={tool !== null} boundaries={boundariesShown ? boundaries : noBoundaries} insets={insets} panels={panels} layout={layout} namedElsewhere={namedByTools}
        onSelect={selectOnMap} onHover={setHoveredId} onHandle={(next) => { handle.current = next; }} onGround={setGround} onOpened={() => setOpened(true)}
      >
        {corner && createPortal(
          <>
            {ground?.hasLocator(everywhere) && <Locator ground={ground} around={everywhere} style={style} label={say('当前位置在全乡的哪里', 'Where the view is in the township')} />}
            <ScaleBar language={say.language} />
          </>, corner)}
        <MapOverlays
          points={points} compared={comparedPoints} ranked={isComparing ? noneRanked : ranked} quiet={quiet} style={style} centre={middle} hovered={(hoveredEntry && pointOf.get(hoveredEntry)) ?? null} insets={insets} layout={layout} pinAt={pinAt}
          onSteering={(next) => { steering.current = next; }} onPlace={takePlace} onHeat={setHeatScale}
        />
      </MapStage>
      <div className="showcase-top">
        <SearchPanel found={found} onChoose={selectInList} />
        <FilterChips found={found} />
      </div>
      <div className="showcase-left" data-tool={tool ?? undefined}>
        {tool === 'measure' && <MeasurePanel drawing={drawing} />}
        {tool === 'nearby' && (
          <NearbyPanel
            name={!centre ? null : asked ? nameOf(asked) : say('图上选定的一处', 'A place on the map')} metres={metres} around={surrounding} places={places} narrowed={found.narrowed} leftOut={leftOut} picking={centre === null} selectedId={selectedId} hoveredId={hoveredId}
            onPick={() => { askNearby(null); steering.current?.focus(); }} onSelect={selectNear} onHover={setHoveredId}
          />
        )}
        {tool === 'match' && <MatchPanel selectedId={selectedId} onSelect={(id) => { const entry = byId.get(id); if (entry) selectInList(entry); }} onHover={setHoveredId} />}
        {pinned && !isComparing && <ComparePending name={nameOf(pinned)} category={pinned.category} />}
        {tool !== 'nearby' && tool !== 'match' && <Legend found={found} loading={loading} />}
        {heat && heatScale && <HeatLegend scale={heatScale} mode={heat} />}
      </div>
      <TitleScroll />
      <div className="showcase-dock panel">
        <HeadlinePanel found={found} loading={loading} />
        {listOpen && nothing && <NothingFound found={found} inList />}
        {listOpen && !nothing && <ResultList rows={rows} selectedId={selectedId} hoveredId={hoveredId} onSelect={selectInList} onHover={setHoveredId} onCompare={(entry) => compareWith(entry.id)} />}
      </div>
      <div className="showcase-corner">
        <MapTools
          canCompare={chosen !== null} onMatch={() => actions.match(byButton)} onMeasure={() => actions.measure(byButton)} onNearby={() => actions.nearby(byButton)} onCompare={() => { if (pinned) pin(null); else if (chosen) compareWith(chosen.id); }} onPrint={() => actions.print(byButton)} onKeys={() => turnKeys(true)}
          onAll={showAll} onZoom={(steps) => handle.current?.zoomBy(steps)}
        />
        <div className="showcase-marks" ref={setCorner} />
        <ShowcaseCredit sheets={sheets} ground={ground} covers={covers} />
      </div>
      {!opened && <Unrolling />}
      {empty && <EmptyLedger />}
      {nothing && !listOpen && <NothingFound found={found} />}
      {chosen && !isComparing && <AssetCard entry={chosen} detail={detail} failure={failure} isPinned={pinned === chosen} onCompare={() => compareWith(chosen.id)} onNearby={() => askNearby({ kind: 'asset', id: chosen.id })} onClose={() => selectAsset(null)} />}
      {isComparing && <CompareSheet entries={compared} distance={apart} onSwap={swapCompared} onClose={endComparison} onOpen={(entry) => { endComparison(); selectAsset(entry.id); }} />}
      {keysOpen && <KeyCard onClose={() => turnKeys(false)} />}
      {printOpen && <PrintDialog seen={() => handle.current?.seen() ?? null} ids={found.narrowed ? found.found.map(({ id }) => id) : null} selectedId={selectedId} boundaries={boundariesShown} heat={heat} onClose={() => turnPrint(false)} />}
    </div>
  );
}
