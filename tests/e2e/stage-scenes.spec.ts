import { expect, test, type Page } from '@playwright/test';
import { contrastFaults, measureStage } from './stage-page/measure.js';
import { serveStage } from './stage-page/serve-stage.js';

// A trace of pictures this large would take longer than looking at them.
test.use({ trace: 'off', viewport: { width: 1920, height: 1080 }, contextOptions: { reducedMotion: 'reduce' } });
// Two dozen scenes, each looked at pixel by pixel.
test.setTimeout(900_000);

let served: Awaited<ReturnType<typeof serveStage>>;
test.beforeAll(async () => { served = await serveStage(); });
test.afterAll(async () => { await served.close(); });

type Named = Page extends never ? never : Window['scenes'][number];

async function open(page: Page, query: string): Promise<readonly Named[]> {
  await page.goto(`${served.address}?${query}`);
  await page.waitForFunction(() => window.scenes !== undefined);
  const scenes = await page.evaluate(() => window.scenes);
  // One of each view, and of the map and the cards a second one: from there the map has to fly.
  const count = new Map<string, number>();
  return scenes.filter(({ view }) => { const seen = (count.get(view) ?? 0) + 1; count.set(view, seen); return seen <= (view === 'photo' || view === 'place' ? 1 : 2); });
}

async function show(page: Page, { view, stopId, step }: Named): Promise<void> {
  await page.evaluate((to) => window.tell(to), { stopId, step, mode: view === 'explore' ? 'explore' as const : 'tour' as const });
  const stage = page.locator('.stage');
  await expect(stage).toHaveAttribute('data-scene', view);
  // Two scenes in a row may have the same view; only with its own stop and step it is this one.
  await expect(stage).toHaveAttribute('data-stop', stopId);
  await expect(stage).toHaveAttribute('data-step', String(step));
  await expect(stage).toHaveAttribute('data-settled', '', { timeout: 30_000 });
  // What is measured is what has been drawn, in its own letters.
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((drawn) => { requestAnimationFrame(() => requestAnimationFrame(drawn)); });
  });
}

/** What lies behind the words: the same scene with its letters clear. */
async function withoutWords(page: Page): Promise<string> {
  const hidden = await page.addStyleTag({ content: '.stage * { -webkit-text-fill-color: transparent !important; transition: none !important; }' });
  const picture = await page.screenshot();
  await hidden.evaluate((style) => (style as Element).remove());
  return `data:image/png;base64,${picture.toString('base64')}`;
}

const occasions = [
  ['the sample in Chinese, light', 'variant=sample&theme=light&language=zh'],
  ['the sample in both languages, dark', 'variant=sample&theme=dark&language=both'],
  ['the longest names in both languages, light', 'variant=long&theme=light&language=both'],
  ['the longest names in English, dark', 'variant=long&theme=dark&language=en'],
  ['the shortest names and hardly a fact, light', 'variant=short&theme=light&language=zh'],
  ['no photo at all, dark', 'variant=bare&theme=dark&language=zh'],
  ['twelve photos each, light', 'variant=twelve&theme=light&language=both'],
] as const;

for (const [name, query] of occasions) {
  test(`Every scene is read from the back of a room, nothing cut, nothing over another, in contrast: ${name}`, async ({ page }) => {
    for (const scene of await open(page, query)) {
      await test.step(`${scene.view} of ${scene.stopId}`, async () => {
        await show(page, scene);
        const { faults, inked } = await page.evaluate(measureStage);
        expect.soft(faults.small, `${scene.view}: set under 24 px`).toEqual([]);
        expect.soft(faults.outside, `${scene.view}: outside the stage`).toEqual([]);
        expect.soft(faults.cut, `${scene.view}: cut off`).toEqual([]);
        expect.soft(faults.over, `${scene.view}: over another`).toEqual([]);
        expect.soft(faults.headings, `${scene.view}: headings`).toBe(1);
        expect(faults.texts).toBeGreaterThan(0);
        const behind = await withoutWords(page);
        expect.soft(await page.evaluate(contrastFaults, { inked, behind }), `${scene.view}: contrast`).toEqual([]);
      });
    }
  });
}

