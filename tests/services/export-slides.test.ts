import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { slidesRequestSchema, type MapSheet, type SlidesRequest } from '../../data/contract.js';
import type { LedgerData } from '../../data/schema/ledger.js';
import { tourSchema } from '../../data/schema/tour.js';
import { exportSlides } from '../../electron/services/export/export-slides.js';
import { createSheets } from '../../electron/services/print/sheets.js';
import { bundleForNode } from '../builders/bundle.js';
import { ledgerOfCanaries } from '../builders/canaries.js';
import { buildAsset, buildProfile, buildProject } from '../builders/ledger.js';
import { unclosed } from '../builders/unclosed.js';
import { unpacked } from '../builders/unpacked.js';

const samplePictures = fileURLToPath(new URL('../../data/sample/media', import.meta.url));
const layers: readonly MapSheet[] = [{ id: 'shili', shown: true, opacity: 1, kind: 'schematic' }];

let folder: string;
let workerFile: string;
let pictures: readonly string[];
beforeAll(async () => {
  workerFile = await bundleForNode(fileURLToPath(new URL('../../electron/services/export/slides-worker.ts', import.meta.url)));
  folder = await mkdtemp(join(tmpdir(), 'xishan-slides-'));
  pictures = (await readdir(samplePictures)).filter((name) => name.endsWith('.webp')).slice(0, 3);
}, 60_000);
afterAll(async () => { await rm(folder, { recursive: true, force: true }); await rm(workerFile, { force: true }); });

const request = (fields: Partial<SlidesRequest>): SlidesRequest => slidesRequestSchema.parse({ kind: 'slides', format: 'pptx', audience: 'public', ...fields });
async function made(fields: Partial<SlidesRequest>, data: LedgerData, run: { signal?: AbortSignal; onStep?: () => void } = {}) {
  const file = await exportSlides(request(fields), {
    data, printer: undefined, sheets: createSheets(), layers, pictureFolders: [samplePictures], folder, today: '2026-11-28', workerFile,
    run: { signal: new AbortController().signal, onStep: () => undefined, ...run },
  });
  const parts = await unpacked(file.file);
  const names = [...parts.keys()];
  const text = (kind: RegExp) => names.filter((name) => kind.test(name)).map((name) => lettersOf(parts.get(name)!.toString('utf8')));
  return { ...file, parts, slides: text(/^ppt\/slides\/slide\d+\.xml$/), notes: text(/^ppt\/notesSlides\/notesSlide\d+\.xml$/) };
}
/** What a part of a presentation says, without its tags. */
const lettersOf = (xml: string) => [...xml.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, words]) => words).join('\n');

const tourOf = (data: Pick<LedgerData, 'assets' | 'projects'>, more: object = {}) => tourSchema.parse({
  id: '01M1D8E7W0308XV2JRNZNYTAMS', revision: 1, updatedAt: '2026-11-10T02:00:00.000Z', updatedBy: 'CANARY-BY', name: '春季路演',
  stops: [
    { id: 'start', kind: 'cover', line: { zh: '一条溪', en: 'One creek' }, notes: 'CANARY-NOTES-开场' }, { id: 'story', kind: 'chapter', title: { zh: '四季', en: 'Seasons' }, figures: [{ value: '46', unit: { zh: '万人次', en: 'visits' }, label: { zh: '到访', en: 'Visits' } }] },
    { id: 'numbers', kind: 'figures' }, { id: 'all', kind: 'overview', filter: { categories: [], villages: [], statuses: [], area: null, cooperation: [], utilities: [] } },
    ...data.assets.map((asset, at) => ({ id: `asset-${at}`, kind: 'asset', assetId: asset.id, notes: `CANARY-NOTES-${at}` })),
    { id: 'kept-back', kind: 'chapter', title: { zh: 'CANARY-HIDDEN' }, hidden: true },
    ...data.projects.map((project, at) => ({ id: `project-${at}`, kind: 'project', projectId: project.id })), { id: 'table', kind: 'table' }, { id: 'close', kind: 'closing' },
  ], ...more,
});

const { data: secret, canaries } = ledgerOfCanaries();
const secretTour: LedgerData = { ...secret, tours: [tourOf(secret)] };

describe('slides for the public', () => {
  it.each([{ language: 'zh', tour: true }, { language: 'both', tour: true }, { language: 'en', tour: false }] as const)('in $language hold nothing of any internal or personal field, in any part (tour: $tour)', async ({ language, tour }) => {
    const { parts, name, slides, notes } = await made({ language }, tour ? secretTour : secret);
    const content = [name, ...[...parts].map(([part, bytes]) => part + bytes.toString('utf8') + bytes.toString('latin1'))].join('\n');
    expect(slides.join('\n')).toContain('公开forest');
    expect(canaries.filter(({ word }) => content.includes(word)).map(({ path }) => path)).toEqual([]);
    expect(content).not.toContain('CANARY');
    // A notes page holds its slide's number and nothing else.
    expect(notes.map((words) => words.replace(/[\d\s]/g, ''))).toEqual(notes.map(() => ''));
    expect(slides.filter((words) => !words.includes(language === 'en' ? 'Public' : '公开'))).toEqual([]);
  });
});

