import { formatNumber } from '../../data/rules/format.js';

/** A size in bytes in the unit that people use for it. */
export function sizeWords(bytes: number): string {
  if (bytes >= 1_073_741_824) return `${formatNumber(bytes / 1_073_741_824, 2)} GB`;
  return bytes >= 1_048_576 ? `${formatNumber(bytes / 1_048_576, 1)} MB` : `${formatNumber(Math.max(1, bytes / 1024), 0)} KB`;
}
