import type { FieldDefinition } from '../../schema/fields.js';
import type { ImportChoice } from '../../schema/import-plan.js';
import { text, type Text } from '../../schema/text.js';
import type { Category, Datum } from '../../schema/vocabularies.js';
import type { Role } from './column-words.js';
import type { ColumnMatch, TableNoun } from './match-columns.js';

/** What the program understood by itself, and what a person made of it. */
export interface Decision<T> { readonly was: T; readonly is: T }
export interface ColumnDecision { readonly role?: Decision<string | null>; readonly unit?: Decision<string | null> }
/** What persons decided about the sheets of one shape; columns by their letters. */
export interface SheetDecisions {
  readonly noun?: Decision<TableNoun | null>;
  readonly category?: Decision<Category | null>;
  /** `was` is null where nothing stated a datum. */
  readonly datum?: Decision<Datum | 'unsupported' | null>;
  readonly columns?: Readonly<Record<string, ColumnDecision>>;
}
export type DecidedBy = 'program' | 'person' | 'memory';

export const rememberedReason = text('上次这样的表您选的', 'You chose this for such a table before');
export const chosenReason = text('您选的', 'You chose this');
export const leftOutReason = text('您选择不导入这张表', 'You chose not to import this table');

/** What is decided about one sheet of one file; of several choices about it the later adds to the earlier. */
export function choiceFor(choices: readonly ImportChoice[], file: number, sheet: string): ImportChoice | undefined {
  const own = choices.filter((choice) => choice.file === file && choice.sheet === sheet);
  if (own.length <= 1) return own[0];
  return own.reduce((sum, choice) => ({ ...sum, ...choice, columns: { ...sum.columns, ...choice.columns } }));
}

/**
 * What holds of the program's own understanding, what a person says now, and what was decided for an earlier sheet of the shape.
 * An earlier decision holds only where the program understands what it did then.
 */
export function decide<T>(own: T, chosen: T | undefined, before: Decision<T> | undefined): { readonly value: T; readonly by: DecidedBy } {
  if (chosen !== undefined) return { value: chosen, by: chosen === own ? 'program' : 'person' };
  return before !== undefined && before.was === own && before.is !== own ? { value: before.is, by: 'memory' } : { value: own, by: 'program' };
}

/** Parts of a field that a column may hold, and what people call them. */
const parts: ReadonlyMap<string, { readonly label: Text; readonly nouns: readonly TableNoun[] }> = new Map(Object.entries<{ label: Text; nouns: TableNoun[] }>({
  '#lng': { label: text('经度', 'longitude'), nouns: ['asset'] }, '#lat': { label: text('纬度', 'latitude'), nouns: ['asset'] }, '#pair': { label: text('坐标', 'coordinates'), nouns: ['asset'] },
  '#contact': { label: text('联系人', 'contact'), nouns: ['asset', 'project'] }, '#phone': { label: text('联系电话', 'phone'), nouns: ['asset', 'project'] },
}));
/** Whole fields that a column holds by way of its parts. */
const aliases: ReadonlyMap<string, Role> = new Map([['location', '#pair'], ['contact', '#contact']]);
const unread: ReadonlySet<string> = new Set(['system', 'geometry', 'media', 'group', 'point']);

/** The role that a word names for the columns of a noun, and its field; nothing when no column can be that. */
export function roleNamed(word: string, noun: TableNoun, definitions: readonly FieldDefinition[]): { readonly role: Role; readonly definition?: FieldDefinition } | undefined {
  const role = aliases.get(word) ?? word;
  if (role.startsWith('#')) return parts.get(role)?.nouns.includes(noun) ? { role } : undefined;
  const definition = definitions.find((entry) => entry.path === role && !unread.has(entry.kind));
  return definition ? { role, definition } : undefined;
}

/** What people call a role. */
export const roleLabel = (role: Role, definitions: readonly FieldDefinition[]): Text =>
  parts.get(role)?.label ?? definitions.find((entry) => entry.path === role)?.label ?? text(role, role);

