import type L from 'leaflet';
import { useEffect, useRef } from 'react';
import { useMap } from 'react-leaflet';
import type { Extent } from './extent.js';
import type { BasemapStyle, Ground } from './ground/ground.js';
import { roundLength, roundScale } from './round-scale.js';

const widestBar = 120;
/** A CSS pixel is 1/96 inch. */
const metresPerScreenPixel = 0.0254 / 96;

const metresPerPixel = (map: L.Map) => {
  const { x, y } = map.getSize().divideBy(2);
  return map.distance(map.containerPointToLatLng([x, y]), map.containerPointToLatLng([x + 100, y])) / 100;
};

/** The scale bar; it writes to its own elements, so that panning renders nothing. */
export function ScaleBar({ language }: { language: 'zh' | 'en' }) {
  const map = useMap();
  const [bar, length, ratio] = [useRef<HTMLElement>(null), useRef<HTMLElement>(null), useRef<HTMLElement>(null)];
  useEffect(() => {
    const show = () => {
      const metres = metresPerPixel(map);
      if (!Number.isFinite(metres) || metres <= 0 || !bar.current || !length.current || !ratio.current) return;
      const round = roundLength(metres * widestBar);
      bar.current.style.width = `${Math.round(round / metres)}px`;
      length.current.textContent = round >= 1000 ? `${round / 1000} ${language === 'zh' ? '公里' : 'km'}` : `${round} ${language === 'zh' ? '米' : 'm'}`;
      ratio.current.textContent = `1 : ${roundScale(metres / metresPerScreenPixel)}`;
    };
    show();
    map.on('zoomend moveend resize', show);
    return () => { map.off('zoomend moveend resize', show); };
  }, [map, language, bar, length, ratio]);
  return (
    <div className="map-scale">
      <span><b ref={length} style={{ fontWeight: 500 }} /><span ref={ratio} /></span>
      <i ref={bar} />
    </div>
  );
}

/** The inset: where the view is among all assets, drawn from the sheets' own content. */
export function Locator({ ground, around, style, label }: { ground: Ground; around: Extent | null; style: BasemapStyle; label: string }) {
  const map = useMap();
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let frame = 0;
    const draw = () => {
      frame = 0;
      if (!canvas.current) return;
      const bounds = map.getBounds();
      ground.drawLocator(canvas.current, [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()], around);
    };
    const soon = () => { if (frame === 0) frame = requestAnimationFrame(draw); };
    soon();
    map.on('moveend zoomend resize', soon);
    return () => { cancelAnimationFrame(frame); map.off('moveend zoomend resize', soon); };
  }, [map, ground, around, style]);
  return <canvas ref={canvas} className="map-locator" role="img" aria-label={label} />;
}
