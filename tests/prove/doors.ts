import { proveCalls } from './doors/calls.js';
import { proveInChromium } from './doors/chromium.js';
import { proveRoutes } from './doors/routes.js';
import { proveShell } from './doors/shell.js';
import type { Proof } from './proof.js';

/** That nobody but our own page is answered, that our own page gets nowhere else, and that no input brings a call down. */
const proveDoors: Proof = async ({ seed, until, say }) => {
  say('routes and paths');
  const routes = await proveRoutes({ rounds: 3_000, seed, until });
  say('channels, windows and sessions');
  const shell = await proveShell();
  say('a real browser');
  const browser = await proveInChromium();
  say('fuzzed calls');
  return [...routes, ...shell, ...browser, ...(await proveCalls({ rounds: 40, seed, until }))];
};
export default proveDoors;
