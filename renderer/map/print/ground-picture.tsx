import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { GroundRequest } from '../../../data/schema/ground-print.js';
import { groundColour, type Sheet } from '../ground/ground.js';
import { latitude, longitude, worldSize } from '../world.js';
import { flatten } from './flatten.js';
import { layGround } from './lay-ground.js';
import type { PrintView } from './print-view.js';
import './ground-picture.css';

/** The view of exactly what is asked for: whole pixels of a whole zoom, so that it can be cut into tiles. */
function viewOf({ zoom, left, top, width, height }: GroundRequest): PrintView {
  const scale = worldSize(zoom);
  const [east, south] = [left + width, top + height];
  return {
    width, height, zoom, scale: 0, view: { scale, left, top }, lng: longitude((left + width / 2) / scale), lat: latitude((top + height / 2) / scale),
    extent: { west: longitude(left / scale), east: longitude(east / scale), north: latitude(top / scale), south: latitude(south / scale) },
  };
}

/** The ground of the map alone, as one picture that fills the page. */
export function GroundPicture({ request, sheets, dots, onDrawn, onFailed }: { request: GroundRequest; sheets: readonly Sheet[]; dots: number; onDrawn: () => void; onFailed: (error: unknown) => void }) {
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLDivElement>(null);
  const [isDrawn, setIsDrawn] = useState(false);
  const drawn = useEffectEvent(() => onDrawn());
  const failed = useEffectEvent((error: unknown) => onFailed(error));
  useEffect(() => {
    const node = box.current;
    if (!node) return undefined;
    const leaving = new AbortController();
    void (async () => {
      const laid = await layGround(node, { sheets, style: request.style, language: request.language, view: viewOf(request), labelScale: 1, heat: null }, leaving.signal);
      if (!laid) return;
      await document.fonts.ready;
      await laid.settled();
      if (!leaving.signal.aborted) {
        const flat = flatten(node, dots, groundColour(request.style));
        const shown = Object.assign(document.createElement('canvas'), { width: flat.width, height: flat.height });
        shown.getContext('bitmaprenderer')?.transferFromImageBitmap(flat.transferToImageBitmap());
        Object.assign(shown.style, { width: `${request.width}px`, height: `${request.height}px` });
        canvas.current?.replaceChildren(shown);
        setIsDrawn(true);
      }
      laid.remove();
    })().catch((error: unknown) => { if (!leaving.signal.aborted) failed(error); });
    return () => leaving.abort();
  }, [request, sheets, dots]);
  // Two frames: the picture is on the page when the host takes its own of it.
  useEffect(() => { if (isDrawn) requestAnimationFrame(() => requestAnimationFrame(() => drawn())); }, [isDrawn]);
  return (
    <main className="ground-picture" style={{ width: request.width, height: request.height, background: groundColour(request.style) }}>
      <div ref={box} className="ground-picture-map" data-names={request.names} hidden={isDrawn} />
      <div ref={canvas} />
    </main>
  );
}
