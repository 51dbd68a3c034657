import { afterEach, describe, expect, it, vi } from 'vitest';
import { rangeOfPack, type PackGrid, type TileId } from '../../renderer/map/ground/frame.js';
import { TileStore, type TileKind } from '../../renderer/map/ground/tile-store.js';

const grid: PackGrid = { minZoom: 9, maxZoom: 16, tileSize: 256, datum: 'WGS-84', bounds: [119.75, 29.7, 120.1, 29.95] };
const first = rangeOfPack(grid, 16);
const tile = (dx: number, dy = 0): TileId => ({ z: 16, x: first.west + dx, y: first.north + dy });
const nameOf = ({ z, x, y }: TileId) => `${z}/${x}/${y}`;

/** A store whose tiles weigh a hundred each, over a server that answers as it is told. */
function storeOver(answer: (name: string, signal: AbortSignal) => Promise<Response> | Response, room = 1_000) {
  const asked: string[] = [];
  const disposed: string[] = [];
  vi.stubGlobal('fetch', async (address: string, { signal }: { signal: AbortSignal }) => { asked.push(address); return answer(address, signal); });
  const kind: TileKind<string> = { decode: (response) => response.text(), weigh: () => 100, dispose: (content) => { disposed.push(content); } };
  return { store: new TileStore(grid, nameOf, kind, room), asked, disposed };
}
const found = (name: string) => new Response(name);
const missing = () => new Response(null, { status: 404 });

afterEach(() => { vi.unstubAllGlobals(); });

describe('the tiles of a pack', () => {
  it('are asked for once, however many want them', async () => {
    const { store, asked } = storeOver(found);
    await Promise.all([store.hold([tile(0), tile(1)]).ready, store.hold([tile(1)]).ready]);
    await store.hold([tile(0)]).ready;
    expect(asked).toEqual([nameOf(tile(0)), nameOf(tile(1))]);
    expect(store.peek(16, tile(0).x, tile(0).y)).toBe(nameOf(tile(0)));
  });
  it('are taken from the level above, and so on up, where the pack has none', async () => {
    const { store, asked } = storeOver((name) => (name.startsWith('14/') ? found(name) : missing()));
    await store.hold([tile(5, 3)]).ready;
    const { x, y } = tile(5, 3);
    expect(asked).toEqual([`16/${x}/${y}`, `15/${x >> 1}/${y >> 1}`, `14/${x >> 2}/${y >> 2}`]);
    expect(store.peek(16, x, y)).toBeNull();
    expect(store.peek(14, x >> 2, y >> 2)).toBeDefined();
    expect(store.failed).toBe(0);
  });
  it('are never asked for outside the bounds and the levels of the pack', async () => {
    const { store, asked } = storeOver(found);
    await store.hold([{ z: 16, x: first.west - 40, y: first.north }, { z: 8, x: 0, y: 0 }]).ready;
    expect(asked.every((name) => Number(name.split('/')[0]) < 16)).toBe(true);
    expect(store.holds({ z: 17, x: first.west * 2, y: first.north * 2 })).toBe(false);
  });
  it('that cannot be read are counted, replaced by the level above, and stop nothing', async () => {
    const { store } = storeOver((name) => { if (name.startsWith('16/')) throw new Error('damaged'); return found(name); });
    await store.hold([tile(2)]).ready;
    expect(store.failed).toBe(1);
    expect(store.peek(15, tile(2).x >> 1, tile(2).y >> 1)).toBeDefined();
  });
  it('that are not wanted any more are no longer waited for', async () => {
    const signals: AbortSignal[] = [];
    const { store, asked } = storeOver((name, signal) => { signals.push(signal); return asked.length === 1 ? new Promise<Response>((_, refuse) => { signal.addEventListener('abort', () => refuse(new Error('aborted'))); }) : found(name); });
    const hold = store.hold([tile(0)]);
    await Promise.resolve();
    hold.release();
    expect(signals[0]!.aborted).toBe(true);
    await store.hold([tile(0)]).ready;
    expect(store.peek(16, tile(0).x, tile(0).y)).toBe(nameOf(tile(0)));
    expect(store.failed).toBe(0);
  });
  it('stay while they are wanted and are let go, the longest unused first, when the room is full', async () => {
    const { store, disposed } = storeOver(found, 300);
    const kept = store.hold([tile(0)]);
    await kept.ready;
    for (let dx = 1; dx <= 4; dx += 1) { const hold = store.hold([tile(dx)]); await hold.ready; hold.release(); }
    expect(disposed).toEqual([nameOf(tile(1)), nameOf(tile(2))]);
    expect(store.peek(16, tile(0).x, tile(0).y)).toBe(nameOf(tile(0)));
    store.clear();
    expect(disposed).toHaveLength(5);
  });
});
