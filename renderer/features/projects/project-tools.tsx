import { useMemo } from 'react';
import { fieldAt, projectFields } from '../../../data/schema/fields.js';
import { useSay } from '../../state/language.js';
import type { DeskProjectRow } from '../../state/program-store.js';
import { Button } from '../../ui/button.js';
import { ChipFilter } from '../../ui/chip-filter.js';
import { SearchBox } from '../../ui/search-box.js';
import { Segmented } from '../../ui/segmented.js';
import { groupProjects, isFiltered, noFilter, sortings, type ProjectFilter, type Sorting } from './project-view.js';

/** Search, filters by the four sortings, and by which of them the table is grouped. */
export function ProjectTools({ rows, filter, onFilter, group, onGroup }: {
  rows: readonly DeskProjectRow[]; filter: ProjectFilter; onFilter: (filter: ProjectFilter) => void; group: Sorting | 'none'; onGroup: (group: Sorting | 'none') => void;
}) {
  const say = useSay();
  const options = useMemo(() => sortings.map((key) => {
    const field = fieldAt(projectFields, key);
    return { key, label: say(field.label), options: groupProjects(rows, key).map(({ value, rows: own }) => ({ value, count: own.length, label: value === '' ? say('未填', 'Not given') : field.vocabulary ? say.word(field.vocabulary, value) : value })) };
  }), [rows, say]);
  return (
    <div className="page-tools">
      <SearchBox value={filter.query} onChange={(query) => onFilter({ ...filter, query })} placeholder={say('找项目、地点、内容，或拼音首字母', 'Find a project, site or pinyin')} />
      {options.map((chip) => <ChipFilter key={chip.key} label={chip.label} options={chip.options} chosen={filter[chip.key]} onChange={(chosen) => onFilter({ ...filter, [chip.key]: chosen })} />)}
      {isFiltered(filter) && <Button tone="quiet" small icon="close" onPress={() => onFilter(noFilter)}>{say('清除筛选', 'Clear filters')}</Button>}
      <span className="spacer" />
      <span className="projects-group-label">{say('分组', 'Group by')}</span>
      <Segmented label={say('分组', 'Group by')} value={group} onChange={onGroup} options={[{ value: 'none', label: say('不分', 'None') }, ...options.map(({ key, label }) => ({ value: key, label }))]} />
    </div>
  );
}