test('An asset is named in at least 64 px wherever it is spoken of', async ({ page }) => {
  const scenes = await open(page, 'variant=long&theme=light&language=zh');
  for (const view of ['place', 'card', 'comparison'] as const) {
    await show(page, scenes.find((scene) => scene.view === view)!);
    const sizes = await page.locator(view === 'comparison' ? '.compared-name' : '.stage-layer h1').evaluateAll((names) => names.map((node) => Number.parseFloat(getComputedStyle(node).fontSize)));
    expect(sizes.length).toBeGreaterThan(0);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(63.9);
  }
});

test('The slider between before and after follows the show, and asks when it is dragged', async ({ page }) => {
  const scenes = await open(page, 'variant=sample&theme=light&language=zh');
  await show(page, scenes.find(({ view }) => view === 'change')!);
  const handle = page.getByRole('slider');
  await page.evaluate(() => window.tell({ share: 0.25 }));
  await expect(handle).toHaveAttribute('aria-valuenow', '25');
  // What is pressed is what has been drawn.
  await page.evaluate(() => new Promise((drawn) => { requestAnimationFrame(() => requestAnimationFrame(drawn)); }));
  const box = (await handle.boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, 500);
  await page.mouse.down();
  await page.mouse.move(1440, 500, { steps: 4 });
  await page.mouse.up();
  await expect(handle).toHaveAttribute('aria-valuenow', '75');
  expect((await page.evaluate(() => window.asked)).at(-1)).toEqual({ do: 'slide', share: 0.75 });
});

test('An asset opened while exploring stands in large on the map, and can be closed', async ({ page }) => {
  const scenes = await open(page, 'variant=sample&theme=light&language=zh');
  await show(page, scenes.find(({ view }) => view === 'explore')!);
  const { assetId, name } = await page.evaluate(() => ({ assetId: '01M1D7PK180C8WEP4HXST8CJRP', name: '白鹭溪二级电站' }));
  await page.evaluate((id) => window.tell({ assetId: id }), assetId);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  await page.getByRole('button', { name: '关闭' }).click();
  expect((await page.evaluate(() => window.asked)).at(-1)).toEqual({ do: 'open', assetId: null });
});

test('Before a show the screen holds the township, and while it is black nothing', async ({ page }) => {
  await open(page, 'variant=sample&theme=light&language=zh');
  await page.evaluate(() => window.tell({ on: false }));
  await expect(page.locator('.stage')).toHaveAttribute('data-scene', 'waiting');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('示例乡');
  await page.evaluate(() => window.tell({ on: true, black: true }));
  await expect(page.locator('.stage-black')).toBeVisible();
  const [middle, corner] = await page.evaluate(() => [[960, 540], [40, 1040]].map(([x, y]) => document.elementsFromPoint(x!, y!)[0] instanceof Element && getComputedStyle(document.querySelector('.stage-black')!).backgroundColor));
  expect([middle, corner]).toEqual(['rgb(0, 0, 0)', 'rgb(0, 0, 0)']);
});

test('The same scene is the same at another size: every text keeps its share of the screen', async ({ page }) => {
  const scenes = await open(page, 'variant=sample&theme=light&language=zh');
  const card = scenes.find(({ view }) => view === 'card')!;
  const shares = async (width: number, height: number) => {
    await page.setViewportSize({ width, height });
    await show(page, card);
    return page.locator('.stage-layer h1, .figure-value, .chips li').evaluateAll((nodes, of) => nodes.map((node) => Math.round((Number.parseFloat(getComputedStyle(node).fontSize) / of) * 10_000)), width);
  };
  const large = await shares(1920, 1080);
  expect(await shares(1366, 768)).toEqual(large.map((value) => expect.closeTo(value, -0.5)));
  expect(await shares(3840, 2160)).toEqual(large.map((value) => expect.closeTo(value, -0.5)));
});
