import { z } from 'zod';
import { areaUnits } from './area-units.js';
import { trades } from './trades.js';
import { categories, cooperations, statuses, utilities } from './vocabularies.js';
import { vocabulary } from './vocabulary.js';
import { schemaOf } from './vocabulary-schema.js';

/** What an investor may want kept clear of: label zh, label en, then the words of wishes and of ledgers. */
export const hindrances = vocabulary({
  'basic-farmland': ['永久基本农田', 'Permanent basic farmland', '基本农田', '永农', 'basic farmland', 'prime farmland', 'protected farmland'],
  'red-line': ['生态红线', 'Ecological red line', '生态保护红线', '红线', 'red line', 'ecological redline', 'redline', 'protected area', 'conservation area'],
  heritage: ['文物保护', 'Heritage protection', '文保', '文物', '文保单位', '文物保护单位', '文物保护点', '历史建筑', 'heritage listed', 'listed building', 'listed buildings', 'heritage restrictions', 'heritage-listed'],
  danger: ['危房', 'Unsafe building', '危房改造', 'C级危房', 'D级危房', '塌了', 'derelict', 'dangerous building', 'unsafe', 'dilapidated', 'collapsing', 'ruin', 'ruins'],
  'public-forest': ['公益林', 'Public-benefit forest', '生态公益林', 'public welfare forest', 'public-welfare forest', 'protection forest', 'non-commercial forest'],
  'water-source': ['水源保护', 'Water-source protection', '水源地', '饮用水源', '水源涵养', '水源涵养林', 'water source', 'drinking water source', 'water protection zone'],
});
export type Hindrance = (typeof hindrances.values)[number];

const figure = z.number().nonnegative().nullable();
const span = { min: figure, max: figure };
const not = z.boolean().default(false);

/** How the money of a budget is counted: a year, a month, once, or not said; for the whole, for each 亩, for each ㎡. */
export const budgetPeriods = ['any', 'year', 'month', 'total'] as const;
export const budgetParts = ['whole', 'mu', 'm2'] as const;

/** One thing that is wished for. Lists are met by any of their values; `not` turns one round. Each weighs and is told of by itself. */
export const conditionSchema = z.discriminatedUnion('kind', [
  /** `together`: all of the categories are wanted beside each other, not one of them. */
  z.object({ kind: z.literal('category'), any: z.array(schemaOf(categories)).min(1).max(6), not, together: z.boolean().default(false) }),
  /** `said`: the very word, where the ledger's own texts have it too. */
  z.object({ kind: z.literal('trade'), any: z.array(schemaOf(trades)).min(1).max(10), not, said: z.string().max(60).nullable().default(null) }),
  z.object({ kind: z.literal('village'), any: z.array(z.string().max(40)).min(1).max(20), not }),
  /** In the unit as stated; `about`: a fifth more or less is as good. `of`: the land or the floor, where that was said. */
  z.object({ kind: z.literal('area'), ...span, unit: z.enum(areaUnits), about: z.boolean().default(false), of: z.enum(['site', 'floor']).nullable().default(null) }),
  /** yuan */
  z.object({ kind: z.literal('budget'), ...span, per: z.enum(budgetPeriods).default('any'), of: z.enum(budgetParts).default('whole') }),
  /** What is to be invested in all, in yuan: it is held against projects. */
  z.object({ kind: z.literal('investment'), ...span }),
  /** Years that it is wanted for. */
  z.object({ kind: z.literal('term'), ...span }),
  z.object({ kind: z.literal('utility'), utility: schemaOf(utilities) }),
  /** Kilometres to the motorway, at most. */
  z.object({ kind: z.literal('distance'), max: z.number().positive() }),
  z.object({ kind: z.literal('capacity'), ...span }),
  z.object({ kind: z.literal('floors'), ...span }),
  /** People it holds. */
  z.object({ kind: z.literal('seats'), ...span }),
  z.object({ kind: z.literal('cooperation'), any: z.array(schemaOf(cooperations)).min(1).max(10), not }),
  /** `implied`: nobody said so, but whoever asks wants what can still be had. */
  z.object({ kind: z.literal('status'), any: z.array(schemaOf(statuses)).min(1).max(9), not, implied: z.boolean().default(false) }),
  z.object({ kind: z.literal('avoid'), hindrance: schemaOf(hindrances) }),
  /** A word of the ledger's own texts: as it was said, and the forms that it is looked for in. */
  z.object({ kind: z.literal('words'), text: z.string().min(1).max(60), any: z.array(z.string().min(1).max(60)).min(1).max(8), not }),
]);
export type Condition = Readonly<z.infer<typeof conditionSchema>>;
export type ConditionKind = Condition['kind'];
export type ConditionOf<K extends ConditionKind> = Extract<Condition, { kind: K }>;

/** More nobody says in one breath. */
export const mostConditions = 40;
export const wishSchema = z.object({ conditions: z.array(conditionSchema).max(mostConditions) });
/** What an investor looks for, as conditions; nothing of who they are. */
export type Wish = { readonly conditions: readonly Condition[] };
export const emptyWish: Wish = { conditions: [] };
