import { create } from 'zustand';
import { assetFields } from '../../../../data/schema/fields.js';

export const formTabs = ['fields', 'place', 'media', 'history'] as const;
export type FormTab = (typeof formTabs)[number];

/** How the form is looked at. It stays while a person goes from asset to asset and from page to page. */
interface FormView {
  readonly tab: FormTab;
  /** The width that was dragged, in pixels; nothing for the usual one. */
  readonly width: number | null;
  /** It covers the whole page. */
  readonly whole: boolean;
}
export const useFormView = create<FormView>(() => ({ tab: 'fields', width: null, whole: false }));

export const showTab = (tab: FormTab) => useFormView.setState({ tab });
export const setWhole = (whole: boolean) => useFormView.setState({ whole });

export const narrowest = 440;
/** So much of the table stays in sight, in pixels. */
const tableLeft = 320;
/** A width that leaves room for the table beside it; `room` is the width of both. */
export const fittingWidth = (width: number, room: number) => Math.round(Math.max(narrowest, Math.min(width, room - tableLeft)));
export const setWidth = (width: number | null) => useFormView.setState({ width });

/** The field of the form that a path leads to: words as they once came stand with the value they came for. */
export function fieldOfPath(path: string): string {
  if (path === 'locationSource') return 'location';
  const plain = path.replace(/Text$/, '');
  return assetFields.some((entry) => entry.path === plain) ? plain : path;
}

/** The tab on which a field is edited. */
export function tabOfPath(path: string): FormTab {
  const kind = assetFields.find((entry) => entry.path === fieldOfPath(path))?.kind;
  if (kind === 'point' || kind === 'geometry') return 'place';
  return kind === 'media' ? 'media' : 'fields';
}

/** The fields that have a tab of their own, and so are not listed among the others. */
export const fieldsElsewhere: readonly string[] = assetFields.filter((entry) => entry.kind !== 'system' && tabOfPath(entry.path) !== 'fields').map((entry) => entry.path);
