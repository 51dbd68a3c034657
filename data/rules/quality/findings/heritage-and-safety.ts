import type { Asset } from '../../../schema/asset.js';
import { text } from '../../../schema/text.js';
import { isOffered } from '../offer.js';
import { wordsIn } from '../read.js';
import { found, nothing, type Rule } from '../rule.js';

const denies = /^(?:否|无|不是|非|不属|未|没有|不涉及|一般|no\b|none\b)/i;
/** The relic status as stated: in its own field, or as a constraint that names the thing itself, not its surroundings. */
function relicStatus(asset: Asset): string | undefined {
  const stated = wordsIn(asset, 'protection').trim();
  if (stated && !denies.test(stated) && (/^(?:是|yes)$/i.test(stated) || /文物|文保|国保|省保|市保|县保|保护单位|保护点|relic|heritage/i.test(stated))) return stated;
  return asset.constraints.find((line) => /文物保护(?:单位|点)|不可移动文物/.test(line) && !/控制地带|保护范围|周边|邻近|不涉及|非文/.test(line));
}

/** C or D of the four grades of dangerous houses (JGJ 125, 危险房屋鉴定标准); 危房 alone counts as D. */
function dangerOf(asset: Asset): 'C' | 'D' | undefined {
  const stated = wordsIn(asset, 'dangerGrade').normalize('NFKC').trim();
  if (!stated || denies.test(stated)) return undefined;
  const grade = /([A-D])(?![a-z])/i.exec(stated)?.[1]?.toUpperCase() ?? (/四级|整[体幢]危/.test(stated) ? 'D' : /三级|局部危/.test(stated) ? 'C' : /危房|dangerous/i.test(stated) ? 'D' : undefined);
  return grade === 'C' || grade === 'D' ? grade : undefined;
}

/** State-owned immovable relics cannot be transferred or mortgaged, others only as reported to the relics office and never abroad: 文物保护法. */
export const heritageAndSafetyRules: readonly Rule[] = [
  {
    code: 'relic-transfer', level: 'blocks', label: text('文物拟转让', 'Relic offered for transfer'),
    find: (asset) => {
      const status = relicStatus(asset);
      if (!status || asset.ownership === 'private' || !asset.cooperation.includes('transfer')) return nothing;
      return found('cooperation', `「${status}」写了「转让」。依《文物保护法》，国有不可移动文物不得转让、抵押；请核实权属，去掉「转让」后再发布。`, `“${status}” is offered for transfer. Under the Relics Protection Law, state-owned immovable relics cannot be transferred or mortgaged; check the ownership and take “transfer” out before publishing.`);
    },
  },
  {
    code: 'relic-private-transfer', level: 'doubt', label: text('个人文物拟转让', 'Private relic offered for transfer'),
    find: (asset) => {
      const status = relicStatus(asset);
      if (!status || asset.ownership !== 'private' || !asset.cooperation.includes('transfer')) return nothing;
      return found('cooperation', `个人所有的「${status}」写了「转让」。依《文物保护法》须向文物部门备案，且不得转让给外国人，请核实。`, `A privately owned “${status}” is offered for transfer; the Relics Protection Law asks for a report to the relics office and forbids transfer to foreigners.`);
    },
  },
  {
    code: 'danger-d', level: 'blocks', label: text('D 级危房仍在推介', 'Condemned building on offer'),
    find: (asset) => (dangerOf(asset) === 'D' && isOffered(asset) ? found('detail.dangerGrade', `危房等级为「${wordsIn(asset, 'dangerGrade')}」，整体不可使用，处置前不宜对外推介。`, `The safety grade is “${wordsIn(asset, 'dangerGrade')}”: not to be used as it is, nor offered before it is dealt with.`) : nothing),
  },
  {
    code: 'danger-c', level: 'note', label: text('C 级危房，须先加固', 'To be strengthened first'),
    find: (asset) => (dangerOf(asset) === 'C' && isOffered(asset) ? found('detail.dangerGrade', `危房等级为「${wordsIn(asset, 'dangerGrade')}」，局部危险，推介时请说明须先加固。`, `The safety grade is “${wordsIn(asset, 'dangerGrade')}”: parts are unsafe; say that it must be strengthened first.`) : nothing),
  },
];
