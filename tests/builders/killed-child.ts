import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { bundleForNode, root } from './bundle.js';

/** What a child that edits until it is killed is told: which ledger, what to do, and which change was the last whose records are known. */
export interface KillOrder { readonly folder: string; readonly seed: number; readonly acknowledged: number }
/** What such a child says, a line at a time. `digest`: of all records, after the change `acknowledged` of the order or after change `seq`. */
export type KillReport =
  | { readonly kind: 'open'; readonly seq: number; readonly readOnly: boolean; readonly notice?: string | undefined; readonly assets: number; readonly digest?: string | undefined }
  | { readonly kind: 'done'; readonly seq: number; readonly digest?: string | undefined }
  | { readonly kind: 'refused' | 'unopened'; readonly why: string };

/** A process that edits a ledger when it is told to. */
export interface KilledChild {
  readonly pid: number;
  readonly reports: readonly KillReport[];
  begin(order: KillOrder): void;
  /** Settles once the child has said something for which this holds, or has ended. */
  until(holds: (reports: readonly KillReport[]) => boolean): Promise<void>;
  /** kill -9; settles when the process is gone and all that it said was read. */
  kill(): Promise<void>;
}

/** Bundles the child once; answers with the file, which the caller removes. */
export const bundleChild = () => bundleForNode(join(root, 'tests/builders/edit-until-killed.ts'), { whole: true });

/** Starts a child, which loads its modules and waits. */
export function startChild(script: string): KilledChild {
  const child = spawn(process.execPath, [script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const reports: KillReport[] = [];
  let rest = '';
  let isOver = false;
  const closed = once(child, 'close').then(() => { isOver = true; child.emit('said'); });
  // A child that was killed before it read its order.
  child.stdin.on('error', () => undefined);
  child.stdout.setEncoding('utf8');
  child.stdout.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() as string;
    reports.push(...lines.map((line) => JSON.parse(line) as KillReport));
    child.emit('said');
  });
  return {
    pid: child.pid as number,
    reports,
    begin: (order) => { child.stdin.write(`${JSON.stringify(order)}\n`); },
    async until(holds) { while (!isOver && !holds(reports)) await once(child, 'said'); },
    async kill() {
      child.kill('SIGKILL');
      await closed;
    },
  };
}
