import type { CheckedAsset, Finding, Gap } from '../../../data/schema/quality.js';

/** One key of a row: a finding or a gap, and the field that mends it. */
export type MendingKey = { readonly kind: 'finding'; readonly path: string; readonly finding: Finding } | { readonly kind: 'gap'; readonly path: string; readonly gap: Gap };

/** A row offers its most wanted gaps; the form shows them all. */
const gapsShown = 4;

/** The keys of a row in the order they stand in: findings first, then what is most wanted. */
export const keysOf = (checked: CheckedAsset): readonly MendingKey[] => [
  ...checked.findings.map((finding): MendingKey => ({ kind: 'finding', path: finding.path, finding })),
  ...checked.gaps.slice(0, gapsShown).map((gap): MendingKey => ({ kind: 'gap', path: gap.path, gap })),
];
