import type { Asset } from '../../schema/asset.js';

/** Reads one path of an asset; made once per path, since a check of a large ledger reads millions of them. */
export function reader(path: string): (asset: Asset) => unknown {
  const [first, second] = path.split('.') as [string, string?];
  if (second === undefined) return (asset) => (asset as unknown as Record<string, unknown>)[first];
  return (asset) => ((asset as unknown as Record<string, unknown>)[first] as Record<string, unknown> | undefined)?.[second];
}

/** True for a value that says something: no blank text, no empty list, no object without a filled part. */
export function isFilled(value: unknown): boolean {
  if (value === undefined || value === null) return false;
  if (typeof value === 'string') return value.trim() !== '';
  if (Array.isArray(value)) return value.length > 0;
  if (typeof value === 'object') return Object.values(value).some(isFilled);
  return true;
}

/** A number at a path of the category's own part; nothing where it is not stated. */
export const numberIn = (asset: Asset, key: string): number | undefined => {
  const value = (asset.detail as Record<string, unknown>)[key];
  return typeof value === 'number' ? value : undefined;
};

/** A text at a path of the category's own part; empty where it is not stated. */
export const wordsIn = (asset: Asset, key: string): string => {
  const value = (asset.detail as Record<string, unknown>)[key];
  return typeof value === 'string' ? value : '';
};
