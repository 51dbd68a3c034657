import { Button } from 'react-aria-components';
import { assetFields, fieldAt } from '../../../data/schema/fields.js';
import { findingLevels, type QualitySummary } from '../../../data/schema/quality.js';
import { formatNumber } from '../../../data/rules/format.js';
import { useSay } from '../../state/language.js';
import { FindingMark, levelNames } from '../../ui/finding-mark.js';
import { Icon } from '../../ui/icon.js';
import { toggle, useQuality } from './quality-store.js';

/** The middle of the sheet: what was found and what is missing, each with how many assets it concerns; pressed, the list shows those. */
export function FindingList({ summary }: { summary: QualitySummary }) {
  const say = useSay();
  const filter = useQuality((state) => state.filter);
  return (
    <section className="quality-found" aria-label={say('问题和缺项', 'Findings and gaps')}>
      <h2>{say('查出的问题', 'Findings')}</h2>
      {summary.byFinding.length === 0 && <p className="quality-well"><Icon name="check" size={18} />{say('没有查出问题。', 'Nothing was found.')}</p>}
      {findingLevels.map((level) => {
        const found = summary.byFinding.filter((finding) => finding.level === level);
        if (found.length === 0) return null;
        return (
          <div key={level} className="quality-level" data-level={level} role="group" aria-label={say(levelNames[level])}>
            <h3><FindingMark level={level} size={15} />{say(levelNames[level])}</h3>
            {found.map(({ code, label, assets }) => (
              <Button key={code} className="quality-choice" aria-pressed={filter.finding === code} onPress={() => toggle('finding', code)}>
                <span>{say(label)}</span><b className="figures">{formatNumber(assets)}</b>
              </Button>
            ))}
          </div>
        );
      })}
      <h2>{say('还缺什么', 'What is missing')}</h2>
      {summary.byGap.length === 0 && <p className="quality-well"><Icon name="check" size={18} />{say('该有的都有了。', 'Everything is there.')}</p>}
      <div className="quality-level" role="group" aria-label={say('缺项', 'Gaps')}>
        {summary.byGap.map(({ path, assets }) => (
          <Button key={path} className="quality-choice quality-gap" aria-pressed={filter.gap === path} onPress={() => toggle('gap', path)}>
            <span>{say(fieldAt(assetFields, path).label)}</span><b className="figures">{formatNumber(assets)}</b>
            <span className="quality-bar" aria-hidden="true"><i style={{ width: `${(100 * assets) / summary.assets}%` }} /></span>
          </Button>
        ))}
      </div>
    </section>
  );
}
