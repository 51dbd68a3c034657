import { text } from '../../../schema/text.js';
import { found, namesOf, nothing, type Rule } from '../rule.js';

export const duplicateRules: readonly Rule[] = [
  {
    code: 'same-code', level: 'doubt', label: text('编号重复', 'Code used twice'),
    find: (asset, { neighbours }) => {
      const others = neighbours.sameCode(asset);
      const names = namesOf(others);
      return others.length === 0 ? nothing : found('code', `编号 ${asset.code} 也用在${names.zh}，请核实。`, `Code ${asset.code} is also used by ${names.en}.`);
    },
  },
  {
    code: 'same-name', level: 'doubt', label: text('同村同名', 'Same name in one village'),
    find: (asset, { neighbours }) => {
      const others = neighbours.sameName(asset);
      if (others.length === 0) return nothing;
      const codes = others.slice(0, 3).map((other) => other.code ?? '—');
      const where = asset.village ?? '';
      return found('name', `${where}另有 ${others.length} 宗同名资产（编号 ${codes.join('、')}），请核实是否重复登记，或在名称里加以区别。`, `${others.length} more of this name${where ? ` in ${where}` : ''} (code ${codes.join(', ')}): entered twice, or in need of distinct names?`);
    },
  },
];
