import { expect, introduce, test } from './fixtures.js';

test('the about box names the program, what it runs on, its log and every licence with its text', async ({ program: page, folder }) => {
  await page.getByRole('button', { name: '关于溪山' }).click();
  const box = page.getByRole('dialog', { name: '关于溪山' });
  await expect(box).toContainText(/版本 \d+\.\d+\.\d+/);
  await expect(box).toContainText('在本机浏览器中打开');
  await expect(box).toContainText(/Node\.js \d+/);
  await expect(box).toContainText(new RegExp(`${folder.split('/').at(-1)}.*xishan\\.log`));
  // The browser has no file manager to show the log in.
  await expect(box.getByRole('button', { name: '显示' })).toHaveCount(0);
  await expect(box.getByText('Hippocratic-2.1').first()).toBeAttached();
  await box.getByRole('button', { name: /^zod / }).click();
  await expect(box.getByText(/Permission is hereby granted, free of charge/).first()).toBeVisible();
  // A list of hundreds is one stop for Tab; within it the arrows lead.
  const packages = box.getByRole('group', { name: /许可/ }).locator('.about-package');
  await packages.first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(packages.nth(1)).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(box.locator('.about-package:focus')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(box).toHaveCount(0);
});

test('the keys of the commands work from any page and leave text fields alone', async ({ program: page }) => {
  await introduce(page);
  await page.keyboard.press('Control+2');
  await expect(page.getByRole('button', { name: '一本账' })).toHaveAttribute('aria-current', 'page');
  await page.keyboard.press('Control+o');
  await expect(page.getByRole('dialog', { name: '打开账本' })).toBeVisible();
  // A dialog has the word: nothing opens over it.
  await page.keyboard.press('Control+p');
  await expect(page.getByRole('dialog')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Control+p');
  await expect(page.getByRole('dialog', { name: '打印资产一本账' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Control+6');
  await expect(page.getByRole('button', { name: '路演', exact: true })).toHaveAttribute('aria-current', 'page');
  // The page that was left stands until this one has come.
  await expect(page.getByText(/观众屏会打开在第二块屏幕/)).toBeVisible();
  await page.keyboard.press('Control+p');
  await expect(page.getByText('这一页没有要打印的')).toBeVisible();
});

test('a finished file can be dragged out of the window', async ({ program: page }) => {
  await page.keyboard.press('Control+7');
  await page.getByRole('button', { name: /生成|导出/ }).first().click();
  const file = page.getByTestId('output-file').first();
  await expect(file).toBeVisible({ timeout: 30_000 });
  const carried = await file.evaluate((link) => {
    const data = new DataTransfer();
    link.dispatchEvent(new DragEvent('dragstart', { bubbles: true, cancelable: true, dataTransfer: data }));
    return data.getData('DownloadURL');
  });
  expect(carried).toMatch(/^application\/octet-stream:.+\.\w+:http:\/\/127\.0\.0\.1:\d+\/outputs\/[\w-]+$/);
});
