import type { Passage } from '../../../data/rules/stage/act.js';
import { stopName } from '../../../data/rules/stage/stop-name.js';
import { matchesSearch, plainText, queryWords } from '../../../data/rules/search-query.js';
import type { StageCommand } from '../../../data/schema/stage.js';
import { stopKinds } from '../../../data/schema/tour.js';
import { labelOf } from '../../../data/schema/vocabulary.js';
import type { Say } from '../../state/language.js';
import type { StageContent } from '../../stage/stage-content.js';

/** A place that the show can go to: a stop of the tour, or any asset of the township. */
export interface JumpOption {
  readonly id: string;
  readonly kind: 'stop' | 'asset';
  /** The stop's number from 1; none for an asset. */
  readonly number: number | null;
  readonly name: string;
  readonly note: string;
  readonly command: StageCommand;
}

/** Assets named beside the stops once something is looked for; more would bury the tour. */
const assetsListed = 12;

const assetsOf = ({ stop }: Passage): readonly string[] => {
  switch (stop.kind) {
    case 'asset': return [stop.assetId];
    case 'comparison': return stop.assetIds;
    case 'video': return stop.assetId ? [stop.assetId] : [];
    default: return [];
  }
};

/** Stops that answer to what was typed, by their own words or by the search of the assets they show (pinyin and initials too); then assets that do. */
export function jumpOptions(passages: readonly Passage[], content: StageContent, query: string, say: Say): readonly JumpOption[] {
  const words = queryWords(query);
  const names = { township: content.profile.name, asset: content.entry, project: (id: string) => content.project(id)?.project };
  const finds = (texts: readonly string[], assetIds: readonly string[]) => words.length === 0
    || words.every((word) => texts.some((text) => plainText(text).includes(word)))
    || assetIds.some((id) => matchesSearch(content.entry(id)?.search ?? '', query));
  const stops = passages.flatMap((passage, at): JumpOption[] => {
    const { stop } = passage;
    const name = stopName(stop, names, say.language);
    const kind = labelOf(stopKinds, stop.kind)![say.language];
    const texts = [name, kind, String(at + 1), stop.title?.zh ?? '', stop.title?.en ?? ''];
    return finds(texts, assetsOf(passage)) ? [{ id: `stop:${stop.id}`, kind: 'stop', number: at + 1, name, note: name === kind ? '' : kind, command: { do: 'go', stopId: stop.id, step: 0 } }] : [];
  });
  if (words.length === 0) return stops;
  const assets = content.entries.filter((entry) => matchesSearch(entry.search, query)).slice(0, assetsListed).map((entry): JumpOption => ({
    id: `asset:${entry.id}`, kind: 'asset', number: null, name: say.language === 'en' && entry.nameEn ? entry.nameEn : entry.name, note: entry.village ?? '', command: { do: 'open', assetId: entry.id },
  }));
  return [...stops, ...assets];
}
