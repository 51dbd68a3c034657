import { useState, type KeyboardEvent } from 'react';
import { Disclosure, DisclosurePanel, Button as AriaButton } from 'react-aria-components';
import type { About } from '../../../data/contract.js';
import { failureOf } from '../../client/call-failure.js';
import { useClient } from '../../client/current-client.js';
import { useSay } from '../../state/language.js';
import { Icon } from '../icon.js';

type Licence = About['licences'][number];

/** Where an arrow leads to in a list of so many; the same place for any other key. */
const led: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => Math.min(count - 1, at + 1), ArrowUp: (at) => Math.max(0, at - 1), Home: () => 0, End: (_at, count) => count - 1,
};

/** Every package that the program is made of, with its licence; pressed, the licence's own text. One stop for Tab, within it the arrows lead. */
export function LicenceList({ licences }: { licences: readonly Licence[] }) {
  const say = useSay();
  const [at, setAt] = useState(0);
  const lead = (event: KeyboardEvent<HTMLElement>) => {
    const to = led[event.key]?.(at, licences.length);
    const next = to === undefined ? undefined : event.currentTarget.querySelectorAll<HTMLElement>('.about-package')[to];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  return (
    <section className="about-licences" aria-label={say('所用软件的许可', 'Licences')}>
      <h4>{say(`所用软件的许可（${licences.length}）`, `Licences (${licences.length})`)}</h4>
      <div className="about-list" role="group" aria-label={say('许可，上下键移动', 'Licences; the arrow keys move')} onKeyDown={lead}>
        {licences.map((licence, row) => <LicenceRow key={`${licence.name} ${licence.version}`} licence={licence} isStop={row === at} onFocus={() => setAt(row)} />)}
      </div>
    </section>
  );
}

function LicenceRow({ licence: { name, version, licence }, isStop, onFocus }: { licence: Licence; isStop: boolean; onFocus: () => void }) {
  const say = useSay();
  const client = useClient();
  const [words, setWords] = useState<string | null>(null);
  const none = say('这个软件包没有附许可全文，以许可名称为准。', 'This package brings no text; its licence is the one named.');
  const read = (open: boolean) => {
    if (!open || words !== null) return;
    client.call('about.licence', { name, version }).then(({ text }) => setWords(text ?? none), (error: unknown) => setWords(say(failureOf(error).message)));
  };
  return (
    <Disclosure className="about-row" onExpandedChange={read}>
      <AriaButton slot="trigger" className="about-package" excludeFromTabOrder={!isStop} onFocus={onFocus}><Icon name="right" size={14} /><b>{name}</b><span className="figures soft">{version}</span><em>{licence}</em></AriaButton>
      <DisclosurePanel>{words !== null && <pre className="about-text">{words}</pre>}</DisclosurePanel>
    </Disclosure>
  );
}
