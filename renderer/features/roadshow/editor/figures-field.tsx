import type { StopFigure } from '../../../../data/schema/tour.js';
import { useSay } from '../../../state/language.js';
import { Button } from '../../../ui/button.js';
import type { ChangeFields } from './stop-form.js';

const most = 4;

/** The big numbers of a chapter: the figure, its unit and what it counts, in both languages. */
export function FiguresField({ figures, readOnly, onChange, onDone }: { figures: readonly StopFigure[]; readOnly: boolean; onChange: ChangeFields; onDone: () => void }) {
  const say = useSay();
  const set = (at: number, figure: StopFigure, soon = true) => onChange({ figures: figures.with(at, figure) }, soon);
  return (
    <div className="stop-field"><span className="label">{say('数字', 'Figures')}</span>
      {figures.map((figure, at) => {
        const input = (label: string, value: string, take: (value: string) => StopFigure) => <input className="input" aria-label={`${label} ${at + 1}`} placeholder={label} readOnly={readOnly} value={value} onBlur={onDone} onChange={(event) => set(at, take(event.target.value))} />;
        return (
          <div key={at} className="stop-figure">
            {input(say('数字', 'Figure'), figure.value, (value) => ({ ...figure, value: value.slice(0, 16) || '0' }))}
            {input(say('单位', 'Unit'), figure.unit.zh ?? '', (zh) => ({ ...figure, unit: { ...figure.unit, zh } }))}
            {input(say('单位（英）', 'Unit (English)'), figure.unit.en ?? '', (en) => ({ ...figure, unit: { ...figure.unit, en } }))}
            <Button small tone="quiet" icon="remove" isDisabled={readOnly} label={say(`删除第 ${at + 1} 个数字`, `Remove figure ${at + 1}`)} onPress={() => onChange({ figures: figures.toSpliced(at, 1) })} />
            {input(say('说明', 'What it counts'), figure.label.zh ?? '', (zh) => ({ ...figure, label: { ...figure.label, zh } }))}
            {input(say('说明（英）', 'In English'), figure.label.en ?? '', (en) => ({ ...figure, label: { ...figure.label, en } }))}
          </div>
        );
      })}
      {figures.length < most && <Button small icon="add" isDisabled={readOnly} onPress={() => onChange({ figures: [...figures, { value: '0', unit: {}, label: {} }] })}>{say('添加数字', 'Add a figure')}</Button>}
    </div>
  );
}
