import type { Ledger } from '../../storage/ledger.js';
import type { MapSheet } from '../../../data/contract.js';
import { FailureError } from '../../../data/schema/failure.js';
import { shippedPack, type MapLayer } from '../../../data/schema/map-pack.js';
import type { Handlers, Resource } from '../program.js';
import type { Jobs } from '../jobs.js';

export interface MapStore {
  readonly calls: Pick<Handlers, 'public.maps' | 'maps.list' | 'maps.inspect' | 'maps.add' | 'maps.relink' | 'maps.remove'>;
  /** A tile, counted from the north (XYZ) whatever the pack's own scheme; nothing where the pack has none. */
  tile(id: string, scheme: string, z: number, x: number, y: number): Promise<Resource | undefined>;
  close(): Promise<void>;
}

const kindOf = ({ id, pack }: MapLayer): MapSheet['kind'] => (id === shippedPack || !pack ? 'schematic' : pack.format === 'mvt' ? 'features' : 'pictures');
const notYet = (): never => { throw new FailureError('not-found', { zh: '这一项还没有做好。', en: 'This is not there yet.' }); };

/** The map packs of the ledger that is open: looked into, taken in, and read tile by tile. */
export function openMaps(ledger: () => Ledger, _jobs: Jobs): MapStore {
  return {
    calls: {
      'public.maps': () => ledger().data.profile.maps.map((layer) => ({ ...layer, kind: kindOf(layer) })),
      'maps.list': () => [], 'maps.inspect': notYet, 'maps.add': notYet, 'maps.relink': notYet, 'maps.remove': notYet,
    },
    tile: () => Promise.resolve(undefined),
    close: () => Promise.resolve(),
  };
}
