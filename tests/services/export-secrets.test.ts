import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TableRequest } from '../../data/contract.js';
import { exportTable } from '../../electron/services/export/export-table.js';
import { bundleForNode } from '../builders/bundle.js';
import { ledgerOfCanaries } from '../builders/canaries.js';
import { unpacked } from '../builders/unpacked.js';

const { data, canaries } = ledgerOfCanaries();

let folder: string;
let workerFile: string;
beforeAll(async () => { workerFile = await bundleForNode(fileURLToPath(new URL('../../electron/services/export/export-worker.ts', import.meta.url))); folder = await mkdtemp(join(tmpdir(), 'xishan-secrets-')); });
afterAll(async () => { await rm(folder, { recursive: true, force: true }); await rm(workerFile, { force: true }); });

/** Everything a file says: the bytes, and the unpacked parts of a workbook. */
async function contentOf(fields: Partial<TableRequest>): Promise<string> {
  const { file, name } = await exportTable({ kind: 'ledger', format: 'xlsx', audience: 'public', language: 'zh', encoding: 'utf-8', ...fields }, data, { folder, today: '2026-11-23', workerFile });
  if (fields.format === 'csv') return name + (await readFile(file)).toString('utf8');
  return name + [...(await unpacked(file))].map(([part, bytes]) => part + bytes.toString('utf8')).join('\n');
}
const cases = (['ledger', 'projects'] as const).flatMap((kind) => (['xlsx', 'csv'] as const).flatMap((format) => (['zh', 'en'] as const).map((language) => ({ kind, format, language }))));

describe('a public export', () => {
  it.each(cases)('of the $kind as $format in $language holds nothing of any internal or personal field', async (fields) => {
    const content = await contentOf(fields);
    expect(content).toContain(fields.kind === 'ledger' ? '公开forest' : '公开项目');
    expect(canaries.filter(({ word }) => content.includes(word)).map(({ path }) => path)).toEqual([]);
    expect(content).not.toContain('CANARY');
  });
});

describe('an internal export', () => {
  it('holds owner, certificate, contact and notes, so that the canaries above could have been found', async () => {
    const content = await contentOf({ kind: 'ledger', audience: 'internal' });
    for (const path of ['forest.owner', 'forest.certificateNo', 'forest.contact.phone', 'forest.notes']) {
      const { word } = canaries.find((canary) => canary.path === path) ?? {};
      expect(content, path).toContain(word);
    }
    const projects = await contentOf({ kind: 'projects', audience: 'internal' });
    for (const path of ['project.officer', 'project.progress', 'project.contact.name']) expect(projects, path).toContain(canaries.find((canary) => canary.path === path)?.word);
  });
});
