import type { PublicStop } from '../../data/rules/projection.js';
import type { Passage } from '../../data/rules/stage/act.js';
import type { Scene } from '../../data/rules/stage/scenes.js';
import type { StageContent } from './stage-content.js';

/** The large pictures that a scene shows, as media identities. */
export function picturesOf(scene: Scene, stop: PublicStop, content: Pick<StageContent, 'asset' | 'entry' | 'project'>): readonly string[] {
  const coverOf = (id: string) => content.asset(id)?.photos[0]?.id ?? content.entry(id)?.cover ?? [];
  switch (scene.view) {
    case 'cover': case 'chapter': case 'closing': return 'picture' in stop && stop.picture ? [stop.picture] : [];
    case 'card': return [coverOf(scene.assetId)].flat();
    case 'photo': return [scene.media];
    case 'change': return [scene.before, scene.after];
    case 'comparison': return scene.assetIds.flatMap(coverOf);
    case 'project': return (content.project(scene.projectId)?.project.assetIds ?? []).slice(0, 4).flatMap(coverOf);
    case 'video': return scene.assetId ? [coverOf(scene.assetId)].flat() : [];
    default: return [];
  }
}

/** The scenes that the next key press may lead to: two ahead and one back. */
export function neighbours(passages: readonly Passage[], at: number, step: number): readonly { readonly scene: Scene; readonly stop: PublicStop }[] {
  const all = passages.flatMap(({ stop, scenes }) => scenes.map((scene) => ({ scene, stop })));
  const here = passages.slice(0, at).reduce((sum, { scenes }) => sum + scenes.length, 0) + step;
  return [here + 1, here + 2, here - 1].flatMap((index) => all[index] ?? []);
}
