import { useEffect, useMemo, useState } from 'react';
import { clockText } from '../../../../data/rules/stage/clock.js';
import { tourSeconds } from '../../../../data/rules/tour/draft-tour.js';
import { moved, withCopies } from '../../../../data/rules/tour/stop-order.js';
import { text } from '../../../../data/schema/text.js';
import type { Stop, Tour } from '../../../../data/schema/tour.js';
import { useClient } from '../../../client/current-client.js';
import { applyEdits } from '../../../state/apply-edits.js';
import { failureOf } from '../../../client/call-failure.js';
import { useSay } from '../../../state/language.js';
import { tell, useProgram } from '../../../state/program-store.js';
import { fetchStageAssets } from '../../../state/stage-store.js';
import type { StageContent } from '../../../stage/stage-content.js';
import { Button } from '../../../ui/button.js';
import { PageHead } from '../../../ui/page-head.js';
import { UndoButtons } from '../../../ui/undo-buttons.js';
import { AddStop } from './add-stop.js';
import { KeptWords } from './kept-words.js';
import { StopForm } from './stop-form.js';
import { StopPreview } from './stop-preview.js';
import { StopStrip } from './stop-strip.js';
import { newStopId } from './stop-words.js';
import { useTourEdits } from './use-tour-edits.js';

const assetsOf = (stops: readonly Stop[]) => stops.flatMap((stop) => (stop.kind === 'asset' ? [stop.assetId] : stop.kind === 'comparison' ? stop.assetIds : stop.kind === 'video' && stop.assetId ? [stop.assetId] : []));

/** 讲解路线: the stops at the left, what the audience will see in the middle, what is said of it at the right. */
export function TourEditor({ tour, content, onClose, onStart, starting }: { tour: Tour; content: StageContent; onClose: () => void; onStart: (stopId?: string) => void; starting: React.ReactNode }) {
  const say = useSay();
  const client = useClient();
  const edits = useTourEdits(tour);
  const { stops, readOnly } = edits;
  const theme = useProgram((state) => state.settings.stageTheme);
  const language = useProgram((state) => state.settings.stageLanguage);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(stops.slice(0, 1).map(({ id }) => id)));
  const selected = useMemo(() => { const there = stops.filter(({ id }) => chosen.has(id)); return new Set((there.length > 0 ? there : stops.slice(0, 1)).map(({ id }) => id)); }, [stops, chosen]);
  const current = stops.find(({ id }) => selected.has(id));
  const names = assetsOf(stops).join(' ');
  // The facts and photos of what the tour shows are at hand before they are looked at.
  useEffect(() => { if (names) fetchStageAssets(client, names.split(' ')).catch((error: unknown) => { const failure = failureOf(error); tell(failure.message, failure); }); }, [client, names]);

  const rename = (name: string) => { if (name !== '') applyEdits(client, [{ kind: 'set', noun: 'tour', id: tour.id, path: 'name', value: name }], text(`讲解路线改名为「${name}」`, `Rename the tour “${name}”`)).catch((error: unknown) => { const failure = failureOf(error); tell(failure.message, failure); }); };
  const add = (added: Stop[]) => {
    const last = stops.findLastIndex(({ id }) => selected.has(id));
    edits.change((list) => list.toSpliced(last + 1, 0, ...added), text(`添加 ${added.length} 站`, `Add ${added.length} stops`));
    setChosen(new Set(added.slice(0, 1).map(({ id }) => id)));
  };
  const remove = () => {
    const at = stops.findIndex(({ id }) => selected.has(id));
    const left = stops.filter(({ id }) => !selected.has(id));
    edits.change((list) => list.filter(({ id }) => !selected.has(id)), text(`删除 ${selected.size} 站`, `Delete ${selected.size} stops`));
    setChosen(new Set(left.slice(Math.min(at, left.length - 1)).slice(0, 1).map(({ id }) => id)));
  };
  const copy = () => {
    const made = new Map([...selected].map((id) => [id, newStopId()]));
    edits.change((list) => withCopies(list, made), text(`复制 ${selected.size} 站`, `Duplicate ${selected.size} stops`));
    setChosen(new Set(made.values()));
  };
  const allHidden = [...selected].every((id) => stops.find((stop) => stop.id === id)?.hidden);
  const hide = () => edits.change((list) => list.map((stop) => (selected.has(stop.id) ? { ...stop, hidden: !allHidden } : stop)), allHidden ? text('重新显示站点', 'Show stops again') : text('隐藏站点', 'Hide stops'));
  const hidden = stops.filter((stop) => stop.hidden).length;
  return (
    <div className="sheet roadshow">
      <PageHead title={tour.name} note={say(`${stops.length} 站${hidden ? `，隐藏 ${hidden} 站` : ''}，共 ${clockText(tourSeconds(stops))}`, `${stops.length} stops${hidden ? `, ${hidden} hidden` : ''}, ${clockText(tourSeconds(stops))} in all`)}>
        <Button icon="left" onPress={onClose}>{say('全部路线', 'All tours')}</Button>
        {!readOnly && <UndoButtons />}
        <Button icon="roadshow" tone="primary" isDisabled={stops.every((stop) => stop.hidden)} onPress={() => onStart()}>{say('开始路演 F5', 'Start the show (F5)')}</Button>
        {starting}
      </PageHead>
      <div className="tour-editor">
        <div className="tour-stops">
          <div className="tour-name"><KeptWords key={tour.id} label={say('路线名称', 'Tour')} value={tour.name} limit={80} readOnly={readOnly} onKeep={rename} /></div>
          <StopStrip stops={stops} content={content} theme={theme} language={language} selected={selected} readOnly={readOnly} onSelect={setChosen} onRemove={remove} onOpen={() => current && onStart(current.id)}
            onMove={(ids, target, where) => edits.change((list) => moved(list, ids, target, where), text('调整站点次序', 'Reorder stops'))} />
          {!readOnly && (
            <div className="tour-stops-foot">
              <AddStop content={content} onAdd={add} />
              <span className="spacer" />
              <Button small icon="copy" label={say('复制', 'Duplicate')} isDisabled={selected.size === 0} onPress={copy} />
              <Button small icon={allHidden ? 'shown' : 'hidden'} label={allHidden ? say('显示', 'Show') : say('隐藏', 'Hide')} isDisabled={selected.size === 0} onPress={hide} />
              <Button small icon="remove" label={say('删除', 'Delete')} isDisabled={selected.size === 0} onPress={remove} />
            </div>
          )}
        </div>
        <div className="tour-middle">
          {current ? <StopPreview stop={current} content={content} theme={theme} language={language} /> : <p className="soft">{say('还没有站点。从左下角添加第一站。', 'No stop yet. Add the first at the lower left.')}</p>}
        </div>
        <div className="tour-right">{current && (selected.size > 1 ? <p className="soft tour-many">{say(`选中了 ${selected.size} 站：可一起拖动、复制、隐藏或删除。`, `${selected.size} stops chosen: move, duplicate, hide or delete them together.`)}</p> : <StopForm key={current.id} stop={current} content={content} edits={edits} theme={theme} language={language} />)}</div>
      </div>
    </div>
  );
}
