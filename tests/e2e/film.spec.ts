import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { ALL_FORMATS, BlobSource, Input } from 'mediabunny';
import { ledgerSchema, type LedgerData } from '../../data/schema/ledger.js';
import { expect, test } from './fixtures.js';
import { preparedLedger } from '../builders/prepared-ledger.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const sample = ledgerSchema.parse(JSON.parse(readFileSync(join(root, 'data/sample/ledger-data.json'), 'utf8')));
const wanted = ['cover', 'overview', 'asset', 'closing'];
/** A short tour of the sample, with words that only the staff may know. */
const tour = { ...sample.tours[0]!, stops: wanted.map((kind) => ({ ...sample.tours[0]!.stops.find((stop) => stop.kind === kind)!, notes: 'CANARY-NOTES' })) };
const secrets = ['CANARY-OWNER', 'CANARY-NOTES', 'CANARY-CONTACT', 'CANARY-PRICE'];
const data: LedgerData = { ...sample, tours: [tour], assets: sample.assets.map((asset) => ({ ...asset, owner: 'CANARY-OWNER', notes: 'CANARY-NOTES', contact: { name: 'CANARY-CONTACT' } })) };

let folder: string;
let ledger: string;
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'xishan-film-'));
  ledger = await preparedLedger(folder, data);
});
test.afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

/** A second of a tone, as the plainest sound file there is. */
function tone(): Buffer {
  const [rate, seconds] = [8_000, 5];
  const samples = Buffer.alloc(rate * seconds * 2);
  for (let at = 0; at < rate * seconds; at += 1) samples.writeInt16LE(Math.round(12_000 * Math.sin((at / rate) * 2 * Math.PI * 330)), at * 2);
  const head = Buffer.alloc(44);
  head.write('RIFF', 0, 'latin1'); head.writeUInt32LE(36 + samples.length, 4); head.write('WAVEfmt ', 8, 'latin1'); head.writeUInt32LE(16, 16); head.writeUInt16LE(1, 20); head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24); head.writeUInt32LE(rate * 2, 28); head.writeUInt16LE(2, 32); head.writeUInt16LE(16, 34); head.write('data', 36, 'latin1'); head.writeUInt32LE(samples.length, 40);
  return Buffer.concat([head, samples]);
}
/** Makes a film by the command line; answers with its bytes. */
function film(name: string, ...options: string[]): Buffer {
  const out = join(folder, name);
  const said = execFileSync(process.execPath, [join(root, 'electron/start.mjs'), 'cli', 'export', 'film', '--ledger', ledger, '--out', out, '--size', 'draft', '--seconds', '20', '--json', ...options], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  return readFileSync((JSON.parse(said) as { out: string }).out);
}
async function factsOf(bytes: Buffer) {
  const input = new Input({ source: new BlobSource(new Blob([new Uint8Array(bytes)])), formats: ALL_FORMATS });
  const [pictures, sound] = [await input.getPrimaryVideoTrack(), await input.getPrimaryAudioTrack()];
  const { packetCount } = await pictures!.computePacketStats();
  return { frames: packetCount, seconds: await pictures!.computeDuration(), codec: pictures!.codec, width: pictures!.displayWidth, height: pictures!.displayHeight, sound: sound && { codec: sound.codec, seconds: await sound.computeDuration() }, tags: await input.getMetadataTags() };
}

interface Look { readonly ground: number; readonly mark: readonly number[]; readonly light: number }
/** Plays a film in the browser and looks at moments of it: how much of the map's part is bare paper, and the colour where the staff's mark stands. */
async function looksOf(page: Page, bytes: Buffer, moments: readonly number[]): Promise<{ seconds: number; looks: Look[] }> {
  await page.setContent('<video muted></video>');
  return page.evaluate(async ({ data: encoded, moments: times }) => {
    const node = document.querySelector('video')!;
    node.src = URL.createObjectURL(new Blob([Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0))]));
    await new Promise((resolve, reject) => { node.onloadeddata = resolve; node.onerror = () => reject(new Error('It does not play.')); });
    const canvas = new OffscreenCanvas(node.videoWidth, node.videoHeight);
    const context = canvas.getContext('2d', { willReadFrequently: true })!;
    const looks: Look[] = [];
    for (const time of times) {
      await new Promise((resolve) => { node.onseeked = resolve; node.currentTime = time; });
      context.drawImage(node, 0, 0);
      const { width, height } = canvas;
      const part = context.getImageData(width * 0.4, height * 0.12, width * 0.55, height * 0.5).data;
      let [paper, light] = [0, 0];
      for (let at = 0; at < part.length; at += 4) {
        light += part[at]! + part[at + 1]! + part[at + 2]!;
        // The map's own ground: what a tile that is not there leaves.
        if (Math.abs(part[at]! - 0xf6) < 6 && Math.abs(part[at + 1]! - 0xf1) < 6 && Math.abs(part[at + 2]! - 0xe5) < 6) paper += 1;
      }
      const mark = context.getImageData(Math.round(width * 0.8), 0, Math.round(width * 0.2), Math.round(height * 0.09)).data;
      let red = 0;
      for (let at = 0; at < mark.length; at += 4) if (mark[at]! > 110 && mark[at + 1]! < 90 && mark[at + 2]! < 80) red += 1;
      looks.push({ ground: paper / (part.length / 4), light: light / (part.length / 4) / 765, mark: [red] });
    }
    return { seconds: node.duration, looks };
  }, { data: bytes.toString('base64'), moments });
}

