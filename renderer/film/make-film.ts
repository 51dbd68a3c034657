import { AudioBufferSource, Output, StreamTarget, VideoSample, VideoSampleSource, type StreamTargetChunk } from 'mediabunny';
import type { FilmPlan } from '../../data/rules/film/film-plan.js';
import { framesPerSecond, type FilmFormat } from '../../data/schema/film.js';
import type { Text } from '../../data/schema/text.js';
import { chooseEncoding } from './encoding.js';
import type { FilmDrawing } from './film-drawing.js';
import { sampleRate, type Soundtrack } from './soundtrack.js';

/** What the host is told of a film that is made; of the time that it took, in milliseconds, how much went into drawing. */
export interface MadeFilm { readonly container: FilmFormat; readonly frames: number; readonly notices: readonly Text[]; readonly spent: { readonly drawing: number; readonly all: number } }
export interface FilmWishes {
  readonly plan: FilmPlan;
  readonly drawing: FilmDrawing;
  readonly format: FilmFormat;
  readonly music: Soundtrack | null;
  /** Takes a stretch of the film's file; settles when there is room for more. */
  readonly give: (bytes: Uint8Array, position: number) => Promise<void>;
  readonly onFrame: (done: number) => void;
  readonly cannotSound: () => void;
}

/** Stretches of the file are gathered to so many bytes. */
const pieceBytes = 1 << 20;
/** A sound packet is a fiftieth of a second; some are left over for where it begins and ends. */
const soundPackets = (seconds: number) => Math.ceil(seconds * 50) + 60;

/** Draws and encodes a film frame by frame. Its file holds the title and nothing else of what the ledger knows. */
export async function makeFilm({ plan, drawing, format: wanted, music, give, onFrame, cannotSound }: FilmWishes): Promise<Omit<MadeFilm, 'notices'>> {
  const { container, format, video, audio } = await chooseEncoding(wanted, plan.width, plan.height);
  const seconds = plan.frames / framesPerSecond;
  const output = new Output({ format, target: new StreamTarget(new WritableStream<StreamTargetChunk>({ write: ({ data, position }) => give(data, position) }), { chunked: true, chunkSize: pieceBytes }) });
  const pictures = new VideoSampleSource(video);
  output.addVideoTrack(pictures, { frameRate: framesPerSecond, maximumPacketCount: plan.frames });
  const sound = music && audio ? new AudioBufferSource(audio) : null;
  if (music && !audio) cannotSound();
  if (sound) output.addAudioTrack(sound, { maximumPacketCount: soundPackets(seconds) });
  output.setMetadataTags({ title: plan.title });
  await output.start();
  const samplesAt = (frame: number) => Math.round((frame / framesPerSecond) * sampleRate);
  const begun = performance.now();
  let drawn = 0;
  for (let frame = 0; frame < plan.frames; frame += 1) {
    // The sound of a second goes before its pictures, so that both lie together in the file.
    if (sound && music && frame % framesPerSecond === 0) await sound.add(music.between(samplesAt(frame), samplesAt(Math.min(plan.frames, frame + framesPerSecond))));
    const before = performance.now();
    const picture = new VideoSample(await drawing.frame(frame), { timestamp: frame / framesPerSecond, duration: 1 / framesPerSecond });
    drawn += performance.now() - before;
    await pictures.add(picture);
    picture.close();
    onFrame(frame + 1);
  }
  await output.finalize();
  return { container, frames: plan.frames, spent: { drawing: drawn, all: performance.now() - begun } };
}
