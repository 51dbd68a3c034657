import { useMemo } from 'react';
import { formatNumber } from '../../../data/rules/format.js';
import { sealSigns } from '../../../data/rules/map/print-words.js';
import { webTitle } from '../../../data/rules/web/web-content.js';
import type { Language } from '../../../data/schema/text.js';
import { categories } from '../../../data/schema/vocabularies.js';
import { useClient } from '../../client/current-client.js';
import { useSay } from '../../state/language.js';
import { useProgram } from '../../state/program-store.js';
import { CategoryBadge } from '../../ui/category-badge.js';

/** What the page will look like: its cover and its list on two phones. */
export function WebSketch({ language, title, chosen }: { language: Language; title: string | undefined; chosen: ReadonlySet<string> | null }) {
  const say = useSay();
  const client = useClient();
  const overview = useProgram((state) => state.overview);
  const entries = useProgram((state) => state.publicEntries);
  const shown = useMemo(() => (chosen ? entries.filter(({ id }) => chosen.has(id)) : entries), [entries, chosen]);
  if (!overview) return <div className="outputs-sketch" />;
  const pictured = shown.filter(({ cover }) => cover);
  const address = (id: string | null | undefined) => (id ? client.address(`media/${id}/small`) : undefined);
  const { profile } = overview;
  const slogan = profile.slogan?.[language] || profile.slogan?.zh;
  return (
    <figure className="outputs-sketch outputs-phones" aria-label={say(`样张：${shown.length} 宗资产的网页`, `Sketch: a page of ${shown.length} assets`)} lang={language}>
      <div className="outputs-phone outputs-phone-cover">
        {pictured[0] && <img src={address(pictured[0].cover)} alt="" />}
        <p className="outputs-seal" aria-hidden="true">{sealSigns(profile).map((sign, at) => <span key={at}>{sign}</span>)}</p>
        <div><h3>{webTitle(profile, title)[language]}</h3>{slogan && <p>{slogan}</p>}<b className="figures">{formatNumber(shown.length)}<small>{language === 'zh' ? ' 宗' : ' assets'}</small></b></div>
      </div>
      <div className="outputs-phone outputs-phone-list" aria-hidden="true">
        {shown.slice(0, 5).map(({ id, name, nameEn, category, village, cover }) => (
          <div key={id}>{cover ? <img src={address(cover)} alt="" /> : <CategoryBadge category={category} size={30} />}<p><b>{language === 'en' && nameEn ? nameEn : name}</b><small>{village ?? categories.words.find(({ value }) => value === category)?.label[language]}</small></p></div>
        ))}
      </div>
    </figure>
  );
}
