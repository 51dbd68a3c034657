import { useState } from 'react';
import type { BrochureHabit } from '../../../data/contract.js';
import { useSay } from '../../state/language.js';
import { useProgram } from '../../state/program-store.js';
import { useOutput } from '../../state/use-output.js';
import { AssetChoice } from '../../ui/asset-choice.js';
import { OutputRow } from '../../ui/output-row.js';
import { Segmented } from '../../ui/segmented.js';
import { BrochureSketch } from './brochure-sketch.js';
import { OutputFrame } from './output-frame.js';

const longest = { title: 40, dedication: 60 } as const;

/** What of a brochure is kept and asked for: a title of blanks is none. */
const wantedOf = ({ title, ...rest }: BrochureHabit): BrochureHabit => ({ ...rest, ...(title?.trim() ? { title: title.trim() } : {}) });

/** 招商推介手册: the book that an investor takes home. All published assets, or those chosen for one investor; how it was last made is remembered. */
export function BrochureCard({ count }: { count: string }) {
  const say = useSay();
  const habit = useProgram((state) => state.settings.brochure);
  const desk = useOutput<BrochureHabit>(habit, (choice) => ({ brochure: wantedOf(choice) }));
  const { choice, choose, clear } = desk;
  const [chosen, setChosen] = useState<ReadonlySet<string> | null>(null);
  const [dedication, setDedication] = useState('');
  const given = chosen ? dedication.trim() : '';
  const make = () => desk.make({ kind: 'brochure', format: 'pdf', ...wantedOf(choice), ...(chosen ? { ids: [...chosen] } : {}), ...(given ? { dedication: given } : {}) });
  return (
    <OutputFrame kind="brochure" icon="ledger" title={say('招商推介手册', 'The brochure')} words={say('投资人带走的那一本：A4，能印、能搜、目录能点。', 'The one that investors take home: A4, to print, to search, with links.')} count={count}
      sketch={<BrochureSketch choice={choice} chosen={chosen} />} desk={desk} onMake={make} isDisabled={chosen?.size === 0}>
      <div className="output-options">
        <OutputRow label={say('放哪些', 'Which assets')} words={chosen ? say(`只放为这位投资人挑的：已选 ${chosen.size} 宗。`, `Only those picked for one investor: ${chosen.size} so far.`) : say('全部对外的资产和项目，已下架的不列。', 'All public assets and projects, and nothing withdrawn.')}>
          <Segmented label={say('放哪些', 'Which assets')} value={chosen ? 'some' : 'all'} onChange={(value) => { setChosen(value === 'all' ? null : new Set()); clear(); }} options={[{ value: 'all', label: say('全部', 'All') }, { value: 'some', label: say('专送', 'Chosen') }]} />
        </OutputRow>
        {chosen && <AssetChoice chosen={chosen} onChange={(next) => { setChosen(next); clear(); }} />}
        {chosen && (
          <OutputRow label={say('敬呈', 'Given to')} words={say('印在封面和卷首。', 'On the cover and the first page.')}>
            <input className="input outputs-title" aria-label={say('敬呈', 'Given to')} maxLength={longest.dedication} value={dedication} placeholder={say('某某公司，可不填', 'A company; may be left out')} onChange={({ target }) => { setDedication(target.value); clear(); }} />
          </OutputRow>
        )}
        <OutputRow label={say('给谁看', 'For whom')} words={choice.audience === 'internal' ? say('每页标「内部资料」，每宗加上权利人、联系人等。', 'Every page is marked internal; owners and contacts are added.') : say('只含可公开的内容。', 'Public content only.')}>
          <Segmented label={say('给谁看', 'For whom')} value={choice.audience} onChange={(audience) => choose({ audience })} options={[{ value: 'internal', label: say('内部', 'Staff') }, { value: 'public', label: say('对外', 'Public') }]} />
        </OutputRow>
        <OutputRow label={say('标题', 'Title')} words={say('写在封面上，最多 40 字。', 'On the cover; 40 letters at most.')}>
          <input className="input outputs-title" aria-label={say('标题', 'Title')} maxLength={longest.title} value={choice.title ?? ''} placeholder={say('照乡镇名称', 'The township’s name')} onChange={({ target }) => choose({ title: target.value })} />
        </OutputRow>
        <OutputRow label={say('语言', 'Language')} words={choice.language === 'both' ? say('中文为主，下面一行小字英文。', 'Chinese first, with English in small under it.') : say('账本里没有的译文，照原文写。', 'What has no translation stands as written.')}>
          <Segmented label={say('语言', 'Language')} value={choice.language} onChange={(language) => choose({ language })} options={[{ value: 'zh', label: '中文' }, { value: 'en', label: 'English' }, { value: 'both', label: '中文 + English' }]} />
        </OutputRow>
        <OutputRow label={say('怎么印', 'Printed by')} words={choice.bleed ? say('四边各多 3 毫米出血，裁切线写在文件里。', '3 mm of bleed on each side; the file says where to cut.') : say('A4 原大，也适合在屏幕上看。', 'A4 as it is, also for the screen.')}>
          <Segmented label={say('怎么印', 'Printed by')} value={choice.bleed ? 'bleed' : 'plain'} onChange={(value) => choose({ bleed: value === 'bleed' })} options={[{ value: 'plain', label: say('自己印', 'Ourselves') }, { value: 'bleed', label: say('交印厂', 'A printer') }]} />
        </OutputRow>
      </div>
    </OutputFrame>
  );
}
