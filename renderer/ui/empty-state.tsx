import type { ReactNode } from 'react';

/** What stands where nothing is yet: what it would be, and the next step. */
export const EmptyState = ({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) => (
  <div className="empty">
    <svg width="180" height="84" viewBox="0 0 180 84" aria-hidden="true" fill="none">
      <path d="M0 70C22 60 30 28 44 26s18 30 30 32 16-44 32-46 20 40 34 42 24 8 40 16v14H0Z" fill="var(--green)" opacity="0.16" />
      <path d="M0 78c30-14 44-8 62-18s26-22 38-20 20 26 40 26 26 4 40 12v6H0Z" fill="var(--blue)" opacity="0.16" />
      <circle cx="140" cy="20" r="9" fill="var(--cinnabar)" opacity="0.7" />
    </svg>
    <h3>{title}</h3>
    {children && <p>{children}</p>}
    {action}
  </div>
);
