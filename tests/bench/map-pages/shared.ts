import { manyAssets } from '../../builders/many-assets.js';

/** What a page of this bench offers to the bench that drives it. */
declare global {
  interface Window {
    measure: () => Promise<number>;
    pan: () => Promise<{ framesPerSecond: number; longest: number }>;
  }
}

const count = Number(new URLSearchParams(location.search).get('count') ?? 10_000);
export const centre: [number, number] = [29.83, 119.935];
export const firstZoom = 12.5;
export const points = manyAssets(count).map(({ id, name, category, location }) => ({ id, name, category, lng: location!.lng, lat: location!.lat }));

/** Resolves when the frame after the next has been painted. */
const painted = () => new Promise<void>((resolve) => {
  requestAnimationFrame(() => { const channel = new MessageChannel(); channel.port1.onmessage = () => resolve(); channel.port2.postMessage(null); });
});

/** Milliseconds from the points in hand to the painted map. */
export async function timed(open: () => void): Promise<number> {
  const start = performance.now();
  open();
  await painted();
  return performance.now() - start;
}

/** Drags the map to and fro for two seconds and counts frames. */
export async function panned(panBy: (x: number, y: number) => void): Promise<{ framesPerSecond: number; longest: number }> {
  const frames: number[] = [];
  const start = performance.now();
  await new Promise<void>((resolve) => {
    const step = (now: number) => {
      frames.push(now);
      if (now - start > 2_000) { resolve(); return; }
      const turn = Math.floor((now - start) / 500) % 2 === 0 ? 9 : -9;
      panBy(turn, turn / 3);
      requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  });
  const gaps = frames.slice(1).map((frame, at) => frame - frames[at]!);
  return { framesPerSecond: (1000 * gaps.length) / (frames.at(-1)! - frames[0]!), longest: Math.max(...gaps) };
}
