import { heatFigure, type HeatMode, type HeatScale } from '../../map/heat-layer.js';
import { useSay } from '../../state/language.js';

/** What the tints of the heat map stand for: five steps, each with the figure at which it begins. */
export function HeatLegend({ scale, mode }: { scale: HeatScale; mode: HeatMode }) {
  const say = useSay();
  return (
    <figure className="heat-legend panel" data-testid="heat-legend">
      <figcaption><b>{say(scale.title)}</b><span>{say(scale.unit)}</span></figcaption>
      <div>
        {scale.colours.map((colour, step) => <span key={step}><i style={{ background: colour }} /><small className="figures">{heatFigure(scale.from[step]!, mode)}</small></span>)}
      </div>
    </figure>
  );
}
