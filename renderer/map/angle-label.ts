/** 119°56′, 119°56′05″, 119°56′05.2″: as fine as the lines are. */
export function angleLabel(degrees: number, step: number): string {
  const tenths = Math.round(Math.abs(degrees) * 36_000);
  const [whole, minutes, seconds] = [Math.floor(tenths / 36_000), Math.floor((tenths % 36_000) / 600), (tenths % 600) / 10];
  const two = (value: number) => String(value).padStart(2, '0');
  if (step >= 3_600) return `${whole}°`;
  if (step >= 60) return `${whole}°${two(minutes)}′`;
  return step >= 1 ? `${whole}°${two(minutes)}′${two(Math.round(seconds))}″` : `${whole}°${two(minutes)}′${seconds.toFixed(1).padStart(4, '0')}″`;
}
