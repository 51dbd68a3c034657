import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { afterEach, describe, expect, it } from 'vitest';
import type { LedgerData } from '../../data/schema/ledger.js';
import { buildAsset, buildProfile } from '../builders/ledger.js';
import { importProgram, type ImportProgram } from '../builders/import-program.js';
import { paintedPixels, phoneJpeg, plainWebp, pngOf } from '../builders/pictures.js';
import { fileOf } from '../builders/resource-file.js';
import { workbookBytes } from '../builders/workbooks.js';

const house = buildAsset('house', { code: 'F-1', name: '东山1号农房', village: '东山村', location: { lng: 119.93, lat: 29.83 } });
const hall = buildAsset('hall', { code: 'LT-001', name: '里洋文化礼堂', village: '里洋村', location: { lng: 119.94, lat: 29.84 } });
const data: LedgerData = { profile: buildProfile(), assets: [house, hall], projects: [], tours: [] };
const picture = paintedPixels(64, 48);
const cleanUps: (() => Promise<unknown>)[] = [];
afterEach(async () => { for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp(); });
async function start(again?: ImportProgram): Promise<ImportProgram> {
  const started = await importProgram(data, again);
  cleanUps.push(() => started.close());
  return started;
}
const photosOf = async ({ ask }: ImportProgram, id: string) => (await ask('desk.assets', { ids: [id] }))[0]?.photos ?? [];

