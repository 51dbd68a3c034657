/** One playing of the music: from when in the film, from where in the piece, for how long, and how it comes and goes; all in seconds. */
export interface Playing { readonly at: number; readonly seconds: number; readonly fadeIn: number; readonly fadeOut: number }

/** The music comes up, goes out with the film's end, and where it has to begin anew it does so over its own end; in seconds. */
const fades = { in: 0.8, out: 4, again: 1.5 } as const;
/** A shorter piece is played over and over so often that it is only a jingle: it is played once. */
const leastLoop = 4;

/** How a piece of so many seconds is played under a film: once, cut to its length, or again and again, and faded out at the end. */
export function playMusic(pieceSeconds: number, filmSeconds: number): readonly Playing[] {
  if (pieceSeconds <= 0 || filmSeconds <= 0) return [];
  const out = Math.min(fades.out, filmSeconds / 3);
  if (pieceSeconds >= filmSeconds || pieceSeconds < leastLoop) {
    const seconds = Math.min(pieceSeconds, filmSeconds);
    return [{ at: 0, seconds, fadeIn: Math.min(fades.in, seconds / 4), fadeOut: Math.min(out, seconds / 3) }];
  }
  const playings: Playing[] = [];
  for (let at = 0; at < filmSeconds; at += pieceSeconds - fades.again) {
    const last = at + pieceSeconds >= filmSeconds;
    playings.push({ at, seconds: Math.min(pieceSeconds, filmSeconds - at), fadeIn: at === 0 ? fades.in : fades.again, fadeOut: last ? Math.min(out, filmSeconds - at) : fades.again });
    if (last) break;
  }
  return playings;
}

/** How loud a playing is at a moment of the film, from 0 to 1. */
export function loudness({ at, seconds, fadeIn, fadeOut }: Playing, moment: number): number {
  const within = moment - at;
  if (within < 0 || within >= seconds) return 0;
  return Math.min(1, fadeIn > 0 ? within / fadeIn : 1, fadeOut > 0 ? (seconds - within) / fadeOut : 1);
}
