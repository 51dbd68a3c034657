import { useState } from 'react';
import type { GeoRequest } from '../../../data/contract.js';
import { packDatums } from '../../../data/schema/map-pack.js';
import { useClient } from '../../client/current-client.js';
import { useSay } from '../../state/language.js';
import { useJob } from '../../state/use-job.js';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import { OutputRun, type Output } from '../../ui/output-run.js';
import { Segmented } from '../../ui/segmented.js';
import { GeoSketch } from './geo-sketch.js';

type Choice = Required<Pick<GeoRequest, 'format' | 'audience' | 'language' | 'datum'>>;

/** The assets as a layer for mapping programs: in which form, for whom, and in which datum. */
export function GeoCard({ count }: { count: string }) {
  const say = useSay();
  const client = useClient();
  const { work, start, cancel, reset } = useJob<Output>();
  const [choice, setChoice] = useState<Choice>({ format: 'geojson', audience: 'internal', language: say.language, datum: 'WGS-84' });
  const running = work.at === 'running';
  const choose = (change: Partial<Choice>) => { setChoice({ ...choice, ...change }); if (!running) reset(); };
  const row = (label: string, control: React.ReactNode, words: string) => <div className="output-option"><span className="label">{label}</span>{control}<p className="help">{words}</p></div>;
  const title = say('资产图层', 'The assets as a map layer');
  return (
    <section className="panel outputs-card" aria-label={title} data-testid="output-geo">
      <GeoSketch datum={choice.datum} />
      <div className="outputs-card-body">
        <header><Icon name="layers" size={26} /><div><h2>{title}</h2><p>{say('给自然资源、林业等部门的制图软件。', 'For the mapping programs of other offices.')}</p></div><span className="figures">{count}</span></header>
        <div className="output-options">
          {row(say('给谁看', 'For whom'), <Segmented label={say('给谁看', 'For whom')} value={choice.audience} onChange={(audience) => choose({ audience })} options={[{ value: 'internal', label: say('内部', 'Staff') }, { value: 'public', label: say('对外', 'Public') }]} />,
            choice.audience === 'internal' ? say('每宗都标「内部资料」，含权利人、联系人等。', 'Every feature is marked internal and holds owners and contacts.') : say('只含可公开的栏目，已下架的不列。', 'Public columns only, and nothing withdrawn.'))}
          {row(say('格式', 'Format'), <Segmented label={say('格式', 'Format')} value={choice.format} onChange={(format) => choose({ format })} options={[{ value: 'geojson', label: 'GeoJSON' }, { value: 'kml', label: 'KML' }]} />,
            choice.format === 'geojson' ? say('ArcGIS、QGIS 等都能读。', 'Read by ArcGIS, QGIS and most others.') : say('奥维、谷歌地球等都能读。', 'Read by Ovital, Google Earth and others.'))}
          {row(say('坐标系', 'Datum'), <Segmented label={say('坐标系', 'Datum')} value={choice.datum} onChange={(datum) => choose({ datum })} options={packDatums.map((datum) => ({ value: datum, label: datum }))} />,
            choice.datum === 'GCJ-02' ? say('只给用高德、腾讯底图的程序；别处会偏几百米。', 'Only for programs on AMap or Tencent maps; elsewhere it lies some hundred metres off.') : say('文件里写明坐标系，不用猜。', 'The file names its datum, so that nobody has to guess.'))}
          {row(say('语言', 'Language'), <Segmented label={say('语言', 'Language')} value={choice.language} onChange={(language) => choose({ language })} options={[{ value: 'zh', label: '中文' }, { value: 'en', label: 'English' }]} />, say('栏目名和选项用这种语言。', 'Field names and choices are in this language.'))}
        </div>
        <div className="outputs-card-foot">
          <OutputRun work={work} onCancel={cancel} />
          {!running && <Button tone="primary" icon="export" onPress={() => start(() => client.call('output.start', { kind: 'geo', ...choice }))}>{work.at === 'done' ? say('再生成一次', 'Make it again') : say('生成', 'Make the file')}</Button>}
        </div>
      </div>
    </section>
  );
}
