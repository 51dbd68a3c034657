import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MapSheet, WebRequest } from '../../../data/contract.js';
import { fileNameOf } from '../../../data/rules/export/file-name.js';
import { creditsOf, creditWords } from '../../../data/rules/map/credits.js';
import { openingPicture } from '../../../data/rules/opening-picture.js';
import { isPublished, publicAsset, publicProfile, publicProject, publicTour } from '../../../data/rules/projection.js';
import { tileFrame } from '../../../data/rules/web/tile-frame.js';
import { webAsset, webProject, webTitle, type WebContent } from '../../../data/rules/web/web-content.js';
import { FailureError } from '../../../data/schema/failure.js';
import type { LedgerData } from '../../../data/schema/ledger.js';
import { text, type Text } from '../../../data/schema/text.js';
import type { ExportedFile } from '../export/export-table.js';
import { makeFile, throwIfCancelled } from '../export/finished-file.js';
import type { Printer } from '../print/printer.js';
import type { Sheets } from '../print/sheets.js';
import { pageGround } from './page-ground.js';
import { pageParts } from './page-parts.js';
import { pagePhotos } from './page-photos.js';
import { startPictureThread, type PictureThread } from './picture-thread.js';
import { writeZip } from './zip-file.js';

export interface WebMeans {
  readonly printer: Printer | undefined;
  readonly sheets: Sheets;
  readonly layers: readonly MapSheet[];
  readonly data: LedgerData;
  /** The file of a picture as it is shown, by its id; nothing where it is gone. */
  readonly picture: (id: string) => Promise<string | undefined>;
  /** The folder that holds `basemap/` as shipped. */
  readonly shipped: string;
  /** The folder that the finished file is put in; it must be there. */
  readonly folder: string;
  /** The day of making, 2026-11-23. */
  readonly today: string;
  readonly signal: AbortSignal;
  readonly progress: (done: number, total: number | null, step: Text) => void;
  /** The built page, and the worker that makes its pictures, where they do not lie beside this bundle. */
  readonly pageFolder?: string | undefined;
  /** Where its fonts lie, if not in its own folder. */
  readonly fontsFolder?: string | undefined;
  readonly workerFile?: string | undefined;
}

/** The page as it was built: beside the bundle of this program. */
const builtPage = () => fileURLToPath(new URL('../web', import.meta.url));
const coverName = 'photos/cover.webp';
const coverSize = { edge: 1920, bytes: 420_000 };

/**
 * Makes 云招商: a page for phones, with map, pictures and projects, as one archive that opens from a folder without a network. It is made from
 * public projections alone. Nothing lies under the file's name until it is whole; fails with a FailureError, also when cancelled.
 */
