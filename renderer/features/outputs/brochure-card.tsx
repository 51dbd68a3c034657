import { useState } from 'react';
import type { BrochureHabit } from '../../../data/contract.js';
import { useClient } from '../../client/current-client.js';
import { useSay } from '../../state/language.js';
import { useProgram } from '../../state/program-store.js';
import { useJob } from '../../state/use-job.js';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import { OutputRun, type Output } from '../../ui/output-run.js';
import { Segmented } from '../../ui/segmented.js';
import { BrochureSketch } from './brochure-sketch.js';
import { WebChoice } from './web-choice.js';

const longest = { title: 40, dedication: 60 } as const;

/** 招商推介手册: the book that an investor takes home. All published assets, or those chosen for one investor; how it was last made is remembered. */
export function BrochureCard({ count }: { count: string }) {
  const say = useSay();
  const client = useClient();
  const habit = useProgram((state) => state.settings.brochure);
  const { work, start, cancel, reset } = useJob<Output>();
  const [choice, setChoice] = useState<BrochureHabit>(habit);
  const [chosen, setChosen] = useState<ReadonlySet<string> | null>(null);
  const [dedication, setDedication] = useState('');
  const running = work.at === 'running';
  const again = () => { if (!running) reset(); };
  const choose = (change: Partial<BrochureHabit>) => { setChoice({ ...choice, ...change }); again(); };
  const row = (label: string, control: React.ReactNode, words: string) => <div className="output-option"><span className="label">{label}</span>{control}<p className="help">{words}</p></div>;
  const heading = say('招商推介手册', 'The brochure');
  const title = choice.title?.trim();
  const given = chosen ? dedication.trim() : '';
  const make = () => {
    const { title: _written, ...rest } = choice;
    const wanted: BrochureHabit = { ...rest, ...(title ? { title } : {}) };
    // What is remembered is a convenience: the book is made all the same.
    client.call('settings.set', { brochure: wanted }).catch(() => undefined);
    start(() => client.call('output.start', { kind: 'brochure', format: 'pdf', ...wanted, ...(chosen ? { ids: [...chosen] } : {}), ...(given ? { dedication: given } : {}) }));
  };
  return (
    <section className="panel outputs-card" aria-label={heading} data-testid="output-brochure">
      <BrochureSketch choice={choice} chosen={chosen} />
      <div className="outputs-card-body">
        <header><Icon name="ledger" size={26} /><div><h2>{heading}</h2><p>{say('投资人带走的那一本：A4，能印、能搜、目录能点。', 'The one that investors take home: A4, to print, to search, with links.')}</p></div><span className="figures">{count}</span></header>
        <div className="output-options">
          {row(say('放哪些', 'Which assets'), <Segmented label={say('放哪些', 'Which assets')} value={chosen ? 'some' : 'all'} onChange={(value) => { setChosen(value === 'all' ? null : new Set()); again(); }} options={[{ value: 'all', label: say('全部', 'All') }, { value: 'some', label: say('专送', 'Chosen') }]} />,
            chosen ? say(`只放为这位投资人挑的：已选 ${chosen.size} 宗。`, `Only those picked for one investor: ${chosen.size} so far.`) : say('全部对外的资产和项目，已下架的不列。', 'All public assets and projects, and nothing withdrawn.'))}
          {chosen && <WebChoice chosen={chosen} onChange={(next) => { setChosen(next); again(); }} />}
          {chosen && row(say('敬呈', 'Given to'), <input className="input outputs-title" aria-label={say('敬呈', 'Given to')} maxLength={longest.dedication} value={dedication} placeholder={say('某某公司，可不填', 'A company; may be left out')} onChange={({ target }) => { setDedication(target.value); again(); }} />, say('印在封面和卷首。', 'On the cover and the first page.'))}
          {row(say('给谁看', 'For whom'), <Segmented label={say('给谁看', 'For whom')} value={choice.audience} onChange={(audience) => choose({ audience })} options={[{ value: 'internal', label: say('内部', 'Staff') }, { value: 'public', label: say('对外', 'Public') }]} />,
            choice.audience === 'internal' ? say('每页标「内部资料」，每宗加上权利人、联系人等。', 'Every page is marked internal; owners and contacts are added.') : say('只含可公开的内容。', 'Public content only.'))}
          {row(say('标题', 'Title'), <input className="input outputs-title" aria-label={say('标题', 'Title')} maxLength={longest.title} value={choice.title ?? ''} placeholder={say('照乡镇名称', 'The township’s name')} onChange={({ target }) => choose({ title: target.value })} />, say('写在封面上，最多 40 字。', 'On the cover; 40 letters at most.'))}
          {row(say('语言', 'Language'), <Segmented label={say('语言', 'Language')} value={choice.language} onChange={(language) => choose({ language })} options={[{ value: 'zh', label: '中文' }, { value: 'en', label: 'English' }, { value: 'both', label: '中文 + English' }]} />, choice.language === 'both' ? say('中文为主，下面一行小字英文。', 'Chinese first, with English in small under it.') : say('账本里没有的译文，照原文写。', 'What has no translation stands as written.'))}
          {row(say('怎么印', 'Printed by'), <Segmented label={say('怎么印', 'Printed by')} value={choice.bleed ? 'bleed' : 'plain'} onChange={(value) => choose({ bleed: value === 'bleed' })} options={[{ value: 'plain', label: say('自己印', 'Ourselves') }, { value: 'bleed', label: say('交印厂', 'A printer') }]} />, choice.bleed ? say('四边各多 3 毫米出血，裁切线写在文件里。', '3 mm of bleed on each side; the file says where to cut.') : say('A4 原大，也适合在屏幕上看。', 'A4 as it is, also for the screen.'))}
        </div>
        <div className="outputs-card-foot">
          <OutputRun work={work} onCancel={cancel} />
          {!running && <Button tone="primary" icon="export" isDisabled={chosen?.size === 0} onPress={make}>{work.at === 'done' ? say('再生成一次', 'Make it again') : say('生成', 'Make the file')}</Button>}
        </div>
      </div>
    </section>
  );
}
