import type { Locator, Page } from '@playwright/test';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tilesOver, writeMbtiles } from '../builders/map-packs.js';
import { expect, introduce, test } from './fixtures.js';

const dialog = (page: Page) => page.getByRole('dialog').last();
const sheets = (page: Page) => page.getByRole('list', { name: '底图，最上面的在前' }).getByRole('listitem');
const middleOf = async (part: Locator) => { const box = (await part.boundingBox())!; return { x: box.x + box.width / 2, y: box.y + box.height / 2 }; };

/** Opens the maps in the settings and has the program look into a file. */
async function lookInto(page: Page, file: string): Promise<void> {
  await page.getByRole('button', { name: '添加底图' }).first().click();
  const path = dialog(page).getByRole('textbox', { name: '所在文件夹' });
  await expect(path).not.toHaveValue('');
  await path.fill(file);
  await path.press('Enter');
  await dialog(page).getByRole('button', { name: '看看这个文件', exact: true }).click();
}

test.describe('a map of one’s own', () => {
  test('is looked into, proposed in the datum that its name tells, laid on top, credited on the map, and warned of before it is shown to the public', async ({ program: page, folder }) => {
    test.setTimeout(180_000);
    const pack = writeMbtiles(join(folder, '高德街道.mbtiles'), tilesOver([12, 13]), { metadata: { name: '高德街道', format: 'png' } });
    await introduce(page);
    await page.getByRole('tab', { name: /^底图/ }).click();
    await lookInto(page, pack);
    await expect(dialog(page)).toContainText('名称里写着「高德地图」，通常是 GCJ-02', { timeout: 40_000 });
    await expect(dialog(page).getByRole('radio', { name: /GCJ-02/ })).toBeChecked();
    await expect(dialog(page)).toContainText('第 12–13 级');
    await dialog(page).getByRole('textbox', { name: '来源（标在图上）' }).fill('试验测绘院');
    await dialog(page).getByRole('button', { name: '拷进账本，放上地图' }).click();
    await dialog(page).getByRole('button', { name: '完成' }).click();
    await expect(sheets(page)).toHaveCount(2);
    await expect(sheets(page).first()).toContainText('高德街道');
    await expect(sheets(page).first()).toContainText('无审图号');
    // A row shows its picture, its words and its tools beside each other.
    const [picture, words, tools] = await Promise.all(['.map-layer-picture', '.map-layer-words', '.map-layer-tools'].map((part) => middleOf(sheets(page).first().locator(part))));
    expect(picture!.x).toBeLessThan(words!.x);
    expect(words!.x).toBeLessThan(tools!.x);

    await page.keyboard.press('Control+1');
    const credits = page.locator('.map-credits');
    await expect(credits).toContainText('高德街道 无审图号');
    await credits.getByRole('button', { name: '底图的来源与审图号' }).click();
    await expect(dialog(page)).toContainText('试验测绘院');
    await expect(dialog(page)).toContainText('GCJ-02');
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: '打印地图' }).click();
    await dialog(page).getByRole('button', { name: '生成' }).click();
    await expect(dialog(page)).toContainText('这幅地图还没有审图号');
    await expect(dialog(page)).toContainText('高德街道');
    await dialog(page).getByRole('button', { name: '隐藏这一层' }).click();
    await expect(page.getByText('这幅地图还没有审图号')).toHaveCount(0);
    await expect(credits).not.toContainText('高德街道');
  });

  test('that is damaged or empty is refused in a sentence, and the map stays as it was', async ({ program: page, folder }) => {
    await writeFile(join(folder, '坏的.pmtiles'), `PMTiles\u0003${'x'.repeat(300)}`);
    await writeFile(join(folder, '空的.mbtiles'), '');
    await page.keyboard.press('Control+9');
    await page.getByRole('tab', { name: /^底图/ }).click();
    for (const [file, sentence] of [['坏的.pmtiles', /「坏的\.pmtiles」不完整.*请重新/], ['空的.mbtiles', /「空的\.mbtiles」是空文件.*请重新/]] as const) {
      await lookInto(page, join(folder, file));
      await expect(dialog(page).getByRole('alert')).toContainText(sentence);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
    await expect(sheets(page)).toHaveCount(1);
  });
});
