import { basename } from 'node:path';
import { FailureError } from '../../data/schema/failure.js';
import type { Text } from '../../data/schema/text.js';
import type { Holder } from './lock.js';

/*
 * What a person is told of how a ledger stands. One that is open for reading says why; a failure says what to do next.
 */

/** Several notices as one; nothing when there are none. */
export const joined = (notices: readonly Text[]): Text | undefined => (notices.length === 0 ? undefined
  : { zh: notices.map((notice) => notice.zh).join(''), en: notices.map((notice) => notice.en).join(' ') });

export const notFound = (folder: string) => new FailureError('not-found', {
  zh: `「${folder}」里没有账本。请选择含有 ledger.json 的文件夹，或新建一个账本。`,
  en: `There is no ledger in “${folder}”. Choose a folder that holds ledger.json, or create a new ledger.`,
}, { file: 'ledger.json' });
export const occupied = (folder: string) => new FailureError('not-allowed', {
  zh: `「${folder}」里已经有一个账本，没有覆盖它。请打开它，或换一个文件夹新建。`,
  en: `“${folder}” already holds a ledger, which was left as it is. Open it, or create the new one in another folder.`,
});
export const heldBy = (holder: Holder | undefined): Text => {
  if (!holder) return { zh: '账本正被另一个程序打开，这里只能查看。关闭那一边后重新打开即可修改。', en: 'Another program has the ledger open, so it can only be viewed here. Close it there and open it again to edit.' };
  const since = new Date(holder.startedAt).toLocaleString('sv').slice(0, 16);
  return {
    zh: `账本正由「${holder.host}」上的溪山打开（进程 ${holder.pid}，自 ${since} 起），这里只能查看。关闭那一边后重新打开即可修改。`,
    en: `The ledger is open in Xishan on “${holder.host}” (process ${holder.pid}, since ${since}), so it can only be viewed here. Close it there and open it again to edit.`,
  };
};
export const noAccess: Text = {
  zh: '账本文件夹是只读的，这里只能查看。要修改，请把整个文件夹拷到自己的电脑上再打开。',
  en: 'The ledger folder is read-only, so it can only be viewed here. To edit, copy the whole folder to your own computer and open it there.',
};
export const newer = (schema: number, skipped: number): Text => ({
  zh: `账本由更新版本的程序写成（格式第 ${schema} 版），这里只能查看${skipped > 0 ? `，有 ${skipped} 条记录看不到` : ''}。请升级程序后再修改。`,
  en: `A newer version of the program wrote this ledger (format ${schema}), so it can only be viewed here${skipped > 0 ? `, without ${skipped} of its records` : ''}. Update the program to edit.`,
});
export const nothingTo = (zh: string, en: string) => new FailureError('wrong-input', { zh: `没有可以${zh}的修改。`, en: `There is nothing to ${en}.` });

export const unreadable = (seq: number) => new FailureError('damaged', {
  zh: `第 ${seq} 次修改的记录读不出来，不能撤销或重做。账本没有改动，可以手工改回。`,
  en: `The record of change ${seq} cannot be read, so it cannot be undone or redone. The ledger is as it was; edit it by hand.`,
});

/** The folder cannot be reached: nothing that was acknowledged is lost, it lies on what was pulled out. */
export const gone = (folder: string) => new FailureError('disk', {
  zh: '账本文件夹不见了（U 盘可能已拔出，或文件夹被移动），刚才的修改没有保存；以前保存过的都在原处。请插回，程序会自己接着用。',
  en: 'The ledger folder is gone (a stick pulled out, or the folder moved), so this edit was not saved; whatever was saved before is still there. Plug it back in and the program goes on by itself.',
}, { file: basename(folder) });

export const takenOver: Text = {
  zh: '账本文件夹已被另一个程序接手或改动，这里只能查看，未保存的修改没有写入。请关闭另一边，再重新打开账本。',
  en: 'Another program has taken over or changed the ledger folder, so it can only be viewed here and the edit was not saved. Close it there and open the ledger again.',
};
export const readOnly = (notice: Text | undefined) => new FailureError('read-only', notice ?? {
  zh: '账本以只读方式打开，这次修改没有保存。请关闭其他打开它的程序，再重新打开账本。',
  en: 'The ledger is open for reading only, so this edit was not saved. Close the other program that has it open and open the ledger again.',
});
