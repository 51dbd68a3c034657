import { sameValue } from '../../data/rules/apply-change.js';
import { FailureError } from '../../data/schema/failure.js';
import type { Text } from '../../data/schema/text.js';
import type { Ledger } from '../storage/ledger.js';

/** How a ledger that came back compares with what it was when its folder went away. */
export type Return = 'same' | 'further' | 'other';

/** What a ledger's last change was: by this it is known again. */
export interface Mark { readonly seq: number; readonly at?: string; readonly by?: string }

export async function markOf(ledger: Ledger, seq = ledger.seq): Promise<Mark> {
  const head = await ledger.changes.head(seq);
  return { seq, ...(head ? { at: head.at, by: head.by } : {}) };
}

/** Tells whether it is the same ledger at the same change, the same with later changes, or another one (or an older copy). */
export async function compareReturn(old: Ledger, mark: Mark, next: Ledger): Promise<Return> {
  if (next.seq < mark.seq) return 'other';
  const there = await markOf(next, mark.seq);
  if (!sameValue(mark, there)) return 'other';
  if (next.seq > mark.seq) return 'further';
  return sameValue(old.data.profile, next.data.profile) && old.data.assets.length === next.data.assets.length && old.data.projects.length === next.data.projects.length ? 'same' : 'other';
}

export const away: Text = {
  zh: '账本文件夹不见了，U 盘可能已拔出。以前保存过的都在里面，一点没丢；现在还能看，但改动存不进去。插回原处就会自己接着用。',
  en: 'The ledger folder is gone; a stick may have been pulled out. All that was saved is on it; you can look on, but edits cannot be stored. Plug it back in and work goes on by itself.',
};
export const anotherOne: Text = {
  zh: '那里现在是另一本账（或这本账较早的拷贝），没有自动接着用。请插回原来的 U 盘；确实要用现在这一本，请点「继续」。',
  en: 'What is there now is another ledger, or an older copy of this one, so it was not taken up. Plug in the one you had; to use what is there, press Go on.',
};
export const cannotReturn = (why: Text): Text => ({ zh: `账本文件夹又找到了，但打不开：${why.zh}`, en: `The ledger folder is back but cannot be opened: ${why.en}` });
export const wentFurther = (count: number): Text => ({
  zh: `插回的账本比拔出前多了 ${count} 次修改（在别处改的，或拔出的那一刻已写进去的），已按最新内容打开，请核对。`,
  en: `The ledger came back with ${count} changes more than before (made elsewhere, or written at the very moment it was pulled out) and was opened as it is now; look it over.`,
});
export const stillAway = (folder: string) => new FailureError('disk', {
  zh: `还找不到「${folder}」。请把 U 盘插回原处，等电脑认出来后再点一次。`, en: `“${folder}” is still not there. Plug the stick back in, wait until the computer knows it, and press once more.`,
});
