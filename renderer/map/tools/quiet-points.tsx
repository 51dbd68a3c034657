import { useEffect, useState } from 'react';
import { useMap } from 'react-leaflet';
import type { MapPoint } from '../clusters.js';
import { readLook } from '../look.js';
import { QuietLayer } from '../stage/quiet-layer.js';

/** The assets that are not spoken of just now, as small dots: nothing is taken off the map. */
export function QuietPoints({ points, style }: { points: readonly MapPoint[]; /** Another one has other colours. */ style: string }) {
  const map = useMap();
  const [layer, setLayer] = useState<QuietLayer | null>(null);
  useEffect(() => {
    const made = new QuietLayer(readLook(), 0.8);
    made.addTo(map);
    setLayer(made);
    return () => { made.remove(); setLayer(null); };
  }, [map]);
  useEffect(() => { layer?.setPoints(points); }, [layer, points]);
  useEffect(() => { layer?.setLook(readLook()); }, [layer, style]);
  return null;
}
