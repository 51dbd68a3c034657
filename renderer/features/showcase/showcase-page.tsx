import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import './showcase-page.css';
import './showcase-card.css';
import './showcase-tools.css';
import { afterFrame } from '../../map/after-frame.js';
import type { Ground } from '../../map/ground/ground.js';
import type { Insets, MapHandle } from '../../map/map-handle.js';
import { MapStage } from '../../map/map-stage.js';
import type { Steering } from '../../map/tools/steering.js';
import { useSay } from '../../state/language.js';
import { selectAsset, useProgram } from '../../state/program-store.js';
import { useTheme } from '../../state/theme.js';
import { useBoundaries, type Boundaries } from '../../state/use-boundaries.js';
import { useSheets } from '../../state/use-sheets.js';
import { resetMatching } from './match-store.js';
import { ShowcaseOutline } from './showcase-outline.js';
import { clearAll, useShowcase } from './showcase-store.js';
import { resetTools, useTools } from './tool-store.js';
import { Unrolling } from './unrolling.js';
import { useEarlyKeys } from './use-early-keys.js';
import { usePanels } from './use-panels.js';
import { useShownAssets } from './use-shown-assets.js';

const noBoundaries: Boundaries = new Map();
const noneNamed: ReadonlySet<string> = new Set();
/** The column of tools at the right, and a pin with a letter, in CSS pixels. */
const [toolsWide, pinTall] = [72, 110];
/** What lies over the map. */
const overMap = '.showcase-search, .showcase-chips > *, .showcase-left > *, .showcase-title > *, .showcase-dock, .map-tools, .showcase-marks > *, .map-credits, .showcase-card, .comparison, .showcase-centre';

/**
 * 总览: the township's assets on the map. The map comes first, with an outline of what lies over it; the panels, what can be asked in them
 * and the card of the chosen asset are loaded while it unrolls and take the outline's place.
 */
export function ShowcasePage() {
  const say = useSay();
  const theme = useTheme();
  const loading = useProgram((state) => state.loading);
  const stored = useSheets();
  const listOpen = useShowcase((state) => state.listOpen);
  const shown = useShownAssets();
  const { found, points, allPoints, chosen, place, pinned, together, compared, comparedPoints, isComparing, isRanked, ranked } = shown;
  const [hoveredId, setHoveredId] = useState<string | null>(null);
  const [ground, setGround] = useState<Ground | null>(null);
  const [opened, setOpened] = useState(false);
  // The first frame of the opened map has been shown: whatever is not in it may be fetched now.
  const [isSeen, setSeen] = useState(false);
  const [host, setHost] = useState<HTMLElement | null>(null);
  const { tool, pinnedId, heat, sheets: looks, boundaries: boundariesShown } = useTools();
  const panels = usePanels(isSeen);
  const steering = useRef<Steering | null>(null);
  const handle = useRef<MapHandle | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const chosenOnMap = useRef(false);
  const style = theme === 'dark' ? 'night' : 'paper';
  const namedByTools = useMemo(() => { const named = comparedPoints.length > 0 ? comparedPoints : ranked.map(({ point }) => point); return named.length > 0 ? new Set(named.map(({ id }) => id)) : noneNamed; }, [comparedPoints, ranked]);
  const boundaries = useBoundaries(isSeen);
  useEarlyKeys(panels !== null && host !== null);
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
  const covers = useCallback(() => root.current?.querySelectorAll(overMap) ?? [], []);
  const selectOnMap = useCallback((id: string) => { chosenOnMap.current = true; selectAsset(id); }, []);

  useEffect(() => (opened ? afterFrame(() => setSeen(true)) : undefined), [opened]);

  // What was asked of one ledger says nothing about the next.
  useEffect(() => { if (loading) { clearAll(); resetTools(); resetMatching(); } }, [loading]);

  const empty = !loading && found.entries.length === 0;
  const nothing = !loading && !empty && found.found.length === 0 && tool !== 'match';
  const layout = [panels ? '' : 'outline', empty || nothing ? 'centre' : '', chosen ? 'card' : '', isComparing ? 'compare' : '', tool ?? '', listOpen ? 'list' : '', pinned ? 'pinned' : '', heat ? 'heat' : ''].join(' ');
  return (
    <div className="showcase" ref={root} data-card={chosen && !isComparing ? '' : undefined} data-compare={isComparing ? compared.length : undefined} data-list={listOpen ? '' : undefined} data-tool={tool ?? undefined}>
      <MapStage
        sheets={sheets} style={style} language={say.language} label={say('资产地图，方向键移动，加减键缩放', 'Map of assets; arrow keys move, plus and minus zoom')}
        points={points} allPoints={allPoints} selected={pinned || together.length > 1 ? null : place ?? null} hoveredId={hoveredId} evenLight={tool !== null} boundaries={boundariesShown ? boundaries : noBoundaries} insets={insets} panels={covers} layout={layout} namedElsewhere={namedByTools}
        onSelect={selectOnMap} onHover={setHoveredId} onHandle={(next) => { handle.current = next; }} onGround={setGround} onOpened={() => setOpened(true)}
      >
        {panels && host && <panels.ShowcasePanels {...{ shown, ground, style, sheets, opened, hoveredId, insets, layout, empty, nothing, handle, steering, chosenOnMap, root, host }} onHover={setHoveredId} />}
      </MapStage>
      <div className="showcase-over" ref={setHost} />
      {!panels && <ShowcaseOutline />}
      {!opened && <Unrolling />}
    </div>
  );
}
