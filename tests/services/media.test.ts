import { mkdir, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import exifr from 'exifr';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { decode } from '../../electron/services/media/codecs.js';
import { mediaFile, thumbnailName } from '../../electron/services/media/media-folder.js';
import { storeMedia, type Stored } from '../../electron/services/media/store-media.js';
import { turnPhoto } from '../../electron/services/media/turn-photo.js';
import { FailureError, type Failure } from '../../data/schema/failure.js';
import { realDisk, type Disk } from '../../electron/storage/disk.js';
import { bundleForNode } from '../builders/bundle.js';
import { faultyDisk } from '../builders/faulty-disk.js';
import { temporaryFolder } from '../builders/ledger.js';
import { blue, cameraCanary, exifBlock, green, grey, paintedPixels, phoneFilm, phoneJpeg, plainWebp, pngOf, red } from '../builders/pictures.js';
import { PowerCutDisk } from '../builders/power-cut-disk.js';

let workerFile: string;
beforeAll(async () => { workerFile = await bundleForNode(fileURLToPath(new URL('../../electron/services/media/media-worker.ts', import.meta.url))); });
afterAll(() => rm(workerFile, { force: true }));

let folder: string;
let inbox: string;
let remove: () => Promise<void>;
beforeEach(async () => {
  const made = await temporaryFolder();
  remove = made.remove;
  folder = join(made.path, 'ledger');
  inbox = join(made.path, 'inbox');
  await Promise.all([folder, inbox].map((path) => mkdir(path)));
});
afterEach(() => remove());

async function file(name: string, bytes: Uint8Array): Promise<{ name: string; path: string }> {
  const path = join(inbox, name);
  await writeFile(path, bytes);
  return { name, path };
}
const store = async (name: string, bytes: Uint8Array, more: Partial<Parameters<typeof storeMedia>[1]> = {}): Promise<Stored> => storeMedia(await file(name, bytes), { folder, workerFile, ...more });
const failureOf = async (work: Promise<unknown>): Promise<Failure> => {
  const error = await work.then(() => undefined, (reason: unknown) => reason);
  if (!(error instanceof FailureError)) throw new Error(`expected a failure, got ${String(error)}`);
  return error.failure;
};
/** Every file in the ledger's folder, by its path in it. */
async function filesIn(root: string): Promise<string[]> {
  const found = await readdir(root, { recursive: true, withFileTypes: true });
  return found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1).replaceAll('\\', '/')).sort();
}
const shownBytes = (id: string) => readFile(mediaFile(folder, 'shown', id));
const thumbnailBytes = (id: string) => readFile(mediaFile(folder, 'thumbnails', thumbnailName(id)));
/** The colours in the middle of the four quarters: upper left, upper right, lower left, lower right. */
async function quarters(bytes: Buffer, format: 'jpeg' | 'webp') {
  const { data, width, height } = await decode(bytes, format);
  const at = (x: number, y: number) => [...data.subarray((Math.floor(y * height) * width + Math.floor(x * width)) * 4).subarray(0, 3)];
  return { width, height, colours: [at(0.25, 0.25), at(0.75, 0.25), at(0.25, 0.75), at(0.75, 0.75)] };
}
const nearly = (colours: readonly (readonly (number | undefined)[])[], wanted: readonly (readonly (number | undefined)[])[]) =>
  colours.forEach((colour, at) => colour.forEach((value, channel) => expect(Math.abs((value ?? 0) - (wanted[at]?.[channel] ?? 0)), `quarter ${at}, channel ${channel}`).toBeLessThan(24)));

