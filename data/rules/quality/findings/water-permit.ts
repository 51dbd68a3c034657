import type { Asset } from '../../../schema/asset.js';
import { text } from '../../../schema/text.js';
import { dateOfDay, firstDay, lastDay } from '../dates.js';
import { found, nothing, type Rule } from '../rule.js';

/** Renewal is applied for so many days before the permit ends: 取水许可和水资源费征收管理条例 article 25. */
const renewalDays = 45;
/** So many days before that, somebody should begin with the papers. */
const noticeDays = 30;

const path = 'detail.waterPermitExpiry';
const expiryOf = (asset: Asset) => (asset.category === 'hydropower' ? asset.detail.waterPermitExpiry : undefined);

export const waterPermitRules: readonly Rule[] = [
  {
    code: 'permit-expired', level: 'blocks', label: text('取水许可已到期', 'Water permit expired'),
    find: (asset, { today }) => {
      const expiry = expiryOf(asset);
      const past = expiry === undefined ? 0 : firstDay(today) - lastDay(expiry);
      return past > 0 ? found(path, `取水许可 ${expiry} 已到期，过去 ${past} 天；延续办好之前不宜推介。`, `The water permit ended on ${expiry}, ${past} days ago; not to be offered before it is renewed.`) : nothing;
    },
  },
  {
    code: 'permit-due', level: 'doubt', label: text('取水许可 45 天内到期', 'Water permit ends within 45 days'),
    find: (asset, { today }) => {
      const expiry = expiryOf(asset);
      const left = expiry === undefined ? Infinity : lastDay(expiry) - firstDay(today);
      return left >= 0 && left <= renewalDays ? found(path, `取水许可 ${expiry} 到期，只剩 ${left} 天。延续须提前 45 日申请（取水许可条例第二十五条），请核实是否已办。`, `The water permit ends on ${expiry}, in ${left} days. Renewal is applied for 45 days ahead (Water Abstraction Regulation art. 25): was it?`) : nothing;
    },
  },
  {
    code: 'permit-soon', level: 'note', label: text('取水许可该办延续', 'Water permit to be renewed'),
    find: (asset, { today }) => {
      const expiry = expiryOf(asset);
      if (expiry === undefined) return nothing;
      const left = lastDay(expiry) - firstDay(today);
      if (left <= renewalDays || left > renewalDays + noticeDays) return nothing;
      const by = dateOfDay(lastDay(expiry) - renewalDays);
      return found(path, `取水许可 ${expiry} 到期，请在 ${by} 前申请延续（还有 ${left - renewalDays} 天）。`, `The water permit ends on ${expiry}; apply for renewal by ${by} (${left - renewalDays} days left).`);
    },
  },
];