/** Roles that cannot stand beside one another: one place is given once. */
const excludes = (one: Role, other: Role) => one === other || (one === '#pair' && (other === '#lng' || other === '#lat')) || (other === '#pair' && (one === '#lng' || one === '#lat'));

/** A role that a column is to have, and who says so. Those that come later win. */
export interface Wish { readonly letters: string; readonly role: string | null; readonly by: 'person' | 'memory' }

/**
 * Gives columns the roles that are wished for. A role stands for one column only: the column that had it is freed, and says why.
 * Wishes for columns that are not there, or for what no column of this noun can be, are passed over. `shown` is the role that a
 * person is told of a column: wishing that back is no wish.
 */
export function assignRoles(matches: readonly ColumnMatch[], shown: (match: ColumnMatch) => string | null, wishes: readonly Wish[], noun: TableNoun, definitions: readonly FieldDefinition[]): { matches: ColumnMatch[]; by: ReadonlyMap<number, DecidedBy> } {
  const result = matches.slice();
  const by = new Map<number, DecidedBy>();
  for (const wish of wishes) {
    const at = result.findIndex((match) => match.column.letters === wish.letters);
    const [own, now] = [matches[at], result[at]];
    if (!own || !now) continue;
    const isOwn = wish.role === shown(own);
    const named = wish.role === null || (isOwn && own.role?.startsWith('#') && !parts.has(own.role)) ? null : roleNamed(wish.role, noun, definitions);
    if (named === undefined) continue;
    if (isOwn || own.role === (named?.role ?? null)) {
      result[at] = own;
      by.delete(own.column.index);
    } else {
      const words = wish.by === 'memory' ? rememberedReason : saidAgainst(own, definitions);
      result[at] = { column: own.column, role: named?.role ?? null, ...(named?.definition ? { definition: named.definition } : {}), score: 100, reason: words };
      by.set(own.column.index, wish.by);
    }
    if (!named) continue;
    for (const [index, other] of result.entries()) {
      if (index === at || other.role === null || !excludes(other.role, named.role)) continue;
      result[index] = { column: other.column, role: null, score: 0, reason: freedReason(roleLabel(named.role, definitions), now.column.letters) };
    }
  }
  return { matches: result, by };
}

const freedReason = (label: Text, letters: string): Text => text(`${letters} 列已作「${label.zh}」，此栏不再导入`, `Column ${letters} is taken as “${label.en}” now; this one is not imported`);

function saidAgainst(own: ColumnMatch, definitions: readonly FieldDefinition[]): Text {
  if (own.role === null || (own.role.startsWith('#') && !parts.has(own.role))) return text(`${chosenReason.zh}；程序原本不收这一栏`, `${chosenReason.en}; the program would not have kept this column`);
  const label = roleLabel(own.role, definitions);
  return text(`${chosenReason.zh}；程序原本认作「${label.zh}」`, `${chosenReason.en}; the program took it for “${label.en}”`);
}

/** What a sheet's decisions become: of what a person chose now, what differs from the program's own understanding is kept, the rest is dropped. */
export function joinDecisions(before: SheetDecisions | undefined, now: SheetDecisions): SheetDecisions | undefined {
  const kept = <T>(was: Decision<T> | undefined, is: Decision<T> | undefined) => (is ? (is.is === is.was ? undefined : is) : was);
  const columns: Record<string, ColumnDecision> = {};
  for (const letters of new Set([...Object.keys(before?.columns ?? {}), ...Object.keys(now.columns ?? {})])) {
    const role = kept(before?.columns?.[letters]?.role, now.columns?.[letters]?.role);
    const unit = kept(before?.columns?.[letters]?.unit, now.columns?.[letters]?.unit);
    if (role ?? unit) columns[letters] = { ...(role ? { role } : {}), ...(unit ? { unit } : {}) };
  }
  const [noun, category, datum] = [kept(before?.noun, now.noun), kept(before?.category, now.category), kept(before?.datum, now.datum)];
  const joined: SheetDecisions = { ...(noun ? { noun } : {}), ...(category ? { category } : {}), ...(datum ? { datum } : {}), ...(Object.keys(columns).length > 0 ? { columns } : {}) };
  return Object.keys(joined).length > 0 ? joined : undefined;
}
