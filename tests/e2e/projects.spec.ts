import * as XLSX from '@e965/xlsx';
import { readFile } from 'node:fs/promises';
import { buildAsset, buildProfile, buildProject } from '../builders/ledger.js';
import { preparedLedger } from '../builders/prepared-ledger.js';
import { expect, RunningHost, test, watchPage } from './fixtures.js';

const station = buildAsset('hydropower', { name: '溪口电站', status: 'available', detail: { capacityKw: 480 } });
const wood = buildAsset('forest', { name: '老鹰岩杉木林', status: 'idle', siteArea: 200_000 });
const data = {
  profile: buildProfile(), assets: [station, wood],
  projects: [
    buildProject({ code: 'XM-1', name: '溪口营地', sector: '文旅康养', horizon: 'near', stage: 'talking', investment: 1200, assetIds: [station.id, wood.id], officer: '王某（副乡长）', contact: { name: '李某', phone: '19900000001' } }),
    buildProject({ code: 'XM-2', name: '杉木林康养步道', sector: '文旅康养', horizon: 'far', stage: 'planning', investment: 80.5, assetIds: [wood.id] }),
    buildProject({ code: 'XM-3', name: '小水电技改', sector: '绿色能源', horizon: 'near', stage: 'signed', investment: 350 }),
  ],
  tours: [],
};

test('the project table is grouped, summed, edited in place, and exported just as it stands on screen', async ({ folder, page }) => {
  const host = await RunningHost.start(folder, await preparedLedger(folder, data));
  const check = await watchPage(page);
  await page.goto(host.address);
  await page.keyboard.press('Control+5');
  const grid = page.getByRole('grid', { name: '项目一张表' });
  await expect(grid).toContainText('溪口营地');
  await page.getByRole('radio', { name: '产业' }).click();
  await expect(grid).toContainText('绿色能源');
  await page.getByRole('radio', { name: '不分' }).click();

  await page.getByRole('searchbox').fill('xkyd');
  await expect(grid).toContainText('溪口营地');
  await expect(grid).not.toContainText('小水电技改');
  await page.getByRole('searchbox').fill('');

  // The foot sums what is on screen; a figure typed over in its cell changes the sum, and undo gives both back.
  await expect(grid).toContainText('1,630.5');
  const investment = grid.locator('[role=row]', { hasText: '小水电技改' }).locator('[role=gridcell][data-column=investment]');
  await investment.dblclick();
  await page.getByRole('textbox', { name: '总投资' }).fill('450');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '先不填' }).click();
  await expect(investment).toContainText('450');
  await expect(grid).toContainText('1,730.5');
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(investment).toContainText('350');

  await page.getByRole('button', { name: '导出' }).click();
  const dialog = page.getByRole('dialog', { name: '导出项目一张表' });
  await dialog.getByRole('radio', { name: '对外' }).click();
  await dialog.getByRole('button', { name: '生成' }).click();
  const download = page.waitForEvent('download');
  await page.getByTestId('output-file').click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/公开.*\.xlsx$/);
  const book = XLSX.read(await readFile(await file.path()));
  const cells = XLSX.utils.sheet_to_json<(string | number)[]>(book.Sheets[book.SheetNames[0]!]!, { header: 1, raw: true }).flat();
  for (const project of data.projects) {
    expect(cells).toContain(project.name);
    expect(cells).toContain(project.investment);
  }
  expect(cells).toContain(480);
  expect(cells).toContain(300);
  for (const secret of ['王某（副乡长）', '李某', '19900000001']) expect(JSON.stringify(cells)).not.toContain(secret);
  check();
  await host.stop();
});