describe('slides for the staff', () => {
  it('say what to say and what only the staff know in their notes, never on a slide, and are all marked', async () => {
    const { slides, notes, name } = await made({ audience: 'internal' }, secretTour);
    expect(notes[0]).toContain('CANARY-NOTES-开场');
    expect(notes.join('\n')).toContain(canaries.find(({ path }) => path === 'forest.owner')!.word);
    expect(notes.join('\n')).toContain(canaries.find(({ path }) => path === 'project.officer')!.word);
    expect(slides.filter((words) => words.includes('CANARY'))).toEqual([]);
    expect(slides.filter((words) => !words.includes('内部资料'))).toEqual([]);
    expect(name).toContain('内部资料');
  });
});

describe('a presentation', () => {
  const long = '松风岗千亩古松林与白鹭溪上游水源涵养区及森林康养步道配套用地（含护林点三处、观景台两座）整体招商地块';
  const photos = () => pictures.map((id) => ({ id, caption: { zh: '晨雾', en: 'Mist' } }));
  const sample = (): LedgerData => {
    const assets = [
      buildAsset('house', { name: '溪边<老>宅 & "院"', nameEn: 'House <old> & "yard"', status: 'available', floorArea: 320, location: { lng: 119.93, lat: 29.83 }, photos: photos() }),
      buildAsset('forest', { name: long, nameEn: 'A wood', status: 'idle', siteArea: 800_000, constraints: ['公益林'] }), buildAsset('hall', { name: '堂' }),
    ];
    const projects = Array.from({ length: 9 }, (_, at) => buildProject({ name: `项目${at + 1}号`, assetIds: at === 0 ? assets.map(({ id }) => id) : [], investment: 1_000 * (at + 1), horizon: at % 2 ? 'far' : 'near' }));
    return { profile: { ...buildProfile({ sample: true }), publicContact: { name: '招商办', phone: '0000-0000000' } }, assets, projects, tours: [tourOf({ assets, projects: projects.slice(0, 1) })] };
  };

  it('is well-formed in every part, names every asset of its tour, and says that it is sample data', async () => {
    const data = sample();
    const { parts, slides } = await made({ language: 'both' }, data);
    const broken = [...parts].filter(([name]) => /\.(xml|rels)$/.test(name)).flatMap(([name, bytes]) => unclosed(bytes.toString('utf8')).map((tag) => `${name} ${tag}`));
    expect(broken).toEqual([]);
    const words = slides.join('\n');
    for (const name of ['溪边&lt;老&gt;宅 &amp; &quot;院&quot;', long, '堂', '示例数据', '0000-0000000', '公益林']) expect(words).toContain(name);
    expect(slides.filter((one) => !one.includes('示例数据'))).toEqual([]);
  });

  it('splits the project table over slides, its head on each, and counts assets in a chart that can be edited', async () => {
    const { parts, slides } = await made({}, sample());
    const tables = slides.filter((words) => words.includes('招商项目一张表'));
    expect(tables.map((words) => [words.includes('总投资'), words.includes('近/远期')])).toEqual([[true, true], [true, true]]);
    expect(tables.join('\n').match(/项目\d号/g)).toHaveLength(9);
    expect([...parts.keys()].filter((name) => /^ppt\/charts\/chart\d+\.xml$/.test(name))).toHaveLength(1);
    expect([...parts.keys()].some((name) => /^ppt\/embeddings\/.*\.xlsx$/.test(name))).toBe(true);
  });

  it('holds photos as JPEG, which every office reads, and no other form of a photo', async () => {
    const { parts } = await made({}, sample());
    const media = [...parts].filter(([name]) => name.startsWith('ppt/media/') && name !== 'ppt/media/');
    const kinds = media.map(([, bytes]) => bytes.subarray(0, 3).toString('hex')).filter((start) => start !== '89504e');
    expect([...new Set(kinds)]).toEqual(['ffd8ff']);
    expect(kinds.length).toBeGreaterThanOrEqual(pictures.length);
  });

  it('names the map and that it has no 审图号 on every slide with a map', async () => {
    const { slides, notices } = await made({}, sample());
    expect(slides.filter((words) => words.includes('示例乡示意图 无审图号'))).toHaveLength(1);
    expect(notices.map(({ zh }) => zh).join()).toContain('地图没有画进幻灯片');
  });

  it('is the same twice but for the moment of making', async () => {
    const data = sample();
    const texts = async () => [...(await made({}, data)).parts].filter(([name]) => /^ppt\/(slides|media|notesSlides)\//.test(name)).map(([name, bytes]) => `${name} ${bytes.toString('latin1')}`);
    const [one, other] = [await texts(), await texts()];
    expect(one).toHaveLength(other.length);
    expect(one.filter((part, at) => part !== other[at]).map((part) => part.slice(0, 60))).toEqual([]);
  });

  it('leaves no file when it is cancelled while slides are drawn', async () => {
    const before = await readdir(folder);
    const stop = new AbortController();
    await expect(made({ language: 'en', audience: 'internal' }, sample(), { signal: stop.signal, onStep: () => stop.abort() })).rejects.toMatchObject({ failure: { code: 'cancelled' } });
    expect(await readdir(folder)).toEqual(before);
  });

  it('refuses a tour that is gone with a sentence', async () => {
    await expect(made({ tourId: '01M1D8E7W0308XV2JRNZNYTAMX' }, sample())).rejects.toMatchObject({ failure: { code: 'not-found', place: { field: 'tourId' } } });
  });
});
