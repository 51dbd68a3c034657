import { describe, expect, it } from 'vitest';
import { composeFilm, mediaOf, type FilmSources } from '../../data/rules/film/compose-film.js';
import { loudness, playMusic } from '../../data/rules/film/music.js';
import { fadeFrames, stopSeconds, timeShots, usualMost, type StopWishes } from '../../data/rules/film/timing.js';
import { creditsOf } from '../../data/rules/map/credits.js';
import { isPublished, publicAsset, publicProfile, publicProject, publicTour } from '../../data/rules/projection.js';
import { framesPerSecond } from '../../data/schema/film.js';
import { mixFor, stillLevels, viewOf } from '../../renderer/map/film/still-levels.js';
import { arrival, flightCameras, startCamera } from '../../renderer/film/camera-path.js';
import { worldX, worldY } from '../../renderer/map/world.js';
import { ledgerOfCanaries } from '../builders/canaries.js';
import { readFileSync } from 'node:fs';
import { ledgerSchema, type LedgerData } from '../../data/schema/ledger.js';

const sample = ledgerSchema.parse(JSON.parse(readFileSync(new URL('../../data/sample/ledger-data.json', import.meta.url), 'utf8')));
const layers = [{ id: 'shili', shown: true, kind: 'schematic' as const }];
const sourcesOf = (data: LedgerData, more: Partial<FilmSources> = {}): FilmSources => ({
  profile: publicProfile(data.profile), assets: data.assets.filter(isPublished).map(publicAsset), projects: data.projects.map(publicProject), tour: data.tours[0] ? publicTour(data.tours[0]) : null,
  credits: creditsOf(layers), today: '2026-11-28', language: 'zh', internal: false, size: '1080p', seconds: null, ...more,
});
const stops = (count: number, talkSeconds: number, extras = 0): StopWishes<string>[] => Array.from({ length: count }, (_, at) => ({
  id: `s${at}`, talkSeconds, shots: [{ scene: `place-${at}`, seconds: 3.4, extra: false }, { scene: `asset-${at}`, seconds: 5, extra: false }, ...Array.from({ length: extras }, (_extra, number) => ({ scene: `photo-${at}-${number}`, seconds: 2.6, extra: true }))],
}));
const framesOf = (shots: readonly { readonly frames: number }[]) => shots.reduce((sum, { frames }) => sum + frames, 0);

describe('the length of a film', () => {
  it('gives a stop from six seconds for a short talk to ten for a long one', () => {
    expect([5, 30, 75, 120, 1_800].map(stopSeconds)).toEqual([6, 6, 8, 10, 10]);
  });
  it('follows shot upon shot without a gap, to the frame', () => {
    const shots = timeShots(stops(7, 47, 1), null);
    expect(shots.map(({ from }) => from)).toEqual(shots.map((_, at) => framesOf(shots.slice(0, at))));
    expect(shots[0]!.fade).toBe(0);
    expect(shots.slice(1).every(({ fade, frames }) => fade === fadeFrames && frames > fade)).toBe(true);
  });
  it('stays within three minutes where nobody asks for more', () => {
    expect(framesOf(timeShots(stops(40, 120, 2), null))).toBe(usualMost * framesPerSecond);
  });
  it('is what was asked for, to the frame, where the stops allow it', () => {
    for (const seconds of [45, 60, 90, 131]) expect(framesOf(timeShots(stops(10, 60, 2), seconds))).toBe(seconds * framesPerSecond);
  });
  it('never hurries a stop so much that it cannot be read, however short a film is wanted', () => {
    const shots = timeShots(stops(30, 60, 2), 15);
    expect(new Set(shots.map(({ scene }) => scene.replace(/-.*/, '')))).toEqual(new Set(['place', 'asset']));
    expect(Math.min(...shots.map(({ frames }) => frames))).toBeGreaterThan(1.3 * framesPerSecond);
  });
  it('shows the more photos, the longer it stays', () => {
    const photos = (talk: number) => timeShots(stops(3, talk, 3), null).filter(({ scene }) => scene.startsWith('photo')).length;
    expect(photos(120)).toBeGreaterThan(photos(30));
  });
});

