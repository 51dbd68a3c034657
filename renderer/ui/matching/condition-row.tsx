import { Input, NumberField, TextField, ToggleButton } from 'react-aria-components';
import { conditionNames } from '../../../data/rules/matching/condition-words.js';
import { trades } from '../../../data/schema/trades.js';
import { categories, cooperations, statuses, utilities, type Category } from '../../../data/schema/vocabularies.js';
import type { Vocabulary } from '../../../data/schema/vocabulary.js';
import { hindrances, type Condition, type ConditionKind, type ConditionOf } from '../../../data/schema/wish.js';
import { useSay } from '../../state/language.js';
import { CategoryBadge } from '../category-badge.js';
import { Segmented } from '../segmented.js';

interface RowProps { readonly kind: ConditionKind; readonly conditions: readonly Condition[]; readonly villages: readonly string[]; readonly onSet: (conditions: readonly Condition[]) => void }

/** One kind of condition with all its choices: a row of the form, and what a chip opens. */
export function ConditionRow(props: RowProps) {
  const say = useSay();
  const name = say(conditionNames[props.kind]);
  return (
    <div className="wish-row" role="group" aria-label={name}>
      <span className="label">{name}</span>
      <div className="wish-row-choices"><Choices {...props} /></div>
    </div>
  );
}

function Choices({ kind, conditions, villages, onSet }: RowProps) {
  const say = useSay();
  const of = <K extends ConditionKind>(wanted: K) => conditions.filter((condition): condition is ConditionOf<K> => condition.kind === wanted);
  const words = (list: Vocabulary) => list.words.map(({ value, label }) => ({ value, label: say(label) }));
  switch (kind) {
    case 'category': {
      const [now] = of('category');
      return <><Toggles options={words(categories)} chosen={now?.any ?? []} sign={(value) => <CategoryBadge category={value as Category} size={16} />} onChange={(any) => onSet(any.length > 0 ? [{ kind: 'category', any: any as Category[], not: now?.not ?? false, together: (now?.together ?? false) && any.length > 1 }] : [])} />
        {now && <Refusal refused={now.not} onChange={(not) => onSet([{ ...now, not }])} />}
        {now && now.any.length > 1 && !now.not && <Segmented label={say('几类之间', 'Between them')} value={now.together ? 'all' : 'any'} onChange={(value) => onSet([{ ...now, together: value === 'all' }])} options={[{ value: 'any', label: say('任一类', 'Any') }, { value: 'all', label: say('都要有', 'All of them') }]} />}</>;
    }
    case 'trade': {
      const chosen = of('trade').filter(({ not }) => !not);
      const refused = of('trade').filter(({ not }) => not);
      return <Toggles options={words(trades)} chosen={chosen.flatMap(({ any }) => any)} onChange={(values) => onSet([...refused, ...values.map((value) => chosen.find(({ any }) => any.length === 1 && any[0] === value) ?? { kind: 'trade' as const, any: [value as never], not: false, said: null })])} />;
    }
    case 'utility': return <Toggles options={words(utilities)} chosen={of('utility').map(({ utility }) => utility)} onChange={(values) => onSet(values.map((utility) => ({ kind: 'utility', utility: utility as never })))} />;
    case 'avoid': return <Toggles options={words(hindrances)} chosen={of('avoid').map(({ hindrance }) => hindrance)} onChange={(values) => onSet(values.map((hindrance) => ({ kind: 'avoid', hindrance: hindrance as never })))} />;
    case 'village': return <Listed options={villages.map((value) => ({ value, label: value }))} now={of('village')[0]} onChange={(any, not) => onSet(any.length > 0 ? [{ kind: 'village', any: [...any], not }] : [])} />;
    case 'cooperation': return <Listed options={words(cooperations)} now={of('cooperation')[0]} onChange={(any, not) => onSet(any.length > 0 ? [{ kind: 'cooperation', any: any as never, not }] : [])} />;
    case 'status': return <Listed options={words(statuses).filter(({ value }) => value !== 'withdrawn')} now={of('status')[0]} onChange={(any, not) => onSet(any.length > 0 ? [{ kind: 'status', any: any as never, not, implied: false }] : [])} />;
    case 'area': {
      const now = of('area')[0] ?? { kind: 'area', min: null, max: null, unit: 'mu', about: false, of: null } as const;
      return <><Span now={now} unit="" onChange={(span) => onSet(span ? [{ ...now, ...span, about: false }] : [])} /><Segmented label={say('单位', 'Unit')} value={now.unit} onChange={(unit) => { if (now.min !== null || now.max !== null) onSet([{ ...now, unit }]); else onSet([{ ...now, unit, min: unit === 'mu' ? 100 : 300 }]); }} options={[{ value: 'mu', label: say('亩', 'mu') }, { value: 'm2', label: '㎡' }]} /></>;
    }
    case 'budget': {
      const now = of('budget')[0] ?? { kind: 'budget', min: null, max: null, per: 'year', of: 'whole' } as const;
      return <><Span now={now} unit={say('元', 'CNY')} onChange={(span) => onSet(span ? [{ ...now, ...span }] : [])} />
        <Segmented label={say('怎么算', 'Counted')} value={now.per} onChange={(per) => { if (now.min !== null || now.max !== null) onSet([{ ...now, per }]); }} options={[{ value: 'any', label: say('不限', 'Any') }, { value: 'year', label: say('每年', 'A year') }, { value: 'month', label: say('每月', 'A month') }, { value: 'total', label: say('总价', 'In all') }]} />
        <Segmented label={say('按什么算', 'For')} value={now.of} onChange={(of) => { if (now.min !== null || now.max !== null) onSet([{ ...now, of }]); }} options={[{ value: 'whole', label: say('整宗', 'Whole') }, { value: 'mu', label: say('每亩', 'A mu') }, { value: 'm2', label: say('每㎡', 'A ㎡') }]} /></>;
    }
    case 'distance': { const [now] = of('distance'); return <Figure label={say('不超过', 'At most')} value={now?.max ?? null} unit={say('公里', 'km')} onChange={(max) => onSet(max ? [{ kind: 'distance', max }] : [])} />; }
    case 'words': { const [now] = of('words'); return <WordField value={now?.text ?? ''} onChange={(typed) => onSet(typed.trim() ? [{ kind: 'words', text: typed.trim(), any: [typed.trim().toLowerCase()], not: false }] : [])} />; }
    case 'investment': case 'term': case 'capacity': case 'floors': case 'seats': {
      const units = { investment: say('元', 'CNY'), term: say('年', 'years'), capacity: 'kW', floors: say('层', 'storeys'), seats: say('人', 'people') } as const;
      const now = conditions.find((condition): condition is ConditionOf<typeof kind> => condition.kind === kind);
      return <Span now={now ?? { min: null, max: null }} unit={units[kind]} onChange={(span) => onSet(span ? [{ kind, ...span }] : [])} />;
    }
  }
}

