import { paintOf, type LandscapePaint } from '../stage/parts/paint-landscape.js';
import { readLook, type Look } from '../map/look.js';

/** The colours that a film is drawn with, read from the page's tokens: a canvas knows no CSS variables. */
export interface FilmLook extends Look {
  readonly paper: string; readonly soft: string; readonly kicker: string; readonly hair: string; readonly sheet: string;
  readonly seal: string; readonly sealInk: string; readonly chip: string; readonly chipLine: string;
  readonly onPicture: string; readonly pictureShade: string;
  readonly landscape: LandscapePaint;
}

/** Reads the look of a film: the light one, whatever theme the program around it is in. */
export function readFilmLook(): FilmLook {
  const part = document.createElement('div');
  part.dataset['theme'] = 'light';
  part.hidden = true;
  document.body.append(part);
  const style = getComputedStyle(part);
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
  const look: FilmLook = {
    ...readLook(part), paper: token('ground'), soft: token('stage-soft'), kicker: token('kicker'), hair: token('hair'), sheet: token('paper-sheet'),
    seal: token('seal'), sealInk: token('seal-ink'), chip: token('chip'), chipLine: token('chip-line'), onPicture: token('on-picture'), pictureShade: token('rail'), landscape: paintOf(part),
  };
  part.remove();
  return look;
}
