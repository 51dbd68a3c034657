import { useEffect, useMemo, useRef } from 'react';
import { formatNumber, squareMetresPerMu } from '../../../data/rules/format.js';
import { headlineOf } from '../../../data/rules/headline.js';
import { useSay } from '../../state/language.js';
import { useProgram } from '../../state/program-store.js';
import { Button } from '../../ui/button.js';
import { isStill } from '../../ui/motion.js';
import { toggleList, useShowcase } from './showcase-store.js';
import type { FoundAssets } from './use-found.js';

const countMs = 650;
const easeOut = (share: number) => 1 - (1 - share) ** 3;

/** A figure that runs to its value; writes to its own element, so that counting renders nothing. */
function Running({ value, text }: { value: number; text: (value: number) => string }) {
  const element = useRef<HTMLElement>(null);
  const shown = useRef(0);
  useEffect(() => {
    const from = shown.current;
    const write = (next: number) => { shown.current = next; if (element.current) element.current.textContent = text(next); };
    if (isStill() || from === value) { write(value); return; }
    const start = performance.now();
    let frame = requestAnimationFrame(function step(now) {
      const share = Math.min(1, Math.max(0, (now - start) / countMs));
      write(share === 1 ? value : from + (value - from) * easeOut(share));
      if (share < 1) frame = requestAnimationFrame(step);
    });
    return () => cancelAnimationFrame(frame);
  }, [value, text]);
  return <b ref={element} className="figures">{text(0)}</b>;
}

const whole = (value: number) => formatNumber(Math.round(value));
const tenThousands = (value: number) => formatNumber(value / 10_000, 1);
const thousands = (value: number) => formatNumber(value / 1_000, 0);
/** Above this a figure is said in 万, or thousands, to stay readable from afar. */
const long = 1_000_000;

/** The township in five figures; they follow search and filter. The list is opened from here. */
export function HeadlinePanel({ found, loading }: { found: FoundAssets; loading: boolean }) {
  const say = useSay();
  const projects = useProgram((state) => state.publicProjects);
  const listOpen = useShowcase((state) => state.listOpen);
  const headline = useMemo(() => headlineOf(found.found, projects.map(({ project }) => project), !found.narrowed), [found, projects]);
  const chinese = say.language === 'zh';
  const figures = [
    { label: found.narrowed ? say('符合条件', 'Matching') : say('闲置资产', 'Idle assets'), value: headline.assets, unit: say('处', '') },
    { label: say('山林田地', 'Woods and fields'), value: headline.land / squareMetresPerMu, unit: say('亩', 'mu') },
    { label: say('可盘活装机', 'Hydropower'), value: headline.capacityKw, unit: 'kW' },
    { label: say('老房与礼堂', 'Houses and halls'), value: headline.buildings, unit: '㎡' },
    { label: say('招商项目', 'Projects'), value: headline.projects, unit: say('个', '') },
  ];
  return (
    <div className="showcase-headline">
      {figures.map(({ label, value, unit }) => {
        const far = value >= long;
        return (
          <div key={unit + label} className="showcase-figure">
            {loading ? <i className="showcase-wait showcase-wait-figure" /> : <span className="showcase-figure-value"><Running value={value} text={!far ? whole : chinese ? tenThousands : thousands} /><small>{far ? (chinese ? `万${unit}` : `k ${unit}`) : unit}</small></span>}
            <span className="showcase-figure-label">{label}</span>
          </div>
        );
      })}
      <Button className="showcase-list-toggle" icon={listOpen ? 'down' : 'up'} aria-expanded={listOpen} aria-keyshortcuts="L" onPress={toggleList}>{say('列表', 'List')}</Button>
    </div>
  );
}
