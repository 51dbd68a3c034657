import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { buildAsset, buildProfile } from '../builders/ledger.js';
import { preparedLedger } from '../builders/prepared-ledger.js';
import { openLedger } from '../../electron/storage/ledger.js';
import { draftOf, setEntry } from '../builders/ledger.js';
import { expect, introduce, RunningHost, test, watchPage } from './fixtures.js';

const house = buildAsset('house', { name: '溪边老宅', code: 'LF-1', village: '溪口村', notes: '钥匙在村委' });
const wood = buildAsset('forest', { name: '松岭山林', code: 'SL-1', village: '上坞村', siteArea: 20_000 });

/** An edit made at a desk before its program is opened. */
async function edit(folder: string, id: string, fields: object): Promise<void> {
  const ledger = await openLedger(folder);
  const before = ledger.asset(id)!;
  await ledger.commit(draftOf(setEntry('asset', before, { ...before, ...fields, revision: before.revision + 1, updatedAt: new Date().toISOString() })));
  await ledger.close();
}

async function openExchange(page: Page, item: RegExp): Promise<void> {
  await page.keyboard.press('Control+2');
  await page.getByRole('button', { name: '交换' }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

test('two desks exchange a file with a conflict: it is decided with the keyboard, merged as one change, and undone', async ({ folder, page, browser }) => {
  const first = await preparedLedger(folder, { profile: buildProfile({ villages: ['溪口村', '上坞村'] }), assets: [house, wood], projects: [], tours: [] }, '甲');
  const second = join(folder, '乙');
  await cp(first, second, { recursive: true });
  await edit(first, house.id, { notes: '甲写的', landUse: '宅基地' });
  await edit(second, house.id, { notes: '乙写的', address: '溪口 3 号' });
  await edit(second, wood.id, { siteArea: 30_000 });

  const there = await RunningHost.start(join(folder, 'home-b'), second);
  const away = await browser.newPage();
  const checkAway = await watchPage(away);
  await away.goto(there.address);
  await openExchange(away, /带走一份/);
  const taking = away.getByRole('dialog', { name: '带走一份' });
  await expect(taking.getByText('2 宗资产')).toBeVisible();
  await taking.getByRole('button', { name: '做一份' }).click();
  const [download] = await Promise.all([away.waitForEvent('download'), taking.getByTestId('output-file').click()]);
  const file = join(folder, download.suggestedFilename());
  expect(file).toMatch(/交换件-.*\.xishanpart$/);
  await download.saveAs(file);
  checkAway();
  await there.stop();

  const here = await RunningHost.start(join(folder, 'home-a'), first);
  const check = await watchPage(page);
  await page.goto(here.address);
  await introduce(page);
  await openExchange(page, /合并进来/);
  const dialog = page.getByRole('dialog', { name: '合并进来' });
  const chooser = page.waitForEvent('filechooser');
  await dialog.getByRole('button', { name: '选择交换件' }).click();
  await (await chooser).setFiles(file);
  await expect(dialog.getByText('还有 1 处要您定')).toBeVisible();
  await expect(dialog.getByRole('button', { name: '合并', exact: true })).toBeDisabled();
  const question = dialog.getByRole('radiogroup', { name: '备注' });
  await expect(question.getByRole('radio', { name: /甲写的/ })).not.toBeChecked();
  await question.getByRole('radio').first().focus();
  await page.keyboard.press('2');
  await expect(question.getByRole('radio', { name: /乙写的/ })).toBeChecked();
  await dialog.getByText(/^其余/).click();
  await expect(dialog.getByText('松岭山林')).toBeVisible();
  await dialog.getByRole('button', { name: '合并', exact: true }).click();
  await expect(dialog.getByText('合并好了')).toBeVisible();
  await dialog.getByRole('button', { name: '好', exact: true }).click();

  await page.keyboard.press('Control+4');
  const timeline = page.getByRole('listbox', { name: '修改记录' });
  await expect(timeline).toContainText('合并交换件');
  const detail = page.getByRole('region', { name: '这次修改' });
  for (const words of ['乙写的', '溪口 3 号', '45']) await expect(detail).toContainText(words);
  await page.getByRole('button', { name: '撤销', exact: true }).click();
  await expect(timeline.getByText('已撤销')).toBeVisible();
  check();
  await here.stop();
});
