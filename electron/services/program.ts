import type { CallName, CallOutput, EventName, Events, ParsedInput } from '../../data/contract.js';
import type { CreateDesktop } from './desktop-calls.js';
import type { KeyStore } from './key-store.js';
import type { CreatePrinter } from './print/printer.js';
import type { CreateScreens } from './stage/screens.js';

/** What every call of the contract does. One function per call; `dispatch` parses before and catches after. */
export type Handlers = { readonly [N in CallName]: (input: ParsedInput<N>) => CallOutput<N> | Promise<CallOutput<N>> };

/** A file that a page may show or save, found by id and never by path. Any stretch of it may be asked for. */
export interface FileResource {
  readonly file: string;
  readonly type: string;
  /** Set when the page should save it under this name rather than show it. */
  readonly saveAs?: string;
}
/** Bytes that were read out of a file, as a tile is out of its pack. */
export interface BytesResource { readonly bytes: Uint8Array; readonly type: string }
export type Resource = FileResource | BytesResource;

/** The program behind either host: all calls, all events, and the two doors for files. */
export interface Program {
  readonly handlers: Handlers;
  on<E extends EventName>(name: E, listener: (payload: Events[E]) => void): () => void;
  /** Keeps the bytes of a file that a page sent, for an import; answers with an upload id. Refuses over 512 MB. */
  acceptUpload(name: string, bytes: AsyncIterable<Uint8Array>): Promise<string>;
  /** Names a file on this machine for an import (native dialog, command line); answers with an upload id. */
  acceptFile(path: string): string;
  /**
   * Finds what stands behind `media/<id>`, `media/<id>/small`, `maps/<pack>/…`, `maps/<pack>/tiles/<scheme>/<z>/<x>/<y>`; and for the desk alone `files/<id>`, `files/<id>/view`
   * `outputs/<id>` and `uploads/<id>`. Nothing when there is no such thing.
   */
  resource(address: string): Promise<Resource | undefined>;
  close(): Promise<void>;
}

export interface ProgramOptions {
  /** Folder for settings and the list of ledgers; made when missing. */
  readonly home: string;
  /** The folder of what was remembered about imported tables, where it is not `home`. */
  readonly mappingsHome?: string | undefined;
  /** The ledger to open; without it the one opened last, or else the sample. */
  readonly ledger?: string;
  /** The folder that holds `sample/` and `basemap/` as shipped. */
  readonly shipped: string;
  /** The built workers, where they do not lie beside this bundle. */
  readonly workerFiles?: { readonly import?: string; readonly export?: string; readonly media?: string; readonly pack?: string; readonly slides?: string; readonly webPicture?: string; readonly exchange?: string };
  /** The built web page that outputs are made of, where it does not lie beside this bundle. */
  readonly webPage?: string;
  /** The folder of the fonts that web pages are handed out with, where they do not lie in the built web page. */
  readonly fonts?: string;
  /** How often to look whether the ledger's folder is still there; for tests. */
  readonly watchMilliseconds?: number;
  /** What prints pages of the program; left out where the host cannot. */
  readonly createPrinter?: CreatePrinter;
  /** What opens the audience screen; left out where the host cannot. */
  readonly createScreens?: CreateScreens;
  /** The system's own dialogs, dragging and file manager; left out where the host has none. */
  readonly createDesktop?: CreateDesktop;
  /** The system's own store of secrets; left out where the host has none. */
  readonly keyStore?: KeyStore;
  /** After how long without a reading leads lock by themselves, and what a guess at their passphrase costs; for tests. */
  readonly leadIdleMs?: number;
  readonly leadKeyCost?: number;
  /** Where the host writes its log. */
  readonly logFile?: string;
  /** How long a second of a booth lasts, in milliseconds; for tests that let hours pass. */
  readonly boothSecondMs?: number;
  readonly host: string;
  readonly version: string;
}
