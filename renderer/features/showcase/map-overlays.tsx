import { useMemo, useState } from 'react';
import { geodesicDistance, inWords, lengthWords } from '../../../data/rules/map/measure.js';
import { thingsNear } from '../../../data/rules/map/nearby.js';
import type { Location } from '../../../data/schema/common.js';
import type { MapPoint } from '../../map/clusters.js';
import type { HeatScale } from '../../map/heat-layer.js';
import type { Insets } from '../../map/map-handle.js';
import { CompareMarks, type LetteredPoint } from '../../map/tools/compare-marks.js';
import { closed, ended, withCorner, withMoved, withoutCorner } from '../../map/tools/drawing.js';
import { HeatView } from '../../map/tools/heat-view.js';
import { MeasureTool } from '../../map/tools/measure-tool.js';
import { QuietPoints } from '../../map/tools/quiet-points.js';
import { NearbyCircle, PlacePicker } from '../../map/tools/nearby-circle.js';
import { MapSteering, type Steering } from '../../map/tools/steering.js';
import { useSay } from '../../state/language.js';
import { awayText } from './away-text.js';
import { compareLetters } from './compare-letters.js';
import { askNearby, draw, setAiming, useTools } from './tool-store.js';

const noDistances: readonly never[] = [];
type Spot = Parameters<Steering['pinAt']>[0];

/** What the tools draw over the map. */
export function MapOverlays({ points, compared, ranked, quiet, style, centre, hovered, insets, layout, pinAt, onSteering, onPlace, onHeat }: {
  points: readonly MapPoint[]; compared: readonly MapPoint[];
  /** The best answers to a wish, numbered; and what answers it less, in small. */
  ranked: readonly LetteredPoint[]; quiet: readonly MapPoint[]; style: string;
  /** The middle of 附近: where it is, and whether it is an asset's. */
  centre: { readonly place: Location; readonly isAsset: boolean } | null;
  hovered: MapPoint | null; insets: () => Insets; layout: string;
  pinAt: (at: Spot) => MapPoint | null; onSteering: (steering: Steering | null) => void;
  /** A place was picked: pressed long, or asked for. */
  onPlace: (place: Location, at: Spot) => void; onHeat: (scale: HeatScale | null) => void;
}) {
  const say = useSay();
  const { tool, drawing, aiming, metres, heat } = useTools();
  const [cross, setCross] = useState<Location | null>(null);
  const words = useMemo(() => ({ corner: (order: number) => say(`第 ${order} 点，方向键微调，Delete 删除`, `Corner ${order}; arrows move it, Delete removes it`), inAll: say('共', 'In all'), around: say('周长', 'Around') }), [say]);
  const letters = useMemo(() => compared.map((point, order) => ({ letter: compareLetters[order]!, point })), [compared]);
  const distances = useMemo(() => compared.slice(1).map((to) => ({ from: compared[0]!, to, text: inWords(lengthWords(geodesicDistance(compared[0]!, to), say.language)) })), [compared, say.language]);
  const spoke = useMemo(() => {
    if (!centre || !hovered) return null;
    const [near] = thingsNear([hovered], centre.place, metres);
    return near && near.metres >= 1 ? { to: hovered, text: awayText(near, say) } : null;
  }, [centre, hovered, metres, say]);
  return (
    <>
      <MapSteering insets={insets} layout={layout} crossShown={aiming} onSteering={onSteering} onLongPress={(place, at) => { if (tool !== 'measure') onPlace(place, at); }} onPointer={() => setAiming(false)} onMoved={setCross} />
      <HeatView points={points} mode={heat} onScale={onHeat} />
      {tool === 'measure' && (
        <MeasureTool
          drawing={drawing} language={say.language} words={words} cross={aiming ? cross : null} insets={insets} placeAt={(at, pressed) => pinAt(at) ?? pressed}
          onCorner={({ lng, lat }) => draw((before) => withCorner(before, { lng, lat }))} onMove={(at, place) => draw((before) => withMoved(before, at, place))} onRemove={(at) => draw((before) => withoutCorner(before, at))}
          onClose={() => draw(closed)} onEnd={() => draw(ended)}
        />
      )}
      {tool === 'nearby' && centre && (
        <NearbyCircle centre={centre.place} metres={metres} text={inWords(lengthWords(metres, say.language))} label={say('附近的中心，可拖动', 'The middle; it can be dragged')} movable={!centre.isAsset} spoke={spoke} insets={insets} onMove={(place) => askNearby({ kind: 'place', place })} />
      )}
      {tool === 'nearby' && !centre && <PlacePicker onPick={onPlace} />}
      {tool === 'match' && <QuietPoints points={quiet} style={style} />}
      {letters.length === 0 && ranked.length > 0 && <CompareMarks marks={ranked} distances={noDistances} insets={insets} />}
      {letters.length > 0 && <CompareMarks marks={letters} distances={distances} insets={insets} />}
    </>
  );
}
