import { text } from '../../../../data/schema/text.js';
import type { Stop, StopFigure } from '../../../../data/schema/tour.js';
import { useSay } from '../../../state/language.js';
import { Button } from '../../../ui/button.js';
import { KeptWords } from './kept-words.js';
import type { TourEdits } from './use-tour-edits.js';

type Chapter = Extract<Stop, { kind: 'chapter' }>;
const mostFigures = 4;

/** Up to four big numbers on a chapter's page, as they are to be read. */
export function FigureFields({ stop, edits }: { stop: Chapter; edits: TourEdits }) {
  const say = useSay();
  const put = (figures: StopFigure[]) => edits.set(stop.id, (now) => ({ ...now, figures }) as Stop, text('改章节的数字', 'Change a chapter’s figures'));
  const set = (at: number, change: Partial<StopFigure>) => put(stop.figures.map((figure, place) => (place === at ? { ...figure, ...change } : figure)));
  const words = (label: string, value: string, onKeep: (next: string) => void, limit = 24) => <KeptWords label={label} value={value} limit={limit} readOnly={edits.readOnly} onKeep={onKeep} />;
  return (
    <fieldset className="figure-fields">
      <legend className="label">{say('大数字', 'Figures')}</legend>
      {stop.figures.map((figure, at) => (
        <div key={at} className="figure-field">
          {words(say('数', 'Value'), figure.value, (value) => { if (value !== '') set(at, { value }); }, 16)}
          {words(say('单位', 'Unit (Chinese)'), figure.unit.zh ?? '', (zh) => set(at, { unit: { ...figure.unit, zh } }))}
          {words(say('是什么', 'What it is (Chinese)'), figure.label.zh ?? '', (zh) => set(at, { label: { ...figure.label, zh } }))}
          {words(say('英文单位', 'Unit'), figure.unit.en ?? '', (en) => set(at, { unit: { ...figure.unit, en } }))}
          {words(say('英文说明', 'What it is'), figure.label.en ?? '', (en) => set(at, { label: { ...figure.label, en } }))}
          {!edits.readOnly && <Button small tone="quiet" icon="remove" label={say('去掉这个数字', 'Take this figure away')} onPress={() => put(stop.figures.filter((_, place) => place !== at))} />}
        </div>
      ))}
      {!edits.readOnly && stop.figures.length < mostFigures && <Button small icon="add" onPress={() => put([...stop.figures, { value: '0', unit: {}, label: {} }])}>{say('添加数字', 'Add a figure')}</Button>}
    </fieldset>
  );
}
