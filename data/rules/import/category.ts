import { categories, type Category } from '../../schema/vocabularies.js';
import { plain } from './cell.js';
import { wordOf, wordsIn } from './parse-words.js';

/** Words in the names of things, by category; the last words of a name count. */
const nameEndings: readonly (readonly [RegExp, Category])[] = [
  [/(?:水?电站|水电|发电站)$/, 'hydropower'],
  [/(?:礼堂|会堂|祠堂|宗祠|大会堂|活动室|活动中心|文化中心|戏台|家宴中心)$/, 'hall'],
  [/(?:农房|民房|老屋|老宅|旧宅|民居|古宅|民宅|住宅|宅院|老房|房屋|\d+号|闲置房)$/, 'house'],
  [/(?:厂房|厂|校舍|学校|小学|中学|办公楼|供销社|卫生室|卫生院|粮站|粮库|粮仓|仓库|茶站|蚕茧站|加工厂|养殖场|停车场|空地|车站|门面|店面|商铺|旧址|大楼|服务中心)$/, 'other'],
  [/(?:林|山林|竹林|林地|山场|林场|杉木|毛竹|山)$/, 'forest'],
  [/(?:水田|旱地|梯田|农田|园地|田块|大棚地?|连片田|田|耕地|地块|畈|茶园|果园|菜地|地)$/, 'farmland'],
];

/** The category that a thing's name tells, or nothing. */
export function categoryOfName(name: string): Category | undefined {
  const words = plain(name).replace(/[([【].*?[)\]】]/g, '');
  return nameEndings.find(([pattern]) => pattern.test(words))?.[1];
}

/** The one category that a sheet name, title or section names; nothing when it names none or several. */
export function categoryIn(words: string): Category | undefined {
  const exact = wordOf(categories, words.replace(/^[一二三四五六七八九十\d]+[、.．)）]/, ''));
  if (exact) return exact;
  const text = plain(words).replace(/^.{1,7}?(?:乡|镇|街道)(?=.{2})/, '').replace(/[\u4e00-\u9fff]{1,4}(?:村|社区)/g, '');
  const found = wordsIn(categories, text);
  if (found.size > 1) found.delete('other');
  if (found.size === 1) return [...found.keys()][0];
  if (found.size > 1) return undefined;
  return /其他|其它/.test(text) ? 'other' : undefined;
}