describe('a photo that is taken in', () => {
  it('is shown without anything that the camera noted, which is told apart from it', async () => {
    const { kind, media, location } = await store('IMG_1.jpg', await phoneJpeg(paintedPixels(640, 480)));
    expect(kind).toBe('photo');
    expect(location).toEqual({ lng: 119.93, lat: 29.83 });
    expect(media).toMatchObject({ width: 640, height: 480, takenAt: '2024-03-08T10:11:12', fileName: 'IMG_1.jpg' });
    const shown = await shownBytes(media.id);
    for (const trace of [cameraCanary, 'Exif', 'xmpmeta']) for (const bytes of [shown, await thumbnailBytes(media.id)]) expect(bytes.includes(trace), trace).toBe(false);
    expect(await exifr.parse(shown, true).catch(() => undefined)).not.toHaveProperty('latitude');
  });

  it('keeps its original byte for byte, apart from what may be shown', async () => {
    const bytes = await phoneJpeg(paintedPixels(640, 480));
    const { media } = await store('IMG_1.jpg', bytes);
    expect((await readFile(mediaFile(folder, 'originals', media.original ?? ''))).equals(bytes)).toBe(true);
    expect(media).toMatchObject({ original: `${createHash('sha256').update(bytes).digest('hex')}.jpg`, bytes: bytes.length });
    expect(await readdir(join(folder, 'media'))).not.toContain(media.original);
  });

  it('is upright, however the camera was held', async () => {
    const wanted: Readonly<Record<number, readonly (readonly (number | undefined)[])[]>> = {
      1: [red, green, blue, grey], 2: [green, red, grey, blue], 3: [grey, blue, green, red], 4: [blue, grey, red, green],
      5: [red, blue, green, grey], 6: [blue, red, grey, green], 7: [grey, green, blue, red], 8: [green, grey, red, blue],
    };
    for (const [orientation, colours] of Object.entries(wanted)) {
      const { media } = await store(`held-${orientation}.jpg`, await phoneJpeg(paintedPixels(160, 96), { orientation: Number(orientation) }));
      const shown = await quarters(await shownBytes(media.id), 'jpeg');
      expect([shown.width, shown.height], `orientation ${orientation}`).toEqual(Number(orientation) > 4 ? [96, 160] : [160, 96]);
      nearly(shown.colours, colours);
    }
  });

  it('is scaled to 2560 pixels at most, with a thumbnail of 480', async () => {
    const { media } = await store('large.jpg', await phoneJpeg(paintedPixels(3000, 2000)));
    expect([media.width, media.height]).toEqual([2560, 1707]);
    const shown = await quarters(await shownBytes(media.id), 'jpeg');
    expect([shown.width, shown.height]).toEqual([2560, 1707]);
    nearly(shown.colours, [red, green, blue, grey]);
    const small = await quarters(await thumbnailBytes(media.id), 'webp');
    expect([small.width, small.height]).toEqual([480, 320]);
    nearly(small.colours, [red, green, blue, grey]);
  });

  it('is never made larger than it is', async () => {
    const { media } = await store('small.webp', await plainWebp(paintedPixels(60, 40)));
    expect(media).toMatchObject({ width: 60, height: 40 });
    expect(await quarters(await thumbnailBytes(media.id), 'webp')).toMatchObject({ width: 60, height: 40 });
  });

  it('keeps its colour profile, without which a phone’s colours look dull', async () => {
    const plain = await phoneJpeg(paintedPixels(64, 48));
    const profile = Buffer.concat([Buffer.from('ffe2', 'hex'), Buffer.from([0, 24]), Buffer.from('ICC_PROFILE\0\x01\x01', 'latin1'), Buffer.from('colours!')]);
    const { media } = await store('p3.jpg', Buffer.concat([plain.subarray(0, 2), profile, plain.subarray(2)]));
    const shown = await shownBytes(media.id);
    expect(shown.indexOf(profile)).toBeGreaterThan(0);
    nearly((await quarters(shown, 'jpeg')).colours, [red, green, blue, grey]);
  });

  it('stays see-through where a PNG is, and loses a PNG’s notes too', async () => {
    const { media, location } = await store('logo.png', pngOf(paintedPixels(200, 120, [0, 0, 0, 0])));
    expect(media.id).toMatch(/\.webp$/);
    const shown = await shownBytes(media.id);
    const { data, width, height } = await decode(shown, 'webp');
    expect(data[((height - 10) * width + width - 10) * 4 + 3]).toBe(0);
    expect(data[3]).toBe(255);
    expect(shown.includes(cameraCanary)).toBe(false);
    expect(location).toEqual({ lng: 119.93, lat: 29.83 });
  });

  it('is stored once, however often and under whatever name it comes', async () => {
    const bytes = await phoneJpeg(paintedPixels(320, 240));
    const first = await store('a.jpg', bytes);
    const files = await filesIn(folder);
    const second = await store('副本.jpg', bytes);
    expect(second.media).toEqual({ ...first.media, fileName: '副本.jpg' });
    expect(await filesIn(folder)).toEqual(files);
    expect(files).toHaveLength(3);
  });

  it('has no place and no time where the camera knew neither', async () => {
    const { media, location } = await store('nowhere.jpg', await phoneJpeg(paintedPixels(64, 48), { lng: 0, lat: 0, takenAt: '0000:00:00 00:00:00' }));
    expect(location).toBeUndefined();
    expect(media.takenAt).toBeUndefined();
  });
});

