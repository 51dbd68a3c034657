import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import './showcase-page.css';
import './showcase-card.css';
import { useClient } from '../../client/current-client.js';
import type { Basemap } from '../../map/basemap/basemap.js';
import type { MapPoint } from '../../map/clusters.js';
import { extentOf } from '../../map/extent.js';
import type { Insets, MapHandle } from '../../map/map-handle.js';
import { Locator, ScaleBar } from '../../map/map-marks.js';
import { extentOfPack, MapStage } from '../../map/map-stage.js';
import { areaOfBoundary } from '../../map/paint-scene.js';
import type { IndexEntry } from '../../state/index-entries.js';
import { useSay } from '../../state/language.js';
import { selectAsset, useProgram } from '../../state/program-store.js';
import { useTheme } from '../../state/theme.js';
import { Button } from '../../ui/button.js';
import { AssetCard } from './asset-card.js';
import { EmptyLedger, NothingFound, Unrolling } from './centre-notes.js';
import { FilterChips } from './filter-chips.js';
import { HeadlinePanel } from './headline-panel.js';
import { Legend } from './legend.js';
import { MapCredit, TitleScroll } from './map-words.js';
import { ResultList } from './result-list.js';
import { SearchPanel } from './search-panel.js';
import { clearAll, toggleList, useShowcase } from './showcase-store.js';
import { useAssetDetail } from './use-asset-detail.js';
import { useFound } from './use-found.js';

const holds = ([west, south, east, north]: readonly [number, number, number, number], lng: number, lat: number) => lng >= west && lng <= east && lat >= south && lat <= north;

const isTyping = (target: EventTarget | null) => target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable], [role="dialog"]') !== null;

