import { z } from 'zod';

/** What a film is drawn at, in pixels: for a screen, for a wall of four screens, for a phone held upright, for a quick look. */
export const filmSizes = {
  '1080p': { width: 1920, height: 1080 }, '4k': { width: 3840, height: 2160 }, upright: { width: 1080, height: 1920 }, draft: { width: 640, height: 360 },
} as const;
export type FilmSize = keyof typeof filmSizes;
export const filmSizeNames = ['1080p', '4k', 'upright', 'draft'] as const satisfies readonly FilmSize[];

/** Frames of a film to each second. */
export const framesPerSecond = 30;
/** Shortest and longest film that can be asked for, in seconds. */
export const filmSeconds = { least: 15, most: 900 } as const;

export const filmFormats = ['mp4', 'webm'] as const;
export type FilmFormat = (typeof filmFormats)[number];

/** The length wanted, in whole seconds. */
export const filmSecondsSchema = z.number().int().min(filmSeconds.least).max(filmSeconds.most);
