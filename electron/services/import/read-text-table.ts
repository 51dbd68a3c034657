import type { Grid, GridRow } from '../../../data/rules/import/cell.js';
import { decodeText } from './decode-text.js';
import { limits, refuse } from './refusals.js';

const delimiters = [',', '\t', ';', '|', '，'] as const;

/** The delimiter that splits the first lines most evenly; quoted parts do not count. */
function delimiterOf(text: string): string {
  const lines = text.slice(0, 20_000).replace(/"(?:[^"]|"")*"/g, '').split(/\r\n|\n|\r/).filter((line) => line.trim() !== '').slice(0, 30);
  let best: { mark: string; score: number } = { mark: ',', score: 0 };
  for (const mark of delimiters) {
    const counts = lines.map((line) => line.split(mark).length - 1).sort((one, two) => one - two);
    const usual = counts[Math.floor(counts.length / 2)] ?? 0;
    const score = usual * (counts.filter((count) => count === usual).length / Math.max(1, counts.length));
    if (score > best.score) best = { mark, score };
  }
  return best.mark;
}

/** Splits a text table into records (RFC 4180: quotes, doubled quotes, line feeds within quotes). Rows count records from 1. */
export function readTextTable(bytes: Uint8Array, file: string): { grids: Grid[]; encoding: string } {
  const decoded = decodeText(bytes);
  if (!decoded) throw refuse.unknown(file);
  const text = decoded.text.replace(/^\ufeff/, '');
  const mark = delimiterOf(text);
  const rows: GridRow[] = [];
  let cells: (string | undefined)[] = [];
  let record = 1;
  let at = 0;
  const endRecord = () => {
    if (cells.some((cell) => cell !== undefined)) rows.push({ row: record, cells });
    if (rows.length > limits.rows + 1) throw refuse.rows(file, '');
    cells = [];
    record += 1;
  };
  while (at <= text.length) {
    let value: string;
    if (text[at] === '"') {
      let end = at + 1;
      let parts = '';
      for (;;) {
        const quote = text.indexOf('"', end);
        if (quote < 0) {
          parts += text.slice(end);
          end = text.length;
          break;
        }
        parts += text.slice(end, quote);
        if (text[quote + 1] !== '"') {
          end = quote + 1;
          break;
        }
        parts += '"';
        end = quote + 2;
      }
      const next = nextBreak(text, end, mark);
      value = parts + text.slice(end, next);
      at = next;
    } else {
      const next = nextBreak(text, at, mark);
      value = text.slice(at, next);
      at = next;
    }
    cells.push(value.trim() === '' ? undefined : value);
    if (at >= text.length) {
      if (cells.length > 1 || cells[0] !== undefined) endRecord();
      break;
    }
    if (text[at] === mark) {
      at += 1;
      continue;
    }
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
    endRecord();
    if (at >= text.length) break;
  }
  return { grids: [{ name: '', hidden: false, rows, merges: [] }], encoding: decoded.encoding };
}

function nextBreak(text: string, from: number, mark: string): number {
  for (let at = from; at < text.length; at += 1) {
    const letter = text[at];
    if (letter === mark || letter === '\n' || letter === '\r') return at;
  }
  return text.length;
}
