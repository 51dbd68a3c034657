import { useId, type KeyboardEvent } from 'react';
import { sexagesimal, strayDistance } from '../../../../data/rules/geometry/place.js';
import { meridians, pastedLine, type PlaceReading } from '../../../../data/rules/geometry/read-place.js';
import { metresBetween } from '../../../../data/rules/import/outliers.js';
import type { Asset } from '../../../../data/schema/asset.js';
import type { Location } from '../../../../data/schema/common.js';
import { datums, type Datum } from '../../../../data/schema/vocabularies.js';
import { useSay } from '../../../state/language.js';
import { Button } from '../../../ui/button.js';
import { Icon } from '../../../ui/icon.js';
import { Segmented } from '../../../ui/segmented.js';
import { Select } from '../../../ui/select.js';
import { degreesWords, distanceWords } from './distance-words.js';

/** What stands in the coordinates' box; not stored yet. */
export interface PlaceDraft { readonly words: string; readonly datum: Datum; readonly meridian?: number }

interface Props {
  readonly record: Asset;
  readonly readOnly: boolean;
  /** The place as it is shown now: stored, or being moved. */
  readonly place: Location | null;
  /** How far the pin is from where it is stored, while it is being moved. */
  readonly moved: number | null;
  readonly draft: PlaceDraft;
  readonly reading: PlaceReading;
  readonly kin: readonly Location[];
  readonly picking: boolean;
  readonly outside: boolean;
  readonly onDraft: (draft: PlaceDraft) => void;
  readonly onStore: () => void;
  readonly onPicking: (on: boolean) => void;
  readonly onClear: () => void;
  readonly onCentre: () => void;
}

/** The asset's place in figures: as stored, as it once came, and a box for any other way of writing it. */
export function PlaceSection({ record, readOnly, place, moved, draft, reading, kin, picking, outside, onDraft, onStore, onPicking, onClear, onCentre }: Props) {
  const say = useSay();
  const id = useId();
  const stray = place ? strayDistance(place, kin) : undefined;
  const source = record.locationSource;
  const keys = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && reading.at === 'place') { event.preventDefault(); onStore(); }
    if (event.key === 'Escape' && draft.words !== '') { event.stopPropagation(); onDraft({ ...draft, words: '' }); }
  };
  return (
    <section className="fields-section site-section" data-field="location">
      <h3>{say('位置', 'Place')}</h3>
      <div className="site-now">
        {place ? (
          <div>
            <p className="site-figures figures" data-testid="site-place">{degreesWords(place)}{moved !== null && <em>{say(`移动 ${distanceWords(moved, say)}`, `moved ${distanceWords(moved, say)}`)}</em>}</p>
            <p className="help figures">{sexagesimal(place)} · WGS-84</p>
          </div>
        ) : <p className="soft">{say('还没有位置。在图上点选，或把坐标粘贴到下面。', 'There is no place yet. Pick it on the map, or paste its coordinates below.')}</p>}
        {!readOnly && (
          <div className="site-actions">
            <Button small icon="locate" className={picking ? 'site-on' : ''} aria-pressed={picking} onPress={() => onPicking(!picking)}>{picking ? say('取消点选', 'Stop picking') : say('在图上点选', 'Pick on the map')}</Button>
            {place && <Button small icon="copy" label={say('拷贝坐标', 'Copy the coordinates')} onPress={() => void navigator.clipboard.writeText(degreesWords(place))} />}
            {place && <Button small tone="danger" icon="remove" label={say('清除位置', 'Clear the place')} onPress={onClear} />}
          </div>
        )}
      </div>
      {stray !== undefined && <p className="site-warning"><Icon name="warning" size={17} />{say(`离同村其他资产约 ${distanceWords(stray, say)}，请核对坐标和坐标系。`, `About ${distanceWords(stray, say)} from the village’s other assets; check the figures and the datum.`)}</p>}
      {outside && <p className="site-warning"><Icon name="warning" size={17} /><span>{say('图钉不在它自己的范围之内。', 'The pin lies outside the asset’s own boundary.')}</span>{!readOnly && <Button small onPress={onCentre}>{say('移到范围中间', 'Move it to the middle')}</Button>}</p>}
      {!readOnly && (
        <div className="field site-typed">
          <div className="field-head"><label className="label" htmlFor={id}>{say('输入或粘贴坐标', 'Type or paste coordinates')}</label></div>
          <input id={id} className="input figures" value={draft.words} autoComplete="off" spellCheck={false} placeholder="119.9353, 29.8252" aria-describedby={`${id}-below`} aria-invalid={reading.at === 'fault' || undefined} {...(reading.at === 'fault' ? { 'data-invalid': true } : {})}
            onChange={(event) => onDraft({ ...draft, words: event.target.value })} onKeyDown={keys}
            onPaste={(event) => {
              const words = event.clipboardData.getData('text/plain');
              // An input would close up the lines of two cells, and with them two numbers.
              if (/[\t\r\n]/.test(words)) { event.preventDefault(); onDraft({ ...draft, words: pastedLine(words) }); }
            }} />
          <div className="site-datum">
            <span className="label">{say('坐标系', 'Datum')}</span>
            <Segmented label={say('坐标系', 'Datum')} value={draft.datum} options={datums.words.map((word) => ({ value: word.value as Datum, label: word.value }))} onChange={(datum) => onDraft({ ...draft, datum })} />
          </div>
          {(reading.at === 'plane' || draft.meridian !== undefined) && draft.words !== '' && (
            <div className="site-datum">
              <span className="label">{say('中央子午线', 'Central meridian')}</span>
              <Select label={say('中央子午线', 'Central meridian')} value={draft.meridian === undefined ? null : String(draft.meridian)} placeholder={say('请选择', 'Choose')} options={meridians.map((degrees) => ({ value: String(degrees), label: `${degrees}°E` }))} onChange={(value) => onDraft({ ...draft, meridian: Number(value) })} />
            </div>
          )}
          <div id={`${id}-below`} aria-live="polite"><Preview {...{ reading, place, kin, onStore, onDraft, draft }} /></div>
        </div>
      )}
      {source && (
        <div className="site-source">
          <p className="help field-written">{say('原文', 'As written')} <q>{source.text}</q> · {source.datum}</p>
          {!readOnly && <Button small tone="quiet" icon="turn" onPress={() => onDraft({ words: source.text, datum: source.datum })}>{say('换一个坐标系重算', 'Read it in another datum')}</Button>}
        </div>
      )}
    </section>
  );
}

