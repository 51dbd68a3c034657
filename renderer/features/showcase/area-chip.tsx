import { useState } from 'react';
import { Button as AriaButton, Dialog, DialogTrigger, Input, NumberField, Popover } from 'react-aria-components';
import type { AreaRange, AreaUnit } from '../../../data/rules/filter.js';
import { formatNumber } from '../../../data/rules/format.js';
import { useSay, type Say } from '../../state/language.js';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import { Segmented } from '../../ui/segmented.js';

const presets: Readonly<Record<AreaUnit, readonly number[]>> = { mu: [10, 50, 100, 200, 500], m2: [100, 200, 500, 1000, 3000] };
const unitWord = (unit: AreaUnit, say: Say) => (unit === 'mu' ? say('亩', 'mu') : '㎡');

/** ≥ 200 亩, ≤ 500 ㎡, 50–200 亩 */
export function areaText(range: AreaRange, say: Say): string {
  const { min, max, unit } = range;
  const span = min !== null && max !== null ? `${formatNumber(min)}–${formatNumber(max)}` : min !== null ? `≥ ${formatNumber(min)}` : `≤ ${formatNumber(max ?? 0)}`;
  return `${span} ${unitWord(unit, say)}`;
}

/** The chip for a range of areas: usual sizes at a press, or any two numbers. */
export function AreaChip({ range, unknown, onChange }: { range: AreaRange | null; unknown: number; onChange: (range: AreaRange | null) => void }) {
  const say = useSay();
  const [unit, setUnit] = useState<AreaUnit>(range?.unit ?? 'mu');
  const given = range ?? { min: null, max: null, unit };
  const take = (change: Partial<AreaRange>) => {
    const next = { ...given, unit, ...change };
    onChange(next.min === null && next.max === null ? null : next);
  };
  const turn = (next: AreaUnit) => { setUnit(next); if (range) onChange({ ...range, unit: next }); };
  const bound = (label: string, side: 'min' | 'max') => (
    <NumberField aria-label={label} minValue={0} value={given[side] ?? NaN} onChange={(value) => take({ [side]: Number.isNaN(value) ? null : value })} formatOptions={{ maximumFractionDigits: 2 }}>
      <Input className="input figures" placeholder={label} />
    </NumberField>
  );
  return (
    <DialogTrigger>
      <AriaButton className={`chip ${range ? 'chip-on' : ''}`}>{say('面积', 'Area')}{range && <b>{areaText(range, say)}</b>}<Icon name="down" size={15} /></AriaButton>
      <Popover className="popover" placement="bottom start">
        <Dialog aria-label={say('面积', 'Area')} className="showcase-area">
          <Segmented label={say('单位', 'Unit')} value={unit} onChange={turn} options={[{ value: 'mu', label: say('亩', 'mu') }, { value: 'm2', label: '㎡' }]} />
          <div className="showcase-area-presets">
            {presets[unit].map((size) => (
              <Button key={size} small className={range?.min === size && range.max === null && range.unit === unit ? 'showcase-chosen' : ''} onPress={() => take({ min: size, max: null })}>{`≥ ${formatNumber(size)}`}</Button>
            ))}
          </div>
          <div className="showcase-area-range">{bound(say('从', 'From'), 'min')}<span aria-hidden="true">–</span>{bound(say('到', 'To'), 'max')}<span className="soft">{unitWord(unit, say)}</span></div>
          <p className="help">{say('山林、田地按占地，房屋按建筑面积。', 'Land by its site, buildings by their floor area.')}{unknown > 0 && say(` 另有 ${unknown} 处面积不详。`, ` ${unknown} more of unknown area.`)}</p>
          {range && <Button small tone="quiet" icon="close" onPress={() => onChange(null)}>{say('不限面积', 'Any area')}</Button>}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
