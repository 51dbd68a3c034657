import type { ReactNode } from 'react';

/** The name of an asset in the table, which opens its form when pressed; the page listens for it. */
export const OpenForm = ({ children }: { children: ReactNode }) => (
  <><span className="ledger-name" data-open="">{children}</span><span className="ledger-open" data-open="" aria-hidden="true">›</span></>
);
