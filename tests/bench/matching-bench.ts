import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { indexTable } from '../../data/rules/index-table.js';
import { createMatcher } from '../../data/rules/matching/matcher.js';
import { readWish } from '../../data/rules/matching/read-wish.js';
import { readIndex } from '../../renderer/state/index-entries.js';
import { manyAssets } from '../builders/many-assets.js';
import { median } from './figure.js';

const assetCount = 50_000;
const rounds = 3;
const answersShown = 12;
/** Wishes that put assets together, which costs most. */
const combining = ['想要2000亩连片的山林，能拼起来也行，通水通电', '山林和老房一起要，做民宿和露营', 'about 900 mu of woods and fields, with water', '林地加水电站，200千瓦以上，预算每年100万'];

/** A wish against 50,000 assets: read, ranked with reasons, and put together, as the page does at a pause in typing. */
export async function matchingBench() {
  const wishes = (JSON.parse(readFileSync(resolve('tests/unit/fixtures/wishes.json'), 'utf8')) as { readonly wish: string }[]).map(({ wish }) => wish);
  const entries = readIndex(indexTable(manyAssets(assetCount), 'public'));
  const began = performance.now();
  const matcher = createMatcher({ assets: entries, projects: [], thisYear: 2026 });
  const preparing = performance.now() - began;
  const times: number[] = [];
  const putTogether: number[] = [];
  const reading: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const wish of [...wishes, ...combining]) {
      const begin = performance.now();
      const { conditions } = readWish(wish, matcher.lexicon);
      const read = performance.now();
      const { combinations } = matcher.answer({ conditions }, answersShown);
      const end = performance.now();
      reading.push(read - begin);
      times.push(end - begin);
      if (combinations.length > 0) putTogether.push(end - begin);
    }
  }
  const figure = (name: string, value: number, wanted: string) => ({ name, value: Math.round(value * 100) / 100, unit: 'ms', peer: null, ratio: null, wanted });
  const shown = assetCount.toLocaleString('en-US');
  return [
    figure(`matching a wish, ${shown} assets, median`, median(times), '< 100'),
    figure(`matching a wish, ${shown} assets, 95th percentile`, times.toSorted((one, other) => other - one)[Math.floor(times.length / 20)]!, '< 200'),
    figure('of which reading the line, median', median(reading), '< 5'),
    figure('wishes that put assets together, median', median(putTogether), '< 150'),
    figure(`making ${shown} assets ready for matching`, preparing, '< 2000'),
  ];
}

export default matchingBench;
