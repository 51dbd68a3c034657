import { findingLevels, type CheckedAsset, type QualitySummary } from '../../schema/quality.js';
import { categories, type Category } from '../../schema/vocabularies.js';
import { stands } from './check-asset.js';
import { ruleOf } from './rules.js';

/** The sums over all checked assets, kept as they change, so that a live figure costs no pass over the ledger. */
export interface QualityTally {
  add(checked: CheckedAsset): void;
  remove(checked: CheckedAsset): void;
  clear(): void;
  summary(): QualitySummary;
}

interface Sums { assets: number; score: number; blocked: number }
const noSums = (): Sums => ({ assets: 0, score: 0, blocked: 0 });
const mean = ({ assets, score }: Sums) => (assets === 0 ? 0 : Math.round(score / assets));

export function createTally(): QualityTally {
  let [complete, doubtful] = [0, 0];
  const byCategory = new Map<Category, Sums>();
  const byFinding = new Map<string, number>();
  const byGap = new Map<string, { assets: number; points: number }>();

  const count = (checked: CheckedAsset, sign: 1 | -1) => {
    const sums = byCategory.get(checked.category) ?? noSums();
    byCategory.set(checked.category, sums);
    sums.assets += sign;
    sums.score += sign * checked.score;
    if (stands.blocked(checked)) sums.blocked += sign;
    if (stands.doubtful(checked)) doubtful += sign;
    if (stands.complete(checked)) complete += sign;
    for (const code of new Set(checked.findings.map((finding) => finding.code))) byFinding.set(code, (byFinding.get(code) ?? 0) + sign);
    for (const { path, points } of checked.gaps) {
      const gap = byGap.get(path) ?? { assets: 0, points: 0 };
      byGap.set(path, gap);
      gap.assets += sign;
      gap.points += sign * points;
    }
  };
  return {
    add: (checked) => count(checked, 1),
    remove: (checked) => count(checked, -1),
    clear: () => { complete = 0; doubtful = 0; for (const map of [byCategory, byFinding, byGap]) map.clear(); },
    summary: () => {
      const all = [...byCategory.values()].reduce((sums, one) => ({ assets: sums.assets + one.assets, score: sums.score + one.score, blocked: sums.blocked + one.blocked }), noSums());
      return {
        assets: all.assets, score: mean(all), complete, blocked: all.blocked, doubtful,
        byCategory: categories.values.flatMap((category) => { const sums = byCategory.get(category); return sums && sums.assets > 0 ? [{ category, assets: sums.assets, score: mean(sums), blocked: sums.blocked }] : []; }),
        byFinding: [...byFinding].flatMap(([code, assets]) => { const rule = ruleOf.get(code); return rule && assets > 0 ? [{ code, label: rule.label, level: rule.level, assets }] : []; })
          .sort((one, other) => findingLevels.indexOf(one.level) - findingLevels.indexOf(other.level) || other.assets - one.assets),
        byGap: [...byGap].flatMap(([path, { assets, points }]) => (assets > 0 ? [{ path, assets, points }] : [])).sort((one, other) => other.points - one.points),
      };
    },
  };
}
