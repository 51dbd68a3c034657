import { loudness, playMusic } from '../../data/rules/film/music.js';

/** Samples to a second: what Opus is made for. */
export const sampleRate = 48_000;
const channels = 2;

/** The music under a film, second by second. */
export interface Soundtrack {
  /** The sound from one moment of the film to another, in samples from its beginning. */
  between(from: number, to: number): AudioBuffer;
}

/** Decodes the user's music and lays it under a film of so many seconds; null where this engine cannot decode it. */
export async function layMusic(bytes: ArrayBuffer, filmSeconds: number): Promise<Soundtrack | null> {
  const piece = await new OfflineAudioContext(channels, 1, sampleRate).decodeAudioData(bytes).catch(() => null);
  if (!piece || piece.length === 0) return null;
  const playings = playMusic(piece.duration, filmSeconds);
  const sources = Array.from({ length: channels }, (_, channel) => piece.getChannelData(Math.min(channel, piece.numberOfChannels - 1)));
  return {
    between(from, to) {
      const buffer = new AudioBuffer({ length: to - from, numberOfChannels: channels, sampleRate });
      for (const playing of playings) {
        const begins = Math.round(playing.at * sampleRate);
        const first = Math.max(from, begins);
        const last = Math.min(to, begins + Math.floor(playing.seconds * sampleRate));
        sources.forEach((source, channel) => {
          const target = buffer.getChannelData(channel);
          for (let at = first; at < last; at += 1) target[at - from]! += (source[at - begins] ?? 0) * loudness(playing, at / sampleRate);
        });
      }
      return buffer;
    },
  };
}
