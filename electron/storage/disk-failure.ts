import { basename } from 'node:path';
import { FailureError } from '../../data/schema/failure.js';
import type { Text } from '../../data/schema/text.js';
import { codeOf } from './disk.js';

/** What was being done when the disk failed. */
export type Act = 'save' | 'read' | 'create' | 'mend' | 'copy';

const outcomes: Readonly<Record<Act, Text>> = {
  save: { zh: '刚才的修改没有保存，账本还是原来的样子', en: 'this edit was not saved and the ledger is as it was' },
  read: { zh: '账本没有打开，文件没有改动', en: 'the ledger was not opened and nothing was changed' },
  create: { zh: '新账本没有建成', en: 'the new ledger was not made' },
  mend: { zh: '账本只能查看，不能修改', en: 'the ledger can be viewed but not edited' },
  copy: { zh: '没有拷成，原来的账本一点没动，也没有留下半个账本', en: 'the copy was not made, the ledger is as it was, and no half copy was left' },
};

const reasons = {
  full: {
    why: { zh: '磁盘已满', en: 'The disk is full' },
    next: { zh: '请腾出一些空间，再试一次', en: 'Free some space and try again' },
  },
  gone: {
    why: { zh: '账本文件夹不见了（U 盘可能已拔出，或文件夹被移动）', en: 'The ledger folder is gone (a stick pulled out, or the folder moved)' },
    next: { zh: '请接回原处，再重新打开账本', en: 'Put it back and open the ledger again' },
  },
  forbidden: {
    why: { zh: '没有读写账本文件夹的权限', en: 'The ledger folder may not be read or written to' },
    next: { zh: '请检查文件夹是否只读，或把账本拷到自己的文件夹里再打开', en: 'See whether it is read-only, or copy the ledger to a folder of your own and open it there' },
  },
  broken: {
    why: { zh: '磁盘读写出错', en: 'The disk failed' },
    next: { zh: '请再试一次；仍然出错，请把整个账本文件夹拷到另一块盘上再打开', en: 'Try again; if it fails again, copy the whole ledger folder to another disk and open it there' },
  },
} as const;

const reasonOf: Readonly<Record<string, keyof typeof reasons>> = {
  ENOSPC: 'full', EDQUOT: 'full', EFBIG: 'full', ENOENT: 'gone', ENOTDIR: 'gone', ENODEV: 'gone', ENXIO: 'gone', ESTALE: 'gone',
  EROFS: 'forbidden', EACCES: 'forbidden', EPERM: 'forbidden',
};

/** What a failed disk call means to the person, with what to do next. Failures that already say so pass as they are. */
export function diskFailure(error: unknown, folder: string, act: Act = 'save'): FailureError {
  if (error instanceof FailureError) return error;
  if (typeof codeOf(error) !== 'string') return unexpected(error, act);
  const { why, next } = reasons[reasonOf[String(codeOf(error))] ?? 'broken'];
  const outcome = outcomes[act];
  const failure = new FailureError('disk', { zh: `${why.zh}，${outcome.zh}。${next.zh}。`, en: `${why.en}, so ${outcome.en}. ${next.en}.` }, { file: basename(folder) });
  failure.cause = error;
  return failure;
}

/** Not the disk's doing but a mistake in the program: it is not blamed on the disk. */
function unexpected(error: unknown, act: Act): FailureError {
  const outcome = outcomes[act];
  const failure = new FailureError('internal', {
    zh: `程序出错，${outcome.zh}。请重新打开账本再试；仍然出错，请联系维护人员。`,
    en: `The program failed, so ${outcome.en}. Open the ledger again and retry; if it fails again, tell whoever maintains the program.`,
  });
  failure.cause = error;
  return failure;
}

/** True when what is asked for is not there (any more): the folder moved, a drive pulled out. */
export const isAway = (error: unknown) => reasonOf[String(codeOf(error))] === 'gone';
/** True when a folder can be read but not written to. */
export const isForbidden = (error: unknown) => reasonOf[String(codeOf(error))] === 'forbidden';
