import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import type { MapSheet, PackInspection } from '../../../data/contract.js';
import { packUnder } from '../../../data/rules/map/pack-schemes.js';
import { tileSchemes, type MapPack, type PackDatum, type TileScheme } from '../../../data/schema/map-pack.js';
import type { Text } from '../../../data/schema/text.js';
import { linkViews, type LinkedViews } from '../../map/linked-views.js';
import { PackMap, type KnownPlace } from '../../map/pack-map.js';
import { useSay } from '../../state/language.js';
import { useTheme } from '../../state/theme.js';
import { Button } from '../../ui/button.js';
import { Segmented } from '../../ui/segmented.js';
import { useAddressed } from './use-addressed.js';
import { useKnownPlaces } from './use-known-places.js';

/** The datums whose picture lies where satellites say; the other is shifted by some hundred metres. */
const plainDatums: readonly PackDatum[] = ['WGS-84', 'CGCS2000'];
/** Houses can be told from each other here, and the two datums' 500 m are much of the view. */
const closeEnough = 16;
/** How many assets one steps through. */
const mostPlaces = 200;

const holds = ([west, south, east, north]: MapPack['bounds'], { lng, lat }: KnownPlace) => lng >= west && lng <= east && lat >= south && lat <= north;

export interface PackTrialProps {
  readonly id: string;
  readonly kind: MapSheet['kind'];
  readonly pack: MapPack;
  readonly datums: PackInspection['datums'];
  /** The schemes that are open; one alone is no question. */
  readonly schemes: readonly TileScheme[];
  readonly isFixed: boolean;
  readonly onPack: (pack: MapPack) => void;
}

/**
 * The pack under the ledger's known assets, once for each way that it may be meant, side by side and moved together: a person sees
 * which one fits. First how its rows are counted, where the file does not tell, then its datum.
 */
