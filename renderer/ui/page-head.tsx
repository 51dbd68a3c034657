import type { ReactNode } from 'react';
import './page-head.css';

/** The head of a page: its name in brush letters over a far range of hills, what it holds, and what can be done. */
export function PageHead({ title, note, children }: { title: string; note?: ReactNode; children?: ReactNode }) {
  return (
    <header className="page-head">
      <svg className="page-head-hills" viewBox="0 0 900 84" preserveAspectRatio="xMaxYMax slice" aria-hidden="true">
        <path d="M0 84C60 78 90 52 140 50s70 22 120 20 80-46 140-48 80 40 132 42 76-34 132-34 88 30 130 30 70-14 106-14v38Z" fill="var(--blue)" opacity="0.07" />
        <path d="M120 84c66-6 96-30 152-30s82 20 132 18 84-34 138-34 92 30 144 30 78-22 118-22 66 8 96 8v30Z" fill="var(--green)" opacity="0.09" />
        <path d="M300 84c70-4 110-16 168-16s92 10 146 10 96-18 146-18 92 10 140 10v14Z" fill="var(--green)" opacity="0.1" />
        <circle cx="812" cy="20" r="8" fill="var(--cinnabar)" opacity="0.5" />
      </svg>
      <div className="page-head-words"><h1>{title}</h1>{note && <p>{note}</p>}</div>
      <div className="page-head-actions">{children}</div>
    </header>
  );
}
