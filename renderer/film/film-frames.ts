import { ALL_FORMATS, BlobSource, EncodedPacketSink, Input, VideoSample, type InputVideoTrack } from 'mediabunny';
import { framesPerSecond } from '../../data/schema/film.js';
import type { Context } from './sprites.js';

/** The frames of a film of the user's own, one for each of ours: which is shown depends on the frame's number alone. */
export interface FilmFrames {
  readonly seek: (frame: number) => Promise<void>;
  readonly draw: (context: Context, width: number, height: number) => void;
  readonly close: () => void;
}

/** So many packets wait for the decoder at most. */
const mostWaiting = 4;
const microseconds = 1e6;
/** Frames are held to be due so much earlier, in seconds: times in files are rounded. */
const slack = 1e-3;

/** The frames of a track in their order. Transparency is left out: a film has none, and telling it apart would need a thread that the page may not open. */
async function* framesOf(track: InputVideoTrack, config: VideoDecoderConfig): AsyncGenerator<VideoFrame, void, undefined> {
  const decoded: VideoFrame[] = [];
  let failure: unknown = null;
  const decoder = new VideoDecoder({ output: (frame) => decoded.push(frame), error: (error) => { failure = error; } });
  decoder.configure(config);
  try {
    for await (const packet of new EncodedPacketSink(track).packets()) {
      if (failure) throw failure;
      decoder.decode(packet.toEncodedVideoChunk());
      while (decoder.decodeQueueSize > mostWaiting) await new Promise((resolve) => { decoder.addEventListener('dequeue', resolve, { once: true }); });
      for (let frame = decoded.shift(); frame; frame = decoded.shift()) yield frame;
    }
    await decoder.flush();
    for (let frame = decoded.shift(); frame; frame = decoded.shift()) yield frame;
  } finally {
    for (const frame of decoded) frame.close();
    if (decoder.state !== 'closed') decoder.close();
  }
}

/** Opens a film; null where this engine cannot decode it. Past its end its last frame stands. */
export async function openFilmFrames(blob: Blob): Promise<FilmFrames | null> {
  const input = new Input({ source: new BlobSource(blob), formats: ALL_FORMATS });
  try {
    const track = await input.getPrimaryVideoTrack();
    const config = track && await track.getDecoderConfig();
    if (!track || !config || !(await VideoDecoder.isConfigSupported(config)).supported) throw new Error('It cannot be decoded.');
    const [begins, rotation] = [await track.getFirstTimestamp(), await track.getRotation()];
    let frames = framesOf(track, config);
    let shown: VideoFrame | null = null;
    let next: VideoFrame | null = (await frames.next()).value ?? null;
    let at = -1;
    const letGo = async () => { shown?.close(); next?.close(); await frames.return(); };
    return {
      async seek(frame) {
        if (frame < at) {
          await letGo();
          frames = framesOf(track, config);
          shown = null;
          next = (await frames.next()).value ?? null;
        }
        at = frame;
        const time = (begins + frame / framesPerSecond + slack) * microseconds;
        while (next && (shown === null || next.timestamp <= time)) {
          shown?.close();
          shown = next;
          next = (await frames.next()).value ?? null;
        }
      },
      draw(context, width, height) {
        if (!shown) return;
        // It closes the frame that it holds, so it is given one of its own.
        const sample = new VideoSample(shown.clone(), { rotation });
        const [wide, high] = [Math.min(sample.displayWidth, (sample.displayHeight * width) / height), Math.min(sample.displayHeight, (sample.displayWidth * height) / width)];
        sample.draw(context, (sample.displayWidth - wide) / 2, (sample.displayHeight - high) / 2, wide, high, 0, 0, width, height);
        sample.close();
      },
      close() { void letGo().catch(() => undefined); input.dispose(); },
    };
  } catch {
    input.dispose();
    return null;
  }
}
