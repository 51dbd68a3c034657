import type { Asset } from '../../../schema/asset.js';
import { text } from '../../../schema/text.js';
import { formatNumber } from '../../format.js';
import { isOutside, metresBetween } from '../../import/outliers.js';
import { similarNames } from '../../import/same-thing.js';
import { boundaryFacts, overlapShare } from '../boundary-facts.js';
import { isOnSpot, oneSpot, overlapping } from '../neighbours.js';
import { found, namesOf, nothing, type Rule } from '../rule.js';

/** A pin may stand at the gate or on the road, so far from the boundary, in metres. */
const besideBoundary = 200;
const metresPerDegree = 111_195;

/** A hall and its own court share a place by right; what looks like the same thing twice does not. */
const maybeSame = (one: Asset, other: Asset) => one.category === other.category || similarNames(one.name, one.village, other.name, other.village);
const kilometres = (metres: number) => formatNumber(metres / 1_000, 1);

export const placeRules: readonly Rule[] = [
  {
    code: 'outside-township', level: 'doubt', label: text('位置远在乡外', 'Far outside the township'),
    find: (asset, { figures: { surroundings } }) => {
      if (!asset.location || !surroundings || !isOutside(asset.location, surroundings)) return nothing;
      const far = kilometres(metresBetween(asset.location, surroundings.centre));
      return found('location', `坐标离其他资产的中心 ${far} 公里，像是坐标系、经纬度或小数点有误。`, `The pin is ${far} km from where the other assets lie; the datum, the order or a decimal point may be wrong.`);
    },
  },
  {
    code: 'pin-off-boundary', level: 'doubt', label: text('坐标不在范围内', 'Pin away from its boundary'),
    find: (asset) => {
      if (!asset.location || !asset.boundary) return nothing;
      const { west, south, east, north } = boundaryFacts(asset.boundary);
      const { lng, lat } = asset.location;
      const nearest = { lng: Math.min(Math.max(lng, west), east), lat: Math.min(Math.max(lat, south), north) };
      if (Math.abs(lng - nearest.lng) * metresPerDegree < besideBoundary && Math.abs(lat - nearest.lat) * metresPerDegree < besideBoundary) return nothing;
      const far = formatNumber(metresBetween(asset.location, nearest), 0);
      return found('location', `坐标在所画范围之外 ${far} 米，请核实是点还是范围有误。`, `The pin lies ${far} m outside the boundary; check which of the two is wrong.`);
    },
  },
  {
    code: 'same-place', level: 'doubt', label: text('与别的资产同在一处', 'In one place with another'),
    find: (asset, { neighbours }) => {
      if (!asset.location && !asset.boundary) return nothing;
      const near = neighbours.near(asset).filter((other) => maybeSame(asset, other));
      if (near.length === 0) return nothing;
      const onSpot = near.filter((other) => isOnSpot(asset, other));
      if (onSpot.length > 0) {
        const names = namesOf(onSpot);
        return found('location', `与${names.zh}同在一点（相距不到 ${oneSpot} 米），请核实是否重复登记或坐标抄错。`, `On one spot with ${names.en} (within ${oneSpot} m): entered twice, or a copied location?`);
      }
      const shared = near.flatMap((other) => {
        const share = asset.boundary && other.boundary ? overlapShare(boundaryFacts(asset.boundary), boundaryFacts(other.boundary)) : 0;
        return share > overlapping ? [{ other, share }] : [];
      });
      if (shared.length === 0) return nothing;
      const names = namesOf(shared.map(({ other }) => other));
      const most = formatNumber(Math.max(...shared.map(({ share }) => share)) * 100, 0);
      return found('boundary', `范围与${names.zh}重叠约 ${most}%，请核实是否重复登记。`, `The boundary overlaps with ${names.en} by about ${most} %: entered twice?`);
    },
  },
];
