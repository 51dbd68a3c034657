import { checkAsset, stands } from '../../../data/rules/quality/check-asset.js';
import { judgesAnew, ledgerFigures, noFigures, type LedgerFigures } from '../../../data/rules/quality/ledger-figures.js';
import { createNeighbours } from '../../../data/rules/quality/neighbours.js';
import { createTally } from '../../../data/rules/quality/summary.js';
import type { Asset } from '../../../data/schema/asset.js';
import type { LedgerData } from '../../../data/schema/ledger.js';
import type { CheckedAsset, QualitySummary } from '../../../data/schema/quality.js';
import { eachPaced } from '../../storage/slices.js';

/** The check of a ledger as it stands. */
export interface CheckedLedger {
  readonly summary: QualitySummary;
  /** All assets, blocked ones first, then the worst score, then the ledger's order. */
  readonly worstFirst: readonly Checked[];
  readonly byId: ReadonlyMap<string, Checked>;
}
/** An asset beside what was found of it; records are never altered, so the two belong together. */
export interface Checked { readonly asset: Asset; readonly checked: CheckedAsset }

/** The middles of a ledger up to this size are worked out at every change, in a few milliseconds; those of a larger one when so much of it has changed. */
const smallLedger = 5_000;
const driftShare = 0.01;

/**
 * Keeps the check of a ledger true. Asked, it compares the records with those it knows and checks only what changed, and what
 * shares a code, a name or a place with it; the first time, on another ledger, and when the day turns, it checks all. Other
 * calls are let through in between. Calls made meanwhile wait for the same answer.
 */
export function createLiveCheck(data: () => LedgerData, today: () => string): () => Promise<CheckedLedger> {
  const neighbours = createNeighbours();
  const tally = createTally();
  const known = new Map<string, Checked>();
  let figures: LedgerFigures = noFigures;
  let drift = Infinity;
  let seen: { assets: LedgerData['assets']; township: string; day: string } | undefined;
  let answer: CheckedLedger | undefined;

  const forget = () => { neighbours.clear(); tally.clear(); known.clear(); drift = Infinity; };

  async function bringUpToDate(): Promise<CheckedLedger> {
    const { assets, profile } = data();
    const day = today();
    const hasPublicLine = Boolean(profile.publicContact?.phone);
    const township = JSON.stringify([hasPublicLine, profile.centre]);
    if (answer && seen && seen.assets === assets && seen.township === township && seen.day === day) return answer;
    if (seen && (seen.day !== day || seen.township !== township)) forget();
    // Until the work is done nothing is known for certain; a fault in the middle of it then leads to a check of all.
    seen = undefined;

    const changed: Asset[] = [];
    const present = new Set<string>();
    await eachPaced(assets, (asset) => {
      present.add(asset.id);
      if (known.get(asset.id)?.asset !== asset) changed.push(asset);
    });
    const gone = [...known.values()].filter(({ asset }) => !present.has(asset.id)).map(({ asset }) => asset);
    // Another ledger: to forget is cheaper than to take leave of each.
    const isOther = known.size > 0 && gone.length > known.size / 2;
    if (isOther) forget();
    const again = new Set<string>();
    const touch = (asset: Asset) => { for (const other of neighbours.around(asset)) again.add(other.id); };
    const isFirst = known.size === 0;

    if (!isFirst) {
      await eachPaced(gone, (asset) => { touch(asset); take(asset); });
      await eachPaced(changed, (asset) => { const before = known.get(asset.id)?.asset; if (before) { touch(before); neighbours.remove(before); } });
    }
    await eachPaced(changed, (asset) => neighbours.add(asset));
    if (!isFirst) await eachPaced(changed, touch);

    drift += changed.length + gone.length;
    const before = figures;
    if (drift > (assets.length <= smallLedger ? 0 : assets.length * driftShare)) {
      figures = ledgerFigures(assets, profile.centre);
      drift = 0;
    }
    const context = { today: day, township: { hasPublicLine }, figures, neighbours };
    const check = (asset: Asset) => {
      const old = known.get(asset.id);
      if (old) tally.remove(old.checked);
      const checked = checkAsset(asset, context);
      known.set(asset.id, { asset, checked });
      tally.add(checked);
    };
    const fresh = new Set(changed.map((asset) => asset.id));
    await eachPaced(changed, check);
    if (!isFirst) {
      await eachPaced(assets, (asset) => { if (!fresh.has(asset.id) && (again.has(asset.id) || (figures !== before && judgesAnew(asset, before, figures)))) check(asset); });
    }

    seen = { assets, township, day };
    answer = { summary: tally.summary(), worstFirst: await inOrder(assets), byId: known };
    return answer;
  }

  /** Takes leave of an asset that is no longer in the ledger. */
  function take(asset: Asset): void {
    const old = known.get(asset.id);
    if (old) tally.remove(old.checked);
    neighbours.remove(asset);
    known.delete(asset.id);
  }

  /** Sorts by laying out: one box per score, twice. */
  async function inOrder(assets: readonly Asset[]): Promise<Checked[]> {
    const boxes = Array.from({ length: 202 }, (): Checked[] => []);
    await eachPaced(assets, (asset) => { const entry = known.get(asset.id); if (entry) boxes[(stands.blocked(entry.checked) ? 0 : 101) + entry.checked.score]!.push(entry); });
    return boxes.flat();
  }

  let work: Promise<CheckedLedger> | undefined;
  return () => {
    // Whoever asks while a check is under way gets the one after it: the ledger may have changed since it began.
    const mine: Promise<CheckedLedger> = (work ? work.then(() => undefined, () => undefined) : Promise.resolve()).then(bringUpToDate);
    work = mine;
    return mine;
  };
}
