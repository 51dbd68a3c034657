import type { PublicStop } from '../projection.js';
import type { Language, Text } from '../../schema/text.js';
import { labelOf } from '../../schema/vocabulary.js';
import { stopKinds } from '../../schema/tour.js';

/** What has to be known to name a stop: the names of what it shows, where those are public. */
export interface StopNames {
  readonly township: Text;
  asset(id: string): { readonly name: string; readonly nameEn?: string | null } | undefined;
  project(id: string): { readonly name: string } | undefined;
}

const ofAsset = (asset: ReturnType<StopNames['asset']>, language: Language) => (language === 'en' && asset?.nameEn ? asset.nameEn : asset?.name);

/** How a stop is called in a list: by its own title, or by what it shows, or else by its kind. */
export function stopName(stop: PublicStop, names: StopNames, language: Language): string {
  const titled = stop.title?.[language] || stop.title?.zh || stop.title?.en;
  if (titled) return titled;
  const kind = labelOf(stopKinds, stop.kind)?.[language] ?? stop.kind;
  switch (stop.kind) {
    case 'cover': return names.township[language];
    case 'asset': return ofAsset(names.asset(stop.assetId), language) ?? kind;
    case 'video': return (stop.assetId ? ofAsset(names.asset(stop.assetId), language) : undefined) ?? kind;
    case 'project': return names.project(stop.projectId)?.name ?? kind;
    case 'comparison': return stop.assetIds.map((id) => ofAsset(names.asset(id), language)).filter(Boolean).join(language === 'zh' ? '、' : ', ') || kind;
    default: return kind;
  }
}
