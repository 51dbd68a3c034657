import { useMemo, useState } from 'react';
import { Switch } from 'react-aria-components';
import { compareAssets, type ComparedField } from '../../../data/rules/map/compare-assets.js';
import { titleOf } from '../../../data/rules/card.js';
import { formSections } from '../../ui/fields/form-sections.js';
import { categories } from '../../../data/schema/vocabularies.js';
import type { IndexEntry } from '../../state/index-entries.js';
import { useSay } from '../../state/language.js';
import { Button } from '../../ui/button.js';
import { StatusTag } from '../../ui/status-tag.js';
import { compareLetters } from './compare-letters.js';
import { PhotoGallery } from './photo-gallery.js';
import { PhotoView } from './photo-view.js';
import { useAssetDetails } from './use-asset-detail.js';

/** Two to four assets beside each other over their public fields. What differs is marked; nothing is called better. */
export function CompareSheet({ entries, distance, onSwap, onClose, onOpen }: {
  entries: readonly IndexEntry[]; distance: string | null; onSwap: () => void; onClose: () => void; onOpen: (entry: IndexEntry) => void;
}) {
  const say = useSay();
  const details = useAssetDetails(entries);
  const [onlyDifferent, setOnlyDifferent] = useState(false);
  const [photo, setPhoto] = useState<{ readonly entry: IndexEntry; readonly at: number } | null>(null);
  const known = entries.flatMap((entry) => details.get(entry.id)?.asset ?? []);
  const complete = known.length === entries.length;
  // eslint-disable-next-line react-hooks/exhaustive-deps -- the details change when any of them does
  const fields = useMemo(() => (complete ? compareAssets(known, say.language) : []), [complete, details, say.language]);
  const different = fields.filter(({ standing }) => standing === 'different').length;
  const shown = onlyDifferent ? fields.filter(({ standing }) => standing !== 'same') : fields;
  const nameOf = (entry: IndexEntry) => (say.language === 'en' ? entry.nameEn ?? entry.name : entry.name);
  const columns = { '--columns': entries.length } as React.CSSProperties;
  const shownPhotos = photo ? details.get(photo.entry.id)?.asset.photos : undefined;
  return (
    <aside className="comparison" aria-label={say('资产对比', 'Comparison')} data-testid="compare-sheet" data-columns={entries.length} style={columns}>
      <header className="compare-bar">
        <h2>{say('对比', 'Compare')}</h2>
        {distance && <span className="figures">{distance}</span>}
        <span className="spacer" />
        {entries.length === 2 && <Button icon="swap" onPress={onSwap}>{say('互换', 'Swap')}</Button>}
        <Button icon="close" label={say('结束对比', 'End the comparison')} onPress={onClose} />
      </header>
      <div className="compare-photos">
        {entries.map((entry) => <PhotoGallery key={entry.id} photos={details.get(entry.id)?.asset.photos ?? null} coverId={entry.cover} name={nameOf(entry)} category={entry.category} onOpen={(at) => setPhoto({ entry, at })} />)}
      </div>
      <table className="compare-table">
        <thead>
          <tr>
            <td>
              <Switch className="compare-switch" isSelected={onlyDifferent} onChange={setOnlyDifferent}><i className="switch-track" /><span>{say('只看不同', 'Differences only')}</span></Switch>
            </td>
            {entries.map((entry, order) => {
              const detail = details.get(entry.id);
              return (
                <th key={entry.id} scope="col">
                  <span className="compare-letter" style={{ background: `var(--${entry.category})` }}>{compareLetters[order]}</span>
                  <div>
                    <button type="button" className="compare-name" onClick={() => onOpen(entry)}>{detail ? titleOf(detail.asset, say.language).name : nameOf(entry)}</button>
                    <span className="compare-kind" style={{ color: `var(--${entry.category})` }}>{say.word(categories, entry.category)}</span> <StatusTag status={entry.status} />
                  </div>
                </th>
              );
            })}
          </tr>
        </thead>
        {formSections.map(({ section, label }) => <Section key={section} title={say(label)} fields={shown.filter((field) => field.section === section)} span={entries.length + 1} />)}
      </table>
      {complete && <p className="compare-foot">{different === 0 ? say('公开的内容没有不同。', 'Their public facts do not differ.') : say(`${different} 项不同，以`, `${different} facts differ, marked `)}{different > 0 && <><i className="compare-dot" aria-hidden="true" />{say(' 标出；「—」为未填或此类没有。', '; “—” is not stated, or not of this kind.')}</>}</p>}
      {!complete && <div className="showcase-card-wait compare-wait" aria-hidden="true">{['92%', '64%', '78%', '50%', '84%'].map((width) => <i key={width} className="showcase-wait" style={{ width }} />)}</div>}
      {photo && shownPhotos && <PhotoView photos={shownPhotos} first={photo.at} name={nameOf(photo.entry)} onClose={() => setPhoto(null)} />}
    </aside>
  );
}

function Section({ title, fields, span }: { title: string; fields: readonly ComparedField[]; span: number }) {
  const say = useSay();
  if (fields.length === 0) return null;
  return (
    <tbody>
      <tr><th scope="rowgroup" colSpan={span} className="compare-section">{title}</th></tr>
      {fields.map((field) => (
        <tr key={field.path} data-standing={field.standing}>
          <th scope="row">{field.standing === 'different' && <i className="compare-dot" aria-hidden="true" />}{say(field.label)}{field.standing === 'different' && <span className="visually-hidden">{say('（不同）', ' (different)')}</span>}</th>
          {field.cells.map((cell, order) => <td key={compareLetters[order]} className="figures">{cell ?? <span className="soft" aria-label={say('未填', 'not stated')}>—</span>}</td>)}
        </tr>
      ))}
    </tbody>
  );
}