describe('the film of the sample tour', () => {
  const plan = composeFilm(sourcesOf(sample));
  it('has a shot for every stop that a film can show, in the tour’s order', () => {
    const shown = [...new Set(plan.shots.map(({ id }) => id.replace(/-\d+$/, '')))];
    expect(shown).toEqual(sample.tours[0]!.stops.filter(({ kind, hidden }) => kind !== 'explore' && !hidden).map(({ id }) => id));
  });
  it('says at its end whose map it is, that it has no 审图号, and that it is sample data', () => {
    const { scene } = plan.shots.at(-1)!;
    expect(scene.kind === 'closing' && scene.credits.join('')).toMatch(/示意图.*无审图号.*示例数据/);
    expect(plan.sample).toBe('示例数据');
    expect(plan.credit).toContain('无审图号');
  });
  it('flies from each place to the next', () => {
    const flights = plan.shots.flatMap(({ scene }) => (scene.kind === 'place' ? [scene] : []));
    expect(flights.length).toBeGreaterThan(3);
    flights.slice(1).forEach(({ from }, at) => expect(from).toEqual(flights[at]!.to));
  });
  it('marks the staff’s edition, and is the same plan every time', () => {
    expect(composeFilm(sourcesOf(sample, { internal: true })).internal).toBe('内部资料');
    expect(plan.internal).toBeNull();
    expect(composeFilm(sourcesOf(sample))).toEqual(plan);
  });
  it('is laid out for the size that is wanted', () => {
    expect(composeFilm(sourcesOf(sample, { size: 'upright' }))).toMatchObject({ width: 1080, height: 1920 });
    expect(composeFilm(sourcesOf(sample, { size: '4k' }))).toMatchObject({ width: 3840, height: 2160 });
  });
  it('can be made without a tour, and then ends all the same', () => {
    const bare = composeFilm(sourcesOf({ ...sample, tours: [] }));
    expect(bare.shots.at(-1)!.scene.kind).toBe('closing');
    expect(bare.frames).toBeGreaterThan(0);
  });
  it('shows another picture of a project’s assets than the one just seen, where there is one', () => {
    const again = plan.shots.filter(({ scene }, at) => scene.kind === 'project' && scene.photo !== null && plan.shots.slice(0, at).some((before) => mediaOf(before.scene).includes(scene.photo!)));
    expect(again).toEqual([]);
  });
  it('names the media that it shows', () => {
    const media = plan.shots.flatMap(({ scene }) => mediaOf(scene));
    expect(media.some((id) => id.endsWith('.webm'))).toBe(true);
    expect(media.every((id) => /^[a-f0-9]{64}\.\w+$/.test(id))).toBe(true);
  });
  it.each(['zh', 'both', 'en'] as const)('holds nothing internal or personal in either edition (%s)', (language) => {
    const { data, canaries } = ledgerOfCanaries();
    for (const internal of [false, true]) {
      const words = JSON.stringify(composeFilm(sourcesOf(data, { language, internal })));
      expect(words).toContain('公开forest');
      expect(canaries.filter(({ word }) => words.includes(word)).map(({ path }) => path)).toEqual([]);
      expect(words).not.toContain('CANARY');
    }
  });
});

describe('the stills under a flight', () => {
  const [width, height] = [1920, 1080];
  const end = { x: worldX(119.93), y: worldY(29.83), zoom: 15.4 };
  it.each([{ lng: 119.95, lat: 29.84 }, { lng: 119.88, lat: 29.8 }, { lng: 119.9301, lat: 29.8301 }, null])('cover all that any frame sees, from %o', (from) => {
    const cameras = flightCameras(startCamera(from, end, { width, height }), end, width, 96);
    const levels = stillLevels(cameras, width, height);
    const bare = cameras.flatMap((camera, frame) => mixFor(camera.zoom, levels[0]!.zoom, levels.length).filter(({ share }) => share > 0).filter(({ level }) => {
      const [view, { area }] = [viewOf(camera, width, height), levels[level]!];
      return view.left < area.left || view.top < area.top || view.right > area.right || view.bottom > area.bottom;
    }).map(() => frame));
    expect(bare).toEqual([]);
    // The lowest of them is always drawn whole.
    for (const { zoom } of cameras) expect(mixFor(zoom, levels[0]!.zoom, levels.length)[0]!.share).toBe(1);
  });
  it('end where the flight ends, and rest there', () => {
    const cameras = flightCameras(startCamera(null, end, { width, height }), end, width, 96);
    expect(cameras.at(-1)).toEqual(end);
    expect(cameras).toHaveLength(arrival(96) + 1);
    expect(cameras[0]!.zoom).toBeLessThan(end.zoom - 1);
  });
});

describe('the music of a film', () => {
  it('is cut to the film’s length and goes out with it', () => {
    const [playing, ...others] = playMusic(240, 90);
    expect(others).toEqual([]);
    expect(playing).toMatchObject({ at: 0, seconds: 90, fadeOut: 4 });
    expect([0, 10, 88, 89.999].map((moment) => Math.round(loudness(playing!, moment) * 100) / 100)).toEqual([0, 1, 0.5, 0]);
    expect(loudness(playing!, 90)).toBe(0);
  });
  it('begins anew over its own end where it is too short, and never leaves a silence between', () => {
    const playings = playMusic(20, 90);
    expect(playings.length).toBeGreaterThan(4);
    const loudAt = (moment: number) => playings.reduce((sum, playing) => sum + loudness(playing, moment), 0);
    for (let moment = 1; moment < 86; moment += 0.25) { expect(loudAt(moment)).toBeGreaterThan(0.9); expect(loudAt(moment)).toBeLessThan(1.1); }
    expect(loudAt(89.99)).toBeLessThan(0.05);
  });
  it('is played once where it is a jingle', () => { expect(playMusic(3, 90)).toMatchObject([{ at: 0, seconds: 3 }]); });
});
