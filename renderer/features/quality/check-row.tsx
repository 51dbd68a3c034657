import { adviceOf } from '../../../data/rules/quality/completeness.js';
import { assetFields, fieldAt } from '../../../data/schema/fields.js';
import type { CheckedAsset } from '../../../data/schema/quality.js';
import { useSay } from '../../state/language.js';
import { CategoryBadge } from '../../ui/category-badge.js';
import { FindingMark, levelNames } from '../../ui/finding-mark.js';
import { Icon } from '../../ui/icon.js';
import { ScoreRing } from '../../ui/score-ring.js';
import { keysOf } from './mending-keys.js';

/** One asset of the list: its score, what was found with the way to mend it, and what is missing for how many points. */
export function CheckRow({ checked, id, activeKey }: { checked: CheckedAsset | undefined; id: string; activeKey: number | null }) {
  const say = useSay();
  if (!checked) return <div role="gridcell" className="quality-row-waiting" aria-label={say('正在取', 'Loading')} />;
  const keys = keysOf(checked);
  const isBlocked = checked.findings.some((finding) => finding.level === 'blocks');
  const name = say.language === 'en' ? checked.nameEn ?? checked.name : checked.name;
  const label = (path: string) => say(fieldAt(assetFields, path).label);
  const keyProps = (at: number) => ({ role: 'gridcell', id: `${id}-${at}`, 'data-key': at, 'data-active': activeKey === at || undefined });
  return (
    <>
      <div role="gridcell" className="quality-row-head" {...(keys.length === 0 ? { id: `${id}-0` } : {})}>
        <ScoreRing score={checked.score} label={say(`${checked.score} 分`, `${checked.score} points`)} />
        <span className="quality-row-words">
          <span className="quality-row-name"><CategoryBadge category={checked.category} size={20} /><b>{name}</b>{isBlocked && <span className="quality-seal">{say('不可发布', 'Blocked')}</span>}</span>
          <span className="quality-row-place">{[checked.village, checked.code].filter(Boolean).join(' · ')}</span>
        </span>
        <span className="quality-row-advice">{say(adviceOf(checked))}</span>
      </div>
      {keys.map((key, at) => key.kind === 'finding' && (
        <div key={at} {...keyProps(at)} className="quality-finding" data-level={key.finding.level}>
          <FindingMark level={key.finding.level} />
          <span className="quality-finding-words"><span className="visually-hidden">{say(levelNames[key.finding.level])}{say('：', ': ')}</span>{say(key.finding.reason)}</span>
          <span className="quality-finding-mend">{say(`去改「${label(key.path)}」`, `Mend: ${label(key.path)}`)}<Icon name="right" size={15} /></span>
        </div>
      ))}
      {checked.gaps.length > 0 && (
        <div className="quality-row-gaps" role="presentation">
          {keys.map((key, at) => key.kind === 'gap' && (
            <span key={at} {...keyProps(at)} className="quality-row-gap"><Icon name="add" size={14} />{say(key.gap.want)}<small className="figures">+{key.gap.points}</small></span>
          ))}
          {checked.gaps.length > keys.length - checked.findings.length && <span className="quality-row-more" role="gridcell">{say(`另有 ${checked.gaps.length - (keys.length - checked.findings.length)} 项`, `${checked.gaps.length - (keys.length - checked.findings.length)} more`)}</span>}
        </div>
      )}
    </>
  );
}
