import { useMemo } from 'react';
import { creditsOf } from '../../../data/rules/map/credits.js';
import { text, type Text } from '../../../data/schema/text.js';
import type { Ground, Sheet } from '../../map/ground/ground.js';
import { useSay } from '../../state/language.js';
import { useProgram } from '../../state/program-store.js';
import { MapCredits } from '../../ui/map-credits.js';

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

const nowhere = text('没有这一带的底图，只显示资产的位置', 'No map of this area; only the assets’ positions are shown');

/** Whose map this is, as the law and good manners want it: each sheet that is shown with its 审图号 or that it has none; before that, what is amiss with it. */
export function ShowcaseCredit({ sheets, ground, covers }: { sheets: readonly Sheet[] | null; ground: Ground | null; covers: boolean }) {
  const sample = useProgram((state) => state.overview?.sample ?? false);
  const credits = useMemo(() => creditsOf(sheets ?? []), [sheets]);
  if (!sheets || !ground) return null;
  const notes: readonly Text[] = [...sheets.flatMap(({ shown, fault }) => (shown && fault ? [fault] : [])), ...ground.faults, ...(covers && ground.extent ? [] : [nowhere])];
  return <MapCredits credits={credits} sample={sample} notes={[...new Map(notes.map((note) => [note.en, note])).values()]} />;
}
