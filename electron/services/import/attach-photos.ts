import type { ImportPlan, Stamp } from '../../../data/rules/import/import-plan.js';
import type { Asset } from '../../../data/schema/asset.js';
import type { ChangeEntry } from '../../../data/schema/change.js';
import { FailureError } from '../../../data/schema/failure.js';
import type { Media } from '../../../data/schema/media.js';

/** A photo that a person confirmed, and the asset it goes to. */
export interface ConfirmedPhoto { readonly file: number; readonly assetId: string }
export interface PhotoTargets { readonly plan: ImportPlan; readonly assets: readonly Asset[]; readonly entries: readonly ChangeEntry[] }

const gone = (name: string) => new FailureError('wrong-input', {
  zh: `照片「${name}」要归到的资产不在账本里，也不在这次导入里，请重新选择。`,
  en: `The asset that the photo “${name}” should go to is neither in the ledger nor in this import; choose again.`,
}, { file: name });
const unusable = (name: string) => new FailureError('wrong-input', {
  zh: `「${name}」不是能用的照片，请不要选它。`, en: `“${name}” is no usable photo; leave it out.`,
}, { file: name });

/**
 * Checks confirmed photos before any is stored. Throws a FailureError for what is no photo of the plan, or for an asset that will
 * not be there: a row that was left out adds none.
 */
export function checkPhotos(confirmed: readonly ConfirmedPhoto[], { plan, assets, entries }: PhotoTargets): void {
  if (confirmed.length === 0) return;
  const there = new Set([...assets.map((asset) => asset.id), ...entries.flatMap((entry) => (entry.noun === 'asset' && entry.after ? [entry.id] : []))]);
  for (const { file, assetId } of confirmed) {
    const photo = plan.photos.find((entry) => entry.file === file);
    if (!photo || plan.unusablePhotos.has(file)) throw unusable(photo?.name ?? plan.files[file]?.file ?? '');
    if (!there.has(assetId)) throw gone(photo.name);
  }
}

/** The change with photos appended to the assets they go to, and how many that were; one that an asset has already is not added again. */
export function withPhotos(stored: readonly { readonly assetId: string; readonly media: Media }[], { assets, entries }: Pick<PhotoTargets, 'assets' | 'entries'>, stamp: Stamp): { entries: ChangeEntry[]; attached: number } {
  const result = entries.slice();
  let attached = 0;
  const places = new Map(result.map((entry, at) => [entry.id, at]));
  const byAsset = new Map<string, Media[]>();
  for (const { assetId, media } of stored) byAsset.set(assetId, [...(byAsset.get(assetId) ?? []), media]);
  for (const [assetId, medias] of byAsset) {
    const at = places.get(assetId);
    const entry = at === undefined ? undefined : result[at];
    const before = entry ? null : assets.find((asset) => asset.id === assetId);
    const held = (entry?.after ?? before) as Asset | null | undefined;
    if (!held) continue;
    const known = new Set(held.photos.map((photo) => photo.id));
    const fresh = medias.filter((media) => !known.has(media.id) && known.add(media.id));
    if (fresh.length === 0) continue;
    attached += fresh.length;
    const photos = [...held.photos, ...fresh];
    if (entry && at !== undefined) result[at] = { ...entry, after: { ...held, photos } };
    else result.push({ noun: 'asset', id: assetId, before: before as Asset, after: { ...held, photos, revision: held.revision + 1, updatedAt: stamp.at, ...(stamp.by ? { updatedBy: stamp.by } : {}) } });
  }
  return { entries: result, attached };
}
