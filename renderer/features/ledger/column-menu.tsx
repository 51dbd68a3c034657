import { Button, Menu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components';
import { useSay } from '../../state/language.js';
import type { GridColumn } from '../../ui/grid/grid-column.js';
import { clampWidth } from '../../ui/grid/grid-head.js';
import { Icon } from '../../ui/icon.js';
import type { LedgerRow } from './ledger-row.js';
import { changeLook, type LedgerLook } from './view-state.js';

/** What can be done with a column, from its head: sorting, freezing, moving, width, leaving it out. */
export function ColumnMenu({ column, at, columns, look, fit }: { column: GridColumn<LedgerRow>; at: number; columns: readonly GridColumn<LedgerRow>[]; look: LedgerLook; fit: () => void }) {
  const say = useSay();
  const paths = columns.map((one) => one.key);
  const swap = (to: number) => { const rest = paths.filter((path) => path !== column.key); changeLook({ columns: [...rest.slice(0, to), column.key, ...rest.slice(to)] }); };
  const sorted = (descending: boolean) => look.sort?.key === column.key && look.sort.descending === descending;
  const actions: Record<string, () => void> = {
    up: () => changeLook({ sort: { key: column.key, descending: false } }), down: () => changeLook({ sort: { key: column.key, descending: true } }), unsorted: () => changeLook({ sort: null }),
    freeze: () => changeLook({ frozen: at + 1 }), thaw: () => changeLook({ frozen: 0 }), left: () => swap(at - 1), right: () => swap(at + 1),
    fit, wider: () => changeLook({ widths: { ...look.widths, [column.key]: clampWidth(column.width + 40) } }), narrower: () => changeLook({ widths: { ...look.widths, [column.key]: clampWidth(column.width - 40) } }),
    hide: () => changeLook({ columns: paths.filter((path) => path !== column.key) }),
  };
  const item = (id: string, words: string, disabled = false) => <MenuItem id={id} className="list-item" isDisabled={disabled} textValue={words}>{words}</MenuItem>;
  return (
    <MenuTrigger>
      <Button className="grid-head-menu" aria-label={say(`「${column.label}」这一列`, `Column “${column.label}”`)} excludeFromTabOrder data-head-menu={column.key}><Icon name="down" size={14} /></Button>
      <Popover className="popover" placement="bottom end">
        <Menu aria-label={say(`「${column.label}」这一列`, `Column “${column.label}”`)} style={{ outline: 'none', minWidth: 190 }} onAction={(key) => actions[String(key)]?.()}>
          {item('up', say('从小到大', 'Sort upwards'), (column.unsortable ?? false) || sorted(false))}
          {item('down', say('从大到小', 'Sort downwards'), (column.unsortable ?? false) || sorted(true))}
          {item('unsorted', say('按账本顺序', 'The ledger’s order'), look.sort === null)}
          <Separator className="menu-line" />
          {item('freeze', say('冻结到这一列', 'Freeze up to here'), look.frozen === at + 1 || at > 5)}
          {item('thaw', say('不冻结', 'Freeze none'), look.frozen === 0)}
          {item('left', say('往左移', 'Move left'), at === 0)}
          {item('right', say('往右移', 'Move right'), at === columns.length - 1)}
          <Separator className="menu-line" />
          {item('fit', say('合适的宽度', 'Fit the width'))}
          {item('wider', say('宽一些', 'Wider'))}
          {item('narrower', say('窄一些', 'Narrower'))}
          {item('hide', say('不显示', 'Leave out'), column.key === 'name')}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
