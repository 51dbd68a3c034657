import { useCallback, useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { adviceOf } from '../../../data/rules/quality/completeness.js';
import type { CheckedAsset } from '../../../data/schema/quality.js';
import { useClient } from '../../client/current-client.js';
import { useSay } from '../../state/language.js';
import { FindingMark, levelNames } from '../../ui/finding-mark.js';
import { Icon } from '../../ui/icon.js';
import { ScoreRing } from '../../ui/score-ring.js';
import './quality-strip.css';

const gapsShown = 4;
const findingsShown = 2;
/** Saving field by field makes a row of changes; the check is asked for when they pause, in ms. */
const settle = 120;

/** The asset's score, what is missing and what is doubtful, each a way to its field. Follows every change of the ledger, since another asset's may concern this one. */
export function QualityStrip({ id, onField }: { id: string; onField: (path: string) => void }) {
  const say = useSay();
  const client = useClient();
  const [checked, setChecked] = useState<CheckedAsset | null>(null);
  const [all, setAll] = useState(false);
  const load = useCallback(async (): Promise<CheckedAsset | null> => client.call('quality.ofAsset', { id }), [client, id]);

  useEffect(() => {
    let over = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    // The form itself says when the asset is gone; the strip then has nothing to add.
    const take = () => { load().then((next) => { if (!over) setChecked(next); }, () => { if (!over) setChecked(null); }); };
    take();
    const stop = client.on('ledger.changed', () => { clearTimeout(timer); timer = setTimeout(take, settle); });
    return () => { over = true; clearTimeout(timer); stop(); };
  }, [client, load]);

  if (!checked || checked.id !== id) return <div className="quality-strip" aria-hidden="true" />;
  const findings = all ? checked.findings : checked.findings.slice(0, findingsShown);
  const more = checked.findings.length - findings.length;
  return (
    <section className="quality-strip" aria-label={say('体检', 'Check-up')}>
      <div className="quality-strip-line">
        <ScoreRing score={checked.score} size={40} label={say(`${checked.score} 分`, `${checked.score} points`)} />
        <div className="quality-strip-next">
          <span className="quality-strip-advice">{say(adviceOf(checked))}</span>
          {checked.gaps.slice(0, gapsShown).map((gap) => (
            <Button key={gap.path} className="quality-strip-gap" onPress={() => onField(gap.path)}><Icon name="add" size={13} />{say(gap.want)}<small className="figures">+{gap.points}</small></Button>
          ))}
        </div>
      </div>
      {findings.map((finding) => (
        <Button key={`${finding.code} ${finding.path}`} className="quality-strip-finding" data-level={finding.level} onPress={() => onField(finding.path)}>
          <FindingMark level={finding.level} size={16} /><span><b>{say(levelNames[finding.level])}</b>{say(finding.reason)}</span>
        </Button>
      ))}
      {more > 0 && <Button className="quality-strip-more" onPress={() => setAll(true)}>{say(`还有 ${more} 条`, `${more} more`)}<Icon name="down" size={14} /></Button>}
    </section>
  );
}
