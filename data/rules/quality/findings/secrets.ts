import type { Asset } from '../../../schema/asset.js';
import { fieldsOfCategory, isSeenBy, type FieldDefinition } from '../../../schema/fields.js';
import { text } from '../../../schema/text.js';
import { categories, type Category } from '../../../schema/vocabularies.js';
import { plain } from '../../import/cell.js';
import { reader } from '../read.js';
import { found, nothing, type Found, type Rule } from '../rule.js';

interface Source { readonly entry: FieldDefinition; readonly read: (asset: Asset) => unknown }
/** Kinds of public fields in which a person writes freely. The public contact has a rule of its own. */
const written = new Set<FieldDefinition['kind']>(['text', 'long-text', 'bilingual', 'tags', 'media']);
const sources = Object.fromEntries(categories.values.map((category) => [
  category, fieldsOfCategory(category).filter((entry) => written.has(entry.kind) && isSeenBy('public', entry)).map((entry): Source => ({ entry, read: reader(entry.path) })),
])) as unknown as Readonly<Record<Category, readonly Source[]>>;

/** The texts of a public value: a text, both languages, each tag, each caption. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap((item) => (typeof item === 'object' && item !== null ? textsOf((item as { caption?: unknown }).caption) : textsOf(item)));
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

/** Calls `test` on each public text; answers with what it found, one finding a field. */
function inPublicTexts(asset: Asset, test: (words: string) => string | undefined, say: (label: { zh: string; en: string }, hit: string, path: string) => readonly Found[]): readonly Found[] {
  return sources[asset.category].flatMap(({ entry, read }) => {
    for (const words of textsOf(read(asset))) {
      const hit = test(words);
      if (hit !== undefined) return say(entry.label, hit, entry.path);
    }
    return nothing;
  });
}

const mobile = /(?<!\d)(?:\+?86[-\s]?)?1[3-9]\d[-\s]?\d{4}[-\s]?\d{4}(?!\d)/;
/** An identity number of 18 places whose middle is a day of birth (GB 11643). */
const identity = /(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dXx])/;
const reserveWords = /(?:底价|最低价|最低可|保留价|心理价位|起拍价|reserve price|bottom price)[^，。；,.;]{0,8}\d/i;
/** The first and last figures alone, so that a report on a leak is not another one. */
const masked = (hit: string) => { const bare = hit.replace(/\s/g, ''); return `${bare.slice(0, 3)}****${bare.slice(-2)}`; };
const digitsOf = (words: string) => words.replace(/\D/g, '');

/** What nobody outside may read, found where everybody can: nothing of it leaves the house (个人信息保护法 for the personal part). */
export const secretRules: readonly Rule[] = [
  {
    code: 'leaked-phone', level: 'blocks', label: text('公开文字里有私人电话', 'Private phone in public text'),
    find: (asset) => {
      const own = digitsOf(asset.contact?.phone ?? '');
      const test = (words: string) => mobile.exec(words.normalize('NFKC'))?.[0] ?? (own.length >= 7 && /\d{3}/.test(words) && digitsOf(words).includes(own) ? own : undefined);
      return inPublicTexts(asset, test, (label, hit, path) => found(path, `「${label.zh}」对外公开，里面写了电话 ${masked(hit)}；请移到「联系人」，公开处只写单位电话。`, `“${label.en}” is public and holds the phone ${masked(hit)}; move it to the contact and give the office line in public.`));
    },
  },
  {
    code: 'leaked-identity', level: 'blocks', label: text('公开文字里有身份证号', 'Identity number in public text'),
    find: (asset) => inPublicTexts(asset, (words) => (words.length >= 18 ? identity.exec(words.normalize('NFKC'))?.[0] : undefined), (label, hit, path) => found(path, `「${label.zh}」对外公开，里面写了身份证号 ${masked(hit)}，请删去。`, `“${label.en}” is public and holds the identity number ${masked(hit)}; take it out.`)),
  },
  {
    code: 'leaked-reserve', level: 'blocks', label: text('公开文字里有底价', 'Reserve price in public text'),
    find: (asset) => {
      const reserve = plain(asset.reservePrice ?? '');
      // A bare small figure would be found everywhere.
      const wanted = /\d/.test(reserve) && (/[^\d.,]/.test(reserve) || digitsOf(reserve).length >= 4) ? reserve : undefined;
      const holds = (words: string) => {
        if (wanted === undefined) return false;
        const at = plain(words).indexOf(wanted);
        return at >= 0 && !/[\d.,]/.test(plain(words).charAt(at - 1)) && !(/\d$/.test(wanted) && /[\d.]/.test(plain(words).charAt(at + wanted.length)));
      };
      return inPublicTexts(asset, (words) => (/\d/.test(words) && (reserveWords.test(words) || holds(words)) ? words : undefined), (label, _hit, path) => found(path, `「${label.zh}」对外公开，里面写出了底价，请删去；底价只写在「底价」一栏。`, `“${label.en}” is public and tells the reserve price; take it out. It belongs in its own field alone.`));
    },
  },
  {
    code: 'public-mobile', level: 'doubt', label: text('公开联系方式像个人手机', 'Public contact looks private'),
    find: (asset) => {
      const phone = asset.publicContact?.phone ?? '';
      return /^(?:86|0086)?1[3-9]\d{9}$/.test(digitsOf(phone)) ? found('publicContact', `公开联系方式 ${masked(phone)} 像个人手机，请改用单位电话，或取得本人同意（《个人信息保护法》）。`, `The public contact ${masked(phone)} looks like a private mobile; give the office line, or have the person’s consent (Personal Information Protection Law).`) : nothing;
    },
  },
];
