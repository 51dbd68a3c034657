import { lazy, Suspense, useCallback, useEffect, useEffectEvent, useMemo, useState } from 'react';
import { sameValue } from '../../../data/rules/apply-change.js';
import { areaOf, storedArea } from '../../../data/rules/geometry/area.js';
import { centreOf, isInside } from '../../../data/rules/geometry/inside.js';
import { readPlace } from '../../../data/rules/geometry/read-place.js';
import { boundaryOf, partsOf, type Parts } from '../../../data/rules/geometry/rings.js';
import { tidyParts } from '../../../data/rules/geometry/tidy-boundary.js';
import { metresBetween } from '../../../data/rules/import/outliers.js';
import type { Asset } from '../../../data/schema/asset.js';
import type { Boundary, Location } from '../../../data/schema/common.js';
import type { BoundaryEditor, DrawingState } from '../../map/boundary-editor.js';
import type { Ground, SiteMapHandle } from '../../map/site-map.js';
import { useSay } from '../../state/language.js';
import { tell, useProgram } from '../../state/program-store.js';
import { useTheme } from '../../state/theme.js';
import { useSheets } from '../../state/use-sheets.js';
import { Button } from '../../ui/button.js';
import { BoundarySection } from './place/boundary-section.js';
import { degreesWords, distanceTexts } from './place/distance-words.js';
import { DrawingTools, useDrawingKeys } from './place/drawing-tools.js';
import './place/location.css';
import { PasteBoundaryDialog } from './place/paste-boundary-dialog.js';
import { PlaceSection, type PlaceDraft } from './place/place-section.js';
import { useNeighbours } from './place/use-neighbours.js';
import { useSiteEdits } from './place/use-site-edits.js';

const SiteMap = lazy(() => import('../../map/site-map.js').then((module) => ({ default: module.SiteMap })));

/** Where a map opens that knows of no place at all. */
const somewhere: Location = { lng: 119.93, lat: 29.83 };
/** The pin is stored when the arrow keys have rested so long, in milliseconds. */
const nudgeRest = 900;

/** The pin on its way: where it was, where it is, and whether it only waits for the arrow keys to rest. */
interface Moving { readonly from: Location | null; readonly to: Location; readonly resting: boolean }

interface Props { readonly record: Asset; readonly readOnly: boolean; readonly save: (path: string, value: unknown) => Promise<void>; readonly onReload: () => void }

