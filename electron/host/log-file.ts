import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What may stand in a line besides its event: figures, and words that a program chose rather than a person. */
export type Facts = Readonly<Record<string, number | boolean | string | undefined>>;

/** Where a host notes what became of it. Nothing that a person typed, named or opened is ever in it. */
export interface Log {
  readonly file?: string;
  note(event: string, facts?: Facts): void;
  /** Notes an error by its kind, its system code and its place in the program. Its message is left out: that may quote anything. */
  fault(where: string, error: unknown): void;
}

export const silentLog: Log = { note: () => undefined, fault: () => undefined };

const mostBytes = 256 * 1024;
/** Older logs that are kept beside the current one. */
const kept = 2;
const mostFrames = 8;
const plainWord = /^[\w .:+/()-]{1,60}$/;

const plain = (value: number | boolean | string) => (typeof value !== 'string' || plainWord.test(value) ? String(value) : '?');
const line = (event: string, facts: Facts) =>
  [new Date().toISOString(), event, ...Object.entries(facts).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${plain(value)}`]))].join(' ');

/** The frames of an error that lie in built files, by file, line and column: `create-program-x.js:10:5`. */
function framesOf(stack: string | undefined): string {
  return [...(stack ?? '').matchAll(/^\s+at .*?([\w.-]+\.[cm]?[jt]s):(\d+):(\d+)\)?$/gm)].slice(0, mostFrames).map(([, file, row, column]) => `${file}:${row}:${column}`).join(' < ');
}

/** An error as the log may hold it. Names and codes are kept only where they look like a program's own. */
export function faultFacts(error: unknown): string {
  if (!(error instanceof Error)) return 'thrown=no-error';
  const name = /^[A-Z]\w{0,40}$/.test(error.name) ? error.name : 'Error';
  const { code } = error as NodeJS.ErrnoException;
  return [`error=${name}`, ...(typeof code === 'string' && /^[A-Z][A-Z0-9_]{1,40}$/.test(code) ? [`code=${code}`] : []), `at=${framesOf(error.stack) || '?'}`].join(' ');
}

/**
 * Opens the log in a folder: `xishan.log`, which is put aside at 256 KB, and two older ones. Written at once, so that the last line
 * before a crash is there; a log that cannot be written is given up without a word, since it must never take the program with it.
 */
export function openLog(folder: string): Log & { readonly file: string } {
  const file = join(folder, 'xishan.log');
  const older = (age: number) => join(folder, `xishan.${age}.log`);
  function turnOver(): void {
    if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) < mostBytes) return;
    rmSync(older(kept), { force: true });
    for (let age = kept - 1; age >= 1; age -= 1) if (statSync(older(age), { throwIfNoEntry: false })) renameSync(older(age), older(age + 1));
    renameSync(file, older(1));
  }
  const write = (words: string) => {
    try {
      mkdirSync(folder, { recursive: true });
      turnOver();
      appendFileSync(file, `${words}\n`);
    } catch {
      // A full disk or a folder that may not be written to: the program goes on without a log.
    }
  };
  return {
    file,
    note: (event, facts = {}) => write(line(event, facts)),
    fault: (where, error) => write(`${line(`fault in ${plain(where)}`, {})} ${faultFacts(error)}`),
  };
}
