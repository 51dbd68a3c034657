import { canEncodeVideo, getFirstEncodableAudioCodec, Mp4OutputFormat, Quality, WebMOutputFormat, type AudioCodec, type OutputFormat, type VideoEncodingConfig } from 'mediabunny';
import { framesPerSecond, type FilmFormat } from '../../data/schema/film.js';

/** How a film is written: the container and the codecs that this engine has. */
export interface Encoding {
  readonly container: FilmFormat;
  readonly format: OutputFormat;
  readonly video: VideoEncodingConfig;
  /** Null where it can encode no sound. */
  readonly audio: { readonly codec: AudioCodec; readonly quality: Quality } | null;
}

/** Bits per second for each pixel that is drawn in a second: what keeps hills and letters clean. */
const bitsPerPixel = { avc: 0.08, vp9: 0.055 } as const;
const soundBits = 160_000;
const keyFrameSeconds = 2;

/**
 * Three of four pictures are referred to by none that come after, or by one: they take the engine less work. Its ways for screens full of
 * letters (`contentHint: 'detail'`) take three times as long for a picture that stands still, and so are not asked for.
 */
const layers = 'L1T3';

const configOf = (codec: 'avc' | 'vp9', width: number, height: number): VideoEncodingConfig => ({
  codec, quality: new Quality({ bitrate: Math.round(width * height * framesPerSecond * bitsPerPixel[codec]) }), keyFrameInterval: keyFrameSeconds, latencyMode: 'quality', contentHint: 'motion',
});
/** The way of writing pictures that this engine has: with layers, or else without; null where it has neither. */
async function videoOf(codec: 'avc' | 'vp9', width: number, height: number): Promise<VideoEncodingConfig | null> {
  const plain = configOf(codec, width, height);
  for (const config of [{ ...plain, scalabilityMode: layers }, plain]) if (await canEncode(config, width, height)) return config;
  return null;
}
const canEncode = ({ codec, ...config }: VideoEncodingConfig, width: number, height: number) => canEncodeVideo(codec, { ...config, width, height, frameRate: framesPerSecond });

/** Chooses how to write a film: H.264 in MP4 where it is wanted and this engine can, else VP9 in WebM. Throws where it can write neither. */
export async function chooseEncoding(wanted: FilmFormat, width: number, height: number): Promise<Encoding> {
  const avc = wanted === 'mp4' ? await videoOf('avc', width, height) : null;
  const sound = async (codecs: AudioCodec[]) => {
    const codec = await getFirstEncodableAudioCodec(codecs);
    return codec && { codec, quality: new Quality({ bitrate: soundBits }) };
  };
  // The table of contents comes first, so that a film begins to play before all of it has come.
  if (avc) return { container: 'mp4', format: new Mp4OutputFormat({ fastStart: 'reserve' }), video: avc, audio: await sound(['aac', 'opus']) };
  const vp9 = await videoOf('vp9', width, height);
  if (!vp9) throw new Error('This engine can encode neither H.264 nor VP9.');
  return { container: 'webm', format: new WebMOutputFormat(), video: vp9, audio: await sound(['opus']) };
}
