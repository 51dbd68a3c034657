import { useCallback, useEffect, useRef, type CSSProperties, type KeyboardEvent } from 'react';
import { Slider, SliderThumb, SliderTrack, ToggleButton } from 'react-aria-components';
import type { MapSheet, StoredPack } from '../../../data/contract.js';
import { creditOf } from '../../../data/rules/map/credits.js';
import { useSay } from '../../state/language.js';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import type { RowDrag } from './map-section-drag.js';
import { SheetThumb } from './map-section-preview.js';
import { containerNames, fileNameOf, formatWords, sizeWords, zoomWords } from './pack-words.js';

/** The levels that the shipped schematic is drawn in. */
const schematicZooms = { minZoom: 10, maxZoom: 18 };

/** One sheet: what it is, what has to be said of it, whether it is seen and how strongly, and its place among the others. */
export function MapSheetRow({ sheet, stored, place, places, readOnly, drag, onMove, onShow, onTryOpacity, onOpacity, onDetails, onRelink, onRemove }: {
  sheet: MapSheet; stored: StoredPack | undefined; place: number; places: number; readOnly: boolean; drag: RowDrag;
  onMove: (place: number) => void; onShow: (shown: boolean) => void; onTryOpacity: (opacity: number) => void; onOpacity: (opacity: number) => void;
  onDetails: () => void; onRelink: () => void; onRemove: () => void;
}) {
  const say = useSay();
  const credit = creditOf(sheet);
  const name = say(credit.name);
  const { pack } = sheet;
  const fault = sheet.fault ?? stored?.fault;
  const { moving } = drag;
  const isMoving = moving?.id === sheet.id;
  // The others make room where it would be laid down.
  const shift = !moving || isMoving ? 0 : place > moving.from && place <= moving.to ? -1 : place < moving.from && place >= moving.to ? 1 : 0;
  const style = { ...(isMoving ? { transform: `translateY(${moving.by}px)` } : shift !== 0 ? { transform: `translateY(${shift * 100}%)` } : {}) } satisfies CSSProperties;
  const keys = (event: KeyboardEvent) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    onMove(Math.min(Math.max(place + step, 0), places - 1));
  };
  return (
    <li className="map-layer" style={style} data-moving={isMoving || undefined} data-hidden={!sheet.shown || undefined} data-fault={fault ? '' : undefined}>
      {!readOnly && (
        <div className="map-layer-order">
          <button type="button" aria-label={say(`「${name}」移上一层`, `Move “${name}” up`)} disabled={place === 0} onClick={() => onMove(place - 1)}><Icon name="up" size={16} /></button>
          <button type="button" className="map-layer-grip" aria-label={say(`拖动「${name}」调整次序；按上下键也行。第 ${place + 1} 层，共 ${places} 层`, `Drag “${name}” to reorder, or press the up and down keys. Sheet ${place + 1} of ${places}`)} onKeyDown={keys} onPointerDown={(event) => drag.begin(sheet.id, place, event)}><Icon name="grip" size={20} /></button>
          <button type="button" aria-label={say(`「${name}」移下一层`, `Move “${name}” down`)} disabled={place === places - 1} onClick={() => onMove(place + 1)}><Icon name="down" size={16} /></button>
        </div>
      )}
      <SheetThumb sheet={sheet} label={name} isAway={fault !== undefined} />
      <div className="map-layer-words">
        <h3>{name}</h3>
        <p className="map-layer-facts">
          {pack ? [say(containerNames[pack.container]), formatWords(pack, say), ...(stored && stored.bytes > 0 ? [sizeWords(stored.bytes)] : [])].join(' · ') : say('程序自带的示意图', 'Schematic that ships with the program')}
        </p>
        <p className="map-layer-facts">{[zoomWords(pack ?? schematicZooms, say), credit.datum, ...(stored ? [stored.how === 'copied' ? say('存在账本里', 'Kept in the ledger') : say(`链接：${fileNameOf(stored.path)}`, `Linked: ${fileNameOf(stored.path)}`)] : [])].join(' · ')}</p>
        <p className="map-layer-tags">
          {credit.schematic && <span className="tag">{say('示意图', 'Schematic')}</span>}
          {credit.approvalNumber ? <span className="tag tag-good">{credit.approvalNumber}</span> : <span className={`tag ${credit.schematic ? '' : 'tag-warn'}`}>{say('无审图号', 'No approval number')}</span>}
          {say(credit.attribution) && <span className="soft">{say(credit.attribution)}</span>}
        </p>
        {fault && <p className="map-layer-fault"><Icon name="warning" size={17} /><span role="alert">{say(fault)}</span>{!readOnly && stored?.how !== 'copied' && pack && <Button small onPress={onRelink}>{say('重新指定位置', 'Find it again')}</Button>}</p>}
      </div>
      {!readOnly && (
        <div className="map-layer-tools">
          <Opacity value={sheet.opacity} name={name} isDisabled={!sheet.shown} onTry={onTryOpacity} onEnd={onOpacity} />
          <div>
            <ToggleButton className="button button-quiet button-icon" aria-label={say(`显示「${name}」`, `Show “${name}”`)} isSelected={sheet.shown} onChange={onShow}><Icon name={sheet.shown ? 'shown' : 'hidden'} /></ToggleButton>
            <Button tone="quiet" icon="edit" label={say(`「${name}」的说明`, `What is said of “${name}”`)} isDisabled={!pack} onPress={onDetails} />
            <Button tone="quiet" icon="remove" label={say(`从地图上取下「${name}」`, `Take “${name}” off the map`)} onPress={onRemove} />
          </div>
        </div>
      )}
    </li>
  );
}

const percent = (opacity: number) => Math.round(opacity * 100);

/** A handle moved by keys is stored when the keys rest, so that one wish is one change. */
const restMs = 450;

/** How strongly the sheet is drawn. Seen at once, stored when the handle is let go. */
function Opacity({ value, name, isDisabled, onTry, onEnd }: { value: number; name: string; isDisabled: boolean; onTry: (opacity: number) => void; onEnd: (opacity: number) => void }) {
  const say = useSay();
  const waiting = useRef<{ readonly opacity: number; readonly timer: ReturnType<typeof setTimeout> } | null>(null);
  const told = useRef(onEnd);
  useEffect(() => { told.current = onEnd; });
  const store = useCallback(() => {
    const last = waiting.current;
    waiting.current = null;
    if (last) { clearTimeout(last.timer); told.current(last.opacity); }
  }, []);
  useEffect(() => store, [store]);
  const rest = (next: number) => {
    if (waiting.current) clearTimeout(waiting.current.timer);
    waiting.current = { opacity: next / 100, timer: setTimeout(store, restMs) };
  };
  const now = percent(value);
  return (
    <Slider className="map-layer-opacity" aria-label={say(`「${name}」的浓淡`, `Opacity of “${name}”`)} minValue={10} maxValue={100} step={5} value={now} isDisabled={isDisabled} onChange={(next) => onTry(next / 100)} onChangeEnd={rest}>
      <span className="soft" aria-hidden="true">{say('浓淡', 'Opacity')}</span><b className="figures" aria-hidden="true">{now}%</b>
      <SliderTrack className="map-layer-track"><i style={{ width: `${((now - 10) / 90) * 100}%` }} /><SliderThumb className="map-layer-thumb" /></SliderTrack>
    </Slider>
  );
}