/** 总览: the township's assets on the map, what can be asked of them, and the card of the one that is chosen. */
export function ShowcasePage() {
  const say = useSay();
  const client = useClient();
  const theme = useTheme();
  const loading = useProgram((state) => state.loading);
  const profile = useProgram((state) => state.overview?.profile ?? null);
  const selectedId = useProgram((state) => state.selectedAssetId);
  const listOpen = useShowcase((state) => state.listOpen);
  const found = useFound();
  const { entries } = found;
  const [hoveredId, setHoveredId] = useState<string | null>(null);
  const [basemap, setBasemap] = useState<Basemap | 'missing' | null>(null);
  const [opened, setOpened] = useState(false);
  const [corner, setCorner] = useState<HTMLElement | null>(null);
  const handle = useRef<MapHandle | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const chosenOnMap = useRef(false);
  const style = theme === 'dark' ? 'night' : 'paper';

  const pointOf = useMemo(() => {
    const points = new Map<IndexEntry, MapPoint>();
    for (const entry of entries) {
      const { id, category, lng, lat } = entry;
      if (lng !== null && lat !== null) points.set(entry, { id, category, lng, lat, name: say.language === 'en' ? entry.nameEn ?? entry.name : entry.name });
    }
    return points;
  }, [entries, say.language]);
  const points = useMemo(() => found.found.flatMap((entry) => pointOf.get(entry) ?? []), [found.found, pointOf]);
  const allPoints = useMemo(() => (loading ? null : [...pointOf.values()]), [loading, pointOf]);
  const byId = useMemo(() => new Map(entries.map((entry) => [entry.id, entry])), [entries]);
  const chosen = (selectedId && byId.get(selectedId)) || null;
  const { detail, failure } = useAssetDetail(chosen);
  const areas = useMemo(() => (detail?.asset.boundary ? [areaOfBoundary(detail.asset.id, detail.asset.category, detail.asset.boundary)] : []), [detail]);

  const insets = useCallback((): Insets => {
    const at = (selector: string) => root.current?.querySelector<HTMLElement>(selector);
    const width = root.current?.clientWidth ?? 0;
    const legend = at('.showcase-legend');
    const right = at('.showcase-card')?.offsetWidth ?? 0;
    // Beside the legend there is only room to spare where the map is wide.
    const left = legend && width - right > 1100 ? legend.offsetLeft + legend.offsetWidth : 0;
    return { left, right, top: (at('.showcase-top')?.offsetHeight ?? 0) + 24, bottom: (at('.showcase-dock')?.offsetHeight ?? 0) + 28 };
  }, []);

  // Whatever chose the asset, the map shows it: it flies there, unless it was pressed on the map and stands in plain sight.
  const place = chosen ? pointOf.get(chosen) : undefined;
  useEffect(() => {
    const byMap = chosenOnMap.current;
    chosenOnMap.current = false;
    if (!opened || !place || !handle.current) return;
    if (!byMap || !handle.current.shows(place)) handle.current.flyToAsset(place);
    // A change of the asset's other fields is no reason to fly again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [opened, place?.id]);

  // What was asked of one ledger says nothing about the next.
  useEffect(() => { if (loading) clearAll(); }, [loading]);

  const selectOnMap = useCallback((id: string) => { chosenOnMap.current = true; selectAsset(id); }, []);
  const selectInList = (entry: IndexEntry) => {
    // The one already chosen is asked for again when the map has been moved away from it.
    const there = pointOf.get(entry);
    if (entry.id === selectedId && there) handle.current?.flyToAsset(there);
    selectAsset(entry.id);
  };
  const showAll = () => {
    const extent = extentOf(points.length > 0 ? points : allPoints ?? []) ?? (basemap && basemap !== 'missing' ? extentOfPack(basemap.pack.townshipBounds) : null);
    if (extent) handle.current?.fit(extent);
  };

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === 'l' || event.key === 'L') toggleList();
      else if (event.key === 'Escape') selectAsset(null);
      else if (event.key === '0') showAllNow.current();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
  const showAllNow = useRef(showAll);
  useEffect(() => { showAllNow.current = showAll; });

  // A township elsewhere must not be told the sample's stream and ridges: without a pack of its own it sees plain paper.
  const pack = basemap && basemap !== 'missing' ? basemap.pack : null;
  const covers = !pack || !allPoints || allPoints.length === 0 || allPoints.some(({ lng, lat }) => holds(pack.detailBounds, lng, lat));

  const empty = !loading && entries.length === 0;
  const nothing = !loading && !empty && found.found.length === 0;
  return (
    <div className="showcase" ref={root} data-card={chosen ? '' : undefined} data-list={listOpen ? '' : undefined}>
      <MapStage
        packUrl={profile ? client.address(`maps/${profile.maps[0]?.id ?? ''}`) : null} style={style} language={say.language} label={say('资产地图，方向键移动，加减键缩放', 'Map of assets; arrow keys move, plus and minus zoom')}
        points={points} allPoints={allPoints} selected={place ?? null} hoveredId={hoveredId} areas={areas} insets={insets}
        onSelect={selectOnMap} onHover={setHoveredId} onHandle={(next) => { handle.current = next; }} onBasemap={setBasemap} onOpened={() => setOpened(true)}
      >
        {corner && createPortal(
          <>
            {basemap && basemap !== 'missing' && covers && <Locator basemap={basemap} style={style} label={say('当前位置在全乡的哪里', 'Where the view is in the township')} />}
            <ScaleBar language={say.language} />
          </>, corner)}
      </MapStage>
      <div className="showcase-top">
        <SearchPanel found={found} onChoose={selectInList} />
        <FilterChips found={found} />
      </div>
      <Legend found={found} loading={loading} />
      <TitleScroll />
      <div className="showcase-dock panel">
        <HeadlinePanel found={found} loading={loading} />
        {listOpen && nothing && <NothingFound found={found} inList />}
        {listOpen && !nothing && <ResultList found={found} selectedId={selectedId} hoveredId={hoveredId} onSelect={selectInList} onHover={setHoveredId} />}
      </div>
      <div className="showcase-corner">
        <div className="map-tools">
          <Button icon="home" label={say('看全乡', 'Whole township')} aria-keyshortcuts="0" onPress={showAll} />
          <Button icon="add" label={say('放大', 'Zoom in')} onPress={() => handle.current?.zoomBy(1)} />
          <Button icon="minus" label={say('缩小', 'Zoom out')} onPress={() => handle.current?.zoomBy(-1)} />
        </div>
        <div className="showcase-marks" ref={setCorner} />
        <MapCredit basemap={basemap} covers={covers} />
      </div>
      {!opened && <Unrolling />}
      {empty && <EmptyLedger />}
      {nothing && !listOpen && <NothingFound found={found} />}
      {chosen && <AssetCard entry={chosen} detail={detail} failure={failure} onClose={() => selectAsset(null)} />}
    </div>
  );
}
