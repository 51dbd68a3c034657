import { text } from '../../../schema/text.js';
import { formatNumber } from '../../format.js';
import { isPublished } from '../../projection.js';
import { isOffered, yearsOf } from '../offer.js';
import { found, nothing, type Rule } from '../rule.js';

const mostLeaseYears = 20;
const voteHeld = /三分之二|2\/3|村民(?:代表)?(?:会议|大会)|已表决|表决通过|一事一议|已公示|已承包到户|家庭承包/;

export const rightsRules: readonly Rule[] = [
  {
    code: 'ownership-missing', level: 'doubt', label: text('权属未填', 'Ownership not stated'),
    find: (asset) => (asset.ownership === undefined && isPublished(asset) && isOffered(asset)
      ? found('ownership', '在对外推介，却没有写权属：谁有权出租、合作，投资人会先问。', 'It is on offer, yet nobody can see who owns it: the first thing an investor asks.') : nothing),
  },
  {
    /** 民法典 article 705: what a lease says beyond twenty years is void. */
    code: 'lease-term', level: 'note', label: text('租赁超过 20 年', 'Lease beyond 20 years'),
    find: (asset, { today }) => {
      if (!asset.term || !asset.cooperation.includes('lease')) return nothing;
      const years = yearsOf(asset.term, Number(today.slice(0, 4)));
      if (years === undefined || years <= mostLeaseYears) return nothing;
      return found('term', `租赁年限写的是「${asset.term}」。依《民法典》第七百零五条，租期超过 20 年的部分无效，请核实年限或合作方式。`, `A lease of “${asset.term}” (${formatNumber(years)} years): under the Civil Code art. 705 what exceeds 20 years is void. Check the term or the way of cooperation.`);
    },
  },
  {
    /** 森林法 article 18: collective woodland that was not contracted to households goes out only by the vote of two thirds and after publicity. */
    code: 'woodland-vote', level: 'note', label: text('林地流转须经村民会议', 'Woodland needs a village vote'),
    find: (asset) => {
      if (asset.category !== 'forest' || asset.ownership !== 'collective' || !isOffered(asset) || asset.cooperation.length === 0) return nothing;
      if (voteHeld.test(`${asset.notes ?? ''} ${asset.constraints.join(' ')}`)) return nothing;
      return found('notes', '集体林地对外流转，依《森林法》第十八条须经村民会议或村民代表三分之二以上同意并公示；办过的请在备注里写明。', 'Collective woodland goes out only with the consent of two thirds of the village meeting, made public (Forest Law art. 18); note it here once done.');
    },
  },
];