describe('a photo that is turned', () => {
  it('comes back to the very same file after four quarters', async () => {
    const { media } = await store('IMG_1.jpg', await phoneJpeg(paintedPixels(320, 200), { orientation: 6 }));
    let turned = media;
    const sizes: (readonly (number | undefined)[])[] = [];
    for (const quarterTurns of [1, 2, 3, 0]) {
      turned = await turnPhoto({ id: turned.id, original: turned.original, quarterTurns }, { folder, workerFile });
      sizes.push([turned.width, turned.height]);
      expect(turned.original).toBe(media.original);
    }
    expect(sizes).toEqual([[320, 200], [200, 320], [320, 200], [200, 320]]);
    expect(turned.id).toBe(media.id);
  });

  it('is turned clockwise', async () => {
    const { media } = await store('IMG_1.jpg', await phoneJpeg(paintedPixels(320, 200)));
    const turned = await turnPhoto({ id: media.id, original: media.original, quarterTurns: 1 }, { folder, workerFile });
    expect(turned.quarterTurns).toBe(1);
    nearly((await quarters(await shownBytes(turned.id), 'jpeg')).colours, [blue, red, grey, green]);
  });

  it('takes what is shown as its original where there is no other: the sample’s pictures', async () => {
    const bytes = await plainWebp(paintedPixels(320, 200));
    const id = `${createHash('sha256').update(bytes).digest('hex')}.webp`;
    await writeFile(join(inbox, id), bytes);
    const turned = await turnPhoto({ id, quarterTurns: 3 }, { folder, elsewhere: inbox, workerFile });
    expect(turned).toMatchObject({ original: id, width: 200, height: 320 });
    expect((await readFile(mediaFile(folder, 'originals', id))).equals(bytes)).toBe(true);
  });

  it('is refused with a sentence when its file is gone', async () => {
    const gone = await failureOf(turnPhoto({ id: `${'a'.repeat(64)}.jpg`, quarterTurns: 1 }, { folder, workerFile }));
    expect(gone).toMatchObject({ code: 'not-found', message: { zh: expect.stringContaining('重新添加') as string } });
  });
});

describe('a film', () => {
  it('loses place and maker but not one byte of its pictures, and keeps its length', async () => {
    const bytes = phoneFilm();
    const { kind, media, location } = await store('VID_1.mp4', bytes);
    expect(kind).toBe('video');
    expect(location).toEqual({ lng: 119.93, lat: 29.83 });
    expect(media).toMatchObject({ width: 1080, height: 1920, takenAt: '2024-03-08T02:11:12', bytes: bytes.length });
    const shown = await shownBytes(media.id);
    expect(shown.length).toBe(bytes.length);
    for (const trace of [cameraCanary, '+29.83', 'xyz', 'udta']) expect(shown.includes(trace, 0, 'latin1'), trace).toBe(false);
    expect(shown.includes('the film itself '.repeat(64))).toBe(true);
  });

  it('is refused when it was cut off', async () => {
    const bytes = phoneFilm();
    expect(await failureOf(store('VID_1.mp4', bytes.subarray(0, bytes.length - 40)))).toMatchObject({ code: 'unreadable-file', place: { file: 'VID_1.mp4' } });
  });
});

