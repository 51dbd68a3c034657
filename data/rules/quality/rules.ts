import { areaRules } from './findings/area.js';
import { duplicateRules } from './findings/duplicates.js';
import { farmlandRules } from './findings/farmland.js';
import { figureRules } from './findings/figures.js';
import { heritageAndSafetyRules } from './findings/heritage-and-safety.js';
import { placeRules } from './findings/place.js';
import { priceRules } from './findings/price.js';
import { rightsRules } from './findings/rights.js';
import { secretRules } from './findings/secrets.js';
import { standingRules } from './findings/standing.js';
import { waterPermitRules } from './findings/water-permit.js';
import { findingLevels } from '../../schema/quality.js';
import type { Rule } from './rule.js';

const rank = (rule: Rule) => findingLevels.indexOf(rule.level);

/** Everything that a check looks for, what blocks publication first. */
export const rules: readonly Rule[] = [
  ...secretRules, ...farmlandRules, ...waterPermitRules, ...heritageAndSafetyRules, ...placeRules, ...areaRules, ...priceRules, ...duplicateRules, ...figureRules, ...rightsRules, ...standingRules,
].sort((one, other) => rank(one) - rank(other));

/** A rule by its code. */
export const ruleOf: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.code, rule]));
