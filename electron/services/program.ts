import type { CallName, CallOutput, EventName, Events, ParsedInput } from '../../data/contract.js';

/** What every call of the contract does. One function per call; `dispatch` parses before and catches after. */
export type Handlers = { readonly [N in CallName]: (input: ParsedInput<N>) => CallOutput<N> | Promise<CallOutput<N>> };

/** Bytes that a page may show or save, found by id and never by path. */
export interface Resource {
  readonly file: string;
  readonly type: string;
  /** Set when the page should save it under this name rather than show it. */
  readonly saveAs?: string;
}

/** The program behind either host: all calls, all events, and the two doors for files. */
export interface Program {
  readonly handlers: Handlers;
  on<E extends EventName>(name: E, listener: (payload: Events[E]) => void): () => void;
  /** Keeps the bytes of a file that a page sent, for an import; answers with an upload id. Refuses over 512 MB. */
  acceptUpload(name: string, bytes: AsyncIterable<Uint8Array>): Promise<string>;
  /** Names a file on this machine for an import (native dialog, command line); answers with an upload id. */
  acceptFile(path: string): string;
  /** Finds what stands behind `media/<id>`, `maps/<pack>/…` or `outputs/<id>`; nothing when there is no such thing. */
  resource(address: string): Promise<Resource | undefined>;
  close(): Promise<void>;
}

export interface ProgramOptions {
  /** Folder for settings and the list of ledgers; made when missing. */
  readonly home: string;
  /** The ledger to open; without it the one opened last, or else the sample. */
  readonly ledger?: string;
  /** The folder that holds `sample/` and `basemap/` as shipped. */
  readonly shipped: string;
  /** The built workers, where they do not lie beside this bundle. */
  readonly workerFiles?: { readonly import?: string; readonly export?: string };
  readonly host: string;
  readonly version: string;
}
