import { z } from 'zod';
import type { Text } from './text.js';
import type { Vocabulary } from './vocabulary.js';

/** Who may see a field: anybody, the township's own staff, or only staff who must reach the person. */
export type Audience = 'public' | 'internal' | 'personal';

/** How a value is written, edited and shown. `system` fields are kept by the program and never edited by hand. */
export type FieldKind =
  | 'text' | 'long-text' | 'bilingual' | 'number' | 'area' | 'date' | 'choice' | 'choices' | 'tags'
  | 'boolean' | 'point' | 'geometry' | 'price' | 'person' | 'media' | 'links' | 'stops' | 'group' | 'system';

/**
 * Where a field takes part besides the form:
 * `index` the compact index (map, filters, search, default table) · `search` found by typing ·
 * `table` a column of the ledger or project table · `headline` a big figure on the card · `card` a line on the card.
 */
export type Place = 'index' | 'search' | 'table' | 'headline' | 'card';

/** The form's sections, in the order shown. */
export type FormSection = 'identity' | 'place' | 'size' | 'rights' | 'offer' | 'detail' | 'story' | 'people' | 'system';

export interface FieldMeta<A extends Audience = Audience> {
  readonly label: Text;
  readonly audience: A;
  readonly kind: FieldKind;
  readonly section: FormSection;
  /** The unit of the stored number; areas are stored in ㎡ and shown as the category is used to. */
  readonly unit?: Text;
  readonly vocabulary?: Vocabulary;
  /** Other names that this column goes by in office files; the label itself always counts. */
  readonly synonyms?: readonly string[];
  readonly places?: readonly Place[];
  /** Table width in Chinese characters. */
  readonly width?: number;
  /** A word to whoever fills it in, shown beside it in the form. */
  readonly help?: Text;
  /** What it means to whoever reads a table of it; goes with tables as 栏目说明. */
  readonly meaning?: Text;
}

declare const audienceOf: unique symbol;
/** A schema that has been classified: only these can be part of a noun, so an unclassified field does not compile. */
export type Classified<S, A extends Audience = Audience> = S & { readonly [audienceOf]: A };
export type Shape = Readonly<Record<string, z.core.$ZodType & { readonly [audienceOf]: Audience }>>;

const registry = new WeakMap<z.ZodType, FieldMeta>();
const nouns = new WeakSet<z.ZodType>();

/** Declares a field: its schema and, once and for all, its meaning. Throws when the schema is another field already: that one would change its meaning. */
export function field<S extends z.ZodType, A extends Audience>(schema: S, meta: FieldMeta<A>): Classified<S, A> {
  if (registry.has(schema)) throw new Error(`The schema of “${meta.label.en}” is that of another field; clone it.`);
  registry.set(schema, meta);
  return schema as Classified<S, A>;
}

/** Declares a noun: an object all of whose fields are classified. */
export function noun<S extends Shape>(shape: S): z.ZodObject<S> {
  const schema = z.object(shape);
  nouns.add(schema);
  return schema;
}

/** The meaning of a field's schema. Throws when it was never classified: no such field may exist. */
export function metaOf(schema: z.ZodType): FieldMeta {
  const meta = registry.get(schema);
  if (!meta) throw new Error('A field has no meaning and no audience; declare it with field().');
  return meta;
}

/** The schema below optional, nullable and default wrappers. */
export function innerOf(schema: z.ZodType): z.ZodType {
  let inner = schema;
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodNullable || inner instanceof z.ZodDefault) inner = inner.unwrap() as z.ZodType;
  return inner;
}

/** The nested noun of a field (an object, or the element of a list), or nothing for a plain value. */
export function nestedNounOf(schema: z.ZodType): z.ZodObject | undefined {
  const inner = innerOf(schema);
  if (inner instanceof z.ZodArray) return nestedNounOf(inner.element as z.ZodType);
  return inner instanceof z.ZodObject && nouns.has(inner) ? inner : undefined;
}

/** The names of a shape's fields of one audience, as a type. */
export type KeysOf<S extends Shape, A extends Audience> = { [K in keyof S]: S[K] extends { readonly [audienceOf]: A } ? K : never }[keyof S];
