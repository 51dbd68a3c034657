import type { ImportPhoto } from '../../../../data/schema/import-plan.js';

/** The asset that a photo goes to, or `null` where it is left. Kept by the file's key, so that it outlives a new plan. */
export type PhotoChoice = { readonly assetId: string; readonly name: string } | null;
export type PhotoChoices = ReadonlyMap<string, PhotoChoice>;

/** How a photo stands: the asset it goes to, and whether a person said so. */
export interface PhotoStanding { readonly target: { readonly assetId: string; readonly name: string } | null; readonly by: 'person' | 'program' | 'nobody' }

/** A person's word first; without one a sure candidate, and else nothing. Records that a new plan made anew are found again by name. */
export function photoStanding(photo: ImportPhoto, choice: PhotoChoice | undefined): PhotoStanding {
  if (choice === null) return { target: null, by: 'person' };
  if (choice) {
    const again = photo.candidates.find((candidate) => candidate.assetId === choice.assetId) ?? photo.candidates.find((candidate) => candidate.name === choice.name);
    return { target: again ? { assetId: again.assetId, name: again.name } : choice, by: 'person' };
  }
  const [first] = photo.candidates;
  return first?.sure ? { target: { assetId: first.assetId, name: first.name }, by: 'program' } : { target: null, by: 'nobody' };
}
