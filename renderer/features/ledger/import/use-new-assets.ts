import { useEffect, useState } from 'react';
import type { ImportPlanSummary } from '../../../../data/contract.js';
import type { ImportRow } from '../../../../data/schema/import-plan.js';
import { isDoubtful } from '../../../../data/schema/import-plan.js';
import { useClient } from '../../../client/current-client.js';
import type { PhotoTarget } from './photo-choices.js';

export interface NewAsset extends PhotoTarget { readonly village: string; readonly category: ImportRow['category'] }

/** The assets that rows of the plan make, whose name, code or village holds the words; at most `most` of them. */
export function useNewAssets(plan: ImportPlanSummary | undefined, words: string, most: number): readonly NewAsset[] {
  const client = useClient();
  const [found, setFound] = useState<readonly NewAsset[]>([]);
  useEffect(() => {
    if (!plan) return;
    let gone = false;
    const look = async () => {
      const assets: NewAsset[] = [];
      for (const [file, { counts }] of plan.files.entries()) {
        if (counts.new === 0 || assets.length >= most || gone) continue;
        const { rows } = await client.call('import.rows', { planId: plan.planId, file, outcome: 'new', noun: 'asset', query: words, limit: most - assets.length });
        for (const row of rows) if (row.recordId) assets.push({ assetId: row.recordId, name: row.name, madeBy: { key: row.key, file, doubtful: isDoubtful(row) }, village: villageOf(row), category: row.category });
      }
      if (!gone) setFound(assets);
    };
    // A plan that has been made anew meanwhile has expired; its successor asks again.
    look().catch(() => undefined);
    return () => { gone = true; };
  }, [client, plan, words, most]);
  return found;
}

const villageOf = (row: ImportRow): string => { const cell = row.cells.find(({ path }) => path === 'village'); return typeof cell?.after === 'string' ? cell.after : ''; };
