const dayMs = 86_400_000;
const parts = (date: string) => date.split('-').map(Number) as [number, number?, number?];

/** The last day that a day, month or year as stored can mean, in days since 1970-01-01. */
export function lastDay(date: string): number {
  const [year, month, day] = parts(date);
  if (day !== undefined) return Date.UTC(year, (month ?? 1) - 1, day) / dayMs;
  return Date.UTC(month === undefined ? year + 1 : year, month ?? 0, 1) / dayMs - 1;
}

/** The first day that a day, month or year as stored can mean, in days since 1970-01-01. */
export function firstDay(date: string): number {
  const [year, month, day] = parts(date);
  return Date.UTC(year, (month ?? 1) - 1, day ?? 1) / dayMs;
}

/** A day in days since 1970-01-01, as stored. */
export const dateOfDay = (day: number) => new Date(day * dayMs).toISOString().slice(0, 10);
