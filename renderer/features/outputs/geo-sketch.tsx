import { useMemo } from 'react';
import { useSay } from '../../state/language.js';
import { useProgram } from '../../state/program-store.js';

/** The drawing's own units: 4 : 3, with a margin on every side. */
const [width, height, margin] = [400, 300, 26];
/** Drawn at most so many: a layer of 50,000 is a cloud either way. */
const mostDots = 1_500;

/** Where the assets lie to each other, as dots in the colours of their categories: what the layer will look like on bare paper. */
export function GeoSketch({ datum }: { datum: string }) {
  const say = useSay();
  const entries = useProgram((state) => state.deskEntries ?? state.publicEntries);
  const dots = useMemo(() => {
    const placed = entries.flatMap(({ id, category, lng, lat }) => (lng === null || lat === null ? [] : [{ id, category, lng, lat }]));
    const [west, east] = [Math.min(...placed.slice(0, mostDots).map(({ lng }) => lng)), Math.max(...placed.slice(0, mostDots).map(({ lng }) => lng))];
    const [south, north] = [Math.min(...placed.slice(0, mostDots).map(({ lat }) => lat)), Math.max(...placed.slice(0, mostDots).map(({ lat }) => lat))];
    // A degree of longitude is shorter than one of latitude by the cosine of the latitude.
    const squeeze = Math.cos(((south + north) / 2) * (Math.PI / 180));
    const scale = Math.min((width - 2 * margin) / Math.max((east - west) * squeeze, 1e-6), (height - 2 * margin) / Math.max(north - south, 1e-6));
    return placed.slice(0, mostDots).map(({ id, category, lng, lat }) => ({
      id, category, x: width / 2 + (lng - (west + east) / 2) * squeeze * scale, y: height / 2 - (lat - (south + north) / 2) * scale,
    }));
  }, [entries]);
  return (
    <figure className="outputs-sketch" aria-label={say(`样图：${dots.length} 个点`, `Sketch: ${dots.length} dots`)}>
      <div className="outputs-sheet outputs-layer" data-theme="light">
        <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
          {dots.map(({ id, category, x, y }) => <circle key={id} cx={x} cy={y} r={4} fill={`var(--${category})`} />)}
        </svg>
        <p>{datum}</p>
      </div>
    </figure>
  );
}
