import { describe, expect, it } from 'vitest';
import { act, passagesOf, restSeconds, sceneNow, type Passage } from '../../data/rules/stage/act.js';
import type { PublicStop } from '../../data/rules/projection.js';
import { rowsOfTable, scenesOf, type StageFacts } from '../../data/rules/stage/scenes.js';
import { mapName } from '../../data/rules/stage/map-name.js';
import { settled } from '../../data/rules/stage/settle.js';
import { noShow, stageShowSchema, type StageCommand, type StageShow } from '../../data/schema/stage.js';
import { stopKinds, stopSchema } from '../../data/schema/tour.js';
import { seeded } from '../builders/ledger.js';

const id = (letter: string) => `01J9Z3K${letter}000000000000000000`;
const picture = (digit: number, ending = 'jpg') => `${String(digit).repeat(64)}.${ending}`;
const farm = id('A');
const mill = id('B');
const bare = id('C');
const gone = id('Z');
const projectId = (at: number) => `01J9Z3KP0000000000000000${String(at).padStart(2, '0')}`;
const project = (at: number, horizon?: 'near' | 'far', assetIds: readonly string[] = []) => ({ id: projectId(at), ...(horizon ? { horizon } : {}), assetIds });

const known: Readonly<Record<string, ReturnType<StageFacts['asset']>>> = {
  [farm]: { photos: [1, 2, 3, 4, 5].map((digit) => ({ id: picture(digit) })), videos: [{ id: picture(9, 'webm') }], placed: true },
  [mill]: { photos: [{ id: picture(6) }], videos: [], placed: true },
  [bare]: { photos: [], videos: [], placed: false },
};
const facts: StageFacts = {
  asset: (wanted) => known[wanted],
  projects: [project(1, 'far', [farm]), project(2, 'near'), ...Array.from({ length: 7 }, (_, at) => project(3 + at, 'near', [gone])), project(10)],
};
const nothing: StageFacts = { asset: () => undefined, projects: [] };
const stop = (kind: string, rest: object = {}) => stopSchema.parse({ id: `stop-${kind}`, kind, ...rest }) as PublicStop;
const views = (of: PublicStop, by = facts) => scenesOf(of, by).map(({ view }) => view);

describe('the scenes of a stop', () => {
  it('are its one picture for a cover, a chapter, an overview, an open map and a closing, whatever the ledger holds', () => {
    for (const kind of ['cover', 'chapter', 'explore', 'closing']) expect([views(stop(kind)), views(stop(kind), nothing)]).toEqual([[kind], [kind]]);
    expect(views(stop('overview', { filter: {} }), nothing)).toEqual(['overview']);
  });
  it('are the township’s figures, without projects where there are none', () => {
    expect(views(stop('figures'))).toEqual(['totals', 'categories', 'horizons']);
    expect(views(stop('figures'), nothing)).toEqual(['totals', 'categories']);
  });
  it('are an asset’s place, its card, and its second and third photo where none were chosen', () => {
    expect(scenesOf(stop('asset', { assetId: farm }), facts)).toEqual([
      { view: 'place', assetId: farm }, { view: 'card', assetId: farm }, { view: 'photo', assetId: farm, media: picture(2) }, { view: 'photo', assetId: farm, media: picture(3) },
    ]);
    expect(views(stop('asset', { assetId: mill }))).toEqual(['place', 'card']);
    expect(views(stop('asset', { assetId: bare }))).toEqual(['card']);
  });
  it('are the chosen photos that are still there, in the order chosen, and the pair of before and after while both are', () => {
    const chosen = stop('asset', { assetId: farm, photos: [picture(5), picture(7), picture(1)], change: { before: picture(4), after: picture(5) } });
    expect(scenesOf(chosen, facts).slice(2)).toEqual([
      { view: 'photo', assetId: farm, media: picture(5) }, { view: 'photo', assetId: farm, media: picture(1) }, { view: 'change', assetId: farm, before: picture(4), after: picture(5) },
    ]);
    expect(views(stop('asset', { assetId: farm, photos: [], change: { before: picture(4), after: picture(8) } }))).toEqual(['place', 'card']);
  });
  it('are a project’s sites only where one of them is on the map', () => {
    expect(views(stop('project', { projectId: projectId(1) }))).toEqual(['sites', 'project']);
    expect(views(stop('project', { projectId: projectId(3) }))).toEqual(['project']);
  });
  it('are pages of the project table: near ones first, then far ones, then those without a horizon', () => {
    const pages = scenesOf(stop('table'), facts);
    expect(pages.map((page) => (page.view === 'table' ? page.projectIds.length : 0))).toEqual([rowsOfTable, 4]);
    expect(pages.flatMap((page) => (page.view === 'table' ? page.projectIds : [])).slice(-2)).toEqual([projectId(1), projectId(10)]);
    expect(scenesOf(stop('table', { horizon: 'far' }), facts)).toEqual([{ view: 'table', projectIds: [projectId(1)], page: 0, pages: 1 }]);
  });
  it('are a comparison of those still there, while two are', () => {
    expect(scenesOf(stop('comparison', { assetIds: [farm, gone, mill] }), facts)).toEqual([{ view: 'comparison', assetIds: [farm, mill] }]);
    expect(views(stop('comparison', { assetIds: [farm, gone] }))).toEqual([]);
  });
  it('are a film: its own, or an asset’s while that has it', () => {
    expect(scenesOf(stop('video', { video: picture(9, 'webm') }), facts)).toEqual([{ view: 'video', media: picture(9, 'webm'), assetId: null }]);
    expect(views(stop('video', { video: picture(9, 'webm'), assetId: farm }))).toEqual(['video']);
    expect(views(stop('video', { video: picture(9, 'webm'), assetId: mill }))).toEqual([]);
  });
  it('are none where what the stop shows is gone, so that it is passed over', () => {
    for (const one of [stop('asset', { assetId: gone }), stop('project', { projectId: gone }), stop('video', { video: picture(9, 'webm'), assetId: gone }), stop('comparison', { assetIds: [gone, farm] })]) expect([one.kind, views(one)]).toEqual([one.kind, []]);
    expect(views(stop('table'), nothing)).toEqual([]);
  });
});

