import { Input, Label, Switch, TextField } from 'react-aria-components';
import type { MapPrintHabit } from '../../../data/schema/map-print.js';
import type { Language } from '../../../data/schema/text.js';
import { useSay } from '../../state/language.js';
import { Segmented } from '../../ui/segmented.js';

/** What a person chooses about a printed map. */
export function PrintOptions({ choice, onChange, language, onLanguage, title, usualTitle, onTitle }: {
  choice: MapPrintHabit; onChange: (change: Partial<MapPrintHabit>) => void; language: Language; onLanguage: (language: Language) => void;
  title: string; usualTitle: string; onTitle: (title: string) => void;
}) {
  const say = useSay();
  const row = (label: string, control: React.ReactNode, words?: string) => <div className="print-option"><span className="label">{label}</span>{control}{words && <p className="help">{words}</p>}</div>;
  const picture = choice.format === 'png';
  return (
    <div className="print-options">
      {row(say('给谁看', 'For whom'), <Segmented label={say('给谁看', 'For whom')} value={choice.audience} onChange={(audience) => onChange({ audience })} options={[{ value: 'public', label: say('对外', 'Public') }, { value: 'internal', label: say('内部', 'Staff') }]} />,
        choice.audience === 'public' ? say('只含可公开的内容，已下架的不列。', 'Public content only, and nothing withdrawn.') : say('标「内部资料」，含已下架的资产。', 'Marked internal; withdrawn assets included.'))}
      {row(say('成品', 'As'), <Segmented label={say('成品', 'As')} value={choice.format} onChange={(format) => onChange({ format })} options={[{ value: 'pdf', label: say('PDF 图幅', 'PDF sheet') }, { value: 'png', label: say('图片', 'Picture') }]} />,
        picture ? say('16:9，两倍像素，发群里或放进幻灯片。', '16:9 at twice the pixels, for chats and slides.') : say('按纸张原大，比例尺在纸上量得准，文字可选可搜。', 'At paper size; the scale holds under a ruler, the text can be searched.'))}
      {!picture && row(say('纸张', 'Paper'), <Segmented label={say('纸张', 'Paper')} value={choice.paper} onChange={(paper) => onChange({ paper })} options={[{ value: 'A3', label: 'A3' }, { value: 'A4', label: 'A4' }]} />)}
      {row(say('方向', 'Turned'), <Segmented label={say('方向', 'Turned')} value={choice.orientation} onChange={(orientation) => onChange({ orientation })} options={[{ value: 'landscape', label: say('横', 'Wide') }, { value: 'portrait', label: say('竖', 'Upright') }]} />)}
      {row(say('样式', 'Style'), <Segmented label={say('样式', 'Style')} value={choice.style} onChange={(style) => onChange({ style })} options={[{ value: 'paper', label: say('青绿', 'Paper') }, { value: 'night', label: say('夜色', 'Night') }]} />)}
      {row(say('语言', 'Language'), <Segmented label={say('语言', 'Language')} value={language} onChange={onLanguage} options={[{ value: 'zh', label: '中文' }, { value: 'en', label: 'English' }]} />)}
      <TextField className="print-option" value={title} onChange={onTitle} maxLength={40}><Label className="label">{say('图名', 'Title')}</Label><Input className="input" placeholder={usualTitle} /></TextField>
      <Switch className="print-switch" isSelected={choice.list} onChange={(list) => onChange({ list })}><i className="switch-track" />{say('列出资产名录（放得下时）', 'List the assets where there is room')}</Switch>
    </div>
  );
}