const intoSight = (part: HTMLElement | null) => part?.scrollIntoView({ block: 'nearest' });

/** What the box says, before it is stored. */
function Preview({ reading, place, kin, draft, onStore, onDraft }: Pick<Props, 'reading' | 'place' | 'kin' | 'draft' | 'onStore' | 'onDraft'>) {
  const say = useSay();
  if (reading.at === 'empty') return <p className="help">{say('十进制度、度分秒、平面坐标都行，经纬度写反也能认。', 'Decimal degrees, degrees-minutes-seconds or plane metres, in either order.')}</p>;
  if (reading.at === 'fault') return <p className="fault" role="alert">{say(reading.fault)}</p>;
  if (reading.at === 'plane') return (
    <p className="site-warning"><Icon name="warning" size={17} /><span>{say('平面坐标没有写带号，要选中央子午线。', 'These plane coordinates name no zone; choose the central meridian.')}</span>
      <Button small onPress={() => onDraft({ ...draft, meridian: reading.proposed })}>{say(`用 ${reading.proposed}°E`, `Use ${reading.proposed}°E`)}</Button></p>
  );
  const distance = place ? metresBetween(place, reading.location) : null;
  const stray = strayDistance(reading.location, kin);
  return (
    <div className="site-preview" ref={intoSight} data-testid="site-preview">
      <p className="figures"><b>{degreesWords(reading.location)}</b>{distance !== null && <span>{distance < 0.05 ? say('就是现在的位置', 'where it is now') : say(`距现在 ${distanceWords(distance, say)}`, `${distanceWords(distance, say)} from now`)}</span>}</p>
      {reading.notes.map((note) => <p key={note.zh} className="help">{say(note)}</p>)}
      {stray !== undefined && <p className="site-warning"><Icon name="warning" size={17} />{say(`离同村其他资产约 ${distanceWords(stray, say)}，像是坐标系或数字有误。`, `About ${distanceWords(stray, say)} from the village’s other assets: the datum or a figure may be wrong.`)}</p>}
      <div className="site-actions">
        <Button small tone="primary" icon="check" onPress={onStore}>{say('存为位置', 'Store this place')}</Button>
        <Button small onPress={() => onDraft({ ...draft, words: '' })}>{say('不用', 'Discard')}</Button>
      </div>
    </div>
  );
}
