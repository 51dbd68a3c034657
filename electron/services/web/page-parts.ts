import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { FailureError } from '../../../data/schema/failure.js';
import { text } from '../../../data/schema/text.js';
import type { WebContent } from '../../../data/rules/web/web-content.js';
import type { ZipEntry } from './zip-file.js';

/** A part of the brush face as it was built: its file, and the code points that it writes. */
interface FontPart { readonly file: string; readonly ranges: readonly (readonly [number, number])[] }

/** Headings are written in the brush face as far as its parts take no more than so many bytes; rarer signs are the phone's own. */
const mostFontBytes = 2_000_000;

const notBuilt = () => new FailureError('not-found', text('云招商网页的程序文件不在，请重新安装溪山。', 'The files that a web page is made of are missing; install Xishan anew.'));

/** Everything written in the brush face: titles, names, and the headings that the page brings itself. */
const headings = '云招商地图资产项目联系我们近期可落地远期储备面积状态配套类别筛选关于Invest in mapassets projects contact0123456789';
const brushWords = ({ title, slogan, township, assets, projects, map }: WebContent): string =>
  [title, slogan, township, ...assets.map(({ name }) => name), ...projects.map(({ name }) => name), ...(map?.names?.labels ?? []).map(({ text }) => text)].flatMap((words) => (words ? [words.zh, words.en] : [])).join('') + headings;

/** The parts that write most of some words: those of the most signs first, until there is no room for more. */
async function brushParts(folder: string, fonts: string, words: string): Promise<readonly { readonly part: FontPart; readonly bytes: Uint8Array }[]> {
  const parts = JSON.parse(await readFile(join(folder, 'brush.json'), 'utf8')) as readonly FontPart[];
  const signs = [...new Set(words)].map((sign) => sign.codePointAt(0)!);
  const wanted = parts.map((part) => ({ part, count: signs.filter((sign) => part.ranges.some(([from, to]) => sign >= from && sign <= to)).length }))
    .filter(({ count }) => count > 0).sort((one, other) => other.count - one.count);
  const taken: { part: FontPart; bytes: Uint8Array }[] = [];
  let size = 0;
  for (const { part } of wanted) {
    const bytes = await readFile(join(fonts, basename(part.file)));
    size += bytes.byteLength;
    if (size > mostFontBytes) break;
    taken.push({ part, bytes });
  }
  return taken;
}

const face = ({ file, ranges }: FontPart): string =>
  `@font-face{font-family:'LXGW WenKai';font-weight:700;font-display:swap;src:url(fonts/${file.slice(file.lastIndexOf('/') + 1)}) format('woff2');unicode-range:${ranges.map(([from, to]) => `U+${from.toString(16)}${to === from ? '' : `-${to.toString(16)}`}`).join(',')}}\n`;

const escaped = (words: string) => words.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
/** JSON that may stand in a script: its own end tag and the two line ends that JavaScript knows are written as escapes. */
const scriptJson = (value: unknown) => JSON.stringify(value).replace(/[<\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** The document. Its scripts are classic ones, since a browser loads no modules from a folder; what is in it is seen where they do not run. */
function documentOf({ title, language, township, contact }: WebContent): string {
  const call = contact ? [contact.name, contact.phone].filter(Boolean).join(' ') : '';
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}" data-theme="light">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="connect-src 'none'; object-src 'none'; form-action 'none'; base-uri 'none'">
<title>${escaped(title[language])}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="page/fonts.css">
<link rel="stylesheet" href="page/page.css">
</head>
<body>
<div id="root"><main class="web-still"><h1>${escaped(title[language])}</h1><p>${escaped(township[language])}</p>
<p>若只看到这几行，请先把压缩包整个解压，再打开其中的 index.html。</p><p>If these lines are all you see, unpack the whole archive first, then open index.html.</p>${call ? `<p>${escaped(call)}</p>` : ''}</main></div>
<script src="data.js"></script>
<script src="page/page.js"></script>
</body>
</html>
`;
}

/** All files of the page but its pictures: document, data, program, look and letters. */
export async function pageParts(folder: string, content: WebContent, fontsFolder = join(folder, 'fonts')): Promise<ZipEntry[]> {
  const built = (name: string) => readFile(join(folder, name)).catch(() => { throw notBuilt(); });
  const fonts = await brushParts(folder, fontsFolder, brushWords(content)).catch(() => { throw notBuilt(); });
  const words = (name: string, value: string): ZipEntry => ({ name, bytes: Buffer.from(value) });
  return [
    words('index.html', documentOf(content)),
    words('data.js', `window.xishanPage = ${scriptJson(content)};\n`),
    { name: 'page/page.js', bytes: await built('page.js') },
    { name: 'page/page.css', bytes: await built('page.css') },
    words('page/fonts.css', fonts.map(({ part }) => face(part)).join('')),
    ...fonts.map(({ part, bytes }) => ({ name: `page/fonts/${part.file.slice(part.file.lastIndexOf('/') + 1)}`, bytes })),
    { name: 'page/licences.txt', bytes: await built('licences.txt') },
  ];
}
