import { useMemo } from 'react';
import type { Category } from '../../../data/schema/vocabularies.js';

const [width, height] = [740, 264];
const steps = 92;

/** A repeatable waver between 0 and 1 for a place on a ridge. */
const chance = (seed: number, at: number) => { const value = Math.sin(seed * 127.1 + at * 311.7) * 43_758.5453; return value - Math.floor(value); };
function waver(seed: number, at: number): number {
  const whole = Math.floor(at);
  const share = at - whole;
  const soft = share * share * (3 - 2 * share);
  return chance(seed, whole) * (1 - soft) + chance(seed, whole + 1) * soft;
}

/** The outline of one range: a few tall peaks, broken by smaller ones, as the brush leaves them. */
function ridge(seed: number, foot: number, tall: number): string {
  const points = Array.from({ length: steps + 1 }, (_, step) => {
    const at = (step / steps) * 5;
    const peak = (1 - Math.abs(2 * waver(seed, at) - 1)) ** 1.7 * 0.66 + waver(seed + 7, at * 3.1) * 0.2 + waver(seed + 13, at * 9) * 0.09 + waver(seed + 29, at * 22) * 0.05;
    return `${((step / steps) * width).toFixed(1)} ${(foot - peak * tall).toFixed(1)}`;
  });
  return `M0 ${height}L${points.join('L')}L${width} ${height}Z`;
}
const seedOf = (text: string) => [...text].reduce((sum, character) => (sum * 31 + character.charCodeAt(0)) % 9973, 7);

const ranges = [
  { foot: 176, tall: 120, strength: 0.3 },
  { foot: 206, tall: 128, strength: 0.48 },
  { foot: 236, tall: 112, strength: 0.68 },
  { foot: 272, tall: 96, strength: 0.92 },
];

/** Stands where an asset has no photo: its own range of blue-green mountains with mist between them, in its category's tint. */
export function PaintedPicture({ category, seed }: { category: Category; seed: string }) {
  const start = seedOf(seed);
  const paths = useMemo(() => ranges.map(({ foot, tall }, order) => ridge(start + order * 41, foot, tall)), [start]);
  const tint = `color-mix(in oklab, var(--${category}) 14%, color-mix(in oklab, var(--blue) 55%, var(--green)))`;
  const id = `mist-${start}`;
  return (
    <svg className="showcase-painted" viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="xMidYMax slice" aria-hidden="true">
      <defs>
        {ranges.map(({ strength }, order) => (
          <linearGradient key={strength} id={`${id}-${order}`} x1="0" y1="0" x2="0" y2="1">
            <stop offset="0" stopColor={tint} stopOpacity={strength} />
            <stop offset="0.55" stopColor={tint} stopOpacity={strength * 0.62} />
            <stop offset="1" stopColor={tint} stopOpacity={order === ranges.length - 1 ? strength * 0.8 : 0.02} />
          </linearGradient>
        ))}
      </defs>
      <rect width={width} height={height} fill="var(--sunken)" />
      <circle cx={220 + (start % 300)} cy="62" r="22" fill="var(--cinnabar)" opacity="0.66" />
      {paths.map((path, order) => <path key={path} d={path} fill={`url(#${id}-${order})`} />)}
    </svg>
  );
}
