import { useCallback, useRef } from 'react';
import { sameValue } from '../../../data/rules/apply-change.js';
import { valueAt } from '../../../data/schema/fields.js';
import type { Project } from '../../../data/schema/project.js';
import { CallFailure } from '../../client/call-failure.js';
import { useClient } from '../../client/current-client.js';
import { applyEdits } from '../../state/apply-edits.js';
import { useProgram } from '../../state/program-store.js';

const patienceMs = 2_000;

const newest = (id: string): Project | undefined => useProgram.getState().deskProjects?.find((row) => row.project.id === id)?.project;

/** Resolves when the page has the project in a newer revision, or after a while without one. */
function untilNewer(id: string, revision: number): Promise<void> {
  const isNewer = () => (newest(id)?.revision ?? Infinity) > revision;
  if (isNewer()) return Promise.resolve();
  return new Promise((resolve) => {
    const end = () => { stop(); clearTimeout(timer); resolve(); };
    const stop = useProgram.subscribe(() => { if (isNewer()) end(); });
    const timer = setTimeout(end, patienceMs);
  });
}

const outOfDate = () => new CallFailure({ code: 'out-of-date', message: { zh: '这一项刚被别处改过，您写的还没有存。按 Esc 看最新的，再改一次。', en: 'This cell was changed elsewhere meanwhile and yours is not stored. Press Esc to see the newest, then edit again.' } });

/**
 * Stores one field of a project as it was shown; resolves when the table shows the new one. Edits go one after the other,
 * each on the revision that the one before left; what was changed elsewhere is not overwritten silently.
 */
export function useProjectEdits() {
  const client = useClient();
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  return useCallback((project: Project, path: string, value: unknown): Promise<void> => {
    const work = async () => {
      const now = newest(project.id);
      if (now && !sameValue(valueAt(now, path), valueAt(project, path))) throw outOfDate();
      const revision = now?.revision ?? project.revision;
      await applyEdits(client, [{ kind: 'set', noun: 'project', id: project.id, path, ...(value === undefined ? {} : { value }), revision }]);
      await untilNewer(project.id, revision);
    };
    const mine = queue.current.then(work);
    queue.current = mine.catch(() => undefined);
    return mine;
  }, [client]);
}
