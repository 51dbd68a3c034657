import type { OutputHabits } from '../../../data/contract.js';
import { packDatums } from '../../../data/schema/map-pack.js';
import { useSay } from '../../state/language.js';
import { useProgram } from '../../state/program-store.js';
import { keptOutput, useOutput } from '../../state/use-output.js';
import { OutputRow } from '../../ui/output-row.js';
import { Segmented } from '../../ui/segmented.js';
import { GeoSketch } from './geo-sketch.js';
import { OutputFrame } from './output-frame.js';

/** The assets as a layer for mapping programs: in which form, for whom, and in which datum. */
export function GeoCard({ count }: { count: string }) {
  const say = useSay();
  const habit = useProgram((state) => state.settings.outputs.geo);
  const desk = useOutput<NonNullable<OutputHabits['geo']>>({ format: 'geojson', audience: 'internal', language: say.language, datum: 'WGS-84', ...habit }, keptOutput('geo'));
  const { choice, choose } = desk;
  return (
    <OutputFrame kind="geo" icon="layers" title={say('资产图层', 'The assets as a map layer')} words={say('给自然资源、林业等部门的制图软件。', 'For the mapping programs of other offices.')} count={count}
      sketch={<GeoSketch datum={choice.datum} />} desk={desk} onMake={() => desk.make({ kind: 'geo', ...choice })}>
      <div className="output-options">
        <OutputRow label={say('给谁看', 'For whom')} words={choice.audience === 'internal' ? say('每宗都标「内部资料」，含权利人、联系人等。', 'Every feature is marked internal and holds owners and contacts.') : say('只含可公开的栏目，已下架的不列。', 'Public columns only, and nothing withdrawn.')}>
          <Segmented label={say('给谁看', 'For whom')} value={choice.audience} onChange={(audience) => choose({ audience })} options={[{ value: 'internal', label: say('内部', 'Staff') }, { value: 'public', label: say('对外', 'Public') }]} />
        </OutputRow>
        <OutputRow label={say('格式', 'Format')} words={choice.format === 'geojson' ? say('ArcGIS、QGIS 等都能读。', 'Read by ArcGIS, QGIS and most others.') : say('奥维、谷歌地球等都能读。', 'Read by Ovital, Google Earth and others.')}>
          <Segmented label={say('格式', 'Format')} value={choice.format} onChange={(format) => choose({ format })} options={[{ value: 'geojson', label: 'GeoJSON' }, { value: 'kml', label: 'KML' }]} />
        </OutputRow>
        <OutputRow label={say('坐标系', 'Datum')} words={choice.datum === 'GCJ-02' ? say('只给用高德、腾讯底图的程序；别处会偏几百米。', 'Only for programs on AMap or Tencent maps; elsewhere it lies some hundred metres off.') : say('文件里写明坐标系，不用猜。', 'The file names its datum, so that nobody has to guess.')}>
          <Segmented label={say('坐标系', 'Datum')} value={choice.datum} onChange={(datum) => choose({ datum })} options={packDatums.map((datum) => ({ value: datum, label: datum }))} />
        </OutputRow>
        <OutputRow label={say('语言', 'Language')} words={say('栏目名和选项用这种语言。', 'Field names and choices are in this language.')}>
          <Segmented label={say('语言', 'Language')} value={choice.language} onChange={(language) => choose({ language })} options={[{ value: 'zh', label: '中文' }, { value: 'en', label: 'English' }]} />
        </OutputRow>
      </div>
    </OutputFrame>
  );
}
