import type { SheetHead } from '../../../data/rules/export/sheet.js';
import { sealSigns } from '../../../data/rules/map/print-words.js';
import type { PublicProfile } from '../../../data/rules/projection.js';
import type { RowMaker } from './table-rows.js';

/** A page of a table: its element, and the part that rows go into. */
export interface TablePage { readonly node: HTMLElement; readonly body: HTMLTableSectionElement; readonly room: HTMLElement }

const made = (name: string, className: string, ...inside: (Node | string)[]): HTMLElement => {
  const node = document.createElement(name);
  node.className = className;
  node.append(...inside);
  return node;
};

/** The township's seal; nothing where its name has no Chinese signs. */
function seal(profile: Pick<PublicProfile, 'name'>): HTMLElement[] {
  const signs = sealSigns(profile);
  if (signs.length === 0) return [];
  const node = made('span', 'ruled-seal', ...signs.map((sign) => made('b', '', sign)));
  node.setAttribute('aria-hidden', 'true');
  return [node];
}

function marksOf(head: SheetHead): HTMLElement {
  return made('p', `ruled-marks ${head.internal ? 'ruled-internal' : ''}`, ...head.marks.map((mark) => made('span', '', mark)));
}

/** An empty page with everything that stands on each: whose table it is, for whom, its headers, the day and the number. */
export function tablePage(head: SheetHead, rows: RowMaker, profile: Pick<PublicProfile, 'name'>, place: { readonly first: boolean; readonly number: number; readonly count: number }): TablePage {
  const title = place.first
    ? made('header', 'ruled-title', ...seal(profile), made('div', 'ruled-name', made('h1', '', head.title), made('p', 'ruled-line', ...[head.dateLine, head.unitLine].filter(Boolean).map((line) => made('span', '', line)))), marksOf(head))
    : made('header', 'ruled-running', marksOf(head), made('p', 'ruled-again', head.title), made('p', 'ruled-line', made('span', '', head.unitLine)));
  const table = document.createElement('table');
  const columns = document.createElement('colgroup');
  columns.append(...rows.columns());
  const body = document.createElement('tbody');
  table.append(columns, rows.header(), body);
  const room = made('div', 'ruled-room', table);
  const pageLine = head.pageLine.replace('&P', String(place.number)).replace('&N', String(place.count));
  const foot = made('footer', 'ruled-foot', made('span', '', head.title), made('b', '', pageLine), made('span', '', `${head.marks.join('　')}　${head.dateLine}`));
  return { node: made('section', 'ruled-page', title, room, foot), body, room };
}
