import type { Asset } from '../../data/schema/asset.js';
import { openLedger } from '../../electron/storage/ledger.js';
import { draftOf, setEntry } from './ledger.js';

// A process of its own that makes 200 edits and says on stdout which were acknowledged, until it is killed.
const [folder = '', tag = ''] = process.argv.slice(2);
const ledger = await openLedger(folder, { longestJournal: { lines: 40, bytes: 1e9 } });
process.stdout.write(`${ledger.readOnly ? 'read-only' : 'open'}\n`);
const count = ledger.data.assets.length;
for (let edit = 0; edit < 200; edit += 1) {
  const asset = ledger.data.assets[edit % count] as Asset;
  const change = await ledger.commit(draftOf(setEntry('asset', asset, { ...asset, name: `${tag}-${edit}` })));
  process.stdout.write(`${change.seq} ${edit}\n`);
  if (edit % 30 === 29) void ledger.flush();
}
process.stdout.write('done\n');