const stops = [stop('cover', { seconds: 30 }), stop('asset', { assetId: gone }), { ...stop('asset', { assetId: farm, seconds: 80 }), id: 'stop-farm' }, stop('table'), stop('closing')];
const passages = passagesOf({ stops }, facts);
const shown: StageShow = { ...noShow, on: true, tourId: id('T'), stopId: 'stop-cover' };
const booth: StageShow = { ...shown, mode: 'booth' };
const after = (show: StageShow, ...commands: readonly StageCommand[]) => commands.reduce((now, command) => act(now, command, passages), show);
const at = ({ stopId, step }: StageShow) => `${stopId} ${step}`;

describe('a command to a show', () => {
  it('steps through scenes and stops, past what is gone, and stays at either end', () => {
    const way = ['stop-cover 0', 'stop-farm 0', 'stop-farm 1', 'stop-farm 2', 'stop-farm 3', 'stop-table 0', 'stop-table 1', 'stop-closing 0'];
    const forward = [shown];
    for (const _ of way) forward.push(act(forward.at(-1)!, { do: 'next' }, passages));
    expect(forward.map(at)).toEqual([...way, 'stop-closing 0']);
    const back = [forward.at(-1)!];
    for (const _ of way) back.push(act(back.at(-1)!, { do: 'previous' }, passages));
    expect(back.map(at)).toEqual([...way].reverse().concat('stop-cover 0'));
  });
  it('goes to the first, the last, and any stop and step there is', () => {
    expect(at(after(shown, { do: 'last' }))).toBe('stop-closing 0');
    expect(at(after(shown, { do: 'last' }, { do: 'first' }))).toBe('stop-cover 0');
    expect(at(after(shown, { do: 'go', stopId: 'stop-farm', step: 2 }))).toBe('stop-farm 2');
    expect(at(after(shown, { do: 'go', stopId: 'stop-farm', step: 99 }))).toBe('stop-farm 3');
    expect(after(shown, { do: 'go', stopId: 'stop-asset', step: 0 })).toBe(shown);
  });
  it('darkens the screen, and lights it again before it steps on', () => {
    const dark = after(shown, { do: 'black' });
    expect(dark.black).toBe(true);
    expect(after(dark, { do: 'next' })).toEqual(shown);
    expect(after(dark, { do: 'black' })).toEqual(shown);
    expect(after(dark, { do: 'black', on: true }).black).toBe(true);
  });
  it('leaves the tour to explore and comes back to the stop that was left', () => {
    const camera = { lng: 119.9, lat: 29.8, zoom: 14 };
    const finding = { filter: {}, query: '林' } as const;
    const off = after(shown, { do: 'go', stopId: 'stop-farm', step: 1 }, { do: 'explore', camera }, { do: 'find', finding } as StageCommand, { do: 'open', assetId: mill }, { do: 'look', camera });
    expect(off).toMatchObject({ mode: 'explore', stopId: 'stop-farm', step: 1, assetId: mill, camera, finding });
    for (const command of [{ do: 'return' }, { do: 'next' }, { do: 'previous' }] as const) expect(after(off, command)).toMatchObject({ mode: 'tour', stopId: 'stop-farm', step: 1, finding: null, assetId: null, camera: null });
  });
  it('that puts away what is not there leads nobody off the tour', () => {
    expect(after(shown, { do: 'find', finding: null })).toBe(shown);
    expect(after(shown, { do: 'open', assetId: null })).toBe(shown);
  });
  it('slides between before and after, and the next scene begins in the middle', () => {
    expect(after(shown, { do: 'slide', share: 0.9 }).share).toBe(0.9);
    expect(after(shown, { do: 'slide', share: 0.9 }, { do: 'next' }).share).toBe(0.5);
  });
  it('sets theme and language, on the screen that waits for a show too', () => {
    expect(after(shown, { do: 'present', theme: 'dark' })).toEqual({ ...shown, theme: 'dark' });
    expect(after(noShow, { do: 'present', language: 'both' })).toEqual({ ...noShow, language: 'both' });
    expect(after(shown, { do: 'present', theme: shown.theme })).toBe(shown);
  });
  it('means nothing to a show that is not on', () => {
    for (const command of [{ do: 'next' }, { do: 'black' }, { do: 'explore', camera: null }, { do: 'open', assetId: farm }, { do: 'touch' }, { do: 'end' }] as const) expect(act(noShow, command, passages)).toBe(noShow);
  });
  it('ends the show and leaves nothing of it on the screen', () => {
    expect(after(shown, { do: 'open', assetId: mill }, { do: 'black' }, { do: 'end' })).toMatchObject({ on: false, black: false, mode: 'tour', assetId: null, finding: null, camera: null });
  });
});

