import type { Location } from '../../schema/common.js';
import { text, type Text } from '../../schema/text.js';
import { storedDatum, toWgs84, type NamedDatum } from './datum.js';
import { knownPlaces, weighDatums, type KnownPlace, type KnownPlaces, type OpenPlace } from './datum-evidence.js';
import { doubt } from './doubts.js';
import type { Draft, SheetDraft } from './draft.js';
import { frameOf, type Frame } from './frames.js';
import { isOutside, surroundingsOf } from './outliers.js';
import { placeDraft, rawShapeOf, type RawShape } from './place-shape.js';
import { drawsSomething } from './survey-rows.js';
import type { Survey } from './survey.js';
import type { TableView } from './view-table.js';

/** The rows of one table, with how it was understood and the description of its sheet. */
export interface PlaceGroup { readonly sheet: SheetDraft; readonly view: TableView; readonly drafts: readonly Draft[] }
/** What the ledger knows of places. */
export interface PlaceHints { readonly points: readonly Location[]; readonly centre?: Location; readonly known?: readonly KnownPlace[] }

const surveyOf = ({ view }: PlaceGroup): Survey | undefined => view.sheet.grid.survey;
const middle = (values: readonly number[]) => values.toSorted((one, two) => one - two)[Math.floor(values.length / 2)] as number;
const middleOf = (places: readonly Location[]): Location | undefined => (places.length === 0 ? undefined : { lng: middle(places.map((place) => place.lng)), lat: middle(places.map((place) => place.lat)) });

const identityOf = ({ values }: Draft) => ({ name: String(values['name'] ?? ''), ...(typeof values['code'] === 'string' ? { code: values['code'] } : {}), ...(typeof values['village'] === 'string' ? { village: values['village'] } : {}) });

/**
 * Settles where every row lies, once all rows and villages are known: which datum a table that states none is in, what the shapes
 * of a layer are in WGS-84, and what lies outside the township. Tables come before layers, so that what they say of places helps.
 * `onProgress` is called every now and then, as large layers take a while.
 */
export function settlePlaces(groups: readonly PlaceGroup[], hints: PlaceHints, onProgress: () => void = () => undefined): void {
  const known = knownPlaces();
  for (const place of hints.known ?? []) known.add(place);
  const placed: Location[] = [...hints.points];
  const rank = (group: PlaceGroup) => (surveyOf(group) ? 2 : 0) + (group.view.datumFrom === 'stated' || group.view.datumFrom === 'chosen' ? 0 : 1);
  const inOrder = groups.filter((group) => group.view.noun === 'asset').sort((one, two) => rank(one) - rank(two));
  for (const group of inOrder) {
    settleGroup(group, hints, known, placed, onProgress);
    // Nobody asks after the last one.
    if (group === inOrder.at(-1)) break;
    for (const draft of group.drafts) {
      const location = draft.refused ? undefined : draft.values['location'] as Location | undefined;
      if (!location) continue;
      placed.push(location);
      known.add({ ...identityOf(draft), location });
    }
  }
  dropOutside(groups, hints);
  for (const { drafts } of groups) {
    for (const draft of drafts) {
      delete draft.shape;
      const fault = draft.bare && !draft.refused && !draft.values['location'] ? draft.doubts.find((entry) => entry.field === 'location') : undefined;
      if (fault) draft.refused = { code: fault.code, reason: fault.reason };
    }
  }
}

/** So many points tell the datum of a table as surely as tens of thousands. */
const weighedPoints = 2_000;
const someOf = <T>(list: readonly T[]): readonly T[] => (list.length <= weighedPoints ? list : Array.from({ length: weighedPoints }, (_, at) => list[Math.floor((at * list.length) / weighedPoints)] as T));

