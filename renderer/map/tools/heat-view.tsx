import { useEffect, useEffectEvent, useState } from 'react';
import { useMap } from 'react-leaflet';
import type { MapPoint } from '../clusters.js';
import { HeatLayer, type HeatMode, type HeatScale } from '../heat-layer.js';
import { readLook } from '../look.js';

/** The density of the assets as a tint; nothing without a mode. Tells the scale of its colours, for the legend. */
export function HeatView({ points, mode, onScale }: { points: readonly MapPoint[]; mode: HeatMode | null; onScale: (scale: HeatScale | null) => void }) {
  const map = useMap();
  const [layer, setLayer] = useState<HeatLayer | null>(null);
  const tell = useEffectEvent((scale: HeatScale | null) => onScale(scale));
  const isOn = mode !== null;
  useEffect(() => {
    if (!isOn) return;
    const made = new HeatLayer(readLook(), (scale) => tell(scale));
    made.addTo(map);
    setLayer(made);
    const watcher = new MutationObserver(() => made.setLook(readLook()));
    watcher.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    return () => { watcher.disconnect(); made.remove(); setLayer(null); tell(null); };
  }, [map, isOn]);
  useEffect(() => { layer?.setPoints(points); }, [layer, points]);
  useEffect(() => { layer?.setMode(mode); }, [layer, mode]);
  return null;
}
