import { leadKeptMonths } from '../../schema/lead.js';
import type { Person } from '../../schema/common.js';
import { text, type Text } from '../../schema/text.js';

/**
 * What a person agrees to when they leave their number: who keeps it, what, what for, how long, and how to have it corrected or deleted
 * (个人信息保护法 arts. 13, 14, 17 and 47). The office line stands in it where the township names one.
 */
export function consentWords(township: Text, line: Person | undefined): Text {
  const [zhWay, enWay] = line?.phone ? [`拨打 ${line.phone}`, `by calling ${line.phone}`] : ['向工作人员提出', 'by telling our staff'];
  return text(
    `我同意${township.zh}保存以上姓名（单位）和电话，只用于就招商事宜与我联系，加密保存，最长 ${leadKeptMonths} 个月，不提供给他人。我可以随时${zhWay}，查看、更正、删除或撤回同意。`,
    `I agree that ${township.en} keeps this name and phone, encrypted, for ${leadKeptMonths} months at most, only to contact me about investing here, and passes them to nobody. I may see, correct or delete them, or withdraw this consent, at any time ${enWay}.`,
  );
}
/** What the staff confirm who write a lead down for somebody. */
export const spokenConsent: Text = text(`本人已当面同意：为招商联系保存姓名和电话，最长 ${leadKeptMonths} 个月，可随时要求查看、更正或删除。`, `The person has agreed to our keeping name and phone for contact about investing, ${leadKeptMonths} months at most, and knows that they can be seen, corrected or deleted at any time.`);
