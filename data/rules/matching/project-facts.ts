import type { PublicProject } from '../projection.js';
import { cooperations, statuses, type Status } from '../../schema/vocabularies.js';
import { bitsOf, factsTogether, ownText, tradesIn, type Facts } from './facts.js';

const yuanPerTenThousand = 10_000;
/** How far a project's stage leaves it open to an investor, as an asset's status says the same. */
const statusOfStage: Readonly<Record<NonNullable<PublicProject['stage']>, Status>> = { planning: 'available', talking: 'negotiating', signed: 'signed', building: 'operating', built: 'operating' };

/** The facts of a project: its own, and for the rest those of the assets linked to it. */
export function factsOfProject(project: PublicProject, assetById: ReadonlyMap<string, Facts>): Facts {
  const assets = project.assetIds.flatMap((id) => assetById.get(id) ?? []);
  const whole = factsTogether(project.id, assets, false);
  const words = [project.name, project.content ?? '', project.sector ?? '', project.summary?.zh ?? ''];
  const english = [project.nameEn, project.summary?.en].filter(Boolean).join(' ');
  const [own, ownEnglish] = [tradesIn(words.join('。')), tradesIn(english)];
  const status = project.stage ? statusOfStage[project.stage] : null;
  return {
    ...whole,
    status, statusAt: status === null ? -1 : statuses.values.indexOf(status),
    ...(project.cooperation.length > 0 ? { cooperation: project.cooperation, wayBits: bitsOf(cooperations, project.cooperation) } : {}),
    // A project's price is what it takes to build, not what its assets let for.
    yearly: null, once: null, open: false, perMu: null,
    investment: project.investment === undefined ? null : project.investment * yuanPerTenThousand,
    uses: project.sector ? [project.sector] : [], suggestedLow: own.low | ownEnglish.low, suggestedHigh: own.high | ownEnglish.high,
    text: ownText([...words, project.location ?? ''], english),
  };
}