describe('a booth', () => {
  it('loops from the last scene to the first', () => expect(at(after({ ...booth, stopId: 'stop-closing' }, { do: 'next' }))).toBe('stop-cover 0'));
  it('wakes to a touch, lets a visitor look about, and sleeps where it was', () => {
    const visited = after(booth, { do: 'touch' }, { do: 'open', assetId: farm });
    expect(visited).toMatchObject({ awake: true, mode: 'booth', assetId: farm });
    expect(after(visited, { do: 'touch' })).toBe(visited);
    for (const command of [{ do: 'sleep' }, { do: 'return' }] as const) expect(after(visited, command)).toEqual(booth);
  });
  it('that the presenter sends to a stop puts away what a visitor left open', () => {
    expect(after(booth, { do: 'open', assetId: farm }, { do: 'go', stopId: 'stop-table', step: 0 })).toEqual({ ...booth, stopId: 'stop-table' });
  });
  it('rests at each scene for its share of the stop’s time', () => {
    expect(restSeconds(booth, passages)).toBe(30);
    expect(restSeconds({ ...booth, stopId: 'stop-farm' }, passages)).toBe(20);
    expect(restSeconds(booth, [])).toBeNull();
  });
});

describe('a show whose tour changes under it', () => {
  const without = (...ids: readonly string[]) => passages.filter((passage) => !ids.includes(passage.stop.id));
  const everything = () => true;
  const standing: StageShow = { ...shown, stopId: 'stop-farm', step: 2 };
  it('stands where it stood while its stop is there', () => expect(settled(standing, passages, without('stop-cover'), everything)).toBe(standing));
  it('goes to the stop that takes the place of its own, or to the one before', () => {
    expect(at(settled(standing, passages, without('stop-farm'), everything))).toBe('stop-table 0');
    expect(at(settled(standing, passages, without('stop-farm', 'stop-table', 'stop-closing'), everything))).toBe('stop-cover 0');
    expect(at(settled({ ...shown, stopId: 'stop-closing' }, passages, without('stop-closing'), everything))).toBe('stop-table 0');
    expect(at(settled({ ...shown, stopId: 'never-there' }, [], passages, everything))).toBe('stop-cover 0');
  });
  it('stays among the scenes that its stop still has', () => {
    const fewer = passages.map((passage): Passage => (passage.stop.id === 'stop-farm' ? { ...passage, scenes: passage.scenes.slice(0, 2) } : passage));
    expect(at(settled(standing, passages, fewer, everything))).toBe('stop-farm 1');
  });
  it('closes an asset that the audience may no longer see', () => {
    const open = after(shown, { do: 'open', assetId: mill });
    expect(settled(open, passages, passages, everything)).toBe(open);
    expect(settled(open, passages, passages, (one) => one !== mill)).toEqual({ ...open, assetId: null });
  });
  it('ends when nothing is left to show', () => expect(settled(standing, passages, [], everything).on).toBe(false));
});

