import type { Locator, Page } from '@playwright/test';
import { buildAsset, buildProfile } from '../builders/ledger.js';
import { preparedLedger } from '../builders/prepared-ledger.js';
import { workbookBytes } from '../builders/workbooks.js';
import { expect, RunningHost, test, watchPage } from './fixtures.js';

interface HandedOver { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }
const bytes = (name: string, buffer: Buffer): HandedOver => ({ name, mimeType: 'application/octet-stream', buffer });

/** Three houses with coordinates whose datum nobody states, and a column whose header nobody knows. */
const workbook = bytes('柳溪镇农房.xlsx', workbookBytes([{
  name: '农房',
  rows: [
    ['柳溪镇闲置农房台账'],
    ['编号', '名称', '所在村', '占地面积（㎡）', '东经', '北纬', '旧门牌'],
    ['LX-001', '溪头两间屋', '溪口村', 120, 119.9312, 29.8305, '甲七'],
    ['LX-002', '桥边老粮站', '石桥村', '90-110', 119.9407, 29.8352, '甲九'],
    ['LX-003', '上坞旧宅', '上坞村', 310, 119.9255, 29.8411, '乙三'],
  ],
}]));

const kml = bytes('溪口林地.kml', Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>溪口林地</name>
<Placemark><name>后山竹林</name><ExtendedData><Data name="编号"><value>LD-001</value></Data><Data name="村"><value>溪口村</value></Data></ExtendedData><Point><coordinates>119.935,29.845,0</coordinates></Point></Placemark>
</Document></kml>`));

const plainTable = bytes('桐树村.csv', Buffer.from('编号,名称,村,类别,占地面积（㎡）\nTS-1,桐树老屋,桐树村,老房,88\nTS-2,桐树粮仓,桐树村,其他,140\n', 'utf8'));

async function openLedger(folder: string, page: Page): Promise<RunningHost> {
  const host = await RunningHost.start(folder, await preparedLedger(folder, { profile: buildProfile(), assets: [buildAsset('house', { name: '唯一的老屋', code: 'WY-1' })], projects: [], tours: [] }));
  await page.goto(host.address);
  await page.keyboard.press('Control+2');
  return host;
}

async function handOver(page: Page, files: HandedOver[]): Promise<Locator> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '导入' }).first().click();
  await (await chooser).setFiles(files);
  return page.getByRole('dialog', { name: '导入', exact: true });
}

test('a workbook and a survey file go through the steps: a column and the datum are changed, a row is left out, and all is taken in as one change', async ({ folder, page }) => {
  const check = await watchPage(page);
  const host = await openLedger(folder, page);
  const dialog = await handOver(page, [workbook, kml]);
  const steps = dialog.getByRole('navigation', { name: '步骤' });

  await expect(dialog.getByText('张表可读')).toBeVisible();
  await expect(dialog.getByText('溪口林地.kml')).toBeVisible();

  await steps.getByRole('button', { name: /表格/ }).click();
  await expect(dialog.getByRole('region', { name: '柳溪镇农房.xlsx' })).toContainText('第 2 行');

  await steps.getByRole('button', { name: /列/ }).click();
  const unknown = dialog.getByRole('button', { name: '「旧门牌」读作：不导入' });
  await unknown.click();
  await page.getByRole('searchbox', { name: '找字段' }).fill('bz');
  await page.getByRole('option', { name: '备注' }).click();
  await expect(dialog.getByRole('button', { name: '「旧门牌」读作：备注' })).toBeVisible();
  await expect(dialog.getByRole('row', { name: /旧门牌/ })).toContainText('您改的');

  await steps.getByRole('button', { name: /单位与坐标系/ }).click();
  await dialog.getByRole('button', { name: /^农房/ }).click();
  await expect(dialog.getByTestId('import-shift')).toContainText('3');
  await dialog.getByRole('radio', { name: /BD-09/ }).check({ force: true });
  // BD-09 lies about a kilometre from WGS-84 here.
  await expect(dialog.getByTestId('import-shift')).toContainText('公里');
  await expect(dialog.getByText('按 BD-09 换算后')).toBeVisible();

  await steps.getByRole('button', { name: /核对/ }).click();
  const rows = dialog.getByRole('list', { name: '行' });
  await dialog.getByRole('tab', { name: /存疑/ }).click();
  await expect(rows).toContainText('90-110');
  await dialog.getByRole('tab', { name: /新增/ }).click();
  await expect(rows.getByText('甲七')).toBeVisible();
  await rows.getByText('上坞旧宅').click();
  await rows.getByRole('checkbox', { name: '导入「上坞旧宅」' }).uncheck({ force: true });
  await expect(rows).toContainText('留下，不导入');
  // A step back, and forth again by the keyboard.
  await page.keyboard.press('Control+z');
  await expect(rows).not.toContainText('留下，不导入');
  await rows.getByRole('checkbox', { name: '导入「上坞旧宅」' }).uncheck({ force: true });

  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByText('行留下，不导入')).toBeVisible();
  await dialog.getByRole('button', { name: '导入 3 行' }).click();
  await page.getByRole('textbox', { name: '姓名' }).fill('王小溪');
  await page.getByRole('button', { name: '记住' }).click();

  await expect(dialog.getByRole('heading', { name: '已记入账本' })).toBeVisible();
  await dialog.getByRole('button', { name: '看存疑的' }).click();
  await expect(dialog.getByRole('list', { name: '存疑的行' })).toContainText('90-110');
  await dialog.getByRole('button', { name: '关闭' }).last().click();
  const grid = page.getByRole('grid', { name: '资源一本账' });
  await expect(grid).toContainText('溪头两间屋');
  await expect(grid).toContainText('后山竹林');
  await expect(grid).not.toContainText('上坞旧宅');
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(grid).not.toContainText('溪头两间屋');
  await expect(grid).toContainText('唯一的老屋');
  check();
  await host.stop();
});

test('what is well understood takes two presses, and the same file again adds nothing', async ({ folder, page }) => {
  const host = await openLedger(folder, page);
  const dialog = await handOver(page, [plainTable]);
  await expect(dialog.getByRole('button', { name: '下一步：导入' })).toBeEnabled();
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByRole('heading', { name: /^记入/ })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: '先不填' }).click();
  await expect(dialog.getByRole('heading', { name: '已记入账本' })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('grid', { name: '资源一本账' })).toContainText('桐树粮仓');

  const again = await handOver(page, [plainTable]);
  await again.getByRole('button', { name: '下一步：导入' }).click();
  await expect(again.getByRole('button', { name: '没有要导入的' })).toBeDisabled();
  await host.stop();
});

test('a file that cannot be read says so beside its name, and the others go on without it', async ({ folder, page }) => {
  const host = await openLedger(folder, page);
  const dialog = await handOver(page, [bytes('空表.xlsx', Buffer.alloc(0))]);
  await expect(dialog.getByRole('listitem').filter({ hasText: '空表.xlsx' })).toContainText('空文件');
  await expect(dialog.getByRole('button', { name: /^下一步/ })).toBeDisabled();
  // Another file is added; the refused one is taken away.
  const chooser = page.waitForEvent('filechooser');
  await dialog.getByRole('button', { name: '再加文件' }).click();
  await (await chooser).setFiles(plainTable);
  await expect(dialog.getByRole('listitem').filter({ hasText: '桐树村.csv' })).toContainText('新增 2');
  await dialog.getByRole('button', { name: '拿掉「空表.xlsx」' }).click();
  await expect(dialog.getByRole('listitem').filter({ hasText: '桐树村.csv' })).toContainText('新增 2');
  await expect(dialog.getByText('空表.xlsx')).toBeHidden();

  // Leaving asks first; the ledger stays as it was.
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '接着导入' }).click();
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '放弃' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('grid', { name: '资源一本账' })).not.toContainText('桐树老屋');
  await host.stop();
});
