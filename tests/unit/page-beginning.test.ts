import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** What a module imports when it is loaded: neither types, which are gone by then, nor what it loads later. */
function loadedBy(file: string): string[] {
  const source = readFileSync(file, 'utf8');
  return [...source.matchAll(/^(?:import|export) (?!type\b)(?:[^'";]*? from )?'([^']+)';/gm)].flatMap(([statement, name]) => {
    const named = /^(?:import|export) \{([^}]*)\}/.exec(statement)?.[1];
    return named !== undefined && named.split(',').every((one) => one.trim().startsWith('type ')) ? [] : [name!];
  });
}

/** The files and packages that are loaded before the page does anything. */
function beginning(): { readonly files: ReadonlySet<string>; readonly packages: ReadonlySet<string> } {
  const files = new Set<string>();
  const packages = new Set<string>();
  const take = (file: string) => {
    const name = relative(root, file);
    if (files.has(name)) return;
    files.add(name);
    if (file.endsWith('.css')) return;
    for (const asked of loadedBy(file)) {
      if (!asked.startsWith('.')) { packages.add(asked); continue; }
      const path = resolve(dirname(file), asked);
      take([path.replace(/\.js$/, '.ts'), path.replace(/\.js$/, '.tsx'), path].find((candidate) => existsSync(candidate))!);
    }
  };
  take(join(root, 'renderer/main.tsx'));
  return { files, packages };
}

describe('the page begins', () => {
  const { files, packages } = beginning();
  it('with the map and the store that fills it', () => {
    for (const file of ['renderer/map/map-stage.tsx', 'renderer/map/ground/ground.ts', 'renderer/features/showcase/showcase-page.tsx', 'renderer/state/follow-host.ts']) expect([...files]).toContain(file);
  });
  it('without a parser, the interface library and readers of other map packs: they come when they are needed', () => {
    expect([...packages].filter((name) => /^(zod|react-aria|@turf|gcoord|pbf|@mapbox|terra-draw|@tanstack|mediabunny|uqr)/.test(name))).toEqual([]);
  });
  it('without any page but the first, and without matching, merging, importing, the stage and the contract of all calls', () => {
    expect([...files].filter((name) => /^renderer\/(stage|audience|brochure|film|sheet\/(?!paper-dots|sheet-address))|^renderer\/features\/(?!showcase)|^data\/(contract\.ts|sample)|^data\/rules\/(merge|import|export|stage|tour|quality|film|slides|lead|matching\/(?!empty-draft))/.test(name))).toEqual([]);
  });
});
