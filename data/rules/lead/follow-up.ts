import type { LeadOpen } from '../../schema/lead.js';

/** How a lead stands on a day: its term is over, somebody should act today or should have, it has a day, nobody has planned anything, or it is done. */
export type LeadStanding = 'overdue' | 'today' | 'planned' | 'new' | 'done';
type Follow = Pick<LeadOpen, 'nextAt' | 'doneAt' | 'takenAt'>;
const order: readonly LeadStanding[] = ['overdue', 'today', 'new', 'planned', 'done'];

/** `today` as 2026-11-23. */
export function standingOf({ nextAt, doneAt }: Pick<Follow, 'nextAt' | 'doneAt'>, today: string): LeadStanding {
  if (doneAt !== undefined) return 'done';
  if (nextAt === undefined) return 'new';
  return nextAt < today ? 'overdue' : nextAt === today ? 'today' : 'planned';
}

/** What is overdue first, then today's, then those that nobody has planned anything for (newest first), then by their day; done last. */
export function followUpOrder<L extends Follow>(leads: readonly L[], today: string): L[] {
  const rank = (lead: L) => order.indexOf(standingOf(lead, today));
  return leads.toSorted((one, other) => rank(one) - rank(other) || (one.nextAt ?? '').localeCompare(other.nextAt ?? '') || other.takenAt.localeCompare(one.takenAt));
}

/** True when the time that the person agreed to is over: the data must go. */
export const isExpired = ({ consent }: Pick<LeadOpen, 'consent'>, today: string) => consent.until < today;

/** The day so many months after another; the last of the month where it has no such day. `day` as 2026-11-23. */
export function monthsAfter(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  const at = new Date(Date.UTC(year, month - 1 + months, Math.min(date, last)));
  return at.toISOString().slice(0, 10);
}
