import type { Client, Pool } from 'pg';
import type { ServerAddress } from './address.js';
import { isConnectionLost } from './server-failures.js';

/** Asks the server something. Rejects with the driver's error. */
export interface Queries {
  rows<R extends object>(sql: string, values?: readonly unknown[]): Promise<R[]>;
}

/** Milliseconds to wait for a server that does not answer. */
const patience = 8_000;
/** Connections for one desk: reading goes on while a change is being written. */
const mostConnections = 3;

/** The driver, loaded when a server is first asked for: whoever keeps a ledger in a folder never pays for it. */
const driver = async () => (await import('pg')).default;

const optionsFor = (address: ServerAddress) => ({
  connectionString: address.connection, application_name: 'xishan', connectionTimeoutMillis: patience, keepAlive: true,
  // Acknowledged means on the medium, whatever the server's own setting is.
  options: '-c synchronous_commit=on -c client_min_messages=warning',
});

/** The server could not be asked. */
export class NotSent extends Error {
  constructor(cause: unknown) { super('The server could not be asked.', { cause }); }
}

/** The connections of one open ledger. */
export class Connections implements Queries {
  private constructor(readonly pool: Pool) {}

  static async to(address: ServerAddress): Promise<Connections> {
    const { Pool } = await driver();
    const pool = new Pool({ ...optionsFor(address), max: mostConnections, idleTimeoutMillis: 60_000 });
    // An idle connection that breaks is noticed by the one that listens; without this it would end the program.
    pool.on('error', () => undefined);
    return new Connections(pool);
  }

  async rows<R extends object>(sql: string, values: readonly unknown[] = []): Promise<R[]> {
    return (await this.pool.query<R>(sql, [...values])).rows;
  }

  /** Asks for something that alters the ledger. Throws `NotSent` where the server was never asked, so that nothing can have come of it. */
  async act<R extends object>(sql: string, values: readonly unknown[]): Promise<R[]> {
    const client = await this.pool.connect().catch((error: unknown) => { throw new NotSent(error); });
    const noted = () => undefined;
    client.on('error', noted);
    let fault: Error | undefined;
    try {
      return (await client.query<R>(sql, [...values])).rows;
    } catch (error) {
      if (isConnectionLost(error)) fault = error as Error;
      throw error;
    } finally {
      client.off('error', noted);
      client.release(fault);
    }
  }

  /** Reads within one view of the data, which nobody's change alters meanwhile. */
  async inOneView<T>(work: (queries: Queries) => Promise<T>): Promise<T> {
    return this.#within('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', work);
  }

  /** Does several things or none. */
  async together<T>(work: (queries: Queries) => Promise<T>): Promise<T> {
    return this.#within('BEGIN', work);
  }

  async #within<T>(begin: string, work: (queries: Queries) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    const noted = () => undefined;
    client.on('error', noted);
    let fault: Error | undefined;
    try {
      await client.query(begin);
      const result = await work({ rows: async <R extends object>(sql: string, values: readonly unknown[] = []) => (await client.query<R>(sql, [...values])).rows });
      await client.query('COMMIT');
      return result;
    } catch (error) {
      if (isConnectionLost(error)) fault = error as Error;
      else await client.query('ROLLBACK').catch((reason: Error) => { fault = reason; });
      throw error;
    } finally {
      client.off('error', noted);
      client.release(fault);
    }
  }

  close(): Promise<void> { return this.pool.end(); }
}

/** A connection that hears of every change. `onWord` is called at each; `onLost` once, when it has broken. */
export async function listenTo(address: ServerAddress, onWord: () => void, onLost: () => void): Promise<{ isAlive(): Promise<boolean>; close(): Promise<void> }> {
  const { Client } = await driver();
  const client: Client = new Client(optionsFor(address));
  let isOver = false;
  const over = () => { if (!isOver) { isOver = true; onLost(); } };
  client.on('error', over);
  client.on('end', over);
  client.on('notification', onWord);
  try {
    await client.connect();
    await client.query('LISTEN xishan_change');
  } catch (error) {
    isOver = true;
    await client.end().catch(() => undefined);
    throw error;
  }
  return {
    /** A look whether the line still carries: a cable that was pulled out says nothing by itself. */
    async isAlive() {
      const silence = new Promise<false>((resolve) => { setTimeout(resolve, patience, false).unref(); });
      const isAlive = await Promise.race([client.query('SELECT 1').then(() => true, () => false), silence]);
      if (!isAlive) over();
      return isAlive;
    },
    async close() {
      isOver = true;
      await client.end().catch(() => undefined);
    },
  };
}
