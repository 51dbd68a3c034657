import type { LedgerPerson } from '../../../data/contract/server.js';
import type { Role } from '../../../data/schema/person.js';
import type { Connections } from './connection.js';
import { scramVerifier } from './scram.js';

export interface NewPerson { readonly login: string; readonly name: string; readonly role: Role; readonly password?: string | undefined }

/** The people of a ledger: each a login of the server, with a name and a role in this ledger. Rejects with the driver's error. */
export class ServerPeople {
  constructor(private readonly connections: Connections) {}

  list(): Promise<LedgerPerson[]> {
    return this.connections.rows<LedgerPerson>('SELECT login::text, name, role, owner FROM xishan.people ORDER BY owner DESC, name');
  }

  async set({ login, name, role, password }: NewPerson): Promise<void> {
    await this.connections.act('SELECT xishan.set_person($1, $2, $3, $4)', [login, name, role, password ? scramVerifier(password) : null]);
  }

  async remove(login: string): Promise<void> {
    await this.connections.act('SELECT xishan.remove_person($1)', [login]);
  }
}
