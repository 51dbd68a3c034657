import type { LeadsStatus } from '../../data/contract/lead-calls.js';
import { countLeads } from '../../data/rules/lead/counts.js';
import { isExpired, monthsAfter, standingOf } from '../../data/rules/lead/follow-up.js';
import { leadKeptMonths, mostLeads, type Lead, type LeadPerson } from '../../data/schema/lead.js';
import { isPublished } from '../../data/rules/projection.js';
import type { Ledger } from '../storage/ledger.js';
import type { EventHub } from './event-hub.js';
import { boothGuard } from './leads/booth-guard.js';
import type { KeyStore } from './key-store.js';
import { changedLead, joinedLeads, leadOf } from './leads/lead-changes.js';
import { leadFailures } from './leads/lead-failures.js';
import { leadKeys } from './leads/lead-keys.js';
import { leadRows } from './leads/lead-rows.js';
import { leadStore } from './leads/lead-store.js';
import { newId } from './new-id.js';
import type { Handlers } from './program.js';

type LeadHandlers = Pick<Handlers, 'public.leadOffer' | 'public.lead' | 'leads.status' | 'leads.list' | 'leads.reveal' | 'leads.take' | 'leads.change' | 'leads.merge' | 'leads.remove' | 'leads.counts' | 'leads.setUp' | 'leads.unlock' | 'leads.lock' | 'leads.startOver'>;

export interface LeadMeans {
  readonly ledger: () => Ledger;
  readonly hub: EventHub;
  readonly by: () => string;
  readonly now: () => Date;
  /** The day where the office is, as 2026-11-23. */
  readonly today: () => string;
  /** The tour of the show that runs; null where none runs. */
  readonly showing: () => Promise<{ readonly tourId: string | null } | null>;
  readonly keyStore: KeyStore | undefined;
  readonly idleMs?: number | undefined;
  readonly cost?: number | undefined;
}
/** A lead that can be told of, with its person. */
export interface ToldLead { readonly lead: Lead; readonly person: LeadPerson }
export interface Leads {
  readonly calls: LeadHandlers;
  /** Every lead with its person, for what is exported on purpose. Throws while it is locked. */
  told(ids: readonly string[] | undefined): Promise<readonly ToldLead[]>;
  close(): void;
}

