import type { StoredPlace } from '../../../data/rules/map/tile-scheme.js';
import type { TileScheme } from '../../../data/schema/map-pack.js';
import type { Text } from '../../../data/schema/text.js';
import type { PackSource } from './pack-messages.js';

/** Which tiles a level has, as the pack counts them: a rectangle that just holds them all. */
export interface LevelRange { readonly level: number; readonly minColumn: number; readonly maxColumn: number; readonly minRow: number; readonly maxRow: number }

/** What a pack says of itself. */
export interface PackSayings {
  readonly name: string;
  readonly attribution: string;
  readonly description: string;
  readonly licence: string;
  readonly scheme?: TileScheme;
  /** west, south, east, north. */
  readonly bounds?: readonly [number, number, number, number];
  /** Cut in degrees instead of Web Mercator. */
  readonly isGeodetic?: boolean;
}

/** A pack that is open for reading. Its methods throw what its file calls throw, or a FailureError. */
export interface PackReader {
  readonly source: PackSource;
  readonly bytes: number;
  readonly sayings: PackSayings;
  /** Schemes that its kind allows, the usual one first. */
  readonly schemes: readonly TileScheme[];
  /** True for folders whose names do not say which number is the row. */
  readonly isOrderOpen: boolean;
  /** What a person should know of how it lies on the disk. */
  readonly remarks: readonly Text[];
  /** `alive` is called now and then: a large folder takes its time. */
  levels(alive?: () => void): Promise<readonly LevelRange[]>;
  /** How many tiles; null where counting would take long. */
  count(): Promise<number | null>;
  /** A tile of the level that is there, at this place or near it. */
  near(place: StoredPlace): Promise<StoredPlace | undefined>;
  /** The bytes of a tile, as they lie in the pack, taken out of its compression. */
  tile(place: StoredPlace): Promise<Uint8Array | undefined>;
  /** The same folder with the other number taken as the row. */
  turned?(): PackReader;
  close(): void;
}

export const noSayings: PackSayings = { name: '', attribution: '', description: '', licence: '' };

const wordsAt = (record: Record<string, unknown>, ...keys: readonly string[]) => {
  for (const key of keys) if (typeof record[key] === 'string' && record[key].trim()) return record[key].slice(0, 2_000);
  return '';
};

/** Reads the usual entries of a pack's metadata; whatever is not as it should be is as if it were not there. */
export function sayingsOf(record: Record<string, unknown>): PackSayings {
  const given = record['bounds'];
  const numbers = (typeof given === 'string' ? given.split(',') : Array.isArray(given) ? given : []).map(Number);
  const [west, south, east, north] = numbers;
  const isBounds = west !== undefined && south !== undefined && east !== undefined && north !== undefined && numbers.every(Number.isFinite)
    && west >= -180 && east <= 180 && south >= -90 && north <= 90 && west < east && south < north && !(west <= -179 && east >= 179);
  const scheme = String(record['scheme'] ?? '').toLowerCase();
  const grid = `${wordsAt(record, 'crs', 'srs', 'profile', 'projection', 'tilematrixset')}`.toLowerCase();
  return {
    name: wordsAt(record, 'name'), attribution: wordsAt(record, 'attribution', 'copyright'), description: wordsAt(record, 'description', 'legend'), licence: wordsAt(record, 'license', 'licence'),
    ...(scheme === 'xyz' || scheme === 'tms' ? { scheme } : {}),
    ...(isBounds ? { bounds: [west, south, east, north] as const } : {}),
    ...(/geodetic|4326|4490/.test(grid) ? { isGeodetic: true } : {}),
  };
}
