import { join } from 'node:path';
import { bundleForNode, root } from './bundle.js';

const files = {
  import: 'import/import-worker', export: 'export/export-worker', media: 'media/media-worker', pack: 'maps/pack-worker', slides: 'export/slides-worker', webPicture: 'web/web-picture-worker', exchange: 'exchange/exchange-worker',
} as const;
type WorkerName = keyof typeof files;

const built = new Map<WorkerName, Promise<string>>();
/** A worker of the program, bundled once for a process; answers with its file. */
function workerFile(name: WorkerName): Promise<string> {
  const known = built.get(name) ?? bundleForNode(join(root, 'electron/services', `${files[name]}.ts`));
  built.set(name, known);
  return known;
}
const workersOf = async <N extends WorkerName>(...names: readonly N[]) => Object.fromEntries(await Promise.all(names.map(async (name) => [name, await workerFile(name)] as const))) as Record<N, string>;

/** The workers that importing, exchanging, pictures and maps need. */
export const builtWorkers = () => workersOf('import', 'media', 'pack', 'exchange');
/** Every worker there is. */
export const everyWorker = () => workersOf(...(Object.keys(files) as WorkerName[]));
