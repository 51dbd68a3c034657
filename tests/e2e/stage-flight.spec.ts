import { expect, test } from '@playwright/test';
import { serveStage } from './stage-page/serve-stage.js';

test.use({ trace: 'off', viewport: { width: 1920, height: 1080 } });
// Every frame is looked at, and a busy machine draws few in a second.
test.setTimeout(240_000);

let served: Awaited<ReturnType<typeof serveStage>>;
test.beforeAll(async () => { served = await serveStage(); });
test.afterAll(async () => { await served.close(); });

test('A flight on stage is drawn from pictures made ahead: the ground is there in every frame, and the words come once the map is there', async ({ page }) => {
  await page.goto(`${served.address}?variant=sample&theme=light&language=zh`);
  await page.waitForFunction(() => window.scenes !== undefined);
  const scenes = (await page.evaluate(() => window.scenes)).filter(({ view }) => view === 'place' || view === 'sites').slice(0, 3);
  const show = (at: number) => page.evaluate((to) => window.tell(to), { stopId: scenes[at]!.stopId, step: scenes[at]!.step, mode: 'tour' as const });
  const settled = () => expect(page.locator('.stage[data-settled]:has([data-ahead])')).toBeAttached({ timeout: 60_000 });
  await show(0);
  await settled();
  for (const next of [1, 2]) {
    const flown = page.evaluate(() => new Promise<{ frames: number; bare: number[]; worded: number; strengths: number[] }>((done) => {
      const seen = { frames: 0, bare: [] as number[], worded: 0, strengths: [] as number[] };
      const canvas = document.querySelector<HTMLCanvasElement>('.stage-flight')!;
      const look = () => {
        const isFlying = document.querySelector('[data-flying]') !== null;
        if (isFlying) {
          seen.frames += 1;
          // Dots of the picture that nothing was drawn on are black: an opaque canvas begins so.
          const small = new OffscreenCanvas(24, 14).getContext('2d')!;
          small.drawImage(canvas, 0, 0, 24, 14);
          const { data } = small.getImageData(0, 0, 24, 14);
          let bare = 0;
          for (let dot = 0; dot < data.length; dot += 4) if (data[dot]! + data[dot + 1]! + data[dot + 2]! < 24) bare += 1;
          seen.bare.push(bare);
          const words = document.querySelector('.stage-layer:not(.stage-leaving) :is(.map-slip, .map-panel)');
          if (words && Number(getComputedStyle(words).opacity) > 0.1) seen.worded += 1;
        }
        if (seen.frames > 0 && !isFlying) done(seen);
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    }));
    await show(next);
    const { frames, bare, worded } = await flown;
    expect(frames).toBeGreaterThan(0);
    expect(Math.max(...bare)).toBe(0);
    expect(worded).toBe(0);
    await settled();
    await expect(page.locator('.stage-layer:not(.stage-leaving) :is(.map-slip, .map-panel)')).toHaveCSS('opacity', '1');
    await expect(page.locator('.stage-flight')).toBeHidden();
  }
});

test('A flight that is cut short goes on from where it was', async ({ page }) => {
  await page.goto(`${served.address}?variant=sample&theme=dark&language=both`);
  await page.waitForFunction(() => window.scenes !== undefined);
  const scenes = (await page.evaluate(() => window.scenes)).filter(({ view }) => view === 'place');
  const show = (at: number) => page.evaluate((to) => window.tell(to), { stopId: scenes[at]!.stopId, step: scenes[at]!.step, mode: 'tour' as const });
  await show(0);
  await expect(page.locator('.stage[data-settled]:has([data-ahead])')).toBeAttached({ timeout: 60_000 });
  const began = page.waitForFunction(() => document.querySelector('[data-flying]') !== null, undefined, { polling: 'raf' });
  await show(1);
  await began;
  await show(0);
  await expect(page.locator('.stage[data-settled]')).toBeAttached({ timeout: 60_000 });
  await expect(page.locator('.stage')).toHaveAttribute('data-stop', scenes[0]!.stopId);
  await expect(page.locator('.stage-flight')).toBeHidden();
  await expect(page.locator('.map-canvas')).toBeVisible();
});
