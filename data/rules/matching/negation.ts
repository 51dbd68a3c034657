import { clauseEnd, taken } from './wish-text.js';

const refusals = '(?:不想?要|不考虑|不想做?|不做|不接受|不选|不喜欢|不能是|不能有|不能碰|不沾|不涉及|不是|不碰|不属于|别是|别给|别要|别|非|排除|剔除|除了|除去|除|避开|避免|绕开|远离|没有|没|无|不含|不带|勿|no|not|without|avoid(?:ing)?|except(?: for)?|excluding|exclude|anything but|other than|apart from|don\'?t want|do not want|don\'?t need|never|rather than|instead of|nothing|steer clear of|free of|free from|outside|isn\'?t|aren\'?t|is not|are not|away from)';
const between = `(?:[\\s、/${taken}]|和|或者?|与|及|以|任何|什么|这种|那种|这类|有|是|做|在|搞|涉及|碰|沾|的|any|an?|the|or|nor|and|in|on|near|with|of|to|be|is|are|it|on|kind|sort|interested|classified|designated|involving|touching)*`;
const refusal = new RegExp(`${refusals}${between}$`);
/** 除了民宿还想做研学: the first is wanted as well. */
const besides = new RegExp(`(?:除了|除|apart from|besides|in addition to)${between}$`);
const wantedToo = /^[^。；;.]{0,8}(?:还|也|另外|同时|以外还|之外还|, we also|, also)/;
/** 水电站不要, 危房的不考虑. */
const refusedAfter = /^(?:的|类|这些?|那种|那类|都|就|一律|全)*(?:不要|不考虑|免谈|不行|就算了|除外|排除|不接受|不用看|ruled out|excluded)/;
/** 没有网也行, 不用停车. */
const needlessAfter = /^(?:[^，,。；;]{0,4})(?:也行|也可以?|也没事|也接受|能接受|可以接受|不介意|没关系|无所谓|都行|不要紧|不重要|is fine|is ok(?:ay)?|not needed|not necessary|doesn'?t matter|optional)/;
const needlessBefore = /(?:不需要|不用|无需|不必|用不着|不一定要?|不怕|不介意|不在乎|不嫌|能接受|可以接受|接受|don'?t mind|do not mind|happy with|accept(?:s|ing)?|fine (?:with|if)|ok(?:ay)? (?:with|if)|even if|don'?t need|do not need|no need for|needn'?t have|without needing)[\s、和或及a-z]{0,14}$/;

const clauseBefore = (plain: string, from: number) => plain.slice(Math.max(0, from - 30), from).split(clauseEnd).at(-1)!;

/** Whether what stands between two places is refused, and where the words that refuse it begin and end. */
export function refusedAt(plain: string, from: number, to: number): { readonly from: number; readonly to: number } | null {
  const head = clauseBefore(plain, from);
  const tail = plain.slice(to, to + 12);
  const before = refusal.exec(head);
  if (before && !(besides.test(head) && wantedToo.test(tail))) return { from: from - (before[0].length - (/^\s*/.exec(before[0])?.[0].length ?? 0)), to: to };
  const after = refusedAfter.exec(tail);
  return after ? { from, to: to + after[0].length } : null;
}

/** Whether it is said that something need not be there: then it is no condition, though it was understood. */
export function needlessAt(plain: string, from: number, to: number, isHindrance = false): { readonly from: number; readonly to: number } | null {
  const before = needlessBefore.exec(clauseBefore(plain, from));
  if (before) return { from: from - before[0].length, to };
  const after = needlessAfter.exec(plain.slice(to, to + 14));
  // 文保也接受: what hinders need not be kept clear of.
  if (after && isHindrance) return { from, to: to + after[0].length };
  const lacking = after && /(?:没有?|无|不通|没通|no|without)[\s通有]*$/.exec(clauseBefore(plain, from));
  return after && lacking ? { from: from - lacking[0].length, to: to + after[0].length } : null;
}
