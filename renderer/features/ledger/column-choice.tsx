import { DialogTrigger, Dialog, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import type { FieldDefinition } from '../../../data/schema/fields.js';
import { useSay } from '../../state/language.js';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';

/** Chooses which columns stand in the table; the name always does. */
export function ColumnChoice({ fields, shown, onChange, onReset }: { fields: readonly FieldDefinition[]; shown: ReadonlySet<string>; onChange: (shown: Set<string>) => void; onReset: () => void }) {
  const say = useSay();
  const label = say('选择列', 'Choose columns');
  return (
    <DialogTrigger>
      <Button icon="columns" label={label} />
      <Popover className="popover" placement="bottom end">
        <Dialog aria-label={label} style={{ outline: 'none' }}>
          <ListBox aria-label={label} escapeKeyBehavior="none" selectionMode="multiple" selectedKeys={shown} disabledKeys={['name']} style={{ outline: 'none', minWidth: 200 }}
            onSelectionChange={(keys) => onChange(keys === 'all' ? new Set(fields.map((entry) => entry.path)) : new Set([...keys].map(String)))}>
            {fields.map((entry) => (
              <ListBoxItem key={entry.path} id={entry.path} textValue={say(entry.label)} className="list-item">
                <span className="tick">{shown.has(entry.path) && <Icon name="check" size={16} />}</span>{say(entry.label)}
              </ListBoxItem>
            ))}
          </ListBox>
          <div className="ledger-choice-foot"><Button small tone="quiet" onPress={onReset}>{say('恢复默认', 'Back to the usual')}</Button></div>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
