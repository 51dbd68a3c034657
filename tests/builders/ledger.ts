import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assetSchemas, type Asset } from '../../data/schema/asset.js';
import type { ChangeDraft, ChangeEntry } from '../../data/schema/change.js';
import { profileId, type LedgerData, type NounName } from '../../data/schema/ledger.js';
import { profileSchema, type Profile } from '../../data/schema/profile.js';
import { projectSchema, type Project } from '../../data/schema/project.js';
import { categories, cooperations, ownerships, statuses, utilities, type Category } from '../../data/schema/vocabularies.js';

const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** An identity made from a number: valid, the same every time, in order. `kind` keeps nouns apart. */
export function idOf(number: number, kind: 'A' | 'P' = 'A'): string {
  let rest = number;
  let id = '';
  for (let at = 0; at < 12; at += 1) {
    id = (digits[rest % 32] as string) + id;
    rest = Math.floor(rest / 32);
  }
  return `01J9Z3K${kind}000000${id}`;
}

let made = 0;
/** A number that no earlier call gave; so two built records never share an identity. */
const nextNumber = () => 900_000_000 + (made += 1);

type AssetOf<C extends Category> = Extract<Asset, { category: C }>;

/** An asset of a category that satisfies its schema, with little in it. */
export function buildAsset<C extends Category = 'house'>(category: C = 'house' as C, overrides: Partial<AssetOf<C>> = {}): AssetOf<C> {
  const number = nextNumber();
  const record = {
    id: idOf(number), revision: 1, updatedAt: '2026-03-01T08:00:00.000Z', code: `XS-${number}`, name: `溪边${number}号`, village: '溪口村',
    location: { lng: 119.93, lat: 29.83 }, status: 'idle', category, detail: {}, ...overrides,
  };
  return assetSchemas[category].parse(record) as AssetOf<C>;
}

/** A project that satisfies its schema. */
export function buildProject(overrides: Partial<Project> = {}): Project {
  const number = nextNumber();
  return projectSchema.parse({ id: idOf(number, 'P'), revision: 1, updatedAt: '2026-03-01T08:00:00.000Z', code: `PJ-${number}`, name: `项目${number}`, ...overrides });
}

export function buildProfile(overrides: Partial<Profile> = {}): Profile {
  return profileSchema.parse({ name: { zh: '示例乡', en: 'Shili' }, villages: villages.slice(0, 11), centre: { lng: 119.93, lat: 29.83 }, ...overrides });
}

const villages = ['溪口村', '上坞村', '石桥村', '梅坞村', '茶坪村', '白云村', '前山村', '里湖村', '大溪村', '竹园村', '桐树村'];
const words = ['溪', '山', '云', '竹', '茶', '梅', '石', '桥', '坞', '湖', '松', '岭', '田', '泉', '水', '木', '林', '月', '村', '坪'];

/** Numbers in [0, 1) that are the same at every run (a linear congruential generator, modulus 2^32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

const details: Readonly<Record<Category, (random: () => number) => object>> = {
  forest: (random) => ({ treeSpecies: '杉木、毛竹', stockVolume: Math.round(random() * 5000), canopyDensity: 0.7, slope: '15°–25°', elevation: '320–480', compartment: '12 林班 3 小班' }),
  farmland: () => ({ landType: '水田', quality: '六等', basicFarmland: true, irrigation: '自流灌溉', planting: '单季稻' }),
  hydropower: (random) => ({ capacityKw: 50 + Math.round(random() * 800), annualOutputKwh: Math.round(random() * 3_000_000), headM: 42, river: '大溪', builtYear: 1978, waterPermitExpiry: '2027-06-30' }),
  house: () => ({ structure: '砖木', floors: 2, builtYear: 1956, repair: '需修缮', currentUse: '空置' }),
  hall: (random) => ({ capacity: 100 + Math.round(random() * 300), structure: '砖混', floors: 1, facilities: '舞台、音响', opening: '预约开放' }),
  other: () => ({ structure: '钢结构', floors: 1, currentUse: '堆放杂物' }),
};

/**
 * A ledger with so many assets around 119.93° E, 29.83° N, about 1.5 kB of JSON each: the same records for the same number, and
 * built without the schema, which is what makes 100,000 of them quick. Every record satisfies it; a test says so.
 */
