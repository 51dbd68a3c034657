import { useState } from 'react';
import { lostWithCategory } from '../../../../data/rules/change-category.js';
import type { Asset } from '../../../../data/schema/asset.js';
import { assetFields, fieldAt, valueAt } from '../../../../data/schema/fields.js';
import { categories, type Category } from '../../../../data/schema/vocabularies.js';
import { failureOf } from '../../../client/call-failure.js';
import { useSay } from '../../../state/language.js';
import { tell } from '../../../state/program-store.js';
import { Button } from '../../../ui/button.js';
import { CategoryBadge } from '../../../ui/category-badge.js';
import { valueText } from '../../../ui/fields/value-text.js';
import { Modal } from '../../../ui/modal.js';
import { Select } from '../../../ui/select.js';

const entry = fieldAt(assetFields, 'category');

/** The category, which decides the fields there are: a change names what would fall away, and asks first. */
export function CategoryField({ record, readOnly, save }: { record: Asset; readOnly: boolean; save: (path: string, value: unknown) => Promise<void> }) {
  const say = useSay();
  const [next, setNext] = useState<Category | null>(null);
  const lost = next ? lostWithCategory(record, next) : [];
  const change = () => {
    if (!next) return;
    setNext(null);
    save('category', next).then(
      () => tell({ zh: `已改为${categories.words.find(({ value }) => value === next)!.label.zh}，可以撤销。`, en: 'The category was changed; this can be undone.' }),
      (error: unknown) => { const failure = failureOf(error); tell(failure.message, failure); },
    );
  };
  return (
    <div className="field" data-field="category">
      <div className="field-head"><span className="label">{say(entry.label)}</span><span className="field-required" aria-hidden="true">*</span></div>
      {readOnly ? <span className="field-shown">{say.word(categories, record.category)}</span>
        : <Select label={say(entry.label)} value={record.category} options={categories.words.map((word) => ({ value: word.value, label: say(word.label) }))} onChange={(value) => { if (value !== record.category) setNext(value as Category); }} />}
      {next && (
        <Modal title={say(`改为「${say.word(categories, next)}」？`, `Make it “${say.word(categories, next)}”?`)} width={520} onClose={() => setNext(null)}
          foot={<><span className="spacer" /><Button onPress={() => setNext(null)}>{say('不改', 'Leave it')}</Button><Button tone="primary" icon="check" onPress={change}>{say('改类别', 'Change it')}</Button></>}>
          <p className="category-turn"><CategoryBadge category={record.category} />{say.word(categories, record.category)} <span aria-hidden="true">→</span> <CategoryBadge category={next} />{say.word(categories, next)}</p>
          {lost.length === 0 ? <p className="soft">{say('没有要去掉的内容，共有的各项都保留。', 'Nothing falls away; all shared fields stay.')}</p> : (
            <>
              <p>{say(`新类别没有下面 ${lost.length} 项，它们的内容会去掉；撤销可以全部找回。`, `The new category lacks ${lost.length === 1 ? 'this field' : `these ${lost.length} fields`}: what they hold falls away. Undo brings it all back.`)}</p>
              <dl className="category-lost">{lost.map((field) => <div key={field.path}><dt>{say(field.label)}</dt><dd>{valueText(field, valueAt(record, field.path), say.language, record.category)}</dd></div>)}</dl>
            </>
          )}
        </Modal>
      )}
    </div>
  );
}
