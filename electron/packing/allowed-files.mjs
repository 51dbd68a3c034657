// Every name that may be in an installed program. What is not named here does not get in: a source, a test, a map file, a stray folder.

const hash = '[\\w-]{6,12}';

/** In app.asar. */
export const inArchive = [
  /^package\.json$/,
  /^dist\/node\/(main|serve|cli)\.js$/,
  /^dist\/node\/preload\.cjs$/,
  /^dist\/node\/(import|export|exchange|media|pack|slides|web-picture)-worker\.js$/,
  new RegExp(`^dist/node/[a-z0-9.-]+-${hash}\\.js$`, 'i'),
  /^dist\/node\/(licences\.json|icon\.png|file-icon\.png)$/,
  /^dist\/page\/index\.html$/,
  new RegExp(`^dist/page/assets/[\\w.-]+-${hash}\\.(js|css|webp|png|svg)$`),
  /^dist\/web\/(page\.js|page\.css|brush\.json|licences\.txt)$/,
  /^node_modules\/node-sqlite3-wasm\/(package\.json|LICENSE|dist\/node-sqlite3-wasm\.(js|wasm))$/,
  /^node_modules\/@jsquash\/(jpeg|png|resize|webp)\/(package\.json|LICENSE|[\w-]+\.js|(codec|lib)\/([\w-]+\/)*[\w.-]+\.(js|wasm))$/,
  /^node_modules\/wasm-feature-detect\/(package\.json|LICENSE|dist\/esm\/index\.js)$/,
];
/** In app.asar without fail. */
export const needed = [
  'package.json', 'dist/node/main.js', 'dist/node/serve.js', 'dist/node/cli.js', 'dist/node/preload.cjs', 'dist/node/licences.json', 'dist/node/icon.png', 'dist/node/file-icon.png',
  ...['import', 'export', 'exchange', 'media', 'pack', 'slides', 'web-picture'].map((name) => `dist/node/${name}-worker.js`),
  'dist/page/index.html', 'dist/web/page.js', 'dist/web/page.css', 'dist/web/brush.json', 'node_modules/node-sqlite3-wasm/dist/node-sqlite3-wasm.wasm',
];
/** Beside it, below `resources/`. */
export const besideArchive = [
  /^app\.asar$/,
  /^data\/basemap\/(pack|features)\.json$/,
  /^data\/basemap\/relief\/(paper|night)\/\d+\/\d+\/\d+\.webp$/,
  /^data\/sample\/[\w-]+\.json$/,
  /^data\/sample\/media\/[a-f0-9]{64}\.(jpg|webp|png|mp4|webm)$/,
  /^fonts\/[\w-]+\.woff2$/,
];
/** The archive holds neither map nor media nor fonts, and may have so many bytes. */
export const mostArchiveBytes = 25 * 1024 * 1024;

/** What is wrong with the names: those that may not be there, and those that are not there. */
export function faultsOf(archived, beside) {
  return [
    ...archived.filter((path) => !inArchive.some((pattern) => pattern.test(path))).map((path) => `app.asar holds ${path}, which is not on the list.`),
    ...needed.filter((path) => !archived.includes(path)).map((path) => `app.asar lacks ${path}.`),
    ...beside.filter((path) => !besideArchive.some((pattern) => pattern.test(path))).map((path) => `resources holds ${path}, which is not on the list.`),
  ];
}
