/** Two days, both included, as 2026-03-01. */
export interface Period { readonly from: string; readonly to: string }
export type QuickPeriod = 'today' | 'week' | 'month' | 'since-last-month' | 'year';

const two = (part: number) => String(part).padStart(2, '0');
/** A day where the office is, as 2026-03-01. */
export const dayOf = (date: Date) => `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;

/** The period that a quick choice means on a day; a week begins on Monday. */
export function quickPeriod(choice: QuickPeriod, now: Date): Period {
  const at = (year: number, month: number, date: number) => dayOf(new Date(year, month, date));
  const [year, month, date] = [now.getFullYear(), now.getMonth(), now.getDate()];
  const from = {
    today: at(year, month, date),
    week: at(year, month, date - ((now.getDay() + 6) % 7)),
    month: at(year, month, 1),
    'since-last-month': at(year, month - 1, 1),
    year: at(year, 0, 1),
  }[choice];
  return { from, to: dayOf(now) };
}

/** The first days of the last twelve months, this one first. */
export const monthStarts = (now: Date): string[] => Array.from({ length: 12 }, (_, back) => dayOf(new Date(now.getFullYear(), now.getMonth() - back, 1)));

/** True for two days in order that are days. */
export const isPeriod = ({ from, to }: Period) => [from, to].every((day) => /^\d{4}-\d{2}-\d{2}$/.test(day)) && from <= to;