export async function exportWeb(request: WebRequest, means: WebMeans): Promise<ExportedFile> {
  const { data, folder, today, signal } = means;
  throwIfCancelled(signal);
  const wanted = request.ids ? new Set(request.ids) : null;
  const assets = data.assets.filter((asset) => isPublished(asset) && (!wanted || wanted.has(asset.id))).map(publicAsset);
  if (assets.length === 0) throw new FailureError('wrong-input', text('没有可以对外的资产，网页里会是空的。请先在一本账里添加资产，或另选几宗。', 'No asset may be shown in public, so the page would be empty. Add assets to the ledger first, or choose others.'));
  const shown = new Set(assets.map(({ id }) => id));
  const linked = data.projects.map((project) => ({ project: publicProject(project), assetIds: project.assetIds.filter((id) => shown.has(id)) }));
  // A page for one investor tells of the projects that its assets belong to.
  const projects = wanted ? linked.filter(({ assetIds }) => assetIds.length > 0) : linked;
  const profile = publicProfile(data.profile);
  const title = webTitle(profile, request.title);
  const thread = startPictureThread(signal, means.workerFile);
  try {
    const photos = await pagePhotos(assets, { picture: means.picture, thread, signal, onStep: (done, total) => means.progress(done, total, text('整理照片', 'Preparing the photos')) });
    const cover = await coverOf(means, thread);
    const frame = tileFrame(assets.flatMap(({ location }) => location ?? []));
    const ground = frame && await pageGround(frame, {
      printer: means.printer, sheets: means.sheets, layers: means.layers, basemap: join(means.shipped, 'basemap'), thread, language: request.language,
      run: { signal, onStep: (done, total, step) => means.progress(done, total, step ?? text('绘制底图', 'Drawing the map')) },
    });
    const credits = creditsOf(means.layers);
    const words = (language: 'zh' | 'en') => creditWords(credits, language, { sample: false });
    const content: WebContent = {
      language: request.language, title, township: profile.name, slogan: sloganOf(profile.slogan), chosen: wanted !== null, sample: profile.sample, madeOn: today,
      contact: profile.publicContact ?? null, credits: { zh: words('zh'), en: words('en') }, warning: credits.warning,
      cover: cover ? coverName : photos.entries.length > 0 ? photos.photosOf(assets.find((asset) => photos.photosOf(asset).length > 0) ?? assets[0]!)[0]?.address ?? null : null,
      assets: assets.map((asset) => webAsset(asset, { thumbnail: photos.thumbnailOf(asset), photos: photos.photosOf(asset) }, projects.map(({ project, assetIds }) => ({ id: project.id, assetIds })))),
      projects: projects.map(({ project, assetIds }) => webProject(project, assetIds)),
      map: ground?.map ?? null,
    };
    means.progress(0, null, text('打包', 'Packing'));
    const parts = await pageParts(means.pageFolder ?? builtPage(), content, means.fontsFolder);
    const entries = [...parts, ...(cover ? [{ name: coverName, bytes: cover }] : []), ...photos.entries, ...(ground?.entries ?? [])];
    const name = fileNameOf({ title: title[request.language], edition: wanted ? text('专送', 'Selection')[request.language] : text('公开', 'Public')[request.language], language: request.language }, today, request.format);
    const file = join(folder, name);
    const bytes = await makeFile(file, async (temporary) => {
      const handle = await open(temporary, 'wx');
      try {
        await writeZip(handle, entries);
      } finally {
        await handle.close();
      }
    }, signal);
    return { file, name, bytes, notices: noticesOf({ asked: wanted?.size ?? assets.length, shown: assets.length, placeless: assets.filter(({ location }) => !location).length, missing: photos.missing, warning: credits.warning, ground: ground?.notices ?? [] }) };
  } finally {
    await thread.end();
  }
}

const sloganOf = (slogan: Partial<Text> | undefined): Text | null => {
  const [zh, en] = [slogan?.zh || slogan?.en, slogan?.en || slogan?.zh];
  return zh && en ? { zh, en } : null;
};

/** The picture that the township's own roadshow opens with, where it has one. */
async function coverOf({ data, picture }: WebMeans, thread: PictureThread): Promise<Uint8Array | null> {
  const opening = openingPicture(data.tours.map(publicTour));
  const path = opening ? await picture(opening) : undefined;
  const made = path === undefined ? null : await thread.make({ kind: 'photo', path, ...coverSize, small: false });
  return made?.large ?? null;
}

function noticesOf({ asked, shown, placeless, missing, warning, ground }: { asked: number; shown: number; placeless: number; missing: number; warning: Text | null; ground: readonly Text[] }): Text[] {
  return [
    text('把压缩包整个解压后，打开里面的 index.html；也可以放到任何网站上。', 'Unpack the whole archive and open index.html in it, or put it on any web site.'),
    ...(asked > shown ? [text(`所选资产中有 ${asked - shown} 宗已下架或已删除，未列入。`, `${asked - shown} of the chosen assets were withdrawn or removed, and were left out.`)] : []),
    ...(placeless > 0 ? [text(`有 ${placeless} 宗资产没有坐标，只在列表里，不在地图上。`, `${placeless} assets have no location; they are in the list and not on the map.`)] : []),
    ...(missing > 0 ? [text(`有 ${missing} 张照片的文件没有找到或读不出来，未放入。`, `The files of ${missing} photos were not found or cannot be read; they were left out.`)] : []),
    ...ground,
    ...(warning ? [warning] : []),
  ];
}
