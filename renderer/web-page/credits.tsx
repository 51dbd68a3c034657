import { formatDate } from '../../data/rules/format.js';
import type { WebContent } from '../../data/rules/web/web-content.js';
import { Icon } from '../ui/icon.js';
import { usePageSay } from './page-language.js';

/** What has to be said of the page: whose map, its 审图号 or that it has none, sample data, the day of making. */
export function Credits({ content: { credits, warning, sample, madeOn, township } }: { content: WebContent }) {
  const say = usePageSay();
  return (
    <footer className="web-credits">
      {warning && <p className="web-warning"><Icon name="warning" size={18} />{say(warning)}</p>}
      {sample && <p><b>{say('示例数据：资产、项目与地形均系虚构。', 'Sample data: assets, projects and terrain are invented.')}</b></p>}
      {credits[say.language].length > 0 && <p>{say('底图', 'Map')}：{credits[say.language].join(' · ')}</p>}
      <p>{say(township)} · {say(`制作日期 ${formatDate(madeOn, 'zh')}，内容以当日为准，合作条件以双方签订的合同为准。`, `Made on ${madeOn}; the content is as of that day, and terms are those of the contract that is signed.`)}</p>
      <p>{say('页面字体：霞鹜文楷（SIL 开放字体许可）', 'Typeface: LXGW WenKai (SIL Open Font License)')}</p>
    </footer>
  );
}