describe('ten thousand commands in any order', () => {
  const commands = (random: () => number): StageCommand => {
    const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!;
    const camera = { lng: random() * 360 - 180, lat: random() * 170 - 85, zoom: 3 + random() * 17 };
    return pick<() => StageCommand>([
      () => ({ do: pick(['next', 'previous', 'first', 'last', 'return', 'touch', 'sleep'] as const) }),
      () => ({ do: 'go', stopId: pick([...passages.map((passage) => passage.stop.id), 'nowhere', '']), step: Math.floor(random() * 9) }),
      () => ({ do: 'black', ...(random() < 0.5 ? {} : { on: random() < 0.5 }) }),
      () => ({ do: 'explore', camera: random() < 0.5 ? camera : null }),
      () => ({ do: 'find', finding: random() < 0.5 ? { filter: {}, query: '林' } : null } as StageCommand),
      () => ({ do: 'open', assetId: pick([farm, mill, gone, null]) }),
      () => ({ do: 'look', camera }),
      () => ({ do: 'slide', share: random() }),
      () => ({ do: 'present', theme: pick(['light', 'dark'] as const), language: pick(['zh', 'en', 'both'] as const) }),
    ])();
  };
  for (const [name, begin] of [['on a tour', shown], ['at a booth', booth]] as const) {
    it(`leave a valid show ${name} that stands at a scene there is, also while stops come and go`, () => {
      const random = seeded(20_261_128);
      let show: StageShow = begin;
      let now = passages;
      for (let turn = 0; turn < 10_000; turn += 1) {
        if (random() < 0.02) {
          const left = passages.filter(() => random() < 0.7);
          const next = left.length > 0 ? left : passages;
          show = settled(show, now, next, () => random() < 0.5);
          now = next;
        }
        show = act(show, commands(random), now);
        if (!stageShowSchema.safeParse(show).success || !sceneNow(show, now) || !show.on || (show.mode === 'booth') !== (begin.mode === 'booth')) expect.fail(`after ${turn} commands: ${JSON.stringify(show)}`);
      }
      const first = act(show, { do: 'first' }, now);
      const met = new Set([first.stopId]);
      let walking = first;
      for (let turn = 0; turn < now.flatMap(({ scenes }) => scenes).length; turn += 1) {
        walking = act(walking, { do: 'next' }, now);
        met.add(walking.stopId);
      }
      expect(met).toEqual(new Set(now.map((passage) => passage.stop.id)));
    });
  }
  it('meet every kind of stop that there is', () => {
    // A kind added later has scenes to be tested above.
    expect([...stopKinds.values].sort()).toEqual(['asset', 'chapter', 'closing', 'comparison', 'cover', 'explore', 'figures', 'overview', 'project', 'table', 'video']);
  });
});

describe('A name on the stage’s map', () => {
  it('stands whole where it is short, in either language', () => {
    expect(mapName('白鹭溪二级电站')).toBe('白鹭溪二级电站');
    expect(mapName('Bailu Creek Station No. 2')).toBe('Bailu Creek Station No. 2');
  });
  it('is cut where it would run over its neighbours, and says so', () => {
    expect(mapName('白鹭畈村石桥头自然村原乡供销合作社粮油收购站')).toBe('白鹭畈村石桥头自然村原乡供销…');
    expect(mapName('Former supply and marketing cooperative grain station')).toBe('Former supply and marketing…');
  });
});
