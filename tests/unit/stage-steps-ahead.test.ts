import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { act, passagesOf } from '../../data/rules/stage/act.js';
import type { EventName } from '../../data/contract.js';
import { noShow, type StageCommand, type StageShow } from '../../data/schema/stage.js';
import type { Client } from '../../renderer/client/client.js';
import { followStage, stepAhead, useStage } from '../../renderer/state/stage-store.js';

const stops = ['a', 'b', 'c'].map((id) => ({ id, kind: 'video' as const, media: `${'1'.repeat(64)}.webm`, hidden: false }));
const tour = { id: '01J9Z3KT000000000000000000', name: 'T', stops };
const passages = passagesOf(tour as never, { asset: () => undefined, projects: [] });
const atFirst: StageShow = { ...noShow, on: true, tourId: tour.id, stopId: 'a' };

/** A host that answers when it is told to: what was asked of it waits. */
function slowHost() {
  let show = atFirst;
  const waiting: { readonly answer: (value: unknown) => void; readonly refuse: () => void }[] = [];
  const listeners = new Map<EventName, (payload: never) => void>();
  let asked = 0;
  const client = {
    call: (name: string, input: { readonly command: StageCommand }) => {
      if (name !== 'public.act') { asked += 1; return Promise.resolve(name === 'public.stage' ? { show, tour } : []); }
      const answered = new Promise((answer, refuse) => { waiting.push({ answer, refuse: () => refuse(new Error('refused')) }); });
      return answered.then(() => { show = act(show, input.command, passages); tell(); return show; });
    },
    on: (name: EventName, listener: (payload: never) => void) => { listeners.set(name, listener); return () => undefined; },
    onReturn: () => () => undefined,
  } as unknown as Client;
  const tell = () => listeners.get('stage.shows')?.(structuredClone(show) as never);
  return { client, timesAsked: () => asked, become: (next: StageShow) => { show = next; tell(); }, answerAll: async () => { while (waiting.length > 0) { waiting.shift()!.answer(null); await quiet(); } }, answerNext: async () => { waiting.shift()!.answer(null); await quiet(); }, refuseNext: async () => { waiting.shift()!.refuse(); await quiet(); } };
}
const quiet = () => new Promise((done) => { setTimeout(done, 5); });
const stop = () => useStage.getState().show.stopId;

describe('A step on the audience screen', () => {
  let host: ReturnType<typeof slowHost>;
  const failures: unknown[] = [];
  const step = (command: StageCommand) => stepAhead(host.client, command, passages, (error) => failures.push(error));
  beforeEach(async () => {
    failures.length = 0;
    host = slowHost();
    followStage(host.client, false);
    await quiet();
    expect(stop()).toBe('a');
  });

  afterEach(() => host.answerAll());

  it('is shown before the host has answered', () => {
    step({ do: 'next' });
    expect(stop()).toBe('b');
  });

  it('is not taken back by what the host tells of an earlier one', async () => {
    step({ do: 'next' });
    step({ do: 'next' });
    await host.answerNext();
    expect(stop()).toBe('c');
    await host.answerNext();
    expect(stop()).toBe('c');
  });

  it('gives way to what the presenter did meanwhile', async () => {
    step({ do: 'next' });
    host.become({ ...atFirst, stopId: 'c' });
    await host.answerNext();
    await quiet();
    expect(stop()).toBe('c');
  });

  it('that is refused leads back to where the show stands', async () => {
    step({ do: 'next' });
    await host.refuseNext();
    await quiet();
    expect(stop()).toBe('a');
    expect(failures).toHaveLength(1);
  });

  it('at a booth waits for the host, which may refuse it', () => {
    host.become({ ...atFirst, mode: 'booth' });
    step({ do: 'next' });
    expect(stop()).toBe('a');
  });

  it('asks for nothing more where the host says the same', async () => {
    const before = host.timesAsked();
    step({ do: 'next' });
    await host.answerNext();
    expect(host.timesAsked()).toBe(before);
  });
});
