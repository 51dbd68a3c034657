import type { Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { buildAsset, buildProfile } from '../builders/ledger.js';
import { paintedPixels, phoneJpeg, cameraCanary } from '../builders/pictures.js';
import { preparedLedger } from '../builders/prepared-ledger.js';
import { expect, RunningHost, test, watchPage } from './fixtures.js';

interface Given { readonly name: string; readonly type: string; readonly bytes: Buffer }

/** Drops files on a part of the page as a person does from a folder. */
async function drop(page: Page, target: string, files: readonly Given[]): Promise<void> {
  const transfer = await page.evaluateHandle((given) => {
    const data = new DataTransfer();
    for (const { name, type, base64 } of given) data.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name, { type }));
    return data;
  }, files.map(({ name, type, bytes }) => ({ name, type, base64: bytes.toString('base64') })));
  for (const event of ['dragenter', 'dragover', 'drop']) await page.getByTestId(target).dispatchEvent(event, { dataTransfer: transfer });
}

test('photos are dropped in, captioned, ordered, made cover, turned, taken away, and each step is taken back', async ({ folder, page }) => {
  test.setTimeout(120_000);
  const { location: _none, ...bare } = buildAsset('house', { name: '溪边老宅' });
  const host = await RunningHost.start(folder, await preparedLedger(folder, { profile: buildProfile(), assets: [bare], projects: [], tours: [] }));
  const check = await watchPage(page);
  await page.goto(host.address);
  await page.keyboard.press('Control+7');
  await page.keyboard.press('Control+2');
  await page.getByRole('grid', { name: '资源一本账' }).getByText('溪边老宅').first().click();
  const form = page.getByTestId('asset-form');
  await form.getByRole('tab', { name: '照片与附件' }).click();
  const panel = page.getByTestId('media-panel');
  await expect(panel).toContainText('还没有照片');

  const [front, back] = await Promise.all([phoneJpeg(paintedPixels(800, 600), { lng: 119.931234, lat: 29.834321 }), phoneJpeg(paintedPixels(600, 800))]);
  await drop(page, 'media-panel', [
    { name: '正面.jpg', type: 'image/jpeg', bytes: front }, { name: '院子.jpg', type: 'image/jpeg', bytes: back },
    { name: 'IMG_9.HEIC', type: 'image/heic', bytes: Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1') },
  ]);
  await page.getByRole('button', { name: '先不填' }).click();
  const photos = panel.getByRole('grid', { name: '照片' }).getByRole('row');
  await expect(photos).toHaveCount(2);
  await expect(panel.getByRole('alert')).toContainText('IMG_9.HEIC');
  await expect(panel.getByRole('alert')).toContainText('JPEG');
  const order = () => photos.evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label')));
  expect(await order()).toEqual(['正面.jpg', '院子.jpg']);
  await expect(photos.first()).toContainText('封面');

  // The place that the photo brought along, of an asset that had none.
  await panel.getByRole('button', { name: '用作坐标' }).click();
  await expect(panel.getByText('119.931234, 29.834321')).toBeHidden();

  await photos.nth(1).click();
  const caption = panel.getByRole('textbox', { name: '图注', exact: true });
  await caption.fill('院子里的老桂花');
  await caption.press('Enter');
  await expect(photos.nth(1)).toContainText('院子里的老桂花');
  await panel.getByRole('button', { name: '设为封面' }).click();
  await expect(photos.first()).toContainText('院子里的老桂花');
  await photos.first().dragTo(photos.nth(1), { targetPosition: { x: 150, y: 60 } });
  await expect.poll(order).toEqual(['正面.jpg', '院子里的老桂花']);

  await photos.first().click();
  await panel.getByRole('button', { name: '右转' }).click();
  await expect(panel.getByText('600 × 800')).toBeVisible();
  await panel.getByRole('button', { name: '看大图' }).click();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('dialog')).toContainText('2 / 2');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(form).toBeVisible();

  const saving = page.waitForEvent('download');
  await panel.getByRole('link', { name: /原图/ }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe('院子.jpg');
  expect((await readFile(await saved.path())).equals(back)).toBe(true);
  const address = await photos.first().getByRole('img').getAttribute('src');
  expect((await (await page.request.get(new URL(address?.replace('/small', '') ?? '', page.url()).href)).body()).includes(cameraCanary)).toBe(false);

  await photos.nth(1).click();
  await page.keyboard.press('Delete');
  await expect(photos).toHaveCount(1);
  const undo = page.getByRole('button', { name: '撤销' }).first();
  const steps = [
    () => expect(photos).toHaveCount(2),
    async () => { await photos.first().click(); await expect(panel.getByText('800 × 600')).toBeVisible(); },
    () => expect.poll(order).toEqual(['院子里的老桂花', '正面.jpg']),
    () => expect.poll(order).toEqual(['正面.jpg', '院子里的老桂花']),
    () => expect.poll(order).toEqual(['正面.jpg', '院子.jpg']),
    () => expect(photos).toHaveCount(2),
    () => expect(panel).toContainText('还没有照片'),
  ];
  for (const isBack of steps) {
    await undo.click();
    await isBack();
  }
  check();
  await host.stop();
});

test('photos are ordered by keyboard alone, and documents stay inside', async ({ folder, page }) => {
  test.setTimeout(120_000);
  const host = await RunningHost.start(folder, await preparedLedger(folder, { profile: buildProfile(), assets: [buildAsset('hall', { name: '文化礼堂' })], projects: [], tours: [] }));
  const check = await watchPage(page);
  await page.goto(host.address);
  await page.keyboard.press('Control+2');
  await page.getByRole('grid', { name: '资源一本账' }).getByText('文化礼堂').first().click();
  await page.getByTestId('asset-form').getByRole('tab', { name: '照片与附件' }).click();
  const panel = page.getByTestId('media-panel');
  const files = await Promise.all([320, 322, 324].map(async (width) => ({ name: `${width}.jpg`, mimeType: 'image/jpeg', buffer: await phoneJpeg(paintedPixels(width, 240)) })));
  const chooser = page.waitForEvent('filechooser');
  await panel.getByRole('button', { name: '选择照片或视频' }).click();
  await (await chooser).setFiles(files);
  await page.getByRole('button', { name: '先不填' }).click();
  const photos = panel.getByRole('grid', { name: '照片' }).getByRole('row');
  await expect(photos).toHaveCount(3);
  const order = () => photos.evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label')));

  await photos.nth(2).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: '插入到 324.jpg 之后' })).toBeFocused();
  for (const name of ['插入到 322.jpg 和 324.jpg 之间', '插入到 320.jpg 和 322.jpg 之间']) {
    await page.keyboard.press('ArrowLeft');
    await expect(page.getByRole('button', { name })).toBeFocused();
  }
  await page.keyboard.press('Enter');
  await expect.poll(order).toEqual(['320.jpg', '324.jpg', '322.jpg']);

  // Pasted, and left at once: it goes on meanwhile and is there on coming back.
  const pasted = (await phoneJpeg(paintedPixels(326, 240))).toString('base64');
  await page.evaluate((base64) => {
    const data = new DataTransfer();
    data.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], '截图.jpg', { type: 'image/jpeg' }));
    document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
  }, pasted);
  await page.getByTestId('asset-form').getByRole('tab', { name: '资料' }).click();
  await expect(page.getByText('已添加 1 个，可以撤销。')).toBeVisible();
  await page.getByTestId('asset-form').getByRole('tab', { name: '照片与附件' }).click();
  await expect.poll(order).toEqual(['320.jpg', '324.jpg', '322.jpg', '截图.jpg']);

  const papers = page.waitForEvent('filechooser');
  await panel.getByRole('button', { name: '添加附件' }).click();
  await (await papers).setFiles({ name: '承包合同.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 合同') });
  await expect(panel).toContainText('承包合同.pdf');
  await expect(panel).toContainText('内部');
  const link = panel.getByRole('link', { name: '保存「承包合同.pdf」' });
  const saving = page.waitForEvent('download');
  await link.click();
  expect((await saving).suggestedFilename()).toBe('承包合同.pdf');
  await panel.getByRole('button', { name: '移除「承包合同.pdf」' }).click();
  await expect(link).toHaveCount(0);
  check();
  await host.stop();
});
