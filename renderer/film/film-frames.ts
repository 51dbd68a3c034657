import { ALL_FORMATS, BlobSource, CanvasSink, Input, type WrappedCanvas } from 'mediabunny';
import { framesPerSecond } from '../../data/schema/film.js';
import type { Context } from './sprites.js';

/** The frames of a film of the user's own, one for each of ours: which is shown depends on the frame's number alone. */
export interface FilmFrames {
  readonly seek: (frame: number) => Promise<void>;
  readonly draw: (context: Context, width: number, height: number) => void;
  readonly close: () => void;
}

/** Opens a film; null where this engine cannot decode it. Its sides are cut to fill `width` × `height` pixels, and past its end its last frame stands. */
export async function openFilmFrames(blob: Blob, width: number, height: number): Promise<FilmFrames | null> {
  const input = new Input({ source: new BlobSource(blob), formats: ALL_FORMATS });
  try {
    const track = await input.getPrimaryVideoTrack();
    if (!track || !(await track.canDecode())) { input.dispose(); return null; }
    const begins = await track.getFirstTimestamp();
    const sink = new CanvasSink(track, { width, height, fit: 'cover', poolSize: 2 });
    let frames = sink.canvases(begins);
    let shown: WrappedCanvas | null = null;
    let next: WrappedCanvas | null = (await frames.next()).value ?? null;
    let at = -1;
    return {
      async seek(frame) {
        if (frame < at) {
          await frames.return(undefined);
          frames = sink.canvases(begins);
          shown = null;
          next = (await frames.next()).value ?? null;
        }
        at = frame;
        const time = begins + frame / framesPerSecond;
        while (next && (shown === null || next.timestamp <= time + 1e-4)) {
          shown = next;
          next = (await frames.next()).value ?? null;
        }
      },
      draw(context, wide, high) { if (shown) context.drawImage(shown.canvas, 0, 0, wide, high); },
      close() { void frames.return(undefined); input.dispose(); },
    };
  } catch {
    input.dispose();
    return null;
  }
}
