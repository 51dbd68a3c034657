import { readFile, readdir } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../renderer');

/** The classes that a style sheet lays out by themselves: `.name { … }`, alone or in a list. */
function classesOf(css: string): Set<string> {
  const rules = css.replace(/\/\*[^]*?\*\//g, '').matchAll(/([^{}]+)\{/g);
  return new Set([...rules].flatMap(([, selectors = '']) => selectors.split(',').flatMap((selector) => /^\s*\.([\w-]+)\s*$/.exec(selector)?.[1] ?? [])));
}

describe('style sheets', () => {
  it('lay out a class in one folder alone: all of them are on the page at once, and the later one would win everywhere', async () => {
    // The page that is handed out is a page of its own: its style sheets never meet the program's.
    const files = (await readdir(root, { recursive: true })).filter((name) => name.endsWith('.css') && !name.startsWith('web-page'));
    expect(files.length).toBeGreaterThan(10);
    const folders = new Map<string, Set<string>>();
    for (const file of files) for (const name of classesOf(await readFile(join(root, file), 'utf8'))) folders.set(name, (folders.get(name) ?? new Set()).add(relative('', dirname(file)) || '.'));
    expect([...folders].filter(([, homes]) => homes.size > 1).map(([name, homes]) => `.${name} in ${[...homes].join(' and ')}`)).toEqual([]);
  });
});
