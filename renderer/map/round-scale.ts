const roundLengths = [1, 2, 5];
/** The longest round length, in metres, that is no longer than the one given: 1, 2 or 5 and zeros. */
export function roundLength(metres: number): number {
  const power = 10 ** Math.floor(Math.log10(metres));
  return power * roundLengths.findLast((step) => step * power <= metres)!;
}

/** A scale as maps print it: 1 : 40 000, to two figures. */
export function roundScale(value: number): string {
  const power = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 1);
  return String(Math.round(value / power) * power).replace(/\B(?=(\d{3})+$)/g, ' ');
}
