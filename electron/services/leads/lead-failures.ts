import { FailureError } from '../../../data/schema/failure.js';
import { text } from '../../../data/schema/text.js';

/** What is said where something about leads is refused; each with what to do next. */
export const leadFailures = {
  gone: () => new FailureError('not-found', text('这条意向已经删除或合并，请刷新清单。', 'This lead was deleted or merged; look at the list again.')),
  locked: () => new FailureError('not-allowed', text('姓名和电话还锁着。请先在「意向」页解锁。', 'Names and phones are locked. Unlock them on the page Leads first.')),
  notReady: () => new FailureError('not-allowed', text('还没有设口令，不能登记意向。请工作人员先在「意向」页设好口令。', 'No passphrase has been set, so no lead can be taken. Staff: set one on the page Leads first.')),
  wrongPassphrase: () => new FailureError('not-allowed', text('口令不对。请看看大小写和输入法，再输一次。', 'That is not the passphrase. Look at capitals and the input method, then try again.'), { field: 'passphrase' }),
  noWay: () => new FailureError('not-allowed', text('这台电脑的钥匙串打不开它：账本可能是从别的电脑拷来的。请用口令解锁；没有口令时，只能在原来那台电脑上查看。', 'The key store of this machine cannot open it: the ledger may come from another one. Unlock it by the passphrase; where there is none, only the first machine can show it.')),
  isSet: () => new FailureError('not-allowed', text('口令早已设好。请先用它解锁，再改。', 'A passphrase is set already. Unlock with it first, then change it.')),
  noShow: () => new FailureError('not-allowed', text('现在没有展台或路演，不能在这块屏上登记。', 'No booth or show runs now, so nothing can be left at this screen.')),
  tooMany: () => new FailureError('not-allowed', text('登记得太快了，请过半分钟再试，或直接找工作人员。', 'That was too fast; try again in half a minute, or ask our staff.')),
  full: () => new FailureError('too-large', text('意向已经太多，记不下了。请先删除到期的。', 'There are too many leads. Delete those whose time is over first.')),
  changed: () => new FailureError('out-of-date', text('这条意向刚被别处改过，请看过最新内容再改。', 'This lead was changed elsewhere meanwhile; look at the newest first.')),
  noName: () => new FailureError('wrong-input', text('请至少写姓名或单位。', 'Give a name or an organisation.'), { field: 'person.name' }),
} as const;
