import type { Words } from '../../data/rules/slides/slide-words.js';

type Tag = 'h1' | 'h2' | 'p' | 'span' | 'b' | 'dt' | 'dd' | 'li' | 'th' | 'td' | 'figcaption';

/** Words as the book prints them: the first language, and under it, or beside it where `inline`, the second in small. */
export function Said({ words, as: Part = 'span', className = '', inline = false }: { words: Words | null; as?: Tag; className?: string; inline?: boolean }) {
  if (!words) return null;
  return (
    <Part className={`said ${className}`} data-inline={inline || undefined}>
      {words.main}{words.second !== null && <>{' '}<small lang="en">{words.second}</small></>}
    </Part>
  );
}
