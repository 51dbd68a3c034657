import { useState } from 'react';
import { Autocomplete, Button, Dialog, DialogTrigger, Header, Input, ListBox, ListBoxItem, ListBoxSection, Popover, SearchField } from 'react-aria-components';
import { formSections } from '../../../ui/fields/form-sections.js';
import { Icon } from '../../../ui/icon.js';
import { useSay } from '../../../state/language.js';
import { fitsQuery, roleLabel, type Noun, type RoleOption } from './role-options.js';

const none = 'none';

/** What a column is read as: a button that opens a searchable list of all fields, by the sections of the form. */
export function RoleChoice({ column, role, noun, options, takenBy, onChange }: {
  /** The header, for the name of the button. */
  column: string; role: string | null; noun: Noun; options: readonly RoleOption[];
  /** The letter of the column that has a role already. */
  takenBy: (role: string) => string | undefined;
  onChange: (role: string | null) => void;
}) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const [query, setQuery] = useState('');
  const chosen = role === null ? say('不导入', 'Left out') : roleLabel(role, noun, say.language);
  const turn = (next: boolean) => { setOpen(next); if (next) setQuery(''); };
  const found = options.filter((option) => fitsQuery(option, query));
  const sections = formSections.map(({ section, label }) => ({ section, label, options: found.filter((option) => option.section === section) })).filter((entry) => entry.options.length > 0);
  return (
    <DialogTrigger isOpen={open} onOpenChange={turn}>
      <Button className={`button select-button import-role ${role === null ? 'import-role-none' : ''}`} aria-label={say(`「${column}」读作：${chosen}`, `“${column}” is read as: ${chosen}`)}>
        <span className="select-value">{chosen}</span><Icon name="down" size={16} />
      </Button>
      <Popover className="popover import-role-list" placement="bottom start">
        <Dialog aria-label={say(`「${column}」读作`, `“${column}” is read as`)} style={{ outline: 'none', display: 'flex', flexDirection: 'column', minHeight: 0 }}>
          <Autocomplete inputValue={query} onInputChange={setQuery}>
            <SearchField className="search-box" aria-label={say('找字段', 'Find a field')} autoFocus><Icon name="search" size={18} /><Input placeholder={say('找字段，可用拼音首字母', 'Find a field')} /></SearchField>
            <ListBox className="import-role-options" aria-label={say('字段', 'Fields')} selectionMode="single" selectedKeys={[role ?? none]} disallowEmptySelection
              renderEmptyState={() => <p className="import-none">{say('没有这样的字段', 'No such field')}</p>}
              onSelectionChange={(keys) => { const [key] = keys; if (key === undefined || keys === 'all') return; turn(false); onChange(key === none ? null : String(key)); }}>
              {query === '' && <ListBoxItem id={none} className="list-item" textValue={say('不导入', 'Leave out')}><Icon name="close" size={16} />{say('不导入这一列', 'Leave this column out')}</ListBoxItem>}
              {sections.map(({ section, label, options: own }) => (
                <ListBoxSection key={section} id={section}>
                  <Header className="import-role-section">{say(label)}</Header>
                  {own.map((option) => {
                    const taken = option.role === role ? undefined : takenBy(option.role);
                    return <ListBoxItem key={option.role} id={option.role} className="list-item" textValue={say(option.label)}><span className="spacer">{say(option.label)}</span>{taken && <small className="soft">{say(`现在是 ${taken} 列`, `now column ${taken}`)}</small>}</ListBoxItem>;
                  })}
                </ListBoxSection>
              ))}
            </ListBox>
          </Autocomplete>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
