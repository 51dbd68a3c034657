import { Button, ListBox, ListBoxItem, Popover, Select as AriaSelect, SelectValue } from 'react-aria-components';
import { Icon } from './icon.js';

/** One choice out of a list. */
export function Select({ label, value, options, onChange, placeholder, className }: {
  label: string; value: string | null; options: readonly { value: string; label: string }[]; onChange: (value: string) => void; placeholder?: string; className?: string;
}) {
  return (
    <AriaSelect aria-label={label} selectedKey={value} onSelectionChange={(key) => { if (key !== null) onChange(String(key)); }} {...(placeholder ? { placeholder } : {})} className={className ?? ''}>
      <Button className="button select-button"><SelectValue className="select-value" /><Icon name="down" size={16} /></Button>
      <Popover className="popover" style={{ minWidth: 'var(--trigger-width)' }}>
        <ListBox items={options.map((option) => ({ id: option.value, ...option }))} aria-label={label} style={{ outline: 'none' }}>
          {(option) => <ListBoxItem id={option.value} className="list-item" textValue={option.label}>{option.label}</ListBoxItem>}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
