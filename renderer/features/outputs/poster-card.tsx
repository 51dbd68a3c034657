import { posterPapers } from '../../../data/schema/map-print.js';
import type { OutputHabits } from '../../../data/contract.js';
import { posterDots } from '../../../data/rules/map/sheet-size.js';
import { useSay } from '../../state/language.js';
import { useProgram } from '../../state/program-store.js';
import { keptOutput, useOutput } from '../../state/use-output.js';
import { OutputRow } from '../../ui/output-row.js';
import { usePublicShowing } from '../../ui/public-showing-warning.js';
import { Segmented } from '../../ui/segmented.js';
import { OutputFrame } from './output-frame.js';
import { PosterSketch } from './poster-sketch.js';

type Habit = NonNullable<OutputHabits['poster']>;
const longestTitle = 20;
/** A title of blanks is none. */
const wantedOf = ({ title, ...rest }: Habit): Habit => ({ ...rest, ...(title?.trim() ? { title: title.trim() } : {}) });

/** 招商地图海报: the map of the township to hang on a wall. */
export function PosterCard({ count }: { count: string }) {
  const say = useSay();
  const habit = useProgram((state) => state.settings.outputs.poster);
  const desk = useOutput<Habit>({ format: 'pdf', language: say.language, paper: 'A2', ...habit }, (choice) => keptOutput('poster')(wantedOf(choice)));
  const { choice, choose } = desk;
  // A ground without 审图号 is spoken of before it hangs on a wall.
  const showing = usePublicShowing(() => desk.make({ kind: 'poster', ...wantedOf(choice) }));
  return (
    <OutputFrame kind="poster" icon="pin" title={say('招商地图海报', 'The map poster')} words={say('挂在招商厅、会场和村口，一张图看全乡。', 'For the wall of an office, a hall or a village: the whole township at a glance.')} count={count}
      sketch={<PosterSketch choice={wantedOf(choice)} />} desk={desk} onMake={showing.ask}>
      <div className="output-options">
        <OutputRow label={say('成品', 'As')} words={choice.format === 'pdf' ? say('交给图文店喷绘或印刷，文字和图标是矢量。', 'For a print shop; letters and signs are outlines.') : say(`每英寸 ${posterDots[choice.paper]} 点的图片，发群里或上大屏。`, `A picture of ${posterDots[choice.paper]} dots to the inch, for chats and screens.`)}>
          <Segmented label={say('成品', 'As')} value={choice.format} onChange={(format) => choose({ format })} options={[{ value: 'pdf', label: 'PDF' }, { value: 'png', label: say('图片', 'Picture') }]} />
        </OutputRow>
        <OutputRow label={say('纸张', 'Paper')} words={choice.paper === 'A2' ? say('420 × 594 毫米。', '420 × 594 mm.') : say('594 × 841 毫米。', '594 × 841 mm.')}>
          <Segmented label={say('纸张', 'Paper')} value={choice.paper} onChange={(paper) => choose({ paper })} options={posterPapers.map((paper) => ({ value: paper, label: paper }))} />
        </OutputRow>
        <OutputRow label={say('标题', 'Title')} words={say('最多 20 字；不写就用乡镇名称。', '20 letters at most; left empty, the township’s name.')}>
          <input className="input outputs-title" aria-label={say('标题', 'Title')} maxLength={longestTitle} value={choice.title ?? ''} placeholder={say('照乡镇名称', 'The township’s name')} onChange={({ target }) => choose({ title: target.value })} />
        </OutputRow>
        <OutputRow label={say('语言', 'Language')} words={say('只含可公开的内容，已下架的不列。', 'Public content only, and nothing withdrawn.')}>
          <Segmented label={say('语言', 'Language')} value={choice.language} onChange={(language) => choose({ language })} options={[{ value: 'zh', label: '中文' }, { value: 'en', label: 'English' }]} />
        </OutputRow>
      </div>
      {showing.dialog}
    </OutputFrame>
  );
}
