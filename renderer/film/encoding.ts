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

const configOf = (codec: 'avc' | 'vp9', width: number, height: number): VideoEncodingConfig => ({
  codec, quality: new Quality({ bitrate: Math.round(width * height * framesPerSecond * bitsPerPixel[codec]) }), keyFrameInterval: keyFrameSeconds, latencyMode: 'quality', contentHint: 'detail',
});
const canEncode = ({ codec, ...config }: VideoEncodingConfig, width: number, height: number) => canEncodeVideo(codec, { ...config, width, height, frameRate: framesPerSecond });

/** Chooses how to write a film: H.264 in MP4 where it is wanted and this engine can, else VP9 in WebM. Throws where it can write neither. */
export async function chooseEncoding(wanted: FilmFormat, width: number, height: number): Promise<Encoding> {
  const avc = configOf('avc', width, height);
  const sound = async (codecs: AudioCodec[]) => {
    const codec = await getFirstEncodableAudioCodec(codecs);
    return codec && { codec, quality: new Quality({ bitrate: soundBits }) };
  };
  // The table of contents comes first, so that a film begins to play before all of it has come.
  if (wanted === 'mp4' && await canEncode(avc, width, height)) return { container: 'mp4', format: new Mp4OutputFormat({ fastStart: 'reserve' }), video: avc, audio: await sound(['aac', 'opus']) };
  const vp9 = configOf('vp9', width, height);
  if (!(await canEncode(vp9, width, height))) throw new Error('This engine can encode neither H.264 nor VP9.');
  return { container: 'webm', format: new WebMOutputFormat(), video: vp9, audio: await sound(['opus']) };
}