describe('a document', () => {
  it('is kept as it is, under its own name, on the internal shelf', async () => {
    const bytes = Buffer.from('%PDF-1.7 合同');
    const { kind, media } = await store('承包合同.pdf', bytes);
    expect([kind, media.fileName]).toEqual(['document', '承包合同.pdf']);
    expect((await readFile(mediaFile(folder, 'documents', media.id))).equals(bytes)).toBe(true);
    expect(await filesIn(folder)).toEqual([`media/documents/${media.id}`]);
  });

  it('may be a picture, which then is not touched and not shown', async () => {
    const bytes = await phoneJpeg(paintedPixels(64, 48));
    const { kind, media } = await store('不动产权证.jpg', bytes, { as: 'document' });
    expect(kind).toBe('document');
    expect(await filesIn(folder)).toEqual([`media/documents/${media.id}`]);
  });

  it('has the ending of its kind, by its content and then its name', async () => {
    const zip = Buffer.from('PK\x03\x04 anything');
    const ole = Buffer.from('d0cf11e0a1b11ae1', 'hex');
    const endings = await Promise.all(([['表.xlsx', zip], ['包.zip', zip], ['改名.jpg', zip], ['文.wps', ole], ['图.dwg', Buffer.from('AC1032')], ['点.csv', Buffer.from('名称,面积')], ['界.gbk.txt', Buffer.from('c3fbb3c60d0a', 'hex')]] as const)
      .map(async ([name, bytes]) => (await store(name, bytes)).media.id.slice(65)));
    expect(endings).toEqual(['xlsx', 'zip', 'zip', 'wps', 'dwg', 'csv', 'txt']);
  });

  it('is told by its content: a page that calls itself a picture is text', async () => {
    const { kind, media } = await store('photo.jpg', Buffer.from('<html><script>alert(1)</script></html>'));
    expect(kind).toBe('document');
    expect(media.id).toMatch(/\.txt$/);
  });
});

describe('what is refused', () => {
  const boxed = (brand: string) => Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from(`ftyp${brand}\0\0\0\0mif1heic`, 'latin1'), Buffer.alloc(64)]);
  const cases: readonly (readonly [string, () => Promise<Buffer> | Buffer, string, RegExp])[] = [
    ['IMG_1.HEIC', () => boxed('heic'), 'unreadable-file', /手机.*JPEG/],
    ['pic.avif', () => boxed('avif'), 'unreadable-file', /AVIF.*JPEG/],
    ['anim.gif', () => Buffer.from('GIF89a......................', 'latin1'), 'unreadable-file', /GIF.*PNG/],
    ['scan.tif', () => exifBlock(), 'unreadable-file', /TIFF/],
    ['clip.avi', () => Buffer.from('RIFF\0\0\0\0AVI LIST....', 'latin1'), 'unreadable-file', /AVI.*MP4/],
    ['empty.jpg', () => Buffer.alloc(0), 'unreadable-file', /空文件/],
    ['half.jpg', async () => { const whole = await phoneJpeg(paintedPixels(640, 480)); return whole.subarray(0, Math.floor(whole.length * 0.7)); }, 'unreadable-file', /损坏|没有传完/],
    ['half.png', () => { const whole = pngOf(paintedPixels(200, 120)); return whole.subarray(0, Math.floor(whole.length * 0.8)); }, 'unreadable-file', /损坏|没有传完/],
    ['bomb.png', () => pngOf(paintedPixels(10, 10), { width: 60_000, height: 60_000 }), 'too-large', /3600 百万像素/],
    ['print.jpg', async () => { const jpeg = await phoneJpeg(paintedPixels(64, 48)); const frame = jpeg.indexOf(Buffer.from([0xff, 0xc2])); jpeg[frame + 9] = 4; return jpeg; }, 'unreadable-file', /CMYK.*RGB/],
    ['moving.webp', () => Buffer.concat([Buffer.from('RIFF\x40\0\0\0WEBPVP8X\x0a\0\0\0\x02\0\0\0\x3f\0\0\x2f\0\0ANIM\x06\0\0\0', 'latin1'), Buffer.alloc(40)]), 'unreadable-file', /动图.*JPEG/],
    ['run.jpg', () => Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1'), 'unreadable-file', /可执行程序/],
    ['noise.bin', () => Buffer.from([1, 2, 3, 0, 255, 254, 7, 0, 9]), 'unreadable-file', /zip/],
  ];
  for (const [name, make, code, words] of cases) {
    it(`${name} is named with what to do, and leaves nothing behind`, async () => {
      const failure = await failureOf(store(name, await make()));
      expect(failure).toMatchObject({ code, place: { file: name } });
      expect(failure.message.zh).toMatch(words);
      expect(failure.message.en.length).toBeGreaterThan(20);
      expect(await filesIn(folder)).toEqual([]);
    });
  }

  it('a photo of more than 60 MB is not even read', async () => {
    const { name, path } = await file('huge.jpg', (await phoneJpeg(paintedPixels(64, 48))));
    await truncate(path, 61 * 2 ** 20);
    expect(await failureOf(storeMedia({ name, path }, { folder, workerFile }))).toMatchObject({ code: 'too-large' });
  });

  it('a document does not pass for a photo, nor a photo for a film', async () => {
    expect((await failureOf(store('a.pdf', Buffer.from('%PDF-1.7'), { as: 'photo' }))).code).toBe('wrong-input');
    expect((await failureOf(store('a.jpg', await phoneJpeg(paintedPixels(32, 32)), { as: 'video' }))).code).toBe('wrong-input');
  });

  it('a file that is gone, and a batch that is cancelled, are told', async () => {
    expect((await failureOf(storeMedia({ name: '没有.jpg', path: join(inbox, 'no.jpg') }, { folder, workerFile }))).code).toBe('not-found');
    expect((await failureOf(store('a.jpg', await phoneJpeg(paintedPixels(32, 32)), { signal: AbortSignal.abort() }))).code).toBe('cancelled');
    expect(await filesIn(folder)).toEqual([]);
  });
});

