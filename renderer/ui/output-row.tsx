import type { ReactNode } from 'react';
import './output.css';

/** One thing that is chosen about an output: what it is, the choice, and what it means. */
export const OutputRow = ({ label, children, words }: { label: string; children: ReactNode; words?: string }) => (
  <div className="output-option"><span className="label">{label}</span>{children}{words && <p className="help">{words}</p>}</div>
);