describe('photos among the files', () => {
  it('are told with place, time and the asset that they show, and none is attached by itself', async () => {
    const desk = await start();
    const { photos, files, planId } = await desk.plan(await desk.save('IMG_20240308_101112.jpg', await phoneJpeg(picture, { lng: 119.9301, lat: 29.83 })));
    expect(photos).toMatchObject([{ file: 0, name: 'IMG_20240308_101112.jpg', takenAt: '2024-03-08T10:11:12', location: { lng: 119.9301, lat: 29.83 }, candidates: [{ assetId: house.id, sure: true, metres: 10 }] }]);
    expect(files[0]).toMatchObject({ file: 'IMG_20240308_101112.jpg', format: 'jpeg', sheets: [] });
    expect(files[0]?.refusal).toBeUndefined();
    expect(await desk.apply({ planId })).toEqual({ seq: 0, added: 0, changed: 0, photos: 0 });
  });
  it('of every kind are read, whatever their names end in', async () => {
    const desk = await start();
    const { photos, files } = await desk.plan(await desk.save('东山1号农房.xlsx', pngOf(picture)), await desk.save('LT-001.dat', await plainWebp(picture)));
    expect(files.map((file) => file.format)).toEqual(['png', 'webp']);
    expect(photos.map((photo) => photo.candidates[0]?.assetId)).toEqual([house.id, hall.id]);
    expect(photos[1]?.notice?.zh).toMatch(/没有位置/);
  });
  it('that are cut off, or whose notes are broken, are told and stop nothing', async () => {
    const whole = await phoneJpeg(picture);
    const broken = Buffer.from(whole);
    broken.writeUInt32BE(0x00ff_ffff, broken.indexOf('MM\0*', 0, 'latin1') + 4);
    const desk = await start();
    const { photos, planId } = await desk.plan(
      await desk.save('东山1号农房.jpg', whole.subarray(0, Math.floor(whole.length * 0.6))), await desk.save('IMG_2.jpg', broken),
      await desk.save('IMG_3.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0xff, 0xff])), await desk.save('IMG_4.jpg', whole),
    );
    expect(photos.map((photo) => [photo.candidates.length, photo.notice?.zh.slice(0, 5), photo.preview !== undefined])).toEqual([[0, '照片不完整', false], [0, '照片里的拍', true], [0, '照片不完整', false], [1, undefined, true]]);
    await expect(desk.apply({ planId, photos: [{ file: 0, assetId: house.id }] })).rejects.toMatchObject({ failure: { code: 'wrong-input', place: { file: '东山1号农房.jpg' } } });
    expect(await desk.ask('ledger.status', {})).toMatchObject({ seq: 0 });
  });
});

describe('confirmed photos', () => {
  it('are appended to their assets in the one change of the import, which undoes as one', async () => {
    const desk = await start();
    const table = workbookBytes([{ name: '农房', rows: [['编号', '名称', '所在村', '建筑面积', '经度', '纬度'], ['F-1', '东山1号农房', '东山村', 240, 119.93, 29.83], ['F-2', '东山2号农房', '东山村', 180, 119.96, 29.86]] }]);
    const { planId, photos } = await desk.plan(
      await desk.save('农房.xlsx', table), await desk.save('F-1.jpg', await phoneJpeg(picture)),
      await desk.save('东山2号农房.jpg', await phoneJpeg(paintedPixels(50, 40), { lng: 119.9601, lat: 29.86 })), await desk.save('礼堂.png', pngOf(paintedPixels(40, 30))),
    );
    const planned = photos[1]?.candidates[0];
    expect(planned).toMatchObject({ name: '东山2号农房', sure: true });
    const result = await desk.apply({ planId, photos: [{ file: 1, assetId: house.id }, { file: 2, assetId: planned?.assetId ?? '' }, { file: 3, assetId: hall.id }] });
    expect(result).toMatchObject({ seq: 1, added: 1, changed: 1, photos: 3 });
    const [stored] = await photosOf(desk, house.id);
    expect(stored).toMatchObject({ fileName: 'F-1.jpg' });
    expect(await photosOf(desk, planned?.assetId ?? '')).toHaveLength(1);
    expect(await photosOf(desk, hall.id)).toHaveLength(1);
    const shown = await desk.program.resource(`media/${stored?.id ?? ''}`);
    expect(createHash('sha256').update(await readFile(fileOf(shown))).digest('hex')).toBe(stored?.id.slice(0, 64));
    await desk.ask('desk.undo', {});
    expect(JSON.stringify(await desk.ask('desk.assets', { ids: [house.id, hall.id] }))).toBe(JSON.stringify([house, hall]));
  });
  it('that an asset has already are not added again', async () => {
    const desk = await start();
    const attach = async () => {
      const { planId } = await desk.plan(await desk.save('F-1.jpg', await phoneJpeg(picture)));
      return desk.apply({ planId, photos: [{ file: 0, assetId: house.id }] });
    };
    expect(await attach()).toMatchObject({ seq: 1, photos: 1 });
    expect(await attach()).toEqual({ seq: 1, added: 0, changed: 0, photos: 0 });
    expect(await photosOf(desk, house.id)).toHaveLength(1);
  });
  it('of an asset whose row was left out are refused, and nothing is imported', async () => {
    const desk = await start();
    const { planId } = await desk.plan(await desk.save('农房.csv', '编号,名称,所在村\nF-9,东山9号农房,东山村\n'), await desk.save('F-9.jpg', await phoneJpeg(picture)));
    const [row] = (await desk.ask('import.rows', { planId, file: 0 })).rows;
    await expect(desk.apply({ planId, leaveOut: [{ file: 0 }], photos: [{ file: 1, assetId: row?.recordId ?? '' }] })).rejects.toMatchObject({ failure: { code: 'wrong-input' } });
    expect(await desk.ask('ledger.status', {})).toMatchObject({ seq: 0 });
  });
});

describe('importing photos', () => {
  const table = '编号,名称,所在村\nF-8,东山8号农房,东山村\nF-9,东山9号农房,东山村\n';
  it('tells which photo is being stored, and may be stopped until the change is written', async () => {
    const desk = await start();
    const { planId } = await desk.plan(await desk.save('农房.csv', table), await desk.save('F-1.jpg', await phoneJpeg(picture)), await desk.save('礼堂.png', pngOf(paintedPixels(40, 30))));
    const confirmed = { planId, photos: [{ file: 1, assetId: house.id }, { file: 2, assetId: hall.id }] };
    const steps: string[] = [];
    const stop = desk.program.on('job.changed', ({ jobId, job }) => {
      if (job.state !== 'running') return;
      steps.push(`${job.step.zh} ${job.done}/${job.total ?? ''}`);
      void desk.ask('job.cancel', { jobId });
    });
    const { jobId } = await desk.ask('import.apply', confirmed);
    expect((await desk.finish(jobId)).state).toBe('cancelled');
    stop();
    expect(steps[0]).toBe('存放照片「F-1.jpg」 0/2');
    expect(await desk.ask('ledger.status', {})).toMatchObject({ seq: 0 });
    expect(await desk.apply(confirmed)).toMatchObject({ seq: 1, added: 2, photos: 2 });
  });
  it('can go to any asset that a row makes, found by its words, which keeps its id when the files are planned anew', async () => {
    const desk = await start();
    const first = await desk.plan(await desk.save('农房.csv', table), await desk.save('正面.webp', await plainWebp(picture)));
    expect(first.photos[0]?.candidates).toEqual([]);
    const found = async (planId: string, query: string) => (await desk.ask('import.rows', { planId, file: 0, noun: 'asset', outcome: 'new', query })).rows.map((row) => [row.name, row.recordId]);
    const [nine] = await found(first.planId, 'f-9');
    expect(nine?.[0]).toBe('东山9号农房');
    expect(await found(first.planId, '东山村')).toHaveLength(2);
    const second = await desk.replan(first.planId, [{ file: 0, sheet: '', category: 'house' }]);
    expect(await found(second.planId, '东山9号')).toEqual([nine]);
    expect(await desk.apply({ planId: second.planId, photos: [{ file: 1, assetId: nine?.[1] ?? '' }] })).toMatchObject({ added: 2, photos: 1 });
    expect(await photosOf(desk, nine?.[1] ?? '')).toHaveLength(1);
  });
  it('names the row that makes a candidate, so that the page knows when there is nothing to go to', async () => {
    const desk = await start();
    const { planId, photos } = await desk.plan(await desk.save('农房.csv', table), await desk.save('F-9.jpg', await phoneJpeg(picture)), await desk.save('F-1.jpg', await phoneJpeg(picture)));
    const { rows } = await desk.ask('import.rows', { planId, file: 0 });
    expect(photos[0]?.candidates[0]?.madeBy).toEqual({ key: rows[1]?.key, file: 0, doubtful: false });
    expect(photos[1]?.candidates[0]?.madeBy).toBeUndefined();
  });
  it('of a kind that cannot be shown are refused with the way out', async () => {
    const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic', 'latin1'), Buffer.alloc(64)]);
    const desk = await start();
    const { files } = await desk.plan(await desk.save('农房.csv', table), await desk.save('IMG_1.HEIC', heic), await desk.save('图.gif', Buffer.concat([Buffer.from('GIF89a'), Buffer.alloc(40, 255)])));
    expect(files[1]?.refusal?.message.zh).toMatch(/手机.*JPEG/);
    expect(files[2]?.refusal?.message.zh).toMatch(/GIF 图片.*JPEG/);
  });
});

describe('the address of an uploaded photo', () => {
  it('shows the picture while its plan waits for a decision, and nothing else that was uploaded', async () => {
    const desk = await start();
    const bytes = await phoneJpeg(picture);
    const upload = (name: string, content: Buffer) => desk.program.acceptUpload(name, (async function* give() { yield await Promise.resolve(content); })());
    const [photo, table] = [await upload('F-1.jpg', bytes), await upload('表.csv', Buffer.from('编号,名称,所在村\nF-9,东山9号农房,东山村\n'))];
    expect(await desk.program.resource(`uploads/${photo}`)).toBeUndefined();
    const { jobId } = await desk.ask('import.plan', { uploadIds: [photo, table] });
    const job = await desk.finish(jobId);
    const { planId, photos } = (job as { result: { planId: string; photos: readonly { preview?: string }[] } }).result;
    expect(photos[0]?.preview).toBe(`uploads/${photo}`);
    const shown = await desk.program.resource(`uploads/${photo}`);
    expect(shown?.type).toBe('image/jpeg');
    expect((await readFile(fileOf(shown))).equals(bytes)).toBe(true);
    expect(await desk.program.resource(`uploads/${table}`)).toBeUndefined();
    await desk.ask('import.discard', { planId });
    expect(await desk.program.resource(`uploads/${photo}`)).toBeUndefined();
  });
});
