import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const bareName = (name) => (name.startsWith('@') ? name.split('/').slice(0, 2).join('/') : name.split('/')[0]);

/** The packages that the page is built from: whatever its sources import by name. */
function pagePackages(root) {
  const sources = readdirSync(join(root, 'renderer'), { recursive: true }).map(String).filter((name) => /\.tsx?$/.test(name) && name !== 'vite.config.ts');
  const names = sources.flatMap((name) => [...readFileSync(join(root, 'renderer', name), 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^'.][^']*)'/g)].map((match) => bareName(match[1])));
  return [...new Set(names)].filter((name) => existsSync(join(root, 'node_modules', name, 'package.json')));
}

/** What a package's authors wrote of its licence, if the package brings it. */
function textOf(folder) {
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying|ofl)(\.|-|$)/i.test(name) && !/\.(js|json)$/.test(name));
  return file ? readFileSync(join(folder, file), 'utf8').replace(/\r\n/g, '\n').trim() : undefined;
}

/** Every package that is part of the program, with its licence, read from what is installed: [{folder, name, version, licence}], by name. */
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
    found.set(folder, { folder, name, version, licence });
    // Electron is shipped as a binary; what its npm package needs to download it is not part of the program.
    if (name !== 'electron') queue.push(...Object.keys(dependencies ?? {}).map((dependency) => ({ name: dependency, from: folder })));
  }
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name) || a.version.localeCompare(b.version));
}

/** As above for the about box: {licences: [{name, version, licence, text?}], texts}; `text` counts into `texts`, where each stands once. */
export function licenceBook(root) {
  const texts = [];
  const once = new Map();
  for (const { folder, name, version, licence } of collectLicences(root)) {
    const words = textOf(folder);
    if (words !== undefined && !texts.includes(words)) texts.push(words);
    const entry = { name, version, licence, ...(words === undefined ? {} : { text: texts.indexOf(words) }) };
    if (!once.has(`${name} ${version}`)) once.set(`${name} ${version}`, entry);
  }
  return { licences: [...once.values()], texts };
}