describe('the disk', () => {
  /** The inbox on the real disk, the ledger on another. */
  const split = (ledger: Disk): Disk => new Proxy(ledger, {
    get: (target, name: keyof Disk) => (path: string, ...rest: never[]) => {
      const disk = path.startsWith(inbox) ? realDisk : target;
      return (disk[name] as (...words: unknown[]) => unknown).call(disk, path, ...rest);
    },
  });
  const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

  it('holds a photo, its original and its thumbnail through a power cut right after they are answered for', async () => {
    const disk = new PowerCutDisk();
    await disk.makeFolder('/stick/ledger');
    const bytes = await phoneJpeg(paintedPixels(320, 240));
    const { media } = await storeMedia(await file('a.jpg', bytes), { folder: '/stick/ledger', workerFile, disk: split(disk) });
    const after = disk.after();
    expect((await after.readFile(mediaFile('/stick/ledger', 'originals', media.original ?? ''))).equals(bytes)).toBe(true);
    expect(hashOf(await after.readFile(mediaFile('/stick/ledger', 'shown', media.id)))).toBe(media.id.slice(0, 64));
    expect((await after.readFile(mediaFile('/stick/ledger', 'thumbnails', thumbnailName(media.id)))).length).toBeGreaterThan(50);
  });

  it('never has a torn file under a whole one’s name, whenever the power goes', async () => {
    const bytes = Buffer.from(`%PDF-1.7 ${'合同 '.repeat(400)}`);
    const source = await file('合同.pdf', bytes);
    let refused = 0;
    for (const leftover of ['nothing', 'half', 'zeros'] as const) {
      for (let cutAt = 1; cutAt < 40; cutAt += 1) {
        const disk = new PowerCutDisk(Infinity, leftover, 'all');
        await disk.makeFolder('/stick/ledger');
        disk.cutAt = disk.calls + cutAt;
        const failure = await storeMedia(source, { folder: '/stick/ledger', disk: split(disk) }).then(() => undefined, (error: unknown) => error);
        if (failure) { refused += 1; expect(failure).toMatchObject({ failure: { code: 'disk' } }); }
        const id = `${hashOf(bytes)}.pdf`;
        const path = mediaFile('/stick/ledger', 'documents', id);
        const after = disk.after();
        const found = await after.list(dirname(path)).catch(() => [] as string[]);
        if (!failure) expect(found).toContain(id);
        if (found.includes(id)) expect((await after.readFile(path)).equals(bytes)).toBe(true);
      }
    }
    expect(refused).toBeGreaterThan(15);
  });

  it('that is full is told, with the ledger as it was', async () => {
    const full = faultyDisk(realDisk, { code: 'ENOSPC' }, 1, Infinity, (name) => name === 'write');
    const failure = await failureOf(store('合同.pdf', Buffer.from('%PDF-1.7'), { disk: full }));
    expect(failure).toMatchObject({ code: 'disk', message: { zh: expect.stringContaining('磁盘已满') as string } });
    expect(await filesIn(folder)).toEqual([]);
  });

  it('that is out is not mistaken for an empty folder to begin anew', async () => {
    await rm(folder, { recursive: true });
    expect(await failureOf(store('合同.pdf', Buffer.from('%PDF-1.7')))).toMatchObject({ code: 'disk', message: { zh: expect.stringContaining('U 盘') as string } });
    expect(await stat(folder).then(() => true, () => false)).toBe(false);
  });
});
