import type { Asset } from '../../../schema/asset.js';
import { text } from '../../../schema/text.js';
import { formatEnergy, formatNumber, squareMetresPerMu } from '../../format.js';
import { firstDay } from '../dates.js';
import { isFilled, numberIn, wordsIn } from '../read.js';
import { found, nothing, type Found, type Rule, type RuleContext } from '../rule.js';

const hoursOfYear = 8_760;
/** Below this many hours at full power a year, an output was given in 万 kWh or a capacity in W. */
const fewestHours = 50;
/** Gravity times the density of water, in kN/m³: power in kW is 9.81 × flow in m³/s × head in m, before losses. */
const waterWeight = 9.81;
const numbersIn = (words: string) => (words.match(/\d+(?:\.\d+)?/g) ?? []).map(Number);

type Check = (asset: Asset, context: RuleContext) => readonly Found[];

const hydropower: Check = (asset) => {
  const [capacity, output, head, flow] = ['capacityKw', 'annualOutputKwh', 'headM', 'flow'].map((key) => numberIn(asset, key));
  const energy = (language: 'zh' | 'en') => { const { value, unit } = formatEnergy(output!, language); return `${value} ${unit}`; };
  if (capacity && output) {
    const hours = output / capacity;
    const said = formatNumber(hours, hours < 10 ? 1 : 0);
    if (hours > hoursOfYear) return found('detail.annualOutputKwh', `装机 ${formatNumber(capacity)} kW，年均发电 ${energy('zh')}，合满发 ${said} 小时，超过全年的 8,760 小时，请核实单位。`, `${formatNumber(capacity)} kW giving ${energy('en')} a year means ${said} hours at full power; a year has 8,760. Check the unit.`);
    if (hours < fewestHours) return found('detail.annualOutputKwh', `装机 ${formatNumber(capacity)} kW，年均发电 ${energy('zh')}，只合满发 ${said} 小时，像是把「万度」写成了「度」。`, `${formatNumber(capacity)} kW giving ${energy('en')} a year means ${said} hours at full power; the unit may be off by ten thousand.`);
  }
  const power = head && flow ? waterWeight * head * flow : undefined;
  if (capacity && power !== undefined && capacity > power * 1.2) return found('detail.capacityKw', `水头 ${formatNumber(head!)} 米、流量 ${formatNumber(flow!)} m³/s 至多 ${formatNumber(power, 0)} kW，装机却写 ${formatNumber(capacity)} kW，请核实。`, `A head of ${formatNumber(head!)} m and ${formatNumber(flow!)} m³/s give ${formatNumber(power, 0)} kW at most, yet ${formatNumber(capacity)} kW is stated.`);
  return nothing;
};

const forest: Check = (asset) => {
  const slope = Math.max(0, ...numbersIn(wordsIn(asset, 'slope')));
  if (slope > 90) return found('detail.slope', `坡度写的是「${wordsIn(asset, 'slope')}」，超过 90 度，请核实。`, `A slope of “${wordsIn(asset, 'slope')}” is steeper than upright.`);
  const elevation = Math.max(0, ...numbersIn(wordsIn(asset, 'elevation')));
  if (elevation > 8_849) return found('detail.elevation', `海拔写的是「${wordsIn(asset, 'elevation')}」，高过珠穆朗玛峰，请核实。`, `An elevation of “${wordsIn(asset, 'elevation')}” is above Mount Everest.`);
  const stock = numberIn(asset, 'stockVolume');
  const perMu = stock && asset.siteArea ? stock / (asset.siteArea / squareMetresPerMu) : 0;
  // Old forest in China holds 20 to 30 m³ a mu, the best plantations under 60.
  return perMu > 100 ? found('detail.stockVolume', `蓄积量 ${formatNumber(stock!)} m³，合每亩 ${formatNumber(perMu, 0)} m³，远超常见的 60 m³，请核实。`, `A stock of ${formatNumber(stock!)} m³ is ${formatNumber(perMu, 0)} m³ a mu, far above the usual 60.`) : nothing;
};

const building: Check = (asset, { today }) => {
  const floors = numberIn(asset, 'floors');
  if (floors !== undefined && (floors > 30 || (floors === 0 && asset.floorArea !== undefined))) return found('detail.floors', `层数写的是 ${formatNumber(floors)} 层，请核实。`, `${formatNumber(floors)} floors are stated; check the figure.`);
  const capacity = numberIn(asset, 'capacity');
  if (capacity && asset.floorArea && capacity / asset.floorArea > 4) return found('detail.capacity', `建筑面积 ${formatNumber(asset.floorArea)} ㎡ 要容纳 ${formatNumber(capacity)} 人，每平方米超过 4 人，请核实。`, `${formatNumber(capacity)} people on ${formatNumber(asset.floorArea)} ㎡ are more than four a square metre.`);
  const built = numberIn(asset, 'builtYear');
  const idle = asset.idleSince === undefined ? undefined : Number(asset.idleSince.slice(0, 4));
  if (built !== undefined && idle !== undefined && idle < built && built <= Number(today.slice(0, 4))) return found('idleSince', `${built} 年才建成，却写 ${asset.idleSince} 起闲置，请核实。`, `Built in ${built}, yet idle since ${asset.idleSince}.`);
  return nothing;
};

const checks: Readonly<Record<Asset['category'], readonly Check[]>> = { forest: [forest], farmland: [], hydropower: [hydropower, building], house: [building], hall: [building], other: [building] };

export const figureRules: readonly Rule[] = [
  { code: 'figure-implausible', level: 'doubt', label: text('数字不合常理', 'Implausible figure'), find: (asset, context) => checks[asset.category].flatMap((check) => check(asset, context)) },
  {
    code: 'date-future', level: 'doubt', label: text('日期在将来', 'Date in the future'),
    find: (asset, { today }) => {
      const now = firstDay(today);
      const built = numberIn(asset, 'builtYear');
      const dates = [['idleSince', asset.idleSince], ['surveyedAt', asset.surveyedAt], ['detail.builtYear', built === undefined ? undefined : String(built)], ...asset.photos.map((photo) => ['photos', photo.takenAt?.slice(0, 10)])] as const;
      const wrong = dates.find(([, date]) => isFilled(date) && /^\d{4}(-\d\d){0,2}$/.test(date!) && firstDay(date!) > now);
      return wrong ? found(wrong[0]!, `写的是 ${wrong[1]}，还没有到，请核实。`, `${wrong[1]} has not come yet.`) : nothing;
    },
  },
];
