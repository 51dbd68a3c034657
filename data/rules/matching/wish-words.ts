import { trades } from '../../schema/trades.js';
import { cooperations, statuses, utilities, type Status } from '../../schema/vocabularies.js';
import { hindrances, type Condition } from '../../schema/wish.js';
import { placeWords } from './place-kinds.js';
import { createScanner } from './word-scanner.js';

type Without<C> = C extends unknown ? Omit<C, 'not' | 'together' | 'implied'> : never;
/** What a word asks for, before it is known whether it is wanted or not. */
export type Asked = Without<Condition>;

/** What can still be had. */
export const openStatuses: readonly Status[] = ['idle', 'partly-idle', 'available', 'negotiating'];

type Cooperation = (typeof cooperations.values)[number];
/** Words of the vocabulary that say something else in a wish. */
const unfitWays = new Set(['合作', '共建', '委托', '代管', '合作开发', 'contract', '流转', '承包', '拍卖', 'bot', 'rot', 'eod']);
const ways: readonly (readonly [readonly Cooperation[], ...string[]])[] = [
  [['lease', 'management'], '想租', '要租', '求租', '租下', '租一', '租个', '承租', '租赁', 'rent', 'to rent', 'renting', 'lease', 'leasing', 'to let', 'leasehold', 'tenancy'],
  [['contract', 'sublease', 'lease'], '承包', '包下', '包山', '流转', 'contract farming', 'take on contract'],
  [['transfer'], '买下', '想买', '要买', '购买', '收购', '买断', 'buy', 'purchase', 'acquire', 'buying', 'outright purchase', 'freehold'],
  [['equity', 'joint'], '参股', '持股', '股权', 'equity stake', 'shareholding', 'shares', 'stake', 'invest as partner'],
  [['joint', 'cooperative', 'equity'], '合伙', '合作共建', '联合开发', 'joint-venture', 'partnership', 'partner with', 'co-invest', 'jv'],
  [['management'], '托管', '代运营', 'operate it for', 'management contract', 'managed operation'],
];
const standings: readonly (readonly [readonly Status[], ...string[]])[] = [
  [['idle', 'partly-idle', 'available'], '空着的', '闲着的', '空置的', '闲置的', '闲置', '没人用的', '没人租的', '马上能用', '现在就能租', 'vacant', 'unused', 'idle', 'empty', 'disused', 'abandoned', 'available now', 'ready now'],
  [['available'], '可招商', '正在招商', '招商中', '可立即签约'],
  [['operating'], '在运营的', '正在运营', '运营中', '在用的', '正在发电', '正常发电', '运行中', 'operating', 'in operation', 'up and running', 'already running', 'running already', 'that is running', "that's running", 'is running', 'still running', 'currently running', 'generating power', 'going concern'],
  [['revived'], '已盘活', '盘活案例', '改造好的案例', 'already revived', 'success story'],
  [['signed', 'leased'], '已签约', '已出租', 'already leased', 'already signed'],
  [['negotiating'], '洽谈中', '正在洽谈', 'in talks'],
];

/** Utilities by their own words; the short Chinese ones are read by `utility-phrases`. */
const utilityWords: readonly (readonly [(typeof utilities.values)[number], ...string[]])[] = [
  ['water', '自来水', '供水', '水源充足', '灌溉', '灌溉用水', '灌溉水', 'running water', 'mains water', 'tap water', 'piped water', 'water supply', 'water connection', 'irrigation', 'irrigated'],
  ['power', '三相电', '动力电', '供电', 'electricity', 'electric', 'mains power', 'power supply', 'three-phase', 'three-phase power', 'grid power', 'power connection', 'electrical supply'],
  ['road', '通车', '能通车', '车路', '公路', '车能到', '能开车', '开车能到', '车能进', '大车能进', '车开得到', '机耕路', '进场路', '交通方便', '交通便利', '交通好', 'road access', 'road', 'vehicle access', 'car access', 'accessible by car', 'accessible by road', 'access road', 'by car', 'drive up', 'drivable', 'lorry access', 'truck access', 'roads'],
  ['network', '宽带', '网络', '无线网', '光纤', '信号好', 'internet', 'broadband', 'wifi', 'wi-fi', 'fibre', 'fiber', 'network', 'mobile signal'],
  ['parking', '停车场', '停车位', '停车', '能停车', '好停车', '停车方便', '停大巴', '能停大巴', 'parking', 'car park', 'parking space', 'coach parking', 'park cars'],
  ['sewage', '污水处理', '排污', '纳管', '污水管网', '污水', '下水道', 'sewage', 'sewer', 'sewerage', 'drainage', 'wastewater', 'septic'],
];

/** Where people like to be; the ledger says it in other words. */
const waterside = ['水边', '溪边', '河边', '临水', '临溪', '临河', '靠水', '近水', '水岸边', '枕水', '亲水', 'by the water', 'waterside', 'riverside', 'streamside', 'stream-side', 'by the river', 'by a river', 'by the stream', 'by a stream', 'by the creek', 'waterfront', 'on the water', 'riverbank'];

function* words(): Generator<readonly [string, readonly Asked[]]> {
  for (const [word, { any, trade, words: own }] of placeWords) {
    yield [word, [
      { kind: 'category', any: [...any] },
      ...(trade ? [{ kind: 'trade' as const, any: [trade], said: null }] : []),
      ...(own ? [{ kind: 'words' as const, text: word, any: [...own] }] : []),
    ]];
  }
  for (const word of waterside) yield [word, [{ kind: 'words', text: word, any: ['临水', '水边', '水岸', '溪', 'waterside', 'riverside', 'creek', 'stream'] }]];
  for (const { value, label, synonyms } of trades.words) for (const word of [label.zh, label.en, ...synonyms]) yield [word, [{ kind: 'trade', any: [value], said: null }]];
  for (const { value, label, synonyms } of hindrances.words) for (const word of [label.zh, label.en, ...synonyms]) yield [word, [{ kind: 'avoid', hindrance: value }]];
  for (const [utility, ...all] of utilityWords) for (const word of all) yield [word, [{ kind: 'utility', utility }]];
  for (const [any, ...all] of ways) for (const word of all) yield [word, [{ kind: 'cooperation', any: [...any] }]];
  for (const { value, label, synonyms } of cooperations.words) for (const word of [label.zh, label.en, ...synonyms]) if (!unfitWays.has(word.toLowerCase())) yield [word, [{ kind: 'cooperation', any: [value] }]];
  for (const [any, ...all] of standings) for (const word of all) yield [word, [{ kind: 'status', any: [...any] }]];
  for (const { value, label } of statuses.words) if (label.zh.length >= 3) yield [label.zh, [{ kind: 'status', any: [value] }]];
}

/** Finds every word of a wish that the ledger has a field for. */
export const scanWish = createScanner<readonly Asked[]>(words());
/** Finds the trades that a text of the ledger speaks of. */
export const scanTrades = createScanner(trades.words.flatMap(({ value, label, synonyms }) => [label.zh, label.en, ...synonyms].map((word) => [word, value] as const)));
