import type { Finding } from './finding.js';
import type { Proof } from './proof.js';
import { proveDamages, proveJournalEnds } from './saving/damages.js';
import { proveDiskFaults } from './saving/disk-faults.js';
import { proveFolderGone } from './saving/folder-gone.js';
import { proveKills } from './saving/kills.js';
import { provePowerCuts } from './saving/power-cuts.js';
import { proveTwoProcesses } from './saving/two-processes.js';

/** That no acknowledged edit is lost and every ledger opens, whatever happens to the process, the power, the disk, the files and the folder. */
const proveSaving: Proof = async ({ seed, until, say }) => {
  const findings: Finding[] = [];
  const parts: readonly (readonly [string, () => Promise<Finding[]>])[] = [
    ['power cuts', () => provePowerCuts({ rounds: 200, seed, until })],
    ['disk calls that fail', () => proveDiskFaults({ seed, until })],
    ['damaged files', () => proveDamages({ rounds: 500, seed, until })],
    ['unsaved ends of journals', () => proveJournalEnds({ rounds: 60, seed, until })],
    ['a folder taken away', () => proveFolderGone({ rounds: 100, seed, until })],
    ['two processes', () => proveTwoProcesses({ rounds: 12, seed, until })],
    ['kills', () => proveKills({ rounds: 1_000, seed, until })],
  ];
  for (const [what, prove] of parts) {
    say(what);
    findings.push(...(await prove()));
  }
  return findings;
};
export default proveSaving;
