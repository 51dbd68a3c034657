import type { ReactNode } from 'react';

/** A part of a settings section: its name, what it is for, and what is in it. */
export const Part = ({ title, note, actions, children }: { title: string; note?: ReactNode; actions?: ReactNode; children: ReactNode }) => (
  <section className="panel settings-part">
    <header><h2>{title}</h2>{actions && <div className="settings-actions">{actions}</div>}{note && <p className="help">{note}</p>}</header>
    {children}
  </section>
);
