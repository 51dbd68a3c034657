const two = (value: number) => String(value).padStart(2, '0');

/** 7:05, or 1:07:05 from an hour on; what is over is written with a minus. */
export function clockText(seconds: number): string {
  const whole = Math.floor(Math.abs(seconds));
  const [hours, minutes] = [Math.floor(whole / 3_600), Math.floor((whole % 3_600) / 60)];
  const sign = seconds < 0 && whole > 0 ? '−' : '';
  return hours > 0 ? `${sign}${hours}:${two(minutes)}:${two(whole % 60)}` : `${sign}${minutes}:${two(whole % 60)}`;
}

/** The time of day where the person is: 14:05. */
export const dayTime = (moment: Date) => `${two(moment.getHours())}:${two(moment.getMinutes())}`;

/** How a time left stands: in good time, with less than a fifth of it left, or over. */
export const timeStanding = (left: number, whole: number): 'well' | 'short' | 'over' => (left < 0 ? 'over' : left < whole / 5 ? 'short' : 'well');
