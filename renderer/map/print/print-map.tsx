import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import type { MapPoint } from '../clusters.js';
import { groundColour, type BasemapStyle, type Ground, type Language, type Sheet } from '../ground/ground.js';
import type { HeatMode, HeatScale } from '../heat-layer.js';
import { flatten, pictureAddress } from './flatten.js';
import { layGround, type LaidGround } from './lay-ground.js';
import { MarkOverlay } from './mark-overlay.js';
import { obstaclesOf } from './obstacles-of.js';
import { paintUnder } from './paint-under.js';
import type { PrintMarks } from './print-marks.js';
import type { PrintView } from './print-view.js';
import './print-map.css';

/** The printed map within its neat line: the ground as a picture, the assets as vectors and text over it. */
export function PrintMap({ view, sheets, style, language, marks, heat, unit, groundUnit = unit, dots, onGround, onHeat, onDrawn, onFailed }: {
  view: PrintView; sheets: readonly Sheet[]; style: BasemapStyle; language: Language; marks: PrintMarks;
  /** Shown as a tint under the names; the same value as long as nothing of it changes. */
  heat: { readonly mode: HeatMode; readonly points: readonly MapPoint[] } | null;
  /** CSS pixels of what is a millimetre on an A3 sheet. */
  unit: number;
  /** The same for the names of the ground; `unit` if absent. */
  groundUnit?: number;
  /** Dots to each CSS pixel that the ground is turned into one picture with. */
  dots: number;
  onGround?: (ground: Ground) => void; onHeat?: (scale: HeatScale | null) => void; onDrawn?: () => void; onFailed?: (error: unknown) => void;
}) {
  const box = useRef<HTMLDivElement>(null);
  const laid = useRef<LaidGround | null>(null);
  const [picture, setPicture] = useState<string | null>(null);
  const obstacles = useMemo(() => obstaclesOf(marks, view), [marks, view]);
  const failed = useEffectEvent((error: unknown) => onFailed?.(error));
  const tellGround = useEffectEvent((ground: Ground) => onGround?.(ground));
  const tellHeat = useEffectEvent((scale: HeatScale | null) => onHeat?.(scale));
  const marksNow = useEffectEvent(() => ({ marks, obstacles }));

  useEffect(() => {
    const node = box.current;
    if (!node) return;
    const leaving = new AbortController();
    let address: string | null = null;
    void (async () => {
      const made = await layGround(node, { sheets, style, language, view, labelScale: groundUnit / (96 / 25.4), heat: heat && { ...heat, onScale: (scale) => tellHeat(scale) } }, leaving.signal);
      if (!made) return;
      if (leaving.signal.aborted) { made.remove(); return; }
      laid.current = made;
      tellGround(made.ground);
      made.setObstacles(marksNow().obstacles);
      await document.fonts.ready;
      await made.settled();
      if (leaving.signal.aborted) return;
      const flat = flatten(node, dots, groundColour(style));
      const context = flat.getContext('2d');
      if (context) {
        context.setTransform(dots, 0, 0, dots, 0, 0);
        const look = getComputedStyle(node);
        paintUnder(context, marksNow().marks, unit, (token) => look.getPropertyValue(`--${token}`).trim());
      }
      address = await pictureAddress(flat);
      if (leaving.signal.aborted) URL.revokeObjectURL(address);
      else setPicture(address);
    })().catch((error: unknown) => { if (!leaving.signal.aborted) failed(error); });
    return () => {
      leaving.abort();
      if (address) URL.revokeObjectURL(address);
      laid.current?.remove();
      laid.current = null;
      setPicture(null);
    };
  }, [view, sheets, style, language, unit, groundUnit, dots, heat]);
  useEffect(() => { laid.current?.setObstacles(obstacles); }, [obstacles]);

  return (
    <div className="print-map" style={{ width: view.width, height: view.height, background: groundColour(style) }}>
      <div ref={box} className="print-ground" hidden={picture !== null} aria-hidden="true" />
      {picture && <img className="print-picture" src={picture} alt="" onLoad={() => onDrawn?.()} onError={() => onFailed?.(new Error('The picture of the map could not be shown.'))} />}
      <MarkOverlay view={view} marks={marks} unit={unit} chinese={language === 'zh'} underPainted={picture !== null} />
    </div>
  );
}