export function buildLedgerData({ assets = 60, projects = 12 }: { assets?: number; projects?: number } = {}): LedgerData {
  const random = seeded(20_260_301);
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
  const name = () => `${pick(words)}${pick(words)}${pick(words)}`;
  const list: Asset[] = [];
  for (let number = 0; number < assets; number += 1) {
    const category = categories.values[number % categories.values.length] as Category;
    const lng = Number((119.93 + (random() - 0.5) * 0.24).toFixed(6));
    const lat = Number((29.83 + (random() - 0.5) * 0.2).toFixed(6));
    const siteArea = Math.round(60 + random() * 90_000);
    const half = Math.sqrt(siteArea) / 111_000 / 2;
    const corner = (x: number, y: number) => [Number((lng + x * half).toFixed(6)), Number((lat + y * half).toFixed(6))];
    list.push({
      id: idOf(number), revision: 1, updatedAt: '2026-03-01T08:00:00.000Z', updatedBy: '资产管理员',
      source: { file: '闲置资产总台账.xlsx', sheet: '台账', row: number + 4 },
      code: `XS-${String(number + 1).padStart(6, '0')}`, name: `${name()}${number + 1}号`, village: pick(villages), address: `${name()}自然村 ${1 + Math.floor(random() * 90)} 号`,
      location: { lng, lat }, locationSource: { datum: 'CGCS2000', text: `${lng}, ${lat}` },
      boundary: { type: 'Polygon', coordinates: [[corner(-1, -1), corner(1, -1), corner(1.2, 0.2), corner(1, 1), corner(-1, 1), corner(-1, -1)]] },
      siteArea, siteAreaText: `${(siteArea / 666.67).toFixed(2)}亩`, ownership: pick(ownerships.values), owner: `${pick(villages)}股份经济合作社`,
      certificateNo: `浙（2021）不动产权第${String(100_000 + number)}号`, landUse: '农村集体建设用地', constraints: number % 7 === 0 ? ['生态红线外', '需环评'] : [],
      status: pick(statuses.values), statusText: '闲置中', idleSince: '2019-05', cooperation: [pick(cooperations.values)], term: '10–20年', priceText: '面议',
      price: { yuan: Math.round(random() * 200_000), basis: 'year' }, utilities: [pick(utilities.values)], distanceToHighwayKm: Math.round(random() * 300) / 10,
      suggestedUses: ['民宿', '研学'], highlights: { zh: `${name()}环抱，临溪而立，适合做乡村民宿与研学基地，停车方便，步行十分钟到${pick(villages)}。`, en: 'By the stream, among tea gardens; ten minutes on foot from the village.' },
      photos: [{ id: `${String(number).padStart(64, '0')}.jpg`, width: 1600, height: 1200, caption: { zh: '外观' } }], videos: [], documents: [],
      contact: { name: `${pick(words)}师傅`, phone: `1380000${String(number % 10_000).padStart(4, '0')}` }, notes: `${name()}，${name()}，实地看过两次，屋面需翻修。`, surveyedAt: '2025-11-20',
      category, detail: details[category](random),
    } as unknown as Asset);
  }
  const all = Array.from({ length: Math.min(projects, Math.max(assets, 1) * 2) }, (_, number): Project => ({
    id: idOf(number, 'P'), revision: 1, updatedAt: '2026-03-01T08:00:00.000Z', code: `PJ-${number + 1}`, name: `${name()}文旅综合体${number + 1}`, location: pick(villages),
    content: '改造老屋十二栋，新建步道三公里，配套停车场与游客驿站。', investment: Math.round(random() * 20_000), horizon: number % 2 === 0 ? 'near' : 'far',
    scale: number % 3 === 0 ? 'large' : 'small', sector: '文旅', stage: 'talking', cooperation: ['lease'],
    assetIds: list.length === 0 ? [] : [...new Set([pick(list).id, pick(list).id])], officer: '王副乡长',
  }));
  return { profile: buildProfile({ sample: true }), assets: list, projects: all, tours: [] };
}

/** A folder of this test's own, and what removes it again. */
export async function temporaryFolder(): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'xishan-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** A draft of one change, as a person at the desk would make it. */
export const draftOf = (...entries: ChangeEntry[]): ChangeDraft => ({ by: '王小溪', label: { zh: '修改', en: 'Edit' }, entries });

const entryIdOf = (record: object) => ('id' in record ? String(record.id) : profileId);
export const setEntry = (noun: NounName, before: object, after: object): ChangeEntry => ({ noun, id: entryIdOf(before), before, after });
export const addEntry = (noun: NounName, after: object): ChangeEntry => ({ noun, id: entryIdOf(after), before: null, after });
export const removeEntry = (noun: NounName, before: object): ChangeEntry => ({ noun, id: entryIdOf(before), before, after: null });
