import { useMemo, useState } from 'react';
import { Button as AriaButton, GridList, GridListItem, useDragAndDrop } from 'react-aria-components';
import { plainText } from '../../../data/rules/search-query.js';
import type { FieldDefinition } from '../../../data/schema/fields.js';
import { categories } from '../../../data/schema/vocabularies.js';
import { useSay } from '../../state/language.js';
import { Button } from '../../ui/button.js';
import { AudienceMark } from '../../ui/fields/field-editor.js';
import { Icon } from '../../ui/icon.js';
import { Modal } from '../../ui/modal.js';
import { tableFields } from './ledger-columns.js';

/** Chooses which columns stand in the table and in which order: by dragging, or with the arrows beside each. The name always stands. */
export function ColumnChoice({ shown, frozen, onChange, onReset, onClose }: {
  shown: readonly FieldDefinition[]; frozen: number; onChange: (columns: string[]) => void; onReset: () => void; onClose: () => void;
}) {
  const say = useSay();
  const [query, setQuery] = useState('');
  const paths = useMemo(() => shown.map((entry) => entry.path), [shown]);
  const on = useMemo(() => new Set(paths), [paths]);
  const place = (path: string, to: number) => { const rest = paths.filter((one) => one !== path); onChange([...rest.slice(0, to), path, ...rest.slice(to)]); };
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': String(key) })),
    onReorder: ({ keys, target }) => {
      const moved = paths.filter((path) => keys.has(path));
      const rest = paths.filter((path) => !keys.has(path));
      const at = rest.indexOf(String(target.key)) + (target.dropPosition === 'after' ? 1 : 0);
      onChange([...rest.slice(0, at), ...moved, ...rest.slice(at)]);
    },
  });
  const wanted = plainText(query);
  const others = tableFields.filter((entry) => !on.has(entry.path) && (wanted === '' || [entry.label.zh, entry.label.en, ...(entry.synonyms ?? [])].some((word) => plainText(word).includes(wanted))));
  const whose = (entry: FieldDefinition) => entry.categories && <small className="soft">{entry.categories.map((category) => say.word(categories, category)).join(say('、', ', '))}</small>;
  return (
    <Modal title={say('选择列', 'Choose columns')} width={760} onClose={onClose}
      foot={<><Button tone="quiet" onPress={onReset}>{say('恢复默认', 'Back to the usual')}</Button><span className="spacer" /><Button tone="primary" onPress={onClose}>{say('好', 'Done')}</Button></>}>
      <div className="ledger-columns">
        <section>
          <h3>{say('表里的列', 'In the table')}<small>{say(`${shown.length} 列，前 ${frozen} 列冻结`, `${shown.length}, the first ${frozen} frozen`)}</small></h3>
          <GridList aria-label={say('表里的列，可拖动排序', 'Columns in the table; drag to order')} className="ledger-column-list" items={shown.map((entry) => ({ id: entry.path, entry }))} dragAndDropHooks={dragAndDropHooks}>
            {({ entry }) => {
              const at = paths.indexOf(entry.path);
              return (
                <GridListItem id={entry.path} textValue={say(entry.label)} className={`ledger-column ${at === frozen - 1 ? 'ledger-column-edge' : ''}`}>
                  <AriaButton slot="drag" className="ledger-column-grip" aria-label={say(`拖动「${entry.label.zh}」`, `Drag “${entry.label.en}”`)}><Icon name="sort" size={16} /></AriaButton>
                  <span className="ledger-column-name">{say(entry.label)}</span><AudienceMark entry={entry} />
                  <span className="spacer" />
                  <Button tone="quiet" small icon="up" label={say(`「${entry.label.zh}」往前`, `Move “${entry.label.en}” forward`)} isDisabled={at === 0} onPress={() => place(entry.path, at - 1)} />
                  <Button tone="quiet" small icon="down" label={say(`「${entry.label.zh}」往后`, `Move “${entry.label.en}” back`)} isDisabled={at === paths.length - 1} onPress={() => place(entry.path, at + 1)} />
                  <Button tone="quiet" small icon="close" label={say(`去掉「${entry.label.zh}」`, `Take “${entry.label.en}” out`)} isDisabled={entry.path === 'name'} onPress={() => onChange(paths.filter((path) => path !== entry.path))} />
                </GridListItem>
              );
            }}
          </GridList>
        </section>
        <section>
          <h3>{say('可以加的列', 'More columns')}<small>{others.length}</small></h3>
          <input className="input" value={query} placeholder={say('找一列', 'Find a column')} aria-label={say('找一列', 'Find a column')} onChange={(event) => setQuery(event.target.value)} />
          <ul className="ledger-column-list">
            {others.map((entry) => (
              <li key={entry.path} className="ledger-column">
                <span className="ledger-column-name">{say(entry.label)}</span><AudienceMark entry={entry} />{whose(entry)}<span className="spacer" />
                <Button tone="quiet" small icon="add" label={say(`加上「${entry.label.zh}」`, `Add “${entry.label.en}”`)} onPress={() => onChange([...paths, entry.path])} />
              </li>
            ))}
            {others.length === 0 && <li className="soft ledger-column">{query ? say('没有这一列。', 'No such column.') : say('都在表里了。', 'All are in the table.')}</li>}
          </ul>
        </section>
      </div>
    </Modal>
  );
}
