import type { ImportPhoto, MadeBy } from '../../../../data/schema/import-plan.js';
import { isLeft, type Leaving } from './leaving.js';

/** An asset for a photo: of the ledger, or made by a row of the plan. */
export interface PhotoTarget { readonly assetId: string; readonly name: string; readonly madeBy?: MadeBy | undefined }
/** The asset that a photo goes to, or `null` where it is left; `proposal` is the reading of the files that it was chosen in. Kept by the file's key, so that it outlives a new plan. */
export type PhotoChoice = (PhotoTarget & { readonly proposal: string }) | null;
export type PhotoChoices = ReadonlyMap<string, PhotoChoice>;

/** How a photo stands: the asset it goes to, and whether a person said so. `without`: the one it would go to, whose row is left out. */
export interface PhotoStanding { readonly target: PhotoTarget | null; readonly without?: PhotoTarget; readonly by: 'person' | 'program' | 'nobody' }

/**
 * A person's word first; without one a sure candidate, and else nothing. A record that a row makes has another id when the files
 * are read anew, and is found again by its name. Where its row is left out, there is nothing that the photo could go to.
 */
export function photoStanding(photo: ImportPhoto, choice: PhotoChoice | undefined, leaving: Leaving, proposal: string): PhotoStanding {
  if (choice === null) return { target: null, by: 'person' };
  const again = choice && (photo.candidates.find((candidate) => candidate.assetId === choice.assetId) ?? (choice.madeBy && choice.proposal !== proposal ? photo.candidates.find((candidate) => candidate.name === choice.name) : choice));
  const [first] = photo.candidates;
  const target = again ?? (first?.sure ? first : undefined);
  const by = again ? 'person' : target ? 'program' : 'nobody';
  if (!target) return { target: null, by };
  const { assetId, name, madeBy } = target;
  const plain: PhotoTarget = { assetId, name, ...(madeBy ? { madeBy } : {}) };
  return madeBy && isLeft(leaving, madeBy.key, { file: madeBy.file, outcome: 'new', doubtful: madeBy.doubtful }) ? { target: null, without: plain, by } : { target: plain, by };
}
