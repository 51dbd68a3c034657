import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const json = (file: string) => JSON.parse(readFileSync(join(root, file), 'utf8')) as Record<string, never>;
const own = json('package.json') as unknown as { dependencies: Record<string, string>; devDependencies: Record<string, string> };
const direct = Object.entries({ ...own.dependencies, ...own.devDependencies });
const rows = new Map([...readFileSync(join(root, 'README.md'), 'utf8').matchAll(/^\| ([@\w./-]+) \| (.+) \| ([\w.-]+) \|$/gm)].map(([, name, why, licence]) => [name!, { why: why!, licence: licence! }]));

describe('the table of dependencies', () => {
  it('names every direct dependency, why it is there and its licence as it is installed, and no other', () => {
    for (const [name] of direct) expect([name, rows.get(name)?.licence, (rows.get(name)?.why.length ?? 0) > 3]).toEqual([name, json(`node_modules/${name}/package.json`)['license'], true]);
    expect([...rows.keys()].filter((name) => name !== 'package' && name !== '---' && !direct.some(([known]) => known === name))).toEqual([]);
  });
  it('has every version named exactly', () => expect(direct.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]));
});
