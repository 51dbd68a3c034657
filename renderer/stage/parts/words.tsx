import { Fragment, type CSSProperties } from 'react';
import { pieces } from '../pure/pieces.js';
import type { Line } from '../stage-say.js';

type Tag = 'h1' | 'h2' | 'p' | 'span' | 'dt' | 'dd' | 'b' | 'small';

interface WordsProps {
  readonly lines: readonly Line[];
  readonly as?: Tag;
  readonly className?: string;
  readonly inline?: boolean;
  /** Names of places, say: a line ends at a space or after a comma, and never within a name. */
  readonly whole?: boolean;
  readonly style?: CSSProperties;
}

/** One text in one or two languages: the first large, the second small under it (beside it where `inline`). Lines end between words alone. */
export function Words({ lines, as: Part = 'p', className = '', inline = false, whole = false, style }: WordsProps) {
  if (lines.length === 0) return null;
  return (
    <Part className={`words ${className}`} style={style} data-inline={inline || undefined} data-whole={whole || undefined}>
      {lines.map((line, at) => (
        <Fragment key={line.language}>
          {at > 0 && ' '}
          <span className={at === 0 ? 'words-first' : 'words-second'} lang={line.language}>{whole ? joined(line.text) : <Pieces line={line} />}</span>
        </Fragment>
      ))}
    </Part>
  );
}

/** A point between two names stays with the first: no line begins with it. */
const joined = (text: string) => text.replaceAll(' · ', '\u00a0· ');

/** A line with the places where it may end. */
export function Pieces({ line }: { line: Line }) {
  return <>{pieces(line.text, line.language).map((piece, at) => <Fragment key={`${at}${piece}`}>{at > 0 && <wbr />}{piece}</Fragment>)}</>;
}
