import { useState } from 'react';
import { useClient } from '../../client/current-client.js';
import { useSay } from '../../state/language.js';
import { useJob } from '../../state/use-job.js';
import { Button } from '../../ui/button.js';
import { Icon, type IconName } from '../../ui/icon.js';
import { OutputOptions, type OutputChoice } from '../../ui/output-options.js';
import { OutputRun, type Output } from '../../ui/output-run.js';
import { TableSketch } from './table-sketch.js';

/** One kind of table that can be taken away: what it holds, how it is wanted, and the finished file. */
export function OutputCard({ kind, icon, title, words, count }: { kind: 'projects' | 'ledger'; icon: IconName; title: string; words: string; count: string }) {
  const say = useSay();
  const client = useClient();
  const { work, start, cancel, reset } = useJob<Output>();
  const [choice, setChoice] = useState<OutputChoice>({ format: 'xlsx', audience: 'internal', language: say.language, encoding: 'utf-8' });
  const running = work.at === 'running';
  return (
    <section className="panel outputs-card" aria-label={title} data-testid={`output-${kind}`}>
      <TableSketch kind={kind} choice={choice} />
      <div className="outputs-card-body">
        <header><Icon name={icon} size={26} /><div><h2>{title}</h2><p>{words}</p></div><span className="figures">{count}</span></header>
        <OutputOptions choice={choice} onChange={(next) => { setChoice(next); if (!running) reset(); }} />
        <div className="outputs-card-foot">
          <OutputRun work={work} onCancel={cancel} />
          {!running && <Button tone="primary" icon="export" onPress={() => start(() => client.call('output.start', { kind, ...choice }))}>{work.at === 'done' ? say('再生成一次', 'Make it again') : say('生成', 'Make the file')}</Button>}
        </div>
      </div>
    </section>
  );
}
