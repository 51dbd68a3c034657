import { readFileSync } from 'node:fs';
import { it } from 'vitest';
import { isPublished, publicProject } from '../../data/rules/projection.js';
import { indexTable } from '../../data/rules/index-table.js';
import { createMatcher } from '../../data/rules/matching/matcher.js';
import { conditionWords } from '../../data/rules/matching/condition-words.js';
import { readWish } from '../../data/rules/matching/read-wish.js';
import { readIndex } from '../../renderer/state/index-entries.js';
it('own', () => {
  const sample = JSON.parse(readFileSync('data/sample/ledger-data.json', 'utf8'));
  const entries = readIndex(indexTable(sample.assets.filter(isPublished), 'public'));
  const matcher = createMatcher({ assets: entries, projects: sample.projects.map(publicProject), thisYear: 2026 });
  const code = new Map([...entries.map(({ id, code }) => [id, code]), ...sample.projects.map((p: any) => [p.id, p.code])] as [string, string][]);
  const list = JSON.parse(readFileSync(process.env['WISHES']!, 'utf8'));
  let ok = 0; let ms = 0;
  for (const one of list) {
    const [wish, expected] = Array.isArray(one) ? one : [one.wish, one.expected];
    const t = performance.now();
    const r = readWish(wish, matcher.lexicon);
    ms += performance.now() - t;
    const a = matcher.answer({ conditions: r.conditions }, 5);
    const got = (expected.startsWith('XM') ? a.projects : a.assets);
    const at = got.findIndex(({ id }) => code.get(id) === expected);
    if (at >= 0 && at < 3) ok += 1;
    console.log(at < 0 || at > 2 ? 'MISS' : `ok ${at + 1}`, wish, expected, '|', r.conditions.map((c) => conditionWords(c).zh).join(' · '), '| left:', r.left.join(' / '), '|', got.slice(0, 5).map((m) => `${code.get(m.id)}:${m.points}`).join(' '), 'comb', a.combinations.length);
  }
  console.log('OK', ok, 'of', list.length, 'read ms', ms / list.length);
});
