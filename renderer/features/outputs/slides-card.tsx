import { useState } from 'react';
import type { SlidesRequest } from '../../../data/contract.js';
import { useClient } from '../../client/current-client.js';
import { useSay } from '../../state/language.js';
import { useProgram } from '../../state/program-store.js';
import { useJob } from '../../state/use-job.js';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import { OutputRun, type Output } from '../../ui/output-run.js';
import { Segmented } from '../../ui/segmented.js';
import { SlidesSketch } from './slides-sketch.js';

type Choice = Required<Pick<SlidesRequest, 'audience' | 'language'>>;

/** 推介 PPT: slides of a tour that can be edited in PowerPoint or WPS; for whom, and in which languages. */
export function SlidesCard() {
  const say = useSay();
  const client = useClient();
  const { work, start, cancel, reset } = useJob<Output>();
  const [choice, setChoice] = useState<Choice>({ audience: 'public', language: say.language });
  const tours = useProgram((state) => state.deskTours);
  const [chosen, setChosen] = useState<string | null>(null);
  // A tour that was removed meanwhile is not asked for.
  const tour = tours?.find(({ id }) => id === chosen) ?? tours?.[0] ?? null;
  const running = work.at === 'running';
  const clear = () => { if (!running) reset(); };
  const choose = (change: Partial<Choice>) => { setChoice({ ...choice, ...change }); clear(); };
  const row = (label: string, control: React.ReactNode, words: string) => <div className="output-option"><span className="label">{label}</span>{control}<p className="help">{words}</p></div>;
  const title = say('推介 PPT', 'Slides');
  return (
    <section className="panel outputs-card" aria-label={title} data-testid="output-slides">
      <SlidesSketch tour={tour} audience={choice.audience} language={choice.language} />
      <div className="outputs-card-body">
        <header><Icon name="roadshow" size={26} /><div><h2>{title}</h2><p>{say('会上要交、要改的那一份，PowerPoint 和 WPS 都能编辑。', 'The one to hand in and to edit, in PowerPoint or WPS.')}</p></div></header>
        <div className="output-options">
          {tours && tours.length > 1 && row(say('讲解路线', 'Tour'), <Segmented label={say('讲解路线', 'Tour')} value={tour?.id ?? ''} onChange={(id) => { setChosen(id); clear(); }} options={tours.slice(0, 4).map(({ id, name }) => ({ value: id, label: name }))} />, say('一站一页或几页，顺序照路线。', 'Each stop makes a slide or a few, in its order.'))}
          {row(say('给谁看', 'For whom'), <Segmented label={say('给谁看', 'For whom')} value={choice.audience} onChange={(audience) => choose({ audience })} options={[{ value: 'internal', label: say('内部', 'Staff') }, { value: 'public', label: say('对外', 'Public') }]} />,
            choice.audience === 'internal' ? say('每页标「内部资料」，备注页里有讲解词、权利人、联系人等。', 'Every slide is marked internal; its notes hold what to say, owners and contacts.') : say('只含可公开的内容，备注页是空的。', 'Public content only; the notes are empty.'))}
          {row(say('语言', 'Language'), <Segmented label={say('语言', 'Language')} value={choice.language} onChange={(language) => choose({ language })} options={[{ value: 'zh', label: '中文' }, { value: 'en', label: 'English' }, { value: 'both', label: '中文 + English' }]} />, choice.language === 'both' ? say('中文为主，下面一行小字英文。', 'Chinese first, with English in small under it.') : say('账本里没有的译文，照原文写。', 'What has no translation stands as written.'))}
        </div>
        <div className="outputs-card-foot">
          <OutputRun work={work} onCancel={cancel} />
          {!running && <Button tone="primary" icon="export" onPress={() => start(() => client.call('output.start', { kind: 'slides', format: 'pptx', ...choice, ...(tour ? { tourId: tour.id } : {}) }))}>{work.at === 'done' ? say('再生成一次', 'Make it again') : say('生成', 'Make the file')}</Button>}
        </div>
      </div>
    </section>
  );
}
