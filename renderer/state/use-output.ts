import { useState } from 'react';
import type { CallInput, OutputFile, OutputHabits, Settings } from '../../data/contract.js';
import type { Text } from '../../data/schema/text.js';
import { useClient } from '../client/current-client.js';
import { useProgram } from './program-store.js';
import { useJob, type Work } from './use-job.js';

/** A finished file, with what the person should know about it. */
export type Output = OutputFile & { readonly notices?: readonly Text[]; readonly poster?: OutputFile };

/** One kind of output as its card handles it: what is chosen, and the work under way. */
export interface OutputDesk<Choice> {
  readonly choice: Choice;
  readonly work: Work<Output>;
  readonly running: boolean;
  choose(change: Partial<Choice>): void;
  /** Forgets the finished file: something else was chosen. */
  clear(): void;
  /** Remembers the choice and begins the output; a request may have to wait for what goes with it. */
  make(request: CallInput<'output.start'> | (() => Promise<CallInput<'output.start'>>)): void;
  cancel(): void;
}

/** Handles an output whose choice begins as `first` and is remembered, when a file is made, as the settings that `kept` answers with. */
export function useOutput<Choice extends object>(first: Choice, kept: (choice: Choice) => Partial<Settings>): OutputDesk<Choice> {
  const client = useClient();
  const { work, start, cancel, reset } = useJob<Output>();
  const [choice, setChoice] = useState<Choice>(first);
  const running = work.at === 'running';
  const clear = () => { if (!running) reset(); };
  return {
    choice, work, running, cancel, clear,
    choose(change) {
      setChoice({ ...choice, ...change });
      clear();
    },
    make(request) {
      // What is remembered is a convenience: the file is made all the same.
      client.call('settings.set', kept(choice)).catch(() => undefined);
      start(async () => client.call('output.start', typeof request === 'function' ? await request() : request));
    },
  };
}

/** The settings with what is remembered of one kind of output. */
export const keptOutput = <K extends keyof OutputHabits>(kind: K) => (habit: OutputHabits[K]): Partial<Settings> => ({ outputs: { ...useProgram.getState().settings.outputs, [kind]: habit } });
