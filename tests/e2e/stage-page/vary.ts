import ledger from '../../../data/sample/ledger-data.json';
import type { LedgerData } from '../../../data/schema/ledger.js';
import type { Asset } from '../../../data/schema/asset.js';

/** Ledgers that a stage must bear: the sample as it is, the longest names there may be, the shortest with hardly a fact, no photo at all, twelve of each. */
export const variants = ['sample', 'long', 'short', 'bare', 'twelve'] as const;
export type Variant = (typeof variants)[number];

const long = { zh: '白鹭畈村石桥头自然村原乡供销合作社粮油收购站及附属晒场仓库与职工宿舍', en: 'Former supply and marketing cooperative grain station at Shiqiaotou, with drying yard, warehouses and staff quarters' };
const saying = { zh: '临溪而立的老粮站，五间通仓连着八百平方米晒场，可做集市、书屋、乡村工坊，也可整体改造成面向溪滩的民宿与餐厅。', en: 'An old grain station by the creek: five joined barns and a drying yard of 800 square metres, fit for a market, a library, workshops, or lodgings and a dining room facing the water.' };

/** The sample as plain data, in one of its variants. */
export function ledgerAs(variant: Variant): LedgerData {
  const data = structuredClone(ledger) as unknown as LedgerData;
  const pictures = [...new Set(data.assets.flatMap((asset) => asset.photos))];
  const others: Record<Variant, (asset: Asset) => Partial<Asset>> = {
    sample: () => ({}),
    long: () => ({ name: long.zh, nameEn: long.en, village: '茶园岗民族村第三村民小组', highlights: saying, term: '二十年，期满可协商续租', cooperation: ['lease', 'equity', 'cooperative', 'management'], priceText: '首三年免租，第四年起每年 39.5 万元', utilities: ['water', 'power', 'road', 'network', 'parking', 'sewage'] }),
    short: (asset) => ({ name: '坞', nameEn: undefined, highlights: undefined, cooperation: [], utilities: [], price: undefined, priceText: undefined, term: undefined, siteArea: undefined, floorArea: undefined, status: undefined, village: undefined, detail: {} as never, photos: asset.photos.slice(0, 1) }),
    bare: () => ({ photos: [] }),
    twelve: (asset) => ({ photos: [...asset.photos, ...pictures.filter(({ id }) => !asset.photos.some((photo) => photo.id === id))].slice(0, 12) }),
  };
  const change = others[variant];
  return {
    ...data,
    assets: data.assets.map((asset) => ({ ...asset, ...change(asset) }) as Asset),
    projects: data.projects.map((project) => (variant === 'long' ? { ...project, name: long.zh, nameEn: long.en, summary: saying, location: '茶园岗民族村、白鹭畈村、石桥头村', sector: '农文旅融合与乡村康养产业' }
      : variant === 'short' ? { ...project, name: '园', nameEn: undefined, summary: undefined, content: undefined, investment: undefined, stage: undefined, cooperation: [], landUse: undefined, location: undefined, sector: undefined } : project)),
    profile: variant === 'long' ? { ...data.profile, name: { zh: '白鹭溪畔各族自治示例乡', en: 'Shili Autonomous Township on the Bailu Creek' }, slogan: { zh: '一溪青绿穿十一村而过，满乡山水田园只待客来', en: 'One blue-green stream through eleven villages, hills and fields waiting for company' } } : data.profile,
    tours: data.tours.map((tour) => ({
      ...tour,
      stops: tour.stops.map((stop) => (variant === 'bare' ? { ...stop, ...('picture' in stop ? { picture: undefined } : {}), ...('photos' in stop ? { photos: undefined, change: undefined } : {}) }
        : variant === 'twelve' && stop.kind === 'asset' ? { ...stop, photos: data.assets.flatMap((asset) => (asset.id === stop.assetId ? asset.photos : [])).map(({ id }) => id) } : stop)),
    })),
  };
}
