import { median } from './figure.js';
import { emptyFilter, type AssetFilter } from '../../data/rules/filter.js';
import { createFilterIndex } from '../../data/rules/filter-index.js';
import { headlineOf } from '../../data/rules/headline.js';
import { indexTable } from '../../data/rules/index-table.js';
import { createSearchIndex } from '../../data/rules/search.js';
import { readIndex } from '../../renderer/state/index-entries.js';
import { manyAssets } from '../builders/many-assets.js';

const assetCount = 50_000;
/** What people type, letter by letter: Chinese, pinyin, initials, a code, two words, a name that is not there. */
const typed = ['白鹭溪二级', 'bailuxi', 'shangmeiwan', 'szq', 'chongyang', 'HY-2024-0123', '石桥头 民宿', 'qingfeng laozhai', 'zzzz'];
const hitsShown = 8;


/** A keystroke at 50,000 assets: search, filter with the count of every choice, headline numbers and the eight best hits. */
export async function searchBench() {
  const assets = manyAssets(assetCount);
  const started = performance.now();
  const table = indexTable(assets, 'public');
  const indexing = performance.now() - started;
  const entries = readIndex(table);
  const index = createSearchIndex(table.search);
  const filters = createFilterIndex(entries);
  const asked: AssetFilter[] = [emptyFilter, { ...emptyFilter, categories: ['forest', 'farmland'], utilities: ['water', 'power'], area: { min: 200, max: null, unit: 'mu' } }];

  const keystroke = (query: string, filter: AssetFilter) => {
    const found = index.find(query);
    const result = filters.run(filter, found?.flags ?? null);
    headlineOf(Array.from(result.rows, (row) => entries[row]!), [], false);
    return index.best(query, result.rows, hitsShown).length;
  };
  const times: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    for (const filter of asked) for (const word of typed) for (let length = 1; length <= word.length; length += 1) {
      const begin = performance.now();
      keystroke(word.slice(0, length), filter);
      times.push(performance.now() - begin);
    }
  }
  const slowest = times.toSorted((one, other) => other - one)[Math.floor(times.length / 20)]!;
  const figure = (name: string, value: number, wanted: string) => ({ name, value: Math.round(value * 100) / 100, unit: 'ms', peer: null, ratio: null, wanted });
  return [
    figure(`keystroke in search, ${assetCount.toLocaleString('en-US')} assets, median`, median(times), '< 16'),
    figure(`keystroke in search, ${assetCount.toLocaleString('en-US')} assets, 95th percentile`, slowest, '< 33'),
    figure(`preparing the search text of ${assetCount.toLocaleString('en-US')} assets`, indexing, '< 2000'),
  ];
}

export default searchBench;
