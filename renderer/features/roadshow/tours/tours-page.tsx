import { useEffect, useState } from 'react';
import '../roadshow.css';
import './tours.css';
import { clockText } from '../../../../data/rules/stage/clock.js';
import { tourSeconds } from '../../../../data/rules/tour/draft-tour.js';
import type { Tour } from '../../../../data/schema/tour.js';
import { useClient } from '../../../client/current-client.js';
import { applyAndTell } from '../../../state/apply-edits.js';
import { useSay } from '../../../state/language.js';
import { useProgram } from '../../../state/program-store.js';
import { fetchStageAssets } from '../../../state/stage-store.js';
import { useStageContent } from '../../../stage/stage-content.js';
import { Button } from '../../../ui/button.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { PageHead } from '../../../ui/page-head.js';
import { UndoButtons } from '../../../ui/undo-buttons.js';
import { BoothDialog } from '../booth-dialog.js';
import { TourEditor } from '../editor/tour-editor.js';
import { useShowStarter } from '../use-show-starter.js';
import { DraftDialog } from './draft-dialog.js';
import { scenesOfStop } from './stop-words.js';
import { Thumb } from './thumb.js';
import { newStopId, openTour, saveTours, useTours } from './tour-store.js';

/** The tours of the ledger, or the editor of the one that is open. */
export function ToursPage() {
  const say = useSay();
  const client = useClient();
  const tours = useProgram((state) => state.deskTours);
  const readOnly = useProgram((state) => (state.status?.readOnly ?? true) || (state.status?.missing ?? false));
  const openId = useTours((state) => state.openId);
  const content = useStageContent();
  const [drafting, setDrafting] = useState(false);
  const [booth, setBooth] = useState<string | null>(null);
  const { start, dialog } = useShowStarter();
  const tour = tours?.find(({ id }) => id === openId);

  // Scenes show photos, and photos are the whole asset's: those of all tours are fetched at once.
  useEffect(() => {
    const ids = (tours ?? []).flatMap(({ stops }) => stops.flatMap((stop) => (stop.kind === 'asset' ? [stop.assetId] : stop.kind === 'comparison' ? stop.assetIds : stop.kind === 'video' && stop.assetId ? [stop.assetId] : [])));
    void fetchStageAssets(client, ids).catch(() => undefined);
  }, [client, tours]);
  // What was typed last is saved when the page is left, too.
  useEffect(() => {
    const leave = () => void saveTours(client);
    window.addEventListener('pagehide', leave);
    return () => { window.removeEventListener('pagehide', leave); leave(); };
  }, [client]);

  const isEditing = tour !== undefined && content !== null;
  useEffect(() => {
    if (isEditing) return;
    const press = (event: KeyboardEvent) => { const [first] = tours ?? []; if (event.key === 'F5' && !event.ctrlKey && first) { event.preventDefault(); start(first.id); } };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [isEditing, tours, start]);

  const add = async (name: string, stops: Tour['stops']) => {
    const ids = await applyAndTell(client, [{ kind: 'add', noun: 'tour', record: { name, stops } }], { zh: `已新增路线「${name}」。`, en: `The tour “${name}” was added.` });
    if (ids?.[0]) { useProgram.setState({ deskTours: await client.call('desk.tours', {}) }); openTour(ids[0], stops[0]?.id); }
  };
  const blank = () => void add(say('新的路线', 'New tour'), [{ id: newStopId(), kind: 'cover', hidden: false, seconds: 30 }, { id: newStopId(), kind: 'closing', hidden: false, seconds: 40 }]);
  const copy = (from: Tour) => void add(say(`${from.name}（副本）`, `${from.name} (copy)`).slice(0, 80), from.stops.map((stop) => ({ ...stop, id: newStopId() })));
  const remove = (gone: Tour) => { openTour(null); void applyAndTell(client, [{ kind: 'remove', noun: 'tour', id: gone.id }], { zh: `已删除路线「${gone.name}」，可以撤销。`, en: `The tour “${gone.name}” was removed; it can be undone.` }); };

  return (
    <div className="tours">
      {tour && content ? (
        <TourEditor key={tour.id} tour={tour} content={content} readOnly={readOnly} onStart={(stopId) => start(tour.id, stopId)} onBooth={() => setBooth(tour.id)} onCopy={() => copy(tour)} onRemove={() => remove(tour)} />
      ) : (
        <>
          <PageHead title={say('路演', 'Roadshow')} note={say('挑一条讲解路线开讲；没有的话，按条件起草一条再改。', 'Choose a tour and begin; where there is none, draft one from a filter.')}>
            <UndoButtons />
            <Button icon="add" isDisabled={readOnly} onPress={blank}>{say('新建', 'New')}</Button>
            <Button tone="primary" icon="edit" isDisabled={readOnly} onPress={() => setDrafting(true)}>{say('起草路线', 'Draft a tour')}</Button>
          </PageHead>
          <div className="tours-body">
            {tours?.length === 0 && (
              <EmptyState title={say('还没有讲解路线', 'There is no tour yet')} action={<Button tone="primary" icon="edit" isDisabled={readOnly} onPress={() => setDrafting(true)}>{say('起草一条路线', 'Draft a tour')}</Button>}>
                {say('选几个条件和时长，溪山会把合适的资产排成一条好走的路线：飞得近，类别轮着来。', 'Choose some conditions and a length; assets that fit are put in an order of short flights and changing categories.')}
              </EmptyState>
            )}
            <ul className="tours-list" aria-label={say('讲解路线', 'Tours')}>
              {content && tours?.map((one) => {
                const shown = one.stops.filter(({ hidden }) => !hidden);
                const faces = shown.filter((stop) => scenesOfStop(stop, content).length > 0).slice(0, 3);
                return (
                  <li key={one.id} className="tour-card panel">
                    <div className="tour-card-face">
                      <div className="tour-card-faces" aria-hidden="true">{faces.map((stop) => <Thumb key={stop.id} content={content} stop={stop} scene={scenesOfStop(stop, content)[0]} />)}</div>
                      <h2>{one.name}</h2>
                      <p className="figures">{say(`${shown.length} 站 · ${clockText(tourSeconds(one.stops))}`, `${shown.length} stops · ${clockText(tourSeconds(one.stops))}`)}{one.stops.length > shown.length && say(` · ${one.stops.length - shown.length} 站隐藏`, ` · ${one.stops.length - shown.length} hidden`)}</p>
                      {/* Over the pictures and the words, so that its name is its own. */}
                      <button type="button" className="tour-card-open" aria-label={say(`编辑「${one.name}」`, `Edit “${one.name}”`)} onClick={() => openTour(one.id, one.stops[0]?.id)} />
                    </div>
                    <div className="tour-card-actions">
                      <Button tone="primary" icon="roadshow" isDisabled={shown.length === 0} onPress={() => start(one.id)}>{say('开始路演', 'Start the show')}</Button>
                      <Button icon="turn" isDisabled={shown.length === 0} onPress={() => setBooth(one.id)}>{say('展台循环', 'Booth loop')}</Button>
                      <span className="spacer" />
                      <Button tone="quiet" icon="copy" label={say(`复制「${one.name}」`, `Duplicate “${one.name}”`)} isDisabled={readOnly} onPress={() => copy(one)} />
                      <Button tone="quiet" icon="remove" label={say(`删除「${one.name}」`, `Remove “${one.name}”`)} isDisabled={readOnly} onPress={() => remove(one)} />
                    </div>
                  </li>
                );
              })}
            </ul>
            <p className="tours-hint soft">{say('F5 开讲 · 观众屏会打开在第二块屏幕或新窗口里，按 F 铺满 · 只有一块屏幕时，讲解台就是观众屏上按 C 调出的工具。', 'F5 begins · The audience screen opens on the second display or in a window of its own; F fills the screen · With one display the console is what C brings up there.')}</p>
          </div>
        </>
      )}
      {drafting && <DraftDialog onClose={() => setDrafting(false)} onDraft={(name, stops) => { setDrafting(false); void add(name, stops); }} />}
      {booth && <BoothDialog onClose={() => setBooth(null)} onStart={() => { setBooth(null); start(booth, undefined, true); }} />}
      {dialog}
    </div>
  );
}
