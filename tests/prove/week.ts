import type { Proof } from './proof.js';
import { proveProcesses } from './week/processes.js';
import { proveWeek } from './week/week.js';

/** That a week of work leaves nothing behind. */
const proveLeavingNothing: Proof = async ({ seed, until, say }) => {
  say('seven days of work');
  const week = await proveWeek({ rounds: 7, seed, until });
  say('hosts that are ended');
  return [...week, ...(await proveProcesses({ rounds: 6, seed, until }))];
};
export default proveLeavingNothing;