/** Where the asset lies: pin, coordinates, boundary and its area. Each thing stored is one change that can be undone. */
export function LocationPanel({ record, readOnly, onReload }: Props) {
  const say = useSay();
  const theme = useTheme();
  const sheets = useSheets();
  const centre = useProgram((state) => state.overview?.profile.centre);
  const store = useSiteEdits(record, onReload);

  const [home] = useState<Location>(() => record.location ?? (record.boundary ? centreOf(record.boundary) : centre ?? somewhere));
  const neighbours = useNeighbours(record, home);
  const [ground, setGround] = useState<Ground>('loading');
  const [handle, setHandle] = useState<SiteMapHandle | null>(null);

  const [moving, setMoving] = useState<Moving | null>(null);
  const [picking, setPicking] = useState(false);
  const [draft, setDraft] = useState<PlaceDraft>(() => ({ words: '', datum: record.locationSource?.datum ?? 'WGS-84' }));
  const [session, setSession] = useState<{ readonly editor: BoundaryEditor; readonly first: Parts } | null>(null);
  const [drawing, setDrawing] = useState<DrawingState | null>(null);
  const [pasting, setPasting] = useState(false);

  const stored = record.location ?? null;
  // Once the record says another place than the pin was moved from, it is the record that is shown.
  if (moving && !sameValue(moving.from, stored)) setMoving(null);
  const place = moving?.to ?? stored;
  const moved = stored && place && place !== stored ? metresBetween(stored, place) : null;
  const reading = useMemo(() => readPlace(draft.words, { datum: draft.datum, meridian: draft.meridian, near: stored ?? home }), [draft, stored, home]);
  const proposal = reading.at === 'place' ? reading.location : null;
  const changed = session !== null && drawing !== null && !sameValue(drawing.parts, session.first);
  const boundary = session ? boundaryOf(drawing?.parts ?? session.first) : record.boundary;
  const outside = place !== null && boundary !== undefined && !drawing && !isInside(place, boundary);

  const name = record.name;
  const moveTo = (to: Location) => {
    const far = stored ? metresBetween(stored, to) : null;
    if (far !== null && far < 0.01) { setMoving(null); return; }
    setMoving({ from: stored, to, resting: false });
    const distance = far === null ? null : distanceTexts(far);
    void store([{ path: 'location', value: to }],
      distance === null ? { zh: '位置已记下，可以撤销。', en: 'The place is stored; this can be undone.' } : { zh: `已移动 ${distance.zh}，可以撤销。`, en: `Moved by ${distance.en}; this can be undone.` },
      { zh: `移动「${name}」的位置`, en: `Move “${name}”` })
      .then((done) => { if (!done) setMoving(null); });
  };

  // Steps of the arrow keys add up and are stored as one, when they rest or the panel is left.
  const rest = useEffectEvent(() => { if (moving?.resting) moveTo(moving.to); });
  useEffect(() => {
    if (!moving?.resting) return;
    const timer = setTimeout(() => rest(), nudgeRest);
    return () => clearTimeout(timer);
  }, [moving]);

  const storeTyped = () => {
    if (reading.at !== 'place') return;
    void store([{ path: 'location', value: reading.location }, { path: 'locationSource', value: reading.source }],
      { zh: `位置已存为 ${degreesWords(reading.location)}，可以撤销。`, en: `Stored as ${degreesWords(reading.location)}; this can be undone.` },
      { zh: `填写「${name}」的坐标（${reading.source.datum}）`, en: `Give “${name}” its coordinates (${reading.source.datum})` })
      .then((done) => { if (done) setDraft((now) => ({ words: '', datum: now.datum })); });
  };
  const clear = () => void store([{ path: 'location' }], { zh: '位置已清除，可以撤销。', en: 'The place was cleared; this can be undone.' }, { zh: `清除「${name}」的位置`, en: `Clear the place of “${name}”` });
  const pick = (to: Location) => { setPicking(false); moveTo(to); };

  const begin = (replacement?: Parts) => {
    if (!handle) return;
    setPicking(false);
    const first = tidyParts(partsOf(record.boundary));
    const editor = handle.edit(first, setDrawing);
    setSession({ editor, first });
    if (replacement) {
      editor.replace(replacement);
      const shape = boundaryOf(replacement);
      if (shape) fitSoon(shape);
    } else if (first.outers.length === 0) {
      editor.draw('part');
      if (place) handle.show(place);
    }
    else if (record.boundary) fitSoon(record.boundary);
    handle.focus();
  };
  /** The map grows when a drawing begins; it is fitted once it has. */
  const fitSoon = (shape: Boundary) => { setTimeout(() => handle?.fit(shape), 60); };
  const end = useCallback(() => { session?.editor.close(); setSession(null); setDrawing(null); }, [session]);

  /** The edits that store what is drawn: with the area as the stated one if asked, and with a place where there was none. */
  const edits = (parts: Parts, withArea: boolean) => {
    const shape = boundaryOf(parts);
    const edits = [
      { path: 'boundary' as const, ...(shape ? { value: shape } : {}) },
      ...(withArea && shape ? [{ path: 'siteArea' as const, value: storedArea(areaOf(shape)) }] : []),
      ...(shape && !record.location ? [{ path: 'location' as const, value: centreOf(shape) }] : []),
    ];
    const verb = !shape ? { zh: '删除', en: 'Delete' } : session && session.first.outers.length > 0 ? { zh: '修改', en: 'Edit' } : { zh: '画出', en: 'Draw' };
    const label = { zh: `${verb.zh}「${name}」的范围${withArea ? '和占地面积' : ''}`, en: `${verb.en} the boundary${withArea ? ' and site area' : ''} of “${name}”` };
    return { edits, label };
  };
  const storeDrawn = (withArea: boolean) => {
    if (!drawing || !session) return;
    if (!sameValue(tidyParts(partsOf(record.boundary)), session.first)) {
      tell({ zh: '范围刚被别处改过，请先「不存」，看过最新的再画。', en: 'The boundary was changed elsewhere meanwhile: discard this, look at the newest, and draw again.' }, { code: 'out-of-date', message: { zh: '', en: '' } });
      return;
    }
    const { edits: list, label } = edits(drawing.parts, withArea);
    void store(list, { zh: `范围${withArea ? '和占地面积' : ''}已存，可以撤销。`, en: `The boundary${withArea ? ' and the site area are' : ' is'} stored; this can be undone.` }, label).then((done) => { if (done) end(); });
  };
  const removeBoundary = () => void store([{ path: 'boundary' }], { zh: '范围已删除，可以撤销。', en: 'The boundary was deleted; this can be undone.' }, { zh: `删除「${name}」的范围`, en: `Delete the boundary of “${name}”` });
  const takeArea = () => {
    if (!record.boundary) return;
    const area = storedArea(areaOf(record.boundary));
    void store([{ path: 'siteArea', value: area }], { zh: '占地面积已改为图上面积，可以撤销。', en: 'The site area is now the drawn one; this can be undone.' }, { zh: `按图上面积改「${name}」的占地面积`, en: `Take the drawn area as the site area of “${name}”` });
  };

  // Left in the middle of a drawing: what can be stored is stored, and the person is told what could not.
  const leave = useEffectEvent(() => {
    if (moving?.resting) moveTo(moving.to);
    if (!changed || !drawing) return;
    if (drawing.faults.length > 0 || (drawing.drawing !== null && drawing.corners > 0)) {
      tell({ zh: `「${name}」的范围没有画完，没有保存。`, en: `The boundary of “${name}” was not finished and not stored.` });
      return;
    }
    const { edits: list, label } = edits(drawing.parts, false);
    void store(list, { zh: `「${name}」的范围已存，可以撤销。`, en: `The boundary of “${name}” is stored; this can be undone.` }, label);
  });
  useEffect(() => () => leave(), []);

  useDrawingKeys(session?.editor ?? null, drawing, () => { if (changed) return false; end(); return true; });

  const label = say(`「${name}」的位置图`, `Map of ${name}`);
  const movable = !readOnly && session === null && !picking;
  return (
    <div className="site-panel" data-testid="location-panel" data-drawing={session !== null || undefined}>
      <div className="site-map-side">
        <div className="site-map-box">
          <Suspense fallback={null}>
            <SiteMap sheets={sheets} style={theme === 'dark' ? 'night' : 'paper'} language={say.language} label={label} category={record.category} home={home}
              place={place} pinLabel={say(`「${name}」的图钉，方向键移动 1 米，加 Shift 移动 10 米`, `Pin of ${name}: arrow keys move it 1 m, with Shift 10 m`)} proposal={proposal} boundary={session ? null : record.boundary ?? null}
              neighbours={neighbours.points} neighbourAreas={neighbours.areas} movable={movable} picking={picking} aiming={picking || (drawing !== null && drawing.drawing !== null)}
              onDrag={(to) => { if (to) setMoving({ from: stored, to, resting: false }); }} onDrop={moveTo} onNudge={(to) => setMoving({ from: stored, to, resting: true })} onPick={pick} onGround={setGround} onHandle={setHandle}>
              {session && drawing && <DrawingTools editor={session.editor} state={drawing} onFocusMap={() => handle?.focus()} />}
              <div className="map-tools site-zoom">
                <Button icon="add" label={say('放大', 'Zoom in')} onPress={() => handle?.zoomBy(1)} />
                <Button icon="minus" label={say('缩小', 'Zoom out')} onPress={() => handle?.zoomBy(-1)} />
                <Button icon="locate" label={say('回到这宗资产', 'Back to the asset')} isDisabled={!place && !record.boundary} onPress={() => { if (boundary) handle?.fit(boundary); else if (place) handle?.goTo(place); }} />
              </div>
            </SiteMap>
          </Suspense>
        </div>
        <p className="site-hint" role="status">{hintOf()} {ground === 'bare' && say('没有这一带的底图，只画经纬网。', 'There is no map of this area, only a graticule.')}</p>
      </div>
      <div className="site-side">
        {session === null && <PlaceSection record={record} readOnly={readOnly} place={place} moved={moved} draft={draft} reading={reading} kin={neighbours.kin} picking={picking} outside={outside}
          onDraft={setDraft} onStore={storeTyped} onPicking={(on) => { setPicking(on); if (on) handle?.focus(); }} onClear={clear} onCentre={() => { if (record.boundary) moveTo(centreOf(record.boundary)); }} />}
        <BoundarySection record={record} readOnly={readOnly} drawing={session ? drawing : null} changed={changed} onBegin={() => begin()} onPaste={() => setPasting(true)} onRemove={removeBoundary} onTakeArea={takeArea} onStore={storeDrawn} onDiscard={end} />
      </div>
      {pasting && <PasteBoundaryDialog near={place ?? home} onClose={() => setPasting(false)} onTake={(parts) => { setPasting(false); begin(parts); }} />}
    </div>
  );

  function hintOf(): string {
    if (picking) return say('点图上的位置；或用方向键移动地图，按 Enter 取十字处。', 'Press the place on the map; or move the map by arrow keys and press Enter for the cross.');
    if (drawing?.drawing) return say('逐个点角点；键盘：方向键移图，空格落点，Enter 完成，Esc 放弃。', 'Press corner by corner. Keys: arrows move the map, Space sets a corner, Enter finishes, Esc gives up.');
    if (drawing) return say('拖角点，拖中间的小点添角点，右键删角点；键盘：. 和 , 选角点，方向键移 1 米。', 'Drag corners, drag small dots to add one, right-click deletes. Keys: . and , choose, arrows move by 1 m.');
    if (readOnly || !place) return '';
    return say('拖图钉，或选中后按方向键（1 米，Shift 10 米）。', 'Drag the pin, or focus it and use the arrow keys (1 m, Shift 10 m).');
  }
}
