import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { brochureRequestSchema, geoFormats, mapFormats, posterRequestSchema, tableFormats, tableRequestSchema, webFormats, webRequestSchema, type BrochureRequest, type FilmRequest, type GeoRequest, type MapRequest, type PosterRequest, type SlidesRequest, type TableRequest, type WebRequest } from '../../data/contract.js';
import { exchangeRequestSchema, sliceRequestSchema, type ExchangeRequest, type SliceRequest } from '../../data/contract/exchange.js';
import { filmFormats, filmSeconds, filmSecondsSchema, filmSizeNames } from '../../data/schema/film.js';
import { packDatums } from '../../data/schema/map-pack.js';
import { mapPapers, mapPrintSchema, posterPapers } from '../../data/schema/map-print.js';
import { slideLanguages } from '../../data/rules/slides/slide-words.js';
import { text, type Text } from '../../data/schema/text.js';
import { isServerAddress } from '../storage/server/address.js';

type Request = TableRequest | MapRequest | GeoRequest | SlidesRequest | WebRequest | PosterRequest | BrochureRequest | FilmRequest | ExchangeRequest | SliceRequest;
interface OnLedger { readonly ledger: string; readonly json: boolean }
/** One command as it was typed, with folders and files as absolute paths. */
export type Command =
  | { readonly kind: 'help' }
  | (OnLedger & { readonly kind: 'import'; readonly files: readonly string[]; readonly dryRun: boolean; readonly remembered: boolean; readonly attachPhotos: boolean; /** Of an exchange file: whose word counts where both desks changed one thing. */ readonly take?: 'mine' | 'theirs' })
  | (OnLedger & { readonly kind: 'list'; readonly noun: 'assets' | 'projects' })
  | (OnLedger & { readonly kind: 'export'; readonly request: Request; readonly out: string; readonly music?: string; readonly poster?: string })
  | (OnLedger & { readonly kind: 'check' })
  | (OnLedger & { readonly kind: 'call'; readonly name: string; readonly input: unknown });

/** Raised for anything that was typed wrongly; the sentence says what. */
export class WrongUsage extends Error {
  constructor(readonly text: Text) {
    super(text.en);
  }
}

