import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where Electron's fuses are in its binary: this sentence, the version of the wire, its length, and a sign for each fuse. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const fuses = 9;

/**
 * Lays a folder that stands in for Electron's own where that cannot be downloaded: names where electron-builder looks for them,
 * and a wire of fuses, all as Electron ships them, that it can really set. Nothing in it runs.
 */
export function layStandIn(folder) {
  mkdirSync(join(folder, 'locales'), { recursive: true });
  mkdirSync(join(folder, 'resources'));
  for (const name of ['en-US', 'zh-CN', 'fr']) writeFileSync(join(folder, 'locales', `${name}.pak`), 'stand-in');
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'icudtl.dat', 'v8_context_snapshot.bin', 'chrome-sandbox']) writeFileSync(join(folder, name), 'stand-in');
  writeFileSync(join(folder, 'electron'), Buffer.concat([Buffer.from('stand-in '), Buffer.from(sentinel, 'ascii'), Buffer.from([1, fuses]), Buffer.from('1'.repeat(fuses), 'ascii')]), { mode: 0o755 });
}
