import { useState } from 'react';
import type { WebHabit } from '../../../data/contract.js';
import { useClient } from '../../client/current-client.js';
import { useSay } from '../../state/language.js';
import { useProgram } from '../../state/program-store.js';
import { useJob } from '../../state/use-job.js';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import { OutputRun, type Output } from '../../ui/output-run.js';
import { Segmented } from '../../ui/segmented.js';
import { WebChoice } from './web-choice.js';
import { WebSketch } from './web-sketch.js';

const longestTitle = 40;

/** 云招商: the page for investors' phones. All published assets, or those chosen for one investor; its title and first language are remembered. */
export function WebCard({ count }: { count: string }) {
  const say = useSay();
  const client = useClient();
  const habit = useProgram((state) => state.settings.webPage);
  const { work, start, cancel, reset } = useJob<Output>();
  const [choice, setChoice] = useState<WebHabit>(habit);
  const [chosen, setChosen] = useState<ReadonlySet<string> | null>(null);
  const running = work.at === 'running';
  const again = () => { if (!running) reset(); };
  const choose = (change: Partial<WebHabit>) => { setChoice({ ...choice, ...change }); again(); };
  const row = (label: string, control: React.ReactNode, words: string) => <div className="output-option"><span className="label">{label}</span>{control}<p className="help">{words}</p></div>;
  const heading = say('云招商网页', 'The web page');
  const title = choice.title?.trim();
  const make = () => {
    const wanted: WebHabit = { language: choice.language, ...(title ? { title } : {}) };
    // What is remembered is a convenience: the page is made all the same.
    client.call('settings.set', { webPage: wanted }).catch(() => undefined);
    start(() => client.call('output.start', { kind: 'web', format: 'zip', ...wanted, ...(chosen ? { ids: [...chosen] } : {}) }));
  };
  return (
    <section className="panel outputs-card" aria-label={heading} data-testid="output-web">
      <WebSketch language={choice.language} title={title} chosen={chosen} />
      <div className="outputs-card-body">
        <header><Icon name="globe" size={26} /><div><h2>{heading}</h2><p>{say('投资人手机上看：地图、照片、项目，不联网也能打开。', 'For investors’ phones: map, photos and projects, also without a network.')}</p></div><span className="figures">{count}</span></header>
        <div className="output-options">
          {row(say('放哪些', 'Which assets'), <Segmented label={say('放哪些', 'Which assets')} value={chosen ? 'some' : 'all'} onChange={(value) => { setChosen(value === 'all' ? null : new Set()); again(); }} options={[{ value: 'all', label: say('全部', 'All') }, { value: 'some', label: say('专送', 'Chosen') }]} />,
            chosen ? say(`只放为这位投资人挑的：已选 ${chosen.size} 宗。`, `Only those picked for one investor: ${chosen.size} so far.`) : say('全部对外的资产和项目，已下架的不列。', 'All public assets and projects, and nothing withdrawn.'))}
          {chosen && <WebChoice chosen={chosen} onChange={(next) => { setChosen(next); again(); }} />}
          {row(say('标题', 'Title'), <input className="input outputs-title" aria-label={say('标题', 'Title')} maxLength={longestTitle} value={choice.title ?? ''} placeholder={say('照乡镇名称', 'The township’s name')} onChange={({ target }) => choose({ title: target.value })} />, say('写在封面上，最多 40 字。', 'On the cover; 40 letters at most.'))}
          {row(say('语言', 'Language'), <Segmented label={say('语言', 'Language')} value={choice.language} onChange={(language) => choose({ language })} options={[{ value: 'zh', label: '中文' }, { value: 'en', label: 'English' }]} />, say('打开时先用的语言，页上可以切换。', 'Shown first; the page can be switched.'))}
        </div>
        <div className="outputs-card-foot">
          <OutputRun work={work} onCancel={cancel} />
          {!running && <Button tone="primary" icon="export" isDisabled={chosen?.size === 0} onPress={make}>{work.at === 'done' ? say('再生成一次', 'Make it again') : say('生成', 'Make the file')}</Button>}
        </div>
      </div>
    </section>
  );
}
