import { useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { plainText, queryWords } from '../../../../data/rules/search-query.js';
import { horizons } from '../../../../data/schema/vocabularies.js';
import { useSay } from '../../../state/language.js';
import type { StageContent } from '../../../stage/stage-content.js';
import { Modal } from '../../../ui/modal.js';

/** Chooses one project of the table. */
export function ProjectPicker({ content, onClose, onChoose }: { content: StageContent; onClose: () => void; onChoose: (id: string) => void }) {
  const say = useSay();
  const [query, setQuery] = useState('');
  const words = queryWords(query);
  const found = content.projects.map(({ project }) => project).filter(({ name, code }) => words.every((word) => plainText(`${name}${code ?? ''}`).includes(word)));
  return (
    <Modal title={say('选一个项目', 'Choose a project')} width={560} onClose={onClose}>
      <input className="input" type="search" autoFocus aria-label={say('找项目', 'Find a project')} placeholder={say('名称或编号', 'Name or code')} value={query} onChange={(event) => setQuery(event.target.value)} />
      <ListBox aria-label={say('项目', 'Projects')} className="picker-list" items={found} onAction={(key) => onChoose(String(key))} renderEmptyState={() => <p className="console-none">{say('没有符合的项目。先在一张表里添加。', 'No project fits. Add one in the table first.')}</p>}>
        {(project) => <ListBoxItem id={project.id} textValue={project.name} className="list-item"><span className="picker-name">{project.name}</span><span className="soft">{say.word(horizons, project.horizon)}</span></ListBoxItem>}
      </ListBox>
    </Modal>
  );
}
