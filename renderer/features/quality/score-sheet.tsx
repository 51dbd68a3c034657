import { Button } from 'react-aria-components';
import type { QualitySummary, Standing } from '../../../data/schema/quality.js';
import { formatNumber } from '../../../data/rules/format.js';
import { categories } from '../../../data/schema/vocabularies.js';
import { useSay } from '../../state/language.js';
import { CategoryBadge } from '../../ui/category-badge.js';
import { categoryColour } from '../../ui/category-glyph.js';
import { FindingMark } from '../../ui/finding-mark.js';
import { toggle, useQuality } from './quality-store.js';
import { ScoreGauge } from './score-gauge.js';

/** The left of the sheet: the score of the whole, how the assets stand, and each category beside the others. */
export function ScoreSheet({ summary }: { summary: QualitySummary }) {
  const say = useSay();
  const filter = useQuality((state) => state.filter);
  const standings: readonly { readonly value: Standing; readonly label: string; readonly hint: string; readonly count: number }[] = [
    { value: 'publishable', label: say('可发布', 'Publishable'), hint: say('没有拦着的问题', 'Nothing in the way'), count: summary.assets - summary.blocked },
    { value: 'blocked', label: say('不可发布', 'Blocked'), hint: say('先解决，再对外', 'To be settled first'), count: summary.blocked },
    { value: 'doubtful', label: say('存疑', 'Doubtful'), hint: say('有像是写错的', 'Something looks wrong'), count: summary.doubtful },
    { value: 'complete', label: say('完整', 'Complete'), hint: say('90 分以上', '90 points and more'), count: summary.complete },
  ];
  return (
    <section className="quality-sheet" aria-label={say('体检总分', 'The score')}>
      <ScoreGauge score={summary.score} />
      <div className="quality-standings" role="group" aria-label={say('能不能对外', 'Fit to be published')}>
        {standings.map(({ value, label, hint, count }) => (
          <Button key={value} className="quality-standing" data-standing={value} data-none={count === 0 || undefined} aria-pressed={filter.standing === value} onPress={() => toggle('standing', value)}>
            <span>{label}</span><b className="figures">{formatNumber(count)}</b><small>{hint}</small>
          </Button>
        ))}
      </div>
      <div className="quality-categories" role="group" aria-label={say('各类得分', 'Scores by category')}>
        <h2>{say('各类得分', 'By category')}</h2>
        {summary.byCategory.map(({ category, assets, score, blocked }) => (
          <Button key={category} className="quality-category" aria-pressed={filter.category === category} onPress={() => toggle('category', category)}>
            <CategoryBadge category={category} size={24} />
            <span className="quality-category-name">{say.word(categories, category)} <small className="figures">{formatNumber(assets)}</small></span>
            <span className="quality-category-blocked figures">{blocked > 0 && <><FindingMark level="blocks" size={14} />{formatNumber(blocked)}<span className="visually-hidden">{say(' 宗不可发布', ' blocked')}</span></>}</span>
            <b className="figures">{score}</b>
            <span className="quality-bar" aria-hidden="true"><i style={{ width: `${score}%`, background: categoryColour(category) }} /></span>
          </Button>
        ))}
      </div>
    </section>
  );
}
