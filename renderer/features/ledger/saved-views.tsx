import { useState } from 'react';
import { Button as AriaButton, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover, Separator } from 'react-aria-components';
import type { SavedView } from '../../../data/schema/view.js';
import { failureOf } from '../../client/call-failure.js';
import { useClient } from '../../client/current-client.js';
import { useSay } from '../../state/language.js';
import { tell, useProgram } from '../../state/program-store.js';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import { Modal } from '../../ui/modal.js';
import { lookOf, sameLook, useLook, usualLook, viewOf } from './view-state.js';

const mostViews = 40;

/** The saved ways of looking at the table: choose one, keep the present one under a name, rename, overwrite, remove. */
export function SavedViews() {
  const say = useSay();
  const client = useClient();
  const views = useProgram((state) => state.settings.views);
  const { look, viewName } = useLook();
  const [naming, setNaming] = useState<'new' | 'rename' | null>(null);
  const current = views.find((view) => view.name === viewName);
  const changed = !sameLook(look, current ? lookOf(current) : usualLook);

  const keep = (next: SavedView[], done: { zh: string; en: string }, name: string | null) => {
    client.call('settings.set', { views: next }).then((settings) => { useProgram.setState({ settings }); useLook.setState({ viewName: name }); tell(done); }, (error: unknown) => { const failure = failureOf(error); tell(failure.message, failure); });
  };
  const take = (name: string, next: SavedView[]) => keep(next, { zh: `视图「${name}」已存。`, en: `View “${name}” is kept.` }, name);
  const save = (name: string) => {
    const view = viewOf(name, look);
    if (naming === 'rename' && current) take(name, views.map((one) => (one === current ? { ...one, name } : one)));
    else take(name, [...views.filter((one) => one.name !== name), view]);
    setNaming(null);
  };
  const act = (key: string) => {
    if (key === 'usual') useLook.setState({ look: usualLook, viewName: null });
    else if (key === 'new' || key === 'rename') setNaming(key);
    else if (key === 'store' && current) take(current.name, views.map((one) => (one === current ? viewOf(current.name, look) : one)));
    else if (key === 'remove' && current) keep(views.filter((one) => one !== current), { zh: `视图「${current.name}」已删除；表还是现在的样子。`, en: `View “${current.name}” is removed; the table stays as it is.` }, null);
    else { const view = views.find((one) => `view ${one.name}` === key); if (view) useLook.setState({ look: lookOf(view), viewName: view.name }); }
  };
  const name = current?.name ?? say('默认', 'Usual');
  const item = (id: string, words: string, on = false, disabled = false) => <MenuItem id={id} textValue={words} className="list-item" isDisabled={disabled}><span className="tick">{on && <Icon name="check" size={16} />}</span><span className="ledger-view-name">{words}</span></MenuItem>;
  return (
    <>
      <MenuTrigger>
        <AriaButton className="chip" aria-label={say(`视图：${name}`, `View: ${name}`)}><Icon name="star" size={16} /><b>{name}</b>{changed && <small className="soft">{say('已改', 'changed')}</small>}<Icon name="down" size={15} /></AriaButton>
        <Popover className="popover" placement="bottom start">
          <Menu aria-label={say('视图', 'Views')} style={{ outline: 'none', minWidth: 220 }} onAction={(key) => act(String(key))}>
            <MenuSection aria-label={say('视图', 'Views')}>
              <Header className="menu-title">{say('视图', 'Views')}</Header>
              {item('usual', say('默认', 'Usual'), !current)}
              {views.map((view) => <MenuItem key={view.name} id={`view ${view.name}`} textValue={view.name} className="list-item"><span className="tick">{view === current && <Icon name="check" size={16} />}</span><span className="ledger-view-name">{view.name}</span></MenuItem>)}
            </MenuSection>
            <Separator className="menu-line" />
            {item('new', say('另存为新视图…', 'Keep as a new view…'), false, views.length >= mostViews)}
            {item('store', current ? say(`存进「${current.name}」`, `Store in “${current.name}”`) : say('存进这个视图', 'Store in this view'), false, !current || !changed)}
            {item('rename', say('改名…', 'Rename…'), false, !current)}
            {item('remove', say('删除这个视图', 'Remove this view'), false, !current)}
          </Menu>
        </Popover>
      </MenuTrigger>
      {naming && <ViewName title={naming === 'new' ? say('另存为新视图', 'Keep as a new view') : say('视图改名', 'Rename the view')} start={naming === 'rename' ? current?.name ?? '' : ''} taken={views.map((view) => view.name)} onSave={save} onClose={() => setNaming(null)} />}
    </>
  );
}

function ViewName({ title, start, taken, onSave, onClose }: { title: string; start: string; taken: readonly string[]; onSave: (name: string) => void; onClose: () => void }) {
  const say = useSay();
  const [name, setName] = useState(start);
  const wanted = name.trim();
  const repeated = wanted !== start && taken.includes(wanted);
  const ready = wanted !== '' && !repeated;
  return (
    <Modal title={title} width={460} onClose={onClose} foot={<><span className="spacer" /><Button onPress={onClose}>{say('取消', 'Cancel')}</Button><Button tone="primary" isDisabled={!ready} onPress={() => onSave(wanted)}>{say('存下', 'Keep')}</Button></>}>
      <form onSubmit={(event) => { event.preventDefault(); if (ready) onSave(wanted); }}>
        <label className="label" htmlFor="view-name">{say('视图的名字', 'Name of the view')}</label>
        <input id="view-name" className="input" autoFocus autoComplete="off" maxLength={40} value={name} onChange={(event) => setName(event.target.value)} />
        {repeated ? <p className="fault" role="alert">{say('已经有这个名字的视图。', 'There is a view of this name already.')}</p> : <p className="help">{say('记下现在的列、列宽、冻结、排序和筛选。', 'Keeps the columns, widths, frozen part, order and filters of now.')}</p>}
        <button type="submit" hidden />
      </form>
    </Modal>
  );
}
