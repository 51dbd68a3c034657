import type { Asset } from '../../data/schema/asset.js';
import { cooperations, statuses, utilities, type Category } from '../../data/schema/vocabularies.js';

export const villages = ['白鹭畈村', '上梅湾村', '松阴村', '石桥头村', '水碓坑村', '龙爪溪村', '高枧村', '青枫岭村', '竹坞村', '茶园岗村', '云雾尖村'];
const places: readonly (readonly [number, number])[] = [
  [119.91758, 29.80655], [119.90619, 29.84713], [119.94035, 29.87418], [119.95174, 29.84262], [119.94553, 29.79574], [119.98383, 29.85345],
  [119.88445, 29.8318], [119.97037, 29.81918], [119.93207, 29.83271], [119.89687, 29.78852], [119.89273, 29.86968],
];
const fronts = ['白鹭', '长潭', '上梅', '石桥', '水碓', '龙爪', '青枫', '竹坞', '云雾', '乐和', '重阳', '大岩', '松风', '望鹭', '乌石', '笔架'];
const backs: Readonly<Record<Category, readonly string[]>> = {
  forest: ['毛竹林', '油茶林', '松杉林'], farmland: ['连片水田', '梯田', '茶园'], hydropower: ['一级电站', '二级电站'],
  house: ['老宅', '三合院', '粮仓'], hall: ['文化礼堂', '宗祠'], other: ['旧校舍', '旧厂房', '晒场'],
};
const uses = ['研学', '民宿', '露营', '茶旅', '清洁能源', '林下经济', '书屋', '共享菜园'];
const weights: readonly Category[] = ['forest', 'forest', 'farmland', 'farmland', 'hydropower', 'house', 'house', 'house', 'hall', 'other'];

/** A small repeatable source of chance: Lehmer's generator. */
export function chanceFrom(seed: number) {
  let state = seed;
  const next = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  return { next, pick: <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]! };
}

const identity = (order: number) => `01J${order.toString(36).toUpperCase().replace(/[ILOU]/g, 'Z').padStart(6, '0')}${order.toString().padStart(17, '0')}`;

/** As many invented assets as wanted, spread around the villages of 示例乡; the same for the same seed. */
export function manyAssets(count: number, seed = 7): Asset[] {
  const chance = chanceFrom(seed);
  const { next, pick } = chance;
  return Array.from({ length: count }, (_, order) => {
    const category = pick(weights);
    const at = Math.floor(next() * villages.length);
    const [lng, lat] = places[at]!;
    const spread = () => (next() + next() + next() - 1.5) * 0.016;
    const land = category === 'forest' || category === 'farmland';
    const detail = category === 'hydropower' ? { capacityKw: 100 + Math.floor(next() * 16) * 50, annualOutputKwh: 400_000 + Math.floor(next() * 1_600_000), headM: 20 + Math.floor(next() * 60), river: pick(['白鹭溪', '龙爪溪', '松阴溪']) }
      : category === 'forest' ? { treeSpecies: pick(['毛竹', '油茶', '杉木']), stockVolume: Math.floor(next() * 3000) } : category === 'hall' ? { capacity: 100 + Math.floor(next() * 300) } : {};
    return {
      id: identity(order), revision: 1, updatedAt: '2024-05-01T00:00:00.000Z', category,
      code: `${category.slice(0, 2).toUpperCase()}-2024-${String(order + 1).padStart(5, '0')}`,
      name: `${pick(fronts)}${pick(backs[category])}${count > 200 ? order + 1 : ''}`, village: villages[at],
      location: { lng: lng + spread(), lat: lat + spread() * 0.86 },
      ...(land ? { siteArea: Math.round(next() * 400_000) + 2_000 } : next() < 0.9 ? { floorArea: Math.round(next() * 900) + 60 } : {}),
      status: pick(statuses.values.filter((value) => value !== 'withdrawn')), constraints: [],
      cooperation: cooperations.values.filter(() => next() < 0.25), utilities: utilities.values.filter(() => next() < 0.5),
      ...(next() < 0.8 ? { price: { yuan: Math.round(next() * 500) * 1000, basis: 'year' } } : {}),
      suggestedUses: [pick(uses), pick(uses)], photos: [], videos: [], documents: [], detail,
    } as unknown as Asset;
  });
}
