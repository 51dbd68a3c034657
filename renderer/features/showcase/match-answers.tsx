import { Checkbox } from 'react-aria-components';
import type { Answer } from '../../../data/rules/matching/matcher.js';
import { areaOf } from '../../../data/rules/filter.js';
import { formatArea } from '../../../data/rules/format.js';
import { inWords, lengthWords } from '../../../data/rules/map/measure.js';
import { categories, stages } from '../../../data/schema/vocabularies.js';
import type { IndexEntry } from '../../state/index-entries.js';
import { useSay, type Say } from '../../state/language.js';
import { openPage, selectProject, useProgram } from '../../state/program-store.js';
import { Button } from '../../ui/button.js';
import { CategoryBadge } from '../../ui/category-badge.js';
import { Icon } from '../../ui/icon.js';
import { MatchCard } from '../../ui/matching/match-card.js';
import { mostCompared, showMore, tick } from './match-store.js';

type Named = Pick<IndexEntry, 'name' | 'nameEn'>;
const nameOf = (entry: Named, say: Say) => (say.language === 'en' ? entry.nameEn ?? entry.name : entry.name);

/** 山林 · 竹坞村 · 240 亩 */
function underOf(entry: IndexEntry, say: Say): string {
  const area = areaOf(entry);
  const size = area === null ? '' : Object.values(formatArea(area, entry.category, say.language)).join(' ');
  return [say.word(categories, entry.category), entry.village, size].filter(Boolean).join(' · ');
}

/** The assets, best first. A press on the name opens the asset; the tick puts it into the comparison. */
export function AssetAnswers({ answer, byId, selectedId, ticked, onSelect, onHover }: { answer: Answer; byId: ReadonlyMap<string, IndexEntry>; selectedId: string | null; ticked: readonly string[]; onSelect: (id: string) => void; onHover: (id: string | null) => void }) {
  const say = useSay();
  return (
    <>
      <ol className="match-list" aria-label={say('匹配的资产，最合适的在前', 'Assets that match, best first')}>
        {answer.assets.flatMap((match, at) => {
          const entry = byId.get(match.id);
          return !entry ? [] : [
            <li key={match.id}>
              <MatchCard
                rank={String(at + 1)} match={match} title={nameOf(entry, say)} under={underOf(entry, say)} badge={<CategoryBadge category={entry.category} size={22} />} isChosen={entry.id === selectedId}
                onOpen={() => onSelect(entry.id)} onPoint={(isPointed) => onHover(isPointed && entry.lng !== null ? entry.id : null)}
                tools={<Checkbox className="match-tick" isSelected={ticked.includes(entry.id)} isDisabled={!ticked.includes(entry.id) && ticked.length >= mostCompared} onChange={() => tick(entry.id)}><i className="tick-box" aria-hidden="true"><Icon name="check" size={15} /></i>{say('对比', 'Compare')}<span className="visually-hidden">{nameOf(entry, say)}</span></Checkbox>}
              />
            </li>,
          ];
        })}
      </ol>
      {answer.assets.length < answer.total && <Button onPress={showMore}>{say(`再往下看（共 ${answer.total} 宗）`, `Farther down (${answer.total} in all)`)}</Button>}
    </>
  );
}

/** Two or three assets near each other that meet the wish together. */
export function CombinationAnswers({ answer, byId, onSelect, onHover, onCompare }: { answer: Answer; byId: ReadonlyMap<string, IndexEntry>; onSelect: (id: string) => void; onHover: (id: string | null) => void; onCompare: (ids: readonly string[]) => void }) {
  const say = useSay();
  if (answer.combinations.length === 0) return <p className="tool-hint">{say('一宗不够大，或想要几类连在一起时，这里会把三公里以内的两三宗拼起来。现在的意向用不着拼，或附近没有拼得起来的。', 'Where one is too small, or several kinds are wanted together, two or three within three kilometres are put together here. This wish needs none, or none lie near enough.')}</p>;
  return (
    <ol className="match-list" aria-label={say('合起来符合的组合', 'What meets the wish together')}>
      {answer.combinations.map(({ ids, match, metres }, at) => {
        const members = ids.flatMap((id) => byId.get(id) ?? []);
        return (
          <li key={ids.join(' ')}>
            <MatchCard
              rank={String(at + 1)} match={match} brief title={say(`${members.length} 宗合在一起`, `${members.length} together`)} under={say(`最远相距 ${inWords(lengthWords(metres, 'zh'))}`, `no more than ${inWords(lengthWords(metres, 'en'))} apart`)}
              tools={(
                <>
                  <ul className="match-members">{members.map((entry) => <li key={entry.id}><button type="button" onClick={() => onSelect(entry.id)} onPointerEnter={() => onHover(entry.id)} onPointerLeave={() => onHover(null)}><CategoryBadge category={entry.category} size={20} /><span>{nameOf(entry, say)}</span><small className="soft figures">{underOf(entry, say)}</small></button></li>)}</ul>
                  <Button small icon="compare" onPress={() => onCompare(ids)}>{say('并排对比', 'Side by side')}</Button>
                </>
              )}
            />
          </li>
        );
      })}
    </ol>
  );
}

/** The projects, best first; a press opens the project's page. */
export function ProjectAnswers({ answer }: { answer: Answer }) {
  const say = useSay();
  const projects = useProgram((state) => state.publicProjects);
  const byId = new Map(projects.map(({ project }) => [project.id, project]));
  if (answer.projects.length === 0) return <p className="tool-hint">{say('还没有项目。到「一张表」里添一个，这里就会排进来。', 'There is no project yet; add one on the Projects page and it will be ranked here.')}</p>;
  return (
    <ol className="match-list" aria-label={say('匹配的项目，最合适的在前', 'Projects that match, best first')}>
      {answer.projects.flatMap((match, at) => {
        const project = byId.get(match.id);
        return !project ? [] : [
          <li key={match.id}>
            <MatchCard rank={String(at + 1)} match={match} title={say.language === 'en' ? project.nameEn ?? project.name : project.name} under={[say.word(stages, project.stage), project.location].filter(Boolean).join(' · ')} onOpen={() => { selectProject(project.id); openPage('projects'); }} />
          </li>,
        ];
      })}
    </ol>
  );
}
