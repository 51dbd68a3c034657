import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { findBrowser } from '../../electron/host/find-browser.js';
import { held, openAudience, openDesk, settled, type Held } from '../e2e/audience-window.js';
import { RunningHost } from '../e2e/fixtures.js';
import type { Figure } from './figure.js';

const day = 8 * 3_600;
const wanted = 1.05;

const mean = (samples: readonly Held[], key: keyof Held) => samples.reduce((sum, sample) => sum + sample[key], 0) / samples.length;

/** As many changes of scene as a booth makes in eight hours with the sample's tour, as fast as the page draws them; what it holds is counted once in every round. */
export default async function boothBench(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'xishan-booth-'));
  const host = await RunningHost.start(folder);
  const found = findBrowser();
  const browser = await chromium.launch({ ...(found ? { executablePath: found } : {}), args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
  try {
    const desk = await openDesk(browser, host);
    const tour = (await desk.call('desk.tours', {}))[0]!;
    await desk.call('stage.start', { tourId: tour.id, booth: true });
    const { page } = await openAudience(browser, desk, { reducedMotion: 'reduce' });
    const session = await page.context().newCDPSession(page);
    const rounds = Math.ceil(day / tour.stops.reduce((sum, stop) => sum + (stop.hidden ? 0 : stop.seconds), 0));
    const { stopId: first } = await desk.call('stage.act', { command: { do: 'first' } });
    const samples: Held[] = [];
    let changes = 0;
    for (let round = 0; round < rounds; round += 1) {
      for (;;) {
        const show = await desk.call('stage.act', { command: { do: 'next' } });
        changes += 1;
        await settled(page);
        if (show.stopId === first && show.step === 0) break;
      }
      samples.push(await held(session));
    }
    const third = Math.floor(rounds / 3);
    const [second, last] = [samples.slice(rounds - 2 * third, rounds - third), samples.slice(rounds - third)];
    const figure = (name: string, key: keyof Held, unit: string, scale = 1): Figure => ({
      name: `booth, ${changes} changes of scene: ${name}, last third beside the second`, value: mean(last, key) / scale, unit, peer: mean(second, key) / scale, ratio: mean(last, key) / mean(second, key), wanted: `≤ ${wanted} ×`,
    });
    return [figure('heap', 'heap', 'MB', 1_048_576), figure('nodes', 'nodes', ''), figure('listeners', 'listeners', '')];
  } finally {
    await browser.close();
    await host.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
