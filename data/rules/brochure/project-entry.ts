import type { PublicAsset, PublicProject } from '../projection.js';
import { projectFace, projectRow } from '../slides/project-slide.js';
import type { SlideLanguage } from '../slides/slide-words.js';
import { bookPhoto, personLine } from './asset-entry.js';
import type { BookProject } from './book.js';

/** A project of the book, made of public projections; `assetOf` knows the assets that are in the book. */
export function bookProject(project: PublicProject, assetOf: (id: string) => PublicAsset | undefined, language: SlideLanguage, staff: readonly string[]): BookProject {
  const face = projectFace(project, assetOf, {}, language);
  if (face.kind !== 'project') throw new Error('The face of a project is that of a project.');
  const assets = [...new Set(project.assetIds)].flatMap((id) => assetOf(id) ?? []);
  const photo = assets.find(({ photos }) => photos.length > 0)?.photos[0];
  return {
    id: project.id, code: project.code ?? null, name: face.name, chips: face.chips, line: face.line, figures: face.figures, facts: face.facts,
    assetIds: assets.map(({ id }) => id), photo: photo ? bookPhoto(photo, language) : null, contact: personLine(project.publicContact), row: projectRow(project, language), staff,
  };
}
