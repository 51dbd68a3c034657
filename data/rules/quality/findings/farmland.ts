import type { Asset } from '../../../schema/asset.js';
import { text } from '../../../schema/text.js';
import { found, nothing, type Rule } from '../rule.js';

/** Uses for which land leaves farming. */
const notFarming = /民宿|客栈|茶宿|酒店|宾馆|旅馆|旅舍|度假村|别墅|会所|住宅|商品房|房地产|工厂|厂房|加工厂|车间|仓库|仓储|物流|停车场|停车位|加油站|充电站|商铺|商场|超市|餐厅|饭店|餐饮|农家乐|营地|露营|集市|夜市|婚礼|游乐|乐园|高尔夫|墓园|公墓|砖厂|采石|采砂|光伏|养老院|\b(?:hotel|guest ?house|homestay|factory|villas?|car park|parking lot|warehouse|restaurant|camp ?sites?|camping|glamping)\b/gi;
/** Farming that basic farmland is closed to all the same: orchards, nurseries, ponds dug for fish. */
const notGrain = /果园|林果|苗木|苗圃|草皮|挖塘|鱼塘|养鱼|绿化/g;
/** Words before a use that say it is not meant for this land: 不得建民宿, 邻近停车场, 距停车场 200 米. */
const turnedDown = /(?:不得|不能|不可|不准|不宜|禁止|严禁|禁建|邻|靠近|近|距|旁|对面|离|毗连|no |not |near |next to )[^，。；,.;]{0,8}$/i;

/** The fields that say what the land is to become or is used for. */
function statements(asset: Asset): readonly (readonly [path: string, words: string])[] {
  const detail = asset.detail as { planting?: string };
  return [
    ['suggestedUses', asset.suggestedUses.join('、')], ['highlights', asset.highlights?.zh ?? ''], ['highlights', asset.highlights?.en ?? ''],
    ['detail.planting', detail.planting ?? ''], ['landUse', asset.landUse ?? ''],
  ];
}

/** What in a text is said to be done, and not just turned down or near by. */
const named = (words: string, pattern: RegExp) => [...new Set([...words.matchAll(pattern)].filter((match) => !turnedDown.test(words.slice(0, match.index))).map((match) => match[0]))];

/** True for permanent basic farmland: by its own field, or by a constraint that does not deny it. */
export function isBasicFarmland(asset: Asset): boolean {
  if (asset.category !== 'farmland') return false;
  return asset.detail.basicFarmland === true
    || (asset.detail.basicFarmland === undefined && asset.constraints.some((line) => /基本农田/.test(line) && !/(?:不涉及|不属|不占|未占|非|无|不在)[^，。；]{0,6}基本农田/.test(line)));
}

function firstUse(asset: Asset, patterns: readonly RegExp[]): { path: string; uses: readonly string[] } | undefined {
  for (const [path, words] of statements(asset)) {
    const uses = words === '' ? [] : patterns.flatMap((pattern) => named(words, pattern));
    if (uses.length > 0) return { path, uses };
  }
  return undefined;
}

/**
 * Farmland stays in agricultural use: 农村土地承包法 article 38, second item. Permanent basic farmland may not be built on, nor
 * given to orchards or fish ponds: 土地管理法 articles 35 and 37. The rules name what was read, and leave the judgement to people.
 */
export const farmlandRules: readonly Rule[] = [
  {
    code: 'basic-farmland-use', level: 'blocks', label: text('基本农田非农使用', 'Basic farmland put to other use'),
    find: (asset) => {
      if (!isBasicFarmland(asset)) return nothing;
      const use = firstUse(asset, [notFarming, notGrain]);
      return use ? found(use.path, `永久基本农田上写着「${use.uses.join('、')}」。依《农村土地承包法》第三十八条、《土地管理法》，不得改变农业用途，请改写后再发布。`, `Permanent basic farmland is offered for “${use.uses.join(', ')}”. It must stay in farming (Rural Land Contracting Law art. 38; Land Administration Law): change this before publishing.`) : nothing;
    },
  },
  {
    code: 'farmland-use', level: 'doubt', label: text('田地非农使用', 'Farmland put to other use'),
    find: (asset) => {
      if (asset.category !== 'farmland' || isBasicFarmland(asset)) return nothing;
      const use = firstUse(asset, [notFarming]);
      return use ? found(use.path, `田地上写着「${use.uses.join('、')}」。依《农村土地承包法》第三十八条，流转不得改变农业用途，请核实用地手续。`, `Farmland is offered for “${use.uses.join(', ')}”. Under the Rural Land Contracting Law art. 38 it stays in farming; check the permits.`) : nothing;
    },
  },
];
