import { text, type Text } from '../../schema/text.js';
import { trades } from '../../schema/trades.js';
import { categories, cooperations, statuses, utilities } from '../../schema/vocabularies.js';
import { labelOf, type Vocabulary } from '../../schema/vocabulary.js';
import { hindrances, type Condition, type ConditionKind, type ConditionOf } from '../../schema/wish.js';
import { formatNumber } from '../format.js';

/** What each kind of condition is called, in the order in which a form asks for them. */
export const conditionNames: Readonly<Record<ConditionKind, Text>> = {
  category: text('类别', 'Kind'), trade: text('做什么', 'Use'), area: text('面积', 'Area'), budget: text('预算', 'Budget'), investment: text('投资额', 'Investment'), term: text('年限', 'Term'),
  utility: text('配套', 'Utilities'), distance: text('距高速', 'To motorway'), capacity: text('装机', 'Capacity'), floors: text('层数', 'Storeys'), seats: text('容纳', 'People'),
  village: text('村', 'Village'), cooperation: text('合作', 'Terms'), status: text('状态', 'Status'), avoid: text('避开', 'Avoid'), words: text('字词', 'Words'),
};

const listed = (list: Vocabulary, values: readonly string[], zh: string, en: string): Text => {
  const labels = values.map((value) => labelOf(list, value) ?? text(value, value));
  return text(labels.map((label) => label.zh).join(zh), labels.map((label) => label.en).join(en));
};
const turned = (not: boolean, words: Text): Text => (not ? text(`不要${words.zh}`, `not ${words.en}`) : words);

/** ≥ 200 亩, ≤ 50 万元, 约 30 亩, 5–10 年 */
function spanWords(min: number | null, max: number | null, about: boolean, shown: (value: number) => Text, bare: (value: number) => string): Text {
  if (min !== null && max !== null && min !== max) { const end = shown(max); const from = bare(min); return text(`${from}–${end.zh}`, `${from}–${end.en}`); }
  const words = shown((min ?? max)!);
  const sign = about || min === max ? (about ? '≈' : '=') : min !== null ? '≥' : '≤';
  return text(`${sign} ${words.zh}`, `${sign} ${words.en}`);
}
const plainly = (zh: string, en: string) => [(value: number) => text(`${formatNumber(value, 2)} ${zh}`, `${formatNumber(value, 2)} ${en}`), (value: number) => formatNumber(value, 2)] as const;

/** An amount as people say it: 50 万元, 800 元, CNY 500,000. */
const money = (value: number): Text => text(value >= 10_000 ? `${formatNumber(value / 10_000, 2)} 万元` : `${formatNumber(value, 0)} 元`, `CNY ${formatNumber(value, 0)}`);
const bareMoney = (value: number) => formatNumber(value >= 10_000 ? value / 10_000 : value, 2);

const of: Readonly<Record<ConditionOf<'budget'>['of'], Text>> = { whole: text('', ''), mu: text('/亩', ' a mu'), m2: text('/㎡', ' a ㎡') };
const per: Readonly<Record<ConditionOf<'budget'>['per'], Text>> = { any: text('', ''), year: text('/年', ' a year'), month: text('/月', ' a month'), total: text('（总价）', ' in all') };

/** A condition in a few words, as it stands on its chip. */
export function conditionWords(condition: Condition): Text {
  switch (condition.kind) {
    case 'category': return turned(condition.not, condition.together ? listed(categories, condition.any, '＋', ' + ') : listed(categories, condition.any, '或', ' or '));
    case 'trade': return turned(condition.not, listed(trades, condition.any, '或', ' or '));
    case 'village': return turned(condition.not, text(condition.any.join('或'), condition.any.join(' or ')));
    case 'cooperation': return turned(condition.not, listed(cooperations, condition.any, '或', ' or '));
    case 'status': return condition.implied ? text('还能谈的', 'Still to be had') : turned(condition.not, listed(statuses, condition.any, '或', ' or '));
    case 'words': return turned(condition.not, text(`「${condition.text}」`, `“${condition.text}”`));
    case 'avoid': { const word = labelOf(hindrances, condition.hindrance)!; return text(`不涉及${word.zh}`, `No ${word.en.toLowerCase()}`); }
    case 'utility': { const word = labelOf(utilities, condition.utility)!; return text(condition.utility === 'parking' ? '能停车' : condition.utility === 'sewage' ? '有污水管网' : `通${word.zh}`, word.en); }
    case 'distance': return text(`距高速 ≤ ${formatNumber(condition.max, 1)} 公里`, `≤ ${formatNumber(condition.max, 1)} km to motorway`);
    case 'area': return spanWords(condition.min, condition.max, condition.about, ...(condition.unit === 'mu' ? plainly('亩', 'mu') : plainly('㎡', '㎡')));
    case 'term': return spanWords(condition.min, condition.max, false, ...plainly('年', 'years'));
    case 'capacity': return spanWords(condition.min, condition.max, condition.min !== null && condition.min === condition.max, ...plainly('kW', 'kW'));
    case 'floors': return spanWords(condition.min, condition.max, false, ...plainly('层', 'storeys'));
    case 'seats': return spanWords(condition.min, condition.max, false, ...plainly('人', 'people'));
    case 'investment': { const words = spanWords(condition.min, condition.max, false, money, bareMoney); return text(`投资 ${words.zh}`, `Invests ${words.en}`); }
    case 'budget': { const words = spanWords(condition.min, condition.max, false, money, bareMoney); return text(`${words.zh}${of[condition.of].zh}${per[condition.per].zh}`, `${words.en}${of[condition.of].en}${per[condition.per].en}`); }
  }
}
