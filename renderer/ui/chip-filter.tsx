import { Button, DialogTrigger, Dialog, ListBox, ListBoxItem, Popover, type Selection } from 'react-aria-components';
import type { ReactNode } from 'react';
import { Icon } from './icon.js';

export interface ChipOption { readonly value: string; readonly label: string; readonly count?: number; readonly sign?: ReactNode }

/** A chip that opens a list of any number of choices; what is chosen stands on the chip. */
export function ChipFilter({ label, options, chosen, onChange }: {
  label: string; options: readonly ChipOption[]; chosen: ReadonlySet<string>; onChange: (chosen: Set<string>) => void;
}) {
  const first = options.find((option) => chosen.has(option.value));
  const take = (keys: Selection) => onChange(keys === 'all' ? new Set(options.map((option) => option.value)) : new Set([...keys].map(String)));
  return (
    <DialogTrigger>
      <Button className={`chip ${chosen.size > 0 ? 'chip-on' : ''}`}>
        {label}{first && <b>{first.label}{chosen.size > 1 ? ` · ${chosen.size}` : ''}</b>}<Icon name="down" size={15} />
      </Button>
      <Popover className="popover" placement="bottom start">
        <Dialog aria-label={label} style={{ outline: 'none' }}>
          <ListBox aria-label={label} escapeKeyBehavior="none" selectionMode="multiple" selectedKeys={chosen} onSelectionChange={take} style={{ outline: 'none', minWidth: 180 }}>
            {options.map((option) => (
              <ListBoxItem key={option.value} id={option.value} textValue={option.label} className="list-item">
                <span className="tick">{chosen.has(option.value) && <Icon name="check" size={16} />}</span>
                {option.sign}<span className="spacer">{option.label}</span>
                {option.count !== undefined && <span className="figures soft">{option.count.toLocaleString('en-US')}</span>}
              </ListBoxItem>
            ))}
          </ListBox>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
