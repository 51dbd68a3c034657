import { useMemo } from 'react';
import { matchesFilter } from '../../data/rules/filter.js';
import type { PublicStop } from '../../data/rules/projection.js';
import type { Passage } from '../../data/rules/stage/act.js';
import { mapName } from '../../data/rules/stage/map-name.js';
import { matchesSearch } from '../../data/rules/search-query.js';
import type { Scene } from '../../data/rules/stage/scenes.js';
import type { StageShow } from '../../data/schema/stage.js';
import type { MapPoint } from '../map/clusters.js';
import { extentOf } from '../map/extent.js';
import type { StageLook } from '../map/stage/stage-camera.js';
import type { StageAim } from '../map/stage/stage-map.js';
import type { IndexEntry } from '../state/index-entries.js';
import type { StageContent } from './stage-content.js';
import type { StageSay } from './stage-say.js';

/** What the map shows for a scene: assets lit and quiet, the one chosen, and where it looks. */
export interface MapView {
  readonly lit: readonly IndexEntry[];
  readonly quiet: readonly IndexEntry[];
  readonly chosen: IndexEntry | null;
  readonly named: boolean;
  readonly look: StageLook | null;
  /** What words cover, in stage units. */
  readonly insets: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
}

/** How close the map comes to one asset, and at most to several, on a screen 1920 wide. */
export const closeTo = { one: 15.4, several: 15.2, all: 14.2 } as const;
const isPlaced = (entry: IndexEntry): entry is IndexEntry & { lng: number; lat: number } => entry.lng !== null && entry.lat !== null;

const mapScenes: ReadonlySet<Scene['view']> = new Set(['overview', 'place', 'sites', 'explore']);
export const isOnMap = (scene: Scene) => mapScenes.has(scene.view);

/** The assets that an answer to a question from the room finds; an answer to a wish names them itself, best first. */
export const foundBy = (entries: readonly IndexEntry[], finding: NonNullable<StageShow['finding']>): readonly IndexEntry[] =>
  finding.match ? finding.match.ids.flatMap((id) => entries.find((entry) => entry.id === id) ?? [])
    : entries.filter((entry) => matchesFilter(entry, finding.filter) && (finding.query.trim() === '' || matchesSearch(entry.search, finding.query)));

function fit(entries: readonly IndexEntry[], closest: number): StageLook | null {
  const extent = extentOf(entries.filter(isPlaced));
  return extent && { kind: 'fit', extent, closest };
}

const aside = 620;
/** What the answer to a wish covers at the left. */
const answerAside = 900;
/** The foot of the screen that a visitor's keys and cards cover at a booth. */
const boothDock = 430;
const margins = { left: 40, top: 40, right: 40, bottom: 90 };

/** Null for a scene that does not show the map: the map then stays as it is. */
export function mapViewOf(scene: Scene, stop: PublicStop | null, show: Pick<StageShow, 'mode' | 'finding' | 'assetId' | 'camera'>, content: Pick<StageContent, 'entries' | 'entry' | 'project'>): MapView | null {
  const { entries } = content;
  const framed = (fallback: StageLook | null): StageLook | null => (stop?.camera ? { kind: 'camera', camera: stop.camera } : fallback);
  switch (scene.view) {
    case 'overview': {
      const { filter } = stop?.kind === 'overview' ? stop : { filter: null };
      const lit = filter ? entries.filter((entry) => matchesFilter(entry, filter)) : entries;
      const those = new Set(lit);
      return { lit, quiet: entries.filter((entry) => !those.has(entry)), chosen: null, named: lit.length <= 8, look: framed(fit(lit.some(isPlaced) ? lit : entries, closeTo.all)), insets: { ...margins, left: aside } };
    }
    case 'place': {
      const chosen = content.entry(scene.assetId) ?? null;
      return { lit: [], quiet: entries.filter((entry) => entry !== chosen), chosen, named: false, look: framed(chosen && fit([chosen], closeTo.one)), insets: { ...margins, bottom: 330 } };
    }
    case 'sites': {
      const ids = new Set(content.project(scene.projectId)?.project.assetIds ?? []);
      const lit = entries.filter((entry) => ids.has(entry.id));
      return { lit, quiet: entries.filter((entry) => !ids.has(entry.id)), chosen: null, named: true, look: framed(fit(lit, closeTo.several)), insets: { ...margins, left: aside + 20, top: 110 } };
    }
    case 'explore': {
      const lit = show.finding ? foundBy(entries, show.finding) : entries;
      const those = new Set(lit);
      const chosen = show.assetId ? content.entry(show.assetId) ?? null : null;
      const look: StageLook | null = show.camera ? { kind: 'camera', camera: show.camera } : chosen && isPlaced(chosen) ? fit([chosen], closeTo.one) : show.finding ? fit(lit.some(isPlaced) ? lit : entries, closeTo.several) : framed(fit(entries, closeTo.all));
      return { lit, quiet: entries.filter((entry) => !those.has(entry)), chosen, named: show.finding !== null && lit.length <= 12, look, insets: { ...margins, ...(show.finding?.match && !chosen ? { left: answerAside, top: 60 } : { top: 150 }), right: chosen ? 860 : margins.right, bottom: show.mode === 'booth' ? boothDock : margins.bottom } };
    }
    default: return null;
  }
}

/** So many scenes ahead are looked through for those on the map, and so many of these are drawn ahead. */
const lookedThrough = 9;
const drawnAhead = 2;

/** Where the map will look next, and looked before: what its next flights lead to. */
export function aimsAhead(passages: readonly Passage[], at: number, step: number, content: Parameters<typeof mapViewOf>[3]): readonly StageAim[] {
  const all = passages.flatMap(({ stop, scenes }) => scenes.map((scene) => ({ scene, stop })));
  const here = passages.slice(0, at).reduce((sum, { scenes }) => sum + scenes.length, 0) + step;
  const onMap = (some: typeof all) => some.filter(({ scene }) => isOnMap(scene));
  const next = onMap([...all.slice(here + 1), ...all].slice(0, lookedThrough)).slice(0, drawnAhead);
  const before = onMap(all.slice(Math.max(0, here - lookedThrough), here)).slice(-1);
  return [...next, ...before].flatMap(({ scene, stop }) => {
    const view = mapViewOf(scene, stop, { mode: 'tour', finding: null, assetId: null, camera: null }, content);
    return view?.look ? [{ look: view.look, insets: view.insets }] : [];
  });
}

/** Index rows as the map wants them; the same points for the same rows. */
export function useMapPoints(entries: readonly IndexEntry[], content: StageContent, say: StageSay): readonly MapPoint[] {
  return useMemo(() => entries.flatMap((entry) => pointOf(entry, content, say) ?? []), [entries, content, say]);
}

export const pointOf = (entry: IndexEntry, content: Pick<StageContent, 'media'>, say: StageSay): MapPoint | null => (!isPlaced(entry) ? null : {
  id: entry.id, category: entry.category, lng: entry.lng, lat: entry.lat, siteArea: entry.siteArea, floorArea: entry.floorArea, cover: entry.cover ? content.media(entry.cover, true) : null,
  name: mapName(say.first === 'en' ? entry.nameEn ?? entry.name : entry.name),
});
