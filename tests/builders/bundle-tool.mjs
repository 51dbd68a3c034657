import { mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Bundles a tool of the tests (a bench, a proof) for Node into a folder of dist, packages left outside; answers with the file. */
export async function bundleTool(entry, folder) {
  await mkdir(join(root, 'dist', folder), { recursive: true });
  const file = join(root, 'dist', folder, `${basename(entry, '.ts')}.mjs`);
  const bundle = await rolldown({
    input: join(root, entry), platform: 'node', logLevel: 'silent',
    external: (id) => !id.startsWith('.') && !id.startsWith('/') && !/^[a-z]:\\/i.test(id),
  });
  // One file, whatever the program loads late.
  await bundle.write({ file, format: 'esm', codeSplitting: false });
  await bundle.close();
  return file;
}
