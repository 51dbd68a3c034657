import type { ReactNode } from 'react';
import { useSay } from '../../state/language.js';
import type { OutputDesk } from '../../state/use-output.js';
import { Button } from '../../ui/button.js';
import { Icon, type IconName } from '../../ui/icon.js';
import { OutputRun } from '../../ui/output-run.js';

/** The frame of every output's card: how it will look, what it is, what can be chosen, and the work with its finished file. */
export function OutputFrame<Choice>({ kind, icon, title, words, count, sketch, children, desk, onMake, isDisabled = false }: {
  kind: string; icon: IconName; title: string; words: string; count?: string; sketch: ReactNode; children: ReactNode; desk: OutputDesk<Choice>; onMake: () => void; isDisabled?: boolean;
}) {
  const say = useSay();
  const { work, running, cancel } = desk;
  return (
    <section className="panel outputs-card" aria-label={title} data-testid={`output-${kind}`}>
      {sketch}
      <div className="outputs-card-body">
        <header><Icon name={icon} size={26} /><div><h2>{title}</h2><p>{words}</p></div>{count && <span className="figures">{count}</span>}</header>
        {children}
        <div className="outputs-card-foot">
          <OutputRun work={work} onCancel={cancel} />
          {!running && <Button tone="primary" icon="export" isDisabled={isDisabled} onPress={onMake}>{work.at === 'done' ? say('再生成一次', 'Make it again') : say('生成', 'Make the file')}</Button>}
        </div>
      </div>
    </section>
  );
}
