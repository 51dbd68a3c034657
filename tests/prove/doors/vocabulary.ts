import { join } from 'node:path';
import type { CallName } from '../../../data/contract.js';
import { assetFields, projectFields } from '../../../data/schema/fields.js';
import type { LedgerData } from '../../../data/schema/ledger.js';

/** What an identity is of, told by its form. */
const kindOfId = (id: string) => (/^[0-9A-HJKMNP-TV-Z]{26}$/.test(id) ? 'record' : /^[a-f0-9]{64}\./.test(id) ? 'media' : /^ledger-\d/.test(id) ? 'point' : 'pack');
/** The kind of what a call names by `id`. */
const namedBy: readonly (readonly [RegExp, string])[] = [[/^media\./, 'media'], [/^maps\./, 'pack'], [/^backup\./, 'point']];
const most = 12;

/** Words that mean something to the program: identities that exist, folders that are there, files that can be read. They grow with what calls answer. */
export class Vocabulary {
  readonly #ids = new Map<string, string[]>();
  readonly #names = ['新乡', '..', 'con', 'a/b', '*', '账本 2', 'x'.repeat(60), '\u0000'];
  readonly #fields: readonly string[];
  readonly #folders: readonly string[];
  readonly #files: readonly string[];

  /** Nothing outside `place`: what calls make of these paths, they make for real. */
  constructor(data: LedgerData, place: string) {
    this.#ids.set('asset', data.assets.slice(0, 8).map(({ id }) => id));
    this.#ids.set('tour', data.tours.map(({ id }) => id));
    this.#ids.set('record', [...data.assets.slice(0, 5), ...data.projects.slice(0, 3), ...data.tours].map(({ id }) => id).concat('profile'));
    this.#folders = ['places', 'places/gone', 'files/a.csv', 'ledger', 'home', 'places/\u0000', `places/${'x'.repeat(300)}`, 'places/./../places', 'nowhere/at/all'].map((path) => join(place, path));
    this.#files = ['files/a.pmtiles', 'files/a.pmtiles', 'files/bad.mbtiles', 'files/a.csv', 'places', 'files/none'].map((path) => join(place, path));
    this.#fields = [...assetFields, ...projectFields].map(({ path }) => path).concat('__proto__', 'constructor.prototype', 'detail', 'location.lng', 'photos.0.id', 'boundary', 'maps', 'villages', 'stops', 'name.zh');
  }

  /** Remembers every identity that an answer names; the newest of each kind. */
  learn(value: unknown): void {
    for (const [, key, id] of JSON.stringify(value ?? null).matchAll(/"(jobId|planId|id|uploadId|inspectionId|comparisonId)":"([^"]{1,80})"/g)) {
      const kind = key === 'id' ? kindOfId(id as string) : (key as string);
      const known = this.#ids.get(kind) ?? [];
      if (!known.includes(id as string)) this.#ids.set(kind, [...known, id as string].slice(-most));
    }
  }

  /** Words for a key of a call's input. */
  wordsFor(call: CallName, key: string): readonly string[] {
    const ids = (kind: string) => this.#ids.get(kind) ?? [];
    if (key === 'parent' || key === 'folder') return this.#folders;
    if (key === 'path' && call.startsWith('maps.')) return this.#files;
    if (['path', 'columns', 'gap', 'group'].includes(key)) return this.#fields;
    if (key === 'name') return this.#names;
    if (key === 'id') return ids(namedBy.find(([form]) => form.test(call))?.[1] ?? (call === 'desk.apply' || call === 'history.ofRecord' ? 'record' : 'asset'));
    if (/^(ids|assetId|assetIds)$/.test(key)) return ids('asset');
    if (key === 'tourId') return ids('tour');
    if (key === 'uploadIds' || key === 'music') return ids('uploadId');
    if (key === 'original') return ids('media');
    return /^(jobId|planId|inspectionId|comparisonId)$/.test(key) ? ids(key) : [];
  }
}
