import { startPostgres, withoutPostgres } from '../builders/postgres.js';
import { writeTogether } from '../builders/many-writers.js';
import type { Finding } from './finding.js';
import type { Proof } from './proof.js';

const writers = 20;
const milliseconds = 60_000;

/** That many desks that write into one table on a server at once lose no edit that was acknowledged. Left out where there is no PostgreSQL. */
const proveServer: Proof = async ({ seed, say }): Promise<Finding[]> => {
  const missing = withoutPostgres();
  if (missing) {
    say(`skipped: ${missing}`);
    return [];
  }
  const server = await startPostgres();
  try {
    say(`${writers} desks write for ${milliseconds / 1000} s`);
    const { acknowledged, refused, faults } = await writeTogether(server, { writers, milliseconds, seed });
    return [{ what: `${writers} desks on one server for ${milliseconds / 1000} s: acknowledged edits lost`, tried: acknowledged, asked: 1, wanted: '0', got: `${faults.length} (${refused} told to look again)`, faults }];
  } finally {
    await server.stop();
  }
};
export default proveServer;