function settleGroup(group: PlaceGroup, hints: PlaceHints, known: KnownPlaces, placed: readonly Location[], onProgress: () => void): void {
  const { view, drafts, sheet } = group;
  const survey = surveyOf(group);
  const isLayer = survey?.kind === 'layer';
  const shapes = new Map<Draft, RawShape>();
  let frame: Frame | undefined;
  if (isLayer) {
    frame = frameOf(survey.shapes.values(), view.datumFrom === 'chosen' && !survey.reference?.projection ? undefined : survey.reference, hints.centre ?? middleOf(placed));
    for (const [at, draft] of drafts.entries()) {
      if (!draft.refused && draft.shape && drawsSomething(draft.shape)) shapes.set(draft, rawShapeOf(draft.shape, frame));
      if (at % 1_000 === 999) onProgress();
    }
  }
  const open = drafts.flatMap((draft): OpenPlace[] => {
    const raw = draft.refused || draft.ownDatum ? undefined : isLayer ? (frame?.kind === 'degrees' ? shapes.get(draft)?.point ?? shapes.get(draft)?.centre : undefined) : draft.raw;
    return raw ? [{ raw, ...identityOf(draft) }] : [];
  });
  const weighed = open.length > 0 ? weighDatums(someOf(open), known, surroundingsOf(placed, hints.centre)) : { evidence: [] };
  const isOpen = view.datumFrom === 'assumed' || view.datumFrom === 'proposed';
  const proposed = isOpen && weighed.proposed ? { datum: weighed.proposed as NamedDatum, reason: weighed.reason as Text } : undefined;
  const datum = proposed?.datum ?? (isLayer && frame?.kind === 'plane' && isOpen ? 'CGCS2000' : view.datum);

  if (isLayer) {
    for (const [at, draft] of drafts.entries()) {
      if (at % 1_000 === 999) onProgress();
      if (draft.refused) continue;
      const raw = shapes.get(draft);
      if (raw) placeDraft(draft, raw, frame?.kind === 'degrees' ? draft.ownDatum ?? datum : datum === 'GCJ-02' || datum === 'BD-09' ? 'CGCS2000' : datum, frame?.kind ?? 'degrees');
      else if (!draft.values['location']) draft.doubts.push(doubt('no_geometry', 'location'));
    }
  } else if (proposed && proposed.datum !== view.datum) for (const draft of drafts) redatum(draft, proposed.datum);

  if (!isLayer && open.length === 0) return;
  if (weighed.evidence.length > 0) sheet.evidence = [...weighed.evidence];
  sheet.datum = storedDatum(datum);
  sheet.datumFrom = proposed ? 'proposed' : isLayer && frame?.kind === 'plane' && isOpen ? 'proposed' : view.datumFrom;
  const reason = proposed?.reason ?? frameReason(frame, isOpen) ?? view.datumReason;
  const before = sheet.reason.zh.includes(view.datumReason.zh) ? sheet.reason : text(`${sheet.reason.zh}；${view.datumReason.zh}`, `${sheet.reason.en}; ${view.datumReason.en}`);
  sheet.reason = text(before.zh.replace(view.datumReason.zh, () => reason.zh), before.en.replace(view.datumReason.en, () => reason.en));
  for (const notice of survey?.notices ?? []) sheet.reason = text(`${sheet.reason.zh}；${notice.zh}`, `${sheet.reason.en}; ${notice.en}`);
}

/** What the numbers alone tell, where the file states nothing. */
function frameReason(frame: Frame | undefined, isOpen: boolean): Text | undefined {
  if (!frame || !isOpen || frame.kind === 'degrees') return undefined;
  if (frame.kind === 'unknown-zone') return text('平面坐标没有带号，又没有可比对的位置，未采用；请先在设置中填写乡镇中心坐标', 'Plane coordinates without a zone, and nothing to compare with: not used; set the township’s centre in the settings first');
  return frame.assumedMeridian === undefined
    ? text('平面坐标带带号，按 CGCS2000 高斯投影换算', 'Plane coordinates with their zone, taken as CGCS2000 Gauss–Krüger')
    : text(`平面坐标没有带号，按乡镇所在的中央子午线 ${frame.assumedMeridian}° 换算`, `Plane coordinates without a zone; the central meridian of the township, ${frame.assumedMeridian}°, was used`);
}

const datumDoubts = ['datum_gcj02', 'datum_bd09'];

/** Reads a row's degrees in another datum than the one it was read in. */
function redatum(draft: Draft, datum: NamedDatum): void {
  if (!draft.raw || draft.refused) return;
  const of = storedDatum(datum);
  const { values, doubts } = draft;
  const source = values['locationSource'] as { text: string } | undefined;
  values['location'] = toWgs84(draft.raw.lng, draft.raw.lat, of);
  values['locationSource'] = { datum: of, text: source?.text ?? `${draft.raw.lng}, ${draft.raw.lat}` };
  doubts.splice(0, doubts.length, ...doubts.filter((entry) => !datumDoubts.includes(entry.code)));
  if (of === 'GCJ-02' || of === 'BD-09') doubts.push(doubt(of === 'GCJ-02' ? 'datum_gcj02' : 'datum_bd09', 'location', source?.text ?? ''));
}

/** Takes places and boundaries off that lie far outside the township; the text of a place stays. */
function dropOutside(groups: readonly PlaceGroup[], hints: PlaceHints): void {
  const drafts = groups.flatMap((group) => (group.view.noun === 'asset' ? group.drafts : []));
  const points = [...hints.points];
  for (const draft of drafts) if (!draft.refused && draft.values['location']) points.push(draft.values['location'] as Location);
  const around = surroundingsOf(points, hints.centre);
  for (const draft of drafts) {
    const location = draft.values['location'] as Location | undefined;
    if (!location || !isOutside(location, around)) continue;
    delete draft.values['location'];
    delete draft.values['boundary'];
    delete draft.drawnArea;
    delete draft.raw;
    const keep = draft.doubts.filter((entry) => !['coord_swapped', ...datumDoubts].includes(entry.code));
    draft.doubts.splice(0, draft.doubts.length, ...keep, doubt('coord_outside', 'location', (draft.values['locationSource'] as { text: string } | undefined)?.text ?? ''));
  }
}
