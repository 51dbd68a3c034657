import { ensureBuilt } from '../electron/build.mjs';

/** The end-to-end tests drive the built program, so it is built before the first of them. */
export default async function buildFirst() {
  await ensureBuilt();
}
