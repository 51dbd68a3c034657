import { randomBytes } from 'node:crypto';
import { isAbsolute, resolve } from 'node:path';
import type { MapSheet, PackInspection, StoredPack } from '../../../data/contract.js';
import { entriesOfEdits } from '../../../data/rules/edit-record.js';
import { isOnGrid, toStored } from '../../../data/rules/map/tile-scheme.js';
import { FailureError } from '../../../data/schema/failure.js';
import { profileId } from '../../../data/schema/ledger.js';
import { deepestLevel, mapPackSchema, shippedPack, tileSchemes, type MapLayer, type MapPack } from '../../../data/schema/map-pack.js';
import { text, type Text } from '../../../data/schema/text.js';
import type { Ledger } from '../../storage/ledger.js';
import type { EventHub } from '../event-hub.js';
import { isReachable } from '../folder-watch.js';
import type { JobContext, Jobs } from '../jobs.js';
import { newId } from '../new-id.js';
import type { Handlers, Resource } from '../program.js';
import { createFaults } from './pack-faults.js';
import type { PackReport, PackSource } from './pack-messages.js';
import { clearUnfinished, isThere, packFolder, placeOf, storedIds, type PackPlace } from './pack-place.js';
import { refusePack } from './pack-refusals.js';
import { createPackThread } from './pack-thread.js';
import { relinkPack, removePack, storePack } from './store-pack.js';
import { schemaOf } from '../../../data/schema/vocabulary-schema.js';

export interface MapTools {
  readonly ledger: () => Ledger;
  readonly jobs: Jobs;
  readonly hub: EventHub;
  /** Who is at the desk. */
  readonly by: () => string;
  readonly now: () => Date;
  /** The built worker, where it does not lie beside this bundle. */
  readonly workerFile?: string | undefined;
  /** How often to look whether the sheets' files are still there. */
  readonly watchMilliseconds?: number | undefined;
}
export interface MapStore {
  readonly calls: Pick<Handlers, 'public.maps' | 'maps.list' | 'maps.inspect' | 'maps.add' | 'maps.relink' | 'maps.remove'>;
  /** A tile, counted from the north (XYZ) whatever the pack's own scheme; nothing where the pack has none. */
  tile(id: string, scheme: string, z: number, x: number, y: number): Promise<Resource | undefined>;
  /** Lets go of every file: the ledger's folder is to be moved. */
  release(): Promise<void>;
  close(): Promise<void>;
}

/** Inspections that wait for a decision. */
const keptInspections = 8;
/** Sheets that a map may have (the profile's own limit). */
const mostSheets = 20;
/** Assets whose places help to tell how a pack counts. */
const askedPlaces = 500;
/** A pack without a sign of life for so long is refused, in ms. */
const inspectLimitMs = 30_000;
/** How long the place of a pack is believed before its note is read again, in ms. */
const placeMs = 2_000;
const watchEveryMs = 5_000;

const kindOf = ({ id, pack }: MapLayer): MapSheet['kind'] => (id === shippedPack || !pack ? 'schematic' : pack.format === 'mvt' ? 'features' : 'pictures');
/** An id of small letters and figures that nobody guesses. */
const newPackId = () => `p${randomBytes(12).toString('hex')}`;

const expired = () => new FailureError('not-found', text('这次查看已失效，请重新选择底图。', 'This look into the map has expired; choose the map again.'));
const readOnly = () => new FailureError('read-only', text('账本现在只能查看，不能添加或移除底图。', 'The ledger can only be viewed now; no map can be added or removed.'));
const unknownPack = () => new FailureError('not-found', text('账本里没有这份底图。', 'The ledger has no such map.'));
const inUse = (name: string) => new FailureError('not-allowed', text(`「${name}」还在地图上用着。请先从图层里去掉它，再删除文件。`, `“${name}” is still a sheet of the map. Take it off the map before its files are removed.`));
const notLinked = () => new FailureError('wrong-input', text('这份底图是拷贝进账本的，没有外部位置可改。', 'This map was copied into the ledger; it has no place elsewhere.'));
const fullMap = () => new FailureError('wrong-input', text(`地图最多 ${mostSheets} 层，请先去掉一层。`, `A map has ${mostSheets} sheets at most; take one off first.`));
const otherLedger = () => new FailureError('out-of-date', text('中途换了账本，底图没有添加，请重新选择。', 'Another ledger was opened meanwhile, so the map was not added; choose it again.'));