const all = { ledger: { type: 'string' }, json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const;
const optionsOf = {
  help: all,
  import: { ...all, 'dry-run': { type: 'boolean' }, remembered: { type: 'boolean' }, 'attach-photos': { type: 'boolean' }, take: { type: 'string' } },
  list: all,
  export: { ...all, format: { type: 'string' }, audience: { type: 'string' }, out: { type: 'string' }, language: { type: 'string' }, encoding: { type: 'string' }, paper: { type: 'string' }, orientation: { type: 'string' }, style: { type: 'string' }, title: { type: 'string' }, extent: { type: 'string' }, datum: { type: 'string' }, tour: { type: 'string' }, ids: { type: 'string' }, columns: { type: 'string' }, group: { type: 'string' }, since: { type: 'string' }, 'field-notes': { type: 'boolean' }, dedication: { type: 'string' }, bleed: { type: 'boolean' }, size: { type: 'string' }, seconds: { type: 'string' }, music: { type: 'string' }, poster: { type: 'string' }, villages: { type: 'string' }, categories: { type: 'string' }, contacts: { type: 'boolean' }, 'blank-rows': { type: 'string' } },
  check: all,
  call: all,
} as const;
type Kind = keyof typeof optionsOf;
type Values = Readonly<Record<string, string | boolean | undefined>>;

const missing = (what: string) => new WrongUsage(text(`缺少 ${what}。`, `${what} is missing.`));

function oneOf<const Choice extends string>(value: unknown, name: string, choices: readonly Choice[], otherwise?: Choice): Choice {
  if (value === undefined && otherwise !== undefined) return otherwise;
  if (value === undefined) throw missing(name);
  const found = choices.find((choice) => choice === value);
  if (!found) throw new WrongUsage(text(`${name} 只能是 ${choices.join(' 或 ')}，不是「${String(value)}」。`, `${name} is ${choices.join(' or ')}, not “${String(value)}”.`));
  return found;
}

/** A folder or file that an option names. */
function pathOf(values: Values, option: string, folder: string): string {
  const value = values[option];
  if (typeof value !== 'string' || value === '') throw missing(`--${option}`);
  return resolve(folder, value);
}

/** The files that go with a film: its music, and where its poster is to be put. */
const besides = (values: Values, folder: string) => ({
  ...(values['music'] === undefined ? {} : { music: pathOf(values, 'music', folder) }), ...(values['poster'] === undefined ? {} : { poster: pathOf(values, 'poster', folder) }),
});

function atMost(words: readonly string[], count: number): void {
  if (words.length > count) throw new WrongUsage(text(`多出「${words.slice(count).join(' ')}」。`, `“${words.slice(count).join(' ')}” is too much.`));
}

function inputOf(written: string | undefined): unknown {
  if (written === undefined) return {};
  try {
    return JSON.parse(written);
  } catch {
    throw new WrongUsage(text('调用的参数不是 JSON；注意用引号把它包起来。', 'The input of the call is not JSON; mind the quotes around it.'));
  }
}

function read(kind: Kind, args: string[]): { values: Values; words: readonly string[] } {
  try {
    const { values, positionals } = parseArgs({ args, options: optionsOf[kind], strict: true, allowPositionals: true });
    return { values: values as Values, words: positionals };
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw new WrongUsage(text(`选项不对：${said}`, `Wrong option: ${said}`));
  }
}

/** The words of an option that takes several, with commas between. */
const listOf = (value: unknown) => (typeof value === 'string' ? value.split(',').map((word) => word.trim()).filter(Boolean) : undefined);

/** What `export map` is to print. A picture is laid out for a screen where no paper is named. */
function mapRequestOf(values: Values): MapRequest {
  const format = oneOf(values['format'], '--format', mapFormats);
  const extent = typeof values['extent'] === 'string' ? values['extent'].split(',').map(Number) : undefined;
  const map = mapPrintSchema.safeParse({
    paper: oneOf(values['paper'], '--paper', mapPapers, format === 'pdf' ? 'A3' : 'screen'),
    orientation: oneOf(values['orientation'], '--orientation', ['landscape', 'portrait'], 'landscape'),
    style: oneOf(values['style'], '--style', ['paper', 'night'], 'paper'),
    ...(extent ? { extent } : {}), ...(values['title'] === undefined ? {} : { title: values['title'] }),
  });
  if (!map.success) throw new WrongUsage(map.error.issues[0]?.path[0] === 'title'
    ? text('--title 最多 40 个字。', '--title takes at most 40 letters.')
    : text('--extent 要写成「西,南,东,北」四个度数，例如 119.84,29.75,120.02,29.91。', '--extent takes west,south,east,north in degrees, as 119.84,29.75,120.02,29.91.'));
  return { kind: 'map', format, audience: oneOf(values['audience'], '--audience', ['internal', 'public']), language: oneOf(values['language'], '--language', ['zh', 'en'], 'zh'), map: map.data };
}

/** What `export geo` is to write. */
const geoRequestOf = (values: Values): GeoRequest => ({
  kind: 'geo', format: oneOf(values['format'], '--format', geoFormats), audience: oneOf(values['audience'], '--audience', ['internal', 'public']),
  language: oneOf(values['language'], '--language', ['zh', 'en'], 'zh'), datum: oneOf(values['datum'], '--datum', packDatums, 'WGS-84'),
});

/** What `export slides` is to make. */
function slidesRequestOf(values: Values): SlidesRequest {
  const { tour } = values;
  return {
    kind: 'slides', format: oneOf(values['format'], '--format', ['pptx']), audience: oneOf(values['audience'], '--audience', ['internal', 'public']),
    language: oneOf(values['language'], '--language', slideLanguages, 'zh'), ...(typeof tour === 'string' ? { tourId: tour } : {}),
  };
}

/** What `export web` is to make. A page that is handed out is public, so --audience may be left out but not be another. */
function webRequestOf(values: Values): WebRequest {
  const ids = listOf(values['ids']);
  const request = webRequestSchema.safeParse({
    kind: 'web', format: oneOf(values['format'], '--format', webFormats, 'zip'), audience: oneOf(values['audience'], '--audience', ['public'], 'public'),
    language: oneOf(values['language'], '--language', ['zh', 'en'], 'zh'), ...(values['title'] === undefined ? {} : { title: values['title'] }),
    ...(ids ? { ids } : {}),
  });
  if (!request.success) throw new WrongUsage(text('--title 最多 40 个字。', '--title takes at most 40 letters.'));
  return request.data;
}

/** What `export film` is to make. */
function filmRequestOf(values: Values): FilmRequest {
  const { tour } = values;
  const seconds = values['seconds'] === undefined ? undefined : filmSecondsSchema.safeParse(Number(values['seconds']));
  if (seconds && !seconds.success) throw new WrongUsage(text(`--seconds 要写 ${filmSeconds.least} 到 ${filmSeconds.most} 之间的整数。`, `--seconds takes a whole number from ${filmSeconds.least} to ${filmSeconds.most}.`));
  return {
    kind: 'film', format: oneOf(values['format'], '--format', filmFormats), audience: oneOf(values['audience'], '--audience', ['internal', 'public']), language: oneOf(values['language'], '--language', slideLanguages, 'zh'),
    size: oneOf(values['size'], '--size', filmSizeNames, '1080p'), ...(typeof tour === 'string' ? { tourId: tour } : {}), ...(seconds ? { seconds: seconds.data } : {}),
  };
}

/** What `export brochure` is to make. */
function brochureRequestOf(values: Values): BrochureRequest {
  const { title, dedication } = values;
  const ids = listOf(values['ids']);
  const request = brochureRequestSchema.safeParse({
    kind: 'brochure', format: oneOf(values['format'], '--format', ['pdf'], 'pdf'), audience: oneOf(values['audience'], '--audience', ['internal', 'public']),
    language: oneOf(values['language'], '--language', slideLanguages, 'zh'), bleed: values['bleed'] === true, ...(ids ? { ids } : {}),
    ...(title === undefined ? {} : { title }), ...(dedication === undefined ? {} : { dedication }),
  });
  if (!request.success) throw new WrongUsage(text('--title 最多 40 个字，--dedication 最多 60 个字。', '--title takes at most 40 letters, --dedication at most 60.'));
  return request.data;
}

/** What `export projects` and `export ledger` are to write. */
function tableRequestOf(kind: 'projects' | 'ledger', values: Values): TableRequest {
  const [columns, ids] = [listOf(values['columns']), listOf(values['ids'])];
  const request = tableRequestSchema.safeParse({
    kind, format: oneOf(values['format'], '--format', tableFormats), audience: oneOf(values['audience'], '--audience', ['internal', 'public']),
    language: oneOf(values['language'], '--language', ['zh', 'en'], 'zh'), encoding: oneOf(values['encoding'], '--encoding', ['utf-8', 'gbk'], 'utf-8'),
    ...(columns ? { columns } : {}), ...(ids ? { ids } : {}), ...(values['group'] === undefined ? {} : { group: values['group'] }), ...(values['since'] === undefined ? {} : { since: values['since'] }),
    ...(values['field-notes'] === true ? { fieldNotes: true } : {}),
  });
  if (request.success) return request.data;
  throw new WrongUsage(request.error.issues[0]?.path[0] === 'since'
    ? text('--since 要写成一天，例如 2026-03-01。', '--since takes a day, as 2026-03-01.')
    : text('--columns 要写成逗号隔开的栏目，例如 code,name,village。', '--columns takes columns with commas between, as code,name,village.'));
}

/** What `export poster` is to draw. A poster hangs where anybody passes by, so --audience may be left out but not be another. */
function posterRequestOf(values: Values): PosterRequest {
  const ids = listOf(values['ids']);
  const request = posterRequestSchema.safeParse({
    kind: 'poster', format: oneOf(values['format'], '--format', mapFormats), audience: oneOf(values['audience'], '--audience', ['public'], 'public'),
    language: oneOf(values['language'], '--language', ['zh', 'en'], 'zh'), paper: oneOf(values['paper'], '--paper', posterPapers, 'A2'),
    ...(values['title'] === undefined ? {} : { title: values['title'] }), ...(ids ? { ids } : {}),
  });
  if (!request.success) throw new WrongUsage(text('--title 最多 20 个字。', '--title takes at most 20 letters.'));
  return request.data;
}

/** The part of the ledger that `export exchange` and `export slice` take; with nothing said all of it. */
function partOf(values: Values) {
  const [villages, categories, ids] = [listOf(values['villages']), listOf(values['categories']), listOf(values['ids'])];
  return { ...(villages ? { villages } : {}), ...(categories ? { categories } : {}), ...(ids ? { ids } : {}) };
}
const wrongPart = () => new WrongUsage(text('--categories 要写 forest、farmland、hydropower、house、hall、other 中的几项，--ids 要写资产标识，--blank-rows 要写 0 到 200 之间的整数。', '--categories takes forest, farmland, hydropower, house, hall or other; --ids identities of assets; --blank-rows a whole number from 0 to 200.'));

/** What `export exchange` is to carry. */
function exchangeRequestOf(values: Values): ExchangeRequest {
  const request = exchangeRequestSchema.safeParse({ kind: 'exchange', audience: oneOf(values['audience'], '--audience', ['internal', 'public']), part: partOf(values) });
  if (!request.success) throw wrongPart();
  return request.data;
}

/** What `export slice` is to ask for. */
function sliceRequestOf(values: Values): SliceRequest {
  const columns = listOf(values['columns']);
  const request = sliceRequestSchema.safeParse({
    kind: 'slice', audience: oneOf(values['audience'], '--audience', ['internal', 'public'], 'public'), part: partOf(values), contacts: values['contacts'] === true,
    ...(columns ? { columns } : {}), ...(values['blank-rows'] === undefined ? {} : { blankRows: Number(values['blank-rows']) }),
  });
  if (!request.success) throw wrongPart();
  return request.data;
}

/** What each output is to be. */
const requestsOf = {
  projects: (values: Values) => tableRequestOf('projects', values), ledger: (values: Values) => tableRequestOf('ledger', values),
  map: mapRequestOf, geo: geoRequestOf, slides: slidesRequestOf, web: webRequestOf, poster: posterRequestOf, brochure: brochureRequestOf, film: filmRequestOf, exchange: exchangeRequestOf, slice: sliceRequestOf,
} as const satisfies Readonly<Record<string, (values: Values) => Request>>;
const outputWords = Object.keys(requestsOf) as (keyof typeof requestsOf)[];

/** Reads a command line. Throws WrongUsage. */
export function parseCommand(args: readonly string[], folder: string): Command {
  const [first, ...rest] = args;
  if (first === '--help' || first === '-h') return { kind: 'help' };
  if (first === undefined) throw new WrongUsage(text('缺少命令。', 'A command is missing.'));
  if (!Object.hasOwn(optionsOf, first)) throw new WrongUsage(text(`没有「${first}」这个命令。`, `There is no command “${first}”.`));
  const kind = first as Kind;
  const { values, words } = read(kind, rest);
  if (kind === 'help' || values['help']) return { kind: 'help' };
  const ledger = typeof values['ledger'] === 'string' && isServerAddress(values['ledger']) ? values['ledger'] : pathOf(values, 'ledger', folder);
  const json = values['json'] === true;
  const [word] = words;
  switch (kind) {
    case 'import':
      if (words.length === 0) throw missing('FILE');
      return { kind, files: words.map((file) => resolve(folder, file)), dryRun: values['dry-run'] === true, remembered: values['remembered'] === true, attachPhotos: values['attach-photos'] === true, ...(values['take'] === undefined ? {} : { take: oneOf(values['take'], '--take', ['mine', 'theirs']) }), ledger, json };
    case 'list':
      atMost(words, 1);
      return { kind, noun: oneOf(word, 'list', ['assets', 'projects']), ledger, json };
    case 'export':
      atMost(words, 1);
      return { kind, ledger, json, request: requestsOf[oneOf(word, 'export', outputWords)](values), out: pathOf(values, 'out', folder), ...besides(values, folder) };
    case 'check':
      atMost(words, 0);
      return { kind, ledger, json };
    case 'call':
      if (word === undefined) throw missing('NAME');
      atMost(words, 2);
      return { kind, name: word, input: inputOf(words[1]), ledger, json };
  }
}
