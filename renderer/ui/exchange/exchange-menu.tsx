import { useState } from 'react';
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { IndexEntry } from '../../state/index-entries.js';
import { useSay } from '../../state/language.js';
import { Icon, type IconName } from '../icon.js';
import './exchange.css';
import { MergeDialog } from './merge-dialog.js';
import { SliceDialog } from './slice-dialog.js';
import { TakeAlongDialog } from './take-along-dialog.js';

type Way = 'take' | 'merge' | 'slice';
/** A file is an exchange file by its name; what is in it is looked at when it is read. */
export const isExchangeFile = (file: Pick<File, 'name'>) => /\.xishanpart$/i.test(file.name);

/** 交换: a copy taken along, another desk's copy merged in, sheets for the villages. `dropped` is a copy that was dropped on the page. */
export function ExchangeMenu({ entries, filtered, readOnly, dropped, onDone }: { entries: readonly IndexEntry[]; filtered: readonly string[] | null; readOnly: boolean; dropped: File | null; onDone: () => void }) {
  const say = useSay();
  const [way, setWay] = useState<Way | null>(null);
  const close = () => { setWay(null); onDone(); };
  const item = (id: Way, icon: IconName, words: string, note: string, isDisabled = false) => (
    <MenuItem id={id} textValue={words} className="list-item exchange-item" isDisabled={isDisabled}><Icon name={icon} size={22} /><span><b>{words}</b><small>{note}</small></span></MenuItem>
  );
  return (
    <>
      <MenuTrigger>
        <AriaButton className="button"><Icon name="swap" size={20} />{say('交换', 'Exchange')}<Icon name="down" size={15} /></AriaButton>
        <Popover className="popover" placement="bottom end">
          <Menu aria-label={say('交换', 'Exchange')} style={{ outline: 'none', minWidth: 320 }} onAction={(key) => setWay(key as Way)}>
            {item('take', 'usb', say('带走一份…', 'Take a copy along…'), say('交给另一台电脑', 'For another machine'))}
            {item('merge', 'import', say('合并进来…', 'Merge in…'), say('把别处改的合进这本账', 'Bring in work done elsewhere'), readOnly)}
            {item('slice', 'edit', say('发给村里填…', 'Sheets for the villages…'), say('Excel 填报表，填好再导入', 'A workbook to fill in and import'))}
          </Menu>
        </Popover>
      </MenuTrigger>
      {way === 'take' && <TakeAlongDialog entries={entries} filtered={filtered} onClose={close} />}
      {(way === 'merge' || dropped) && <MergeDialog source={dropped} onClose={close} />}
      {way === 'slice' && <SliceDialog entries={entries} filtered={filtered} onClose={close} />}
    </>
  );
}
