import type { MapPrint } from '../../schema/map-print.js';
import type { Profile } from '../../schema/profile.js';
import type { Language } from '../../schema/text.js';

/** What stands over a printed map: what the person wrote, or the township's name and what the map is of. */
export function mapTitle(profile: Pick<Profile, 'name'>, { title }: Pick<MapPrint, 'title'>, language: Language): string {
  if (title) return title;
  const { zh, en } = profile.name;
  return language === 'zh' ? `${zh || en}闲置资产分布图` : `${en || zh}: map of idle assets`;
}

/** What stands over a map poster: what the person wrote, or the township's name and what it is for. */
export function posterTitle(profile: Pick<Profile, 'name'>, { title }: { readonly title?: string | undefined }, language: Language): string {
  if (title) return title;
  const { zh, en } = profile.name;
  return language === 'zh' ? `${zh || en}招商地图` : `${en || zh}: Open to Investors`;
}

/** The signs of a seal: the township's name, at most four; nothing where it is not written in Chinese. */
export function sealSigns(profile: Pick<Profile, 'name'>): readonly string[] {
  const signs = [...profile.name.zh.replace(/[^\p{Script=Han}]/gu, '')];
  return signs.length < 2 ? [] : signs.length === 2 ? [...signs, '之', '印'] : signs.length === 3 ? [...signs, '印'] : signs.slice(0, 4);
}
