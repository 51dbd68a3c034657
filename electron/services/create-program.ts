import { join } from 'node:path';
import { aboutCalls } from './about-calls.js';
import { backupCalls } from './backup-calls.js';
import { desktopCalls } from './desktop-calls.js';
import { deskCalls } from './desk-calls.js';
import { createEventHub } from './event-hub.js';
import { createExchanges } from './exchange-calls.js';
import { folderCalls } from './folder-calls.js';
import { createComparisons } from './history/comparisons.js';
import { historyCalls } from './history-calls.js';
import { openMappings } from './import/mappings.js';
import { createImports } from './import-calls.js';
import { createJobs } from './jobs.js';
import { createLeads } from './lead-calls.js';
import { openLedgers } from './ledgers.js';
import { openMaps } from './maps/map-store.js';
import { mediaCalls } from './media-calls.js';
import { createOutputs } from './output-calls.js';
import type { Program, ProgramOptions } from './program.js';
import { publicCalls } from './public-calls.js';
import { qualityCalls } from './quality-calls.js';
import { resources } from './resources.js';
import { serverCalls } from './server-calls.js';
import { openSettings } from './settings.js';
import { boothClock } from './stage/booth-clock.js';
import { openStage } from './stage/stage-session.js';
import { takeAwayCalls } from './take-away.js';
import { createUploads } from './uploads.js';

/** The day where the office is, as 2026-11-23. */
const dayOf = (date: Date) => `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;

/** Puts the program together behind either host. Fails with a FailureError when the ledger asked for cannot be opened. */
export async function createProgram(options: ProgramOptions): Promise<Program> {
  const now = () => new Date();
  const today = () => dayOf(now());
  const hub = createEventHub();
  const settings = await openSettings(options.home);
  const ledgers = await openLedgers(options, settings, hub);
  const ledger = () => ledgers.current();
  /** Who edits: on a server whoever is signed in, else the name in the settings. */
  const by = () => ledger().server?.person ?? settings.get().operator;
  const jobs = createJobs(hub);
  const comparisons = createComparisons();
  const uploads = createUploads();
  const mappings = await openMappings(options.mappingsHome ?? options.home);
  const imports = createImports({ ledger, jobs, uploads, settings, mappings, now, workerFile: options.workerFiles?.import, mediaWorkerFile: options.workerFiles?.media });
  const packing = { shippedMedia: join(options.shipped, 'sample', 'media'), workerFile: options.workerFiles?.exchange };
  const exchanges = createExchanges({ ledger, jobs, uploads, by, now, ...packing });
  const maps = openMaps({ ledger, jobs, hub, by, now, workerFile: options.workerFiles?.pack, watchMilliseconds: options.watchMilliseconds });
  ledgers.beforeMoving(() => maps.release());
  const outputs = createOutputs({ ledger, jobs, today, by, exchangeWorkerFile: options.workerFiles?.exchange, workerFile: options.workerFiles?.export, printer: () => printer, layers: () => maps.calls['public.maps']({}),
    picture: async (id) => {
      const found = await program.resource(`media/${id}`);
      return found && 'file' in found ? found.file : undefined;
    },
    shipped: options.shipped, slidesWorkerFile: options.workerFiles?.slides, uploads,
    // A table is made also where the leads cannot be read; their own page says why.
    leadCounts: async () => { try { return (await leads.calls['leads.counts']({})).projects; } catch { return {}; } },
    web: { pageFolder: options.webPage, fontsFolder: options.fonts, workerFile: options.workerFiles?.webPicture } });
  const stage = await openStage({ ledger, hub, settings, home: options.home, now, screens: () => screens, clock: boothClock(options.boothSecondMs) });
  const leads = createLeads({ ledger, hub, by, now, today, keyStore: options.keyStore, idleMs: options.leadIdleMs, cost: options.leadKeyCost,
    showing: async () => { const { show } = await stage.calls['public.stage']({}); return show.on ? { tourId: show.tourId } : null; } });
  const program: Program = {
    handlers: {
      ...publicCalls(ledger, today),
      ...deskCalls(ledgers, by, now),
      ...imports.calls,
      ...exchanges.calls,
      ...mediaCalls(ledger, jobs, uploads, options.shipped, options.workerFiles?.media),
      ...historyCalls(ledger, jobs, comparisons, by),
      ...backupCalls(ledger, jobs, comparisons, by, today),
      ...folderCalls(ledgers, jobs),
      ...serverCalls({ ledgers, jobs, settings, by, keyStore: options.keyStore, exchanges, packing, now, today }),
      ...qualityCalls(ledger, today),
      ...outputs.calls,
      ...maps.calls,
      ...stage.calls,
      ...leads.calls,
      'leads.export': async ({ language, ids }) => {
        const told = await leads.told(ids);
        const { exportLeads } = await import('./leads/export-leads.js');
        return outputs.begin((folder, context) => exportLeads(told, { ledger: ledger(), folder, language, today: today(), dayOf, workerFile: options.workerFiles?.export, context }));
      },
      ...takeAwayCalls({ ledger, jobs, outputs, settings }),
      'job.state': ({ jobId }) => jobs.state(jobId),
      'job.cancel': ({ jobId }) => { jobs.cancel(jobId); return {}; },
      'settings.get': () => settings.get(),
      'settings.set': async (change) => {
        const next = await settings.set(change);
        hub.emit('settings.changed', next);
        return next;
      },
      ...aboutCalls(options),
      ...desktopCalls({ desktop: () => desktop, output: (fileId) => outputs.file(fileId), ledgerFolder: () => ledger().folder, logFile: options.logFile }),
    },
    on: hub.on,
    acceptUpload: uploads.acceptBytes,
    acceptFile: uploads.acceptFile,
    resource: resources(ledger, outputs, imports, maps, options.shipped, options.workerFiles?.media),
    async close() {
      await Promise.all([jobs.stopAll(), stage.close(), screens?.close()]);
      leads.close();
      await ledgers.close();
      await Promise.all([exchanges.close(), uploads.close(), outputs.close(), maps.close()]);
    },
  };
  // These open or know the program's own page, so they come after the program.
  const printer = options.createPrinter?.(program);
  const screens = options.createScreens?.(program);
  const desktop = options.createDesktop?.(program);
  return program;
}
