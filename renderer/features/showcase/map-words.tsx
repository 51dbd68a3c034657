import type { Basemap } from '../../map/basemap/basemap.js';
import { useSay, type Say } from '../../state/language.js';
import { useProgram } from '../../state/program-store.js';

/** Latin letters are not read downwards, so such a name lies flat in either language. */
const isUpright = (name: string) => /^[\u0000-\u024f]/.test(name);

/** The township's name down the map's edge, as a scroll carries its title. */
export function TitleScroll() {
  const say = useSay();
  const overview = useProgram((state) => state.overview);
  if (!overview) return null;
  const { name, slogan } = overview.profile;
  const second = slogan?.[say.language] ?? slogan?.zh;
  return (
    <div className="showcase-title" data-language={isUpright(say(name)) ? 'en' : say.language}>
      <h1>{say(name)}</h1>
      {second && <p>{second}</p>}
      {overview.sample && <i className="showcase-seal">{say('示例数据', 'Sample data')}</i>}
    </div>
  );
}

/** Whose map this is, as the law and good manners want it: its name, its approval number or that it has none. */
export function MapCredit({ basemap, covers }: { basemap: Pick<Basemap, 'pack'> | 'missing' | null; covers: boolean }) {
  const say = useSay();
  const sample = useProgram((state) => state.overview?.sample ?? false);
  if (basemap === null) return null;
  const words = basemap === 'missing'
    ? [say('底图包读不出来，请在设置中检查；资产仍可查看', 'The map pack cannot be read; check it in Settings. Assets can still be seen')]
    : covers ? packWords(basemap.pack, say) : [say('没有这一带的底图，只显示资产的位置', 'No map of this area; only the assets’ positions are shown')];
  return <div className="showcase-credit" title={basemap === 'missing' ? '' : `${say(basemap.pack.attribution)} · ${basemap.pack.datum}`}>{[...words, ...(sample ? [say('示例数据', 'Sample data')] : [])].join(' · ')}</div>;
}

function packWords(pack: Basemap['pack'], say: Say): string[] {
  const saysSchematic = /示意|schematic/i.test(say(pack.name));
  const approval = pack.approvalNumber ? say(`审图号 ${pack.approvalNumber}`, `Approval ${pack.approvalNumber}`) : say('无审图号', 'No approval number');
  return [say(pack.name), ...(pack.schematic && !saysSchematic ? [say('示意图', 'Schematic')] : []), approval];
}
