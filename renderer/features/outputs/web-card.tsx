import { useState } from 'react';
import type { WebHabit } from '../../../data/contract.js';
import { useSay } from '../../state/language.js';
import { useProgram } from '../../state/program-store.js';
import { useOutput } from '../../state/use-output.js';
import { AssetChoice } from '../../ui/asset-choice.js';
import { OutputRow } from '../../ui/output-row.js';
import { Segmented } from '../../ui/segmented.js';
import { OutputFrame } from './output-frame.js';
import { WebSketch } from './web-sketch.js';

const longestTitle = 40;

/** What of a web page is kept and asked for: a title of blanks is none. */
const wantedOf = ({ language, title }: WebHabit): WebHabit => ({ language, ...(title?.trim() ? { title: title.trim() } : {}) });

/** 云招商: the page for investors' phones. All published assets, or those chosen for one investor; its title and first language are remembered. */
export function WebCard({ count }: { count: string }) {
  const say = useSay();
  const habit = useProgram((state) => state.settings.webPage);
  const desk = useOutput<WebHabit>(habit, (choice) => ({ webPage: wantedOf(choice) }));
  const { choice, choose, clear } = desk;
  const [chosen, setChosen] = useState<ReadonlySet<string> | null>(null);
  const make = () => desk.make({ kind: 'web', format: 'zip', ...wantedOf(choice), ...(chosen ? { ids: [...chosen] } : {}) });
  return (
    <OutputFrame kind="web" icon="globe" title={say('云招商网页', 'The web page')} words={say('投资人手机上看：地图、照片、项目，不联网也能打开。', 'For investors’ phones: map, photos and projects, also without a network.')} count={count}
      sketch={<WebSketch language={choice.language} title={choice.title?.trim()} chosen={chosen} />} desk={desk} onMake={make} isDisabled={chosen?.size === 0}>
      <div className="output-options">
        <OutputRow label={say('放哪些', 'Which assets')} words={chosen ? say(`只放为这位投资人挑的：已选 ${chosen.size} 宗。`, `Only those picked for one investor: ${chosen.size} so far.`) : say('全部对外的资产和项目，已下架的不列。', 'All public assets and projects, and nothing withdrawn.')}>
          <Segmented label={say('放哪些', 'Which assets')} value={chosen ? 'some' : 'all'} onChange={(value) => { setChosen(value === 'all' ? null : new Set()); clear(); }} options={[{ value: 'all', label: say('全部', 'All') }, { value: 'some', label: say('专送', 'Chosen') }]} />
        </OutputRow>
        {chosen && <AssetChoice chosen={chosen} onChange={(next) => { setChosen(next); clear(); }} />}
        <OutputRow label={say('标题', 'Title')} words={say('写在封面上，最多 40 字。', 'On the cover; 40 letters at most.')}>
          <input className="input outputs-title" aria-label={say('标题', 'Title')} maxLength={longestTitle} value={choice.title ?? ''} placeholder={say('照乡镇名称', 'The township’s name')} onChange={({ target }) => choose({ title: target.value })} />
        </OutputRow>
        <OutputRow label={say('语言', 'Language')} words={say('打开时先用的语言，页上可以切换。', 'Shown first; the page can be switched.')}>
          <Segmented label={say('语言', 'Language')} value={choice.language} onChange={(language) => choose({ language })} options={[{ value: 'zh', label: '中文' }, { value: 'en', label: 'English' }]} />
        </OutputRow>
      </div>
    </OutputFrame>
  );
}
