import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { CallInput, CallName, CallOutput, JobState, StoredMedia } from '../../data/contract.js';
import { createDispatch } from '../../electron/host/dispatch.js';
import { createProgram } from '../../electron/services/create-program.js';
import { decode } from '../../electron/services/media/codecs.js';
import type { Program } from '../../electron/services/program.js';
import { createLedger } from '../../electron/storage/ledger.js';
import { bundleForNode } from '../builders/bundle.js';
import { startTestHost } from '../builders/http-host.js';
import { buildAsset, buildProfile, temporaryFolder } from '../builders/ledger.js';
import { cameraCanary, paintedPixels, phoneFilm, phoneJpeg } from '../builders/pictures.js';
import { fileOf } from '../builders/resource-file.js';

const shipped = fileURLToPath(new URL('../../data', import.meta.url));
let media: string;
beforeAll(async () => { media = await bundleForNode(fileURLToPath(new URL('../../electron/services/media/media-worker.ts', import.meta.url))); });
afterAll(() => rm(media, { force: true }));
const cleanUps: (() => Promise<unknown>)[] = [];
afterEach(async () => { for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp(); });

async function start() {
  const { path, remove } = await temporaryFolder();
  cleanUps.push(remove);
  const folder = join(path, 'ledger');
  const house = buildAsset('house', { name: '溪边老宅', status: 'available' });
  await (await createLedger(folder, { profile: buildProfile(), assets: [house], projects: [], tours: [] })).close();
  const program = await open(join(path, 'home'), folder);
  const inbox = join(path, 'inbox');
  await mkdir(inbox);
  /** Hands a file over as a page does, and says how the taking in ended. */
  const take = async (files: Readonly<Record<string, Buffer>>, as?: StoredMedia['kind']) => {
    const uploadIds = await Promise.all(Object.entries(files).map(([name, bytes]) => program.acceptUpload(name, (async function* () { yield bytes; })())));
    const { jobId } = await ask(program, 'media.store', { uploadIds, ...(as ? { as } : {}) });
    return finish(program, jobId);
  };
  const stored = async (files: Readonly<Record<string, Buffer>>, as?: StoredMedia['kind']) => {
    const job = await take(files, as);
    if (job.state !== 'done') throw new Error(`the job ended as ${job.state}`);
    return job.result as readonly StoredMedia[];
  };
  return { folder, house, program, home: join(path, 'home'), take, stored };
}
async function open(home: string, ledger?: string): Promise<Program> {
  const program = await createProgram({ home, shipped, host: 'test', version: '0.0.0', workerFiles: { media }, ...(ledger ? { ledger } : {}) });
  cleanUps.push(() => program.close());
  return program;
}
async function ask<N extends CallName>(program: Program, name: N, input: CallInput<N>): Promise<CallOutput<N>> {
  const reply = await createDispatch(program.handlers)(name, input, 'desk');
  if (!reply.ok) throw new Error(`${reply.failure.code}: ${reply.failure.message.en}`);
  return reply.value as CallOutput<N>;
}
const finish = (program: Program, jobId: string) => new Promise<JobState>((resolve) => {
  const look = () => { const job = program.handlers['job.state']({ jobId }) as JobState; if (job.state !== 'running') { stop(); resolve(job); } };
  const stop = program.on('job.changed', look);
  look();
});

