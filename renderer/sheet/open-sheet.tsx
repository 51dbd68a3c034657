import '@fontsource-variable/noto-sans-sc/index.css';
import 'lxgw-wenkai-webfont/lxgwwenkai-regular.css';
import type { Root } from 'react-dom/client';
import { mapTitle, posterTitle } from '../../data/rules/map/print-words.js';
import { text } from '../../data/schema/text.js';
import { failureOf } from '../client/call-failure.js';
import type { Client } from '../client/client.js';
import { ClientContext } from '../client/current-client.js';
import { GroundPicture } from '../map/print/ground-picture.js';
import { loadMap, loadSheets } from './map-content.js';
import { MapSheet } from './map-sheet.js';
import { loadPoster } from './poster/poster-content.js';
import { MapPoster } from './poster/map-poster.js';
import './sheet-page.css';
import { loadTables } from './table/load-table.js';
import { TableSheets } from './table/table-sheets.js';
import { sheetOfAddress } from './sheet-address.js';
import { tellFailed, tellParts, tellReady, tellStep } from './sheet-signal.js';

const stepsInAll = 4;
/** The public's pages are opened at an address of their own. */
const isPublic = () => window.location.pathname.endsWith('/audience');

/** Draws the one sheet that the host opened this page for, and tells the host how far it is. */
export async function openSheet(client: Client, id: string, root: Root): Promise<void> {
  try {
    tellStep(0, stepsInAll, text('取内容', 'Fetching the content'));
    const { request } = await client.call(isPublic() ? 'public.sheet' : 'output.sheet', { id });
    document.documentElement.lang = request.language === 'zh' ? 'zh-CN' : 'en';
    if (request.kind === 'film') {
      const { makeSheetFilm } = await import('./open-film.js');
      await makeSheetFilm(client, id, request);
      return;
    }
    if (request.kind === 'ground') {
      const sheets = await loadSheets(client);
      document.documentElement.dataset['theme'] = request.style === 'night' ? 'dark' : 'light';
      tellStep(2, stepsInAll, text('画底图', 'Drawing the ground'));
      root.render(<GroundPicture request={request} sheets={sheets} dots={sheetOfAddress()?.dots ?? window.devicePixelRatio} onDrawn={tellReady} onFailed={(error) => tellFailed(failureOf(error))} />);
      return;
    }
    if (request.kind === 'table') {
      const all = request.tables.reduce((sum, { rowCount }) => sum + rowCount, 0);
      const rows = await loadTables(client, id, request, (done) => tellStep(done, all, text('取内容', 'Fetching the content')));
      const { profile } = await client.call('public.overview', {});
      document.title = request.tables[0]?.head.title ?? '';
      root.render(<TableSheets content={{ request, rows, profile }} onStep={(done) => tellStep(done, all, text('排版', 'Laying out'))} onParts={tellParts} onDrawn={tellReady} onFailed={(error) => tellFailed(failureOf(error))} />);
      return;
    }
    if (request.kind === 'poster') {
      const poster = await loadPoster(client, request);
      document.title = posterTitle(poster.map.profile, request, request.language);
      document.documentElement.dataset['theme'] = 'light';
      tellStep(1, stepsInAll, text('排版', 'Laying out'));
      root.render(<MapPoster content={poster} dots={sheetOfAddress()?.dots ?? window.devicePixelRatio} onStep={(step) => tellStep(2, stepsInAll, step)} onDrawn={tellReady} onFailed={(error) => tellFailed(failureOf(error))} />);
      return;
    }
    if (request.kind === 'brochure') {
      const { openBrochure } = await import('../brochure/open-brochure.js');
      await openBrochure(client, request, root, { dots: sheetOfAddress()?.dots ?? window.devicePixelRatio, onStep: tellStep });
      tellReady();
      return;
    }
    const content = await loadMap(client, request);
    tellStep(1, stepsInAll, text('排版', 'Laying out'));
    // The name that the document carries.
    document.title = mapTitle(content.profile, request.map, request.language);
    document.documentElement.dataset['theme'] = request.map.style === 'night' ? 'dark' : 'light';
    root.render(
      <ClientContext.Provider value={client}>
        <MapSheet content={content} dots={sheetOfAddress()?.dots ?? window.devicePixelRatio} onStep={(step) => tellStep(2, stepsInAll, step)} onDrawn={tellReady} onFailed={(error) => tellFailed(failureOf(error))} />
      </ClientContext.Provider>,
    );
  } catch (error) {
    tellFailed(failureOf(error));
  }
}
