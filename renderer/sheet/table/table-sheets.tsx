import { useEffect, useEffectEvent, useRef } from 'react';
import type { SheetHead, SheetRow, TablePrint } from '../../../data/rules/export/sheet.js';
import type { PublicProfile } from '../../../data/rules/projection.js';
import { sheetFontsReady } from '../sheet-fonts.js';
import { paginate, type MeasuredRow } from './paginate.js';
import { tablePage } from './table-page.js';
import { rowMaker } from './table-rows.js';
import './table-sheets.css';

/** Rows laid out at one time, before anything else gets its turn. */
const rowsAtOnce = 200;
/** Body text in millimetres: as large as the columns allow, within what is pleasant and what still reads. */
const [smallest, largest] = [2, 4];
const paperWidth = 398;

const breath = () => new Promise<void>((resolve) => { setTimeout(resolve); });

const letters = ({ columns }: SheetHead) => Math.min(largest, Math.max(smallest, paperWidth / columns.reduce((sum, { width }) => sum + width, 0)));

export interface TableContent { readonly request: TablePrint; readonly rows: readonly (readonly SheetRow[])[]; readonly profile: Pick<PublicProfile, 'name'> }

/** Lays tables out on A3 pages: every row is measured as it will stand, then the pages are filled. Tells how many rows are done. */
export function TableSheets({ content, onStep, onDrawn, onFailed }: { content: TableContent; onStep: (done: number) => void; onDrawn: () => void; onFailed: (error: unknown) => void }) {
  const box = useRef<HTMLElement>(null);
  const told = useEffectEvent((done: number) => onStep(done));
  const drawn = useEffectEvent(() => onDrawn());
  const failed = useEffectEvent((error: unknown) => onFailed(error));
  useEffect(() => {
    const node = box.current;
    if (!node) return undefined;
    const leaving = new AbortController();
    void layOut(node, content, told, leaving.signal).then((done) => { if (done) drawn(); }, (error: unknown) => { if (!leaving.signal.aborted) failed(error); });
    return () => { leaving.abort(); node.replaceChildren(); };
  }, [content]);
  return <main ref={box} className="table-sheets" data-theme="light" />;
}

/** Every sign of the tables once: the faces are loaded by their signs. */
function signsOf({ request, rows }: TableContent): string {
  const signs = new Set(request.tables.flatMap(({ head }) => [...JSON.stringify(head)]));
  for (const row of rows.flat()) for (const words of 'cells' in row ? row.cells : [row.label]) if (typeof words === 'string') for (const sign of words) signs.add(sign);
  return [...signs].join('');
}

async function layOut(box: HTMLElement, content: TableContent, onStep: (done: number) => void, signal: AbortSignal): Promise<boolean> {
  await sheetFontsReady(signsOf(content));
  await document.fonts.ready;
  let done = 0;
  for (const [at, { head }] of content.request.tables.entries()) {
    const section = document.createElement('div');
    section.className = 'table-set';
    section.style.setProperty('--letters', `${letters(head)}mm`);
    box.append(section);
    const rows = content.rows[at] ?? [];
    const tell = (count: number) => onStep(done + count);
    if (!(await fill(section, head, rows, content.profile, tell, signal))) return false;
    done += rows.length;
  }
  return true;
}

async function fill(section: HTMLElement, head: SheetHead, rows: readonly SheetRow[], profile: TableContent['profile'], onStep: (done: number) => void, signal: AbortSignal): Promise<boolean> {
  const maker = rowMaker(head);
  const trial = (first: boolean) => {
    const page = tablePage(head, maker, profile, { first, number: 1, count: 1 });
    section.append(page.node);
    // The header's own height is taken off: what is left is for rows. A hair of it stays, for rounding.
    return { page, room: page.room.clientHeight - (page.body.parentElement?.getBoundingClientRect().height ?? 0) - 1 };
  };
  const [next, first] = [trial(false), trial(true)];
  const heights: MeasuredRow[] = [];
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    if (signal.aborted) return false;
    const part = rows.slice(from, from + rowsAtOnce);
    first.page.body.replaceChildren(...part.map((row) => maker.row(row)));
    for (const [at, node] of [...first.page.body.rows].entries()) heights.push({ kind: part[at]!.kind, height: node.getBoundingClientRect().height });
    onStep(heights.length / 2);
    await breath();
  }
  section.replaceChildren();
  const pages = paginate(heights, { first: first.room, next: next.room });
  for (const [at, { from, to }] of pages.entries()) {
    const page = tablePage(head, maker, profile, { first: at === 0, number: at + 1, count: pages.length });
    page.body.append(...rows.slice(from, to).map((row) => maker.row(row)));
    section.append(page.node);
    if (at % 10 !== 9) continue;
    if (signal.aborted) return false;
    onStep((rows.length + to) / 2);
    await breath();
  }
  if (maker.cut > 0) tellCut(section, head);
  return true;
}

/** Says below the last page that some texts did not fit, and where they stand whole. */
function tellCut(section: HTMLElement, { language }: SheetHead): void {
  const note = document.createElement('p');
  note.className = 'table-cut-note';
  note.textContent = language === 'zh' ? '带「…」的格未全部印出，全文见 Excel 版。' : 'Cells that end in “…” are not printed whole; the workbook holds all of them.';
  section.lastElementChild?.querySelector('.table-foot')?.before(note);
}
