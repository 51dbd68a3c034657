import { useEffect, useState } from 'react';
import './editor.css';
import { clockText } from '../../../../data/rules/stage/clock.js';
import { addStops, changeStop, duplicateStops, hideStops, moveStops, removeStops } from '../../../../data/rules/tour/edit-stops.js';
import { tourSeconds } from '../../../../data/rules/tour/draft-tour.js';
import type { Stop, Tour } from '../../../../data/schema/tour.js';
import { useClient } from '../../../client/current-client.js';
import { applyAndTell } from '../../../state/apply-edits.js';
import { useSay } from '../../../state/language.js';
import type { StageContent } from '../../../stage/stage-content.js';
import { Button } from '../../../ui/button.js';
import { UndoButtons } from '../../../ui/undo-buttons.js';
import { chooseStops, editStops, newStopId, openTour, saveTours, stopsShown, useTours } from '../tours/tour-store.js';
import { AddStop } from './add-stop.js';
import { StopForm } from './stop-form.js';
import { StopPreview } from './stop-preview.js';
import { StopStrip } from './stop-strip.js';

/** One tour: its stops at the left, the chosen one large in the middle, what it says at the right. */
export function TourEditor({ tour, content, readOnly, onStart, onBooth, onCopy, onRemove }: {
  tour: Tour; content: StageContent; readOnly: boolean; onStart: (stopId?: string) => void; onBooth: () => void; onCopy: () => void; onRemove: () => void;
}) {
  const say = useSay();
  const client = useClient();
  const { waiting, leaving, chosen } = useTours();
  const [name, setName] = useState<string | null>(null);
  const stops = stopsShown(tour, { waiting, leaving });
  const selected = stops.filter(({ id }) => chosen.has(id));
  const current = selected.length === 1 ? selected[0] : undefined;
  const label = (zh: string, en: string) => ({ zh: `路线「${tour.name}」：${zh}`, en: `Tour “${tour.name}”: ${en}` });
  const ids = new Set(selected.map(({ id }) => id));

  const rename = () => {
    const next = name?.trim();
    setName(null);
    if (!next || next === tour.name) return;
    void saveTours(client).then(() => applyAndTell(client, [{ kind: 'set', noun: 'tour', id: tour.id, path: 'name', value: next }], { zh: `已改名为「${next}」。`, en: `Renamed “${next}”.` }));
  };
  const add = (added: Stop[]) => { editStops(client, tour.id, addStops(added, selected.at(-1)?.id ?? null), label('添加站点', 'add a stop')); chooseStops(added.map(({ id }) => id)); };
  const duplicate = () => {
    const copies = new Map(selected.map(({ id }) => [id, newStopId()]));
    editStops(client, tour.id, duplicateStops(copies), label('复制站点', 'duplicate stops'));
    chooseStops(copies.values());
  };
  const remove = () => {
    const at = stops.findIndex(({ id }) => ids.has(id));
    const left = stops.filter(({ id }) => !ids.has(id));
    editStops(client, tour.id, removeStops(ids), label(`删除 ${ids.size} 站`, `remove ${ids.size} stops`));
    const next = left[Math.min(at, left.length - 1)];
    chooseStops(next ? [next.id] : []);
  };
  const allHidden = selected.length > 0 && selected.every(({ hidden }) => hidden);

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'F5' || event.ctrlKey || document.querySelector('[role="dialog"]')) return;
      event.preventDefault();
      onStart(event.shiftKey ? current?.id : undefined);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  });

  return (
    <div className="tour-editor" data-testid="tour-editor">
      <header className="tour-editor-head">
        <Button tone="quiet" icon="left" onPress={() => { void saveTours(client); openTour(null); }}>{say('路线', 'Tours')}</Button>
        <input className="tour-name" aria-label={say('路线名称', 'Tour')} maxLength={80} readOnly={readOnly} value={name ?? tour.name} onChange={(event) => setName(event.target.value)} onBlur={rename} onKeyDown={(event) => { if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.currentTarget.blur(); if (event.key === 'Escape') setName(null); }} />
        <p className="tour-total figures"><b>{clockText(tourSeconds(stops))}</b><span>{say(`${stops.filter(({ hidden }) => !hidden).length} 站`, `${stops.filter(({ hidden }) => !hidden).length} stops`)}</span></p>
        <UndoButtons />
        <Button icon="copy" label={say('复制这条路线', 'Duplicate this tour')} isDisabled={readOnly} onPress={onCopy} />
        <Button icon="remove" label={say('删除这条路线', 'Remove this tour')} isDisabled={readOnly} onPress={onRemove} />
        <Button icon="turn" onPress={onBooth}>{say('展台循环', 'Booth loop')}</Button>
        <Button tone="primary" icon="roadshow" onPress={() => onStart()}>{say('开始路演', 'Start the show')}</Button>
      </header>
      <div className="tour-editor-body">
        <section className="tour-left">
          <div className="tour-left-tools">
            {!readOnly && <AddStop content={content} onAdd={add} />}
            <span className="spacer" />
            <Button small icon="copy" label={say('复制所选站点', 'Duplicate the chosen stops')} isDisabled={readOnly || selected.length === 0} onPress={duplicate} />
            <Button small icon={allHidden ? 'shown' : 'hidden'} label={allHidden ? say('恢复所选站点', 'Show the chosen stops') : say('隐藏所选站点', 'Hide the chosen stops')} isDisabled={readOnly || selected.length === 0} onPress={() => editStops(client, tour.id, hideStops(ids, !allHidden), allHidden ? label('恢复站点', 'show stops') : label('隐藏站点', 'hide stops'))} />
            <Button small icon="remove" label={say('删除所选站点', 'Remove the chosen stops')} isDisabled={readOnly || selected.length === 0} onPress={remove} />
          </div>
          <StopStrip stops={stops} content={content} chosen={chosen} readOnly={readOnly} onChoose={chooseStops} onRemove={remove}
            onMove={(moved, beside, side) => editStops(client, tour.id, moveStops(moved, beside, side), label('调整次序', 'change the order'))} />
        </section>
        {current ? (
          <>
            <StopPreview key={current.id} stop={current} content={content} onStart={() => onStart(current.id)} />
            <StopForm key={`form-${current.id}`} stop={current} content={content} readOnly={readOnly} onDone={() => void saveTours(client)}
              onChange={(fields, soon) => editStops(client, tour.id, changeStop(current.id, fields), label('修改站点', 'change a stop'), soon)} />
          </>
        ) : (
          <div className="tour-none"><p className="soft">{selected.length > 1 ? say(`选了 ${selected.length} 站，可以一起拖动、复制、隐藏或删除。`, `${selected.length} stops are chosen: drag, duplicate, hide or remove them together.`) : say('在左边选一站，在这里看它上台的样子。', 'Choose a stop at the left to see it as on stage.')}</p></div>
        )}
      </div>
    </div>
  );
}
