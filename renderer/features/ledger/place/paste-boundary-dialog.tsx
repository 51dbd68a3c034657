import { useId, useState } from 'react';
import { areaOf } from '../../../../data/rules/geometry/area.js';
import { readBoundary } from '../../../../data/rules/geometry/read-boundary.js';
import { partsOf, type Parts } from '../../../../data/rules/geometry/rings.js';
import type { Location } from '../../../../data/schema/common.js';
import { datums, type Datum } from '../../../../data/schema/vocabularies.js';
import { useSay } from '../../../state/language.js';
import { Button } from '../../../ui/button.js';
import { Modal } from '../../../ui/modal.js';
import { Segmented } from '../../../ui/segmented.js';
import { areaWords } from './distance-words.js';

/** Takes a boundary from the clipboard; it is shown on the map first and stored from there. */
export function PasteBoundaryDialog({ near, onTake, onClose }: { near: Location; onTake: (parts: Parts) => void; onClose: () => void }) {
  const say = useSay();
  const id = useId();
  const [words, setWords] = useState('');
  const [datum, setDatum] = useState<Datum>('WGS-84');
  const read = words.trim() === '' ? null : readBoundary(words, datum, near);
  const boundary = read && 'boundary' in read ? read.boundary : null;
  return (
    <Modal title={say('粘贴范围', 'Paste a boundary')} width={640} onClose={onClose}
      foot={<><span className="spacer" /><Button onPress={onClose}>{say('取消', 'Cancel')}</Button><Button tone="primary" isDisabled={!boundary} onPress={() => { if (boundary) onTake(partsOf(boundary)); }}>{say('放到图上看', 'Show it on the map')}</Button></>}>
      <div className="field">
        <div className="field-head"><label className="label" htmlFor={id}>{say('GeoJSON、WKT，或每行一个角点的坐标', 'GeoJSON, WKT, or one corner’s coordinates a line')}</label></div>
        <textarea id={id} className="input figures site-paste" rows={9} autoFocus spellCheck={false} value={words} onChange={(event) => setWords(event.target.value)} placeholder={'J1\t119.9301\t29.8302\nJ2\t119.9312\t29.8303\nJ3\t119.9310\t29.8311'} />
        <div className="site-datum"><span className="label">{say('坐标系', 'Datum')}</span><Segmented label={say('坐标系', 'Datum')} value={datum} options={datums.words.map((word) => ({ value: word.value as Datum, label: word.value }))} onChange={setDatum} /></div>
        <div aria-live="polite">
          {read && 'fault' in read && <p className="fault" role="alert">{say(read.fault)}</p>}
          {boundary && <p className="help figures">{say('读出：', 'Read: ')}{areaWords(areaOf(boundary), say)} · {say(`${partsOf(boundary).outers.length} 块`, `${partsOf(boundary).outers.length} part(s)`)}</p>}
        </div>
      </div>
    </Modal>
  );
}
