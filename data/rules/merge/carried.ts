import { assetFields, isSeenBy, profileFields, projectFields, tourFields, type FieldDefinition } from '../../schema/fields.js';
import type { NounName } from '../../schema/ledger.js';
import type { Asset } from '../../schema/asset.js';
import type { Profile } from '../../schema/profile.js';
import type { Project } from '../../schema/project.js';
import { publicAsset, publicProfile, publicProject } from '../projection.js';

/** What goes from desk to desk: `whole` with internal fields and the contacts in the villages, `outer` with public fields alone. */
export const carriedCircles = ['whole', 'outer'] as const;
export type CarriedCircle = (typeof carriedCircles)[number];

/** The nouns that an exchange carries, in the order in which they are merged. Nothing else of a ledger ever goes with it: no lead, no setting. */
export const exchangedNouns = ['profile', 'asset', 'project', 'tour'] as const satisfies readonly NounName[];
export type ExchangedNoun = (typeof exchangedNouns)[number];
/** Those that are carried without internal fields; a tour's worth lies in the speaker's notes. */
export const carriesNoun = (circle: CarriedCircle, noun: NounName): noun is ExchangedNoun => circle === 'whole' ? exchangedNouns.includes(noun) : noun === 'asset' || noun === 'project' || noun === 'profile';

/** A record as an exchange holds it. */
export type Carried = Readonly<Record<string, unknown>>;

/** What a profile says of its own machine and ledger: the sheets of its map, and whether it is the sample. */
const ownOfProfile = ['maps', 'sample'] as const;
/** The stamp, by which two states of a record are told apart; who made it is internal. */
const stamp = ['revision', 'updatedAt'] as const;

const without = (record: object, keys: readonly string[]): Carried => Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)));

/** The part of a record that an exchange carries. */
export function carriedOf(noun: ExchangedNoun, record: object, circle: CarriedCircle): Carried {
  if (noun === 'profile') return without(circle === 'whole' ? record : publicProfile(record as Profile), ownOfProfile);
  if (circle === 'whole' || noun === 'tour') return record as Carried;
  const outer = noun === 'asset' ? publicAsset(record as Asset) : publicProject(record as Project);
  return { ...outer, ...Object.fromEntries(stamp.map((key) => [key, (record as Carried)[key]])) };
}

const allFields: Readonly<Record<ExchangedNoun, readonly FieldDefinition[]>> = { asset: assetFields, project: projectFields, tour: tourFields, profile: profileFields };

/** The fields that are merged one by one; the identity and the stamp are the program's. */
export function carriedFields(noun: ExchangedNoun, circle: CarriedCircle): readonly FieldDefinition[] {
  const own: readonly string[] = noun === 'profile' ? ownOfProfile : ['id', ...stamp, 'updatedBy'];
  return allFields[noun].filter((entry) => !own.includes(entry.path) && (circle === 'whole' || isSeenBy('public', entry)));
}

interface Identified { readonly id: string }
const isIdentified = (value: unknown): value is readonly Identified[] => Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'object' && item !== null && 'id' in item);

/**
 * A whole record again: what was carried, laid over what this ledger holds of it and the exchange does not carry. `held` is nothing
 * for a record that is new here. Items of a list (photos) keep what is internal of them.
 */
export function laidOver(noun: ExchangedNoun, held: object | null, carried: Carried, circle: CarriedCircle): object {
  if (!held || (circle === 'whole' && noun !== 'profile')) return carried;
  const record: Record<string, unknown> = { ...held };
  const before = carriedOf(noun, held, circle);
  for (const key of new Set([...Object.keys(before), ...Object.keys(carried)])) {
    const [old, now] = [(held as Carried)[key], carried[key]];
    if (now === undefined) delete record[key];
    else if (isIdentified(now)) record[key] = now.map((item) => ({ ...((isIdentified(old) ? old.find(({ id }) => id === item.id) : undefined) ?? {}), ...item }));
    else if (key === 'detail' && typeof old === 'object' && carried['category'] === (held as Carried)['category']) record[key] = { ...withoutCarried(old as object, before['detail']), ...(now as object) };
    else record[key] = now;
  }
  return record;
}

/** What of a group of fields the exchange does not carry. */
const withoutCarried = (held: object, carried: unknown) => without(held, Object.keys((carried ?? {}) as object));
