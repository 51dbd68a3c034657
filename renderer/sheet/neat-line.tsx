import { angleLabel } from '../map/angle-label.js';
import { graticule, type PrintView, type Tick } from '../map/print/print-view.js';

/** The map's frame: a ladder of degrees between two lines, their figures outside, and small crosses where the lines would meet. */
export function NeatLine({ view, unit }: { view: PrintView; unit: number }) {
  const { width, height } = view;
  const { step, meridians, parallels } = graticule(view);
  const ladder = unit * 1.5;
  const outer = unit * 2.1;
  const letters = unit * 2.5;
  const arm = unit * 1.6;
  const rungs = (ticks: readonly Tick[], length: number) => {
    const edges = [0, ...ticks.map(({ at }) => at).toSorted((one, other) => one - other), length];
    return edges.slice(1).flatMap((to, index) => {
      const from = edges[index]!;
      // The count goes by the degrees, so that a rung keeps its colour on either side.
      return index % 2 === 0 ? [{ from, to }] : [];
    });
  };
  const room = letters * 3;
  return (
    <svg className="sheet-neat-line" style={{ left: -unit * 7, top: -unit * 7 }} width={width + unit * 14} height={height + unit * 14} viewBox={`${-unit * 7} ${-unit * 7} ${width + unit * 14} ${height + unit * 14}`} aria-hidden="true">
      <g className="neat-crosses" strokeWidth={unit * 0.18}>
        {meridians.flatMap(({ at: x }) => parallels.map(({ at: y }) => <path key={`${x} ${y}`} d={`M${x - arm} ${y}H${x + arm}M${x} ${y - arm}V${y + arm}`} />))}
      </g>
      <g className="neat-rungs">
        {rungs(meridians, width).flatMap(({ from, to }) => [-ladder, height].map((y) => <rect key={`${y} ${from}`} x={from} y={y} width={to - from} height={ladder} />))}
        {rungs(parallels, height).flatMap(({ from, to }) => [-ladder, width].map((x) => <rect key={`${x} ${from}`} x={x} y={from} width={ladder} height={to - from} />))}
      </g>
      <rect className="neat-inner" x={0} y={0} width={width} height={height} strokeWidth={unit * 0.2} />
      <rect className="neat-inner" x={-ladder} y={-ladder} width={width + 2 * ladder} height={height + 2 * ladder} strokeWidth={unit * 0.2} />
      <rect className="neat-outer" x={-outer} y={-outer} width={width + 2 * outer} height={height + 2 * outer} strokeWidth={unit * 0.5} />
      <g className="neat-figures" fontSize={letters}>
        {meridians.filter(({ at }) => at > room && at < width - room).flatMap(({ at, degrees }) => [
          <text key={`n${degrees}`} x={at} y={-outer - unit * 1.1} textAnchor="middle">{angleLabel(degrees, step)}</text>,
          <text key={`s${degrees}`} x={at} y={height + outer + letters * 0.95 + unit * 0.5} textAnchor="middle">{angleLabel(degrees, step)}</text>,
        ])}
        {parallels.filter(({ at }) => at > room && at < height - room).flatMap(({ at, degrees }) => [
          <text key={`w${degrees}`} transform={`translate(${-outer - unit * 1.1} ${at}) rotate(-90)`} textAnchor="middle">{angleLabel(degrees, step)}</text>,
          <text key={`e${degrees}`} transform={`translate(${width + outer + unit * 1.1} ${at}) rotate(90)`} textAnchor="middle">{angleLabel(degrees, step)}</text>,
        ])}
      </g>
    </svg>
  );
}