export function PackTrial({ id, kind, pack, datums, schemes, isFixed, onPack }: PackTrialProps) {
  const say = useSay();
  const places = useKnownPlaces();
  const [link] = useState(linkViews);
  const covered = useMemo(() => places.filter((place) => holds(pack.bounds, place)).slice(0, mostPlaces), [places, pack.bounds]);
  const [at, setAt] = useState(0);
  const focus = covered[Math.min(at, covered.length - 1)];
  const [west, south, east, north] = pack.bounds;
  const { maxZoom, tileSize } = pack;
  useEffect(() => {
    const deepest = maxZoom + (tileSize === 512 ? 1 : 0);
    if (focus) link.look(focus.lat, focus.lng, Math.min(closeEnough, deepest));
    else link.look((south + north) / 2, (west + east) / 2, Math.max(2, Math.min(deepest - 1, Math.log2(360 / Math.max(east - west, 1e-4)))));
  }, [link, focus, west, south, east, north, maxZoom, tileSize]);
  const evidenceOf = (wanted: readonly PackDatum[]) => datums.filter(({ datum }) => wanted.includes(datum)).flatMap(({ evidence }) => evidence ?? []);
  const isPlain = plainDatums.includes(pack.datum);
  const common = { id, kind, link, places, focusId: focus?.id ?? null };
  return (
    <div className="pack-trial">
      <div className="pack-trial-bar">
        {covered.length > 0 && focus ? (
          <>
            <Button small icon="left" label={say('上一处资产', 'Asset before')} isDisabled={covered.length < 2} onPress={() => setAt((Math.min(at, covered.length - 1) + covered.length - 1) % covered.length)} />
            <span className="pack-trial-place" role="status"><b>{focus.name}</b> <small className="figures">{Math.min(at, covered.length - 1) + 1} / {covered.length}</small></span>
            <Button small icon="right" label={say('下一处资产', 'Next asset')} isDisabled={covered.length < 2} onPress={() => setAt((Math.min(at, covered.length - 1) + 1) % covered.length)} />
          </>
        ) : <span className="pack-trial-none">{say('账本里没有资产落在它的范围内，只能凭来源判断。', 'No asset of the ledger lies on it; judge by where it comes from.')}</span>}
        <span className="spacer" />
        <Button small icon="add" label={say('放大', 'Zoom in')} onPress={() => link.zoomBy(1)} /><Button small icon="minus" label={say('缩小', 'Zoom out')} onPress={() => link.zoomBy(-1)} />
      </div>
      {schemes.length > 1 && (
        <RadioGroup className="pack-choices" aria-label={say('行列的数法', 'How rows are counted')} value={pack.scheme} isDisabled={isFixed} onChange={(scheme) => onPack(packUnder(pack, scheme as TileScheme) ?? pack)}>
          {schemes.map((scheme) => (
            <Choice key={scheme} value={scheme} name={say.word(tileSchemes, scheme)} evidence={[]} map={<TrialMap {...common} pack={packUnder(pack, scheme) ?? pack} datum={pack.datum} />} />
          ))}
        </RadioGroup>
      )}
      <RadioGroup className="pack-choices" aria-label={say('坐标系', 'Datum')} value={isPlain ? 'plain' : 'GCJ-02'} isDisabled={isFixed} onChange={(value) => onPack({ ...pack, datum: value === 'plain' ? plainDatums.find((datum) => datums[0]?.datum === datum) ?? 'WGS-84' : 'GCJ-02' })}>
        <Choice value="plain" name="WGS-84 / CGCS2000" evidence={evidenceOf(plainDatums)} map={<TrialMap {...common} pack={pack} datum="WGS-84" />} />
        <Choice value="GCJ-02" name={say('GCJ-02（火星坐标，高德、腾讯等）', 'GCJ-02 (Amap, Tencent and others)')} evidence={evidenceOf(['GCJ-02'])} map={<TrialMap {...common} pack={pack} datum="GCJ-02" />} />
      </RadioGroup>
      {isPlain && (
        <div className="pack-trial-label"><span className="soft">{say('两者显示时相同，图上标为', 'Both are drawn alike; it is called')}</span>
          <Segmented label={say('标为', 'Called')} value={pack.datum} onChange={(datum) => { if (!isFixed) onPack({ ...pack, datum }); }} options={plainDatums.map((datum) => ({ value: datum, label: datum }))} /></div>
      )}
    </div>
  );
}

function Choice({ value, name, evidence, map }: { value: string; name: string; evidence: readonly Text[]; map: ReactNode }) {
  const say = useSay();
  return (
    <div className="pack-choice">
      <div className="pack-choice-map">{map}</div>
      <Radio value={value} className="pack-choice-words"><i aria-hidden="true" /><span><b>{name}</b>{evidence.map((words) => <small key={words.en}>{say(words)}</small>)}</span></Radio>
    </div>
  );
}

function TrialMap({ id, kind, pack, datum, link, places, focusId }: { id: string; kind: MapSheet['kind']; pack: MapPack; datum: PackDatum; link: LinkedViews; places: readonly KnownPlace[]; focusId: string | null }) {
  const say = useSay();
  const style = useTheme() === 'dark' ? 'night' : 'paper';
  const { container, format, bounds, minZoom, maxZoom, tileSize, scheme } = pack;
  const [west, south, east, north] = bounds;
  // The names that are being written in the form must not draw the maps anew.
  const sheets = useAddressed(useMemo<MapSheet[]>(() => [{ id, kind, shown: true, opacity: 1, pack: { name: 'trial', container, format, bounds: [west, south, east, north], minZoom, maxZoom, tileSize, scheme, datum, attribution: '', approvalNumber: '', licence: '' } }],
    [id, kind, container, format, west, south, east, north, minZoom, maxZoom, tileSize, scheme, datum]));
  return <PackMap sheets={sheets} style={style} language={say.language} link={link} places={places} focusId={focusId} label={say(`按 ${datum}、${say.word(tileSchemes, scheme)}画的底图，方向键移动`, `The map drawn as ${datum}, ${say.word(tileSchemes, scheme)}; arrow keys move`)} />;
}
