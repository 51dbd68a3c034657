import type { Location } from '../../../data/schema/common.js';

/** What a camera noted in a photo. */
export interface PhotoNotes {
  /** EXIF orientation, 1 (upright) to 8. */
  readonly orientation: number;
  /** By the camera's own clock: 2024-03-08T10:11:12. */
  readonly takenAt?: string;
  /** WGS-84, as EXIF has it. */
  readonly location?: Location;
}

const wanted = {
  pick: ['Orientation', 'DateTimeOriginal', 'CreateDate', 'GPSLatitude', 'GPSLatitudeRef', 'GPSLongitude', 'GPSLongitudeRef'],
  translateValues: false, reviveValues: false, xmp: false, icc: false, iptc: false, jfif: false,
};

/** 2024:03:08 10:11:12, as EXIF writes a time, in the form that ledgers use; nothing for a clock that was never set. */
function timeOf(value: unknown): string | undefined {
  const [, year, month, day, time] = /^(\d{4})[:-](\d\d)[:-](\d\d)[ T](\d\d:\d\d:\d\d)/.exec(String(value ?? '')) ?? [];
  const isReal = Number(year) >= 1990 && Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31;
  return isReal ? `${year}-${month}-${day}T${time}` : undefined;
}

/** A place on Earth that is not the empty 0, 0 which cameras without a fix write. */
function placeOf(lng: unknown, lat: unknown): Location | undefined {
  if (typeof lng !== 'number' || typeof lat !== 'number' || !Number.isFinite(lng) || !Number.isFinite(lat)) return undefined;
  if (Math.abs(lat) > 90 || Math.abs(lng) > 180 || (lng === 0 && lat === 0)) return undefined;
  return { lng: Math.round(lng * 1e7) / 1e7, lat: Math.round(lat * 1e7) / 1e7 };
}

/** Reads the notes of a JPEG, or of a TIFF block; what cannot be read counts as not there. */
export async function readNotes(bytes: Uint8Array): Promise<PhotoNotes> {
  const { default: exifr } = await import('exifr');
  const found = await exifr.parse(bytes, wanted).catch(() => undefined) as Readonly<Record<string, unknown>> | undefined;
  const orientation = Number(found?.['Orientation'] ?? 1);
  const takenAt = timeOf(found?.['DateTimeOriginal'] ?? found?.['CreateDate']);
  const location = placeOf(found?.['longitude'], found?.['latitude']);
  return { orientation: orientation >= 1 && orientation <= 8 ? orientation : 1, ...(takenAt ? { takenAt } : {}), ...(location ? { location } : {}) };
}
