import type { SlideFigure } from '../../data/rules/slides/slide.js';
import { figureAt } from '../stage/pure/shares.js';
import type { FilmTools } from './film-tools.js';
import { fontOf, setWords, stacked, widthOf } from './letters.js';
import { easeOut, type Context } from './sprites.js';

/** Frames in which a figure counts up. */
const climb = 34;
export interface FigureStyle { readonly value: number; readonly unit: number; readonly label: number; readonly colour: string; readonly soft: string }
export const usualFigures = ({ look }: Pick<FilmTools, 'look'>): FigureStyle => ({ value: 76, unit: 30, label: 27, colour: look.ink, soft: look.soft });

/** A row of figures that count up: how high it is, and how it is drawn at a frame. */
export interface FigureRow { readonly height: number; readonly width: number; readonly draw: (context: Context, x: number, y: number, frame: number) => void }

/** Sets figures beside each other with hairlines between them, in as many rows as the width asks for. */
export function figureRow(tools: FilmTools, figures: readonly SlideFigure[], width: number, style: FigureStyle = usualFigures(tools)): FigureRow | null {
  if (figures.length === 0) return null;
  const set = figures.map(({ value, unit, label }) => {
    const [big, small] = [{ family: 'text', weight: 300, size: style.value, colour: style.colour, spacing: -style.value * 0.02 } as const, { family: 'text', weight: 400, size: style.unit, colour: style.colour } as const];
    const valueWide = widthOf(value, big);
    const words = stacked([setWords(label.main, { family: 'text', weight: 400, size: style.label, colour: style.soft }, { width: Math.max(220, width / 2.4), lines: 1 }), label.second ? setWords(label.second, { family: 'text', weight: 400, size: Math.max(22, style.label * 0.84), colour: style.soft }, { width: Math.max(220, width / 2.4), lines: 1 }) : null], 2);
    return { value, unit, big, small, valueWide, words, wide: Math.max(valueWide + (unit ? widthOf(unit, small) + style.unit * 0.35 : 0), words.width) };
  });
  const between = style.value * 0.84;
  const widthOfRow = (row: typeof set) => row.reduce((sum, { wide }) => sum + wide, 0) + between * (row.length - 1);
  const inRow = [set.length, Math.ceil(set.length / 2), 1].find((count) => Array.from({ length: Math.ceil(set.length / count) }, (_, at) => set.slice(at * count, (at + 1) * count)).every((row) => widthOfRow(row) <= width)) ?? 1;
  const rows = Array.from({ length: Math.ceil(set.length / inRow) }, (_, at) => set.slice(at * inRow, (at + 1) * inRow));
  const columns = Array.from({ length: inRow }, (_, column) => Math.max(...rows.map((row) => row[column]?.wide ?? 0)));
  const valueHigh = style.value * 1.08;
  const rowHigh = valueHigh + 10 + Math.max(...set.map(({ words }) => words.height));
  const rowGap = style.value * 0.42;
  return {
    width: columns.reduce((sum, wide) => sum + wide, 0) + between * (inRow - 1), height: rows.length * rowHigh + (rows.length - 1) * rowGap,
    draw(context, x, y, frame) {
      rows.forEach((row, line) => {
        let left = x;
        const top = y + line * (rowHigh + rowGap);
        row.forEach((figure, column) => {
          const share = easeOut((frame - column * 4) / climb);
          const alpha = easeOut((frame - column * 4) / 14);
          if (alpha > 0) {
            context.globalAlpha = alpha;
            context.font = fontOf(figure.big);
            context.letterSpacing = `${figure.big.spacing}px`;
            context.fillStyle = style.colour;
            context.fillText(figureAt(figure.value, share), left, top + valueHigh * 0.84);
            if (figure.unit) {
              context.font = fontOf(figure.small);
              context.letterSpacing = '0px';
              context.fillText(figure.unit, left + figure.valueWide + style.unit * 0.35, top + valueHigh * 0.84);
            }
            figure.words.paint(context, left, top + valueHigh + 10);
            if (column > 0) {
              context.fillStyle = style.soft;
              context.globalAlpha = alpha * 0.4;
              context.fillRect(left - between / 2, top + 6, 1.5, rowHigh - 12);
            }
          }
          left += columns[column]! + between;
        });
      });
      context.globalAlpha = 1;
    },
  };
}
