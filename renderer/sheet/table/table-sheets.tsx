import { useEffect, useEffectEvent, useRef } from 'react';
import type { SheetHead, SheetRow, TablePrint } from '../../../data/rules/export/sheet.js';
import type { PublicProfile } from '../../../data/rules/projection.js';
import { sheetFontsReady } from '../sheet-fonts.js';
import { paginate, type MeasuredRow, type PageRows } from './paginate.js';
import { tablePage } from './table-page.js';
import { rowMaker } from './table-rows.js';
import './table-sheets.css';

/** Rows laid out at one time, before anything else gets its turn. */
const rowsAtOnce = 200;
/** Pages that stand on the page at one time: more would only fill memory. */
const pagesAtOnce = 30;
/** Body text in millimetres: as large as the columns allow, within what is pleasant and what still reads. */
const [smallest, largest] = [2, 4];
const paperWidth = 398;

const breath = () => new Promise<void>((resolve) => { setTimeout(resolve); });

const letters = ({ columns }: SheetHead) => Math.min(largest, Math.max(smallest, paperWidth / columns.reduce((sum, { width }) => sum + width, 0)));

export interface TableContent { readonly request: TablePrint; readonly rows: readonly (readonly SheetRow[])[]; readonly profile: Pick<PublicProfile, 'name'> }
interface Telling {
  /** How many rows are measured, or stand on their pages. */
  onStep(done: number): void;
  /** The pages are divided into so many parts, of which `draw` puts one on the page. */
  onParts(count: number, draw: (part: number) => void): void;
  onDrawn(): void;
  onFailed(error: unknown): void;
}

/** Lays tables out on A3 pages: every row is measured as it will stand, and divided among pages; these then stand on the page part by part, so that a long table needs no more memory than a short one. */
export function TableSheets({ content, ...telling }: { content: TableContent } & Telling) {
  const box = useRef<HTMLElement>(null);
  const tell = useEffectEvent((): Telling => telling);
  useEffect(() => {
    const node = box.current;
    if (!node) return undefined;
    const leaving = new AbortController();
    const { onStep, onParts, onDrawn, onFailed } = tell();
    void planOf(node, content, onStep, leaving.signal).then((plan) => {
      if (leaving.signal.aborted) return;
      const draw = (part: number) => {
        try {
          show(node, plan.slice(part * pagesAtOnce, (part + 1) * pagesAtOnce), content);
        } catch (error) {
          onFailed(error);
          return;
        }
        // Two frames: what is told to be there is laid out.
        requestAnimationFrame(() => requestAnimationFrame(onDrawn));
      };
      onParts(Math.max(1, Math.ceil(plan.length / pagesAtOnce)), draw);
      draw(0);
    }).catch((error: unknown) => { if (!leaving.signal.aborted) onFailed(error); });
    return () => { leaving.abort(); node.replaceChildren(); };
  }, [content]);
  return <main ref={box} className="ruled-sheets" data-theme="light" />;
}

/** A page to come: which rows of which table stand on it. */
interface PlannedPage extends PageRows { readonly table: number; readonly number: number; readonly count: number }

/** Every sign of the tables once: the faces are loaded by their signs. */
function signsOf({ request, rows }: TableContent): string {
  const signs = new Set(request.tables.flatMap(({ head }) => [...JSON.stringify(head)]));
  for (const row of rows.flat()) for (const words of 'cells' in row ? row.cells : [row.label]) if (typeof words === 'string') for (const sign of words) signs.add(sign);
  return [...signs].join('');
}

async function planOf(box: HTMLElement, content: TableContent, onStep: (done: number) => void, signal: AbortSignal): Promise<PlannedPage[]> {
  await sheetFontsReady(signsOf(content));
  await document.fonts.ready;
  const plan: PlannedPage[] = [];
  let done = 0;
  for (const [table, { head }] of content.request.tables.entries()) {
    const rows = content.rows[table] ?? [];
    const pages = await measured(setOf(box, head), head, rows, content.profile, (count) => onStep(done + count), signal);
    done += rows.length;
    plan.push(...pages.map((page, at) => ({ ...page, table, number: at + 1, count: pages.length })));
  }
  return plan;
}

/** The part of the page that a table stands in, with letters as large as its columns allow. */
function setOf(box: HTMLElement, head: SheetHead): HTMLElement {
  const section = document.createElement('div');
  section.className = 'ruled-set';
  section.style.setProperty('--letters', `${letters(head)}mm`);
  box.append(section);
  return section;
}

async function measured(section: HTMLElement, head: SheetHead, rows: readonly SheetRow[], profile: TableContent['profile'], onStep: (done: number) => void, signal: AbortSignal): Promise<PageRows[]> {
  const maker = rowMaker(head);
  const trial = (first: boolean) => {
    const page = tablePage(head, maker, profile, { first, number: 1, count: 1 });
    section.append(page.node);
    // The header's own height is taken off: what is left is for rows. A hair of it stays, for rounding.
    return { page, room: page.room.clientHeight - (page.body.parentElement?.getBoundingClientRect().height ?? 0) - 1 };
  };
  const [next, first] = [trial(false), trial(true)];
  const heights: MeasuredRow[] = [];
  for (let from = 0; from < rows.length && !signal.aborted; from += rowsAtOnce) {
    const part = rows.slice(from, from + rowsAtOnce);
    first.page.body.replaceChildren(...part.map((row) => maker.row(row)));
    for (const [at, node] of [...first.page.body.rows].entries()) heights.push({ kind: part[at]!.kind, height: node.getBoundingClientRect().height });
    onStep(heights.length);
    await breath();
  }
  section.remove();
  return paginate(heights, { first: first.room, next: next.room });
}

/** Puts some pages on the page, in place of whatever stood there. */
function show(box: HTMLElement, pages: readonly PlannedPage[], { request, rows, profile }: TableContent): void {
  box.replaceChildren();
  for (const table of new Set(pages.map((page) => page.table))) {
    const { head } = request.tables[table]!;
    const maker = rowMaker(head);
    const section = setOf(box, head);
    for (const { from, to, number, count } of pages.filter((page) => page.table === table)) {
      const cutBefore = maker.cut;
      const page = tablePage(head, maker, profile, { first: number === 1, number, count });
      page.body.append(...(rows[table] ?? []).slice(from, to).map((row) => maker.row(row)));
      if (maker.cut > cutBefore) page.room.after(cutNote(head));
      section.append(page.node);
    }
  }
}

/** Says below a page that some texts did not fit, and where they stand whole. */
function cutNote({ language }: SheetHead): HTMLElement {
  const note = document.createElement('p');
  note.className = 'ruled-cut-note';
  note.textContent = language === 'zh' ? '带「…」的格未全部印出，全文见 Excel 版。' : 'Cells that end in “…” are not printed whole; the workbook holds all of them.';
  return note;
}
