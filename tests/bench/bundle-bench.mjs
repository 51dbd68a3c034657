import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const folder = new URL('../../dist/bench/', import.meta.url);

/** Bundles a bench of this folder for Node, packages left outside; answers with the file. */
export async function bundleBench(name) {
  await mkdir(folder, { recursive: true });
  const file = fileURLToPath(new URL(`${name}.mjs`, folder));
  const bundle = await rolldown({
    input: fileURLToPath(new URL(`${name}.ts`, import.meta.url)), platform: 'node', logLevel: 'silent',
    external: (id) => !id.startsWith('.') && !id.startsWith('/') && !/^[a-z]:\\/i.test(id),
  });
  // One file, whatever the program loads late.
  await bundle.write({ file, format: 'esm', codeSplitting: false });
  await bundle.close();
  return file;
}
