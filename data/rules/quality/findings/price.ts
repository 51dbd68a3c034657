import type { Asset } from '../../../schema/asset.js';
import { text } from '../../../schema/text.js';
import { formatArea, formatNumber, formatPrice, isMeasuredInMu, squareMetresPerMu } from '../../format.js';
import { oddPrice } from '../ledger-figures.js';
import { cooperationWords } from '../offer.js';
import { found, nothing, type Rule } from '../rule.js';

/** A yearly rent of land in 元/亩 below and above which the unit must be wrong: waste hills go for a few 元, greenhouses for some thousand. */
const landRent = { least: 1, most: 20_000 };
const rentals = new Set<Asset['cooperation'][number]>(['lease', 'contract', 'sublease', 'management']);

const both = (asset: Asset) => ({ zh: formatPrice(asset.price!, 'zh'), en: formatPrice(asset.price!, 'en') });

/** The yearly rent in 元/亩 that the price comes to; nothing where it cannot be said. */
function rentPerMu(asset: Asset): number | undefined {
  const { price, siteArea, category } = asset;
  if (!price || price.yuan === null || price.yuan === 0 || !isMeasuredInMu(category)) return undefined;
  if (price.basis === 'mu-year') return price.yuan;
  if (siteArea === undefined) return undefined;
  const mu = siteArea / squareMetresPerMu;
  return price.basis === 'year' ? price.yuan / mu : price.basis === 'month' ? (price.yuan * 12) / mu : undefined;
}

export const priceRules: readonly Rule[] = [
  {
    code: 'price-zero', level: 'doubt', label: text('参考价为零', 'A price of nothing'),
    find: (asset) => (asset.price?.yuan === 0 ? found('price', '参考价写的是 0 元；未定价请改为「面议」。', 'The price says 0; where it is open to talks, say “negotiable”.') : nothing),
  },
  {
    code: 'price-unit', level: 'doubt', label: text('价格单位不像', 'Unlikely price unit'),
    find: (asset) => {
      const { price, category, cooperation } = asset;
      if (!price || price.yuan === null || price.yuan === 0) return nothing;
      const { zh, en } = both(asset);
      if (price.basis === 'mu-year' && (category === 'house' || category === 'hall' || category === 'hydropower')) {
        return found('price', `${zh} 是按亩计的，房屋和电站通常按年计价，请核实单位。`, `${en} is a price of land; buildings and stations are usually priced by the year. Check the unit.`);
      }
      if (price.basis === 'total' && cooperation.length > 0 && cooperation.every((way) => rentals.has(way))) {
        const ways = cooperationWords(cooperation);
        return found('price', `合作方式是${ways.zh}，${zh} 却写成一次性总价，像是漏写了「/年」。`, `The way is ${ways.en}, yet ${en} is a sum in all; “a year” may be missing.`);
      }
      return nothing;
    },
  },
  {
    code: 'price-per-mu', level: 'doubt', label: text('折合亩价不合常理', 'Implausible rent per mu'),
    find: (asset) => {
      const rent = rentPerMu(asset);
      if (rent === undefined || (rent >= landRent.least && rent <= landRent.most)) return nothing;
      const { zh, en } = both(asset);
      const area = asset.siteArea === undefined ? undefined : { zh: formatArea(asset.siteArea, asset.category, 'zh'), en: formatArea(asset.siteArea, asset.category, 'en') };
      const total = area && asset.price!.basis === 'mu-year' ? formatNumber((rent * asset.siteArea!) / squareMetresPerMu / 10_000) : undefined;
      return found('price',
        total ? `${zh} × ${area!.zh.value} ${area!.zh.unit} = 每年 ${total} 万元，像是把总价写成了亩价。` : `${zh}${area ? ` ÷ ${area.zh.value} ${area.zh.unit}` : ''}，折合每亩每年 ${formatNumber(rent)} 元，请核实单位和面积。`,
        total ? `${en} × ${area!.en.value} ${area!.en.unit} is CNY ${formatNumber(Number(total.replaceAll(',', '')) * 10_000)} a year; a total may have been given as a price per mu.` : `${en}${area ? ` ÷ ${area.en.value} ${area.en.unit}` : ''} comes to CNY ${formatNumber(rent)} a mu a year; check the unit and the area.`);
    },
  },
  {
    code: 'price-unlike-others', level: 'doubt', label: text('价格与同类相差悬殊', 'Price unlike all others'),
    find: (asset, { figures }) => {
      const usual = oddPrice(asset, figures);
      if (usual === undefined) return nothing;
      const { zh, en } = both(asset);
      const middle = { yuan: usual, basis: asset.price!.basis };
      return found('price', `${zh}，而同类资产的中间价是 ${formatPrice(middle, 'zh')}，相差千倍以上，请核实是「元」还是「万元」。`, `${en}, while the middle of its kind is ${formatPrice(middle, 'en')}: a thousandfold apart. Yuan, or ten thousands of yuan?`);
    },
  },
];