describe('media.store', () => {
  it('takes what is good of a batch, and names the rest with the reason', async () => {
    const { stored } = await start();
    const result = await stored({ 'IMG_1.jpg': await phoneJpeg(paintedPixels(320, 240)), '坏的.jpg': Buffer.from([0xff, 0xd8, 0xff, 0, 0]), '合同.pdf': Buffer.from('%PDF-1.7'), 'VID_1.mp4': phoneFilm() });
    expect(result.map(({ kind, media: made, failure }) => [kind, made?.fileName, failure?.code])).toEqual([
      ['photo', 'IMG_1.jpg', undefined], ['document', undefined, 'unreadable-file'], ['document', '合同.pdf', undefined], ['video', 'VID_1.mp4', undefined],
    ]);
    expect(result[1]?.failure?.place?.file).toBe('坏的.jpg');
    expect(result[0]?.location).toEqual({ lng: 119.93, lat: 29.83 });
  });

  it('is refused where the ledger can only be viewed', async () => {
    const { folder, home } = await start();
    const second = await open(`${home}-2`, folder);
    await expect(ask(second, 'media.store', { uploadIds: ['any'] })).rejects.toThrow(/read-only/);
    await expect(ask(second, 'media.turn', { id: `${'a'.repeat(64)}.jpg`, quarterTurns: 1 })).rejects.toThrow(/read-only/);
  });

  it('stops when it is cancelled', async () => {
    const { program } = await start();
    const bytes = await phoneJpeg(paintedPixels(1600, 1200));
    const uploadIds = await Promise.all(Array.from({ length: 6 }, (_, at) => program.acceptUpload(`${at}.jpg`, (async function* () { yield bytes; })())));
    const { jobId } = await ask(program, 'media.store', { uploadIds });
    await ask(program, 'job.cancel', { jobId });
    expect(await finish(program, jobId)).toEqual({ state: 'cancelled' });
  });
});

describe('media.turn', () => {
  it('turns a picture of the sample, which is not in the ledger’s folder', async () => {
    const { path, remove } = await temporaryFolder();
    cleanUps.push(remove);
    const program = await open(join(path, 'home'));
    const id = (await readdir(join(shipped, 'sample', 'media'))).find((name) => /^[a-f0-9]{64}\.webp$/.test(name)) ?? '';
    const before = await decode(await readFile(join(shipped, 'sample', 'media', id)), 'webp');
    const turned = await ask(program, 'media.turn', { id, quarterTurns: 1 });
    expect(turned).toMatchObject({ original: id, width: before.height, height: before.width, quarterTurns: 1 });
    expect(await program.resource(`media/${turned.id}`)).toMatchObject({ type: 'image/jpeg' });
  });
});