interface Inspection { readonly report: PackReport; readonly path: string }

/** The map packs of the ledger that is open: looked into, taken in, and read tile by tile. */
export function openMaps({ ledger, jobs, hub, by, now, workerFile, watchMilliseconds = watchEveryMs }: MapTools): MapStore {
  const reading = createPackThread(workerFile);
  const inspections = new Map<string, Inspection>();
  const places = new Map<string, { readonly place: Promise<PackPlace | undefined>; readonly at: number }>();
  const active = new Set<string>();
  const adding = new Set<string>();
  /** Whoever draws the map asks again when the township's profile changes. */
  const askAgain = () => hub.emit('ledger.changed', { seq: ledger().seq, assets: [], projects: [], tours: [], profile: true });
  const faults = createFaults(askAgain);
  const stops = [hub.on('ledger.opened', () => void forget()), hub.on('ledger.stands', () => void forget())];
  async function forget(): Promise<void> {
    places.clear();
    faults.clear();
    await reading.ask({ kind: 'close' }).catch(() => undefined);
  }

  const nameOf = (id: string) => ledger().data.profile.maps.find((layer) => layer.id === id)?.pack?.name ?? '';
  const usedIds = () => new Set(ledger().data.profile.maps.map(({ id }) => id));
  function place(id: string): Promise<PackPlace | undefined> {
    const { folder } = ledger();
    const key = `${id} ${folder}`;
    const known = places.get(key);
    if (known && Date.now() - known.at < placeMs) return known.place;
    const found = placeOf(folder, id);
    places.set(key, { place: found, at: Date.now() });
    for (const old of [...places.keys()].slice(0, -100)) places.delete(old);
    return found;
  }
  /** Why a pack's tiles cannot be had now, in a sentence without any path. */
  async function faultOf(id: string): Promise<Text | undefined> {
    const found = await place(id);
    // Of a ledger on a stick that is out nothing can be read.
    if (!found) return faults.sentence(nameOf(id), (await isReachable(ledger().folder)) ? 'removed' : 'gone');
    if (!(await isThere(found.source))) return faults.sentence(nameOf(id), found.how === 'linked' ? 'gone' : 'removed');
    const kind = faults.of(id);
    return kind && faults.sentence(nameOf(id), kind);
  }

  /** What was told of the sheets last. A stick that goes or comes back is told of without anybody asking for a tile. */
  let told: string | undefined;
  const faultsOfSheets = () => Promise.all(ledger().data.profile.maps.map(({ id }) => (id === shippedPack ? undefined : faultOf(id))));
  const watch = setInterval(() => {
    if (told === undefined) return;
    faultsOfSheets().then((found) => {
      if (told === undefined || JSON.stringify(found) === told) return;
      told = undefined;
      askAgain();
    }, (error: unknown) => console.error('The map packs could not be looked after:', error));
  }, watchMilliseconds);
  watch.unref();

  /** Some of the places that the ledger knows, spread over all of them. */
  function knownPlaces(): (readonly [number, number])[] {
    const { assets, profile } = ledger().data;
    const located = assets.flatMap(({ location }) => (location ? [[location.lng, location.lat] as const] : []));
    const step = Math.max(1, Math.ceil(located.length / askedPlaces));
    const some = located.filter((_, at) => at % step === 0);
    return some.length > 0 || !profile.centre ? some : [[profile.centre.lng, profile.centre.lat]];
  }
  /** Each look has a thread of its own: cancelled, it is ended; slow, it holds up no tile. */
  async function look(given: string, { signal, progress }: JobContext): Promise<PackReport> {
    if (!isAbsolute(given)) throw refusePack.gone(given);
    const thread = createPackThread(workerFile);
    try {
      return await thread.ask({ kind: 'inspect', path: resolve(given), places: knownPlaces() }, { limit: inspectLimitMs, signal, onProgress: progress });
    } finally {
      await thread.close();
    }
  }
  async function gather(source: PackSource, { name, scheme, format, attribution, bounds, minZoom, maxZoom }: MapPack, target: string, { signal, progress }: JobContext): Promise<void> {
    const thread = createPackThread(workerFile);
    const metadata = { name, format: format === 'mvt' ? 'pbf' : format === 'jpeg' ? 'jpg' : format, bounds: bounds.join(), minzoom: String(minZoom), maxzoom: String(maxZoom), ...(attribution ? { attribution } : {}) };
    try {
      await thread.ask({ kind: 'gather', source, scheme, target, metadata }, { limit: inspectLimitMs, signal, onProgress: progress });
    } finally {
      await thread.close();
    }
  }
  async function inspect(given: string, context: JobContext): Promise<PackInspection> {
    const report = await look(given, context);
    const [best] = report.readings;
    if (!best) throw refusePack.none(given);
    const inspectionId = newPackId();
    inspections.set(inspectionId, { report, path: given });
    for (const old of [...inspections.keys()].slice(0, -keptInspections)) inspections.delete(old);
    const { name, format, tileSize, attribution, approvalNumber, licence, datums } = report;
    const proposal = mapPackSchema.parse({
      name, container: report.source.container, format, tileSize, attribution, approvalNumber, licence, datum: datums[0]?.datum ?? 'WGS-84', ...best,
    });
    return { inspectionId, path: report.source.path, bytes: report.bytes, tiles: report.tiles, proposal, datums, schemes: report.readings.slice(0, report.undecided).map(({ scheme }) => scheme), samples: report.samples, faults: report.faults };
  }

  /** The pack as it is stored: what a person chose, and what only the file can say. Another scheme puts it elsewhere on the ground. */
  function settled(chosen: MapPack, { source, format, tileSize, readings }: PackReport): MapPack {
    const read = readings.find(({ scheme }) => scheme === chosen.scheme);
    if (!read) throw new FailureError('wrong-input', text('这份底图不能按所选的方式计数，请换一种计数方式。', 'This map’s tiles cannot be counted in the chosen way; choose another.'), { field: 'scheme' });
    const { bounds, minZoom, maxZoom } = read;
    return { ...chosen, container: source.container, format, tileSize, bounds, minZoom, maxZoom };
  }
  async function add(inspectionId: string, how: 'copy' | 'link', chosen: MapPack, context: JobContext): Promise<{ id: string }> {
    const kept = inspections.get(inspectionId);
    if (!kept) throw expired();
    const target = ledger();
    const check = () => {
      if (ledger() !== target) throw otherLedger();
      if (target.readOnly) throw readOnly();
      if (target.data.profile.maps.length >= mostSheets) throw fullMap();
    };
    check();
    const found = settled(chosen, kept.report);
    // A folder is gathered into one file, as MBTiles are: with rows from the south.
    const pack: MapPack = how === 'copy' && found.container === 'folder' ? { ...found, container: 'mbtiles', scheme: 'tms' } : found;
    if (!(await isThere(kept.report.source))) throw refusePack.gone(kept.report.source.path);
    await clearUnfinished(target.folder, active);
    const id = newPackId();
    await storePack(target.folder, id, how, kept.report, context, (file) => gather(kept.report.source, found, file, context), active);
    try {
      check();
      if (context.signal.aborted) throw new FailureError('cancelled', text('已取消，账本没有改动。', 'Cancelled; the ledger is unchanged.'));
      const { profile } = target.data;
      const value = [...profile.maps, { id, shown: true, opacity: 1, pack }];
      const finders = { asset: () => undefined, project: () => undefined, tour: () => undefined, profile: () => profile };
      const entries = entriesOfEdits([{ kind: 'set', noun: 'profile', id: profileId, path: 'maps', value }], finders, target.data, { at: now().toISOString(), by: by(), newId });
      await target.commit({ by: by(), label: text(`添加底图「${pack.name}」`, `Add the map “${pack.name}”`), entries });
    } catch (error) {
      await removePack(target.folder, id).catch(() => undefined);
      throw error;
    }
    inspections.delete(inspectionId);
    return { id };
  }
  async function relink(id: string, path: string, context: JobContext): Promise<{ id: string }> {
    const target = ledger();
    if (target.readOnly) throw readOnly();
    const old = await placeOf(target.folder, id);
    if (!old) throw unknownPack();
    if (old.how !== 'linked') throw notLinked();
    const report = await look(path, context);
    if (report.print !== old.print || report.source.container !== old.source.container) throw refusePack.notTheSame(path);
    await relinkPack(target.folder, id, report);
    places.clear();
    faults.mend(id);
    // Its fault is over, though no tile has been asked for yet.
    askAgain();
    return { id };
  }

  const calls: MapStore['calls'] = {
    'public.maps': async () => {
      const { maps } = ledger().data.profile;
      const found = await faultsOfSheets();
      told = JSON.stringify(found);
      return maps.map((layer, at): MapSheet => ({ ...layer, kind: kindOf(layer), ...(found[at] ? { fault: found[at] } : {}) }));
    },
    'maps.list': async () => {
      const { folder } = ledger();
      const used = usedIds();
      const packs = await Promise.all((await storedIds(folder)).map(async (id): Promise<StoredPack[]> => {
        const found = await placeOf(folder, id);
        const fault = await faultOf(id);
        // What cannot be read can still be seen and removed.
        if (!found) return [{ id, bytes: 0, how: 'copied', path: packFolder(folder, id), inUse: used.has(id), ...(fault ? { fault } : {}) }];
        return [{ id, bytes: found.bytes, how: found.how, path: found.source.path, inUse: used.has(id), ...(fault ? { fault } : {}) }];
      }));
      return packs.flat();
    },
    'maps.inspect': ({ path }) => ({ jobId: jobs.start((context) => inspect(path, context)) }),
    'maps.add': ({ inspectionId, how, pack }) => {
      if (!inspections.has(inspectionId)) throw expired();
      if (ledger().readOnly) throw readOnly();
      if (adding.has(inspectionId)) throw new FailureError('wrong-input', text('这份底图正在添加，请稍候。', 'This map is being added; wait a moment.'));
      adding.add(inspectionId);
      return { jobId: jobs.start((context) => add(inspectionId, how, pack, context).finally(() => adding.delete(inspectionId))) };
    },
    'maps.relink': ({ id, path }) => ({ jobId: jobs.start((context) => relink(id, path, context)) }),
    'maps.remove': async ({ id }) => {
      const target = ledger();
      if (target.readOnly) throw readOnly();
      if (usedIds().has(id)) throw inUse(nameOf(id) || id);
      if (!(await storedIds(target.folder)).includes(id)) throw unknownPack();
      await forget();
      await removePack(target.folder, id);
      return {};
    },
  };

  async function sourceOf(id: string): Promise<PackSource | undefined> {
    return inspections.get(id)?.report.source ?? (await place(id))?.source;
  }
  return {
    calls,
    async tile(id, given, z, x, y) {
      const scheme = schemaOf(tileSchemes).safeParse(given);
      if (!scheme.success || z > deepestLevel || !isOnGrid({ z, x, y }) || faults.isOut(id)) return undefined;
      try {
        const source = await sourceOf(id);
        if (!source) return undefined;
        const found = await reading.ask({ kind: 'tile', source, ...toStored(scheme.data, { z, x, y }) });
        faults.cameBack(id);
        return found;
      } catch (error) {
        if (!(error instanceof FailureError)) console.error('A tile could not be read:', error);
        if (!inspections.has(id)) faults.note(id, error instanceof FailureError ? error.failure.code : 'internal');
        return undefined;
      }
    },
    release: forget,
    async close() {
      for (const stop of stops) stop();
      clearInterval(watch);
      await reading.close();
    },
  };
}
