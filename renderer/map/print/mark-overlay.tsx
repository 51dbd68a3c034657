import { categories } from '../../../data/schema/vocabularies.js';
import { categoryColour, categoryGlyphs } from '../../ui/category-glyph.js';
import { countText } from '../sprites.js';
import { badgeSizes, type Gathering, type PrintMarks } from './print-marks.js';
import type { PrintView } from './print-view.js';

const circle = 2 * Math.PI;
const turned = (angle: number, radius: number) => `${(Math.sin(angle) * radius).toFixed(2)} ${(-Math.cos(angle) * radius).toFixed(2)}`;

/** The parts of a ring, one for each category that is there: from where to where it goes, in radians from the top. */
export function ringParts(mix: readonly number[], count: number): readonly { readonly at: number; readonly from: number; readonly to: number }[] {
  const kinds = mix.filter((number) => number > 0).length;
  const least = 0.16;
  const spare = circle - kinds * least;
  let angle = 0;
  return mix.flatMap((number, at) => {
    if (number === 0) return [];
    const from = angle;
    angle += least + (number / count) * spare;
    return [{ at, from, to: angle }];
  });
}

function GatheringMark({ gathering: { x, y, count, mix, radius }, chinese }: { gathering: Gathering; chinese: boolean }) {
  const ring = radius * 0.22;
  const middle = radius - ring / 2;
  const parts = ringParts(mix, count);
  const gap = parts.length > 1 ? 0.05 : 0;
  const text = countText(count, chinese);
  return (
    <g transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`}>
      <circle r={radius + ring * 0.35} className="print-badge-ground" />
      {parts.length === 1
        ? <circle r={middle} fill="none" strokeWidth={ring} style={{ stroke: categoryColour(categories.values[parts[0]!.at]!) }} />
        : parts.map(({ at, from, to }) => <path key={at} d={`M${turned(from + gap, middle)}A${middle} ${middle} 0 ${to - from > Math.PI ? 1 : 0} 1 ${turned(to - gap, middle)}`} fill="none" strokeWidth={ring} style={{ stroke: categoryColour(categories.values[at]!) }} />)}
      <text className="print-count" fontSize={radius * (text.length > 3 ? 0.62 : 0.78)} textAnchor="middle" dominantBaseline="central">{text}</text>
    </g>
  );
}

/** The assets over the ground: areas, leaders, badges, gatherings, names; all of it vectors and text. */
export function MarkOverlay({ view, marks, unit, chinese, underPainted }: {
  view: PrintView; marks: PrintMarks; unit: number; chinese: boolean;
  /** The ground's picture holds the areas and the names' light edges already. */
  underPainted: boolean;
}) {
  const radius = badgeSizes.radius * unit;
  const chosen = marks.badges.filter(({ point }) => point.id === marks.selected);
  const badges = [...marks.badges.filter(({ point }) => point.id !== marks.selected), ...chosen];
  return (
    <svg className="print-marks" width={view.width} height={view.height} viewBox={`0 0 ${view.width} ${view.height}`}>
      {!underPainted && marks.areas.map(({ id, category, path }) => (
        <g key={id} style={{ color: categoryColour(category) }}>
          <path d={path} className="print-area-halo" strokeWidth={unit * 0.75} />
          <path d={path} className="print-area" fillRule="evenodd" strokeWidth={unit * 0.42} strokeDasharray={`${unit * 1.4} ${unit * 0.8}`} fillOpacity={id === marks.selected ? 0.32 : 0.17} />
        </g>
      ))}
      {badges.filter(({ x, y, placeX, placeY }) => Math.hypot(x - placeX, y - placeY) > radius * 0.9).map(({ point, x, y, placeX, placeY }) => (
        <g key={point.id} style={{ color: categoryColour(point.category) }}>
          <line x1={x} y1={y} x2={placeX} y2={placeY} className="print-leader-halo" strokeWidth={unit * 0.75} />
          <line x1={x} y1={y} x2={placeX} y2={placeY} className="print-leader" strokeWidth={unit * 0.3} />
          <circle cx={placeX} cy={placeY} r={unit * 0.55} className="print-leader-end" strokeWidth={unit * 0.2} />
        </g>
      ))}
      {marks.gatherings.map((gathering) => <GatheringMark key={gathering.key} gathering={gathering} chinese={chinese} />)}
      {badges.map(({ point, x, y }) => {
        const large = point.id === marks.selected;
        const r = large ? radius * 1.5 : radius;
        const glyph = categoryGlyphs[point.category];
        return (
          <g key={point.id} transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`}>
            {large && <circle r={r * 1.55} className="print-chosen" strokeWidth={unit * 0.45} />}
            <circle r={r} className="print-badge" style={{ fill: categoryColour(point.category) }} strokeWidth={unit * 0.38} />
            <path d={glyph.path} transform={`scale(${(r / 12.4).toFixed(3)})`} className={glyph.filled ? 'print-glyph-filled' : 'print-glyph'} strokeWidth={1.8} />
          </g>
        );
      })}
      {marks.names.map(({ badge, text, x, y, anchor }) => (
        <text key={badge.point.id} x={x.toFixed(1)} y={y.toFixed(1)} className={underPainted ? 'print-name' : 'print-name print-halo'} fontSize={badgeSizes.name * unit} strokeWidth={underPainted ? 0 : unit * 0.85} textAnchor={anchor} dominantBaseline="central">{text}</text>
      ))}
    </svg>
  );
}
