import type { Program } from '../program.js';

/** The audience screen as a host opens it. */
export interface Screens {
  /** Opens it, or brings it forward. `address` where the page is to open it itself; how many displays there are, 1 where the host cannot tell. */
  open(): Promise<{ readonly address: string | null; readonly displays: number }>;
  close(): Promise<void>;
}

/** Makes the screens of a program; every host has its own. */
export type CreateScreens = (program: Program) => Screens;
