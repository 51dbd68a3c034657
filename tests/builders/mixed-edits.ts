import type { Edit } from '../../data/contract.js';
import type { LedgerData } from '../../data/schema/ledger.js';
import { profileId } from '../../data/schema/ledger.js';
import { categories, statuses, utilities } from '../../data/schema/vocabularies.js';
import { seeded } from './ledger.js';

/** A person's session, one step after the other: what they do next depends on the ledger as it is. The same for the same seed. */
export function mixedEdits(seed: number): (data: LedgerData, step: number) => Edit[] {
  const random = seeded(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const setOf = (data: LedgerData, step: number): Edit => {
    const { id } = pick(data.assets);
    const [path, value] = pick<readonly [string, unknown]>([
      ['name', `第 ${step} 步`], ['notes', `"引号" 与\n换行 ${step}`], ['siteArea', Math.round(random() * 1e6) / 100], ['siteArea', undefined], ['status', pick(statuses.values)],
      ['utilities', utilities.values.filter(() => random() < 0.4)], ['location', { lng: 119 + random(), lat: 29 + random() }], ['contact', { name: '张三', phone: `1380000${step}` }],
      ['highlights', { zh: `亮点${step}` }], ['price', { yuan: step * 100, basis: 'year' }], ['reservePrice', undefined], ['suggestedUses', ['研学', `业态${step}`]], ['category', pick(categories.values)],
    ]);
    return { kind: 'set', noun: 'asset', id, path, ...(value === undefined ? {} : { value }) };
  };
  const added = (step: number, order = 0): Edit => ({ kind: 'add', noun: 'asset', record: { category: pick(categories.values), name: `新 ${step}-${order}`, code: `N-${step}-${order}`, village: '溪口村', status: 'idle', siteArea: 10 + step } });
  return (data, step) => {
    const dice = random();
    if (dice < 0.42) return [setOf(data, step)];
    if (dice < 0.52) return [added(step)];
    if (dice < 0.62 && data.assets.length > 12) return [{ kind: 'remove', noun: 'asset', id: pick(data.assets).id }];
    // A batch change: one value for many.
    if (dice < 0.72) return data.assets.filter(() => random() < 0.4).slice(0, 30).concat(pick(data.assets)).map(({ id }): Edit => ({ kind: 'set', noun: 'asset', id, path: 'status', value: pick(statuses.values) }));
    // As an import does it: many set and many added at once.
    if (dice < 0.77) return [...Array.from({ length: 8 }, () => setOf(data, step)), ...Array.from({ length: 6 }, (_, order) => added(step, order))];
    if (dice < 0.82) return [{ kind: 'set', noun: 'profile', id: profileId, path: pick(['slogan', 'name']), value: { zh: `乡 ${step}`, en: `Township ${step}` } }];
    if (dice < 0.88) return [{ kind: 'add', noun: 'project', record: { name: `项目 ${step}`, assetIds: [pick(data.assets).id] } }];
    const project = pick(data.projects);
    if (!project) return [added(step)];
    if (dice < 0.94) return [{ kind: 'set', noun: 'project', id: project.id, path: 'assetIds', value: [...new Set([pick(data.assets).id, pick(data.assets).id])] }];
    if (dice < 0.97) return [{ kind: 'set', noun: 'project', id: project.id, path: 'investment', value: step }];
    return [{ kind: 'remove', noun: 'project', id: project.id }];
  };
}