/** The leads of the open ledger. What is about persons is sealed before it is stored, and is opened only for whoever asks at the desk. */
export function createLeads({ ledger, hub, by, now, today, showing, keyStore, idleMs, cost }: LeadMeans): Leads {
  const store = leadStore(ledger);
  const say = (total: number) => hub.emit('leads.changed', { total });
  const tell = async () => say((await store.read()).leads.length);
  const keys = leadKeys({ store, home: ledger, keyStore, idleMs, cost, onLocked: () => void tell().catch(() => undefined) });
  const mayPass = boothGuard();
  // Another ledger has other keys, and this one's are nobody's business any more.
  const stop = hub.on('ledger.opened', () => { keys.forget(); });

  async function status(): Promise<LeadsStatus> {
    const { keys: ring, leads } = await store.read();
    const unlocked = keys.isOpen(ring);
    return {
      ready: ring !== null || keys.canMake(), unlocked, passphrase: ring?.wraps.some(({ by: way }) => way === 'passphrase') ?? false, keystore: keys.hasKeyStore(ring),
      total: leads.length, due: leads.filter((lead) => ['overdue', 'today'].includes(standingOf(lead, today()))).length, expired: leads.filter((lead) => isExpired(lead, today())).length,
      lost: leads.filter((lead) => lead.sealed === null || (unlocked && keys.personOf(lead, ring) === null)).length,
    };
  }
  /** Adds a lead: sealed first, then stored. */
  async function add(person: LeadPerson, open: Omit<Lead, 'id' | 'revision' | 'takenAt' | 'consent' | 'sealed'>, wording: Lead['consent']['wording']): Promise<string> {
    const ring = await keys.ring();
    const id = newId();
    const at = now().toISOString();
    const known = (found: readonly string[], find: (one: string) => unknown) => [...new Set(found)].filter((one) => find(one) !== undefined);
    const lead: Lead = {
      ...open, id, revision: 1, takenAt: at, consent: { at, wording, until: monthsAfter(today(), leadKeptMonths) },
      assetIds: known(open.assetIds, (one) => ledger().asset(one)), projectIds: known(open.projectIds, (one) => ledger().project(one)), sealed: keys.sealed(person, id, ring),
    };
    const total = await store.change(({ leads, keys: current }) => {
      if (leads.length >= mostLeads) throw leadFailures.full();
      // Sealed for a key that was given up meanwhile, nobody could ever read it.
      if (current?.publicKey !== ring.publicKey) throw leadFailures.notReady();
      return { next: { leads: [...leads, lead] }, answer: leads.length + 1 };
    });
    say(total);
    return id;
  }
  const changed = async <T>(work: Promise<T>): Promise<T> => { const answer = await work; await tell(); return answer; };

  return {
    calls: {
      'public.leadOffer': async () => {
        if (!(await showing()) || ledger().readOnly) return { open: false };
        return { open: (await store.read()).keys !== null || keys.canMake() };
      },
      'public.lead': async ({ name, phone, assetIds, language }) => {
        const show = await showing();
        if (!show) throw leadFailures.noShow();
        if (!mayPass()) throw leadFailures.tooMany();
        // A visitor names only what the audience screen can show.
        const shown = assetIds.filter((id) => { const asset = ledger().asset(id); return asset !== undefined && isPublished(asset); });
        await add({ name, phone }, { way: 'booth', language, assetIds: shown, projectIds: [], ...(show.tourId ? { tourId: show.tourId } : {}) }, 'shown-1');
        return {};
      },
      'leads.status': status,
      'leads.list': async () => leadRows(await store.read(), keys, today()),
      'leads.reveal': async ({ id }) => {
        const { keys: ring, leads } = await store.read();
        return keys.personOf(leadOf(leads, id), ring) ?? {};
      },
      'leads.take': async ({ way, person, assetIds, projectIds, tourId, language, nextStep, nextAt }) => ({
        id: await add(person, { way, language, assetIds, projectIds, ...(by() ? { takenBy: by() } : {}), ...(tourId ? { tourId } : {}), ...(nextStep ? { nextStep } : {}), ...(nextAt ? { nextAt } : {}) }, 'spoken-1'),
      }),
      'leads.change': async ({ id, revision, change }) => {
        const { keys: ring } = await store.read();
        const { person } = change;
        if (person && !person.name && !person.organisation) throw leadFailures.noName();
        // Who cannot read what is there must not write over it.
        if (person && !keys.isOpen(ring)) throw leadFailures.locked();
        const sealed = person && ring ? keys.sealed(person, id, ring) : undefined;
        return changed(store.change(({ leads }) => {
          const next = changedLead(leadOf(leads, id), revision, change, sealed, { now: now().toISOString() });
          return { next: { leads: leads.map((lead) => (lead.id === id ? next : lead)) }, answer: { revision: next.revision } };
        }));
      },
      'leads.merge': async ({ keep, others }) => {
        const { keys: ring } = await store.read();
        if (!ring || !keys.isOpen(ring)) throw leadFailures.locked();
        return changed(store.change(({ leads }) => {
          const joined = joinedLeads(leads, keep, others, (lead) => keys.personOf(lead, ring), (person) => keys.sealed(person, keep, ring));
          return { next: { leads: joined.leads }, answer: { revision: joined.revision } };
        }));
      },
      'leads.remove': async ({ ids }) => {
        const gone = new Set(ids);
        return changed(store.change(({ leads }) => {
          const left = leads.filter(({ id }) => !gone.has(id));
          if (left.length === leads.length) throw leadFailures.gone();
          return { next: { leads: left }, answer: { removed: leads.length - left.length } };
        }));
      },
      'leads.counts': async () => countLeads((await store.read()).leads, ledger().data.projects),
      'leads.setUp': async ({ passphrase }) => { await changed(keys.setUp(passphrase)); return status(); },
      'leads.unlock': async ({ passphrase }) => { await changed(keys.unlock(passphrase)); return status(); },
      'leads.lock': async () => { keys.lock(); await tell(); return status(); },
      'leads.startOver': async ({ passphrase }) => { await changed(keys.startOver(passphrase)); return status(); },
    },
    async told(ids) {
      const { keys: ring, leads } = await store.read();
      if (!keys.isOpen(ring)) throw leadFailures.locked();
      const wanted = ids && new Set(ids);
      return leads.filter(({ id }) => !wanted || wanted.has(id)).map((lead) => ({ lead, person: keys.personOf(lead, ring) ?? {} }));
    },
    close() { stop(); keys.forget(); },
  };
}
