import type { Asset } from '../../schema/asset.js';
import type { Person } from '../../schema/common.js';
import { assetFields, valueAt } from '../../schema/fields.js';
import { isFieldInMu, squareMetresPerMu } from '../format.js';
import { shownText } from '../export/shown-text.js';
import { textOf } from '../import/cell.js';
import { fieldOfColumn } from './slice-columns.js';

const fields = new Map(assetFields.map((entry) => [entry.path, entry]));

/** What stands in a column of an asset's row; empty where it holds nothing. */
export function sliceCell(path: string, asset: Asset): string | number {
  const entry = fields.get(fieldOfColumn(path));
  const value = valueAt(asset, fieldOfColumn(path));
  if (!entry || value === undefined || value === null) return '';
  if (path === 'contact.name' || path === 'contact.phone') return (value as Person)[path === 'contact.name' ? 'name' : 'phone'] ?? '';
  if (entry.kind === 'area') return Number(((value as number) / (isFieldInMu(path, asset.category) ? squareMetresPerMu : 1)).toFixed(2));
  if (entry.kind === 'number') return value as number;
  // As the ledger keeps it: 2019-05 is a month, and stays one.
  if (entry.kind === 'date') return String(value);
  if (entry.path === 'price') return asset.priceText ?? shownText(entry, value, 'zh');
  return shownText(entry, value, 'zh');
}

/** The same as words, in the form in which a cell that was read says them. */
export const sliceText = (path: string, asset: Asset): string => textOf(sliceCell(path, asset)).trim();
