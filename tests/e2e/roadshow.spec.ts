import { expect, type BrowserContext, type Page } from '@playwright/test';
import type { Scene } from '../../data/rules/stage/scenes.js';
import { passagesOf } from '../../data/rules/stage/act.js';
import { publicTour } from '../../data/rules/projection.js';
import type { LedgerData } from '../../data/schema/ledger.js';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { RunningHost, test, watchPage } from './fixtures.js';

/** Where a show stands: the stop, the scene within it, and what that scene shows. */
interface Standing { readonly stop: string; readonly step: number; readonly scene: Scene['view'] }

/** The whole way through the sample tour, worked out from the shipped records alone. */
async function wayOfSample(): Promise<{ readonly tourId: string; readonly way: readonly Standing[] }> {
  const data = JSON.parse(await readFile(resolve(import.meta.dirname, '../../data/sample/ledger-data.json'), 'utf8')) as LedgerData;
  const tour = data.tours[0]!;
  const assets = new Map(data.assets.map((asset) => [asset.id, asset]));
  const passages = passagesOf(publicTour(tour), {
    asset(id) { const asset = assets.get(id); return asset && { photos: asset.photos, videos: asset.videos, placed: asset.location !== undefined }; },
    projects: data.projects,
  });
  return { tourId: tour.id, way: passages.flatMap(({ stop, scenes }) => scenes.map(({ view }, step) => ({ stop: stop.id, step, scene: view }))) };
}

const ask = (page: Page, name: string, input: object) => page.evaluate(async ([call, given]) => {
  const token = document.querySelector<HTMLMetaElement>('meta[name="xishan-token"]')!.content;
  const reply = await fetch('/call', { method: 'POST', headers: { 'content-type': 'application/json', 'x-xishan-token': token }, body: JSON.stringify({ name: call, input: given }) });
  return (await reply.json() as { value: unknown }).value;
}, [name, input] as const);

/** Desk and audience as two windows of one browser: the console, and the audience screen opened by its address. */
async function openBoth(context: BrowserContext, host: RunningHost) {
  const desk = await context.newPage();
  await desk.goto(host.address);
  await desk.locator('.rail').waitFor();
  await desk.keyboard.press('Control+6');
  const { address } = await ask(desk, 'stage.screen', { open: true }) as { address: string };
  const audience = await context.newPage();
  await audience.goto(address);
  return { desk, audience };
}

async function expectBoth(desk: Page, audience: Page, { stop, step, scene }: Standing) {
  const stage = audience.locator('main .stage').first();
  await expect(stage, `the audience at ${stop} ${step}`).toHaveAttribute('data-stop', stop);
  await expect(stage, `the audience at ${stop} ${step}`).toHaveAttribute('data-step', String(step));
  await expect(stage, `the audience at ${stop} ${step}`).toHaveAttribute('data-scene', scene);
  const console = desk.locator('.console');
  await expect(console, `the console at ${stop} ${step}`).toHaveAttribute('data-stop', stop);
  await expect(console, `the console at ${stop} ${step}`).toHaveAttribute('data-step', String(step));
}

test.describe('a roadshow in two windows', () => {
  test.setTimeout(480_000);

  test('goes through the whole sample tour by keys alone, and at every step both windows show the same', async ({ host, browser }) => {
    const { tourId, way } = await wayOfSample();
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN', reducedMotion: 'reduce' });
    const { desk, audience } = await openBoth(context, host);
    const checks = await Promise.all([watchPage(desk), watchPage(audience)]);
    await ask(desk, 'stage.start', { tourId });
    await expectBoth(desk, audience, way[0]!);
    for (const [at, standing] of way.entries()) {
      // Each window leads in its turn: the clicker works wherever the presenter's focus is.
      if (at > 0) await (at % 2 === 0 ? desk : audience).keyboard.press('PageDown');
      await expectBoth(desk, audience, standing);
    }
    await audience.keyboard.press('PageDown');
    await desk.keyboard.press('PageUp');
    await expectBoth(desk, audience, way.at(-2)!);
    checks.forEach((check) => check());
    await context.close();
  });

  test('explores and returns, goes dark and light, jumps to either end, and comes back after a reload and a crash', async ({ folder, host, browser }) => {
    const { tourId, way } = await wayOfSample();
    let second: RunningHost | undefined;
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN', reducedMotion: 'reduce' });
    const { desk, audience } = await openBoth(context, host);
    const stage = audience.locator('main .stage').first();
    await ask(desk, 'stage.start', { tourId });
    // Keys are heard once the console is there.
    await expectBoth(desk, audience, way[0]!);
    for (let turn = 0; turn < 7; turn += 1) await desk.keyboard.press('PageDown');
    const left = way[7]!;
    await expectBoth(desk, audience, left);

    await test.step('the open map is left for, and the clicker leads back to the stop that was left', async () => {
      await desk.keyboard.press('e');
      await expect(stage).toHaveAttribute('data-scene', 'explore');
      await expect(desk.locator('.console-title')).toContainText('自由探索');
      await audience.keyboard.press('+');
      await audience.keyboard.press('ArrowLeft');
      await expect(stage).toHaveAttribute('data-scene', 'explore');
      await audience.keyboard.press('PageDown');
      await expectBoth(desk, audience, left);
    });
    await test.step('a dark screen is lit by the next press and loses no scene', async () => {
      await audience.keyboard.press('b');
      await expect(stage).toHaveAttribute('data-black', 'true');
      await expect(desk.getByText('观众屏已黑')).toBeVisible();
      await desk.keyboard.press('PageDown');
      await expect(stage).not.toHaveAttribute('data-black');
      await expectBoth(desk, audience, left);
    });
    await test.step('the last stop and the first are one key away', async () => {
      await audience.keyboard.press('End');
      const lastStop = way.at(-1)!.stop;
      await expectBoth(desk, audience, way.find(({ stop }) => stop === lastStop)!);
      await desk.keyboard.press('F5');
      await expectBoth(desk, audience, way[0]!);
    });
    for (let turn = 0; turn < 9; turn += 1) await desk.keyboard.press('PageDown');
    const kept = way[9]!;
    await expectBoth(desk, audience, kept);

    await test.step('the audience window loaded anew stands at the same stop', async () => {
      await audience.reload();
      await expectBoth(desk, audience, kept);
    });
    await test.step('a host that is killed and started again brings both windows back to the same stop', async () => {
      await expect.poll(async () => readFile(resolve(folder, 'home/stage.json'), 'utf8')).toContain(`"stopId":"${kept.stop}","step":${kept.step}`);
      await host.kill();
      await Promise.all([desk.close(), audience.close()]);
      second = await RunningHost.start(folder);
      const again = await openBoth(context, second);
      await expectBoth(again.desk, again.audience, kept);
      await again.audience.keyboard.press('PageDown');
      await expectBoth(again.desk, again.audience, way[10]!);
    });
    await context.close();
    await second?.stop();
  });
});