describe('addresses of media', () => {
  it('give the picture and its thumbnail, which is made anew when it is gone', async () => {
    const { program, stored, folder } = await start();
    const [photo] = await stored({ 'IMG_1.jpg': await phoneJpeg({ ...paintedPixels(1200, 900), data: paintedPixels(1200, 900).data.map((value, at) => value ^ ((at * 2654435761) >>> 27)) }) });
    const id = photo?.media?.id ?? '';
    const small = await program.resource(`media/${id}/small`);
    expect(fileOf(small)).toContain('thumbnails');
    await rm(join(folder, 'media', 'thumbnails'), { recursive: true });
    const again = await Promise.all([1, 2, 3].map(() => program.resource(`media/${id}/small`)));
    expect(again.map((one) => one?.type)).toEqual(['image/webp', 'image/webp', 'image/webp']);
    expect(await decode(await readFile(fileOf(again[0])), 'webp')).toMatchObject({ width: 480, height: 360 });
  });

  it('give the picture itself for the sample’s thumbnails', async () => {
    const { path, remove } = await temporaryFolder();
    cleanUps.push(remove);
    const program = await open(join(path, 'home'));
    const id = (await readdir(join(shipped, 'sample', 'media'))).find((name) => name.endsWith('.webp')) ?? '';
    expect(await program.resource(`media/${id}/small`)).toEqual(await program.resource(`media/${id}`));
  });

  it('never lead from the public shelf to an original or a document, nor by any way to a path', async () => {
    const { program, stored } = await start();
    const [photo, paper] = await stored({ 'IMG_1.jpg': await phoneJpeg(paintedPixels(320, 240)), '合同.pdf': Buffer.from('%PDF-1.7') });
    const [scan] = await stored({ '权证.jpg': await phoneJpeg(paintedPixels(64, 48)) }, 'document');
    for (const id of [photo?.media?.original, paper?.media?.id, scan?.media?.id]) {
      expect(await program.resource(`media/${id}`), id).toBeUndefined();
      expect(await program.resource(`media/${id}/small`), id).toBeUndefined();
      expect(await program.resource(`files/${id}`), id).toMatchObject({ type: 'application/octet-stream' });
    }
    expect(await program.resource(`files/${photo?.media?.id}`)).toBeUndefined();
    for (const address of ['files/../ledger.json', `files/${photo?.media?.original}/../x`, 'media/originals/x.jpg', `media/${photo?.media?.id}/large`, `files/${paper?.media?.id}/view`]) {
      expect(await program.resource(address), address).toBeUndefined();
    }
  });

  it('save a document under its own name and never open it, and are closed to an audience', async () => {
    const { program, stored, house } = await start();
    const [page] = await stored({ '说明.html': Buffer.from('<html><script>alert(1)</script>') });
    const [photo] = await stored({ 'IMG_1.jpg': await phoneJpeg(paintedPixels(320, 240)) });
    await ask(program, 'desk.apply', { edits: [
      { kind: 'set', noun: 'asset', id: house.id, path: 'documents', value: [page?.media] }, { kind: 'set', noun: 'asset', id: house.id, path: 'photos', value: [photo?.media] },
    ] });
    const host = await startTestHost(program);
    cleanUps.push(() => host.close());
    const saved = await host.ask('GET', `/files/${page?.media?.id}`);
    expect([saved.status, saved.headers.get('content-type'), saved.headers.get('x-content-type-options')]).toEqual([200, 'application/octet-stream', 'nosniff']);
    expect(saved.headers.get('content-disposition')).toContain(`attachment; filename="__.html"; filename*=UTF-8''${encodeURIComponent('说明.html')}`);
    expect((await host.ask('GET', `/files/${photo?.media?.original}`)).headers.get('content-disposition')).toContain('IMG_1.jpg');
    for (const id of [page?.media?.id, photo?.media?.original]) {
      for (const address of [`/files/${id}`, `/files/${id}/view`, `/media/${id}`]) expect((await host.ask('GET', address, {}, '', 'public')).status, address).toBe(404);
    }
    const shown = await host.ask('GET', `/media/${photo?.media?.id}`, {}, '', 'public');
    expect(shown.status).toBe(200);
    expect(shown.body).not.toContain(cameraCanary);
  });

  it('say in the public calls nothing of documents, originals, file names and times', async () => {
    const { program, stored, house } = await start();
    const [photo, paper] = await stored({ '张三家.jpg': await phoneJpeg(paintedPixels(320, 240)), '承包合同.pdf': Buffer.from('%PDF-1.7') });
    await ask(program, 'desk.apply', { edits: [
      { kind: 'set', noun: 'asset', id: house.id, path: 'photos', value: [photo?.media] }, { kind: 'set', noun: 'asset', id: house.id, path: 'documents', value: [paper?.media] },
    ] });
    const said = JSON.stringify([await ask(program, 'public.asset', { id: house.id }), await ask(program, 'public.index', {})]);
    expect(said).toContain(photo?.media?.id);
    for (const secret of [photo?.media?.original, '张三家', '2024-03-08', paper?.media?.id, '承包合同']) expect(said).not.toContain(secret);
  });

  it('send a stretch of a film, as a player asks for it', async () => {
    const { program, stored } = await start();
    const [film] = await stored({ 'VID_1.mp4': phoneFilm() });
    const host = await startTestHost(program);
    cleanUps.push(() => host.close());
    const part = await host.ask('GET', `/media/${film?.media?.id}`, { Range: 'bytes=0-7' });
    expect([part.status, part.headers.get('content-type'), part.headers.get('content-length')]).toEqual([206, 'video/mp4', '8']);
  });
});
