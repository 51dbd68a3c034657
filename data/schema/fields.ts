import { z } from 'zod';
import { assetSchemas } from './asset.js';
import { metaOf, nestedNounOf, type Audience, type FieldMeta, type Place } from './field.js';
import { leadOpenSchema, leadPersonSchema } from './lead.js';
import { profileSchema } from './profile.js';
import { projectSchema } from './project.js';
import { tourSchema } from './tour.js';
import type { Category } from './vocabularies.js';

/** A field as forms, tables, imports, exports and filters see it: its meaning and where it stands in the record. */
export interface FieldDefinition extends FieldMeta {
  /** `name`, or `detail.capacityKw` for what only some categories have. */
  readonly path: string;
  readonly schema: z.ZodType;
  /** The categories that have it; nothing means all. */
  readonly categories?: readonly Category[];
}

function definitionsOf(schema: z.ZodObject, prefix = ''): FieldDefinition[] {
  return Object.entries(schema.shape).flatMap(([key, value]) => {
    const fieldSchema = value as z.ZodType;
    const meta = metaOf(fieldSchema);
    const nested = meta.kind === 'group' ? nestedNounOf(fieldSchema) : undefined;
    return nested ? definitionsOf(nested, `${prefix}${key}.`) : [{ ...meta, path: `${prefix}${key}`, schema: fieldSchema }];
  });
}

function assetDefinitions(): FieldDefinition[] {
  const found = new Map<string, FieldDefinition & { categories: Category[] }>();
  for (const category of Object.keys(assetSchemas) as Category[]) {
    for (const definition of definitionsOf(assetSchemas[category])) {
      const known = found.get(definition.path);
      if (known) known.categories.push(category);
      else found.set(definition.path, { ...definition, categories: [category] });
    }
  }
  const all = Object.keys(assetSchemas).length;
  return [...found.values()].map(({ categories, ...rest }) => (categories.length === all ? rest : { ...rest, categories }));
}

/** Every field of an asset, over all categories, in the order of the form. */
export const assetFields: readonly FieldDefinition[] = assetDefinitions();
export const projectFields: readonly FieldDefinition[] = definitionsOf(projectSchema);
export const tourFields: readonly FieldDefinition[] = definitionsOf(tourSchema);
export const profileFields: readonly FieldDefinition[] = definitionsOf(profileSchema);
/** Every field of a lead: what is about the person, which is never stored but sealed, and what lies open. */
export const leadPersonFields: readonly FieldDefinition[] = definitionsOf(leadPersonSchema);
export const leadOpenFields: readonly FieldDefinition[] = definitionsOf(leadOpenSchema);

/** The fields of one audience circle: `public` sees public fields only, `desk` sees all. */
export type Circle = 'public' | 'desk';
const circles: Record<Circle, readonly Audience[]> = { public: ['public'], desk: ['public', 'internal', 'personal'] };

/** True when a field may be shown to the circle. */
export const isSeenBy = (circle: Circle, meta: Pick<FieldMeta, 'audience'>) => circles[circle].includes(meta.audience);

/** True when the field takes part in the place. */
export const isIn = (place: Place, meta: Pick<FieldMeta, 'places'>) => meta.places?.includes(place) ?? false;

/** The asset fields of one category. */
export const fieldsOfCategory = (category: Category) => assetFields.filter((entry) => !entry.categories || entry.categories.includes(category));

/** The field at a path. Throws on an unknown one: paths are ours, so that is a mistake in the code. */
export function fieldAt(fields: readonly FieldDefinition[], path: string): FieldDefinition {
  const found = fields.find((entry) => entry.path === path);
  if (!found) throw new Error(`No field at ${path}`);
  return found;
}

/** Reads the value at a path of a record. */
export function valueAt(record: object, path: string): unknown {
  let value: unknown = record;
  for (const key of path.split('.')) value = value === null || value === undefined ? undefined : (value as Record<string, unknown>)[key];
  return value;
}

/** A copy of the record with the value at the path set; `undefined` removes it. Untouched parts are shared. */
export function withValueAt<R extends object>(record: R, path: string, value: unknown): R {
  const [key, ...rest] = path.split('.') as [string, ...string[]];
  const copy = { ...record } as Record<string, unknown>;
  if (rest.length > 0) copy[key] = withValueAt((copy[key] as object | undefined) ?? {}, rest.join('.'), value);
  else if (value === undefined) delete copy[key];
  else copy[key] = value;
  return copy as R;
}
