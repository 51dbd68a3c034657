import type { Asset } from '../../schema/asset.js';
import type { FindingLevel } from '../../schema/quality.js';
import type { Text } from '../../schema/text.js';
import type { LedgerFigures } from './ledger-figures.js';
import type { Neighbours } from './neighbours.js';

/** What a rule may know besides the asset. */
export interface RuleContext {
  /** The day where the office is, as 2026-11-23. */
  readonly today: string;
  readonly figures: LedgerFigures;
  readonly neighbours: Pick<Neighbours, 'sameCode' | 'sameName' | 'near'>;
}

/** What a rule found: the field that mends it and the sentence, with the figures. */
export interface Found { readonly path: string; readonly reason: Text }

/** One thing that a check looks for. */
export interface Rule {
  readonly code: string;
  /** What the finding is called in a list of all. */
  readonly label: Text;
  readonly level: FindingLevel;
  readonly find: (asset: Asset, context: RuleContext) => readonly Found[];
}

export const nothing: readonly Found[] = [];
export const found = (path: string, zh: string, en: string): readonly Found[] => [{ path, reason: { zh, en } }];

/** Up to three names, as a sentence needs them. */
export function namesOf(assets: readonly Asset[]): Text {
  const shown = assets.slice(0, 3);
  const more = assets.length - shown.length;
  const one = (asset: Asset, zh: boolean) => (zh ? `「${asset.name}」` : `“${asset.nameEn ?? asset.name}”`);
  return {
    zh: shown.map((asset) => one(asset, true)).join('、') + (more > 0 ? `等 ${assets.length} 处` : ''),
    en: shown.map((asset) => one(asset, false)).join(', ') + (more > 0 ? ` and ${more} more` : ''),
  };
}
