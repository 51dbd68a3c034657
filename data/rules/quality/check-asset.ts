import type { Asset } from '../../schema/asset.js';
import type { CheckedAsset, Standing } from '../../schema/quality.js';
import { completenessOf, readyFrom, type Township } from './completeness.js';
import type { RuleContext } from './rule.js';
import { rules } from './rules.js';

/** All that a check of an asset needs to know besides it. */
export interface CheckContext extends RuleContext { readonly township: Township }

/** Checks one asset: how ready it is to be pitched, and what is doubtful, the worst first. */
export function checkAsset(asset: Asset, context: CheckContext): CheckedAsset {
  const { score, gaps } = completenessOf(asset, context.township);
  const findings = rules.flatMap((rule) => rule.find(asset, context).map(({ path, reason }) => ({ code: rule.code, path, reason, level: rule.level })));
  const { id, name, nameEn, code, village, category } = asset;
  return { id, name, ...(nameEn ? { nameEn } : {}), ...(code ? { code } : {}), ...(village ? { village } : {}), category, score, gaps, findings };
}

type Judged = Pick<CheckedAsset, 'findings' | 'score'>;
const has = (checked: Judged, level: string) => checked.findings.some((finding) => finding.level === level);

/** Whether a checked asset stands so: each standing, once and for all. */
export const stands: Readonly<Record<Standing, (checked: Judged) => boolean>> = {
  publishable: (checked) => !has(checked, 'blocks'),
  blocked: (checked) => has(checked, 'blocks'),
  doubtful: (checked) => has(checked, 'doubt'),
  complete: (checked) => checked.score >= readyFrom,
};
