import { z } from 'zod';
import { assetSchemas, type Asset } from '../../data/schema/asset.js';
import { innerOf, metaOf, nestedNounOf } from '../../data/schema/field.js';
import type { LedgerData } from '../../data/schema/ledger.js';
import { profileSchema, type Profile } from '../../data/schema/profile.js';
import { projectSchema, type Project } from '../../data/schema/project.js';
import { stopKinds, stopSchemas, tourSchema, type StopKind, type Tour } from '../../data/schema/tour.js';
import { categories, type Category } from '../../data/schema/vocabularies.js';
import { buildAsset, buildProfile, buildProject, idOf } from './ledger.js';

/** A word that stands in one field only, and the field's path. */
export interface Canary { readonly path: string; readonly word: string }

/** A ledger whose every internal and personal field holds a canary: driven by the registry, so a new field is covered by itself. */
export function ledgerOfCanaries(): { data: LedgerData; canaries: readonly Canary[]; withdrawn: Asset } {
  const canaries: Canary[] = [];

  const canaryFor = (schema: z.ZodType, path: string): unknown => {
    const inner = innerOf(schema);
    if (inner instanceof z.ZodNumber) {
      const number = 770_000_001 + canaries.length;
      // A number of few values has none that could be told from another record's.
      if (!inner.safeParse(number).success) return inner.minValue ?? 0;
      canaries.push({ path, word: String(number) });
      return number;
    }
    if (inner instanceof z.ZodArray) return [canaryFor(inner.element as z.ZodType, path)];
    if (inner instanceof z.ZodObject) return Object.fromEntries(Object.entries(inner.shape).map(([key, entry]) => [key, canaryFor(entry as z.ZodType, `${path}.${key}`)]));
    const count = canaries.length;
    // Texts of a set form get a word of that form; a closed list has none that could be told from another record's.
    const words = [`CANARY${String(count).padStart(4, '0')}`, `${7000 + count}-07-07`, `${'c0ffee'.repeat(10)}${String(1000 + count)}.jpg`];
    const word = words.find((one) => inner.safeParse(one).success);
    if (word === undefined) return inner instanceof z.ZodEnum ? inner.options[0] : undefined;
    canaries.push({ path, word });
    return word;
  };
  const planted = <R extends object>(schema: z.ZodObject, record: R, path: string): R => {
    const result = { ...record } as Record<string, unknown>;
    for (const [key, entry] of Object.entries(schema.shape)) {
      const fieldSchema = entry as z.ZodType;
      const at = `${path}.${key}`;
      const nested = nestedNounOf(fieldSchema);
      if (metaOf(fieldSchema).audience !== 'public') result[key] = canaryFor(fieldSchema, at);
      else if (nested) result[key] = innerOf(fieldSchema) instanceof z.ZodArray ? [planted(nested, ((result[key] as object[] | undefined)?.[0] ?? {}) as object, at)] : planted(nested, (result[key] ?? {}) as object, at);
    }
    return result as R;
  };
  const photo = { id: `${'a'.repeat(64)}.jpg` };
  const assets = categories.values.map((category: Category, index) => planted<Asset>(assetSchemas[category], {
    ...buildAsset(category), name: `公开${category}`, status: 'available', siteArea: 900, location: { lng: 119.93 + index * 0.01, lat: 29.83 }, photos: [photo], videos: [photo],
  } as Asset, category));
  const withdrawn = buildAsset('house', { name: 'CANARY-WITHDRAWN-NAME', code: 'CANARY-WITHDRAWN-CODE', status: 'withdrawn' });
  const project = planted<Project>(projectSchema, buildProject({ name: '公开项目', assetIds: [...assets.map((asset) => asset.id), withdrawn.id] }), 'project');
  /** What a stop of a kind cannot do without. */
  const [first, second] = assets as [Asset, Asset];
  const needed: { readonly [K in StopKind]?: object } = {
    chapter: { figures: [{ value: '118', label: { zh: '公开数字', en: 'Public figure' } }] }, overview: { filter: {} },
    asset: { assetId: first.id, photos: [photo.id], change: { before: photo.id, after: photo.id } }, project: { projectId: project.id },
    comparison: { assetIds: [first.id, second.id] }, video: { video: photo.id, assetId: first.id },
  };
  const stops = stopKinds.values.map((kind) => planted(stopSchemas[kind], { id: `stop-${kind}`, kind, seconds: 5, ...needed[kind] }, `stop.${kind}`));
  const tour = tourSchema.parse(planted(tourSchema, { id: idOf(990_000_001, 'P'), revision: 1, updatedAt: '2026-03-01T08:00:00.000Z', name: '公开路线', stops } as unknown as Tour, 'tour'));
  return { data: { profile: planted<Profile>(profileSchema, buildProfile(), 'profile'), assets: [...assets, withdrawn], projects: [project], tours: [tour] }, canaries, withdrawn };
}
