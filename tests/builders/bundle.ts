import { mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

/** The root of the repo; bundles of ours lie two folders below it, as this file does. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Bundles a TypeScript entry of ours into one module that plain Node runs; answers with its path. It lies inside the repo, so
 * that the npm packages, which stay outside the bundle, are found; `whole` takes them in, which halves the time that a process
 * needs to begin.
 */
export async function bundleForNode(entry: string, { whole = false } = {}): Promise<string> {
  const folder = join(root, 'dist', 'test-bundles');
  await mkdir(folder, { recursive: true });
  const file = join(folder, `${basename(entry).replace(/\.[^.]+$/, '')}-${process.pid}.mjs`);
  const build = await rolldown({
    input: entry, platform: 'node', external: whole ? /^node:/ : /^[^./]/, resolve: { extensionAlias: { '.js': ['.ts', '.tsx', '.js'] } }, logLevel: 'warn',
  });
  // One file, whatever the program loads late.
  await build.write({ file, format: 'esm', codeSplitting: false });
  await build.close();
  return file;
}
