import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isServerAddress } from '../storage/server/address.js';
import { callFolder, defaultHome } from './locations.js';

/** What either host is told when it is started. */
export interface HostArguments {
  readonly home: string;
  /** The folder of a ledger, or the address of a server. */
  readonly ledger?: string;
  readonly port: number;
  /** False: print the address and open no window. */
  readonly open: boolean;
  /** How long a second of a booth lasts, in milliseconds; left out, a second. Tests let hours pass by it. */
  readonly boothSecondMs?: number;
}

export const hostUsage = 'npm start -- [--ledger DIR|postgres://…] [--home DIR] [--port N] [--no-open] [--browser]';

/** Reads a host's arguments; a sentence when they are wrong. Relative folders count from where the program was started. */
export function parseHostArguments(words: readonly string[], folder = callFolder()): HostArguments | { readonly wrong: string } {
  try {
    const { values } = parseArgs({ args: [...words], strict: true, allowPositionals: false, options: {
      ledger: { type: 'string' }, home: { type: 'string' }, port: { type: 'string' }, 'no-open': { type: 'boolean' }, 'booth-second': { type: 'string' },
    } });
    const port = Number(values.port ?? '0');
    if (!Number.isInteger(port) || port < 0 || port > 65535 || values.port === '') return { wrong: '--port 0–65535' };
    const boothSecondMs = Number(values['booth-second'] ?? '1000');
    if (!(boothSecondMs >= 1 && boothSecondMs <= 60_000)) return { wrong: '--booth-second 1–60000' };
    for (const name of ['ledger', 'home'] as const) if (values[name] === '') return { wrong: `--${name} DIR` };
    return {
      home: values.home === undefined ? defaultHome() : resolve(folder, values.home),
      ...(values.ledger === undefined ? {} : { ledger: isServerAddress(values.ledger) ? values.ledger : resolve(folder, values.ledger) }),
      port,
      open: !values['no-open'],
      ...(values['booth-second'] === undefined ? {} : { boothSecondMs }),
    };
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : String(error) };
  }
}