test('a film has as many frames as its plan, plays in the browser, and no frame shows bare paper where the map is', async ({ page }) => {
  test.setTimeout(400_000);
  writeFileSync(join(folder, 'tone.wav'), tone());
  const bytes = film('public.mp4', '--format', 'mp4', '--audience', 'public', '--music', join(folder, 'tone.wav'), '--poster', join(folder, 'poster.jpg'));
  const facts = await factsOf(bytes);
  expect(facts).toMatchObject({ frames: 600, width: 640, height: 360 });
  expect(facts.seconds).toBeCloseTo(20, 2);
  expect(facts.sound?.seconds).toBeCloseTo(20, 0);
  expect(facts.tags.title).toBe(tour.name);
  expect(readFileSync(join(folder, 'poster.jpg')).subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
  const content = bytes.toString('utf8') + bytes.toString('utf16le');
  expect(secrets.filter((word) => content.includes(word))).toEqual([]);
  // From the overview to the flight.
  const { seconds, looks } = await looksOf(page, bytes, Array.from({ length: 24 }, (_, at) => 5.2 + at * 0.25));
  expect(seconds).toBeCloseTo(20, 1);
  expect(Math.max(...looks.map(({ ground }) => ground))).toBeLessThan(0.3);
});

test('every frame of a film for the staff is marked', async ({ page }) => {
  test.setTimeout(400_000);
  const bytes = film('internal.webm', '--format', 'webm', '--audience', 'internal');
  expect(await factsOf(bytes)).toMatchObject({ frames: 600, codec: 'vp9' });
  const { looks } = await looksOf(page, bytes, Array.from({ length: 20 }, (_, at) => 0.02 + at * 0.99));
  expect(Math.min(...looks.map(({ mark }) => mark[0]!))).toBeGreaterThan(60);
  const content = bytes.toString('utf8');
  expect(secrets.filter((word) => content.includes(word))).toEqual([]);
});

test('the preview shows frames of the film, the same ones every time', async ({ program: page }) => {
  test.setTimeout(240_000);
  const hashes = async (frames: readonly number[]) => {
    await page.keyboard.press('Control+7');
    const card = page.getByTestId('output-film');
    await card.locator('canvas[data-frame]').waitFor({ timeout: 60_000 });
    const found = new Map<number, string>();
    for (const frame of frames) {
      await card.getByRole('slider').fill(String(frame));
      await card.locator(`canvas[data-frame="${frame}"]`).waitFor({ timeout: 60_000 });
      found.set(frame, await card.locator('canvas').evaluate(async (node) => {
        const { data } = (node as HTMLCanvasElement).getContext('2d')!.getImageData(0, 0, (node as HTMLCanvasElement).width, (node as HTMLCanvasElement).height);
        return [...new Uint8Array(await crypto.subtle.digest('SHA-256', data))].join();
      }));
    }
    return found;
  };
  const frames = [5, 60, 200, 640, 820, 905];
  const first = await hashes(frames);
  expect(new Set(first.values()).size).toBe(frames.length);
  await page.reload();
  const again = await hashes(frames.toReversed());
  for (const frame of frames) expect(again.get(frame), `frame ${frame}`).toBe(first.get(frame));
  await expect(page.getByTestId('film-length')).toHaveText(/\d:\d\d \/ 1:\d\d/);
});
