const width = 1920;
const height = 1080;

/** A ridge far or near: where it stands, how high its peaks rise, how broad they are, and how strong its colour is against the ground. */
interface Ridge { readonly foot: number; readonly rise: number; readonly breadth: number; readonly shift: number; readonly tint: string; readonly strength: number }
const ridges: readonly Ridge[] = [
  { foot: 700, rise: 170, breadth: 430, shift: 0.4, tint: 'var(--blue)', strength: 14 },
  { foot: 790, rise: 210, breadth: 350, shift: 2.1, tint: 'var(--green)', strength: 24 },
  { foot: 880, rise: 180, breadth: 300, shift: 4.4, tint: 'var(--green)', strength: 42 },
  { foot: 985, rise: 150, breadth: 240, shift: 1.3, tint: 'color-mix(in srgb, var(--green), var(--blue) 45%)', strength: 66 },
];

/** The outline of a ridge: steep peaks as ink painters set them, made of a few waves so that it is the same every time. */
function outline({ foot, rise, breadth, shift }: Ridge): string {
  const points: string[] = [];
  for (let x = 0; x <= width; x += 12) {
    const wave = (share: number, phase: number) => Math.sin((x / (breadth * share)) * Math.PI + shift + phase);
    const peak = Math.abs(wave(1.6, 0)) ** 1.7 * 0.62 + Math.abs(wave(0.7, 1.9)) ** 1.5 * 0.26 + wave(0.16, 0.7) * 0.022 + wave(0.07, 2.2) * 0.012;
    points.push(`${x} ${Math.round((foot - peak * rise) * 10) / 10}`);
  }
  return `M0 ${height}L${points.join('L')}L${width} ${height}Z`;
}
const outlines = ridges.map((ridge) => ({ ...ridge, path: outline(ridge) }));
/** Scales of water before the nearest ridge, as on the weir of the township's creek. */
const ripples = Array.from({ length: 3 }, (_, row) => `M${-30 + row * 14} ${1_018 + row * 20}${' q14 11 28 0'.repeat(71)}`).join('');

/** Hills behind hills in the colours of the theme: the ground on which the screen waits. Decoration alone. */
export function PaintedHills() {
  return (
    <svg className="painted-hills" viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="xMidYMax slice" aria-hidden="true">
      <circle cx="1460" cy="330" r="74" style={{ fill: 'color-mix(in srgb, var(--cinnabar) 68%, var(--ground))' }} />
      {outlines.map(({ path, tint, strength }) => <path key={path} d={path} style={{ fill: `color-mix(in srgb, ${tint} ${strength}%, var(--ground))` }} />)}
      <path d={ripples} fill="none" strokeWidth="2.400" strokeOpacity="0.500" style={{ stroke: 'var(--ground)' }} />
    </svg>
  );
}
