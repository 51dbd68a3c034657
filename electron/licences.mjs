import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const bareName = (name) => (name.startsWith('@') ? name.split('/').slice(0, 2).join('/') : name.split('/')[0]);

/** The packages that the page is built from: whatever its sources import by name. */
function pagePackages(root) {
  const sources = readdirSync(join(root, 'renderer'), { recursive: true }).map(String).filter((name) => /\.tsx?$/.test(name) && name !== 'vite.config.ts');
  const names = sources.flatMap((name) => [...readFileSync(join(root, 'renderer', name), 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^'.][^']*)'/g)].map((match) => bareName(match[1])));
  return [...new Set(names)].filter((name) => existsSync(join(root, 'node_modules', name, 'package.json')));
}

/** Every package that is part of the program, with its licence, read from what is installed: [{name, version, licence}], by name. */
export function collectLicences(root) {
  const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const queue = [...Object.keys(own.dependencies), ...pagePackages(root), 'electron'].map((name) => ({ name, from: root }));
  const found = new Map();
  while (queue.length > 0) {
    const { name, from } = queue.pop();
    // A nested copy wins over the one at the top, as it does for Node.
    const folder = [join(from, 'node_modules', name), join(root, 'node_modules', name)].find((path) => existsSync(join(path, 'package.json')));
    if (!folder || found.has(folder)) continue;
    const { version, license, licenses, dependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const licence = typeof license === 'string' ? license : license?.type ?? licenses?.map((one) => one.type ?? one).join(' OR ') ?? 'see the package';
    found.set(folder, { name, version, licence });
    // Electron is shipped as a binary; what its npm package needs to download it is not part of the program.
    if (name !== 'electron') queue.push(...Object.keys(dependencies ?? {}).map((dependency) => ({ name: dependency, from: folder })));
  }
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name));
}
