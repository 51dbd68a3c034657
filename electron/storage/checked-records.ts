import { FailureError } from '../../data/schema/failure.js';
import { lists, nounNames, recordSchemas, type LedgerData, type NounName } from '../../data/schema/ledger.js';
import type { RawLedger } from '../../data/schema/migrations.js';
import { eachPaced } from './slices.js';

/** Every record through its schema. Throws `damaged` at the first that does not satisfy it, naming it. */
export async function checked(raw: RawLedger): Promise<LedgerData> {
  const parsed = await parsedRecords(raw);
  if (parsed.refused.length > 0) {
    throw new FailureError('damaged', {
      zh: `账本里的「${parsed.refused[0]}」不合格式（共 ${parsed.refused.length} 条），没有打开，文件没有改动。请把整个文件夹发给维护人员。`,
      en: `“${parsed.refused[0]}” in the ledger is not well formed (${parsed.refused.length} in all), so it was not opened and nothing was changed. Send the whole folder to whoever maintains the program.`,
    }, { file: 'ledger.json' });
  }
  return parsed.data;
}

/** Every record that satisfies its schema, and the names of those that do not. */
export async function parsedRecords(raw: RawLedger): Promise<{ data: LedgerData; refused: string[] }> {
  const refused: string[] = [];
  const kept = { asset: [], project: [], tour: [], profile: [] } satisfies Record<NounName, unknown[]> as Record<NounName, unknown[]>;
  for (const noun of nounNames) {
    await eachPaced(noun === 'profile' ? [raw.profile] : raw[lists[noun]], (record) => {
      const result = recordSchemas[noun].safeParse(record);
      if (result.success) kept[noun].push(result.data);
      else refused.push(String((record as { name?: unknown } | null)?.name ?? noun));
    });
  }
  const profile = kept.profile[0] ?? recordSchemas.profile.parse({ name: { zh: '未命名乡镇', en: 'Unnamed township' } });
  return { data: { profile, assets: kept.asset, projects: kept.project, tours: kept.tour } as unknown as LedgerData, refused };
}
