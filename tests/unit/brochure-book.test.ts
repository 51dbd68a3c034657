import { describe, expect, it } from 'vitest';
import { composeBook, type BookSources } from '../../data/rules/brochure/compose-book.js';
import { pageIndexes } from '../../data/rules/brochure/order-pages.js';
import { creditsOf } from '../../data/rules/map/credits.js';
import { publicAsset, publicProfile, publicProject } from '../../data/rules/projection.js';
import { buildAsset, buildProfile, buildProject } from '../builders/ledger.js';

const photo = (sign: string) => ({ id: `${sign.repeat(64)}.jpg`, width: 1600, height: 1000, caption: { zh: `图${sign}`, en: `Picture ${sign}` } });
const assets = [
  buildAsset('house', { name: '溪边老屋', nameEn: 'House by the creek', status: 'leased', photos: [photo('a'), photo('b')] }),
  buildAsset('house', { name: '竹坞别院', status: 'available', photos: [photo('c')] }),
  buildAsset('forest', { name: '后山竹林', village: '竹坞村', siteArea: 160_000, photos: [] }),
];
const projects = [buildProject({ name: '竹坞画村', investment: 3_000, horizon: 'near', assetIds: [assets[1]!.id, assets[2]!.id] }), buildProject({ name: '远期项目', horizon: 'far', investment: 12_000 })];
const layers = [{ id: 'shili', kind: 'schematic' as const, shown: true, opacity: 1 }];
const bookOf = (more: Partial<BookSources> = {}) => composeBook({
  profile: publicProfile(buildProfile({ slogan: { zh: '一溪青绿', en: 'One stream' }, publicContact: { name: '招商办', phone: '0571-0000000' } })), assets: assets.map(publicAsset), projects: projects.map(publicProject), tours: [],
  credits: creditsOf(layers), today: '2026-11-28', language: 'zh', title: undefined, dedication: undefined, bleed: false, chosen: false, staff: null, ...more,
});

describe('a composed brochure', () => {
  it('has its parts in the order of a book', () => {
    const kinds = bookOf().pages.map(({ kind }) => kind);
    expect(kinds.filter((kind, at) => kind !== kinds[at - 1])).toEqual(['cover', 'front', 'contents', 'numbers', 'overview', 'asset', 'table', 'project', 'contact', 'colophon']);
  });
  it('opens a category of several assets with a page of its own, and spares that for one or two', () => {
    const more = [1, 2].map((at) => publicAsset(buildAsset('house', { name: `老屋${at}`, photos: [] })));
    const plates = bookOf({ assets: [...assets.map(publicAsset), ...more] }).pages.flatMap((page) => (page.kind === 'category' ? [page.category] : []));
    expect(plates).toEqual(['house']);
  });
  it('leads from every line of the contents to the page that it names', () => {
    const book = bookOf();
    const lines = book.pages.flatMap((page) => (page.kind === 'contents' ? page.columns.flat() : []));
    const { asset, project } = pageIndexes(book.pages);
    for (const { id, name } of book.assets) expect(lines.find(({ words }) => words.main === name.main)?.page, name.main).toBe(asset.get(id));
    for (const { id, name } of book.projects) expect(lines.find(({ words }) => words.main === name.main)?.page, name.main).toBe(project.get(id));
    for (const { page } of lines) expect(page).toBeLessThan(book.pages.length);
    expect(lines.find(({ words }) => words.main === '联系我们')?.page).toBe(book.pages.findIndex(({ kind }) => kind === 'contact'));
  });
  it('puts what still waits before what is taken', () => {
    const { categories, assets: entries } = bookOf();
    const houses = categories.find(({ category }) => category === 'house')!.assetIds.map((id) => entries.find((entry) => entry.id === id)!.name.main);
    expect(houses).toEqual(['竹坞别院', '溪边老屋']);
  });
  it('says both languages where both are wanted, and the other where one is missing', () => {
    const both = bookOf({ language: 'both' });
    expect(both.assets.find(({ name }) => name.main === '溪边老屋')!.name.second).toBe('House by the creek');
    expect(both.assets.find(({ name }) => name.main === '竹坞别院')!.name.second).toBeNull();
    const english = bookOf({ language: 'en' });
    expect(english.title.main).toBe('Invest in Shili');
    expect(english.assets.map(({ name }) => name.main)).toContain('竹坞别院');
  });
  it('carries the marks of its edition, and sample data where it is that', () => {
    expect(bookOf().marks.map(({ main }) => main)).toEqual(['公开']);
    const internal = bookOf({ profile: publicProfile(buildProfile({ sample: true })), staff: { asset: () => ['权利人：村合作社'], project: () => [] } });
    expect(internal.marks.map(({ main }) => main)).toEqual(['内部资料', '示例数据']);
    expect(internal.assets[0]!.staff).toEqual(['权利人：村合作社']);
  });
  it('says whose map it is and that there is no 审图号, and makes up none', () => {
    expect(bookOf().credits[0]).toBe('示例乡示意图 无审图号');
  });
  it('does without a map, a table or projects where the ledger has none of them', () => {
    const { location: _place, ...placeless } = publicAsset(assets[2]!);
    const kinds = bookOf({ assets: [placeless], projects: [] }).pages.map(({ kind }) => kind);
    expect(kinds).not.toContain('overview');
    expect(kinds).not.toContain('table');
    expect(kinds).not.toContain('project');
  });
  it('bears the title and the dedication that were written', () => {
    const { title, dedication, chosen } = bookOf({ title: '溪边的老屋', dedication: '某某文旅公司', chosen: true });
    expect([title.main, dedication, chosen]).toEqual(['溪边的老屋', '某某文旅公司', true]);
  });
});
