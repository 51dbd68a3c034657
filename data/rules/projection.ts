import { z } from 'zod';
import { assetSchemas, type Asset } from '../schema/asset.js';
import { metaOf, nestedNounOf, type KeysOf, type Shape } from '../schema/field.js';
import { isSeenBy } from '../schema/fields.js';
import { profileSchema, type Profile } from '../schema/profile.js';
import { projectSchema, type Project } from '../schema/project.js';
import { stopSchemas, tourSchema, type Stop, type Tour } from '../schema/tour.js';

/** Copies what the public may see of a value, by the audience of each field, down through nested nouns. */
function projected(schema: z.ZodObject, value: object): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [key, entry] of Object.entries(schema.shape)) {
    const fieldSchema = entry as z.ZodType;
    const stored = (value as Record<string, unknown>)[key];
    if (stored === undefined || !isSeenBy('public', metaOf(fieldSchema))) continue;
    const nested = nestedNounOf(fieldSchema);
    result[key] = !nested ? stored
      : Array.isArray(stored) ? stored.map((item) => projected(nested, item as object))
      : projected(nested, stored as object);
  }
  return result;
}

/** The public part of a record, as a type: derived from the audience that each field of the schema declares. */
type PublicPart<Schema> = Schema extends z.ZodObject<infer S extends Shape> ? Pick<z.infer<Schema>, KeysOf<S, 'public'> & keyof z.infer<Schema>> : never;
type AssetSchemas = typeof assetSchemas;

export type PublicAsset = { [C in keyof AssetSchemas]: PublicPart<AssetSchemas[C]> }[keyof AssetSchemas];
export type PublicProject = PublicPart<typeof projectSchema>;
type StopSchemas = typeof stopSchemas;
/** A stop as an audience may know it: without what only the presenter reads. */
export type PublicStop = { [K in keyof StopSchemas]: PublicPart<StopSchemas[K]> }[keyof StopSchemas];
export type PublicTour = Omit<PublicPart<typeof tourSchema>, 'stops'> & { readonly stops: readonly PublicStop[] };
export type PublicProfile = PublicPart<typeof profileSchema>;

/** True when the asset may be shown to an audience at all: one taken off the shelf is not. */
export const isPublished = (asset: Pick<Asset, 'status'>) => asset.status !== 'withdrawn';

/** What the public may see of an asset. */
export const publicAsset = (asset: Asset) => projected(assetSchemas[asset.category], asset) as PublicAsset;
/** What the public may see of a project. */
export const publicProject = (project: Project) => projected(projectSchema, project) as PublicProject;
/** What the public may see of the township's profile. */
export const publicProfile = (profile: Profile) => projected(profileSchema, profile) as PublicProfile;
/** What an audience may know of a stop. */
export const publicStop = (stop: Stop) => projected(stopSchemas[stop.kind], stop) as PublicStop;
/** What an audience may know of a tour: the stops that are shown, without the presenter's notes. */
export const publicTour = (tour: Tour): PublicTour => ({ ...projected(tourSchema, tour) as PublicPart<typeof tourSchema>, stops: tour.stops.filter((stop) => !stop.hidden).map(publicStop) });
