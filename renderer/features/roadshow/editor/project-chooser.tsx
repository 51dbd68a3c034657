import { useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { horizons } from '../../../../data/schema/vocabularies.js';
import { useSay } from '../../../state/language.js';
import type { StageContent } from '../../../stage/stage-content.js';
import { Button } from '../../../ui/button.js';
import { Icon } from '../../../ui/icon.js';
import { Modal } from '../../../ui/modal.js';

/** Chooses projects out of the table, in the order in which they are pressed. */
export function ProjectChooser({ content, onChoose, onClose }: { content: StageContent; onChoose: (ids: string[]) => void; onClose: () => void }) {
  const say = useSay();
  const [keys, setKeys] = useState<readonly string[]>([]);
  return (
    <Modal title={say('添加项目站点', 'Add projects')} width={620} onClose={onClose}
      foot={<><span className="soft" role="status">{say(`已选 ${keys.length} 个`, `${keys.length} chosen`)}</span><span className="spacer" /><Button onPress={onClose}>{say('取消', 'Cancel')}</Button><Button tone="primary" isDisabled={keys.length === 0} onPress={() => onChoose([...keys])}>{say('添加', 'Add')}</Button></>}>
      <ListBox className="asset-chooser" aria-label={say('项目', 'Projects')} selectionMode="multiple" selectedKeys={keys} items={content.projects.map(({ project }) => project)} dependencies={[keys, say]}
        onSelectionChange={(chosen) => { const now = chosen === 'all' ? content.projects.map(({ project }) => project.id) : [...chosen].map(String); setKeys([...keys.filter((id) => now.includes(id)), ...now.filter((id) => !keys.includes(id))]); }}
        renderEmptyState={() => <p className="soft">{say('项目一张表里还没有项目。', 'The project table is empty.')}</p>}>
        {(project) => <ListBoxItem id={project.id} textValue={project.name} className="list-item"><span className="tick">{keys.includes(project.id) && <Icon name="check" size={16} />}</span><b>{say.language === 'en' && project.nameEn ? project.nameEn : project.name}</b><span className="spacer" /><span className="soft">{say.word(horizons, project.horizon)}</span></ListBoxItem>}
      </ListBox>
    </Modal>
  );
}
