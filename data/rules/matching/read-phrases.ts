import type { utilities } from '../../schema/vocabularies.js';
import type { Condition } from '../../schema/wish.js';
import type { Reading } from './read-budget.js';

type Utility = (typeof utilities.values)[number];
const spoken: Readonly<Record<string, Utility>> = { 水: 'water', 电: 'power', 路: 'road', 车: 'road', 网: 'network', 讯: 'network', 污: 'sewage' };
const english: Readonly<Record<string, Utility>> = { water: 'water', power: 'power', electricity: 'power', road: 'road', roads: 'road', access: 'road', internet: 'network', network: 'network', broadband: 'network', wifi: 'network', parking: 'parking', sewage: 'sewage', drainage: 'sewage' };
const asked = (list: readonly Utility[]): Condition[] => [...new Set(list)].map((utility) => ({ kind: 'utility', utility }));
const ofChinese = (words: string) => asked([...words].flatMap((word) => spoken[word] ?? []));
const ofEnglish = (words: string) => asked(words.split(/[^a-z]+/).flatMap((word) => english[word] ?? []));
const one = 'water|power|electricity|roads?(?: access)?|internet|network|broadband|wifi|parking|sewage|drainage';

/** So near to the motorway counts as near where nobody says how near, in kilometres; it stands on the chip and can be changed. */
export const nearMotorwayKm = 15;

type Rule = readonly [RegExp, (match: RegExpMatchArray) => readonly Condition[]];
const rules: readonly Rule[] = [
  [/(?:水|电|路)(?:[、,和与及\s]?(?:水|电|路|网|讯)){1,4}(?!站|厂|资源|研学|科普|项目|增效|开发)(?:最好|都|全|要|得|能|必须)*(?:齐全|齐备|齐|具备|到位|方便|通畅|通了?|有(?=的|[，,。]|$)|配套)?/g, ([words]) => ofChinese(words)],
  [/(?:要|得|能|可|最好|必须|已经?)*(?:通|有|带|接|供|拉好)(?:上|好|了)?(?:[水电路网车讯](?![上边景岸库稻站力厂产果泥塘]))(?:[、,和与及\s]*(?:通|有|带|接)?(?:[水电路网车讯](?![上边景岸库稻站力厂产果泥塘])))*/g, ([words]) => ofChinese(words)],
  [/(?:[水电路网]|车)(?:要|得|能|必须|都要?)(?:能)?(?:通|到|有|进|上得去|开得?进)/g, ([words]) => ofChinese(words)],
  [/(?:路|车)(?:要|得|能)?(?:通到|开到|修到)[^，,。\s]{0,5}/g, () => asked(['road'])],
  [/三通(?:一平)?/g, () => asked(['water', 'power', 'road'])],
  [/[五七]通(?:一平)?/g, () => asked(['water', 'power', 'road', 'network', 'sewage'])],
  [new RegExp(`\\b(?:with |has |have |having |needs? |need |must have |requires? |connected to |on )(?:mains |good |running |reliable |proper )?(?:${one})(?:(?:,? and |, ?| & |\\/| plus )(?:mains |good )?(?:${one}))*\\b(?! (?:view|side|front|mill|wheel|sports?|station|plant|generation))`, 'g'), ([words]) => ofEnglish(words)],
  [new RegExp(`\\b(?:${one})(?:(?:,? and |, ?| & |\\/| plus )(?:${one}))+\\b(?! (?:station|plant|generation))`, 'g'), ([words]) => ofEnglish(words)],
  [/\b(?:all )?utilities(?: connected)?\b/g, () => asked(['water', 'power', 'road'])],
  [/(?:离|距)?高速(?:公路)?(?:出?入?口)?(?:要|得|比较|很)?(?:近|不远|附近|旁边?|边上)|(?:靠近|临近|紧邻|挨着)(?:着)?高速(?:公路)?(?:出?入?口)?|(?:离|距)(?:着)?高速(?:公路)?(?:出?入?口)?(?:不要?太远|别太远|近一?点|越近越好)|\b(?:(?:close|near|handy|convenient|not (?:too )?far|next) (?:to |from |for )?|near )(?:the |a )?(?:motorway|highway|expressway)(?: exit)?|\bgood (?:motorway|highway) access/g, () => [{ kind: 'distance', max: nearMotorwayKm }]],
  [/(?:单层|一层(?:楼)?|平房)(?:的|房|$|(?=[，,。]))|\bsingle[- ]stor(?:e?y)\b|\bone[- ]stor(?:e?y|ied)\b|\bground floor only\b/g, () => [{ kind: 'floors', min: 1, max: 1 }]],
  [/(?:两|二)层(?:小)?(?:楼|的)|\btwo[- ]stor(?:e?y|ied)\b|\bdouble[- ]stor(?:e?y)\b/g, () => [{ kind: 'floors', min: 2, max: 2 }]],
  [/(?:能|可以?)?住(?:得下)?人(?:的)?$/g, () => [{ kind: 'category', any: ['house'], not: false, together: false }]],
];

const kindOf = (...any: ('forest' | 'farmland')[]): Condition[] => [{ kind: 'category', any, not: false, together: false }];
/** Words of one character, that are read only where they stand alone: the longer ones that hold them come first. */
const loneWords: readonly Rule[] = [
  [/(?:块|片|处|亩)(?:荒|空|山|平)?地(?![方段点理图产])/g, () => kindOf('forest', 'farmland')],
  [/(?:(?<=[的块片亩种])|(?<=\u0001))田(?![\u4e00-\u9fff])|种(?:的)?田(?![园野])/g, () => kindOf('farmland')],
  [/(?:(?<=[的块片座亩])|(?<=\u0001))(?:大|荒)?山(?![\u4e00-\u9fff])|(?<=[\u4e00-\u9fff\u0001])林(?![\u4e00-\u9fff])/g, () => kindOf('forest')],
];

const readBy = (plain: string, list: readonly Rule[]): Reading[] => list.flatMap(([shape, conditions]) => [...plain.matchAll(shape)].flatMap((match) => {
  const found = conditions(match);
  return found.length > 0 ? [{ from: match.index, to: match.index + match[0].length, conditions: found }] : [];
}));

/** Reads what is said in set phrases: 通水通电, 水电齐全, 三通一平, 离高速近, with water and power, single-storey. */
export const readPhrases = (plain: string): Reading[] => readBy(plain, rules);
/** Reads 一块地, 的山, 用的田, of what nothing else was understood of. */
export const readLoneWords = (plain: string): Reading[] => readBy(plain, loneWords);
