import { Parser } from 'htmlparser2';

/** What a description says: fields by name, and the words that are none. */
export interface Described { readonly fields: ReadonlyMap<string, string>; readonly rest: string }

const breaking = new Set(['br', 'p', 'div', 'li', 'tr', 'table', 'ul', 'ol', 'h1', 'h2', 'h3', 'h4', 'hr', 'dt', 'dd']);
const silent = new Set(['script', 'style', 'head', 'title']);
const tidy = (words: string) => words.replace(/[\s\u00a0]+/g, ' ').trim();
const label = (words: string) => tidy(words).replace(/[:：]+$/, '').trim();

interface Row { cells: string[]; nested: boolean }

/**
 * Takes the description of a placemark apart: tables of two columns (or of one row of headings above one of values), and lines
 * 名称：值. It is read as text only; nothing in it is run or fetched.
 */
export function describedFields(written: string): Described {
  const rows: Row[] = [];
  const open: { row?: Row; cell?: string[] }[] = [];
  const lines: string[] = [''];
  let quiet = 0;
  const parser = new Parser({
    onopentag(name) {
      if (silent.has(name)) quiet += 1;
      const table = open.at(-1);
      if (name === 'table') {
        if (table?.row) table.row.nested = true;
        open.push({});
      } else if (name === 'tr' && table) table.row = { cells: [], nested: false };
      else if ((name === 'td' || name === 'th') && table?.row) table.cell = [];
      if (breaking.has(name)) {
        if (table?.cell && name !== 'table') table.cell.push('\n');
        else lines.push('');
      }
    },
    ontext(words) {
      if (quiet > 0) return;
      const cell = open.at(-1)?.cell;
      if (cell) cell.push(words);
      else if (open.length === 0) {
        const [first, ...more] = words.split(/\r\n|\n|\r/) as [string, ...string[]];
        lines[lines.length - 1] += first;
        lines.push(...more);
      }
    },
    onclosetag(name) {
      if (silent.has(name)) quiet = Math.max(0, quiet - 1);
      const table = open.at(-1);
      if ((name === 'td' || name === 'th') && table?.row && table.cell) {
        table.row.cells.push(table.cell.join('').trim());
        delete table.cell;
      } else if (name === 'tr' && table?.row) {
        if (!table.row.nested) rows.push(table.row);
        delete table.row;
      } else if (name === 'table') {
        open.pop();
        lines.push('');
      } else if (breaking.has(name)) lines.push('');
    },
  }, { decodeEntities: true, lowerCaseTags: true });
  parser.end(written);

  const fields = new Map<string, string>();
  const put = (name: string, value: string) => {
    if (name && name.length <= 40 && !fields.has(name)) fields.set(name, value.trim());
  };
  const wide = rows.filter((row) => row.cells.length >= 3);
  if (wide.length === 2 && wide.length === rows.length && wide[0]?.cells.length === wide[1]?.cells.length) {
    for (const [at, name] of (wide[0] as Row).cells.entries()) put(label(name), (wide[1] as Row).cells[at] ?? '');
  } else for (const { cells } of rows) for (let at = 0; at + 1 < cells.length; at += 2) put(label(cells[at] as string), cells[at + 1] as string);
  const rest: string[] = [];
  for (const line of lines.map(tidy).filter(Boolean)) {
    const pair = /^([^:：]{1,16})[:：]\s*(.*)$/.exec(line);
    // 「参见 https://…」 is no field.
    if (pair && !/^https?$/i.test(pair[1] as string)) put(label(pair[1] as string), pair[2] as string);
    else rest.push(line);
  }
  return { fields, rest: rest.join('\n') };
}
