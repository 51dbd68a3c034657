import { listFolders, makeFolder } from './folders/list-folders.js';
import type { Jobs } from './jobs.js';
import type { Ledgers } from './ledgers.js';
import type { Handlers } from './program.js';

type Calls = Pick<Handlers, 'ledger.copy' | 'ledger.move' | 'ledger.forget' | 'folder.list' | 'folder.make'>;

/** Ledgers as folders: copied, moved, found. */
export function folderCalls(ledgers: Ledgers, jobs: Jobs): Calls {
  return {
    'ledger.copy': ({ parent, name }) => ({ jobId: jobs.start((running) => ledgers.copy(parent, name, running)) }),
    'ledger.move': ({ parent, name }) => ({ jobId: jobs.start((running) => ledgers.move(parent, name, running)) }),
    'ledger.forget': async ({ folder }) => { await ledgers.forget(folder); return {}; },
    'folder.list': ({ folder, endings }) => listFolders(folder, endings),
    'folder.make': async ({ parent, name }) => ({ folder: await makeFolder(parent, name) }),
  };
}
