import type { OutputHabits } from '../../../data/contract.js';
import { useSay } from '../../state/language.js';
import { useProgram } from '../../state/program-store.js';
import { keptOutput, useOutput } from '../../state/use-output.js';
import { OutputRow } from '../../ui/output-row.js';
import { Segmented } from '../../ui/segmented.js';
import { OutputFrame } from './output-frame.js';
import { SlidesSketch } from './slides-sketch.js';

/** 推介 PPT: slides of a tour that can be edited in PowerPoint or WPS; for whom, and in which languages. */
export function SlidesCard() {
  const say = useSay();
  const habit = useProgram((state) => state.settings.outputs.slides);
  const tours = useProgram((state) => state.deskTours);
  const desk = useOutput<NonNullable<OutputHabits['slides']>>({ audience: 'public', language: say.language, ...habit }, keptOutput('slides'));
  const { choice, choose } = desk;
  // A tour that was removed meanwhile, or is of another ledger, is not asked for.
  const tour = tours?.find(({ id }) => id === choice.tourId) ?? tours?.[0] ?? null;
  const { audience, language } = choice;
  return (
    <OutputFrame kind="slides" icon="roadshow" title={say('推介 PPT', 'Slides')} words={say('会上要交、要改的那一份，PowerPoint 和 WPS 都能编辑。', 'The one to hand in and to edit, in PowerPoint or WPS.')}
      sketch={<SlidesSketch tour={tour} audience={audience} language={language} />} desk={desk} onMake={() => desk.make({ kind: 'slides', format: 'pptx', audience, language, ...(tour ? { tourId: tour.id } : {}) })}>
      <div className="output-options">
        {tours && tours.length > 1 && (
          <OutputRow label={say('讲解路线', 'Tour')} words={say('一站一页或几页，顺序照路线。', 'Each stop makes a slide or a few, in its order.')}>
            <Segmented label={say('讲解路线', 'Tour')} value={tour?.id ?? ''} onChange={(tourId) => choose({ tourId })} options={tours.slice(0, 4).map(({ id, name }) => ({ value: id, label: name }))} />
          </OutputRow>
        )}
        <OutputRow label={say('给谁看', 'For whom')} words={audience === 'internal' ? say('每页标「内部资料」，备注页里有讲解词、权利人、联系人等。', 'Every slide is marked internal; its notes hold what to say, owners and contacts.') : say('只含可公开的内容，备注页是空的。', 'Public content only; the notes are empty.')}>
          <Segmented label={say('给谁看', 'For whom')} value={audience} onChange={(value) => choose({ audience: value })} options={[{ value: 'internal', label: say('内部', 'Staff') }, { value: 'public', label: say('对外', 'Public') }]} />
        </OutputRow>
        <OutputRow label={say('语言', 'Language')} words={language === 'both' ? say('中文为主，下面一行小字英文。', 'Chinese first, with English in small under it.') : say('账本里没有的译文，照原文写。', 'What has no translation stands as written.')}>
          <Segmented label={say('语言', 'Language')} value={language} onChange={(value) => choose({ language: value })} options={[{ value: 'zh', label: '中文' }, { value: 'en', label: 'English' }, { value: 'both', label: '中文 + English' }]} />
        </OutputRow>
      </div>
    </OutputFrame>
  );
}
