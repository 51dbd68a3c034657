import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { GeoRequest } from '../../../data/contract.js';
import { fileNameOf } from '../../../data/rules/export/file-name.js';
import { geoFeature, geoTitle, type GeoFeature, type GeoOccasion } from '../../../data/rules/export/geo/geo-features.js';
import { geoJsonFeature, geoJsonFoot, geoJsonHead } from '../../../data/rules/export/geo/geojson.js';
import { kmlFoot, kmlHead, kmlPlacemark } from '../../../data/rules/export/geo/kml.js';
import { isPublished, publicAsset, publicProfile } from '../../../data/rules/projection.js';
import type { LedgerData } from '../../../data/schema/ledger.js';
import { text, type Text } from '../../../data/schema/text.js';
import { pace, sliceBytes } from '../../storage/slices.js';
import type { ExportedFile, ExportOptions } from './export-table.js';
import { makeFile, throwIfCancelled } from './finished-file.js';

interface GeoForm { readonly head: string; readonly foot: string; readonly between: string; line(feature: GeoFeature): string }
const forms: Readonly<Record<GeoRequest['format'], (occasion: GeoOccasion) => GeoForm>> = {
  geojson: (occasion) => ({ head: geoJsonHead(occasion), foot: geoJsonFoot, between: ',\n', line: (feature) => geoJsonFeature(feature, occasion) }),
  kml: (occasion) => ({ head: kmlHead(occasion), foot: kmlFoot, between: '\n', line: (feature) => kmlPlacemark(feature, occasion) }),
};

/**
 * Writes the assets that have a place as GeoJSON or KML, in the datum asked for, which the file names. The public edition is made from
 * public projections alone. Nothing lies under the file's name until it is whole; fails with a FailureError, also when cancelled.
 */
export async function exportGeo(request: GeoRequest, data: LedgerData, { folder, today, onProgress, signal }: Pick<ExportOptions, 'folder' | 'today' | 'onProgress' | 'signal'>): Promise<ExportedFile> {
  throwIfCancelled(signal);
  const internal = request.audience === 'internal';
  const occasion: GeoOccasion = { language: request.language, internal, today, township: publicProfile(data.profile), datum: request.datum };
  const form = forms[request.format](occasion);
  const wanted = request.ids ? new Set(request.ids) : null;
  const assets = data.assets.filter((asset) => (internal || isPublished(asset)) && (!wanted || wanted.has(asset.id)));
  const { title, edition } = geoTitle(occasion);
  const name = fileNameOf({ title: `${title} ${request.datum}`, edition, language: request.language }, today, request.format);
  const file = join(folder, name);
  let placeless = 0;
  const bytes = await makeFile(file, async (temporary) => {
    const handle = await open(temporary, 'wx');
    try {
      const steps = pace();
      let waiting = form.head;
      let isFirst = true;
      for (const [done, asset] of assets.entries()) {
        const feature = geoFeature(internal ? asset : publicAsset(asset), occasion);
        if (!feature) { placeless += 1; continue; }
        waiting += `${isFirst ? '' : form.between}${form.line(feature)}`;
        isFirst = false;
        if (waiting.length >= sliceBytes) { await handle.writeFile(waiting); waiting = ''; }
        if (!steps.isDue) continue;
        onProgress?.(done, assets.length);
        await steps.rest();
        throwIfCancelled(signal);
      }
      await handle.writeFile(waiting + form.foot);
    } finally {
      await handle.close();
    }
  }, signal);
  return { file, name, bytes, notices: noticesOf(placeless, request.datum) };
}

function noticesOf(placeless: number, datum: GeoRequest['datum']): Text[] {
  return [
    ...(placeless > 0 ? [text(`有 ${placeless} 宗资产没有坐标，未列入。`, `${placeless} assets have no location and were left out.`)] : []),
    ...(datum === 'GCJ-02' ? [text('文件用的是 GCJ-02，在按 WGS-84 读图的程序里会偏几百米；文件里已写明。', 'The file is in GCJ-02 and will lie some hundred metres off in programs that expect WGS-84; it says so itself.')] : []),
  ];
}
