import type { TestHost } from '../../builders/http-host.js';
import { isRefused, type Secrets } from './knocks.js';

/** Targets that lead out of the lists, or would if anything were decoded, joined or forgiven. */
export const pathTricks: readonly string[] = [
  '/..%2foutside.txt', '/%2e%2e/outside.txt', '/../outside.txt', '/assets/../../outside.txt', '/./icon.svg', '//icon.svg', '//127.0.0.1/icon.svg', '/assets//main-abc.js',
  '/%69con.svg', '/icon.svg%00', '/icon.svg%00.png', '/media/..%2f..%2foutside.txt', '/media/../outside.txt', '/media/%2e%2e/outside.txt', '/media/abc.jpg/', '/media/', '/media',
  '/media//abc.jpg', '/media/.abc.jpg', '/maps/shili/../../outside.txt', '/maps/shili/%2e%2e%2fx', '/outputs/..%5c..%5coutside.txt', '/assets\\main-abc.js', '/..\\outside.txt', '/index.html',
  '/assets', '/assets/', '/__proto__', '/constructor', '/media/__proto__', '/toString', '/page/index.html', '/icon.svg;x=1', '/ICON.SVG', '/icon.svg.', '/icon.svg::$DATA', '/call', '/upload',
  'icon.svg', '*', '', 'http://127.0.0.1/icon.svg', `/${'a'.repeat(5000)}`, '/中文', '/C:/Windows/win.ini', '/C:\\Windows\\win.ini', '/%43%3a/Windows/win.ini', '//server/share/x', '\\\\server\\share\\x', '/%5c%5cserver%5cshare',
  '/etc/passwd', 'file:///etc/passwd', '/%252e%252e%252foutside.txt', '/media/%252e%252e%252foutside.txt', '/%c0%ae%c0%ae/outside.txt', '/%e0%80%ae/outside.txt', '/．．／outside.txt', '/media/~/outside.txt', '/media/con', '/media/abc.jpg%20', '/media/abc.jpg%2f',
  '/icon.svg\0', '/icon.svg\t', '/icon.svg\x7f', '/icon.svg\x0b',
];

type Random = () => number;
const pick = <T>(list: readonly T[], random: Random) => list[Math.floor(random() * list.length)] as T;
const ups = ['..', '%2e%2e', '%2E.', '.%2e', '%252e%252e', '....', '%c0%ae%c0%ae', '．．', '..;', '..%00', '%u002e%u002e'];
const slashes = ['/', '\\', '%2f', '%5c', '%252f', '//', '／', '%c0%af', '/./'];
const roots = ['', 'C:', 'C%3a', '//server/share', '\\\\server\\share', '%5c%5cserver', '/', '~', 'file://', '\\\\?\\C:'];
const ends = ['', '%00', '\0', '%00.jpg', '.', '%20', '::$DATA', ';x', '/', '%0d%0aX:y', '\t', '#', '/..', '%'];
const goals = ['outside.txt', 'etc/passwd', 'ledger.json', 'journal.jsonl', 'settings.json', 'lock', 'Windows/win.ini', 'node/serve.js'];

/** A target that begins like a right one and goes astray, put together by chance. */
function astray(targets: readonly string[], random: Random): string {
  const begin = pick(['', ...targets], random).split('/').slice(0, 1 + Math.floor(random() * 4)).join('/');
  const way = Array.from({ length: Math.floor(random() * 5) }, () => pick(ups, random) + pick(slashes, random)).join('');
  return `${begin}${pick(slashes, random)}${pick(roots, random)}${way}${pick(goals, random)}${pick(ends, random)}`;
}

/** A right target in which one letter is encoded, doubled, swapped or altered. */
function misspelt(targets: readonly string[], random: Random): string {
  const target = pick(targets, random);
  const at = Math.floor(random() * target.length);
  const letter = target[at] as string;
  const code = letter.charCodeAt(0).toString(16).padStart(2, '0');
  return target.slice(0, at) + pick([`%${code}`, `%25${code}`, `${letter}${letter}`, '\\', '%00', '\0', `%u00${code}`, String.fromCharCode(letter.charCodeAt(0) + 0xfee0), '..'], random) + target.slice(at + 1);
}

/** Asks for every trick of the list and for `rounds` more that chance makes of the right targets; answers with those that were not refused. */
export async function tryPaths(served: Pick<TestHost, 'ask'>, targets: readonly string[], secrets: Secrets, rounds: number, random: Random): Promise<{ tried: number; faults: string[] }> {
  const faults: string[] = [];
  const right = new Set(targets);
  const made = Array.from({ length: rounds }, () => (random() < 0.5 ? astray : misspelt)(targets, random));
  // What stands behind a question mark is no part of the path, and a right target is no trick.
  const tricks = [...pathTricks, ...made].filter((trick) => !right.has(trick.split('?')[0] as string));
  for (const trick of tricks) {
    const reply = await served.ask('GET', trick);
    if (!isRefused(reply, secrets)) faults.push(`GET ${JSON.stringify(trick)}: ${reply.status} ${JSON.stringify(reply.body.slice(0, 80))}`);
  }
  return { tried: tricks.length, faults };
}
