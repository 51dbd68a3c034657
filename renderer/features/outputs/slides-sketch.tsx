import { useMemo } from 'react';
import type { SlidesRequest } from '../../../data/contract.js';
import { firstLanguage, wordsIn } from '../../../data/rules/slides/slide-words.js';
import { stopKinds, type Stop, type Tour } from '../../../data/schema/tour.js';
import { labelOf } from '../../../data/schema/vocabulary.js';
import { useClient } from '../../client/current-client.js';
import { useSay } from '../../state/language.js';
import { useProgram } from '../../state/program-store.js';

const sheets = 6;
const withoutTour = ['cover', 'figures', 'overview', 'asset', 'project', 'closing'] as const;
/** On slides there is neither film nor open map. */
const left = new Set<Stop['kind']>(['video', 'explore']);

interface Sheet { readonly key: string; readonly title: string; readonly kind: string; readonly picture: string | null }

/** The first slides in small: their titles, and their pictures where the tour names one. */
export function SlidesSketch({ tour, audience, language }: { tour: Tour | null } & Pick<SlidesRequest, 'audience' | 'language'>) {
  const say = useSay();
  const client = useClient();
  const overview = useProgram((state) => state.overview);
  const entries = useProgram((state) => state.publicEntries);
  const projects = useProgram((state) => state.publicProjects);
  const lead = firstLanguage(language);
  const shown = useMemo((): Sheet[] => {
    const township = overview?.profile.name[lead] ?? '';
    const kind = (value: Stop['kind']) => labelOf(stopKinds, value)?.[lead] ?? '';
    const nameOf = (stop: Stop): string => {
      const record = stop.kind === 'asset' ? entries.find(({ id }) => id === stop.assetId) : stop.kind === 'project' ? projects.find(({ project }) => project.id === stop.projectId)?.project : undefined;
      return wordsIn(stop.title, language)?.main ?? (record ? (lead === 'en' ? record.nameEn : undefined) ?? record.name : stop.kind === 'cover' ? township : kind(stop.kind));
    };
    const pictureOf = (stop: Stop) => ('picture' in stop ? stop.picture : stop.kind === 'asset' ? stop.photos?.[0] : undefined) ?? null;
    if (!tour) return withoutTour.map((value) => ({ key: value, title: value === 'cover' ? township : kind(value), kind: value, picture: null }));
    return tour.stops.filter((stop) => !stop.hidden && !left.has(stop.kind)).slice(0, sheets).map((stop) => ({ key: stop.id, title: nameOf(stop), kind: stop.kind, picture: pictureOf(stop) }));
  }, [tour, overview, entries, projects, language, lead]);
  const mark = audience === 'internal' ? (lead === 'zh' ? '内部资料' : 'Internal') : lead === 'zh' ? '公开' : 'Public';
  return (
    <figure className="outputs-sketch outputs-slides" aria-label={say(`样张：前 ${shown.length} 页`, `Sketch: the first ${shown.length} slides`)} lang={lead}>
      {shown.map(({ key, title, kind, picture }, at) => (
        <div key={key} className="outputs-slide" data-theme="light" data-kind={kind}>
          {picture && <img src={client.address(`media/${picture}/small`)} alt="" />}
          <b>{title}</b>
          <span><i className={audience === 'internal' ? 'outputs-internal' : ''}>{mark}</i>{at + 1}</span>
        </div>
      ))}
    </figure>
  );
}
