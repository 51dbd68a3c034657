import { entriesOfEdits, labelOfEdits } from '../../data/rules/edit-record.js';
import { projectTotals } from '../../data/rules/totals.js';
import { FailureError, type Failure } from '../../data/schema/failure.js';
import { profileId, recordSchemas } from '../../data/schema/ledger.js';
import { eachPaced } from '../storage/slices.js';
import { createIndexCache } from './index-cache.js';
import type { Ledgers } from './ledgers.js';
import { checkMedia } from './media/check-media.js';
import { newId } from './new-id.js';
import type { Handlers } from './program.js';

type DeskCalls = Pick<Handlers, 'ledger.status' | 'ledger.list' | 'ledger.open' | 'ledger.create' | 'ledger.check' | 'desk.index' | 'desk.rows' | 'desk.assets'
  | 'desk.projects' | 'desk.tours' | 'desk.profile' | 'desk.apply' | 'desk.undo' | 'desk.redo' | 'desk.history' | 'desk.change'>;

/** The calls of the township's own staff on the open ledger. */
export function deskCalls(ledgers: Ledgers, by: () => string, now: () => Date): DeskCalls {
  const ledger = () => ledgers.current();
  const index = createIndexCache('desk');
  const finders = {
    asset: (id: string) => ledger().asset(id),
    project: (id: string) => ledger().project(id),
    tour: (id: string) => ledger().tour(id),
    profile: (id: string) => (id === profileId ? ledger().data.profile : undefined),
  };
  const found = (ids: readonly string[]) => ids.flatMap((id) => ledger().asset(id) ?? []);
  return {
    'ledger.status': () => ledgers.status(),
    'ledger.list': () => ledgers.list(),
    'ledger.open': ({ folder }) => ledgers.open(folder),
    'ledger.create': ({ name, parent }) => ledgers.create(name, parent),
    'ledger.check': async () => {
      const { assets, projects, profile } = ledger().data;
      const problems: Failure[] = [];
      const look = (noun: keyof typeof recordSchemas, record: { name?: unknown }) => {
        const parsed = recordSchemas[noun].safeParse(record);
        if (parsed.success) return;
        const field = parsed.error.issues[0]?.path.join('.') ?? '';
        problems.push({ code: 'damaged', message: { zh: `记录「${String(record.name ?? '')}」的 ${field} 不合要求，请在一本账里改正。`, en: `The record “${String(record.name ?? '')}” has a wrong ${field}; correct it in the ledger.` }, place: { field } });
      };
      look('profile', { ...profile, name: profile.name });
      for (const tour of ledger().data.tours) look('tour', tour);
      await eachPaced(assets, (asset) => look('asset', asset));
      await eachPaced(projects, (project) => {
        look('project', project);
        for (const id of project.assetIds) {
          if (!ledger().asset(id)) problems.push({ code: 'not-found', message: { zh: `项目「${project.name}」关联的资产已不存在，请重新关联。`, en: `Project “${project.name}” links an asset that is gone; link it again.` }, place: { field: 'assetIds' } });
        }
      });
      // On a server files come when they are asked for, so that one is not here yet is no fault.
      if (!ledger().server) problems.push(...(await checkMedia(ledger().folder, ledger().data)));
      return { assets: assets.length, projects: projects.length, problems };
    },
    'desk.index': () => index(ledger().data.assets),
    'desk.rows': ({ ids }) => index(found(ids)),
    'desk.assets': ({ ids }) => found(ids),
    'desk.projects': () => ledger().data.projects.map((project) => ({ project, totals: projectTotals(project, { get: finders.asset }) })),
    'desk.tours': () => ledger().data.tours,
    'desk.profile': () => ledger().data.profile,
    'desk.apply': async ({ edits, label }) => {
      const entries = entriesOfEdits(edits, finders, ledger().data, { at: now().toISOString(), by: by(), newId });
      if (entries.length === 0) return { seq: ledger().seq, ids: [] };
      const change = await ledger().commit({ by: by(), label: label ?? labelOfEdits(edits, finders), entries });
      return { seq: change.seq, ids: entries.map((entry) => entry.id) };
    },
    'desk.undo': async () => {
      if (!ledger().canUndo) throw new FailureError('not-allowed', { zh: '没有可以撤销的修改。', en: 'There is nothing to undo.' });
      const change = await ledger().undo(by());
      return { seq: change.seq, label: change.label };
    },
    'desk.redo': async () => {
      if (!ledger().canRedo) throw new FailureError('not-allowed', { zh: '没有可以重做的修改。', en: 'There is nothing to redo.' });
      const change = await ledger().redo(by());
      return { seq: change.seq, label: change.label };
    },
    'desk.history': ({ limit, before }) => ledger().history(limit, before),
    'desk.change': async ({ seq }) => {
      const change = await ledger().change(seq);
      if (!change) throw new FailureError('not-found', { zh: '历史里没有这一条。', en: 'The history has no such change.' });
      return { entries: change.entries };
    },
  };
}