function Toggles({ options, chosen, sign, onChange }: { options: readonly { value: string; label: string }[]; chosen: readonly string[]; sign?: (value: string) => React.ReactNode; onChange: (chosen: readonly string[]) => void }) {
  return <>{options.map(({ value, label }) => <ToggleButton key={value} className="filter-choice" isSelected={chosen.includes(value)} onChange={(on) => onChange(on ? [...chosen, value] : chosen.filter((one) => one !== value))}>{sign?.(value)}{label}</ToggleButton>)}</>;
}

function Listed({ options, now, onChange }: { options: readonly { value: string; label: string }[]; now: { readonly any: readonly string[]; readonly not: boolean } | undefined; onChange: (any: readonly string[], not: boolean) => void }) {
  return <><Toggles options={options} chosen={now?.any ?? []} onChange={(any) => onChange(any, now?.not ?? false)} />{now && <Refusal refused={now.not} onChange={(not) => onChange(now.any, not)} />}</>;
}

/** Wanted, or ruled out. */
function Refusal({ refused, onChange }: { refused: boolean; onChange: (refused: boolean) => void }) {
  const say = useSay();
  return <Segmented label={say('要不要', 'Wanted or not')} value={refused ? 'no' : 'yes'} onChange={(value) => onChange(value === 'no')} options={[{ value: 'yes', label: say('要', 'Wanted') }, { value: 'no', label: say('不要', 'Ruled out') }]} />;
}

function Figure({ label, value, unit, onChange }: { label: string; value: number | null; unit: string; onChange: (value: number | null) => void }) {
  return (
    <>
      <NumberField aria-label={label} minValue={0} value={value ?? NaN} onChange={(next) => onChange(Number.isNaN(next) ? null : next)} formatOptions={{ maximumFractionDigits: 2 }}><Input className="input figures" placeholder={label} /></NumberField>
      {unit && <span className="soft">{unit}</span>}
    </>
  );
}

/** From one number to another; either end may be open. */
function Span({ now, unit, onChange }: { now: { readonly min: number | null; readonly max: number | null }; unit: string; onChange: (span: { min: number | null; max: number | null } | null) => void }) {
  const say = useSay();
  const take = (change: Partial<{ min: number | null; max: number | null }>) => { const { min, max } = { ...now, ...change }; onChange(min === null && max === null ? null : { min, max }); };
  return <><Figure label={say('至少', 'At least')} value={now.min} unit="" onChange={(min) => take({ min })} /><span aria-hidden="true">–</span><Figure label={say('至多', 'At most')} value={now.max} unit={unit} onChange={(max) => take({ max })} /></>;
}

function WordField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const say = useSay();
  return <TextField aria-label={say('台账里要有的字词', 'A word of the ledger')} value={value} maxLength={60} onChange={onChange}><Input className="input" placeholder={say('如：水边、夯土', 'Such as: stream, rammed-earth')} /></TextField>;
}
