import { isWithin, rangeOfPack, type PackGrid, type TileId, type TileRange } from './frame.js';

/** A tile that could not be read is asked for again after so many milliseconds. */
const retryAfter = 8_000;

interface Entry<Content> {
  state: 'asked' | 'there' | 'none' | 'failed';
  content: Content | null;
  weight: number;
  holders: number;
  at: number;
  readonly abort: AbortController;
  done: Promise<void>;
}

/** Tiles that are wanted now. `ready` never rejects: what cannot be had is taken from the tiles above it. */
export interface Hold { readonly ready: Promise<void>; release(): void }

export interface TileKind<Content> {
  decode(answer: Response): Promise<Content>;
  /** What a tile costs to keep, in bytes. */
  weigh(content: Content): number;
  dispose(content: Content): void;
}

/** Decoded tiles of one pack: asked for once, kept while they are wanted, and then as long as there is room. */
export class TileStore<Content> {
  private readonly entries = new Map<string, Entry<Content>>();
  private readonly ranges = new Map<number, TileRange>();
  private weight = 0;
  /** Tiles that were asked for and could not be read; a tile that the pack simply has not is none of them. */
  failed = 0;

  constructor(private readonly grid: PackGrid, private readonly address: (tile: TileId) => string, private readonly kind: TileKind<Content>, private readonly room: number) {}

  /** Whether the pack can have the tile at all. */
  holds({ z, x, y }: TileId): boolean {
    if (z < this.grid.minZoom || z > this.grid.maxZoom) return false;
    let range = this.ranges.get(z);
    if (!range) this.ranges.set(z, range = rangeOfPack(this.grid, z));
    return isWithin(range, x, y);
  }

  /** The tile if it is at hand; null where the pack is known to have none. */
  peek(z: number, x: number, y: number): Content | null | undefined {
    const entry = this.entries.get(keyOf(z, x, y));
    if (!entry) return this.holds({ z, x, y }) ? undefined : null;
    return entry.state === 'there' ? entry.content : entry.state === 'asked' ? undefined : null;
  }

  /** Asks for tiles, and for those above where there are none, and keeps them until they are released. */
  hold(tiles: readonly TileId[]): Hold {
    const held = new Set<Entry<Content>>();
    let released = false;
    const want = async (tile: TileId): Promise<void> => {
      if (this.holds(tile)) {
        const entry = this.ask(tile);
        if (!held.has(entry)) { held.add(entry); entry.holders += 1; }
        await entry.done;
        if (released || entry.state === 'there') return;
      }
      if (tile.z > this.grid.minZoom) await want({ z: tile.z - 1, x: tile.x >> 1, y: tile.y >> 1 });
    };
    const ready = Promise.all(tiles.map(want)).then(() => undefined);
    const release = () => {
      if (released) return;
      released = true;
      for (const entry of held) {
        entry.holders -= 1;
        if (entry.holders === 0 && entry.state === 'asked') entry.abort.abort();
      }
      this.makeRoom();
    };
    return { ready, release };
  }

  clear(): void {
    for (const [key, entry] of this.entries) this.drop(key, entry);
  }

  private ask(tile: TileId): Entry<Content> {
    const key = keyOf(tile.z, tile.x, tile.y);
    const known = this.entries.get(key);
    const stale = known && (known.abort.signal.aborted || (known.state === 'failed' && performance.now() - known.at > retryAfter));
    if (known && !stale) {
      // The newest use stands last: what has not been used for longest goes first.
      this.entries.delete(key);
      this.entries.set(key, known);
      return known;
    }
    const entry: Entry<Content> = { state: 'asked', content: null, weight: 64, holders: 0, at: performance.now(), abort: new AbortController(), done: Promise.resolve() };
    this.entries.set(key, entry);
    entry.done = this.load(tile, entry).then(undefined, () => {
      if (entry.abort.signal.aborted) { if (this.entries.get(key) === entry) this.entries.delete(key); } else this.failed += 1;
      entry.state = 'failed';
      entry.at = performance.now();
    });
    return entry;
  }

  private async load(tile: TileId, entry: Entry<Content>): Promise<void> {
    const { signal } = entry.abort;
    const answer = await fetch(this.address(tile), { signal });
    if (answer.status === 404 || answer.status === 204) { entry.state = 'none'; return; }
    if (!answer.ok) throw new Error(String(answer.status));
    const content = await this.kind.decode(answer);
    if (signal.aborted) { this.kind.dispose(content); throw new Error('not wanted any more'); }
    entry.content = content;
    entry.weight = this.kind.weigh(content);
    entry.state = 'there';
    this.weight += entry.weight;
    this.makeRoom();
  }

  private makeRoom(): void {
    if (this.weight <= this.room) return;
    for (const [key, entry] of this.entries) {
      if (entry.holders > 0 || entry.state === 'asked') continue;
      this.drop(key, entry);
      if (this.weight <= this.room) return;
    }
  }

  private drop(key: string, entry: Entry<Content>): void {
    this.entries.delete(key);
    if (entry.state === 'asked') entry.abort.abort();
    if (entry.content === null) return;
    this.weight -= entry.weight;
    this.kind.dispose(entry.content);
    entry.content = null;
    entry.state = 'none';
  }
}

const keyOf = (z: number, x: number, y: number) => `${z}/${x}/${y}`;
