import { useState } from 'react';
import { Disclosure, DisclosurePanel, Button as AriaButton } from 'react-aria-components';
import type { About } from '../../../data/contract.js';
import { failureOf } from '../../client/call-failure.js';
import { useClient } from '../../client/current-client.js';
import { useSay } from '../../state/language.js';
import { Icon } from '../icon.js';

type Licence = About['licences'][number];

/** Every package that the program is made of, with its licence; pressed, the licence's own text. */
export function LicenceList({ licences }: { licences: readonly Licence[] }) {
  const say = useSay();
  return (
    <section className="about-licences" aria-label={say('所用软件的许可', 'Licences')}>
      <h4>{say(`所用软件的许可（${licences.length}）`, `Licences (${licences.length})`)}</h4>
      <div className="about-list" tabIndex={0} role="region" aria-label={say('许可', 'Licences')}>
        {licences.map((licence) => <LicenceRow key={`${licence.name} ${licence.version}`} licence={licence} />)}
      </div>
    </section>
  );
}

function LicenceRow({ licence: { name, version, licence } }: { licence: Licence }) {
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
      <AriaButton slot="trigger" className="about-package"><Icon name="right" size={14} /><b>{name}</b><span className="figures soft">{version}</span><em>{licence}</em></AriaButton>
      <DisclosurePanel>{words !== null && <pre className="about-text">{words}</pre>}</DisclosurePanel>
    </Disclosure>
  );
}
