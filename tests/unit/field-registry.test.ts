import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { publicAsset, publicProfile, publicProject } from '../../data/rules/projection.js';
import { assetSchemas } from '../../data/schema/asset.js';
import { field, metaOf, nestedNounOf, noun } from '../../data/schema/field.js';
import { assetFields, profileFields, projectFields, valueAt, withValueAt } from '../../data/schema/fields.js';
import { leadOpenSchema, leadPersonSchema } from '../../data/schema/lead.js';
import { profileSchema } from '../../data/schema/profile.js';
import { projectSchema } from '../../data/schema/project.js';
import { stopSchemas, tourSchema } from '../../data/schema/tour.js';

const nounSchemas: readonly z.ZodObject[] = [...Object.values(assetSchemas), projectSchema, profileSchema, tourSchema, ...Object.values(stopSchemas), leadOpenSchema, leadPersonSchema];

/** Every field of a noun, nested nouns included, as [path, schema]. */
const allFields = (schema: z.ZodObject, prefix = ''): [string, z.ZodType][] =>
  Object.entries(schema.shape).flatMap(([key, value]) => {
    const nested = nestedNounOf(value as z.ZodType);
    return [[`${prefix}${key}`, value as z.ZodType] as [string, z.ZodType], ...(nested ? allFields(nested, `${prefix}${key}.`) : [])];
  });

describe('the field registry', () => {
  it('gives every field of every noun a label in both languages and an audience', () => {
    for (const schema of nounSchemas) {
      for (const [path, fieldSchema] of allFields(schema)) {
        const meta = metaOf(fieldSchema);
        expect(['public', 'internal', 'personal'], path).toContain(meta.audience);
        expect(meta.label.zh, path).not.toBe('');
        expect(meta.label.en, path).toMatch(/\S/);
      }
    }
  });

  it('refuses a field that was never classified', () => {
    expect(() => metaOf(z.string())).toThrow(/audience/);
    // @ts-expect-error an unclassified field must not compile as part of a noun
    noun({ secret: z.string() });
  });

  it('refuses to give one schema the meanings of two fields', () => {
    const shared = z.string();
    const meaning = (en: string) => ({ label: { zh: en, en }, audience: 'public', kind: 'text', section: 'identity' } as const);
    field(shared, meaning('First'));
    expect(() => field(shared, meaning('Second'))).toThrow(/another field/);
  });

  it('declares each path of an asset once, whatever categories share it', () => {
    const paths = assetFields.map((entry) => entry.path);
    expect(new Set(paths).size).toBe(paths.length);
    expect(assetFields.find((entry) => entry.path === 'detail.structure')?.categories).toEqual(['house', 'hall', 'other']);
  });

  it('gives no two fields of a noun the same import synonym within one category', () => {
    for (const [name, fields] of [['project', projectFields], ['profile', profileFields]] as const) {
      const seen = new Map<string, string>();
      for (const entry of fields) {
        for (const word of [entry.label.zh, ...(entry.synonyms ?? [])]) {
          expect(seen.get(word) ?? entry.path, `${name}: ${word}`).toBe(entry.path);
          seen.set(word, entry.path);
        }
      }
    }
  });

  it('reads and sets values by path without touching the original', () => {
    const record = { detail: { capacityKw: 5, headM: 3 } };
    const changed = withValueAt(record, 'detail.capacityKw', 9);
    expect(valueAt(changed, 'detail.capacityKw')).toBe(9);
    expect(valueAt(record, 'detail.capacityKw')).toBe(5);
    expect(withValueAt(record, 'detail.headM', undefined).detail).toEqual({ capacityKw: 5 });
  });
});

/** A value for a field that holds the canary wherever a text can stand. */
function canaryFor(schema: z.ZodType, canary: string): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable) return canaryFor(schema.unwrap() as z.ZodType, canary);
  if (schema instanceof z.ZodArray) return [canaryFor(schema.element as z.ZodType, canary)];
  if (schema instanceof z.ZodObject) return Object.fromEntries(Object.entries(schema.shape).map(([key, value]) => [key, canaryFor(value as z.ZodType, canary)]));
  return canary;
}

describe('the public projection', () => {
  const projections = [
    ...Object.values(assetSchemas).map((schema) => [schema, publicAsset] as const),
    [projectSchema, publicProject] as const,
    [profileSchema, publicProfile] as const,
  ];

  it('lets no internal or personal value through, at any depth', () => {
    for (const [schema, project] of projections) {
      const category = 'category' in schema.shape ? { category: (schema.shape.category as unknown as z.ZodLiteral<string>).value } : {};
      const record = Object.fromEntries(Object.entries(schema.shape).map(([key, value]) => {
        const fieldSchema = value as unknown as z.ZodType;
        return [key, marked(fieldSchema)];
      }));
      const seen = JSON.stringify(project({ ...record, ...category } as never));
      expect(seen).toContain('PUBLIC');
      expect(seen).not.toContain('SECRET');
    }
  });

  it('keeps the public fields and drops what the schema does not know', () => {
    const schema = noun({ shown: field(z.string(), { label: { zh: '显示', en: 'Shown' }, audience: 'public', kind: 'text', section: 'identity' }) });
    expect(metaOf(schema.shape.shown).audience).toBe('public');
    const projected = publicProfile({ ...profileSchema.parse({ name: { zh: '甲乡', en: 'A' } }), stray: 'SECRET' } as never);
    expect(projected.name).toEqual({ zh: '甲乡', en: 'A' });
    expect(JSON.stringify(projected)).not.toContain('SECRET');
  });
});

/** Marks a field's value by its audience; of a nested noun, field by field. */
function marked(schema: z.ZodType): unknown {
  const nested = nestedNounOf(schema);
  const isPublic = metaOf(schema).audience === 'public';
  if (!nested || !isPublic) return canaryFor(schema, isPublic ? 'PUBLIC' : 'SECRET');
  const value = Object.fromEntries(Object.entries(nested.shape).map(([key, entry]) => [key, marked(entry as z.ZodType)]));
  const inner = schema instanceof z.ZodDefault || schema instanceof z.ZodOptional ? (schema.unwrap() as z.ZodType) : schema;
  return inner instanceof z.ZodArray ? [value] : value;
}
