import type { Trade } from '../../schema/trades.js';
import { categories, type Category } from '../../schema/vocabularies.js';

/** What a word for a kind of place stands for. `words`: the place is looked for by these in the ledger's own texts as well. */
export interface PlaceKind { readonly any: readonly Category[]; readonly trade?: Trade; readonly words?: readonly string[] }

const land: readonly Category[] = ['forest', 'farmland'];
const built: readonly Category[] = ['house', 'hall', 'other'];

/** Words of the vocabulary that say too little, or something else, in a wish. */
const unfit = new Set(['土地', '田', '承包', '空地', '其他', 'other', '其它', '房屋', '房产', '活动中心', '水电', '竹林', '水田', '园地', '校舍', '仓库', '厂房', '祠堂', '宗祠', '会堂', '大礼堂', '旧校舍', '旧厂房', '综合类', '其他类', '旧址', '公共建筑', '集体资产', '林权', '土地流转', '连片农田', '办公用房']);

/** Kinds that the ledger does not list by itself, and more particular ones. */
const more: readonly (readonly [PlaceKind, ...string[]])[] = [
  [{ any: ['forest'] }, '林子', '山头', '山地', '荒山', 'forest', 'woods', 'wood', 'woodlands', 'timberland', 'forest land', 'wooded land'],
  [{ any: ['forest'], trade: 'bamboo', words: ['竹'] }, '竹林', '毛竹林', '竹海', 'bamboo grove', 'bamboo forest', 'bamboo wood', 'bamboo woods', 'bamboo woodland'],
  [{ any: ['forest'], trade: 'teaoil', words: ['油茶'] }, '油茶林', '油茶基地', 'tea-oil grove', 'tea oil grove', 'camellia grove'],
  [{ any: ['forest'], words: ['松'] }, '松林', '松树林', 'pine forest', 'pine wood', 'pine woods', 'pines', 'pine'],
  [{ any: ['forest'], words: ['杉'] }, '杉木林', '杉树林', '杉木', 'fir wood', 'fir forest', 'firs', 'cedar forest', 'cedars', 'cedar'],
  [{ any: ['forest'], words: ['枫'] }, '枫林', '枫树林', '红枫林', 'maple wood', 'maple woods', 'maple forest', 'maples', 'maple'],
  [{ any: ['forest'], words: ['阔叶'] }, '阔叶林', 'broadleaf forest', 'broadleaf', 'broad-leaved forest'],
  [{ any: ['farmland'] }, '农地', '良田', '耕地', '庄稼地', 'field', 'fields', 'cropland', 'arable land', 'arable', 'farm land', 'agricultural land'],
  [{ any: ['farmland'], words: ['梯田', 'terrace'] }, '梯田', 'terraces', 'terraced fields', 'rice terraces', 'terrace', 'terraced paddies'],
  [{ any: ['farmland'], words: ['水田', '稻', 'padd'] }, '水田', '稻田', 'paddy', 'paddies', 'paddy fields', 'paddy field', 'rice fields', 'rice paddies'],
  [{ any: ['farmland'], trade: 'tea', words: ['茶园', '茶蓬', 'tea'] }, '茶园', '茶山', '茶地', '茶场', 'tea garden', 'tea gardens', 'tea plantation', 'tea field', 'tea fields', 'tea estate', 'tea bushes', 'tea hills'],
  [{ any: ['farmland', 'forest'], trade: 'fruit', words: ['果园', '梅园', '桃', 'orchard'] }, '果园', '桃园', '梅园', '青梅园', 'orchard', 'orchards', 'plum orchard', 'peach orchard'],
  [{ any: ['farmland'], trade: 'vegetables', words: ['菜', 'vegetable'] }, '菜地', '菜田', '蔬菜基地', '蔬菜大棚', 'vegetable fields', 'vegetable garden', 'vegetable plot', 'vegetable land'],
  [{ any: ['farmland'], trade: 'grain', words: ['油菜', 'rape'] }, '油菜田', '油菜地', 'rape fields', 'rapeseed fields', 'canola fields'],
  [{ any: ['farmland'], trade: 'lotus', words: ['荷塘', '藕', 'lotus'] }, '荷塘', '藕塘', 'lotus pond', 'lotus ponds'],
  [{ any: ['hydropower'] }, '水电厂', '电厂', '水力电站', 'hydro', 'power station', 'power plant', 'hydropower station', 'hydropower plant', 'hydro station', 'hydro plant', 'hydroelectric station', 'hydroelectric', 'generating station'],
  [{ any: ['house'] }, '老房子', '旧房', '房子老的', '老宅子', '院子', '小院', '院落', '四合院', '三合院', '农家院', '农家小院', '老屋子', '排屋', '古屋', '古建筑', 'house', 'houses', 'cottage', 'farmhouse', 'old houses', 'courtyard', 'courtyard house', 'village house', 'rural house', 'dwelling', 'residence', 'townhouse'],
  [{ any: ['house'], words: ['夯土', 'rammed-earth'] }, '夯土房', '夯土房子', '夯土屋', '夯土老屋', '土房', '土房子', 'rammed-earth house', 'rammed earth house', 'earth house', 'mud house', 'rammed-earth', 'rammed earth'],
  [{ any: ['house', 'other'], trade: 'shop', words: ['铺面', '老街', 'shop'] }, '铺面', '店面', '商铺', '门面', '门面房', '沿街店铺', 'shopfront', 'shopfronts', 'shop front', 'storefront', 'storefronts', 'shop unit', 'retail space'],
  [{ any: ['hall'] }, '老礼堂', '村礼堂', '大厅', 'hall', 'halls', 'village hall', 'cultural halls', 'community hall', 'large hall', 'venue', 'auditorium'],
  [{ any: ['hall'], words: ['会堂', 'assembly hall'] }, '大会堂', '会堂', 'assembly hall'],
  [{ any: ['hall'], words: ['祠', 'ancestral'] }, '祠堂', '宗祠', '老祠堂', 'ancestral hall', 'ancestral temple', 'clan hall', 'family temple', 'ancestral halls'],
  [{ any: ['other'], words: ['校舍', '小学', 'school'] }, '校舍', '旧校舍', '老学校', '学校', '小学', '村小', '教学楼', 'school building', 'school buildings', 'schoolhouse', 'old school', 'former school', 'disused school', 'village school', 'primary school'],
  [{ any: ['other'], words: ['粮仓', '粮站', 'granary'] }, '粮仓', '粮站', '老粮仓', '谷仓', 'granary', 'grain store', 'grain barn', 'grain silo', 'barn', 'silos'],
  [{ any: ['other'], words: ['厂', 'factory'] }, '厂房', '旧厂房', '老厂房', '工厂', '厂子', '茶厂', '老茶厂', '车间', 'factory', 'old factory', 'factory building', 'tea factory', 'industrial building', 'mill building'],
  [{ any: ['other'], words: ['仓', '粮仓', 'granary', 'warehouse'] }, '仓库', '库房', 'warehouse', 'storehouse', 'storage building'],
  [{ any: ['other'], words: ['供销社', 'supply'] }, '供销社', '老供销社', 'supply and marketing', 'co-op shop', 'village co-op', 'cooperative store'],
  [{ any: ['other'], words: ['水碓', '水磨', 'watermill'] }, '水碓', '水磨坊', '老水碓', 'watermill', 'water mill', 'mill'],
  [{ any: ['other'], words: ['草坪', 'meadow'] }, '草坪', '草地', '大草坪', 'meadow', 'lawn', 'grass field', 'grassland'],
  [{ any: ['other', 'farmland'] }, '空地', '场地', 'open ground', 'vacant lot', 'open space'],
  [{ any: built }, '房子', '房屋', '房产', '屋子', '建筑', '旧房子', '集体用房', 'building', 'buildings', 'premises', 'old building', 'property', 'properties', 'indoor space'],
  [{ any: land }, '土地', '地块', '地皮', '山林田地', 'land', 'plot', 'plots', 'parcel', 'acreage'],
];

/** The categories that go together: who asks for one may look at another of its kind. */
export const alike: Readonly<Record<Category, 'land' | 'built' | 'hydropower'>> = { forest: 'land', farmland: 'land', hydropower: 'hydropower', house: 'built', hall: 'built', other: 'built' };

/** Every word for a kind of place, with what it stands for. */
export const placeWords: readonly (readonly [string, PlaceKind])[] = [
  ...more.flatMap(([kind, ...words]) => words.map((word) => [word, kind] as const)),
  ...categories.words.flatMap(({ value, label, synonyms }) => [label.zh, label.en, ...synonyms].filter((word) => !unfit.has(word.toLowerCase())).map((word) => [word, { any: [value] }] as const)),
];
