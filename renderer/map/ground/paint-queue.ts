/** Milliseconds of one frame that painting may take, so that a pan never waits for it. */
const budget = 8;
/** And pixels: a browser only notes what is painted, and fills the pixels when the frame is shown. */
const mostPixels = 900_000;
/** In a window that is not on a screen no frame ever comes; painting goes on without one. */
const withoutFrames = 120;

interface Job { readonly wanted: () => boolean; readonly paint: () => void; readonly pixels: number }
const jobs: Job[] = [];
let frame = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Paints so many pixels when there is time; `wanted` is asked first, since a pan throws tiles away that were never seen. */
export function paintSoon(pixels: number, wanted: () => boolean, paint: () => void): void {
  jobs.push({ wanted, paint, pixels });
  if (jobs.length === 1) next();
}

function next(): void {
  frame = requestAnimationFrame(work);
  timer = setTimeout(work, withoutFrames);
}

function work(): void {
  cancelAnimationFrame(frame);
  clearTimeout(timer);
  const start = performance.now();
  let pixels = 0;
  try {
    while (jobs.length > 0 && pixels < mostPixels && performance.now() - start < budget) {
      const job = jobs[0]!;
      try {
        if (job.wanted()) { pixels += job.pixels; job.paint(); }
      } finally { jobs.shift(); }
    }
  } finally {
    if (jobs.length > 0) next();
  }
}
