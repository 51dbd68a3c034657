import { formatNumber } from '../../../data/rules/format.js';
import { useSay } from '../../state/language.js';
import { useProgram } from '../../state/program-store.js';
import { useDesk } from '../../state/use-desk.js';
import { LedgerNotice } from '../../ui/ledger-notice.js';
import { PageHead } from '../../ui/page-head.js';
import { BrochureCard } from './brochure-card.js';
import { FilmCard } from './film-card.js';
import { GeoCard } from './geo-card.js';
import { PosterCard } from './poster-card.js';
import { SlidesCard } from './slides-card.js';
import { TableCard } from './table-card.js';
import { WebCard } from './web-card.js';
import './outputs.css';

/** 出品: what leaves the program, each either for staff or for the public. */
export function OutputsPage() {
  const say = useSay();
  useDesk();
  const assets = useProgram((state) => state.deskEntries?.length ?? null);
  const placed = useProgram((state) => state.deskEntries?.filter((entry) => entry.lng !== null).length ?? null);
  const published = useProgram((state) => state.publicEntries.length);
  const projects = useProgram((state) => state.deskProjects?.length ?? null);
  const count = (value: number | null, unit: string) => (value === null ? '' : `${formatNumber(value)}${unit}`);
  return (
    <div className="sheet">
      <PageHead title={say('出品', 'Outputs')} note={say('带走的每一份，要么标着「内部资料」，要么只有可公开的内容。', 'Whatever leaves is either marked internal, or holds public content only.')} />
      <LedgerNotice />
      <div className="outputs-cards">
        <TableCard kind="projects" icon="projects" title={say('项目一张表', 'The project table')} words={say('给领导和各部门看的招商项目一览。', 'All investment projects, for leaders and colleagues.')} count={count(projects, say(' 个', ''))} />
        <TableCard kind="ledger" icon="ledger" title={say('资产一本账', 'The ledger')} words={say('全乡闲置资产台账，按类别分段。', 'All idle assets, by category.')} count={count(assets, say(' 宗', ''))} />
        <BrochureCard count={count(published, say(' 宗对外', ' public'))} />
        <WebCard count={count(published, say(' 宗对外', ' public'))} />
        <FilmCard />
        <SlidesCard />
        <PosterCard count={count(published, say(' 宗对外', ' public'))} />
        <GeoCard count={count(placed, say(' 宗有坐标', ' placed'))} />
      </div>
    </div>
  );
}
